"""A checksum behind the last page of a base's file, where SQLite does not look: by it damage shows that SQLite accepts.

A changed byte within a row may make a word unfindable, with no error anywhere. So where nothing is found, the file is
held against its seal.
"""

from __future__ import annotations

import zlib
from pathlib import Path

__all__ = ["MOST", "is_intact", "seal"]

MARK = b"eujdef crc32 "
SIZE = len(MARK) + 4
MOST = 8 * 2**20  # bytes: 2.4 MB are read and summed in about a millisecond, and a larger file is not looked at


def seal(path: Path) -> None:
    """Write the checksum behind what the file holds. Raises OSError."""
    with path.open("r+b") as file:
        checksum = 0
        while part := file.read(2**20):
            checksum = zlib.crc32(part, checksum)
        file.write(MARK + checksum.to_bytes(4, "big"))


def is_intact(path: Path) -> bool:
    """Whether a file is as it was sealed. One without a seal, or of more than MOST bytes, counts as intact.

    Raises OSError.
    """
    if path.stat().st_size > MOST:
        return True
    data = memoryview(path.read_bytes())
    mark, checksum = data[-SIZE:-4], data[-4:]
    return mark != MARK or zlib.crc32(data[:-SIZE]) == int.from_bytes(checksum, "big")
