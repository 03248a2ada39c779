"""What the meeting card says: one fact and its quotes, to be read out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from eujdef_tui.model.field_types import Grade
from eujdef_tui.model.glyphs import date_mark, status_mark
from eujdef_tui.model.labels import source_label
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Actor, Agreement, Event, Milestone, Record, Statement, Tension
from eujdef_tui.present.list_row import milestone_order
from eujdef_tui.store import Base, Row
from eujdef_tui.text import edtf

__all__ = ["CardQuotes", "card_clock", "card_quotes", "card_words"]


class CardQuotes(NamedTuple):
    """Quotes of one grade from one article, each once: several parts of a record may rest on one."""

    grade: Grade
    source: str
    quotes: tuple[str, ...]


def card_quotes(base: Base, row: Row) -> Iterator[CardQuotes]:
    """Yield the quotes of a record."""
    quotes = groupby(evidence_of(row.record), lambda item: (item.grade, source_label(base.source(item.source))))
    for (grade, label), items in quotes:
        yield CardQuotes(grade, label, tuple(dict.fromkeys(item.quote for item in items)))


def card_clock(base: Base, record: Record) -> Iterator[str]:
    """Yield who planned and who reports a record, and by which clock it is seen; nothing without a clock."""
    if base.clock:
        from eujdef_tui.export.told import told_words  # few bases are seen by one
        from eujdef_tui.model.clock import clock_words

        yield from (*told_words(base, record), " · ".join(clock_words(base.clock)))


def card_words(record: Record) -> Iterator[str]:
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
