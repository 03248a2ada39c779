"""Copy text to the clipboard by the way that works here, and say which way it went and how much.

OSC 52 asks the terminal itself, also over SSH, and is never answered: nobody learns whether it was heeded. tmux drops
OSC 52 in its default setting, and accepts `load-buffer -w` in every one; screen passes on what is wrapped in DCS; the
Linux console has no clipboard. `pyperclip` and its like use the clipboard of the machine the program runs on, which
over SSH is the wrong one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, Protocol, TypeAlias

from eujdef_tui.system.paths import state_folder
from eujdef_tui.system.whole_file import write_whole
from eujdef_tui.text.unicode import clean

__all__ = ["MOST", "Terminal", "Way", "copy", "in_pieces", "way"]

Way: TypeAlias = Literal["tmux", "screen", "terminal", "file", "nowhere"]

MOST = 74_994  # bytes: 99,992 as base64, and terminals that have a limit take 100,000 with what frames them
PIECE = 256  # bytes that every screen takes in one string; longer ones it shows
PATIENCE = 1.0  # seconds that tmux may take


class Terminal(Protocol):
    """The parts of the running app that a copy needs."""

    @property
    def _driver(self) -> Any: ...
    def copy_to_clipboard(self, text: str) -> None:
        """Send the text to the terminal with OSC 52."""


def way(env: Mapping[str, str], size: int = 0, *, kiosk: bool = False) -> Way:
    """Return how a text of `size` bytes reaches a clipboard. In a kiosk no program is run and no file written."""
    if not kiosk and env.get("TMUX") and shutil.which("tmux", path=env.get("PATH")):
        return "tmux"
    if size > MOST or env.get("TERM", "").startswith("linux"):
        return "nowhere" if kiosk else "file"
    return "screen" if env.get("STY") or env.get("TERM", "").startswith("screen") else "terminal"


def copy(app: Terminal, text: str) -> str:
    """Put text on the clipboard by the way that works here. Returns the sentence to show."""
    text = clean(text)
    size, kiosk, env = len(text.encode()), getattr(app, "kiosk", False), dict(os.environ)
    amount = f"{len(text):,} characters"
    by = way(env, size, kiosk=kiosk)
    if by == "tmux":
        if where := _by_tmux(text):
            return f"{amount} to {where}"
        del env["TMUX"]  # its server has gone, or hangs
        by = way(env, size)
    match by:
        case "screen":
            _write(app, in_pieces(text))
            return f"{amount} sent through screen to the terminal's clipboard (OSC 52)"
        case "file":
            return _to_file(text, amount)
        case "nowhere":
            return f"{amount} not copied: the terminal takes {MOST:,} bytes, or has no clipboard"
    app.copy_to_clipboard(text)
    return f"{amount} sent to the terminal's clipboard (OSC 52)"


def in_pieces(text: str) -> str:
    """OSC 52, cut and wrapped so that screen passes it on. Bare, it would show all beyond the first few hundred."""
    bare = f"\x1b]52;c;{b64encode(text.encode()).decode()}\a"
    pieces = (bare[start : start + PIECE] for start in range(0, len(bare), PIECE))
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)


def _write(app: Terminal, data: str) -> None:
    if app._driver is not None:
        app._driver.write(data)


def _by_tmux(text: str) -> str:
    """Give the text to tmux; where it went then, "" if tmux does not take it. Before 3.2 it knew no -w."""
    for flags, where in (
        (["-w"], "the tmux buffer and the terminal's clipboard"),
        ([], "the tmux buffer, and no further: tmux is older than 3.2"),
    ):
        command = ["tmux", "load-buffer", *flags, "-"]
        try:
            done = subprocess.run(command, input=text.encode(), capture_output=True, check=False, timeout=PATIENCE)
        except (OSError, subprocess.TimeoutExpired):
            return ""
        if done.returncode == 0:
            return where
    return ""


def _to_file(text: str, amount: str) -> str:
    """Write the text where only the user reads it; a copy before it is replaced, or stays whole where that fails."""
    path = state_folder() / "copied.txt"
    try:
        write_whole(path, text.encode())
    except OSError as error:
        return f"{amount} not copied: {clean(error.strerror or str(error))}: {clean(str(path))}"
    return f"{amount} in {clean(_short(path))}"


def _short(path: Path) -> str:
    home = Path(os.environ.get("HOME") or os.sep + "~")
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
