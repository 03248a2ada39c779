"""A checksum behind the last page of a base's file, where SQLite does not look: by it damage shows that SQLite accepts.

A changed byte within a row may make a word unfindable, with no error anywhere. So where nothing is found, the file is
held against its seal.
"""

from __future__ import annotations

import os
import zlib

from eujdef_tui.system.paths import StrPath

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO

__all__ = ["MOST", "copy_sealed", "is_intact", "is_sealed", "seal"]

MARK = b"eujdef crc32 "
SIZE = len(MARK) + 4
MOST = 8 * 2**20  # bytes: 2.4 MB are read and summed in about a millisecond, and a larger file is not looked at


def seal(path: StrPath) -> None:
    """Write the checksum behind what the file holds. Raises OSError."""
    with open(path, "r+b") as file:
        file.write(_seal_for(file, os.fstat(file.fileno()).st_size))


def is_intact(path: StrPath, most: int | None = MOST) -> bool:
    """Whether a file is as it was sealed. One without a seal, or of more than `most` bytes, counts as intact.

    Raises OSError.
    """
    if most is not None and os.stat(path).st_size > most:
        return True
    with open(path, "rb") as file:
        length, written = _seal_of(file)
        return not written or _seal_for(file, length) == written


def copy_sealed(source: IO[bytes], target: IO[bytes]) -> bool:
    """Copy a file without its seal; return whether it is as it was sealed. It is read once. Raises OSError."""
    length, written = _seal_of(source)
    return _seal_for(source, length, target) == written or not written


def is_sealed(path: StrPath) -> bool:
    """Whether a file ends with a seal, also a wrong one: a base of ours does, whatever became of it. Raises OSError."""
    with open(path, "rb") as file:
        return bool(_seal_of(file)[1])


def _seal_of(file: IO[bytes]) -> tuple[int, bytes]:
    """Return how many bytes stand before the seal of a file, and the seal; all of them, and none, where it has none."""
    size = os.fstat(file.fileno()).st_size
    before = max(0, size - SIZE)
    file.seek(before)
    found = file.read(SIZE)
    file.seek(0)
    return (before, found) if found.startswith(MARK) else (size, b"")


def _seal_for(file: IO[bytes], length: int, copy: IO[bytes] | None = None) -> bytes:
    """Read so many bytes of a file, into `copy` where there is one, and return the seal that they need."""
    checksum = 0
    while length and (part := file.read(min(length, 2**20))):
        checksum = zlib.crc32(part, checksum)
        if copy:
            copy.write(part)
        length -= len(part)
    return MARK + checksum.to_bytes(4, "big")
