"""Find the reasons told of what was asked about, where no hit of a question "why" tells one itself.

A reason seldom repeats what it is a reason for: of a failed heating it says that a gauge was stuck. Both are about the
same event.
"""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.model.records import Event, Statement
from eujdef_tui.search.answers import FIRST, gives_reason
from eujdef_tui.search.results import Hit, Match
from eujdef_tui.store import Base

__all__ = ["reasons_first"]

LINKED = 60  # statements about one event that are looked at


def reasons_first(base: Base, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits, before them the statements that give a reason and are about what the first one is about."""
    if not hits or any(gives_reason(base.record(hit.n).record) for hit in hits[:FIRST]):
        return hits
    best = hits[0]
    reasons: dict[int, Hit] = {}
    for event in _events(base, best.n):
        for n in base.backlinks(event, "about", LINKED):
            record = base.record(n).record
            if isinstance(record, Statement) and record.kind != "figure" and gives_reason(record):
                reasons.setdefault(n, Hit(n, best.score, _linked(base, best, event)))
    return (*reasons.values(), *(hit for hit in hits if hit.n not in reasons))


def _linked(base: Base, hit: Hit, event: int) -> tuple[Match, ...]:
    """The matches of a hit as those of the event that both are about."""
    name = base.title_of(base.record(event).record.id)
    return tuple(match._replace(field="link", name=name, label="", via=event, share=0.0) for match in hit.why)


def _events(base: Base, n: int) -> Iterator[int]:
    """The events that a record is, or is about."""
    record = base.record(n).record
    if isinstance(record, Event):
        yield n
    for other in getattr(record, "about", ()):
        number = base.number(other)
        if number and isinstance(base.record(number).record, Event):
            yield number
