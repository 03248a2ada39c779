"""A shared box as the README sets it up: a real OpenSSH server, real clients, real terminals."""

from __future__ import annotations

import base64
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eujdef_tui.export.citation import cite
from eujdef_tui.store import open_base
from tests.helpers.explorer import base_of
from tests.helpers.long_form import LONG
from tests.helpers.processes import METRE, eujdef
from tests.helpers.ssh_crowd import crowd
from tests.helpers.ssh_server import MISSING, Server

pytestmark = [pytest.mark.skipif(bool(MISSING), reason=MISSING), pytest.mark.slow]


def stamps(folder: Path) -> dict[str, int]:
    """The files of a folder and when they were written."""
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A box with a base that stands ready."""
    folder = tmp_path_factory.mktemp("box")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EUJDEF_CACHE", str(folder / "cache"))
        open_base(METRE).close()
    with Server(folder, METRE, folder / "cache") as server:
        kept = stamps(folder / "cache")
        yield server
        assert stamps(folder / "cache") == kept, "no session writes"


def soon(holds: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait until something holds."""
    begun = time.monotonic()
    while not holds():
        assert time.monotonic() - begun < seconds, "what was waited for did not come"


def test_a_question_is_answered_over_ssh_as_at_home(box: Server) -> None:
    for command, at_home in (
        ("find kible", ["find", "kible"]),
        ('find "of the metre" --json -n 2', ["find", '"of', "the", 'metre"', "--json", "-n", "2"]),
        ("eujdef show kibble", ["show", "kibble"]),
        ("cite kibble --as chicago", ["cite", "kibble", "--as", "chicago"]),
    ):
        done, home = box.ask(command), eujdef(*at_home, "-f", str(METRE))
        assert (done.returncode, done.stdout, done.stderr) == (home.code, home.out, home.err), command
        assert done.stdout
    assert box.ask("find", "zzyzx").returncode == 1
    lines = box.ask("find", "-", stdin="kible\nzzyzx\n").stdout.splitlines()
    assert ['"count": 0' in line for line in lines] == [False, True]
    assert "find WORDS" in box.ask("help").stdout


@pytest.mark.parametrize(
    "command",
    [
        "find x; touch ran", "find $(touch ran)", "find `touch ran`", "find x | touch ran", "find x > ran", "touch ran",
        "find x\ntouch ran", "sh -c 'touch ran'", "/bin/sh", "bash -i", "python3", "scp -t .", "rsync --server . .",
        "git-receive-pack 'x'", "check /etc/passwd", "find x -f /etc/passwd", "export --to jsonl", "eujdef --kiosk",
    ],
)  # fmt: skip
def test_any_other_command_is_refused_and_not_run(box: Server, command: str) -> None:
    done = box.ask(command)
    assert (done.returncode, done.stdout) == (2, ""), command
    assert len(done.stderr.splitlines()) == 2
    assert done.stderr.startswith("eujdef: column ")
    assert not Path("ran").exists()
    assert not (Path.home() / "ran").exists()


def test_files_are_neither_brought_nor_taken(box: Server, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("x", "utf-8")
    for legacy in ([], ["-O"]):
        for way in ([str(tmp_path / "mine"), f"{box.host}:theirs"], [f"{box.host}:/etc/passwd", str(tmp_path / "got")]):
            command = [*box.client(*legacy, program="scp"), *way]
            done = subprocess.run(command, capture_output=True, text=True, timeout=20)
            assert done.returncode != 0, way
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
    assert not (Path.home() / "theirs").exists()


def test_nothing_is_forwarded_and_no_variable_comes_in(box: Server, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as inside:
        through = box.ask(options=("-W", f"127.0.0.1:{inside.getsockname()[1]}"))
        assert through.returncode != 0
        inside.setblocking(False)
        with pytest.raises(BlockingIOError):
            inside.accept()
    (tmp_path / "other").mkdir()
    with Server(tmp_path / "other", METRE, tmp_path, command="/usr/bin/env") as other:
        sent = other.ask("x", options=("-o", "SetEnv=LANG=trap TEXTUAL_LOG=trap PYTHONSTARTUP=trap none=in"))
    names = dict(line.split("=", 1) for line in sent.stdout.splitlines())
    assert names["SSH_ORIGINAL_COMMAND"] == "x"
    assert names["none"] == "in", "the only one that is let in"
    assert "trap" not in names.values()


def test_without_a_terminal_a_session_says_how_to_ask(box: Server) -> None:
    done = box.ask()
    assert (done.returncode, done.stdout) == (2, "")
    assert "ssh -t" in done.stderr


def test_in_a_session_facts_are_searched_read_copied_and_left(box: Server) -> None:
    with box.session((120, 36)) as session:
        session.await_text("? help")
        session.type(b"/kible\r")
        session.await_text("kible ~ Kibble")
        session.await_text("─ The Daily Balance")
        session.type(b"n")
        session.await_text("· 2 of 2")
        session.type(b"Y")
        session.await_text("OSC 52")
        (copied,) = re.findall(rb"\x1b\]52;c;([^\x07]*)\x07", session.seen)
        base = base_of(METRE)
        assert base64.b64decode(copied).decode() == cite(base, base.number("kibble") or 0, "markdown")
        session.type(b"q")
        assert session.await_end()[0] == 0
        assert session.seen.rstrip().endswith(b"\x1b[?1049l\x1b[?25h")
        assert b"\x1b[?1000" not in session.seen, "no mouse over a line"
    soon(lambda: not box.explorers())


def test_a_question_with_a_terminal_is_answered_in_lines_that_fit(box: Server) -> None:
    with box.session((60, 24), "show", "bipm") as session:
        assert session.await_end()[0] == 0
    lines = session.seen.decode().split("\r\n")
    assert max(map(len, lines)) <= 60
    assert "at Sèvres." in session.seen.decode()
    assert b"\x1b" not in session.seen


def test_no_key_stops_a_session(box: Server) -> None:
    with box.session() as session:
        session.await_text("? help")
        (explorer,) = box.explorers()
        for key in (b"\x1a", b"\x1c", b"\x19", b"\x1b\x1a", b"!", b":", b"e", b"v", b"\x1b[25~"):
            session.type(b"\x1b\x1b" + key)
        session.type(b"\x1b\x1b/still")
        session.await_text("/ still")
        state = re.search(r"State:\s+(\w)", Path(f"/proc/{explorer}/status").read_text("ascii"))
        assert state
        assert state[1] in "SR"
        assert box.explorers() == [explorer]
        session.type(b"\x1bq")
        assert session.await_end()[0] == 0


@pytest.mark.parametrize("place", ["2", "/kib", "\r", "y", "c", "\x10"])
def test_of_a_client_that_is_killed_nothing_is_left_on_the_box(box: Server, place: str) -> None:
    with box.session() as session:
        session.await_text("? help")
        session.type(place.encode())
        session.settle()
        assert len(box.explorers()) == 1
        session.process.kill()
        soon(lambda: not box.descendants())


def test_a_client_that_is_killed_at_the_start_leaves_nothing(box: Server) -> None:
    for _ in range(3):
        with box.session() as session:
            soon(lambda: bool(box.explorers()))
            session.process.kill()
        soon(lambda: not box.descendants())


def test_many_sessions_are_open_at_once(box: Server, capsys: pytest.CaptureFixture[str]) -> None:
    seen = crowd(box, 6 * LONG)
    with capsys.disabled():
        sys.stdout.write(f"\n{seen}\n")
    assert seen.explorers == 6 * LONG
    assert seen.all_kib < 51_200 * seen.explorers, "KiB: 50 MiB for each"
    soon(lambda: not box.descendants())
