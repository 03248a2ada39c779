"""A brief: chosen facts grouped for a meeting, each with the sentences that prove it and the numbers of its sources.

The forms of a brief (Markdown, HTML, Word) are made from the one value that `brief` returns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from eujdef_tui.export.citation import Claim, claims
from eujdef_tui.export.selection import Selection
from eujdef_tui.model.clock import Clock, clock_words
from eujdef_tui.model.glyphs import KIND_MARKS, OUTSIDE, STATUS_MARKS, mark_of
from eujdef_tui.model.labels import date_of
from eujdef_tui.model.records import Actor, Agreement, Event, Evidence, Record, Source, Statement, Tension
from eujdef_tui.store import Base
from eujdef_tui.text import edtf

__all__ = ["Brief", "Group", "Item", "Proof", "brief"]


class Proof(NamedTuple):
    """A quote. `source` is the number of its source in the brief, from 1; `number` its own number, from 1."""

    evidence: Evidence
    source: int
    number: int


class Item(NamedTuple):
    """A fact of a brief: its mark, and each of its claims with what proves it."""

    record: Record
    mark: str
    claims: tuple[tuple[Claim, tuple[Proof, ...]], ...]


class Group(NamedTuple):
    """Facts under one heading."""

    heading: str
    items: tuple[Item, ...]


class Brief(NamedTuple):
    """All that a brief says.

    Attributes:
        title: of the fact file, or what was asked for.
        subject: the title of the fact file, "" where that is the title.
        as_of: a line that says of which day the brief is, and how new its newest article.
        groups: the facts.
        tensions: where the articles differ about these facts, and notes on reading them.
        sources: the sources cited, in the order of their numbers.
        dated: the events that have a date.
        legend: what the marks mean that occur in it.
    """

    title: str
    subject: str
    as_of: str
    groups: tuple[Group, ...]
    tensions: tuple[Item, ...]
    sources: tuple[Source, ...]
    dated: tuple[Event, ...]
    legend: str


def brief(chosen: Selection, query: str = "", grouping: str = "date") -> Brief:
    """Return a brief of the chosen facts; `grouping` is "date" or "actor".

    Where the first that was chosen is an actor, the brief by date begins with it: it is the one that was asked for.
    """
    base = chosen.base
    records = [record for record in chosen.records() if not isinstance(record, Source)]
    facts = [record for record in records if not isinstance(record, Tension)]
    numbering = _Numbering(base)
    if grouping == "actor":
        headed = _by_actor(base, facts)
    else:
        about = [facts.pop(0)] if chosen.numbers and facts and isinstance(records[0], Actor) else []
        headed = chain((("Who", [one]) for one in about), _by_date(base, facts))
    groups = [Group(heading, tuple(map(numbering.item, items))) for heading, items in headed]
    tensions = tuple(map(numbering.item, _tensions(base, records)))
    sources = tuple(base.source(one) for one in numbering.sources)
    items = (*(item for group in groups for item in group.items), *tensions)
    return Brief(
        title=query or base.title,
        subject=base.title if query else "",
        as_of=_as_of(base, sources),
        groups=tuple(groups),
        tensions=tensions,
        sources=sources,
        dated=tuple(record for record in facts if isinstance(record, Event) and record.date),
        legend=_legend(items),
    )


class _Numbering:
    """Numbers sources and quotes in the order in which the brief cites them."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._quotes = 0
        self.sources: dict[str, int] = {}

    def item(self, record: Record) -> Item:
        return Item(record, mark_of(record), tuple(self._claims(record)))

    def _claims(self, record: Record) -> Iterator[tuple[Claim, tuple[Proof, ...]]]:
        stated = list(claims(self._base, record))
        for nth, claim in enumerate(stated):
            if not any(_says_no_more(claim, later) for later in stated[nth + 1 :]):
                yield claim, tuple(map(self._proof, claim.evidence))

    def _proof(self, evidence: Evidence) -> Proof:
        self._quotes += 1
        return Proof(evidence, self.sources.setdefault(evidence.source, len(self.sources) + 1), self._quotes)


def _says_no_more(claim: Claim, later: Claim) -> bool:
    """Whether a later claim of the same fact rests on the same quotes and begins with all that a claim says."""
    return claim.evidence == later.evidence and later.line != claim.line and later.line.startswith(claim.line)


def _legend(items: Sequence[Item]) -> str:
    """Say what the marks mean that occur, and † where a date rests on knowledge from outside the articles."""
    used = {item.mark for item in items}
    words = [f"{mark} {name}" for name, mark in (STATUS_MARKS | KIND_MARKS).items() if mark in used]
    if any(OUTSIDE in claim.line for item in items for claim, _ in item.claims):
        words.append(f"{OUTSIDE} known from outside the articles")
    return ", ".join(words)


def _as_of(base: Base, sources: Iterable[Source]) -> str:
    clock = base.clock or Clock(asof=base.shown_day)
    said = ", ".join(clock_words(clock))
    issued = [source.issued for source in sources if source.issued]
    if not issued:
        return f"{said[0].upper()}{said[1:]}"
    newest = max(issued, key=edtf.sort_key)
    # Of a day in the past later articles may tell, where no day is given by which they were issued.
    later = base.clock and not clock.known and edtf.bounds(newest)[0] > clock.asof
    words = "as later articles tell it, the newest of" if later else "newest article:"
    return f"{said[0].upper()}{said[1:]}{',' if later else ';'} {words} {edtf.in_english(newest)}"


def _by_date(base: Base, facts: Sequence[Record]) -> Iterator[tuple[str, list[Record]]]:
    """Yield the facts under their years, first what comes first; then what has no date."""
    dates = {id(fact): _date(base, fact) for fact in facts}
    years: dict[str, list[Record]] = {}
    for fact in sorted(facts, key=lambda fact: edtf.sort_key(dates[id(fact)])):
        year = edtf.year(dates[id(fact)])
        heading = "Undated" if year is None else str(year) if year > 0 else f"{1 - year} BCE"
        years.setdefault(heading, []).append(fact)
    yield from years.items()


def _date(base: Base, fact: Record) -> str:
    """The date of a fact, or the first date of its parts, as the milestones of an agreement."""
    if date := date_of(fact):
        return date
    dates = [claim.date for claim in claims(base, fact) if claim.date]
    return min(dates, key=edtf.sort_key, default="")


def _by_actor(base: Base, facts: Sequence[Record]) -> Iterator[tuple[str, list[Record]]]:
    """Yield the facts under their actors, those with most facts first; a fact stands once, under the busiest of its."""
    named = {id(fact): list(_actors(fact)) for fact in facts}
    busy = Counter(actor for actors in named.values() for actor in actors)
    order = {actor: place for place, (actor, _) in enumerate(busy.most_common())}
    groups: dict[str, list[Record]] = {}
    for fact in sorted(facts, key=lambda fact: edtf.sort_key(_date(base, fact))):
        actors = named[id(fact)]
        groups.setdefault(min(actors, key=order.__getitem__, default=""), []).append(fact)
    for actor in sorted(groups, key=lambda actor: order.get(actor, len(order))):
        yield (base.title_of(actor) if actor else "Without an actor"), groups[actor]


def _actors(fact: Record) -> Iterator[str]:
    match fact:
        case Actor():
            yield fact.id
        case Agreement():
            yield from fact.parties
        case Event():
            yield from fact.actors
        case Statement():
            yield from filter(None, (fact.speaker,))


def _tensions(base: Base, records: Sequence[Record]) -> list[Tension]:
    """The tensions that are chosen, and those about a chosen fact, in the order of the base."""
    ids = {record.id for record in records}
    numbers = {n for record in records if (n := base.number(record.id)) and isinstance(record, Tension)}
    for record in records:
        for role in ("differs", "read"):
            numbers.update(base.backlinks(base.number(record.id) or 0, role))
    found = (base.record(n).record for n in sorted(numbers))
    return [one for one in found if isinstance(one, Tension) and (one.id in ids or not ids.isdisjoint(one.facts))]
