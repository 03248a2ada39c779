"""Find out what carries a copy from here to the terminal: mosh, an editor's, or what is outside of tmux or screen.

Variables are guessed from first, then parent processes are looked at: mosh-server sets no variable of its own.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

__all__ = ["Outer", "TmuxClient", "ancestors", "outer", "outside_tmux", "tmux_client"]

# "" for a terminal, or nothing that is known to hold a copy back.
Outer: TypeAlias = Literal["", "mosh", "vim", "nvim", "emacs"]

# A variable that the terminal of an editor sets for what runs in it; nvim 0.7 knows only the second of its two.
EDITORS: dict[str, Outer] = {
    "VIM_TERMINAL": "vim",
    "NVIM": "nvim",
    "NVIM_LISTEN_ADDRESS": "nvim",
    "INSIDE_EMACS": "emacs",
}
PROGRAMS: dict[str, Outer] = {"mosh-server": "mosh", "vim": "vim", "nvim": "nvim", "emacs": "emacs"}
DEEPEST = 64  # parents that are looked at
PATIENCE = 1.0  # seconds that tmux or ps may take


class TmuxClient(NamedTuple):
    """The terminal that tmux is attached to: whether it takes a clipboard (Ms in terminfo), how, and its process."""

    clipboard: str
    pid: int


def outer(env: Mapping[str, str]) -> Outer:
    """Return what is between this process, or the GNU screen around it, and the terminal; tmux is left aside."""
    for variable, editor in EDITORS.items():
        if env.get(variable):
            return editor
    if any(name.startswith("MOSH_") for name in env):
        return "mosh"
    if "mosh-server" in ancestors(os.getppid()):
        return "mosh"
    return outside_screen(env["STY"]) if env.get("STY") else ""


def outside_screen(session: str) -> Outer:
    """Return what is between GNU screen and a terminal that it is attached to; `session` is STY, "pid.tty.host".

    Its server is nobody's child, and does not tell which client is attached where: each that runs here is looked at.
    """
    server = session.partition(".")[0]
    clients = (pid for pid, name in _running() if name == "screen" and str(pid) != server)
    above = (name for pid in clients for name in ancestors(pid))
    return next((PROGRAMS[name] for name in above if name in PROGRAMS), "")


def outside_tmux(client: TmuxClient) -> Outer:
    """Return what is between tmux and the terminal that it is attached to."""
    names = ancestors(client.pid)
    return next((PROGRAMS[name] for name in names if name in PROGRAMS), "")


def ancestors(pid: int) -> list[str]:
    """Return the names of a process and its parents, the nearest first."""
    table = None if Path("/proc/self/stat").exists() else dict(_listed())
    names = []
    for _ in range(DEEPEST):
        name, pid = table.get(pid, ("", 0)) if table is not None else _process(pid)
        if not name:
            break
        names.append(name)
    return names


def _process(pid: int) -> tuple[str, int]:
    """Return a process's name and its parent's number, from Linux's /proc; "" where there is none, or it is hidden."""
    try:
        before, _, after = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")
    except OSError:
        return "", 0
    return before.partition("(")[2], int(after.split()[1])


def _running() -> Iterator[tuple[int, str]]:
    """Yield number and name of every process."""
    if Path("/proc/self/stat").exists():
        pids = (int(entry) for entry in os.listdir("/proc") if entry.isdecimal())  # noqa: PTH208
        yield from ((pid, _process(pid)[0]) for pid in pids)
    else:
        yield from ((pid, name) for pid, (name, _) in _listed())


def _listed() -> Iterator[tuple[int, tuple[str, int]]]:
    """Yield number, name and parent of every process, from ps (POSIX): not every system has a /proc."""
    for line in _answer(["ps", "-A", "-o", "pid=,ppid=,comm="]).splitlines():
        pid, parent, name = line.split(None, 2)
        yield int(pid), (os.path.basename(name), int(parent))  # noqa: PTH119


def tmux_client() -> TmuxClient | None:
    """Ask tmux for the terminal that it is attached to; None where it does not answer, or cannot tell (before 3.0)."""
    said = _answer(
        ["tmux", "display-message", "-p", "#{client_pid} #{client_tty}", ";", "show-messages", "-T"]
    ).splitlines()
    pid, _, tty = said[0].partition(" ") if said else ("", "", "")
    heads = [n for n, line in enumerate(said) if line.startswith("Terminal ") and f" for {tty}," in line]
    if not pid.isdecimal() or not heads:
        return None
    found = next((line for line in said[heads[0] :] if " Ms: " in line), "Ms: [missing]")
    value = found.partition(" Ms: ")[2]
    return TmuxClient("" if "[missing]" in found else value.partition(") ")[2], int(pid))


def _answer(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=True, timeout=PATIENCE)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout
