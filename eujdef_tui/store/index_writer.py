"""Write the search index: documents, names, and the vocabulary, when a base is compiled.

A document is a record as search sees it: its folded words by field. Documents are stored by importance (how many
records and sources mention them), so a LIMITed scan sees the important ones.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeAlias

from eujdef_tui.store.filter_tags import years_in
from eujdef_tui.store.numbering import Numbering
from eujdef_tui.store.row_spool import RowSpool
from eujdef_tui.store.search_part import LinkedNames, SearchPart
from eujdef_tui.text.sounds import consonants_of, respelt
from eujdef_tui.text.word_forms import is_unspaced, stemmed

__all__ = [
    "FORGET",
    "TEXT",
    "WrittenDocument",
    "add_words",
    "document_of",
    "has_figure",
    "indexed_terms",
    "write_documents",
    "write_some",
    "write_vocabulary",
    "years_of_index",
]

# What FTS5 gathers in memory before it writes a segment: with its own 1 MB, the index of 100,000 facts takes 1.7 times
# as long, with 64 MB 0.96 of that with 16. It is set back, so that it is no part of a base.
_GATHERED, _GATHERED_BY_DEFAULT = 16 * 2**20, 2**20
# Segments of one size, of which FTS5 makes one as it goes on (its automerge). `optimize` makes one of all: what was
# merged before is merged twice then, and leaves pages without use, a tenth of the index of 100,000 facts.
_MERGED_BY_DEFAULT = 4
TEXT = "(rowid, names, links, title, words, quotes, tags) VALUES (?,?,?,?,?,?,?)"
# An index without contents must be told what it is to forget.
FORGET = "INSERT INTO text (text, rowid, names, links, title, words, quotes, tags) VALUES ('delete',?,?,?,?,?,?,?)"
_STEP = 500  # documents that are written at once


WrittenDocument: TypeAlias = tuple[tuple[Any, ...], tuple[str, ...], Sequence[tuple[str, str]]]


def write_documents(db: sqlite3.Connection, plan: Numbering, spool: RowSpool) -> None:
    """Fill the tables `document`, `text` and `full_name`."""
    _gather(db, _GATHERED, 0)
    documents = plan.documents()
    while some := list(islice(documents, _STEP)):
        write_some(db, [(d, _document(plan, spool, nth)) for d, nth in some])
    _gather(db, _GATHERED_BY_DEFAULT, _MERGED_BY_DEFAULT)


def write_some(db: sqlite3.Connection, some: Sequence[tuple[int, WrittenDocument]]) -> None:
    """Write documents with their numbers."""
    db.executemany("INSERT INTO document VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", [(d, *row) for d, (row, _, _) in some])
    db.executemany(f"INSERT INTO text {TEXT}", [(d, *row) for d, (_, row, _) in some])
    db.executemany(
        "INSERT INTO full_name VALUES (?,?,?)",
        [(d, folded, initials) for d, (_, _, own) in some for folded, initials in own],
    )


def _gather(db: sqlite3.Connection, size: int, merged: int) -> None:
    """Set how much FTS5 gathers before it writes, and how many segments it merges; 0 for none."""
    db.execute("INSERT INTO text (text, rank) VALUES ('hashsize', ?)", (size,))
    db.execute("INSERT INTO text (text, rank) VALUES ('automerge', ?)", (merged,))


def _document(plan: Numbering, spool: RowSpool, nth: int) -> WrittenDocument:
    entry, part = plan.entries[nth], spool.part(nth)
    linked = [(plan.numbers[place], spool.names(place)) for place in plan.linked(nth)]
    plain = plan.numbers[nth], entry.record, entry.kind, *part.bounds, plan.weight(nth)
    return document_of(plain, part, linked, plan.tags(nth, part.tags))


def document_of(
    plain: tuple[Any, ...], part: SearchPart, linked: Sequence[tuple[int, LinkedNames]], tags: str
) -> WrittenDocument:
    """Return one document: its row but for its number, its columns in the index, and its own names.

    `plain` are its first columns, `linked` the number and names of each actor and agreement that it points at.
    """
    numbers = part.numbers
    if linked:
        links = "\n".join([f"{target}\t{block}" for target, (blocks, _, _) in linked for block in blocks])
        tokens = " ".join([found for _, (_, found, _) in linked])
        if any(more for _, (_, _, more) in linked):
            numbers = sorted({*numbers, *(number for _, (_, _, more) in linked for number in more)})
    else:
        links = tokens = ""
    own, *texts = part.indexed
    tagged = f"{tags} {' '.join(numbers)}" if numbers else tags
    return (*plain, part.names, links, *part.texts), (own, tokens, *texts, tagged), part.full_names


def write_vocabulary(db: sqlite3.Connection, small: Mapping[str, int]) -> None:
    """Write the years that dates overlap, and the words by which misspelt ones are found.

    `small` says of a word how many files write it in lower case.
    """
    db.execute("INSERT INTO text (text) VALUES ('optimize')")
    with indexed_terms(db):
        db.execute("INSERT INTO meta VALUES ('years', ?)", (years_of_index(db),))
        found = [token for (token,) in db.execute("SELECT DISTINCT term FROM temp.term WHERE col <> 'tags'")]
        add_words(db, found, small)


@contextmanager
def indexed_terms(db: sqlite3.Connection) -> Iterator[None]:
    """Give a base the table temp.term: (term, col) of its full-text index."""
    db.execute("CREATE VIRTUAL TABLE temp.term USING fts5vocab (main, text, 'col')")
    try:
        yield
    finally:
        db.execute("DROP TABLE temp.term")


def years_of_index(db: sqlite3.Connection) -> str:
    """Return the years that the tags in temp.term name."""
    # the tags of numbers stand between the two, and may be ten times as many as all others
    asked = ("term = '_open'", "term >= '_y' AND term < '_z'")
    tags = (row for where in asked for row in db.execute(f"SELECT DISTINCT term FROM temp.term WHERE {where}"))
    return years_in(tag for (tag,) in tags)


def add_words(db: sqlite3.Connection, found: Sequence[str], small: Mapping[str, int]) -> None:
    """Add words to the vocabulary.

    Words of scripts without spaces are left out. A word with a figure has no other column: it is found by prefix
    alone, and never as what a misspelt word may mean.
    """
    spaced = [token for token in found if not is_unspaced(token)]
    figured = [token for token in spaced if not token.isalpha() and has_figure(token)]
    with_figure = set(figured)
    lettered = [token for token in spaced if token not in with_figure]
    db.executemany(
        "INSERT INTO vocabulary VALUES (?,?,?,?,?,?,?)", [(token, "", "", 0, "", "", 1) for token in figured]
    )
    db.executemany(
        "INSERT INTO vocabulary VALUES (?,?,?,?,?,?,?)",
        [
            (token, token[0], token[1:2], len(token), stemmed(token), sound, small.get(token, 0))
            for token, sound in zip(lettered, consonants_of(lettered), strict=True)
        ],
    )
    read = [(spelling, token) for token in lettered if token.isalpha() for spelling in respelt(token)[1:]]
    sounds = consonants_of([spelling for spelling, _ in read])
    db.executemany(
        "INSERT OR IGNORE INTO reading VALUES (?,?)",
        [(sound, token) for sound, (_, token) in zip(sounds, read, strict=True)],
    )


def has_figure(token: str) -> bool:
    """Return whether a word has a figure in it."""
    return any(map(str.isdigit, token))
