"""What is exported: a whole base, or some of its records.

Of some records, what they rest on and refer to can be had too: a format whose records name each other needs it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Agreement, Event, Record, Source, Statement, Tension
from eujdef_tui.store import Base

__all__ = ["Selection"]


class Selection:
    """Records of a base, by number, in the order given; None for all."""

    def __init__(self, base: Base, numbers: Sequence[int] | None = None) -> None:
        self.base = base
        self.numbers = numbers

    def plain(self) -> Iterator[tuple[Record, dict[str, Any]]]:
        """Yield each record with its plain mapping, a batch in memory at a time."""
        return self.base.plain() if self.numbers is None else self.base.plain(self.numbers)

    def records(self) -> Iterator[Record]:
        """Yield each record."""
        for record, _ in self.plain():
            yield record

    def sources(self) -> Iterator[Source]:
        """Yield each source that was chosen or that a chosen record rests on, once, in the order of the base."""
        if self.numbers is None:
            yield from (record for record in self.records() if isinstance(record, Source))
            return
        ids = {one for record in self.records() for one in _sources_of(record)}
        yield from (record for record in self._by_id(ids).records() if isinstance(record, Source))

    def with_linked(self) -> Selection:
        """Return the chosen records, then those they refer to, then the sources of all of them."""
        if self.numbers is None:
            return self
        chosen = set(self.numbers)
        linked = {one for record in self.records() for one in _links_of(record)}
        more = [n for n in self._by_id(linked).numbers or () if n not in chosen]
        facts = Selection(self.base, [*self.numbers, *more])
        rests = {one for record in facts.records() for one in _sources_of(record)}
        known = {*chosen, *more}
        sources = [n for n in self._by_id(rests).numbers or () if n not in known]
        return Selection(self.base, [*self.numbers, *more, *sources])

    def _by_id(self, ids: set[str]) -> Selection:
        numbers = (self.base.number(one) for one in ids)
        return Selection(self.base, sorted(n for n in numbers if n is not None))


def _sources_of(record: Record) -> Iterator[str]:
    if isinstance(record, Source):
        yield record.id
    else:
        yield from (item.source for item in evidence_of(record))


def _links_of(record: Record) -> Iterator[str]:
    """Yield the ids of the facts that a record names, its sources aside."""
    match record:
        case Event():
            yield from (*record.actors, *record.agreements)
        case Agreement():
            yield from (*record.parties, *(tie.id for tie in record.related))
        case Statement():
            yield from (*record.about, *filter(None, (record.speaker,)))
        case Tension():
            yield from record.facts
        case _:
            yield from (role.organization for role in getattr(record, "memberships", ()))
