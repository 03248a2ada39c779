"""Lines that sheets of several types have: what differs, the proof, notes, and knowledge from outside the articles."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.model.glyphs import GRADE_MARKS, OUTSIDE, mark_of
from eujdef_tui.model.labels import quoted, source_label, source_name
from eujdef_tui.model.parts import evidence_of, part_prose, part_types, parts_of
from eujdef_tui.model.records import (  # fmt: skip
    Evidence,
    Link,
    Membership,
    Milestone,
    Name,
    NoFact,
    Person,
    Record,
    Tension,
)
from eujdef_tui.present import sheet_lines
from eujdef_tui.present.sheet_lines import Line, Part, evidence_note, item
from eujdef_tui.store import Base
from eujdef_tui.text import edtf

__all__ = [
    "day_name",
    "day_passed",
    "differs_lines",
    "further_parts",
    "note_lines",
    "outside_lines",
    "proof_lines",
    "reading_lines",
]

# Notes that say by themselves what they are about: their key is not printed.
_PLAIN_NOTES = ("x-note", "x-sides", "x-unlinked")


def day_passed(status: str, date: str, today: int) -> bool:
    """Whether what is planned, or a target, should have come by a day (yyyymmdd)."""
    return status in ("planned", "target") and date != "" and edtf.bounds(date)[1] < today


def day_name(base: Base) -> str:
    """What stands where today lies: "today", or the day of the clock by which the base is seen, kept on one line."""
    if base.clock is None:
        return "today"
    return sheet_lines.unbreakable(edtf.in_english(edtf.iso_day(base.shown_day)))


def _tensions(base: Base, n: int, role: str) -> Iterator[tuple[int, Tension]]:
    for src in base.backlinks(n, role, sheet_lines.MAX_LISTED):
        tension = base.record(src).record
        if isinstance(tension, Tension):
            yield src, tension


def differs_lines(base: Base, n: int) -> Iterator[Line]:
    """Yield the tensions that say that another fact differs from record `n`, then the notes on reading it."""
    for label, role in (("differs", "differs"), ("reading", "read")):
        for src, tension in _tensions(base, n, role):
            yield item(label, mark_of(tension), Part(tension.title, "link", src))
            label = ""


def reading_lines(base: Base, n: int) -> Iterator[Line]:
    """Yield how to read what differs from record `n`, then the words of the notes on reading it."""
    label = "read so"
    for _, tension in (*_tensions(base, n, "differs"), *_tensions(base, n, "read")):
        yield item(label, mark_of(tension), Part(tension.reading, "quiet"))
        label = ""


def proof_lines(base: Base, record: Record, *, quotes: bool) -> Iterator[Line]:
    """Yield where each quote of a record stands, once; with `quotes` the quote itself."""
    label = "proof"
    said: set[tuple[str, str, int]] = set()
    for evidence in evidence_of(record):
        key = (evidence.source, evidence.quote if quotes else evidence.grade, evidence.sentence)
        if key in said:
            continue
        said.add(key)
        where = f", sentence {evidence.sentence + 1}" if evidence.sentence >= 0 else ""
        grade = "" if evidence.grade == "verbatim" else f"  {evidence.grade}"
        quote = (Part(f"{quoted(evidence.quote)}  ", "quote"),) if quotes else ()
        place = Part(f"{source_label(base.source(evidence.source))}{where}{grade}", "quiet")
        yield item(label, GRADE_MARKS.get(evidence.grade, "?"), *quote, place)
        label = ""


def _notes(record: Record) -> Iterator[tuple[str, str, str]]:
    """Yield (name of the part or "", key, words) of each `x-` note of a record and its parts."""
    for part in (record, *(part for part in parts_of(record) if not isinstance(part, Evidence | NoFact | Person))):
        name = getattr(part, "name", "") if part is not record else ""
        yield from ((name, key, words) for key, words in part.x.items())


def note_lines(record: Record) -> Iterator[Line]:
    """Yield the remarks of the fact file on a record."""
    label = "note"
    for name, key, words in _notes(record):
        if key != "x-outside":
            said = [name, "" if key in _PLAIN_NOTES else key.removeprefix("x-"), words]
            yield Line(label, (Part(": ".join(word for word in said if word), "quiet"),))
            label = ""


def outside_lines(base: Base, record: Record) -> Iterator[Line]:
    """Yield what no article says, each reason once; of a date that is counted from another, that of the other."""
    label = "outside"
    reasons: dict[str, list[str]] = {}
    for part in (record, *parts_of(record)):
        counted_from = getattr(part, "date_outside", "")
        if counted_from and counted_from != "x-outside":
            source = base.source(counted_from)
            reasons[f"counted from the date of {source_name(source)}: {source.x.get('x-outside', '')}"] = []
    for name, key, words in _notes(record):
        if key == "x-outside":
            reasons.setdefault(words, []).extend([name] * (name != ""))
    for words, names in reasons.items():
        said = f"{', '.join(names)}: " if names else ""
        yield item(label, OUTSIDE, Part(f"{said}{words}", "outside"))
        label = ""


def further_parts(base: Base, record: Record) -> Iterator[Line]:
    """Yield parts of a class that no sheet lays out, under the name of their field."""
    for field, cls in part_types(type(record)).items():
        if issubclass(cls, Evidence | Link | Membership | Milestone | Name | NoFact | Person):
            continue
        for place, part in enumerate(getattr(record, field)):
            note = Part(f"  {evidence_note(base, tuple(evidence_of(part)))}", "quiet")
            yield Line("" if place else field.replace("_", " "), (Part(part_prose(part)), note))
