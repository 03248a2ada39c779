"""Glyphs of kinds, statuses and grades: one mark each wherever they are shown, so that nothing depends on colour."""

from __future__ import annotations

from eujdef_tui.model.records import Actor, Agreement, Event, Milestone, Node, Record, Source, Statement

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eujdef_tui.model.field_types import Grade

__all__ = [
    "AHEAD",
    "BARS",
    "DIFFERS",
    "GRADE_MARKS",
    "KIND_MARKS",
    "MARKED",
    "OUTSIDE",
    "READING",
    "STATUS_MARKS",
    "date_mark",
    "mark_of",
    "mark_role",
    "status_mark",
]

STATUS_MARKS = {"happened": "●", "planned": "○", "target": "◎", "reported": "◌"}
AHEAD = "ahead"  # by a clock, of what happened only after its day, and no one had planned (see model.clock)
GRADE_MARKS: dict[Grade, str] = {
    "verbatim": "✓", "normalised": "≈", "moved": "↔", "edited": "~", "ambiguous": "?", "orphan": "✗",
}  # fmt: skip
DIFFERS = "≠"
READING = "¶"
KIND_MARKS = {
    "actor": "@", "agreement": "§", "statement": "“", "figure": "#", "difference": DIFFERS, "reading": READING,
    "source": "▤",
}  # fmt: skip
MARKED = "★"
BARS = "▁▂▃▄▅▆▇█"  # heights of a bar, from the lowest
OUTSIDE = "†"  # knowledge from outside the articles


def mark_of(record: Record) -> str:
    """Return the mark of a record in lists, over its sheet and in the lines of other sheets."""
    match record:
        case Event():
            return status_mark(record.status)
        case Actor():
            return KIND_MARKS["actor"]
        case Agreement():
            return KIND_MARKS["agreement"]
        case Statement():
            return KIND_MARKS["figure" if record.value else "statement"]
        case Source():
            return KIND_MARKS["source"]
    return KIND_MARKS[record.kind]


def status_mark(status: str) -> str:
    """Return the mark of a status; what lies ahead on the day of a clock has that of what is planned."""
    return STATUS_MARKS["planned" if status == AHEAD else status]


def mark_role(mark: str) -> str:
    """Return the role in which a mark is drawn: that of what is ahead, of what differs, or of any other mark."""
    if mark in (STATUS_MARKS["planned"], STATUS_MARKS["target"]):
        return "ahead"
    return "differ" if mark == DIFFERS else "mark"


def date_mark(record: Node) -> str:
    """Return † for a record or milestone whose date rests on knowledge from outside the articles, else ""."""
    match record:
        case Event() | Statement() | Milestone():
            return OUTSIDE if record.date_outside else ""
        case Source():
            return OUTSIDE if record.issued and "x-outside" in record.x else ""
    return ""
