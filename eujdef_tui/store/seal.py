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
        checksum = 0
        while part := file.read(2**20):
            checksum = zlib.crc32(part, checksum)
        file.write(MARK + checksum.to_bytes(4, "big"))


def is_intact(path: StrPath, most: int | None = MOST) -> bool:
    """Whether a file is as it was sealed. One without a seal, or of more than `most` bytes, counts as intact.

    Raises OSError.
    """
    size = os.stat(path).st_size
    if most is not None and size > most:
        return True
    left, checksum = max(0, size - SIZE), 0
    with open(path, "rb") as file:
        file.seek(left)
        found = file.read(SIZE)
        if not found.startswith(MARK):
            return True
        file.seek(0)
        while left and (part := file.read(min(left, 2**20))):
            checksum = zlib.crc32(part, checksum)
            left -= len(part)
    return checksum == int.from_bytes(found[len(MARK) :], "big")


def copy_sealed(source: IO[bytes], target: IO[bytes]) -> bool:
    """Copy a file without its seal; return whether it is as it was sealed. It is read once. Raises OSError."""
    size = os.fstat(source.fileno()).st_size
    left, checksum = max(0, size - SIZE), 0
    source.seek(left)
    found = source.read(SIZE)
    sealed = found.startswith(MARK)
    left = left if sealed else size
    source.seek(0)
    while left and (part := source.read(min(left, 2**20))):
        checksum = zlib.crc32(part, checksum)
        target.write(part)
        left -= len(part)
    return not sealed or checksum == int.from_bytes(found[len(MARK) :], "big")


def is_sealed(path: StrPath) -> bool:
    """Whether a file ends with a seal, also a wrong one: a base of ours does, whatever became of it. Raises OSError."""
    with open(path, "rb") as file:
        file.seek(max(0, os.stat(path).st_size - SIZE))
        return file.read(SIZE).startswith(MARK)
