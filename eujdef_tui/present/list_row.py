"""One row of a list: the columns, mark and words with which a record is listed on the screen and by `find`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from eujdef_tui.model.glyphs import DIFFERS, GRADE_MARKS, OUTSIDE, STATUS_MARKS
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Actor, Agreement, Event, Evidence, Milestone, Statement, Tension
from eujdef_tui.store import Base, Row
from eujdef_tui.text import edtf

__all__ = [
    "LEAD_WIDTHS",
    "Cells",
    "agreement_status",
    "cells",
    "count_of",
    "grade_mark",
    "milestone_order",
]  # fmt: skip

# Width of the first column in each view, in cells.
LEAD_WIDTHS = {"timeline": 16, "actors": 0, "agreements": 0, "statements": 0, "tensions": 0, "sources": 0}


class Cells(NamedTuple):
    """One line of a list: a fixed `lead`, a `mark`, the `text` that names the record, a quiet `note`, a `tail`."""

    lead: str
    mark: str
    text: str
    note: str
    tail: str


def cells(base: Base, row: Row, today: int) -> Cells:
    """Return the cells of a record's row, as of a day (yyyymmdd)."""
    record = row.record
    tail = f"{row.support} {proof_mark(base, row)}"
    match record:
        case Event():
            outside = OUTSIDE if "x-outside" in record.x and record.date else ""
            return Cells(_short_date(record.date) + outside, STATUS_MARKS[record.status], record.title, "", tail)
        case Actor():
            short = next((o.name for o in record.other_names if o.kind == "acronym"), "")
            name = f"{record.name} ({short})" if short else record.name
            return Cells("", "·", name, record.summary, str(row.mentions))
        case Agreement():
            action, mark = agreement_status(record, today)
            return Cells("", mark, record.title, action, tail)
        case Statement():
            value = f"{record.value} {record.unit}".strip()
            return Cells("", "#" if value else "“", record.text, value, tail)
        case Tension():
            return Cells("", DIFFERS, record.title, record.reading, "")
    from eujdef_tui.model.labels import source_label  # no fact needs it

    label = source_label(record)
    return Cells("", "▤", label, record.title, str(base.count_citing_source(row.n)))


def _short_date(date: str) -> str:
    """Return a date for a narrow column: "~23 Jul 2025" for about that day."""
    return edtf.in_english(date).replace("about ", "~")


def proof_mark(base: Base, row: Row) -> str:
    """Return the mark of a record's weakest quote, or ≠ where all are verbatim and another fact differs."""
    weakest = grade_mark(evidence_of(row.record))
    return DIFFERS if weakest == "✓" and base.backlinks(row.n, "differs", 1) else weakest


def grade_mark(evidence: Iterable[Evidence]) -> str:
    """Return the mark of the weakest quote, so that no other grade is shown like a verbatim one."""
    order = list(GRADE_MARKS)
    return GRADE_MARKS[max((item.grade for item in evidence if item.grade), key=order.index, default="orphan")]


def agreement_status(agreement: Agreement, today: int) -> tuple[str, str]:
    """Return the status of an agreement on a day (yyyymmdd), and its mark.

    The status is the last milestone that had happened by then, else the first that is planned. A planned milestone
    whose day has passed stays planned: no article says more.
    """
    done = [
        m for m in agreement.milestones
        if m.status == "happened" and (not m.date or edtf.bounds(m.date)[0] <= today)
    ]  # fmt: skip
    coming = [m for m in agreement.milestones if m.status != "happened"]
    if done:
        last = max(done, key=milestone_order)
        status, mark = _step_words(last.action, last.date), STATUS_MARKS["happened"]
    elif coming:
        status, mark = f"{coming[0].status}: {_step_words(coming[0].action, coming[0].date)}", STATUS_MARKS["planned"]
        coming = coming[1:]
    else:
        return ("no step yet" if agreement.milestones else "no step stated"), "·"
    due = [m for m in coming if m.date and m.status in ("planned", "target")]
    if done and due:
        step, due_status = _step_words(due[-1].action, due[-1].date), due[-1].status
        status += f"; {step}" if due_status in step else f"; {step} {due_status}"
    return status, mark


def milestone_order(step: Milestone) -> tuple[int, int]:
    """Return the sort key of a milestone: one that is only known to lie before a day sorts before that day."""
    return edtf.bounds(step.date) if step.date else (edtf.MIN, edtf.MIN)


def _step_words(action: str, date: str) -> str:
    return f"{action.replace('-', ' ')} {edtf.in_english(date)}" if date else action.replace("-", " ")


def count_of(shown: int, total: int, more: str = "") -> str:
    """Return "12 of 64", "64" where all are shown, or "10,000+ of 64,000" where counting stopped (`more` is "+")."""
    return f"{total:,}" if shown == total else f"{shown:,}{more} of {total:,}"
