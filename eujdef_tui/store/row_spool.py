"""Rows of records that wait to be written, in memory while they are few and else in a temporary file.

They are read twice, in two orders: by number, and by importance. At 100,000 facts they would take 200 MB.
"""

from __future__ import annotations

import marshal
import os
import tempfile
from array import array
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from typing import IO, Any, NamedTuple

from eujdef_tui.store.fragment import Row, Rows
from eujdef_tui.store.search_part import LinkedNames, SearchPart, linked_names, search_part

__all__ = ["PackedRows", "RowSpool", "packed_rows"]

_IN_MEMORY = 8 * 2**20  # bytes
_CACHED = 20_000  # names of records, which all that link to these ask for
_PIECES = 3  # of each row, which are read apart


class PackedRows(NamedTuple):
    """Rows of a file as they wait: the pieces of all of them, and the length of each (an array of type I)."""

    pieces: bytes
    lengths: bytes


def packed_rows(rows: Rows) -> PackedRows:
    """Pack rows for the spool: by `marshal`, for this version of Python and this build alone."""
    pieces: list[bytes] = []
    dumps = marshal.dumps
    for some in rows:
        row = Row(*some)
        pieces += dumps(row[:4]), dumps(list(search_part(row))), dumps(linked_names(row.lines))
    return PackedRows(b"".join(pieces), array("I", map(len, pieces)).tobytes())


class RowSpool:
    """Rows by their place among all rows, which come file by file."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []  # while they are in memory
        self._file: IO[bytes] | None = None
        self._end = 0
        self._begin = array("Q")  # where each row begins
        self._lengths = array("I")  # of its pieces
        self.names = lru_cache(maxsize=_CACHED)(self._names)

    def close(self) -> None:
        """Delete the file."""
        if self._file:
            self._file.close()

    def add(self, data: bytes) -> int:
        """Add bytes; return where they begin."""
        begin = self._end
        self._end += len(data)
        if self._file:
            self._file.write(data)
            return begin
        self._parts.append(data)
        if self._end > _IN_MEMORY:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 — closed by `close`
            self._file.writelines(self._parts)
            self._parts.clear()
        return begin

    def arrange(self, files: Iterable[tuple[int, bytes]]) -> None:
        """Say in which order rows are numbered: for each file, where its pieces begin and their lengths.

        Nothing is added from now on.
        """
        if self._file:
            self._file.flush()
        else:
            self._parts[:] = [b"".join(self._parts)]
        for begin, data in files:
            lengths = array("I", data)
            ends = list(accumulate(lengths, initial=begin))
            self._begin.extend(ends[0:-1:_PIECES])
            self._lengths.extend(lengths)

    def bytes_at(self, begin: int, size: int) -> bytes:
        """Return bytes that were added, once all are arranged."""
        if not self._file:
            return self._parts[0][begin : begin + size]
        return os.pread(self._file.fileno(), size, begin)

    def record(self, nth: int) -> tuple[Any, ...]:
        """Return plain, due, rests and article of a row (see `fragment.Row`)."""
        return tuple(marshal.loads(self.bytes_at(self._begin[nth], self._lengths[_PIECES * nth])))

    def part(self, nth: int) -> SearchPart:
        """Return what search has of a record."""
        first = _PIECES * nth
        begin = self._begin[nth] + self._lengths[first]
        return SearchPart._make(marshal.loads(self.bytes_at(begin, self._lengths[first + 1])))

    def _names(self, nth: int) -> LinkedNames:
        """Return the names of a record for those that point at it."""
        first = _PIECES * nth
        begin = self._begin[nth] + self._lengths[first] + self._lengths[first + 1]
        found: LinkedNames = marshal.loads(self.bytes_at(begin, self._lengths[first + 2]))
        return found
