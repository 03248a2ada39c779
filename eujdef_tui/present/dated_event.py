"""Go to a date: the event of a day, month or year that somebody types."""

from __future__ import annotations

from typing import NamedTuple

from eujdef_tui.store import Base
from eujdef_tui.text import edtf
from eujdef_tui.text.date_input import from_words

__all__ = ["DatedEvent", "date_error", "event_on"]


class DatedEvent(NamedTuple):
    """The record that a date leads to; `message` says where it is not of that date."""

    n: int
    message: str = ""


def event_on(base: Base, typed: str) -> DatedEvent | None:
    """Return the first event that begins on a date or later, else the last; None for no date, or no events."""
    date, events = from_words(typed), base.span("timeline")
    if not date or not events:
        return None
    n = min(base.first_event_after(edtf.bounds(date)[0] - 1), events.stop - 1)
    met = edtf.overlaps(getattr(base.record(n).record, "date", ""), date)
    nearest = f"Nothing in {edtf.in_english(date)}: this is the nearest that follows, or the last"
    return DatedEvent(n, "" if met else nearest)


def date_error(typed: str) -> str:
    """Return why a text is no date, with an example; "" for a date."""
    return "" if from_words(typed) else f"{typed or 'nothing'} is not a date: write 2024 or nov 2024"
