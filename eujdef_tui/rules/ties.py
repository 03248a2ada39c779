"""Rules on links between records: nothing stands alone, twice, or linked to itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from eujdef_tui.rules.ledger import Ledger, noted
from eujdef_tui.rules.rule import Finding, short
from eujdef_tui.text.unicode import folded_line

__all__ = [
    "derived_from_itself",
    "duplicate_title",
    "event_without_actors",
    "tension_without_difference",
    "unlinked_actor",
]


def unlinked_actor(ledger: Ledger) -> Iterator[Finding]:
    """An actor is listed because it does something: a fact refers to it, or it is a member of another.

    An actor that is only named is noted so: `x-unlinked: reason`.
    """
    file = ledger.file
    linked = set(
        chain(
            *(event.actors for event in file.events),
            *(agreement.parties for agreement in file.agreements),
            *((statement.speaker, *statement.about) for statement in file.statements),
            *(tension.facts for tension in file.tensions),
        )
    )
    for actor in file.actors:
        others = {membership.organization for membership in actor.memberships} - {actor.id}
        linked |= others | {actor.id} if others else set()
    for actor in file.actors:
        if actor.id not in linked and not noted("x-unlinked", actor):
            message = f"No event, agreement, statement, membership or tension refers to {actor.name}."
            advice = "Link it where the articles do, or give the reason: `x-unlinked: …`."
            yield Finding(actor.place, message, advice)


def event_without_actors(ledger: Ledger) -> Iterator[Finding]:
    """Somebody does what happens. An event without actors is found under no name."""
    for event in ledger.file.events:
        if not event.actors:
            message = f"The event {short(event.title)} has no actors."
            yield Finding(event.place, message, "Name under `actors` who takes part, or whom it befalls.")


def duplicate_title(ledger: Ledger) -> Iterator[Finding]:
    """Two events, actors or agreements of one name are one thing written twice, or cannot be told apart."""
    file = ledger.file
    named = [
        *(("event", event.title, event.id, event.place) for event in file.events),
        *(("actor", actor.name, actor.id, actor.place) for actor in file.actors),
        *(("agreement", agreement.title, agreement.id, agreement.place) for agreement in file.agreements),
    ]
    first: dict[tuple[str, str], str] = {}
    for kind, name, record, place in named:
        key = (kind, folded_line(name))
        if key in first:
            message = f"The {kind} `{first[key]}` is called {short(name)} too."
            yield Finding(place, message, "Make one of the two, or tell them apart by their names.")
        first.setdefault(key, record)


def tension_without_difference(ledger: Ledger) -> Iterator[Finding]:
    """A tension puts differing sentences side by side; one quote alone cannot differ from itself.

    A note on reading (`kind: reading`) may quote the same words twice.
    """
    for tension in ledger.file.tensions:
        quotes = {folded_line(evidence.quote) for evidence in tension.evidence}
        if tension.kind == "difference" and len(quotes) == 1:
            message = f"Every quote of the tension {short(tension.title)} is the same."
            yield Finding(tension.place, message, "Quote the sentences that differ.")


def derived_from_itself(ledger: Ledger) -> Iterator[Finding]:
    """A source that goes back to itself has no origin, and its copies would count as independent of it."""
    parents = {source.id: source.derived_from for source in ledger.file.sources}
    rings = _rings(parents)
    for source in ledger.file.sources:
        if source.id in rings:
            path = [source.id]
            while len(path) < min(rings[source.id], _SHOWN):
                path.append(parents[path[-1]])
            path += ["…"] * (rings[source.id] > _SHOWN)
            message = f"The source is derived from itself: {' → '.join((*path, source.id))}."
            yield Finding(source.place, message, "Take `derived_from` out of the one that came first.")


_SHOWN = 10  # sources of a ring that a message names


def _rings(parents: Mapping[str, str]) -> dict[str, int]:
    """Return the length of its ring for each source that goes back to itself. Each source is looked at once."""
    found: dict[str, int] = {}
    done: set[str] = set()
    for start in parents:
        path = dict[str, int]()
        at = start
        while at in parents and at not in done:
            done.add(at)
            path[at] = len(path)
            at = parents[at]
        if at in path:
            ring = list(path)[path[at] :]
            found.update(dict.fromkeys(ring, len(ring)))
    return found
