"""Write a file whole or not at all: what stands under its name is the old text or the new, also after a crash."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

__all__ = ["write_whole"]


ABANDONED = 3600  # seconds after which a temporary file belongs to no write that goes on


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to a temporary file beside `path`, readable by the user alone, and rename it into place.

    Makes the folder if it is missing. Raises OSError; the file at `path` is then as it was, and nothing is left beside.
    What a write that was killed has left there is deleted.
    """
    import tempfile

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _sweep(path)
    handle, name = tempfile.mkstemp(prefix=_prefix(path), suffix=path.suffix, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # before the rename: else a power cut may leave an empty file under the name
        temporary.replace(path)
    finally:
        with suppress(OSError):  # it has its name now, or was not written
            temporary.unlink()


def _prefix(path: Path) -> str:
    return f".{path.stem}-"


def _sweep(path: Path) -> None:
    """Delete the temporary files of writes of `path` that were killed."""
    with suppress(OSError):
        for name in os.listdir(path.parent):  # noqa: PTH208
            left = path.parent / name
            if name.startswith(_prefix(path)) and left.suffix == path.suffix:
                with suppress(OSError):  # another process may delete it first
                    if time.time() - left.stat().st_mtime > ABANDONED:
                        left.unlink()
