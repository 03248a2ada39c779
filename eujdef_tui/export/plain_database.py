"""A plain SQLite database for any tool: readable tables, foreign keys, full-text search over facts, and views.

The base itself is no such file: its tables are made for this program's speed, and tools that list tables fail on its
full-text index, which has a tokenizer and columns of its own. Here the index `fact_fts` has SQLite's usual tokenizer
and takes its text from the table `fact`, so that Datasette and sqlite-utils search it without being told how.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from eujdef_tui.export.citation import claims, claims_with_evidence
from eujdef_tui.export.selection import Selection
from eujdef_tui.model.labels import date_of, full_name, kind_of, record_type, title_of
from eujdef_tui.model.records import Actor, Agreement, Event, Name, Record, Source, Statement, Tension
from eujdef_tui.store import Base
from eujdef_tui.text import edtf

__all__ = ["write_database"]

_SCHEMA = """
CREATE TABLE fact (
    rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
    date TEXT, date_words TEXT, first_day TEXT, last_day TEXT, status TEXT, text TEXT, quotes TEXT
);
CREATE TABLE source (
    id TEXT PRIMARY KEY, type TEXT NOT NULL, title TEXT, authors TEXT, container_title TEXT, issued TEXT, url TEXT,
    language TEXT, file TEXT NOT NULL, derived_from TEXT, article TEXT
);
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY, fact TEXT NOT NULL REFERENCES fact (id), claim TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES source (id), quote TEXT NOT NULL, grade TEXT NOT NULL,
    sentence INTEGER, start INTEGER, "end" INTEGER
);
CREATE TABLE actor (
    id TEXT PRIMARY KEY REFERENCES fact (id), kind TEXT NOT NULL, name TEXT NOT NULL, country TEXT, summary TEXT
);
CREATE TABLE agreement (
    id TEXT PRIMARY KEY REFERENCES fact (id), instrument TEXT NOT NULL, title TEXT NOT NULL, short_title TEXT,
    binding TEXT NOT NULL, subject TEXT
);
CREATE TABLE event (
    id TEXT PRIMARY KEY REFERENCES fact (id), kind TEXT NOT NULL, title TEXT NOT NULL, date TEXT, first_day TEXT,
    last_day TEXT, status TEXT NOT NULL, location TEXT
);
CREATE TABLE statement (
    id TEXT PRIMARY KEY REFERENCES fact (id), kind TEXT NOT NULL, text TEXT NOT NULL,
    speaker_actor TEXT REFERENCES actor (id), speaker_source TEXT REFERENCES source (id),
    date TEXT, value REAL, unit TEXT, as_of TEXT
);
CREATE TABLE tension (
    id TEXT PRIMARY KEY REFERENCES fact (id), kind TEXT NOT NULL, title TEXT NOT NULL, reading TEXT NOT NULL
);
CREATE TABLE other_name (fact TEXT NOT NULL REFERENCES fact (id), name TEXT NOT NULL, lang TEXT, kind TEXT);
CREATE TABLE membership (
    actor TEXT NOT NULL REFERENCES actor (id), organization TEXT NOT NULL REFERENCES actor (id), role TEXT NOT NULL,
    start TEXT, "end" TEXT
);
CREATE TABLE milestone (
    agreement TEXT NOT NULL REFERENCES agreement (id), action TEXT NOT NULL, date TEXT, first_day TEXT, last_day TEXT,
    status TEXT NOT NULL, note TEXT
);
CREATE TABLE link (
    fact TEXT NOT NULL REFERENCES fact (id), role TEXT NOT NULL, other TEXT NOT NULL REFERENCES fact (id),
    PRIMARY KEY (fact, role, other)
);
CREATE VIRTUAL TABLE fact_fts USING fts5 (title, text, quotes, content="fact");
CREATE INDEX evidence_fact ON evidence (fact);
CREATE INDEX evidence_source ON evidence (source);
CREATE VIEW timeline AS
    SELECT event.id, date_words AS "when", event.title, event.status, event.location, event.first_day, event.last_day
    FROM event JOIN fact USING (id)
    ORDER BY coalesce(event.first_day, event.last_day) IS NULL, coalesce(event.first_day, event.last_day);
CREATE VIEW proof AS
    SELECT fact.id, fact.type, fact.title, evidence.quote, evidence.grade, coalesce(source.container_title,
        source.title, source.id) AS source, source.issued, source.url
    FROM evidence JOIN fact ON fact.id = evidence.fact JOIN source ON source.id = evidence.source;
"""


def write_database(chosen: Selection, path: Path) -> None:
    """Write the chosen records, what they refer to and what they rest on into a new SQLite database.

    A link to a record that is not among these is left out, so that every foreign key holds. Raises OSError where
    the file cannot be written.
    """
    try:
        _write(chosen.with_linked(), path)
    except sqlite3.Error as error:
        raise OSError(f"{path} cannot be written: {error}; make room there, or set TMPDIR") from error


def _write(whole: Selection, path: Path) -> None:
    db = sqlite3.connect(path)
    try:
        db.executescript(_SCHEMA)
        known: dict[str, type[Record]] = {}
        for record in whole.records():
            known[record.id] = type(record)
            _insert(db, _rows(whole.base, record))
        for record in whole.records():
            _insert(db, _links(record, known))
        db.execute("INSERT INTO fact_fts (fact_fts) VALUES ('rebuild')")
        db.commit()
        db.execute("PRAGMA optimize")
    finally:
        db.close()


Row = tuple[str, tuple[Any, ...]]


def _insert(db: sqlite3.Connection, rows: Iterator[Row]) -> None:
    for table, values in rows:
        marks = ", ".join("?" * len(values))
        # An empty text is a value that the fact file does not have.
        db.execute(f"INSERT INTO {table} VALUES ({marks})", [None if value == "" else value for value in values])


def _rows(base: Base, record: Record) -> Iterator[Row]:
    """Yield the rows of a record that refer to no other record but to its sources."""
    if isinstance(record, Source):
        authors = "; ".join(map(full_name, record.author))
        container = record.container_title or record.container_title_short
        text = base.article(record.id).text
        yield "source", (record.id, record.type, record.title, authors, container, record.issued, record.URL,
                         record.language, record.file, record.derived_from, text)  # fmt: skip
        return
    text = "\n".join(claim.line for claim in claims(base, record))
    proofs = list(claims_with_evidence(base, record))
    quotes = "\n".join(item.quote for _, item in proofs)
    date = date_of(record)
    words = edtf.in_english(date) if date else ""
    yield "fact", (None, record.id, record_type(record), kind_of(record), title_of(record), date, words, *_days(date),
                   getattr(record, "status", ""), text, quotes)  # fmt: skip
    for claim, item in proofs:
        place = (item.sentence + 1, item.start, item.end) if item.start >= 0 else (None, None, None)
        yield "evidence", (None, record.id, claim.line, item.source, item.quote, item.grade, *place)
    yield from _own_table(record)


def _own_table(record: Record) -> Iterator[Row]:
    match record:
        case Actor():
            yield "actor", (record.id, record.kind, record.name, record.country, record.summary)
            yield from _other_names(record.id, record.other_names)
        case Agreement():
            yield "agreement", (record.id, record.instrument, record.title, record.short_title, record.binding,
                                record.subject)  # fmt: skip
            yield from _other_names(record.id, record.other_names)
            for step in record.milestones:
                yield "milestone", (record.id, step.action, step.date, *_days(step.date), step.status, step.note)
        case Event():
            yield "event", (record.id, record.kind, record.title, record.date, *_days(record.date), record.status,
                            record.location)  # fmt: skip
        case Tension():
            yield "tension", (record.id, record.kind, record.title, record.reading)


def _other_names(fact: str, names: tuple[Name, ...]) -> Iterator[Row]:
    yield from (("other_name", (fact, name.name, name.lang, name.kind)) for name in names)


def _links(record: Record, known: Mapping[str, type[Record]]) -> Iterator[Row]:
    """Yield the rows that tie a record to others, as far as these are known."""
    pairs: list[tuple[str, str]] = []
    match record:
        case Actor():
            for role in record.memberships:
                if role.organization in known:
                    yield "membership", (record.id, role.organization, role.role, role.start, role.end)
        case Agreement():
            pairs += [("party", party) for party in record.parties]
            pairs += [("related", tie.id) for tie in record.related]
        case Event():
            pairs += [("actor", actor) for actor in record.actors]
            pairs += [("agreement", agreement) for agreement in record.agreements]
        case Statement():
            yield "statement", (record.id, record.kind, record.text, *_speaker(record.speaker, known), record.date,
                                float(record.value) if record.value else None, record.unit, record.as_of)  # fmt: skip
            pairs += [("about", about) for about in record.about]
        case Tension():
            pairs += [("between", fact) for fact in record.facts]
    here = (pair for pair in dict.fromkeys(pairs) if known.get(pair[1], Source) is not Source)
    yield from (("link", (record.id, role, other)) for role, other in here)


def _days(date: str) -> tuple[str, str]:
    """Return the first and last day of a date as ISO 8601; "" for an open end and for what has no date."""
    lo, hi = edtf.bounds(date)
    first, last = date and lo != edtf.MIN, date and hi != edtf.MAX
    return edtf.iso_day(lo) if first else "", edtf.iso_day(hi) if last else ""


def _speaker(speaker: str, known: Mapping[str, type[Record]]) -> tuple[str, str]:
    """Return a speaker as (actor, source), of which one at most is given."""
    kind = known.get(speaker)
    return (speaker if kind is Actor else "", speaker if kind is Source else "")
