"""Copy text to the clipboard by the way that works here, and say which way it went and how much.

OSC 52 asks the terminal itself, also over SSH, and is never answered: nobody learns whether it was heeded. tmux drops
OSC 52 in its default setting, and accepts `load-buffer -w` in every one; screen passes on what is wrapped in DCS; the
Linux console and the terminals of vim, nvim and emacs have no clipboard; mosh cuts what is long, and passes on nothing
that tmux sends it. `pyperclip` and its like use the clipboard of the machine the program runs on, which over SSH is the
wrong one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, Protocol, TypeAlias

from eujdef_tui.system.outer_terminal import Outer, outer, outside_tmux, tmux_client
from eujdef_tui.system.paths import state_folder
from eujdef_tui.system.whole_file import write_whole
from eujdef_tui.text.unicode import clean

__all__ = ["MOST", "MOST_IN_MOSH", "Terminal", "Way", "copy", "in_pieces", "most", "tmux_hindrance", "to_file", "way"]

Way: TypeAlias = Literal["tmux", "screen", "terminal", "file", "nowhere"]

MOST = 74_994  # bytes: 99,992 as base64, and terminals that have a limit take 100,000 with what frames them
MOST_IN_MOSH = 12_000  # bytes: mosh 1.4 passes 16,379 of base64, cuts the rest, and closes it as if it were whole
PIECE = 256  # bytes that every screen takes in one string; longer ones it shows
PATIENCE = 1.0  # seconds that tmux may take


class Terminal(Protocol):
    """The parts of the running app that a copy needs."""

    @property
    def _driver(self) -> Any: ...
    def copy_to_clipboard(self, text: str) -> None:
        """Send the text to the terminal with OSC 52."""


def way(env: Mapping[str, str], size: int = 0, outside: Outer = "", *, kiosk: bool = False) -> Way:
    """Return how a text of `size` bytes reaches a clipboard. In a kiosk no program is run and no file written."""
    if not kiosk and env.get("TMUX") and shutil.which("tmux", path=env.get("PATH")):
        return "tmux"
    if size > most(outside) or env.get("TERM", "").startswith("linux"):
        return "nowhere" if kiosk else "file"
    return "screen" if env.get("STY") or env.get("TERM", "").startswith("screen") else "terminal"


def most(outside: Outer) -> int:
    """Return how many bytes reach the clipboard of a terminal through what is between it and here; -1 for none."""
    return MOST if not outside else MOST_IN_MOSH if outside == "mosh" else -1


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
    outside = outer(env) if by != "tmux" else ""
    by = way(env, size, outside, kiosk=kiosk)
    match by:
        case "screen":
            _write(app, in_pieces(text))
            return f"{amount} sent through screen to the terminal's clipboard (OSC 52)"
        case "file":
            return to_file(text) + (f": {_limit(outside)}" if outside else "")
        case "nowhere":
            return f"{amount} not copied: {_limit(outside)}"
    app.copy_to_clipboard(text)
    return f"{amount} sent to the terminal's clipboard (OSC 52)"


def _limit(outside: Outer) -> str:
    """Say why the terminal's clipboard does not take a text."""
    if outside == "mosh":
        return f"mosh carries {MOST_IN_MOSH:,} bytes to the clipboard"
    if outside:
        return f"the terminal of {outside} hands no copy on"
    return f"the terminal takes {MOST:,} bytes, or has no clipboard"


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
    further = (["-w"], "the tmux buffer and the terminal's clipboard")
    if hindrance := tmux_hindrance(len(text.encode())):
        further = ([], f"the tmux buffer, and no further: {hindrance}")
    for flags, where in (further, ([], "the tmux buffer, and no further: tmux is older than 3.2")):
        command = ["tmux", "load-buffer", *flags, "-"]
        try:
            done = subprocess.run(command, input=text.encode(), capture_output=True, check=False, timeout=PATIENCE)
        except (OSError, subprocess.TimeoutExpired):
            return ""
        if done.returncode == 0:
            return where
    return ""


def tmux_hindrance(size: int = 0) -> str:
    """Say what keeps a text of `size` bytes in tmux from the clipboard of the terminal outside; "" for nothing."""
    client = tmux_client()
    if client is None:
        return ""
    outside = outside_tmux(client)
    if outside == "mosh" and "52;c;" not in client.clipboard:
        return "mosh passes on no copy of tmux's"  # tmux names no selection in its OSC 52, and mosh wants "c"
    if size > most(outside):
        return _limit(outside)
    return "" if client.clipboard else "the terminal outside is not known to take a copy"


def to_file(text: str) -> str:
    """Write the text where only the user reads it, and return the sentence to show.

    A copy before it is replaced, or stays whole where that fails.
    """
    amount = f"{len(text):,} characters"
    path = state_folder() / "copied.txt"
    try:
        write_whole(path, text.encode())
    except OSError as error:
        return f"{amount} not copied: {clean(error.strerror or str(error))}: {clean(str(path))}"
    return f"{amount} in {clean(_short(path))}"


def _short(path: Path) -> str:
    home = Path(os.environ.get("HOME") or os.sep + "~")
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
