"""Promise: whether the SQLite of this Python can hold a base is found by asking it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import NamedTuple

__all__ = ["Engine", "engine"]

_NEEDED = {
    "FTS5": "CREATE VIRTUAL TABLE temp.t USING fts5 (a, content='', tokenize=\"unicode61 categories 'L*'\")",
    "JSON": "SELECT json_extract(value, '$.a') FROM json_each('[{}]')",
}


class Engine(NamedTuple):
    """The version of SQLite, how freely threads may use it (PEP 249), and what a base needs that it lacks."""

    version: str
    threads: int
    lacks: tuple[str, ...]


def engine() -> Engine:
    """The SQLite of this Python."""
    with closing(sqlite3.connect(":memory:")) as db:
        lacks = tuple(name for name, sql in _NEEDED.items() if not _runs(db, sql))
    return Engine(sqlite3.sqlite_version, sqlite3.threadsafety, lacks)


def _runs(db: sqlite3.Connection, sql: str) -> bool:
    try:
        db.execute(sql)
    except sqlite3.Error:
        return False
    return True
