"""Probe whether the SQLite of this Python has what a base needs: FTS5 and JSON."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import NamedTuple

__all__ = ["SqliteFeatures", "probe_sqlite"]

_NEEDED = {
    "FTS5": "CREATE VIRTUAL TABLE temp.t USING fts5 (a, content='', tokenize=\"unicode61 categories 'L*'\")",
    "JSON": "SELECT json_extract(value, '$.a') FROM json_each('[{}]')",
}


class SqliteFeatures(NamedTuple):
    """The version of SQLite, its thread safety (`threadsafety` of PEP 249), and the needed features it lacks."""

    version: str
    threadsafety: int
    missing: tuple[str, ...]


def probe_sqlite() -> SqliteFeatures:
    """Run a statement for each needed feature in a database in memory."""
    with closing(sqlite3.connect(":memory:")) as db:
        missing = tuple(name for name, sql in _NEEDED.items() if not _runs(db, sql))
    return SqliteFeatures(sqlite3.sqlite_version, sqlite3.threadsafety, missing)


def _runs(db: sqlite3.Connection, sql: str) -> bool:
    try:
        db.execute(sql)
    except sqlite3.Error:
        return False
    return True
