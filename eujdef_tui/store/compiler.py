"""Compile a valid fact file into the tables of a base (`store/sql_schema.py`).

Records are numbered in the order of the screen. Nothing is committed before all is written.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from eujdef_tui.factfile.anchoring import Corpus
from eujdef_tui.model.glyphs import KIND_MARKS, date_mark
from eujdef_tui.model.labels import date_of, kind_of, record_type, title_of
from eujdef_tui.model.parts import evidence_of, parts_of
from eujdef_tui.model.records import Actor, Agreement, Event, Record, Source, Statement, Tension
from eujdef_tui.model.serialize import to_plain
from eujdef_tui.store.filter_tags import tags_of
from eujdef_tui.store.index_writer import span_of, write_documents
from eujdef_tui.store.sql_schema import INDEXES, SCHEMA, VIEWS, view_of
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import sort_key

__all__ = ["build"]

# Order of kinds on the screen. Kinds not named here follow in alphabetical order.
KIND_ORDER = ("person", "country", "bloc", "public-body", "organization", "company")
INSTRUMENT_ORDER = ("treaty", "agreement", "partnership", "dialogue", "negotiation", "programme")
# Last words of instruments of which two parties can agree, and one can set up alone.
NO_ACCORD = ("bill", "funding", "law", "paper", "plan", "policy", "proposal", "rule", "standard", "strategy")

# Headings of tensions by kind, in their order.
_TENSIONS = {
    "difference": f"{KIND_MARKS['difference']} where the articles differ, or seem to, and how to read them",
    "reading": f"{KIND_MARKS['reading']} notes on reading: no difference, but easily mistaken for one",
}

R = TypeVar("R", Actor, Agreement)
Progress = Callable[[int, int], None]


def build(db: sqlite3.Connection, corpus: Corpus, meta: dict[str, str], progress: Progress) -> None:
    """Write the base into the empty database `db`, and call `progress` with (records done, all records)."""
    db.executescript(SCHEMA)
    plan = _Plan(corpus)
    db.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
    db.executemany("INSERT INTO view VALUES (?, ?, ?)", plan.spans())
    db.executemany("INSERT INTO heading VALUES (?, ?, ?)", plan.headings)
    for done, record in enumerate(plan.order):
        _write(db, plan, record)
        if done % 500 == 0:
            progress(done, len(plan.order))
    progress(len(plan.order), len(plan.order))
    _articles(db, corpus, plan)
    write_documents(db, plan.order, plan.number, plan.links, plan.weight, plan.tags, corpus.file.texts)
    db.executescript(INDEXES)
    db.execute("ANALYZE")
    db.commit()


class _Plan:
    """Numbers, headings, links and counts of all records, worked out over the whole file before it is written."""

    def __init__(self, corpus: Corpus) -> None:
        file = corpus.file
        self.label: dict[str, str] = {a.id: a.sort_name or a.name for a in file.actors}
        self.origin: dict[str, str] = _origins(file.sources)
        statement_counts = Counter(s.speaker for s in file.statements if s.kind != "figure")
        accords = [agreement for agreement in file.agreements if not _of_one_side(agreement)]
        others = [agreement for agreement in file.agreements if _of_one_side(agreement)]
        self.sections: dict[str, list[tuple[str, Record]]] = {
            "timeline": [(_year(e), e) for e in sorted(file.events, key=lambda e: edtf.sort_key(e.date))],
            "actors": _grouped(file.actors, KIND_ORDER, lambda a: a.kind, lambda a: a.sort_name or a.name),
            "agreements": [
                *_grouped(accords, INSTRUMENT_ORDER, lambda a: a.instrument, lambda a: a.title),
                *(
                    (f"Not an agreement: {heading.lower()}", a)
                    for heading, a in _grouped(others, (), lambda a: a.instrument, lambda a: a.title)
                ),
            ],
            "statements": [
                (self.speaker(s), s)
                for s in sorted(file.statements, key=lambda s: self._statement_order(s, statement_counts))
            ],
            "tensions": [
                (_TENSIONS[t.kind], t) for t in sorted(file.tensions, key=lambda t: list(_TENSIONS).index(t.kind))
            ],
            "sources": [("", s) for s in file.sources],
        }
        self.order: list[Record] = [record for view in VIEWS for _, record in self.sections[view]]
        self.number: dict[str, int] = {record.id: n for n, record in enumerate(self.order, 1)}
        self.headings = list(self._headings())
        self.links = {record.id: list(_links(record)) for record in self.order}
        self._supports = {
            record.id: len({self.origin[item.source] for item in evidence_of(record)}) for record in self.order
        }
        self.differing = {fact for t in file.tensions if t.kind == "difference" for fact in t.facts}
        self.mentions = Counter(target for links in self.links.values() for target in {target for _, target in links})

    def support(self, record: Record) -> int:
        """Count the independent sources of a record."""
        return self._supports[record.id]

    def weight(self, record: Record) -> int:
        """Return the importance of a record: the count of its sources and of records that link to it."""
        return self.support(record) + self.mentions[record.id]

    def tags(self, record: Record) -> Iterator[str]:
        """Return the filter tags of a record (`store/filter_tags.py`)."""
        n = self.number[record.id]
        ties = {("l", self.number[target]) for _, target in self.links[record.id]}
        ties |= {("p", self.number[target]) for role, target in self.links[record.id] if role == "party"}
        ties |= {("e", self.number[item.source]) for item in evidence_of(record) if item.start >= 0}
        if isinstance(record, Actor | Agreement | Source):
            ties.add(("e" if isinstance(record, Source) else "l", n))
        has = {
            "corroborated": self.support(record) > 1,
            "differing": record.id in self.differing,
            "outside": any("x-outside" in node.x or date_mark(node) for node in (record, *parts_of(record))),
            "value": getattr(record, "value", "") != "",
            "speaker": getattr(record, "speaker", "") != "",
        }
        lo, hi = span_of(record)
        span = None if lo is None or hi is None else (lo, hi)
        view = view_of(record_type(record))
        return tags_of(record, view, span, ties, (what for what, true in has.items() if true))

    def _statement_order(self, statement: Statement, counts: Counter[str]) -> tuple[object, ...]:
        """Return a sort key: speakers with most statements first, then the articles' own words, then figures."""
        group = 2 if statement.kind == "figure" else 1 if statement.speaker not in self.label else 0
        count = counts[statement.speaker] if group == 0 else 0
        return (group, -count, sort_key(self.speaker(statement)), edtf.sort_key(statement.date))

    def speaker(self, statement: Statement) -> str:
        """Return the heading of a statement."""
        if statement.kind == "figure":
            return "Figures"
        return self.label.get(statement.speaker, "The articles themselves")

    def spans(self) -> Iterator[tuple[str, int, int]]:
        """Yield (view, first number, count of records) of each view."""
        first = 1
        for view in VIEWS:
            yield view, first, len(self.sections[view])
            first += len(self.sections[view])

    def _headings(self) -> Iterator[tuple[str, int, str]]:
        for view in VIEWS:
            last = ""
            for heading, record in self.sections[view]:
                if heading and heading != last:
                    yield view, self.number[record.id], heading
                    last = heading


def _of_one_side(agreement: Agreement) -> bool:
    """Whether it is no accord of anyone, but a rule, a strategy or the like of one side or of nobody named."""
    return agreement.instrument.split("-")[-1] in NO_ACCORD and len(agreement.parties) < 2


def _grouped(
    records: Iterable[R], order: tuple[str, ...], kind: Callable[[R], str], name: Callable[[R], str]
) -> list[tuple[str, Record]]:
    rank = {word: place for place, word in enumerate(order)}
    ordered = sorted(records, key=lambda r: (rank.get(kind(r), len(order)), kind(r), sort_key(name(r))))
    return [(kind(r).replace("-", " ").capitalize(), r) for r in ordered]


def _year(event: Event) -> str:
    """Return the heading of an event: its year in words, such as "2024" or "44 BCE"."""
    year = edtf.year(event.date)
    if year is None:
        return "Undated"
    if abs(year) > 9999:
        return edtf.in_english(f"Y{year}")
    return edtf.in_english(f"{year:05}" if year < 0 else f"{year:04}")


def _origins(sources: Iterable[Source]) -> dict[str, str]:
    """Return for each source id the first report it derives from. Two sources of one origin are not independent.

    Those of a ring have one origin: the first of them in the file. Each source is looked at once.
    """
    parent = {source.id: source.derived_from for source in sources}
    order = {source_id: nth for nth, source_id in enumerate(parent)}
    found: dict[str, str] = {}
    for start in parent:
        origin, path = start, dict[str, int]()
        while parent.get(origin) and origin not in found and origin not in path:
            path[origin] = len(path)
            origin = parent[origin]
        if origin in path:
            origin = min(list(path)[path[origin] :], key=order.__getitem__)
        found.update(dict.fromkeys((start, *path), found.get(origin, origin)))
    return found


def _links(record: Record) -> Iterator[tuple[str, str]]:
    """Yield (role, id) of every record that a record links to."""
    match record:
        case Event():
            yield from (("actor", actor) for actor in record.actors)
            yield from (("agreement", agreement) for agreement in record.agreements)
        case Actor():
            yield from (("member", membership.organization) for membership in record.memberships)
        case Agreement():
            yield from (("party", party) for party in record.parties)
            yield from (("related", link.id) for link in record.related)
        case Statement():
            if record.speaker:
                yield "speaker", record.speaker
            yield from (("about", target) for target in record.about)
        case Tension():
            role = "differs" if record.kind == "difference" else "read"
            yield from ((role, fact) for fact in record.facts)


def _write(db: sqlite3.Connection, plan: _Plan, record: Record) -> None:
    n = plan.number[record.id]
    lo, hi = span_of(record)
    evidence = list(evidence_of(record))
    db.execute(
        "INSERT INTO record VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            n,
            record.id,
            record_type(record),
            kind_of(record),
            title_of(record),
            lo,
            hi,
            edtf.sort_key(date_of(record))[0],
            edtf.month(record.date) if isinstance(record, Event) else None,
            plan.support(record),
            plan.mentions[record.id],
            json.dumps(to_plain(record), ensure_ascii=False, separators=(",", ":")),
        ),
    )
    if isinstance(record, Event) and record.status in ("planned", "target") and hi is not None:
        db.execute("INSERT INTO due VALUES (?,?,?)", (record.status == "target", hi, n))
    db.executemany(
        "INSERT OR IGNORE INTO link VALUES (?,?,?)",
        ((n, role, plan.number[target]) for role, target in plan.links[record.id]),
    )
    db.executemany(
        "INSERT OR IGNORE INTO rests VALUES (?,?,?)",
        (
            (plan.number[item.source], sentence, n)
            for item in evidence
            if item.start >= 0
            for sentence in range(item.sentence, item.last_sentence + 1)
        ),
    )


def _articles(db: sqlite3.Connection, corpus: Corpus, plan: _Plan) -> None:
    file = corpus.file
    db.executemany(
        "INSERT INTO article (source, text, hidden, spans) VALUES (?,?,?,?)",
        (
            (
                plan.number[source.id],
                file.texts[source.id],
                file.hidden.get(source.id, 0),
                json.dumps(corpus.sentences[source.id]),
            )
            for source in file.sources
        ),
    )
