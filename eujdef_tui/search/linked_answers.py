"""Find the answers to a question that are linked to what has its words, and have other words themselves.

A reason seldom repeats what it is a reason for: of a failed heating it says that a gauge was stuck. Both are about the
same event. Where the articles differ on a contract is told by what lists the two facts about it. When a technician fell
ill is told by the event, though only the technician's own record has all the words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from eujdef_tui.model.records import Actor, Event, Statement
from eujdef_tui.search.answers import FIRST, gives_reason
from eujdef_tui.search.query import Query
from eujdef_tui.search.results import Hit, Match, hits_first
from eujdef_tui.store import Base

__all__ = ["linked_first"]

MOST = 60  # records linked to one that are looked at
_LISTS = ("differs", "read")  # how a tension is linked to its facts


def linked_first(base: Base, query: Query, hits: tuple[Hit, ...], lets_in: Callable[[int], bool]) -> tuple[Hit, ...]:
    """The hits, before them what is linked to the first of them and answers the question, if none of them does.

    `lets_in` says of the number of a record whether the fields and negated words of the query allow it.
    """
    if not hits:
        return hits
    found: tuple[Hit, ...] = ()
    if "why" in query.asks and not any(gives_reason(base.record(hit.n).record) for hit in hits[:FIRST]):
        found = tuple(_reasons(base, hits[0]))
    elif "differ" in query.asks and base.view(hits[0].n) != "tensions":
        found = _tensions(base, hits)
    first = {hit.n: hit for hit in found if lets_in(hit.n)}
    return hits_first(tuple(first.values()), hits)


def _reasons(base: Base, best: Hit) -> Iterator[Hit]:
    """The statements that give a reason and are about what the best hit is about."""
    for event in _events(base, best.n):
        for n in base.backlinks(event, "about", MOST):
            record = base.record(n).record
            if isinstance(record, Statement) and record.kind != "figure" and gives_reason(record):
                yield Hit(n, best.score, _linked(base, best, event))


def _tensions(base: Base, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The tensions that list some of the first hits, those that list the most before others."""
    lists: dict[int, list[Hit]] = {}
    for hit in hits[:FIRST]:
        if not isinstance(base.record(hit.n).record, Actor):
            for tension in (n for role in _LISTS for n in base.backlinks(hit.n, role, MOST)):
                lists.setdefault(tension, []).append(hit)
    ordered = sorted(lists.items(), key=lambda item: (-len(item[1]), -item[1][0].score, item[0]))
    return tuple(Hit(n, some[0].score, _linked(base, some[0], some[0].n)) for n, some in ordered)


def _linked(base: Base, hit: Hit, linked: int) -> tuple[Match, ...]:
    """The matches of a hit as those of a record that it is linked to."""
    name = base.title_of(base.record(linked).record.id)
    return tuple(match._replace(field="link", name=name, label="", via=linked, share=0.0) for match in hit.why)


def _events(base: Base, n: int) -> Iterator[int]:
    """The events that a record is, or is about."""
    record = base.record(n).record
    if isinstance(record, Event):
        yield n
    for other in getattr(record, "about", ()):
        number = base.number(other)
        if number and isinstance(base.record(number).record, Event):
            yield number
