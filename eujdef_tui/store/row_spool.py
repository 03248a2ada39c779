"""Rows of records that wait to be written, in memory while they are few and else in a temporary file.

They are read twice, in two orders: by number, and by importance. At 100,000 facts they would take 200 MB.
"""

from __future__ import annotations

import marshal
import os
import tempfile
from array import array
from functools import lru_cache
from typing import IO, Any

from eujdef_tui.store.fragment import Lines, Row

__all__ = ["RowSpool"]

_IN_MEMORY = 8 * 2**20  # bytes
_CACHED = 20_000  # names of records, which all that link to these ask for


class RowSpool:
    """Rows by their place in the order in which they were added."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []  # three of each row, while they are in memory
        self._file: IO[bytes] | None = None
        self._end = 0
        self._at = array("Q")  # where each piece begins; it ends where the next begins
        self.lines = lru_cache(maxsize=_CACHED)(self._lines)

    def __enter__(self) -> RowSpool:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file:
            self._file.close()

    def add(self, row: Row) -> None:
        """Add a row."""
        # bounds of dates stand in both of the first two: for them alone a document would read its whole record
        for part in (row[:4], (row.plain[1:3], row.texts, row.tags), row.lines):
            piece = marshal.dumps(part)
            self._at.append(self._end)
            self._end += len(piece)
            if self._file:
                self._file.write(piece)
            else:
                self._pieces.append(piece)
        if self._end > _IN_MEMORY and not self._file:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 — closed by `__exit__`
            self._file.writelines(self._pieces)
            self._pieces.clear()

    def record(self, nth: int) -> tuple[Any, ...]:
        """Return plain, due, rests and article of a row (see `fragment.Row`)."""
        return tuple(self._read(3 * nth))

    def document(self, nth: int) -> tuple[Any, ...]:
        """Return the bounds of the date (lo, hi), the texts and the tags of a row."""
        return tuple(self._read(3 * nth + 1))

    def _lines(self, nth: int) -> Lines:
        """Return the names of a row."""
        found: Lines = self._read(3 * nth + 2)
        return found

    def _read(self, piece: int) -> Any:
        if not self._file:
            return marshal.loads(self._pieces[piece])
        start = self._at[piece]
        end = self._at[piece + 1] if piece + 1 < len(self._at) else self._end
        self._file.flush()
        return marshal.loads(os.pread(self._file.fileno(), end - start, start))
