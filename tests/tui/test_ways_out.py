"""The explorer itself on a terminal: whatever is typed or sent to it, it ends as it should and leaves all whole."""

from __future__ import annotations

import random
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.helpers.long_form import LONG
from tests.helpers.places import ROOT
from tests.helpers.processes import METRE, python
from tests.helpers.pty_session import Session

pytestmark = pytest.mark.slow  # real terminals

EUJDEF = [sys.executable, "-m", "eujdef_tui", "--fresh", "-f", str(METRE)]
MODES_ON = {"1049": "h", "2004": "h", "7": "l", "25": "l"}


@contextmanager
def explorer(command: list[str] = EUJDEF, size: tuple[int, int] = (80, 24), **env: str) -> Iterator[Session]:
    """The explorer, open and at rest."""
    with Session(command, size, PYTHONPATH=str(ROOT), **env) as session:
        session.await_text("? help")
        session.settle()
        yield session


def assert_whole(session: Session) -> None:
    """The terminal is as it was found: every mode that was set is set back, and so are the line settings."""
    last = dict(re.findall(r"\x1b\[\?(\d+)([hl])", session.seen.decode("utf-8", "replace")))
    assert {mode: last[mode] for mode in MODES_ON} == {mode: "lh"[to == "l"] for mode, to in MODES_ON.items()}
    assert session.settings_now() == session.settings
    assert b"Traceback" not in session.seen


@pytest.mark.parametrize(
    ("keys", "status"),
    [
        ([b"q"], 0),
        ([b"\x03", b"\x03"], 130),
        ([b"/", b"k", b"\x03", b"\x03"], 130),
        ([b"?", b"\x03", b"\x03"], 130),
        ([b"t", b"\x03", b"\x03"], 130),
        ([b"\x10", b"\x03", b"\x03"], 130),
    ],
    ids=["q", "ctrl+c-list", "ctrl+c-search", "ctrl+c-help", "ctrl+c-date", "ctrl+c-palette"],
)
def test_a_key_that_quits_quits_from_wherever_it_is_pressed(keys: list[bytes], status: int) -> None:
    with explorer() as session:
        for key in keys:
            assert session.process.poll() is None
            session.type(key)
            session.settle(0.1)
        assert session.await_end()[0] == status
        assert_whole(session)


def test_ctrl_c_once_says_how_to_quit_and_quits_nothing() -> None:
    with explorer() as session:
        session.type(b"\x03")
        session.await_text("Press ^c again to quit")
        session.type(b"j")
        session.await_text("? help")
        session.type(b"q")
        assert session.await_end()[0] == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
@pytest.mark.parametrize("keys", [b"", b"/", b"?"], ids=["list", "search", "help"])
def test_a_signal_ends_the_explorer_with_its_own_status(number: int, keys: bytes) -> None:
    with explorer() as session:
        session.type(keys)
        session.settle(0.1)
        session.process.send_signal(number)
        status, _ = session.await_end()
        assert status == 128 + number
        assert_whole(session)


@pytest.mark.parametrize("ignored", [False, True], ids=["hangup", "hangup-ignored"])
def test_a_link_that_closes_ends_the_explorer(ignored: bool) -> None:
    command = ["sh", "-c", 'trap "" HUP; exec "$@"', "sh", *EUJDEF] if ignored else EUJDEF
    with explorer(command) as session:
        session.hang_up()
        status, _ = session.await_end()
        assert status == 128 + signal.SIGHUP


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_ctrl_z_stops_and_the_shell_brings_it_back_painted() -> None:
    script = 'set -m; "$@"; echo the shell again; read answer; fg; echo "status $?"'
    with explorer(["bash", "-c", script, "bash", *EUJDEF]) as session:
        before, taken = session.glass.display, session.settings_now()
        session.type(b"\x1a")
        session.await_text("the shell again")
        assert session.settings_now() == session.settings
        assert session.seen.rfind(b"\x1b[?1049l") < session.seen.rfind(b"the shell again")
        session.glass.reset()
        session.type(b"\n")
        session.await_text("? help")
        session.settle()
        assert session.glass.display == before
        assert session.settings_now() == taken
        session.type(b"q")
        session.await_text("status 0")


# Ends by ctrl+c at the moment a module is first asked for, as it may be pressed at any.
PRESSED = """
import os, runpy, signal, sys
module = sys.argv.pop(1)
class Press:
    def find_spec(self, name, path=None, target=None):
        if name == module:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Press())
runpy.run_module("eujdef_tui", run_name="__main__")
"""


@pytest.mark.parametrize("module", ["eujdef_tui.cli.commands", "argparse", "eujdef_tui.search.engine"])
def test_ctrl_c_while_it_loads_ends_it_without_a_word(module: str) -> None:
    ran = python(PRESSED, module, "find", "kibble", "-f", str(METRE))
    assert (ran.code, ran.out, ran.err) == (130, "", "")


def test_without_a_keyboard_the_explorer_says_so() -> None:
    ran = subprocess.run(EUJDEF, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=20, check=False)
    assert ran.returncode == 2
    assert "standard input is not a terminal" in ran.stderr


SIZES = [(1, 1), (500, 200), (2, 50), (200, 2), (19, 5), (20, 6), (59, 15), (4, 3), (100, 30), (80, 24)]


def picked(session: Session) -> list[str]:
    """The line of the picked record."""
    return [line for line in session.glass.display if line.startswith("▌")]


@pytest.mark.parametrize("keys", [b"", b"?", b"t", b"\x10"], ids=["list", "help", "date", "palette"])
def test_any_size_is_survived_and_the_picked_record_is_shown_again(keys: bytes) -> None:
    with explorer() as session:
        before = picked(session)
        session.type(keys)
        for width, height in SIZES:
            session.resize(width, height)
            session.settle(0.05)
        session.glass.resize(24, 80)
        for key in (b"\x1b", b"\x0c"):
            session.type(key)
            session.settle()
        session.await_text(before[0])
        session.settle()
        assert picked(session) == before
        shown = session.glass.display
        session.type(b"\x0c")
        session.settle()
        assert session.glass.display == shown
        session.type(b"q")
        assert session.await_end()[0] == 0
        assert_whole(session)


# What ends the program, or hands it to another, is not among the keys tried.
UNTRIED = frozenset(b"qyYeo\x03\x1a")
PIECES = [
    *(b"\x1b", b"\x1b[", b"\x1b[M", b"\x1b[<0;NaN;3M", b"\x1b]11;rgb:0/0/0", b"\x1bP", b"\xc3", b"\x9b", b"\xff\xfe"),
    *(b"\x1b[200~", b"\x1b[201~", b"\x1b[?62;22c", b"\x1b[24;80R", b"\x1b[A", b"\x1b[1;5Z", b"\x1bOP", "日".encode()),
]
JUNK = [b"\x1b[?62;22c", b"\x1b]11;rgb:0/0/0\x07", b"\x1b[M !!", b"\x1b[<NaN;1;1M", b"\xe9", b"\x1b[24;80R"]


@pytest.mark.parametrize("seed", range(3))
def test_any_bytes_at_all_are_survived_and_keys_work_after_them(seed: int) -> None:
    chance = random.Random(seed)
    with explorer() as session:
        for _ in range(25 * LONG):
            junk = b"".join(
                chance.choice(PIECES) if chance.random() < 0.4 else bytes([chance.randrange(256)]) for _ in range(40)
            )
            session.type(bytes(byte for byte in junk if byte not in UNTRIED))
            session.settle(0.01)
        session.settle(1.2)  # a paste or a sequence without its end is given up
        for key in (b"\x1b\\", b"\x1b", b"\x1b", b"\x1b", b"\x1b", b"\x1b"):
            session.type(key)
            session.settle(0.6)
        session.type(b"6g")
        session.await_text("The metre and the kilogram · 1 of 2")  # sources
        session.type(b"q")
        assert session.await_end()[0] == 0
        assert_whole(session)


def test_nothing_of_what_was_not_typed_is_typed_into_the_search_line() -> None:
    with explorer() as session:
        session.type(b"/")
        session.settle()
        for junk in (
            b"\x1b[?62;22c",
            b"\x1b]11;rgb:0000/0000/0000\x07",
            b"\x1b[M !!",
            b"\x1b[<NaN;1;1M",
            b"\xe9",
            b"\x1b[24;80R",
        ):
            session.type(junk)
        session.settle(0.6)
        session.type(b"K")
        session.await_text("/ K")
        assert session.glass.display[0].split()[:2] == ["/", "K"]
