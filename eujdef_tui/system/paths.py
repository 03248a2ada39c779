"""Folders for files of the program, as the XDG Base Directory Specification names them, and the settings file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from eujdef_tui.system.settings_file import Settings

__all__ = ["HOMELESS", "cache_folder", "config_file", "is_writable", "settings", "state_folder"]

HOMELESS = Path(os.devnull, "eujdef")  # for a user without a home: nothing can be created there, so nothing is kept
_XDG = {
    "cache": ("XDG_CACHE_HOME", "~/.cache"),
    "config": ("XDG_CONFIG_HOME", "~/.config"),
    "state": ("XDG_STATE_HOME", "~/.local/state"),
}


def cache_folder() -> Path:
    """Return the folder for files that can be made again. `EUJDEF_CACHE` names another. It need not exist."""
    return _folder("EUJDEF_CACHE", "cache")


def state_folder() -> Path:
    """Return the folder for files that outlive a session. `EUJDEF_STATE` names another. It need not exist."""
    return _folder("EUJDEF_STATE", "state")


def config_file() -> Path:
    """Return the settings file. `EUJDEF_CONFIG` names another. It need not exist."""
    named = os.environ.get("EUJDEF_CONFIG")
    return Path(named).absolute() if named else _folder("", "config") / "config.toml"


def settings() -> Settings | None:
    """Return what the settings file sets; None where there is none, and then nothing is imported to read it."""
    path = config_file()
    if not path.is_file():  # a device, or a pipe, which would wait, is none
        return None
    from eujdef_tui.system.settings_file import read_settings

    return read_settings(path)


def is_writable(folder: Path) -> bool:
    """Whether files can be written to a folder, or to the nearest one above it that is there."""
    there = next(above for above in (folder, *folder.parents) if os.access(above, os.F_OK))
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def _folder(override: str, kind: Literal["cache", "config", "state"]) -> Path:
    named = os.environ.get(override)
    if named:
        return Path(named).absolute()
    variable, default = _XDG[kind]
    try:
        if sys.platform == "linux":
            # What platformdirs returns there; importing it takes 13 ms, and every `find` needs the cache.
            given = os.environ.get(variable, "").strip()
            return (Path(given) if given else Path(default).expanduser()) / "eujdef"
        import platformdirs

        folder: Path = getattr(platformdirs, f"user_{kind}_path")("eujdef")
        return folder
    except RuntimeError:
        return HOMELESS
