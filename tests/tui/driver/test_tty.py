"""A real pseudo-terminal: what is sent, what is heard, and every way out."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time

import pytest

from eujdef_tui.tui.driver.tty import whole
from tests.helpers.places import ROOT
from tests.helpers.processes import METRE
from tests.helpers.pty_session import Session
from tests.helpers.terminal_screen import differences

pytestmark = pytest.mark.slow  # real terminals

APPS = [sys.executable, "-m", "tests.helpers.textual_apps"]
LIST, TEXT, INPUT = [*APPS, "list"], [*APPS, "text"], [*APPS, "input"]
ON, OFF = re.compile(rb"\x1b\[\?([\d;]+)h"), re.compile(rb"\x1b\[\?([\d;]+)l")
JUNK = [
    b"\xff\x9b", b"\xe6\x97", b"\x1b[M\xff\x21\x21", b"\x1b[<0;NaN;NaNM", b"\x1b[24;80R", b"\x1b[?1;2c", b"\x1b[I",
    b"\x1b]11;rgb:ffff/0000/0000\x1b\\", b"\x1bP>|xterm(380)\x1b\\", b"\x1b[?2026;2$y",
]  # fmt: skip
PAGES = [b"\x1b[6~", b"\x1b[6~", b"\x1b[5~", b"\x1b[5~"] * 20
KITTY_KEYS, QUERY, POINTER = b"\x1b[>", b"$p", b"\x1b]22;"


@pytest.fixture(scope="module", autouse=True)
def _path() -> None:
    os.environ["PYTHONPATH"] = str(ROOT)


def started(command: list[str], size: tuple[int, int] = (80, 24), **env: str) -> Session:
    """A program whose first screen is complete."""
    session = Session(command, size, **env)
    session.await_text({"list": "0 EU", "text": "EU and Japan", "input": "heard"}[command[-1]])
    session.settle()
    return session


def modes(pattern: re.Pattern[bytes], seen: bytes) -> set[str]:
    return {mode for found in pattern.findall(seen) for mode in found.decode().split(";")}


def assert_whole(session: Session) -> None:
    """The terminal is as it was found: line settings, modes, cursor, first screen."""
    assert session.settings_now() == session.settings
    assert modes(ON, session.seen) - {"7", "25"} <= modes(OFF, session.seen)
    assert session.seen.rfind(b"\x1b[?25h") > session.seen.rfind(b"\x1b[?25l")
    assert session.seen.rfind(b"\x1b[?7h") > session.seen.rfind(b"\x1b[?7l")
    assert session.seen.rfind(b"\x1b[?1049l") > session.seen.rfind(b"\x1b[?1049h")
    assert not session.unread()


# --- ways out -----------------------------------------------------------------------------------------


@pytest.mark.counts_lines
def test_quitting_leaves_the_terminal_whole() -> None:
    with started(LIST) as session:
        session.type(b"q")
        status, _ = session.await_end()
        assert status == 0
        assert_whole(session)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_a_signal_ends_the_program_with_its_own_status(number: int) -> None:
    with started(LIST) as session:
        session.process.send_signal(number)
        status, _ = session.await_end()
        assert status == 128 + number
        assert_whole(session)


def test_a_program_that_is_busy_for_ever_still_ends_and_leaves_the_terminal_whole() -> None:
    with started(LIST) as session:
        session.type(b"b")
        session.settle()
        session.process.send_signal(signal.SIGTERM)
        status, _ = session.await_end()
        assert status == 128 + signal.SIGTERM
        assert_whole(session)


@pytest.mark.counts_lines
@pytest.mark.parametrize("ignored", [False, True], ids=["hangup", "hangup-ignored"])
def test_a_lost_terminal_ends_the_program(ignored: bool) -> None:
    command = ["sh", "-c", 'trap "" HUP; exec "$@"', "sh", *LIST] if ignored else LIST
    with Session(command) as session:
        session.await_text("0 EU")
        session.hang_up()
        status, _ = session.await_end()
        assert status == 128 + signal.SIGHUP


@pytest.mark.counts_lines
def test_a_crash_says_what_it_was_and_shows_no_local_variable() -> None:
    with started(LIST) as session:
        session.type(b"c")
        status, _ = session.await_end()
        assert status == 1
        assert_whole(session)
        said = session.seen[session.seen.rfind(b"\x1b[?1049l") :]
        assert b"ValueError: crashed with 29 characters" in said
        assert b"the value of a local variable" not in said
        assert b"\x1b[2J" not in said


@pytest.mark.counts_lines
def test_an_error_of_ours_is_told_with_its_next_step_and_its_own_exit_status() -> None:
    with started(LIST) as session:
        session.type(b"e")
        status, _ = session.await_end()
        assert status == 3
        assert_whole(session)
        said = session.seen[session.seen.rfind(b"\x1b[?1049l") :]
        assert b"eujdef: the base is" in said
        assert b"start again" in said
        assert b"Traceback" not in said
        assert b"\x1b[2J" not in said


@pytest.mark.counts_lines
def test_a_terminal_that_takes_nothing_does_not_keep_the_program() -> None:
    with started(TEXT) as session:
        for page in PAGES:
            session.type(page)
            time.sleep(0.025)  # the program draws, and nobody reads
        session.process.send_signal(signal.SIGTERM)
        assert session.process.wait(timeout=1) == 128 + signal.SIGTERM
        assert session.settings_now() == session.settings


def test_a_terminal_that_is_lost_while_bytes_wait_ends_the_program_without_a_traceback() -> None:
    with started(TEXT) as session:
        for page in PAGES * 4:
            session.type(page)
            time.sleep(0.025)  # the program draws and nobody reads: the terminal's buffer fills
        session.hang_up()
        assert session.process.wait(timeout=5) == 128 + signal.SIGHUP


@pytest.mark.counts_lines
def test_a_terminal_without_a_name_does_as_well() -> None:
    nameless = """\
import os, runpy, sys
def ttyname(fd): raise OSError
os.ttyname, sys.argv = ttyname, sys.argv[1:]
sys.argv.pop(0)
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
"""
    command = [sys.executable, "-c", nameless, *LIST[1:]]
    with started(command) as session:
        session.type(b"q")
        assert session.await_end()[0] == 0
        assert_whole(session)


@pytest.mark.counts_lines
@pytest.mark.parametrize("stdin", [subprocess.DEVNULL, subprocess.PIPE], ids=["null", "pipe"])
def test_without_a_keyboard_it_does_not_start_and_says_so(stdin: int) -> None:
    ran = subprocess.run(LIST, stdin=stdin, capture_output=True, text=True, timeout=20, check=False)
    assert ran.returncode != 0
    assert ran.stderr == "no keyboard: standard input is not a terminal\n"
    assert ran.stdout == ""


@pytest.mark.counts_lines
def test_where_no_shell_waits_nothing_stops() -> None:
    with started(LIST) as session:
        before = session.glass.display
        session.type(b"z")
        session.settle()
        assert session.process.poll() is None
        assert session.glass.display == before
        session.type(b"q")
        assert session.await_end()[0] == 0
        assert_whole(session)


def test_it_comes_back_painted_from_a_stop_nobody_announced() -> None:
    with started(LIST) as session:
        before, taken = session.glass.display, session.settings_now()
        session.process.send_signal(signal.SIGSTOP)
        os.waitpid(session.process.pid, os.WUNTRACED)
        session.set(session.settings)
        session.glass.reset()
        session.process.send_signal(signal.SIGCONT)
        session.await_text("0 EU")
        session.settle()
        assert session.glass.display == before
        assert session.settings_now() == taken


def test_another_program_gets_the_terminal_whole_and_gives_it_back() -> None:
    with started(LIST) as session:
        before = session.glass.display
        session.type(b"s")
        session.await_text("outside")
        assert session.seen.rfind(b"outside") > session.seen.rfind(b"\x1b[?1049l")
        session.glass.reset()
        session.type(b"\n")
        session.await_text("0 EU")
        session.settle()
        assert session.glass.display == before


def test_what_the_terminal_says_too_late_does_not_reach_the_shell() -> None:
    with started(LIST) as session:
        session.type(b"q")
        session.type(b"\x1b[?62;22c\x1b]11;rgb:0000/0000/0000\x07")
        session.await_end()
        assert_whole(session)


# --- where there is no way in -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("term", "why"),
    [
        ("", "TERM is not set"),
        ("no-such", "TERM=no-such is not known to this machine"),
        ("\x1b[31m", "TERM=\ufffd[31m is not known to this machine"),
    ],
)
def test_a_terminal_that_can_show_no_screen_gets_one_plain_line(term: str, why: str) -> None:
    with Session([sys.executable, "-m", "eujdef_tui"], TERM=term, COLUMNS="200") as session:
        status, _ = session.await_end()
        assert status == 2
        instead = "eujdef find WORDS and eujdef --linear answer without one"
        assert session.seen.decode() == f"eujdef: the explorer needs a terminal: {why}. {instead}\r\n"


@pytest.mark.parametrize("term", ["xterm-kitty", "vt100", "linux", "screen", "xterm-direct"])
def test_a_terminal_that_can_is_taken_whatever_its_name(term: str) -> None:
    with Session([sys.executable, "-m", "eujdef_tui", "-f", str(METRE)], TERM=term) as session:
        session.await_text("? help")
        session.settle()
        codes = {code for found in re.findall(rb"\x1b\[([\d;]*)m", session.seen) for code in found.split(b";")}
        assert (b"38" in codes) == (term not in ("vt100", "linux"))
        assert (b"35" in codes) == (term == "linux")
        session.type(b"q")
        status, _ = session.await_end()
        assert status == 0
        assert_whole(session)


# --- what is sent -------------------------------------------------------------------------------------


def test_over_ssh_nothing_is_asked_for_but_paste() -> None:
    with started(LIST, SSH_CONNECTION="192.0.2.1 1 192.0.2.2 22") as session:
        assert modes(ON, session.seen) == {"1049", "2004"}
        assert modes(OFF, session.seen) == {"25", "7"}
        assert not any(word in session.seen for word in (KITTY_KEYS, QUERY, POINTER))


def test_over_ssh_the_mouse_is_there_when_asked_for() -> None:
    with started(LIST, SSH_CONNECTION="192.0.2.1 1 192.0.2.2 22", EUJDEF_MOUSE="1") as session:
        assert modes(ON, session.seen) == {"1049", "2004", "1000", "1002", "1006"}
        session.type(b"\x1b[<0;10;5M\x1b[<0;10;5m")
        session.settle()
        x, y = 9, 4
        assert session.glass.buffer[y][x].bold
        session.type(b"q")
        session.await_end()
        assert_whole(session)


@pytest.mark.counts_lines
def test_each_write_ends_at_a_character_and_none_is_lost() -> None:
    text = "a“…†’—外é🦀" * 600
    data, pieces = text.encode(), list[bytes]()
    while data:
        pieces.append(whole(data))
        data = data[len(pieces[-1]) :]
    assert "".join(piece.decode() for piece in pieces) == text
    assert {len(piece) for piece in pieces[:-1]} <= set(range(2045, 2049)), "as large as Linux passes on at once"


def test_every_mode_is_set_and_reset_by_a_sequence_of_its_own() -> None:
    with started(LIST) as session:
        session.type(b"q")
        session.await_end()
        assert {"1000", "1002", "1006"} <= modes(ON, session.seen)
        assert not [found for found in (*ON.findall(session.seen), *OFF.findall(session.seen)) if b";" in found]


def test_nothing_is_sent_while_nothing_changes() -> None:
    with started(INPUT) as session:
        assert session.read(1.5) == b""


def test_another_size_shows_what_a_fresh_start_shows() -> None:
    with started(LIST) as session, started(LIST, (61, 17)) as fresh:
        session.resize(61, 17)
        session.glass.resize(17, 61)
        _until_shown(session, fresh.glass.display)  # on a busy machine it is at rest before it has drawn
        assert session.glass.display == fresh.glass.display
        assert not list(differences(session.glass, fresh.glass))


def test_a_terminal_that_takes_nothing_is_sent_the_newest_frame_and_not_those_before() -> None:
    with started(TEXT) as session:
        # Textual scrolls after the next refresh, so pages in a burst may be one: home leads to the top all the same
        at_top = session.glass.display
        taken = 0
        for page in PAGES:
            session.type(page)
            taken += len(session.read(1.0)) + len(session.settle(0.025))
        for page in PAGES:
            session.type(page)
            time.sleep(0.025)  # the program draws, and nobody reads
        session.type(b"\x1b[H")
        assert _until_shown(session, at_top) < taken / 2


def _until_shown(session: Session, display: list[str]) -> int:
    """Read until the screen is at rest and shows this; return how many bytes that took."""
    read = len(session.settle())
    for _ in range(20):
        if session.glass.display == display:
            break
        read += len(session.read(0.5)) + len(session.settle())
    assert session.glass.display == display
    return read


# --- what is heard ------------------------------------------------------------------------------------


def test_a_lone_escape_is_heard_though_nothing_follows_it_and_with_a_letter_it_is_a_chord() -> None:
    with started(INPUT) as session:
        for _ in range(3):
            session.type(b"\x1b")
            session.await_text("heard escape")
            session.type(b"\x1bv")
            session.await_text("heard chord")


def test_a_chord_that_is_not_bound_is_escape_and_then_the_key() -> None:
    with started(INPUT) as session:
        session.type(b"\x1bj")
        session.await_text("heard escape")
        session.await_text("j")


def test_what_was_not_typed_is_not_typed_and_keys_work_after_it() -> None:
    with started(INPUT) as session:
        for junk in JUNK:
            session.type(junk)
        session.type(b"K")
        session.await_text("K")
        assert session.glass.display[1].split()[1] == "K"


def test_a_paste_without_an_end_ends_and_keys_work_after_it() -> None:
    with started(INPUT) as session:
        session.type(b"\x1b[200~Kal")
        session.await_text("Kal")
        session.type(b"las")
        session.await_text("Kallas")
