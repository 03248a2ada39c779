"""Write a file whole or not at all: what stands under its name is the old text or the new, also after a crash."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

__all__ = ["write_output", "write_whole"]

_OUTPUT = ".eujdef-"  # how the temporary file of an output begins
ABANDONED = 3600  # seconds after which a temporary file belongs to no write that goes on


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to a temporary file beside `path`, readable by the user alone, and rename it into place.

    Makes the folder if it is missing. Raises OSError; the file at `path` is then as it was, and nothing is left beside.
    What a write that was killed has left there is deleted.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _replace(path, (data,), f".{path.stem}-", path.suffix)


def write_output(path: Path, pieces: Iterable[bytes]) -> None:
    """Write what a user asked for where he asked for it, piece by piece, and rename it into place.

    A file that is there keeps its mode, a new one has that of the umask; a link stays a link. A pipe or device is
    written to as it is. Raises OSError; a file at `path` is then as it was, and nothing is left beside.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            file.writelines(pieces)
        return
    real = Path(os.path.realpath(path))  # not `Path.resolve`, which raises RuntimeError for a link that leads to itself
    if real.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    if real.exists():
        with real.open("r+b"):  # a file that may not be written to is not replaced either
            mode = real.stat().st_mode & 0o777
    else:
        umask = os.umask(0)
        os.umask(umask)
        mode = 0o666 & ~umask
    _replace(real, pieces, _OUTPUT, ".part", mode)


def _replace(path: Path, pieces: Iterable[bytes], prefix: str, suffix: str, mode: int = 0o600) -> None:
    """Write to a temporary file beside `path` and rename it into place."""
    import tempfile

    _sweep(path.parent, prefix, suffix)
    handle, name = tempfile.mkstemp(prefix=prefix, suffix=suffix, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())  # before the rename: else a power cut may leave an empty file under the name
        temporary.replace(path)
    except OSError as error:
        if error.errno and error.filename is None:  # as of a full disk: whoever prints it says which file
            raise OSError(error.errno, error.strerror, str(path)) from error
        raise
    finally:
        with suppress(OSError):  # it has its name now, or was not written
            temporary.unlink()


def _sweep(folder: Path, prefix: str, suffix: str) -> None:
    """Delete the temporary files of writes that were killed."""
    with suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208
            left = folder / name
            if name.startswith(prefix) and left.suffix == suffix:
                with suppress(OSError):  # another process may delete it first
                    if time.time() - left.stat().st_mtime > ABANDONED:
                        left.unlink()
