"""Folders for files of the program, as the XDG Base Directory Specification names them, and the settings file.

What every `find` loads has paths as text and uses `os.path`: importing `pathlib` would add 16 to the 155 million
instructions of a `find`, more than the search itself. A Path is made where other verbs and the screen take one.
"""

from __future__ import annotations

import os
import stat
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Literal, TypeAlias

    from eujdef_tui.system.settings_file import Settings

__all__ = [
    "HOMELESS", "StrPath", "cache_folder", "cache_folder_name", "config_file", "is_writable", "settings",
    "state_folder", "tidied",
]  # fmt: skip

StrPath: TypeAlias = str | os.PathLike[str]

# For a user without a home: nothing can be created there, so nothing is kept.
HOMELESS = os.path.join(os.devnull, "eujdef")
_XDG = {
    "cache": ("XDG_CACHE_HOME", "~/.cache"),
    "config": ("XDG_CONFIG_HOME", "~/.config"),
    "state": ("XDG_STATE_HOME", "~/.local/state"),
}


def tidied(path: StrPath) -> str:
    """Return a path as `pathlib` writes it: without "//", "/." and a "/" at its end."""
    path = os.fspath(path)
    parts = "/".join(part for part in path.split("/") if part not in ("", "."))
    return f"/{parts}" if path.startswith("/") else parts or "."


def cache_folder() -> Path:
    """Return the folder for files that can be made again. `EUJDEF_CACHE` names another. It need not exist."""
    from pathlib import Path

    return Path(cache_folder_name())


def cache_folder_name() -> str:
    """Return the same as text."""
    return _folder("EUJDEF_CACHE", "cache")


def state_folder() -> Path:
    """Return the folder for files that outlive a session. `EUJDEF_STATE` names another. It need not exist."""
    from pathlib import Path

    return Path(_folder("EUJDEF_STATE", "state"))


def config_file() -> Path:
    """Return the settings file. `EUJDEF_CONFIG` names another. It need not exist."""
    from pathlib import Path

    return Path(_config_file())


def _config_file() -> str:
    named = os.environ.get("EUJDEF_CONFIG")
    return _absolute(named) if named else os.path.join(_folder("", "config"), "config.toml")


_TICK = 20_000_000  # nanoseconds: the time of a file goes by the kernel's clock, which has ticks of 1 to 10 ms
_read: dict[tuple[str | int, ...], Settings] = {}  # the settings file as it was read last, by its name and stamps


def settings() -> Settings | None:
    """Return what the settings file sets; None where there is none, and then nothing is imported to read it.

    A file that EUJDEF_CONFIG names and that is not there is a fault. One that is there is read once while it stays.
    """
    name = _config_file()
    try:
        found = os.stat(name)
    except (OSError, ValueError):
        return _named_in_vain(name)
    if not stat.S_ISREG(found.st_mode):  # a device may have no end, and a pipe would wait
        return _named_in_vain(name)
    # another file of its name may have its time and size; the last stamp changes with its permissions, too
    key = name, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
    if key in _read:
        return _read[key]
    from eujdef_tui.system.settings_file import read_settings

    _read.clear()
    read = read_settings(config_file())
    if time.time_ns() - found.st_mtime_ns > _TICK:  # what was written just now may be written once more in this tick
        _read[key] = read
    return read


def _named_in_vain(name: str) -> Settings | None:
    """Settings with the fault that EUJDEF_CONFIG names no file; None where it is not set, or names /dev/null.

    A name below /dev/null stands for none, too.
    """
    if not os.environ.get("EUJDEF_CONFIG") or name == os.devnull or name.startswith(f"{os.devnull}/"):
        return None
    from eujdef_tui.system.settings_file import no_such_file

    return no_such_file(config_file())


def is_writable(folder: Path) -> bool:
    """Whether files can be written to a folder, or to the nearest one above it that is there."""
    there = next((above for above in (folder, *folder.parents) if os.access(above, os.F_OK)), None)
    return there is not None and there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def _folder(override: str, kind: Literal["cache", "config", "state"]) -> str:
    named = os.environ.get(override)
    if named:
        return _absolute(named)
    variable, default = _XDG[kind]
    if sys.platform == "linux":
        # What platformdirs returns there; importing it takes 13 ms, and every `find` needs the cache.
        folder = os.environ.get(variable, "").strip() or os.path.expanduser(default)
        return HOMELESS if folder == default else os.path.join(tidied(folder), "eujdef")
    import platformdirs

    try:
        return str(getattr(platformdirs, f"user_{kind}_dir")("eujdef"))
    except RuntimeError:
        return HOMELESS


def _absolute(path: str) -> str:
    return tidied(os.path.join(os.getcwd(), path))
