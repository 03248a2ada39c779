"""The meeting card: one fact and its quotes, large enough to read out."""

from __future__ import annotations

from collections.abc import Sequence

from eujdef_tui.model.glyphs import GRADE_MARKS, STATUS_MARKS, date_mark
from eujdef_tui.model.labels import source_label
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Event, Statement, Tension
from eujdef_tui.present.fact_sheet import whole_title
from eujdef_tui.store import Base, Row
from eujdef_tui.text import edtf
from eujdef_tui.text.wrap import wrap
from eujdef_tui.tui.widgets.line_view import Piece

__all__ = ["card_lines"]


def card_lines(base: Base, row: Row, width: int) -> Sequence[Sequence[Piece]]:
    """Return the lines of the card, wrapped to a width in cells."""
    record = row.record
    lines: list[Sequence[Piece]] = [[], *_wrapped(whole_title(row), width, "title")]
    when: list[str] = []
    if isinstance(record, Event | Statement) and record.date:
        when.append(edtf.in_english(record.date) + date_mark(record))
    if isinstance(record, Event):
        when.append(f"{STATUS_MARKS[record.status]} {record.status}")
    if isinstance(record, Statement) and record.value:
        when.append(f"{record.value} {record.unit}".strip())
    if isinstance(record, Tension):
        lines += _wrapped(record.reading, width, "text")
    if when:
        lines.append([(" · ".join(when), "date")])
    for item in evidence_of(record):
        label = source_label(base.source(item.source))
        role = "lit quote" if item.grade == "verbatim" else "lit inexact"
        lines += [[], *_wrapped(f"“{item.quote}”", width, role)]
        lines.append([(f"{GRADE_MARKS.get(item.grade, '?')} {item.grade}, {label}", "quiet")])
    return [*lines, []]


def _wrapped(text: str, width: int, role: str) -> list[Sequence[Piece]]:
    return [[(text[start:end], role)] for start, end in wrap(text, max(8, width - 2))]
