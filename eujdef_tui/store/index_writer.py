"""Write the search index: documents, names, and the vocabulary, when a base is compiled.

A document is a record as search sees it: its folded words by field. Documents are stored by importance (how many
records and sources mention them), so a LIMITed scan sees the important ones.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Set
from typing import Any

from eujdef_tui.store.filter_tags import years_in
from eujdef_tui.store.fragment import Lines
from eujdef_tui.store.numbering import Numbering
from eujdef_tui.store.row_spool import RowSpool
from eujdef_tui.text.word_forms import consonants, is_unspaced, respelt, split_unspaced, stemmed

__all__ = ["write_documents", "write_vocabulary"]

# What FTS5 gathers in memory before it writes a segment: with its own 1 MB, the index of 100,000 facts takes 1.7 times
# as long. It is set back, so that it is no part of a base.
_GATHERED, _GATHERED_BY_DEFAULT = 64 * 2**20, 2**20
_STEP = 500  # documents that are written at once


def write_documents(db: sqlite3.Connection, plan: Numbering, spool: RowSpool) -> None:
    """Fill the tables `document`, `text` and `full_name`."""
    _gather(db, _GATHERED)
    for first in range(0, len(plan.document), _STEP):
        written = [_document(plan, spool, nth) for nth in plan.document[first : first + _STEP]]
        numbered = list(enumerate(written, first + 1))
        db.executemany(
            "INSERT INTO document VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", [(d, *row) for d, (row, _, _) in numbered]
        )
        db.executemany(
            "INSERT INTO text (rowid, names, links, title, words, quotes, tags) VALUES (?,?,?,?,?,?,?)",
            [(d, *row) for d, (_, row, _) in numbered],
        )
        db.executemany(
            "INSERT INTO full_name VALUES (?,?,?)",
            [(d, folded, initials) for d, (_, _, own) in numbered for _, _, folded, _, _, _, initials in own],
        )
    _gather(db, _GATHERED_BY_DEFAULT)


def _gather(db: sqlite3.Connection, size: int) -> None:
    db.execute("INSERT INTO text (text, rank) VALUES ('hashsize', ?)", (size,))


def _document(plan: Numbering, spool: RowSpool, nth: int) -> tuple[tuple[Any, ...], tuple[str, ...], Lines]:
    """Return one document: its row, its columns in the index, and its own names."""
    entry = plan.entries[nth]
    (_, lo, hi, *_), *_ = spool.record(nth)
    (*texts, amounts, numbers), tags = spool.document(nth)
    own = spool.lines(nth)
    found = set(numbers).union(*(line[5] for line in own))
    blocks = list[str]()
    linked = list[str]()
    for place in plan.linked(nth):
        target = plan.number[plan.entries[place].id]
        for _, _, _, block, tokens, counted, _ in spool.lines(place):
            blocks.append(f"{target}\t{block}")
            linked.append(tokens)
            found.update(counted)
    names = "\n".join([line[3] for line in own])
    row = (
        plan.number[entry.id],
        entry.record,
        entry.kind,
        lo,
        hi,
        plan.weight(nth),
        names,
        "\n".join(blocks),
        *texts,
        amounts,
    )
    indexed = map(_indexed_text, texts)
    tagged = " ".join([*plan.tags(nth, tags), *sorted(found)])
    return row, (" ".join([line[4] for line in own]), " ".join(linked), *indexed, tagged), own


def _indexed_text(text: str) -> str:
    return text if text.isascii() else " ".join(map(split_unspaced, text.split()))


def write_vocabulary(db: sqlite3.Connection, lower_case: Set[str]) -> None:
    """Write the years that dates overlap, and the words by which misspelt ones are found.

    Words of scripts without spaces are left out. A word with a figure has no other column: it is found by prefix
    alone, and never as what a misspelt word may mean. `lower_case` are the words that texts write in lower case.
    """
    db.executescript(
        "INSERT INTO text (text) VALUES ('optimize');"
        "CREATE VIRTUAL TABLE temp.term USING fts5vocab (main, text, 'col');"
    )
    tags = db.execute("SELECT DISTINCT term FROM temp.term WHERE term >= '_o' AND term < '_z'")
    db.execute("INSERT INTO meta VALUES ('years', ?)", (years_in(tag for (tag,) in tags),))
    found = db.execute("SELECT DISTINCT term FROM temp.term WHERE col <> 'tags'").fetchall()
    db.executemany(
        "INSERT INTO vocabulary VALUES (?,?,?,?,?,?,?)",
        (
            (token, "", "", 0, "", "", True)
            if any(map(str.isdigit, token))
            else (token, token[0], token[1:2], len(token), stemmed(token), consonants(token), token in lower_case)
            for (token,) in found
            if not is_unspaced(token)
        ),
    )
    db.executemany(
        "INSERT OR IGNORE INTO reading VALUES (?,?)",
        (
            (consonants(spelling), token)
            for (token,) in found
            if token.isalpha() and not is_unspaced(token)
            for spelling in respelt(token)[1:]
        ),
    )
    db.execute("DROP TABLE temp.term")
