"""The command line and what it is connected to: pipes, terminals, full disks, and what must not pass."""

from __future__ import annotations

import fcntl
import os
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.helpers.fact_files import HEAD, write
from tests.helpers.processes import METRE, eujdef, python, surroundings

pytestmark = pytest.mark.slow  # a process for each stream

F = ("-f", str(METRE))

# --- the ways out ---


def bash(command: str, **env: str) -> subprocess.CompletedProcess[str]:
    """A line of shell, in which `eujdef` stands for the program."""
    program = f"eujdef() {{ exec '{sys.executable}' -m eujdef_tui \"$@\"; }}; "
    around = surroundings() | env
    return subprocess.run(["bash", "-c", program + command], capture_output=True, text=True, env=around, timeout=60)


@pytest.mark.parametrize("buffered", ["", "1"])
@pytest.mark.parametrize("verb", ["export --to jsonl", "find europe -n 0", "check"])
def test_a_closed_pipe_is_success_and_silent(verb: str, buffered: str) -> None:
    done = bash(f"eujdef {verb} | head -1; exit ${{PIPESTATUS[0]}}", PYTHONUNBUFFERED=buffered)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1


def test_a_pipe_that_nobody_reads_is_success_and_silent() -> None:
    for verb in ("find kibble", "show kibble", "--help"):
        done = bash(f"eujdef {verb} | true; exit ${{PIPESTATUS[0]}}", EUJDEF_FILE=str(METRE))
        assert (done.returncode, done.stderr) == (0, ""), verb


@pytest.mark.counts_lines
def test_a_closed_stdin_or_stderr_is_no_reason_to_fail() -> None:
    for closed in ("<&-", "2>&-", "<&- 2>&-"):
        done = bash(f"eujdef find kibble {closed}", EUJDEF_FILE=str(METRE))
        assert (done.returncode, done.stderr) == (0, ""), closed


@pytest.mark.counts_lines
@pytest.mark.parametrize("verb", ["find kibble", "check", "--version", "--help", "export --to csv"])
def test_a_closed_stdout_is_told_and_no_success(verb: str) -> None:
    done = bash(f"eujdef {verb} >&-", EUJDEF_FILE=str(METRE))
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == "eujdef: stdout is closed: nothing could be printed"
    assert bash(f"eujdef {verb} <&- >&- 2>&-", EUJDEF_FILE=str(METRE)).returncode == 2


def test_what_prints_nothing_needs_no_stdout() -> None:
    assert bash("eujdef show nobody >&-", EUJDEF_FILE=str(METRE)).returncode == 1


@pytest.mark.counts_lines
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("buffered", ["", "1"])
@pytest.mark.parametrize("verb", ["find kibble", "--version", "--help", "export --to csv"])
def test_a_full_disk_is_told(verb: str, buffered: str) -> None:
    done = bash(f"eujdef {verb} > /dev/full", EUJDEF_FILE=str(METRE), PYTHONUNBUFFERED=buffered)
    assert done.returncode == 2
    assert done.stderr.startswith("eujdef: ")
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr == "eujdef: stdout cannot be written: No space left on device\n"


@pytest.mark.parametrize(("verb", "code"), [("find zzyzx", 1), ("find a:b", 2), ("sing", 2), ("find x -f none", 3)])
@pytest.mark.parametrize("lost", ["2>&1 >/dev/null | true", "2>/dev/full"])
def test_what_cannot_be_said_on_stderr_does_not_change_the_exit_code(verb: str, code: int, lost: str) -> None:
    done = bash(f"eujdef {verb} {lost}; exit ${{PIPESTATUS[0]}}", EUJDEF_FILE=str(METRE))
    assert done.returncode == code


@pytest.mark.counts_lines
def test_an_interrupt_ends_with_130_and_no_traceback() -> None:
    command = [sys.executable, "-m", "eujdef_tui", "find", "-", *F]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as running:
        assert running.stdin
        assert running.stdout
        running.stdin.write(b"kibble\n")
        running.stdin.flush()
        running.stdout.readline()
        running.send_signal(2)
        assert running.wait(30) == 130
        assert running.stderr
        assert running.stderr.read() == b""


def test_a_start_without_a_terminal_is_answered_plainly() -> None:
    ran = eujdef()
    assert (ran.code, ran.out) == (2, "")
    assert "needs a terminal" in ran.err
    assert "eujdef find" in ran.err


@pytest.mark.counts_lines
def test_help_says_the_exit_codes_and_the_version_is_the_packages() -> None:
    ran = eujdef("--help")
    assert ran.code == 0
    for code in ("0  found", "1  nothing", "2  usage", "3  fact file", "4  evidence", "130  interrupted"):
        assert code in ran.out
    assert eujdef("--version").out.startswith("eujdef 0.")
    assert eujdef("sing").code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("find", "\x1b]0;owned\x07zzyzx"),
        ("find", "\x1b[31m:x"),
        ("find", "--\x1b[31m"),
        ("\x1b[31m",),
        ("show", "\x1b[31m"),
        ("find", "x", "-f", "\x1b[31m.yaml"),
        ("check", "\x1b[31m.yaml"),
        ("cite", "x", "--as", "\x1b[31m"),
        ("find", "x", "-n", "\x1b[31m"),
        ("find", b"\xff\xfe"),
        ("show", b"\xff"),
        ("find", "x", "-f", b"\xff.yaml"),
        ("find", "--", "\u202eabc\u200b"),
    ],
)
def test_control_characters_in_arguments_never_reach_the_terminal(arguments: tuple[str | bytes, ...]) -> None:
    ran = eujdef(*arguments)
    assert ran.code in (1, 2, 3)
    assert "Traceback" not in ran.err
    assert not {"\x1b", "\x07", "\u202e", "\u200b"} & set(ran.out + ran.err)


# --- what is loaded ---


@pytest.mark.parametrize(
    "arguments",
    [
        ["find", "kibble"], ["find", "-"], ["show", "kibble"], ["cite", "kibble"], ["check"],
        ["export", "--to", "jsonl"], ["keys"], [],
    ],
)  # fmt: skip
def test_no_verb_imports_textual_and_the_lookups_import_no_yaml(arguments: list[str]) -> None:
    eujdef("find", "kibble", *F)  # so that the base is there
    code = """
import atexit, sys
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
from eujdef_tui.cli.commands import main
sys.exit(main(sys.argv[1:]))
"""
    loaded = set(python(code, *arguments, EUJDEF_FILE=str(METRE)).err.split())
    assert "eujdef_tui.cli.commands" in loaded
    assert not loaded & {"textual", "rich.progress"}
    if arguments != ["check"]:
        assert not loaded & {"yaml", "nupunkt", "eujdef_tui.factfile.loader", "eujdef_tui.factfile.anchoring"}


# --- on a terminal ---


def on_terminal(
    *arguments: str, columns: int = 60, only_err: bool = False, env: Mapping[str, str] = {}
) -> tuple[int, str]:
    """Run `eujdef` on a terminal of that width: how it ended, and all that the terminal was sent."""
    return sent_by("-m", "eujdef_tui", *arguments, columns=columns, only_err=only_err, env=env)


def sent_by(*arguments: str, columns: int, only_err: bool, env: Mapping[str, str] = {}) -> tuple[int, str]:
    """The same for Python with these arguments."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    running = subprocess.Popen(
        [sys.executable, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL if only_err else theirs,
        stderr=theirs,
        env={name: value for name, value in surroundings().items() if name != "COLUMNS"} | {"TERM": "xterm", **env},
    )
    os.close(theirs)
    sent = bytearray()
    try:
        while piece := os.read(ours, 65536):
            sent += piece
    except OSError:  # how Linux says that the other side is closed
        pass
    os.close(ours)
    return running.wait(30), sent.decode().replace("\r\n", "\n")


def test_a_terminal_that_is_not_told_of_other_characters_is_sent_ascii() -> None:
    for env, said in (
        ({"LC_ALL": "fr_FR.ISO-8859-1"}, "Mechain"),
        ({"LC_ALL": "C"}, "Méchain"),
        ({"LC_ALL": "C.UTF-8", "EUJDEF_ASCII": "1"}, "Mechain"),
        ({"LC_ALL": "C.UTF-8", "TERM": "linux"}, "Mechain"),
    ):
        code, sent = on_terminal("find", "mechain", *F, env=env)
        assert code == 0
        assert said in sent, env
        assert sent.isascii() == (said == "Mechain")
    assert "Méchain" in eujdef("find", "mechain", *F, EUJDEF_ASCII="1").out, "a file gets what it is"


def test_on_a_terminal_lines_are_wrapped_at_its_width_with_labels_left_alone() -> None:
    code, sent = on_terminal("show", "bipm", *F)
    assert code == 0
    lines = sent.splitlines()
    assert max(map(len, lines)) <= 60
    assert lines[2:4] == [
        "who        Keeps the international standards of measurement",
        "           at Sèvres.",
    ]
    plain = eujdef("show", "bipm", *F)
    assert "".join(sent.split()) == "".join(plain.out.split())


def test_on_a_very_narrow_terminal_nothing_is_lost() -> None:
    _, sent = on_terminal("find", "kibble", "-n", "1", *F, columns=12)
    assert max(map(len, sent.splitlines())) <= 12 or "more: -n 0" in sent
    assert "".join(eujdef("find", "kibble", "-n", "1", *F).out.split()) in "".join(sent.split())


@pytest.mark.counts_lines
def test_a_long_build_shows_a_bar_and_leaves_nothing_behind(tmp_path: Path) -> None:
    event = "  - {id: e%d, kind: k, title: T, status: happened, evidence: [{source: s, quote: words}]}\n"
    facts = write(tmp_path, HEAD + "events:\n" + "".join(event % n for n in range(2500)))
    cache = {"EUJDEF_CACHE": str(tmp_path / "cache")}
    code, sent = on_terminal("find", "T", "-f", str(facts), columns=80, only_err=True, env=cache)
    assert code == 0
    assert "compiling the fact file" in sent
    assert sent.rindex("\x1b[?25h") > sent.rindex("\x1b[?25l"), "the cursor is back"
    _, again = on_terminal("find", "T", "-f", str(facts), columns=80, only_err=True, env=cache)
    assert "compiling" not in again
    assert sent.endswith(again), "what is said after the build is said as without one"


@pytest.mark.counts_lines
def test_a_build_that_is_broken_off_gives_the_cursor_back() -> None:
    code, sent = sent_by(
        "-c", "from eujdef_tui.cli.progress import show\nshow(1, 5000, 'facts')", columns=80, only_err=True
    )
    assert code == 0
    assert sent.rindex("\x1b[?25h") > sent.rindex("\x1b[?25l")


def test_a_short_build_and_a_pipe_show_none(tmp_path: Path) -> None:
    cache = {"EUJDEF_CACHE": str(tmp_path / "cache")}
    assert on_terminal("find", "kibble", *F, only_err=True, env=cache) == (0, "")
