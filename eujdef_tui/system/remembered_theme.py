"""The theme to begin with: of the environment, of the settings file, or chosen last (one word in the state folder)."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from eujdef_tui.system.paths import settings, state_folder
from eujdef_tui.system.terminal_capabilities import THEMES, theme
from eujdef_tui.system.whole_file import write_whole

__all__ = ["first_theme", "remember_theme", "remembered_theme", "theme_and_origin"]

_FILE = "theme"
_LONGEST = 20  # bytes that are read
COLOURED = ("dark", "light")  # themes of 256 colours


def first_theme(env: Mapping[str, str], colours: int) -> str:
    """The theme to begin with: the environment's, else the settings file's, else the one chosen last, else a guess.

    Where the terminal has too few colours for the themes of 256, those of the settings file and the one chosen last are
    not taken.
    """
    return theme_and_origin(env, colours)[0]


def theme_and_origin(env: Mapping[str, str], colours: int) -> tuple[str, str]:
    """Return the theme to begin with, and what asks for it: environment, settings, remembered, or "" for a guess."""
    fitting = theme(env, colours)
    if env.get("EUJDEF_THEME") == fitting:
        return fitting, "environment"
    found = settings()
    set_theme = found.theme if found and not env.get("NO_COLOR") else ""
    if set_theme and (fitting in COLOURED or set_theme not in COLOURED):
        return set_theme, "settings"
    if fitting not in COLOURED:
        return fitting, "environment" if env.get("NO_COLOR") else ""
    chosen = remembered_theme()
    return (chosen, "remembered") if chosen else (fitting, "")


def remembered_theme() -> str:
    """The theme chosen last, "" for none."""
    chosen = ""
    with suppress(OSError, UnicodeDecodeError):
        path = state_folder() / _FILE
        if path.is_file():  # reading a pipe would wait
            with path.open("rb") as file:
                chosen = file.read(_LONGEST).decode("ascii").strip()
    return chosen if chosen in THEMES else ""


def remember_theme(name: str) -> None:
    """Remember a theme for the next start. A folder that cannot be written is no error: nothing is remembered."""
    with suppress(OSError):
        write_whole(state_folder() / _FILE, f"{name}\n".encode("ascii"))
