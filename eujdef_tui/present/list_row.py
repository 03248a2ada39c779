"""One row of a list: the mark, words and date with which a record is listed on the screen and by `find`."""

from __future__ import annotations

from collections.abc import Iterable

from eujdef_tui.model.glyphs import AHEAD, GRADE_MARKS, STATUS_MARKS, mark_of
from eujdef_tui.model.records import Actor, Agreement, Event, Evidence, Milestone, Record, Statement, Tension
from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.store import Base, Row
from eujdef_tui.text import edtf
from eujdef_tui.text.lazy_regex import lazy_pattern

__all__ = [
    "Cells",
    "agreement_status",
    "cells",
    "grade_mark",
    "milestone_order",
    "short_date",
]  # fmt: skip

# A date that ends in its year: "by ~23 Jul 2025", "early 2026", "44 BCE"; not "by 2035", whose year stands alone.
_DAY_AND_YEAR = lazy_pattern(r"(?!.*\d{4}.* )(?P<day>.*[^\d–\s]) (?P<year>\d{4,}|\d+ B?CE)")
_ALONE = ("by", "from", "to", "perhaps")  # words of a date that say nothing without its year


class Cells(NamedTuple):
    """What a list says of one record.

    Attributes:
        mark: one sign for the type of the record, or for the status of an event.
        text: the title or name; a statement's words.
        note: what is said quietly beside it, where there is room.
        right: the column at the right edge: a date, a kind, or "2 articles".
        differs: whether a tension names the record.
        support: count of its independent sources.
        year, day: an event's date in two columns: "2025" and "by ~23 Jul"; one that does not end in its year stands
            whole in `year`, with `day` empty.
        wraps: whether the words may take a second line (statements).
    """

    mark: str
    text: str
    note: str = ""
    right: str = ""
    differs: bool = False
    support: int = 0
    year: str = ""
    day: str = ""
    wraps: bool = False


def cells(base: Base, row: Row, today: int) -> Cells:
    """Return what a list says of a record, as of a day (yyyymmdd)."""
    record = row.record
    shown = _cells(record, today)
    return shown._replace(differs=bool(base.backlinks(row.n, "differs", 1)), support=row.support)


def _cells(record: Record, today: int) -> Cells:
    match record:
        case Event():
            date = short_date(record.date)
            year, day = _year_and_day(date)
            return Cells(mark_of(record), record.title, "", date, year=year, day=day)
        case Actor():
            short = next((o.name for o in record.other_names if o.kind == "acronym"), "")
            name = f"{record.name} ({short})" if short else record.name
            return Cells(mark_of(record), name, record.summary, _words(record.kind))
        case Agreement():
            return Cells(mark_of(record), record.title, agreement_status(record, today)[0], _words(record.instrument))
        case Statement():
            value = f"{record.value} {record.unit}".strip()
            date = record.date or record.as_of
            right = short_date(date) if date else ""
            return Cells(mark_of(record), record.text, value, right, wraps=True)
        case Tension():
            articles = len({item.source for item in record.evidence})
            return Cells(mark_of(record), record.title, "", f"{articles} article{'s' * (articles != 1)}")
    from eujdef_tui.model.labels import source_name  # no fact needs it

    name = source_name(record)
    return Cells(mark_of(record), name, record.title if record.title != name else "", short_date(record.issued))


def _words(kind: str) -> str:
    return kind.replace("-", " ")


def short_date(date: str) -> str:
    """Return a date in few cells: "~23 Jul 2025" for about that day; "undated" for none."""
    return edtf.in_english(date).replace("about ", "~")


def _year_and_day(date: str) -> tuple[str, str]:
    """Divide a short date into its year and the rest; what does not end in its year is not divided."""
    found = _DAY_AND_YEAR().fullmatch(date)
    if found is None or found["day"] in _ALONE or found["day"].endswith(" of"):
        return date, ""
    return found["year"], found["day"]


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
    coming = [m for m in agreement.milestones if m.status not in ("happened", AHEAD)]
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
