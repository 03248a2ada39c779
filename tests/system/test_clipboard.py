"""Copies: the way each takes, what the terminal is sent, and what is said of it."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
from base64 import b64decode, b64encode
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.system.clipboard import MOST, MOST_IN_MOSH, PIECE, copy, in_pieces, way
from eujdef_tui.system.paths import state_folder
from tests.helpers.explorer import driven, explorer
from tests.helpers.pty_session import Session

XTERM, SCREEN, CONSOLE = {"TERM": "xterm-256color"}, {"TERM": "screen.xterm-256color"}, {"TERM": "linux"}


def osc52(text: str) -> str:
    """What asks a terminal to take a text (xterm's OSC 52)."""
    return f"\x1b]52;c;{b64encode(text.encode()).decode()}\a"


# --- which way ---


def test_the_way_follows_from_the_environment_and_the_length_alone() -> None:
    assert way(XTERM) == way(XTERM | {"TMUX": ""}) == way({}) == "terminal"
    assert way(XTERM | {"STY": "1.pts"}) == way(SCREEN) == "screen"
    assert way({"TERM": "tmux-256color"}) == "terminal", "a tmux at the far end, which this machine cannot speak to"
    assert way(CONSOLE) == "file"
    assert way(XTERM, MOST) == "terminal"
    assert way(XTERM, MOST + 1) == way(SCREEN, MOST + 1) == "file"


def test_tmux_is_asked_where_it_runs_and_can_be_called(tmp_path: Path) -> None:
    inside = XTERM | {"TMUX": "/x/default,1,0", "PATH": str(tmp_path)}
    assert way(inside) == "terminal"
    (tmp_path / "tmux").touch(mode=0o755)
    assert way(inside) == way(inside, MOST + 1) == way(inside | SCREEN) == "tmux"


def test_on_a_shared_box_the_terminal_alone_is_asked(tmp_path: Path) -> None:
    (tmp_path / "tmux").touch(mode=0o755)
    assert way(XTERM | {"TMUX": "x", "PATH": str(tmp_path)}, kiosk=True) == "terminal"
    assert way(SCREEN, kiosk=True) == "screen"
    assert way(XTERM, MOST + 1, kiosk=True) == way(CONSOLE, kiosk=True) == "nowhere"


def test_the_longest_copy_is_one_that_terminals_with_a_limit_take() -> None:
    assert len(osc52("x" * MOST)) == 100_000


@given(st.text(max_size=2000))
@settings(max_examples=50, deadline=None)
def test_screen_gets_pieces_that_make_up_the_whole(text: str) -> None:
    sent = in_pieces(text)
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", sent, re.S)
    assert "".join(pieces) == osc52(text)
    assert max(map(len, pieces)) <= PIECE


# --- what is said and done ---


@pytest.mark.counts_lines
@pytest.mark.slow
def test_inside_tmux_a_copy_goes_through_its_buffer_and_past_it_where_that_fails(tmp_path: Path) -> None:
    tmux = tmp_path / "tmux"

    def be(script: str) -> None:
        tmux.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        tmux.chmod(0o755)

    @driven
    async def take() -> None:
        async with explorer() as at:
            path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
            with patch.dict(os.environ, TMUX="x", PATH=path), patch("eujdef_tui.system.clipboard.PATIENCE", 0.2):
                be('[ "$*" = "load-buffer -w -" ] && cat > "$0.got"')
                assert copy(at.app, "métro") == "5 characters to the tmux buffer and the terminal's clipboard"
                assert (tmp_path / "tmux.got").read_text(encoding="utf-8") == "métro"
                be('[ "$*" = "load-buffer -" ] && cat > "$0.got"')
                assert copy(at.app, "old") == "3 characters to the tmux buffer, and no further: tmux is older than 3.2"
                assert at.app.clipboard == ""
                for broken in ("exit 1", "exec sleep 60"):
                    be(broken)
                    told = copy(at.app, "x" * 1234)
                    assert told == "1,234 characters sent to the terminal's clipboard (OSC 52)"
                    assert at.app.clipboard == "x" * 1234
                    at.app.copy_to_clipboard("")
            assert os.environ["TMUX"] == ""

    take()


@driven
async def test_what_is_copied_is_clean() -> None:
    async with explorer() as at:
        copy(at.app, "a\x1b[31m\u202eb\n")
        assert at.app.clipboard == "a\ufffd[31m\ufffdb\n"


@driven
async def test_through_screen_the_wrapped_sequence_is_sent() -> None:
    async with explorer() as at:
        sent: list[str] = []
        assert at.app._driver
        with patch.object(at.app._driver, "write", sent.append):
            with patch.dict(os.environ, STY="1.pts"):
                said = copy(at.app, "métro")
            with patch.dict(os.environ, SCREEN):
                copy(at.app, "métro")
        assert said == "5 characters sent through screen to the terminal's clipboard (OSC 52)"
        assert sent == [in_pieces("métro")] * 2


@driven
async def test_what_the_terminal_does_not_take_goes_into_a_file_that_only_the_user_reads(tmp_path: Path) -> None:
    async with explorer(state=tmp_path) as at:
        path = state_folder() / "copied.txt"
        path.symlink_to(state_folder() / "elsewhere")
        assert copy(at.app, "é" * 40_000) == f"40,000 characters in {path}"
        assert path.read_text(encoding="utf-8") == "é" * 40_000
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert not (state_folder() / "elsewhere").exists()
        with patch.dict(os.environ, CONSOLE):
            assert copy(at.app, "short") == f"5 characters in {path}"
        assert path.read_text(encoding="utf-8") == "short"
        assert at.app.clipboard == ""


@driven
async def test_over_mosh_what_it_would_cut_goes_into_the_file_and_why_is_told(tmp_path: Path) -> None:
    async with explorer(state=tmp_path) as at:
        with patch.dict(os.environ, MOSH_X="1"):
            assert copy(at.app, "x" * MOST_IN_MOSH) == "12,000 characters sent to the terminal's clipboard (OSC 52)"
            at.app.copy_to_clipboard("")
            path = state_folder() / "copied.txt"
            assert copy(at.app, "x" * (MOST_IN_MOSH + 1)) == (
                f"12,001 characters in {path}: mosh carries 12,000 bytes to the clipboard"
            )
        assert path.read_text(encoding="utf-8") == "x" * (MOST_IN_MOSH + 1)
        assert at.app.clipboard == ""


@pytest.mark.counts_lines
@pytest.mark.slow
@driven
async def test_the_terminal_of_an_editor_is_not_said_to_take_a_copy(tmp_path: Path) -> None:
    async with explorer(state=tmp_path) as at:
        for variable, editor in (("NVIM", "nvim"), ("VIM_TERMINAL", "vim")):
            with patch.dict(os.environ, {variable: "1"}):
                told = copy(at.app, "short")
            assert told == f"5 characters in {state_folder() / 'copied.txt'}: the terminal of {editor} hands no copy on"
        assert at.app.clipboard == ""
    async with explorer(state=tmp_path, kiosk=True) as at:
        with patch.dict(os.environ, NVIM="1"):
            assert copy(at.app, "short") == "5 characters not copied: the terminal of nvim hands no copy on"


@driven
async def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    async with explorer() as at:
        with patch.dict(os.environ, CONSOLE, EUJDEF_STATE=str(tmp_path / "file" / "x")):
            assert copy(at.app, "short").startswith("5 characters not copied: Not a directory: ")


@driven
async def test_on_a_shared_box_no_file_is_written(tmp_path: Path) -> None:
    async with explorer(state=tmp_path, kiosk=True) as at:
        assert "80,000 characters not copied: " in copy(at.app, "x" * 80_000)
        assert not list(tmp_path.iterdir())


# --- real ones ---

SCREENED = pytest.mark.skipif(shutil.which("screen") is None, reason="screen is not installed")


@SCREENED
def test_a_real_screen_hands_the_longest_copy_on_to_its_terminal(tmp_path: Path) -> None:
    text = "métro " * (MOST // 7)
    (tmp_path / "sent").write_text(in_pieces(text) + "done", encoding="utf-8")
    name = f"eujdef-copy-{os.getpid()}"
    inner = f"stty raw -echo; cat '{tmp_path / 'sent'}'; exec cat"
    command = ["screen", "-U", "-c", os.devnull, "-S", name, "sh", "-c", inner]
    sockets = folder(tmp_path)
    with Session(command, LC_ALL="C.UTF-8", SCREENDIR=str(sockets)) as session:
        try:
            session.await_text("done")
            session.settle()
        finally:
            subprocess.run(["screen", "-S", name, "-X", "quit"], env=os.environ | {"SCREENDIR": str(sockets)})
    (found,) = re.findall(rb"\x1b\]52;c;([^\x07]*)\x07", session.seen)
    assert b64decode(found).decode() == text
    assert session.glass.display[0].strip() == "done", "nothing of it was shown"


def folder(tmp_path: Path) -> Path:
    """Where screen keeps its sockets: it wants the folder closed to others."""
    made = tmp_path / "s"
    made.mkdir(mode=0o700)
    return made


def test_the_clipboard_is_decided_without_textual() -> None:
    code = "import sys; from eujdef_tui.system.clipboard import way; way({}); print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
