"""Folders for files of the program: cache and state, as the XDG Base Directory Specification names them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

__all__ = ["HOMELESS", "cache_folder", "is_writable", "state_folder"]

HOMELESS = Path(os.devnull, "eujdef")  # for a user without a home: nothing can be created there, so nothing is kept
_XDG = {"cache": ("XDG_CACHE_HOME", "~/.cache"), "state": ("XDG_STATE_HOME", "~/.local/state")}


def cache_folder() -> Path:
    """Return the folder for files that can be made again. `EUJDEF_CACHE` names another. It need not exist."""
    return _folder("EUJDEF_CACHE", "cache")


def state_folder() -> Path:
    """Return the folder for files that outlive a session. `EUJDEF_STATE` names another. It need not exist."""
    return _folder("EUJDEF_STATE", "state")


def is_writable(folder: Path) -> bool:
    """Whether files can be written to a folder, or to the nearest one above it that is there."""
    there = next(above for above in (folder, *folder.parents) if os.access(above, os.F_OK))
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def _folder(override: str, kind: Literal["cache", "state"]) -> Path:
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

        return platformdirs.user_cache_path("eujdef") if kind == "cache" else platformdirs.user_state_path("eujdef")
    except RuntimeError:
        return HOMELESS
