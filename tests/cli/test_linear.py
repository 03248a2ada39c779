"""`eujdef --linear` as people run it: six look-ups, pipes, a dumb terminal, a shared box."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.places import METRE, ROOT
from tests.helpers.processes import eujdef, python, surroundings
from tests.helpers.pty_session import DEADLINE, Session

pytestmark = pytest.mark.slow  # a process for each question

F = ("-f", str(METRE))
DRAWS = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2500-\u25ff]")
SIX = (ROOT / "tests" / "cli" / "six_lookups.txt").read_text(encoding="utf-8")


# --- six look-ups ---


def six_lookups(home: Path) -> str:
    """What is said to the lines of the transcript, over the shipped facts."""
    typed = "".join(line.removeprefix("> ") for line in SIX.splitlines(keepends=True) if line.startswith("> "))
    state = home / ".local" / "state" / "eujdef"
    ran = eujdef("--linear", stdin=typed.rstrip("\n") + "\n", HOME=str(home), EUJDEF_STATE=str(state))
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_six_lookups_are_said_as_they_were_read_over(tmp_path: Path) -> None:
    assert six_lookups(tmp_path).removesuffix("> \n") == SIX


def test_the_transcript_has_the_six_kinds_of_lookups() -> None:
    asked = re.findall("^> (.*)", SIX, re.M)
    assert len([line for line in asked if line not in ("1", "n", "c plain")]) == 6
    for said in ("read as", "by the other name", "Nothing found for", "word for word", "Copy begins", "Copy ends"):
        assert said in SIX
    assert not DRAWS.search(SIX)


def test_the_page_shows_this_transcript() -> None:
    text = (ROOT / "docs" / "linear.md").read_text(encoding="utf-8")
    block = re.search(r"<!-- transcript -->\n```\n(.*?)```\n", text, re.S)
    assert block
    assert block[1].rstrip() == SIX.rstrip()


# --- pipes ---


def test_it_starts_without_the_screen_and_its_libraries() -> None:
    code = (
        "import sys; from eujdef_tui.cli.commands import main; code = main(['--linear']);"
        "print(code, [name for name in ('textual', 'rich', 'eujdef_tui.tui.app') if name in sys.modules])"
    )
    ran = python(code, COVERAGE_PROCESS_CONFIG="")
    assert ran.out.splitlines()[-1] == "0 []"


def test_answers_load_nothing_of_the_screen_either() -> None:
    code = (
        "import io, sys; sys.stdin = io.StringIO('kalas\\n1\\nn\\nc\\na\\nl\\nspa\\ntimeline\\nhelp\\nm\\nmarks\\n');"
        "from eujdef_tui.cli.commands import main; main(['--linear']);"
        "print([name for name in ('textual', 'rich', 'eujdef_tui.tui.app') if name in sys.modules])"
    )
    assert python(code, COVERAGE_PROCESS_CONFIG="").out.splitlines()[-1] == "[]"


def test_an_empty_input_ends_it_with_success() -> None:
    ran = eujdef("--linear", *F)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("> \n")


@pytest.mark.counts_lines
def test_a_reader_that_closes_the_pipe_is_success() -> None:
    command = [sys.executable, "-m", "eujdef_tui", "--linear", *F]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings()
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        process.stdin.write(b"help\n" * 2000)
        process.stdin.close()
        assert process.wait(DEADLINE) == 0
        assert process.stderr.read() == b""


def test_bytes_that_are_no_text_are_answered() -> None:
    ran = eujdef("--linear", *F, stdin=b"\xff\xfe\x00\x1b[2J\x9b\nkibble\n")
    assert ran.code == 0
    assert "2 answers for kibble." in ran.out
    assert not DRAWS.search(ran.out)


def test_each_answer_is_there_before_the_next_line_is_written() -> None:
    command = [sys.executable, "-m", "eujdef_tui", "--linear", *F]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=surroundings()) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b"kibble\n")
        process.stdin.flush()
        while b"2 answers for kibble" not in process.stdout.readline():
            pass
        process.stdin.close()
        assert process.wait(DEADLINE) == 0


def test_a_query_of_the_command_line_is_answered_first() -> None:
    assert "\n2 answers for kibble.\n" in eujdef("--linear", "-q", "kibble", *F).out


def test_a_terminal_without_unicode_is_a_matter_of_the_stream() -> None:
    ran = eujdef("--linear", *F, stdin="delambre\n", PYTHONIOENCODING="ascii")
    assert "Pierre Mechain" in ran.out


@pytest.mark.counts_lines
def test_settings_of_the_file_are_those_of_linear_mode_too(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('copy = "plain"\n[searches]\nBalance = "kibble"\n', encoding="utf-8")
    ran = eujdef("--linear", *F, stdin="saved\n1\nc\n", EUJDEF_CONFIG=str(tmp_path / "config.toml"))
    assert "Balance: kibble." in ran.out
    assert "Copy begins, 1 fact as plain:" in ran.out


# --- a terminal ---


@pytest.mark.counts_lines
def test_a_dumb_terminal_gets_lines_and_no_escape() -> None:
    with Session([sys.executable, "-m", "eujdef_tui", *F], TERM="dumb") as session:
        session.await_text("> ")
        session.type(b"kible\r")
        session.await_text("matched by spelling")
        session.type(b"c plain\r")
        session.await_text("Copy ends")
        session.type(b"q\r")
        assert session.await_end()[0] == 0
    text = session.seen.decode()
    assert not DRAWS.search(text)
    assert "\x1b" not in text
    assert max(len(line) for line in text.split("\r\n")) < 80


def test_a_dumb_terminal_with_input_from_a_pipe_is_answered_line_by_line() -> None:
    command = [sys.executable, "-m", "eujdef_tui", *F]
    around = surroundings() | {"TERM": "dumb"}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=around) as process:
        assert process.stdin
        assert process.stdout
        for line, said in ((b"kibble\n", b"2 answers for kibble"), (b"n\n", b"quote")):
            process.stdin.write(line)
            process.stdin.flush()
            while said not in process.stdout.readline():
                pass
        process.stdin.close()
        assert process.wait(DEADLINE) == 0


def test_on_a_terminal_the_line_is_not_said_twice() -> None:
    with Session([sys.executable, "-m", "eujdef_tui", "--linear", *F]) as session:
        session.await_text("> ")
        session.type(b"kibble\r")
        session.await_text("2 answers for kibble.")
        assert session.seen.count(b"> kibble\r\n") == 1
        session.type(b"\x04")
        assert session.await_end()[0] == 0


def test_ctrl_c_drops_the_line_and_twice_quits() -> None:
    with Session([sys.executable, "-m", "eujdef_tui", "--linear", *F]) as session:
        session.await_text("> ")
        session.type(b"never asked\x03")
        session.await_text("Dropped. Control C again quits.")
        session.type(b"kibble\r")
        session.await_text("2 answers for kibble.")
        session.type(b"\x03")
        session.settle()
        session.type(b"\x03")
        assert session.await_end()[0] == 130
    assert b"Traceback" not in session.seen


def test_where_all_output_goes_elsewhere_but_somebody_types_it_answers_in_lines(tmp_path: Path) -> None:
    log = tmp_path / "log"
    shell = f'exec "$0" -m eujdef_tui -f "$1" >"{log}" 2>&1'
    with Session(["sh", "-c", shell, sys.executable, str(METRE)]) as session:
        session.type(b"kibble\r\x04")
        assert session.await_end()[0] == 0
    assert "2 answers for kibble." in log.read_text(encoding="utf-8")


def test_the_explorer_still_opens_where_only_stdout_goes_elsewhere() -> None:
    with Session(["sh", "-c", 'exec "$0" -m eujdef_tui -f "$1" >"$2"', sys.executable, str(METRE), os.devnull]) as at:
        at.await_text("? help")


# --- a shared box ---


def test_a_shared_box_answers_in_lines_and_lets_nothing_out(tmp_path: Path) -> None:
    lines = "kibble\nm\nexport csv\nbrief\nedit\nopen\nc plain\nq\n"
    ran = eujdef("--kiosk", "--linear", *F, stdin=lines, cwd=tmp_path, EUJDEF_STATE=str(tmp_path / "state"))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("A shared box does not ") == 4
    assert "\nCopy ends.\n" in ran.out
    assert list(tmp_path.iterdir()) == []


def test_a_client_of_a_shared_box_may_have_a_dumb_terminal() -> None:
    with Session([sys.executable, "-m", "eujdef_tui", "--kiosk", *F], TERM="dumb") as session:
        session.await_text("> ")
        session.type(b"export csv\rkibble\rexport csv\r")
        session.await_text("A shared box does not write files")
        session.type(b"q\r")
        assert session.await_end()[0] == 0
