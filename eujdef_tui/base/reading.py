"""Promise: whatever is wrong with a base while it is read comes out as one BaseFileError, and heals."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from eujdef_tui.problems import BaseFileError

__all__ = ["Reading", "listed"]


def listed(values: Iterable[object]) -> str:
    """Values as one SQL parameter, for `IN (SELECT value FROM json_each(?))`: there may be more than SQLite binds."""
    return json.dumps(list(values))


class Reading:
    """An open SQLite file of ours. `file` is where it stands, None for one in memory."""

    def __init__(self, db: sqlite3.Connection, file: Path | None = None) -> None:
        self._db = db
        self.file = file

    def ask(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows that answer. Raises BaseFileError where the file cannot be read."""
        try:
            return self._db.execute(sql, values).fetchall()
        except sqlite3.ProgrammingError:
            raise  # ours: a wrong statement, or a base that was closed
        except sqlite3.Error as error:
            raise self.damaged(error) from error

    def each(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """The same row by row, for a reader who may stop early."""
        try:
            yield from self._db.execute(sql, values)
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.Error as error:
            raise self.damaged(error) from error

    @contextmanager
    def sound(self) -> Iterator[None]:
        """What is read within is as `build` wrote it: where values are odd, the base is damaged."""
        try:
            yield
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise self.damaged(error) from error

    def damaged(self, error: Exception) -> BaseFileError:
        """What to raise where the base holds what was never written. The file is put away: it is only a cache."""
        if self.file is None:
            return BaseFileError(f"the base in memory is damaged: {error}", "start again")
        with suppress(OSError):
            self.file.unlink()
        return BaseFileError(f"the base {self.file} is damaged: {error}", "start again: it is made anew")

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()
