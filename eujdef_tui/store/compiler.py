"""Compile fragments of fact files into the tables of a base (`store/sql_schema.py`).

Records are numbered in the order of the screen. Nothing is committed before all is written.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from eujdef_tui.factfile.anchoring import Corpus
from eujdef_tui.store.file_rows import fragment_of
from eujdef_tui.store.gathering import Gathered, gathered
from eujdef_tui.store.index_writer import write_documents, write_vocabulary
from eujdef_tui.store.numbering import Numbering
from eujdef_tui.store.row_spool import RowSpool
from eujdef_tui.store.sql_schema import INDEXES, SCHEMA

__all__ = ["build", "compile_base"]

Progress = Callable[[int, int], None]
_STEP = 500  # records between two reports of progress


def build(db: sqlite3.Connection, corpus: Corpus, meta: Mapping[str, str], progress: Progress) -> None:
    """Write the base of a whole fact file into the empty database `db`; see `compile_base`."""
    with gathered([fragment_of(corpus)]) as rows:
        compile_base(db, rows, meta, progress)


def compile_base(db: sqlite3.Connection, rows: Gathered, meta: Mapping[str, str], progress: Progress) -> None:
    """Write the base of what was gathered of its files into the empty database `db`.

    `progress` is called with (records done, all records).
    """
    db.executescript(SCHEMA)
    db.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    _write_rows(db, rows, progress)
    write_vocabulary(db, rows.small())
    db.executescript(INDEXES)
    # how much was read: where nothing is found, that is told
    sentences = "coalesce(sum(json_array_length(spans)), 0)"
    db.execute(f"INSERT INTO meta SELECT 'read', count(*) || ' ' || {sentences} FROM article")
    db.execute("ANALYZE")
    db.commit()


def _write_rows(db: sqlite3.Connection, rows: Gathered, progress: Progress) -> None:
    """Write all records and documents.

    What it knows of all records at once is let go at its end: of ten million facts, 5 GB.
    """
    plan, spool = Numbering(rows.take_entries()), rows.spool
    db.executemany("INSERT INTO view VALUES (?, ?, ?)", plan.spans)
    db.executemany("INSERT INTO heading VALUES (?, ?, ?)", plan.headings)
    for done in range(0, len(plan.order), _STEP):
        progress(done, len(plan.order))
        _write_records(db, plan, spool, plan.order[done : done + _STEP])
    progress(len(plan.order), len(plan.order))
    write_documents(db, plan, spool)


def _write_records(db: sqlite3.Connection, plan: Numbering, spool: RowSpool, places: Iterable[int]) -> None:
    """Write the records at these places in `plan.entries`, with what they link to and rest on."""
    number = plan.number
    records: list[tuple[Any, ...]] = []
    due: list[tuple[int, int, int]] = []
    links: list[tuple[int, str, int]] = []
    rests: list[tuple[int, int, int]] = []
    articles: list[tuple[Any, ...]] = []
    for nth in places:
        n = plan.numbers[nth]
        entry = plan.entries[nth]
        (title, lo, hi, *dated, body), target, quotes, article = spool.record(nth)
        records.append(
            (n, entry.id, entry.record, entry.kind, title, lo, hi, *dated, plan.support(nth), plan.mentions(nth), body)
        )
        if target is not None:
            due.append((target, hi, n))
        links += [(n, role, number(one)) for role, one in entry.links]
        rests += [(number(source), at, n) for source, first, last in quotes for at in range(first, last + 1)]
        if article:
            articles.append((n, *article))
    db.executemany("INSERT INTO record VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", records)
    db.executemany("INSERT INTO due VALUES (?,?,?)", due)
    db.executemany("INSERT OR IGNORE INTO link VALUES (?,?,?)", links)
    db.executemany("INSERT OR IGNORE INTO rests VALUES (?,?,?)", rests)
    db.executemany("INSERT INTO article (source, text, hidden, spans) VALUES (?,?,?,?)", articles)
