"""What a base says, with the id of a record in place of each number that stands for it.

Two bases of the same facts say the same, also where one was changed by edits and has other numbers.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from itertools import pairwise

from eujdef_tui.store.places import Places

__all__ = ["said_by"]

_TIE = re.compile(r"_([lpe])([0-9]+)")


def said_by(db: sqlite3.Connection) -> list[str]:
    """All that a base says but for `part`, and of `meta` its counts and years alone; numbers that do not fit fail."""
    return [*_tables(db), *_search(db)]


def _rows(db: sqlite3.Connection, sql: str) -> list[tuple[object, ...]]:
    return db.execute(sql).fetchall()


def _tables(db: sqlite3.Connection) -> Iterator[str]:
    ids = dict(db.execute("SELECT n, id FROM record ORDER BY n"))
    moved = _rows(db, "SELECT n, there FROM moved")
    places = Places(len(ids), *([int(str(n)) for n, there in moved if there == use] for use in (0, 1)))
    assert [places.number(place) for place in range(1, len(ids) + 1)] == list(ids)
    counted = _rows(db, "SELECT key, value FROM meta WHERE key IN ('years', 'read') ORDER BY key")
    yield f"counted {counted}"
    yield f"order {list(ids.values())}"
    yield f"views {_rows(db, 'SELECT * FROM view ORDER BY view')}"
    yield f"months {_rows(db, 'SELECT * FROM month ORDER BY month')}"
    yield f"headings {[(view, ids[n], text) for view, n, text in _rows(db, 'SELECT * FROM heading ORDER BY first')]}"
    for _, *row in _rows(db, "SELECT * FROM record ORDER BY n"):
        yield f"record {row}"
    yield from sorted(f"due {target} {hi} {ids[n]}" for target, hi, n in _rows(db, "SELECT * FROM due"))
    yield from sorted(f"link {ids[src]} {role} {ids[dst]}" for src, role, dst in _rows(db, "SELECT * FROM link"))
    yield from sorted(f"rests {ids[one]} {at} {ids[n]}" for one, at, n in _rows(db, "SELECT * FROM rests"))
    yield from sorted(f"article {ids[n]} {row}" for n, *row in _rows(db, "SELECT * FROM article"))


def _search(db: sqlite3.Connection) -> Iterator[str]:
    ids = dict(db.execute("SELECT n, id FROM record"))
    documents = {d: ids[n] for d, n in db.execute("SELECT d, n FROM document ORDER BY d")}
    weights = [weight for (weight,) in db.execute("SELECT weight FROM document ORDER BY d")]
    assert all(one >= other for one, other in pairwise(weights)), "the most important first"
    rows = _rows(db, "SELECT n, record, kind, lo, hi, weight, names, title, words, quotes, amounts FROM document")
    yield from sorted(f"document {ids[n]} {row}" for n, *row in rows)
    for n, links in db.execute("SELECT n, links FROM document ORDER BY n"):
        lines = [line.partition("\t") for line in links.split("\n") if line]
        yield f"names {ids[n]} {[(ids[int(to)], rest) for to, _, rest in lines]}"
    # search looks at the first documents that have a word, and at the first names that begin with it
    yield f"documents {list(documents.values())}"
    for d, *row in _rows(db, "SELECT d, full, capitals FROM full_name ORDER BY full, d, capitals"):
        yield f"name {documents[d]} {row}"
    for table in ("vocabulary", "reading"):
        yield from sorted(f"{table} {row}" for row in _rows(db, f"SELECT * FROM {table}"))
    db.execute("CREATE VIRTUAL TABLE temp.said USING fts5vocab (main, text, instance)")

    def named(term: str) -> str:
        tie = _TIE.fullmatch(term)
        return f"_{tie[1]}{ids[int(tie[2])]}" if tie else term

    found = db.execute("SELECT term, doc, col, offset FROM temp.said")
    yield from sorted(f"term {named(term)} {documents[doc]} {col} {at}" for term, doc, col, at in found)
