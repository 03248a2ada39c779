"""A read-only connection to a base, which turns whatever is wrong with the file into one BaseFileError.

A damaged file is deleted, so that the next start builds it again. A connection serves one thread at a time; another
thread opens one of its own with `reopen`. Only `interrupt` may be called from any thread.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from operator import attrgetter

from eujdef_tui.errors import BaseFileError, EujdefError, GivenUpError
from eujdef_tui.system.paths import StrPath

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["ODD_VALUES", "ReadConnection", "connect", "file_identity", "json_array", "sql_limit"]

# What decoding a damaged value raises: deep JSON a RecursionError, an endless number an OverflowError.
ODD_VALUES = (ArithmeticError, AttributeError, KeyError, RecursionError, TypeError, ValueError)
# What sqlite3 raises besides its own errors: its message may quote bytes of the file that are not UTF-8, and a length
# that is damaged may be more than there is memory.
_NOT_SQLITE = (UnicodeDecodeError, OverflowError, MemoryError)

PROGRESS_STEPS = 100_000  # SQLite instructions, about a millisecond, between two looks at whether to give up


def connect(path: StrPath) -> sqlite3.Connection:
    """Open the database at a path, read only. Raises sqlite3.Error."""
    # immutable=1: a base never changes once it has its name, so SQLite needs no lock.
    # Every byte is percent-encoded by hand: urllib.parse would do it, and takes milliseconds to import.
    name = "".join(f"%{byte:02x}" for byte in os.fsencode(path))
    uri = f"file:{name}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


def file_identity(path: StrPath | int) -> tuple[int, int] | None:
    """Return device and inode of a file, which tell it from one renamed over it; None where there is none.

    It is given by its path, or by the number of one that is open.
    """
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def sql_limit(most: int | None) -> int:
    """Return a LIMIT for SQLite, where -1 is no limit."""
    return -1 if most is None else most


def json_array(values: Iterable[object]) -> str:
    """Return values as one SQL parameter, for `IN (SELECT value FROM json_each(?))`.

    SQLite binds at most 32,766 parameters to a statement (SQLITE_MAX_VARIABLE_NUMBER), fewer than there may be values.
    """
    return json.dumps(list(values))


class ReadConnection:
    """An open base.

    Attributes:
        file: where the base stands; None for one in memory.
        identity: the `file_identity` of that file when it was opened.
        delete_damaged: whether a damaged file is deleted. It is only a cache.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        file: str | None = None,
        identity: tuple[int, int] | None = None,
        *,
        delete_damaged: bool = True,
    ) -> None:
        self._db = db
        self.file = file
        self.identity = identity
        self.delete_damaged = delete_damaged
        self._interrupted = self._verified = False
        self._stop_when_interrupted(db)

    def reopen(self) -> ReadConnection:
        """Open the same base once more: its file, or a copy in memory where another file has taken its name."""
        if self.file is not None and self.identity is not None and file_identity(self.file) == self.identity:
            db = connect(self.file)
            if file_identity(self.file) == self.identity:  # no file was renamed over it since the line above
                return ReadConnection(db, self.file, self.identity, delete_damaged=self.delete_damaged)
            db.close()
        db = sqlite3.connect(":memory:", check_same_thread=False)
        self.copy_to(db)
        return ReadConnection(db)

    def renew(self) -> bool:
        """Open the same base in a process that was forked, where SQLite may not go on with what another opened.

        False where another file has taken its name.
        """
        if self.file is None:
            return True  # what is in memory is a copy
        db = connect(self.file)
        if file_identity(self.file) != self.identity:
            db.close()
            return False
        self._inherited, self._db = self._db, db  # the one that was inherited is not closed here
        self._stop_when_interrupted(db)
        return True

    def _stop_when_interrupted(self, db: sqlite3.Connection) -> None:
        """Have each statement look at the flag of `interrupt`, which has no effect on one that has not begun.

        The handler has no bytecode: ctrl+c would be raised in it, and sqlite3 drops what a handler raises.
        """
        db.set_progress_handler(partial(attrgetter("_interrupted"), self), PROGRESS_STEPS)

    def copy_to(self, db: sqlite3.Connection) -> None:
        """Copy the whole database into an empty one."""
        self._db.backup(db)

    def copy_verified_to(self, db: sqlite3.Connection) -> None:
        """Copy the whole database into an empty one. Raises BaseFileError where it is not as it was written.

        From file to file it is read once for both, and not page by page: half of the work. `db` has read nothing yet.
        """
        from eujdef_tui.store.seal import copy_sealed

        ((_, _, target),) = db.execute("PRAGMA database_list")
        if self.file is None or not target or file_identity(self.file) != self.identity:
            self.copy_to(db)
            return
        with open(self.file, "rb") as source, open(target, "r+b") as copy:
            is_same = file_identity(source.fileno()) == self.identity  # none was renamed over it since the line above
            if is_same:
                self._demand(copy_sealed(source, copy))
        if not is_same:
            self.copy_to(db)

    def interrupt(self) -> None:
        """Stop the statement that runs, and every later one until `resume`. May be called from any thread."""
        self._interrupted = True
        self._db.interrupt()

    def resume(self) -> None:
        """Allow statements again."""
        self._interrupted = False

    def select(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return all rows of a SELECT.

        Raises BaseFileError where the file cannot be read, GivenUpError after `interrupt`.
        """
        if self._interrupted:
            raise GivenUpError("what was asked of the base was given up")
        try:
            return self._db.execute(sql, values).fetchall()
        except sqlite3.ProgrammingError:
            raise  # a bug: a wrong statement, or a base that was closed
        except (sqlite3.Error, *_NOT_SQLITE) as error:
            raise self._meant(error) from error

    def iter_select(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a SELECT one by one, for a caller that may stop early. Raises as `select`."""
        if self._interrupted:
            raise GivenUpError("what was asked of the base was given up")
        try:
            yield from self._db.execute(sql, values)
        except sqlite3.ProgrammingError:
            raise  # a bug: a wrong statement, or a base that was closed
        except (sqlite3.Error, *_NOT_SQLITE) as error:
            raise self._meant(error) from error

    def verify(self) -> None:
        """Raise BaseFileError where the file is not as it was written (see `store/seal.py`). It is looked at once."""
        if self._verified or self.file is None or file_identity(self.file) != self.identity:
            return
        from eujdef_tui.store.seal import is_intact  # most queries find something

        self._verified = True
        with suppress(OSError):
            self._demand(is_intact(self.file))

    def is_as_written(self) -> bool:
        """Whether the file holds what its seal says, as every base is written with one; also where there is no file."""
        if self.file is None or file_identity(self.file) != self.identity:
            return True
        from eujdef_tui.store.seal import is_intact, is_sealed

        try:
            return is_sealed(self.file) and is_intact(self.file, None)
        except OSError:
            return False

    def _meant(self, error: Exception) -> EujdefError:
        """What an error of SQLite means: that the read was given up, or that the file is damaged.

        Interrupted while it makes a table-valued function, SQLite 3.40 says "vtable constructor failed".
        """
        if self._interrupted or getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
            return GivenUpError("what was asked of the base was given up")
        return self.damage(error)

    @contextmanager
    def decoding(self) -> Iterator[None]:
        """Treat an error while values of the base are decoded as damage: raise BaseFileError in its place."""
        try:
            yield
        except ODD_VALUES as error:
            raise self.damage(error) from error

    def _demand(self, is_intact: bool) -> None:
        if not is_intact:
            error = ValueError("it is not as it was written")
            raise self.damage(error) from error

    def damage(self, error: Exception) -> BaseFileError:
        """Return the exception for a damaged base, and delete its file where that is allowed."""
        if self.file is None:
            return BaseFileError(f"the base in memory is damaged: {error}", "start again")
        if not self.delete_damaged:
            return BaseFileError(f"the base {self.file} is damaged: {error}", "delete it: it is made anew")
        if file_identity(self.file) == self.identity:  # another process may have replaced it with a good one
            with suppress(OSError):
                os.unlink(self.file)
        return BaseFileError(f"the base {self.file} is damaged: {error}", "start again: it is made anew")

    def close(self) -> None:
        """Close the connection."""
        self._db.close()
