"""The meeting card: one fact and its quotes, large enough to read out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from eujdef_tui.model.glyphs import GRADE_MARKS, date_mark, status_mark
from eujdef_tui.model.labels import source_label
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Actor, Agreement, Event, Milestone, Record, Statement, Tension
from eujdef_tui.present.fact_sheet import whole_title
from eujdef_tui.present.list_row import milestone_order
from eujdef_tui.store import Base, Row
from eujdef_tui.text import edtf
from eujdef_tui.text.wrap import wrap
from eujdef_tui.tui.widgets.line_view import Piece

__all__ = ["card_lines"]


def card_lines(base: Base, row: Row, width: int) -> Sequence[Sequence[Piece]]:
    """Return the lines of the card, wrapped to a width in cells."""
    lines: list[Sequence[Piece]] = [[], *_wrapped(whole_title(row), width, "title")]
    for words in _about(row.record):
        lines += _wrapped(words, width, "text")
    quotes = groupby(evidence_of(row.record), lambda item: (item.grade, source_label(base.source(item.source))))
    for (grade, label), items in quotes:
        for quote in dict.fromkeys(item.quote for item in items):  # several parts of a record may rest on one
            role = "lit quote" if grade == "verbatim" else "lit inexact"
            lines += [[], *_wrapped(f"“{quote}”", width, role)]
        lines.append([(f"{GRADE_MARKS.get(grade, '?')} {grade}, {label}", "quiet")])
    return [*lines, []]


def _about(record: Record) -> Iterator[str]:
    """Yield what is said of a record under its title: date, status and value, who an actor is, the steps taken."""
    match record:
        case Event():
            yield " · ".join(filter(None, (_when(record), f"{status_mark(record.status)} {record.status}")))
        case Statement() if record.date or record.value:
            yield " · ".join(filter(None, (_when(record), f"{record.value} {record.unit}".strip())))
        case Actor() if record.summary:
            yield record.summary
        case Agreement():
            for step in sorted(record.milestones, key=milestone_order):
                status = "" if step.status == "happened" else f", {step.status}"
                yield f"{status_mark(step.status)} {step.action.replace('-', ' ')} {_when(step)}".rstrip() + status
        case Tension():
            yield record.reading


def _when(dated: Event | Statement | Milestone) -> str:
    return f"{edtf.in_english(dated.date)}{date_mark(dated)}" if dated.date else ""


def _wrapped(text: str, width: int, role: str) -> list[Sequence[Piece]]:
    return [[(text[start:end], role)] for start, end in wrap(text, max(8, width - 2))]
