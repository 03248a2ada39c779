"""Two clocks: a record as it stood on a day (`asof`), and as the sources told it that were issued by a day (`known`).

Nothing is invented: what a file does not date stays as it is, and a source without a date is issued on no day. An end
of a date is taken for certain where it is: what may lie on either side of the day has not changed sides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from eujdef_tui.model.glyphs import AHEAD
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import (  # fmt: skip
    Actor,
    Agreement,
    Event,
    Evidence,
    Membership,
    Milestone,
    Node,
    Record,
    Source,
    Statement,
    Tension,
)
from eujdef_tui.model.struct import replace
from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import fold

__all__ = [
    "HELD",
    "NOT_DATED",
    "NOT_YET",
    "OVER",
    "PERHAPS",
    "Clock",
    "Issued",
    "Told",
    "clock_words",
    "is_known",
    "office_on",
    "offices",
    "seen",
    "told",
]

HELD, PERHAPS, NOT_YET, OVER, NOT_DATED = (
    "held",
    "perhaps",
    "not yet",
    "over",
    "not dated",
)  # in this order in a summary
DONE = ("happened", "reported")  # the statuses of what lay ahead before its day
Issued = Callable[[str], str]  # the id of a source → its day of issue (EDTF), "" for none
Dated = TypeVar("Dated", Event, Milestone)
N = TypeVar("N", bound=Node)


class Clock(NamedTuple):
    """The day on which one stands and the day by which sources were issued, as yyyymmdd; 0 for none."""

    asof: int = 0
    known: int = 0

    def is_out(self, issued: str) -> bool:
        """Whether a source was surely issued by the day `known`."""
        return not self.known or (issued != "" and edtf.bounds(issued)[1] <= self.known)


def clock_words(clock: Clock) -> list[str]:
    """What a clock says, in words: ["as of 3 Mar 2024", "known by 1 Mar 2024"]."""
    days = (("as of", clock.asof), ("known by", clock.known))
    return [f"{words} {edtf.in_english(edtf.iso_day(day))}" for words, day in days if day]


class Told(NamedTuple):
    """The sources that spoke of something before its day, and those that report it as done, by id."""

    planned: tuple[str, ...]
    done: tuple[str, ...]


def told(step: Event | Milestone, issued: Issued) -> Told:
    """Who spoke of what happened before its day, and who of it as done; nobody of what has no date."""
    if step.status not in (*DONE, AHEAD) or not step.date:
        return Told((), ())
    day = edtf.bounds(step.date)[0]
    there = (item for item in step.evidence if item.start >= 0)  # a quote that is not there proves nothing
    sources = {item.source: issued(item.source) for item in there}
    before = [source for source, date in sources.items() if date and edtf.bounds(date)[1] < day]
    return Told(tuple(before), tuple(source for source, date in sources.items() if date and source not in before))


def is_known(record: Record, clock: Clock, issued: Issued) -> bool:
    """Whether a source that was issued by the day tells a record; of a tension, whether all its sources were."""
    if isinstance(record, Source):
        return clock.is_out(record.issued)
    sources = {
        item.source for item in evidence_of(record) if item.start >= 0
    }  # a quote that is not there proves nothing
    told_by = [clock.is_out(issued(source)) for source in sources]
    return all(told_by) and bool(told_by) if isinstance(record, Tension) else any(told_by)


def seen(record: Record, clock: Clock, issued: Issued) -> Record:
    """The record as it stood by the clock, with the evidence that there was."""
    if clock.known:
        record = _as_known(record, clock, issued)
    day = clock.asof or clock.known
    match record:
        case Event():
            return _on(record, day, issued)
        case Agreement() if record.milestones:
            return replace(record, milestones=tuple(_on(step, day, issued) for step in record.milestones))
        case Actor() if clock.asof:
            return replace(record, summary=_summary(record, day, issued))
    return record


def _on(step: Dated, day: int, issued: Issued) -> Dated:
    """What happened only later, as it lay ahead on a day: planned if someone had spoken of it, else just ahead."""
    if step.status not in DONE or not step.date or edtf.bounds(step.date)[0] <= day:
        return step
    return replace(step, status="planned" if told(step, issued).planned else AHEAD)


# --- what was known ---


def _as_known(record: Record, clock: Clock, issued: Issued) -> Record:
    """The record as the sources told it that were issued by the day `known`."""
    match record:
        case Event():
            return _step_as_known(record, clock, issued)
        case Agreement():
            steps = (_step_as_known(step, clock, issued) for step in record.milestones)
            return replace(_kept(record, clock, issued), milestones=tuple(step for step in steps if step.evidence))
        case Actor():
            return _actor_as_known(record, clock, issued)
        case Statement():
            return _kept(record, clock, issued)
    return record


def _kept(record: N, clock: Clock, issued: Issued) -> N:
    """The record with the evidence of the sources that were out, without remarks: they are written with all in view."""
    evidence: tuple[Evidence, ...] = getattr(record, "evidence", ())
    kept = tuple(item for item in evidence if clock.is_out(issued(item.source)))
    remark = {"note": ""} if getattr(record, "note", "") else {}
    if len(kept) < len(evidence):  # how something was worked out may rest on any of them
        remark |= {field: "" for field in ("date_basis", "binding_basis") if getattr(record, field, "")}
    if len(kept) == len(evidence) and not remark and "x-note" not in record.x:
        return record
    x = {key: words for key, words in record.x.items() if key != "x-note"}
    return replace(record, evidence=kept, x=x, **remark)


def _step_as_known(step: Dated, clock: Clock, issued: Issued) -> Dated:
    """An event or step without what only a later source tells of it: that it happened, its date, its place."""
    kept = _kept(step, clock, issued)
    gone = [item.quote for item in step.evidence if item not in kept.evidence]
    if not gone or not kept.evidence:
        return kept
    said = [item.quote for item in kept.evidence]
    before = told(kept, issued)
    if before.planned and not before.done:
        kept = replace(kept, status="planned")
    if _told_later(step.date_text, said, gone):
        kept = replace(kept, date="", date_text="", date_basis="", date_outside="")
    return replace(kept, location="") if _told_later(step.location, said, gone) else kept


def _told_later(words: str, said: Iterable[str], gone: Iterable[str]) -> bool:
    """Whether words stand in quotes of later sources alone."""
    sought = fold(words)
    return (
        bool(sought) and not any(sought in fold(quote) for quote in said) and any(sought in fold(one) for one in gone)
    )


def _actor_as_known(actor: Actor, clock: Clock, issued: Issued) -> Actor:
    """An actor with the offices that were known, and no end of one that lies after the day.

    A summary is of all sources: where one was not out, the offices stand for it.
    """
    offices = [_kept(one, clock, issued) for one in actor.memberships]
    offices = [one for one in offices if one.evidence]
    later = [one for one in offices if one.end and edtf.bounds(one.end)[1] > clock.known]
    offices = [replace(one, end="") if one in later else one for one in offices]
    known = replace(_kept(actor, clock, issued), memberships=tuple(offices))
    whole = known.evidence == actor.evidence and len(offices) == len(actor.memberships) and not later
    return known if whole else replace(known, summary=", ".join(one.role for one in offices))


# --- who held an office ---


def office_on(office: Membership, day: int, issued: Issued) -> str:
    """Whether an office was held on a day: one of HELD, PERHAPS, NOT_YET, OVER and NOT_DATED.

    A source that names who holds it is taken to say so of its own day too, within an uncertain start or end as well:
    "took office in 2024", issued in June, is HELD in June. So is "will take office in 2024": no field tells them apart.
    """
    if not office.start and not office.end:
        return NOT_DATED
    if office.start and day < edtf.bounds(office.start)[0]:
        return NOT_YET
    if office.end and day > edtf.bounds(office.end)[1]:
        return OVER
    named = [edtf.bounds(date) for item in office.evidence if (date := issued(item.source))]
    since = min((hi for _, hi in named), default=edtf.MAX)
    until = max((lo for lo, _ in named), default=edtf.MIN)
    if office.start:
        since = min(since, edtf.bounds(office.start)[1])
    until = max(until, edtf.bounds(office.end)[0]) if office.end else edtf.MAX
    return HELD if since <= day <= until else PERHAPS


def offices(actor: Actor, day: int, issued: Issued) -> list[tuple[str, Membership]]:
    """The offices of an actor, each with whether it was held on a day, those that were held first."""
    order = (HELD, PERHAPS, NOT_YET, OVER, NOT_DATED)
    found = [(office_on(one, day, issued), one) for one in actor.memberships]
    return sorted(found, key=lambda pair: order.index(pair[0]))


_WORDS = {HELD: "{}", PERHAPS: "perhaps {}", NOT_DATED: "{} (not dated)", NOT_YET: "not yet {}", OVER: "formerly {}"}


def _summary(actor: Actor, day: int, issued: Issued) -> str:
    """Who an actor was on a day: of a person its offices, of others the summary unless an office has dates."""
    found = offices(actor, day, issued)
    if not found or (actor.kind != "person" and all(state == NOT_DATED for state, _ in found)):
        return actor.summary
    return "; ".join(dict.fromkeys(_WORDS[state].format(one.role) for state, one in found))
