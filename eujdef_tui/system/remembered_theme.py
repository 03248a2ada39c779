"""The theme that was chosen last, one word in the state folder: the next start begins with it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from eujdef_tui.system.paths import state_folder
from eujdef_tui.system.terminal_capabilities import THEMES, theme
from eujdef_tui.system.whole_file import write_whole

__all__ = ["first_theme", "remember_theme"]

_FILE = "theme"
_LONGEST = 20  # bytes that are read


def first_theme(env: Mapping[str, str], colours: int) -> str:
    """The theme to begin with: what the environment asks for, else the one chosen last, else one that fits.

    Where the terminal has too few colours for the themes of 256 the one chosen last is not taken.
    """
    fitting = theme(env, colours)
    if env.get("EUJDEF_THEME") == fitting or fitting not in ("dark", "light"):
        return fitting
    chosen = ""
    with suppress(OSError, UnicodeDecodeError):
        path = state_folder() / _FILE
        if path.is_file():  # reading a pipe would wait
            with path.open("rb") as file:
                chosen = file.read(_LONGEST).decode("ascii").strip()
    return chosen if chosen in THEMES else fitting


def remember_theme(name: str) -> None:
    """Remember a theme for the next start. A folder that cannot be written is no error: nothing is remembered."""
    with suppress(OSError):
        write_whole(state_folder() / _FILE, f"{name}\n".encode("ascii"))
