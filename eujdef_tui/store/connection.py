"""Promise: whatever is wrong with a base while it is read comes out as one BaseFileError, and heals.

A reader serves one thread at a time; another thread gets a reader of its own. Only `interrupt` may be called
from any thread.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from eujdef_tui.errors import BaseFileError, GivenUpError

__all__ = ["Reading", "connect", "identity", "listed"]

OFTEN = 100_000  # instructions of SQLite, about a millisecond, after which a statement looks whether it is given up


def connect(path: Path) -> sqlite3.Connection:
    """The database at a path, to be read only. Raises sqlite3.Error."""
    # immutable: a base never changes once it has its name, so no lock is needed and pages are shared
    # every byte is written as its number: urllib, which knows those that need not be, is large
    name = "".join(f"%{byte:02x}" for byte in os.fsencode(path))
    uri = f"file:{name}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


def identity(path: Path) -> tuple[int, int] | None:
    """What tells the file at a path from one that has taken its place; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def listed(values: Iterable[object]) -> str:
    """Values as one SQL parameter, for `IN (SELECT value FROM json_each(?))`: there may be more than SQLite binds."""
    return json.dumps(list(values))


class Reading:
    """An open SQLite file of ours. `file` is where it stands, None for one in memory; `known` its identity.

    `heals`: a damaged file is put away, for it is only a cache.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        file: Path | None = None,
        known: tuple[int, int] | None = None,
        heals: bool = True,
    ) -> None:
        self._db = db
        self.file = file
        self.known = known
        self.heals = heals
        self._given_up = False
        # an interrupt in the moment before a statement begins would be lost: the statement looks for it, too
        db.set_progress_handler(lambda: self._given_up, OFTEN)

    def another(self) -> Reading:
        """The same base opened once more: its file, or a copy in memory where that has lost its name."""
        if self.file is not None and self.known is not None and identity(self.file) == self.known:
            db = connect(self.file)
            if identity(self.file) == self.known:  # still: no other took its place meanwhile
                return Reading(db, self.file, self.known, self.heals)
            db.close()
        db = sqlite3.connect(":memory:", check_same_thread=False)
        self.copy(db)
        return Reading(db)

    def copy(self, db: sqlite3.Connection) -> None:
        """Write the whole database into an empty one."""
        self._db.backup(db)

    def interrupt(self) -> None:
        """Give up what is being asked, and all that is asked until `resume`. From any thread."""
        self._given_up = True
        self._db.interrupt()

    def resume(self) -> None:
        """Answer again."""
        self._given_up = False

    def ask(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows that answer. Raises BaseFileError where the file cannot be read, GivenUpError where it was given
        up."""
        return list(self.each(sql, *values))

    def each(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """The same row by row, for a reader who may stop early."""
        if self._given_up:
            raise GivenUpError("what was asked of the base was given up")
        try:
            yield from self._db.execute(sql, values)
        except sqlite3.ProgrammingError:
            raise  # ours: a wrong statement, or a base that was closed
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                raise GivenUpError("what was asked of the base was given up") from error
            raise self.damaged(error) from error

    @contextmanager
    def sound(self) -> Iterator[None]:
        """What is read within is as `build` wrote it: where values are odd, the base is damaged."""
        try:
            yield
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise self.damaged(error) from error

    def damaged(self, error: Exception) -> BaseFileError:
        """What to raise where the base holds what was never written. The file is put away, if that is ours to do."""
        if self.file is None:
            return BaseFileError(f"the base in memory is damaged: {error}", "start again")
        if not self.heals:
            return BaseFileError(f"the base {self.file} is damaged: {error}", "delete it: it is made anew")
        if identity(self.file) == self.known:  # not another that has taken its place
            with suppress(OSError):
                self.file.unlink()
        return BaseFileError(f"the base {self.file} is damaged: {error}", "start again: it is made anew")

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()
