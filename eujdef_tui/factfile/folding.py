"""Fold what is written once into every place where it belongs.

A milestone with an `id` is an event too; a mention is a part of the record that it is of. After that no reader need
know of either: the records are those of a file that has all of it written out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from eujdef_tui.errors import Problem
from eujdef_tui.model.labels import record_type
from eujdef_tui.model.mention import Mention
from eujdef_tui.model.records import Actor, Agreement, Event, Milestone, Statement
from eujdef_tui.model.struct import replace

__all__ = ["fold_mentions", "take_events"]

# Keys of a milestone that are its event's.
_OF_EVENT: dict[str, Any] = {"id": "", "title": "", "kind": "", "location": "", "actors": ()}
_Places: TypeAlias = dict[str, tuple[list[Any], int]]  # id → the list that holds the record, and where in it
_TAKES = {"other_names": (Actor, Agreement), "memberships": (Actor,), "milestones": (Agreement,)}


def take_events(agreement: Agreement) -> tuple[Agreement, list[Event], list[Problem]]:
    """The agreement with plain milestones, and an event for each milestone that has an id.

    An event's key on a milestone without an id is a problem: nothing would show it.
    """
    events, steps = list[Event](), list[Milestone]()
    problems: list[Problem] = []
    for step in agreement.milestones:
        lost = [key for key, empty in _OF_EVENT.items() if getattr(step, key) != empty]
        if step.id:
            events.append(_event(agreement, step))
        elif lost:
            message = f"The milestone has `{lost[0]}` and no `id`: it is no event."
            problems.append(Problem(step.place, "milestone-without-id", message, "Give it an `id`, or delete the key."))
        steps.append(replace(step, **_OF_EVENT) if lost else step)
    changed = replace(agreement, milestones=tuple(steps)) if events else agreement
    return changed, events, problems


def _event(agreement: Agreement, step: Milestone) -> Event:
    return Event(
        place=step.place,
        x=step.x,
        id=step.id,
        kind=step.kind or step.action,
        title=step.title or f"{agreement.title}: {step.action.replace('-', ' ')}",
        date=step.date,
        date_text=step.date_text,
        date_basis=step.date_basis,
        status=step.status,
        location=step.location,
        actors=step.actors or agreement.parties,
        agreements=(agreement.id,),
        evidence=step.evidence,
    )


def fold_mentions(sections: dict[str, list[Any]], mentions: Iterable[Mention]) -> Iterator[Problem]:
    """Add what mentions give to the records in `sections`, behind what stands there; yield what cannot be added.

    What is said of an event that the milestone of another mention makes is added last, in whichever order they stand.
    """
    places = {record.id: (records, at) for records in sections.values() for at, record in enumerate(records)}
    late: list[Mention] = []
    for mention in mentions:
        if mention.of in places:
            yield from _fold(sections, places, mention)
        else:
            late.append(mention)
    for mention in late:
        yield from _fold(sections, places, mention)


def _fold(sections: dict[str, list[Any]], places: _Places, mention: Mention) -> Iterator[Problem]:
    records, at = places.get(mention.of, ([], 0))
    record = records[at] if records else None
    if not isinstance(record, Actor | Agreement | Event | Statement):
        return  # told as an id that no record has, or one of another kind
    given = {key for key in (*_TAKES, "evidence") if getattr(mention, key)}
    if not given:
        message = "This mention adds nothing."
        yield Problem(mention.place, "no-evidence", message, "Add the source and the words in it under `evidence`.")
    for key in sorted(given & _TAKES.keys()):
        if not isinstance(record, _TAKES[key]):
            message = f"The {record_type(record)} `{mention.of}` has no `{key}`."
            yield Problem(mention.place, "unknown-key", message, "Mention the record that has them.")
            given.discard(key)
    added = {key: (*getattr(record, key), *getattr(mention, key)) for key in given}
    record = replace(record, **added)
    if isinstance(record, Agreement) and "milestones" in given:
        record, events, problems = take_events(record)
        places.update({event.id: (sections["events"], len(sections["events"]) + n) for n, event in enumerate(events)})
        sections["events"] += events
        yield from problems
    records[at] = record
