"""The heading of a sheet: the mark and title of a record, and notes on its kind and its support."""

from __future__ import annotations

from typing import NamedTuple

from eujdef_tui.model.glyphs import mark_of
from eujdef_tui.model.labels import kind_of, source_label, title_of
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Record, Source, Statement, Tension
from eujdef_tui.store import Base, Row
from eujdef_tui.text.unicode import one_line

__all__ = ["SheetHeading", "counted", "sheet_heading", "whole_title"]


class SheetHeading(NamedTuple):
    """What stands over a sheet.

    Attributes:
        mark: one cell, that of the record's row in a list.
        title: in one line, never cut here; a statement, whose text begins its sheet, is "Statement" or "Figure".
        notes: its kind and how many articles tell it, in this order: ("summit", "1 article").
    """

    mark: str
    title: str
    notes: tuple[str, ...]


def sheet_heading(base: Base, row: Row) -> SheetHeading:
    """Return the heading of a record's sheet."""
    record = row.record
    kind = kind_of(record).replace("-", " ")
    title = whole_title(row)
    notes: tuple[str, ...] = (kind, _articles(row))
    match record:
        case Statement(kind="figure"):
            title, notes = "Figure", notes[1:]
        case Statement():
            title = "Statement"
        case Tension():
            notes = (_articles(row), counted(len(record.facts), "fact"))
            if record.kind == "reading":
                notes = ("note on reading", *notes)
        case Source():
            notes = (kind, counted(base.count_citing_source(row.n), "fact"))
    return SheetHeading(mark_of(record), title, notes)


def whole_title(row: Row) -> str:
    """Return the whole title of a record in one line; of a statement its text, of a source its name and date."""
    record: Record = row.record
    return one_line(source_label(record) if isinstance(record, Source) else title_of(record))


def counted(count: int, noun: str) -> str:
    """Return "1 fact" or "12 facts"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _articles(row: Row) -> str:
    """Return how many articles tell a record, and of how many reports where some retell one another."""
    articles = len({item.source for item in evidence_of(row.record)})
    told = counted(articles, "article")
    return told if articles == row.support else f"{told} of {counted(row.support, 'report')}"
