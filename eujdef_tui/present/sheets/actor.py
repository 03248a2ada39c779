"""The sheet of an actor: who, other names, when it is seen, what it says and takes part in."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.model.glyphs import OUTSIDE
from eujdef_tui.model.records import Actor, Membership
from eujdef_tui.present.sheet_lines import (  # fmt: skip
    Line,
    Part,
    evidence_note,
    linked_lines,
    other_names_line,
    text_line,
)
from eujdef_tui.present.sheets.seen import seen_line
from eujdef_tui.present.sheets.shared import differs_lines
from eujdef_tui.store import Base
from eujdef_tui.text import edtf

__all__ = ["actor_lines"]


def actor_lines(base: Base, n: int, actor: Actor) -> Iterator[Line]:
    """Yield the lines on an actor, record number `n`."""
    yield from text_line("who", actor.summary)
    if not actor.summary:
        yield from _roles(base, actor)
    yield from other_names_line(actor.other_names)
    yield from seen_line(base, n)
    yield from differs_lines(base, n)
    yield from linked_lines(base, "says", n, "speaker", f"actor:{actor.id} kind:statement")
    yield from linked_lines(base, "in", n, "actor", f"actor:{actor.id} kind:event")
    if actor.summary:
        yield from _roles(base, actor)
    yield from linked_lines(base, "party to", n, "party", f"party:{actor.id}")
    yield from linked_lines(base, "members", n, "member", f"actor:{actor.id} kind:actor")
    yield from linked_lines(base, "said of", n, "about", f"actor:{actor.id} kind:statement")
    yield from text_line("country", actor.country)


def _roles(base: Base, actor: Actor) -> Iterator[Line]:
    label = "role"
    for membership in actor.memberships:
        term = _term(membership)
        yield Line(
            label,
            (
                Part(f"{membership.role}, "),
                Part(base.title_of(membership.organization), "link", base.number(membership.organization) or 0),
                *((Part(f"  {term}", "date"),) if term else ()),
                Part(f"  {evidence_note(base, membership.evidence)}", "quiet"),
            ),
            hang=2,
        )
        label = ""


def _term(membership: Membership) -> str:
    """Return the time of an office: "2020 to 2024", "from May 2024†".

    Start and end are written out separately: together they need not be an EDTF interval.
    """
    start, end = (date and edtf.in_english(date) for date in (membership.start, membership.end))
    term = f"{start} to {end}" if start and end else f"from {start}" if start else f"to {end}" if end else ""
    return term + OUTSIDE * (term != "" and "x-outside" in membership.x)
