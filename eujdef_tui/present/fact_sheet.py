"""The fact sheet: everything the fact file says of a record, the most asked-for first.

A sheet is a list of lines (`present.sheet_lines`) under a heading (`present.sheet_heading`). `tui.widgets.sheet_layout`
wraps them for the detail pane, which colours them; `eujdef show` prints them. What each type of record says stands in
`present/sheets/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.model.records import Actor, Agreement, Event, Source, Statement, Tension
from eujdef_tui.present.sheet_heading import SheetHeading, sheet_heading, whole_title
from eujdef_tui.present.sheet_lines import Line
from eujdef_tui.present.sheets.actor import actor_lines
from eujdef_tui.present.sheets.agreement import agreement_lines
from eujdef_tui.present.sheets.event import event_lines
from eujdef_tui.present.sheets.shared import (  # fmt: skip
    further_parts,
    note_lines,
    outside_lines,
    proof_lines,
    reading_lines,
)
from eujdef_tui.present.sheets.source import source_lines
from eujdef_tui.present.sheets.statement import statement_lines
from eujdef_tui.present.sheets.tension import tension_lines
from eujdef_tui.store import Base, Row

__all__ = ["SheetHeading", "sheet", "sheet_heading", "whole_title"]


def sheet(base: Base, row: Row, today: int, *, quotes: bool = False) -> list[Line]:
    """Return everything about a record but its heading, as of a day (yyyymmdd).

    With `quotes` the quotes stand in full, for a page that has no article beside it.
    """
    record = row.record
    body = list(_body(base, row, today))
    if base.clock:
        from eujdef_tui.present.clock_lines import clock_lines  # few bases are seen by one

        body[1:1] = clock_lines(base, row)
    lines = [*body, *further_parts(base, record), *reading_lines(base, row.n), *note_lines(record)]
    if not isinstance(record, Tension):  # its sides are its quotes
        lines += proof_lines(base, record, quotes=quotes)
    return [*lines, *outside_lines(base, record)]


def _body(base: Base, row: Row, today: int) -> Iterator[Line]:
    match row.record:
        case Event() as event:
            return event_lines(base, row.n, event, today)
        case Actor() as actor:
            return actor_lines(base, row.n, actor)
        case Agreement() as agreement:
            return agreement_lines(base, row.n, agreement, today)
        case Statement() as statement:
            return statement_lines(base, row.n, statement)
        case Tension() as tension:
            return tension_lines(base, row.n, tension)
        case Source() as source:
            return source_lines(base, row.n, source)
