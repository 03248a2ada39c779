"""Write a file whole or not at all: what stands under its name is the old text or the new, also after a crash."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

__all__ = ["write_whole"]


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to a temporary file beside `path`, readable by the user alone, and rename it into place.

    Makes the folder if it is missing. Raises OSError; the file at `path` is then as it was, and nothing is left beside.
    """
    import tempfile

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=path.suffix, dir=path.parent)
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
