"""Searches that are compared: the program's own, and four peers over the same names and texts of the same facts.

Each peer is given its usual settings, and is not told what a name is: a fact is its names and its text (what is said of
it, its kind, place and dates, and its quotes), which is what the program indexes.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from typing import NamedTuple

from rapidfuzz import fuzz, process, utils

from eujdef_tui.errors import QueryError
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Record, Statement
from eujdef_tui.model.searchable import names_of, prose_of
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import VIEWS, Base

__all__ = ["DEPTH", "OURS", "Found", "Ranker", "our_search", "rankers"]

DEPTH = 20  # facts that a ranker returns
OURS = "eujdef"


class Found(NamedTuple):
    """The ids of the facts that a query finds, best first; `nearest` those that are offered but are no hits."""

    hits: list[str]
    nearest: tuple[str, ...] = ()


Ranker = Callable[[str], Found]


class _Text(NamedTuple):
    """What can be found of a fact."""

    id: str
    names: tuple[str, ...]
    text: str


def rankers(base: Base) -> dict[str, Ranker]:
    """Every search over the facts of a base, by its name. fzf is left out where it is not installed."""
    texts = [_text(row.record) for view in VIEWS for row in base.rows(base.span(view))]
    every = {
        OURS: our_search(base), "trigram": _fts5(texts, "trigram", _trigrams),
        "porter": _fts5(texts, "porter unicode61 remove_diacritics 2", _prefixes), "WRatio": _wratio(texts),
    }  # fmt: skip
    return every | ({"fzf": _fzf(texts)} if shutil.which("fzf") else {})


def _text(record: Record) -> _Text:
    names = tuple(dict.fromkeys(name for name, _ in names_of(record)))
    said = (record.text,) if isinstance(record, Statement) else ()
    quotes = tuple(item.quote for item in evidence_of(record))
    return _Text(record.id, names, " ".join(" ".join((*said, prose_of(record), *quotes)).split()))


def our_search(base: Base) -> Ranker:
    """The program's own search."""

    def find(query: str) -> Found:
        try:
            result = search(base, parse(query))
        except QueryError:
            return Found([])
        names = [[base.record(hit.n).record.id for hit in listed] for listed in (result.hits, result.nearest)]
        return Found(names[0], tuple(names[1]))

    return find


def _trigrams(query: str) -> list[str]:
    """Any three letters in a row of any word."""
    words = re.findall(r"\w+", query)
    return [word[at : at + 3] for word in words for at in range(len(word) - 2)]


def _prefixes(query: str) -> list[str]:
    """Any word, or any word that begins with it."""
    return re.findall(r"\w+", query)


def _fts5(texts: list[_Text], tokenizer: str, terms: Callable[[str], list[str]]) -> Ranker:
    """SQLite FTS5, any term, by bm25; a term in a name counts four times one in a text."""
    db = sqlite3.connect(":memory:")
    db.execute(f"CREATE VIRTUAL TABLE fact USING fts5(id UNINDEXED, names, text, tokenize='{tokenizer}')")
    rows = [(text.id, "\n".join(text.names), text.text) for text in texts]
    db.executemany("INSERT INTO fact VALUES (?, ?, ?)", rows)
    star = "" if tokenizer == "trigram" else "*"

    def find(query: str) -> Found:
        match = " OR ".join(f'"{term}"{star}' for term in terms(query))
        if not match:
            return Found([])
        ordered = "SELECT id FROM fact WHERE fact MATCH ? ORDER BY bm25(fact, 0, 4, 1) LIMIT ?"
        return Found([found for (found,) in db.execute(ordered, (match, DEPTH))])

    return find


def _wratio(texts: list[_Text]) -> Ranker:
    """rapidfuzz's WRatio over each name and each text, without a cut: it always answers."""
    pieces = [(text.id, piece) for text in texts for piece in (*text.names, text.text)]
    clean = [utils.default_process(piece) for _, piece in pieces]

    def find(query: str) -> Found:
        best = process.extract(utils.default_process(query), clean, scorer=fuzz.WRatio, limit=DEPTH * 4)
        return Found(list(dict.fromkeys(pieces[at][0] for _, score, at in best if score > 0))[:DEPTH])

    return find


def _fzf(texts: list[_Text]) -> Ranker:
    """fzf --filter over one line a fact, in its own order."""
    lines = "\n".join(f"{text.id}\t{' · '.join(text.names)}  {text.text}" for text in texts)

    def find(query: str) -> Found:
        command = ["fzf", "--delimiter", "\t", "--nth", "2", "--filter", query]
        ran = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
        return Found([line.split("\t")[0] for line in ran.stdout.splitlines()[:DEPTH]])

    return find
