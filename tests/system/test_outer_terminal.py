"""What is between the explorer and its terminal: told by variables, by parent processes, and by tmux of its client."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from eujdef_tui.system.outer_terminal import Outer, ancestors, outer
from tests.helpers.places import ROOT
from tests.helpers.pty_session import Session


@pytest.mark.parametrize(
    ("env", "found"),
    [
        ({}, ""),
        ({"MOSH_SERVER_NETWORK_TMOUT": "1"}, "mosh"),
        ({"NVIM": "/run/nvim.1"}, "nvim"),
        ({"NVIM_LISTEN_ADDRESS": "/run/nvim.1"}, "nvim"),
        ({"VIM_TERMINAL": "900"}, "vim"),
        ({"INSIDE_EMACS": "28.2,term:0.96"}, "emacs"),
        ({"NVIM": ""}, ""),
    ],
)
def test_a_variable_tells_what_is_between(env: dict[str, str], found: Outer) -> None:
    assert outer(env) == found


def as_child_of(name: str, folder: Path, command: str) -> list[str]:
    """A command that runs another below a process of a name."""
    (folder / name).symlink_to(shutil.which("sh") or "/bin/sh")
    return [str(folder / name), "-c", f"{command}; true"]


def python(code: str) -> str:
    return shlex.join([sys.executable, "-c", code])


def test_mosh_is_told_by_a_parent_process_since_it_sets_no_variable(tmp_path: Path) -> None:
    code = "from eujdef_tui.system.outer_terminal import outer; print(outer({}))"
    command = as_child_of("mosh-server", tmp_path, python(code))
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    assert done.stdout == "mosh\n"


def test_a_process_that_is_gone_has_no_ancestors() -> None:
    gone = subprocess.Popen(["true"])
    gone.wait()
    assert ancestors(gone.pid) == []
    assert len(ancestors(os.getpid())) > 1


def test_where_there_is_no_proc_the_list_of_processes_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ps").write_text(
        "#!/bin/sh\necho '    1     0 init'\necho '  20   1 /usr/bin/mosh-server'\necho '31 20 sh -l'\n"
    )
    (tmp_path / "ps").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(Path, "exists", lambda path: False)
    assert ancestors(31) == ["sh -l", "mosh-server", "init"]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("screen") is None, reason="screen is not installed")
@pytest.mark.parametrize(("outside", "told"), [("sh", "none"), ("mosh-server", "mosh"), ("nvim", "nvim")])
def test_what_is_outside_of_screen_is_told_by_the_parents_of_its_client(
    outside: str, told: str, tmp_path: Path
) -> None:
    name = f"eujdef-outer-{os.getpid()}"
    code = "import os; from eujdef_tui.system.outer_terminal import outer; print('outer:', outer(os.environ) or 'none')"
    screen = shlex.join(["screen", "-c", os.devnull, "-U", "-S", name, "sh", "-c", f"{python(code)}; exec cat"])
    sockets = tmp_path / "sockets"
    sockets.mkdir(mode=0o700)
    around = {"LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT), "SCREENDIR": str(sockets)}
    with Session(as_child_of(outside, tmp_path, screen), (80, 24), **around) as session:
        try:
            session.await_text(f"outer: {told}")
        finally:
            quit_screen = ["screen", "-S", name, "-X", "quit"]
            subprocess.run(quit_screen, env=os.environ | around, capture_output=True, check=False)


COPY = python("from eujdef_tui.system.clipboard import copy; print(copy(None, 'abc'))")
BUFFER = "3 characters to the tmux buffer"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
@pytest.mark.parametrize(
    ("outside", "term", "said"),
    [
        ("sh", "xterm-256color", f"{BUFFER} and the terminal's clipboard"),
        ("sh", "vt100", f"{BUFFER}, and no further: the terminal outside is not known to take a copy"),
        ("mosh-server", "xterm-256color", f"{BUFFER}, and no further: mosh passes on no copy of tmux's"),
        ("nvim", "xterm-256color", f"{BUFFER}, and no further: the terminal of nvim hands no copy on"),
    ],
)
def test_a_copy_in_tmux_claims_no_clipboard_that_its_terminal_does_not_take(
    outside: str, term: str, said: str, tmp_path: Path
) -> None:
    name = f"eujdef-outer-{os.getpid()}"
    tmux = shlex.join(["tmux", "-u", "-L", name, "-f", os.devnull, "new-session", f"{COPY}; echo told; exec cat"])
    command = as_child_of(outside, tmp_path, tmux)
    with Session(command, (120, 24), TERM=term, LC_ALL="C.UTF-8", PYTHONPATH=str(ROOT)) as session:
        try:
            session.await_text("told")
            assert session.glass.display[0].rstrip() == said
        finally:
            subprocess.run(["tmux", "-L", name, "kill-server"], capture_output=True, check=False)
