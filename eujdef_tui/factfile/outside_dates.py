"""Dates that rest on knowledge from outside the articles.

A source whose day of issue no article gives is noted so once (`x-outside`). Every date that is counted from that day
rests on it too: a date with a year or a day that no quote of its fact gives.

`date_outside` of an event, statement or milestone is the id of the source from whose day its date is counted, or
"x-outside" where a note of its own says so.
"""

from __future__ import annotations

from collections.abc import Mapping

from eujdef_tui.model.records import Agreement, Event, Milestone, Record, Source, Statement
from eujdef_tui.model.struct import replace
from eujdef_tui.text.date_digits import digits_in, digits_of
from eujdef_tui.text.unicode import folded_line

__all__ = ["mark_outside_dates"]


def mark_outside_dates(record: Record, sources: Mapping[str, Source]) -> Record:
    """Return the record with `date_outside` filled in each of its dates that rests on outside knowledge."""
    match record:
        case Event() | Statement():
            found = _outside(record, sources)
            return replace(record, date_outside=found) if found else record
        case Agreement():
            steps = tuple(replace(step, date_outside=_outside(step, sources)) for step in record.milestones)
            return replace(record, milestones=steps) if any(step.date_outside for step in steps) else record
    return record


def _outside(dated: Event | Statement | Milestone, sources: Mapping[str, Source]) -> str:
    """Return the id of the source that a date is counted from, "x-outside" for a note of its own, "" for neither.

    A basis that begins with "explicit" says that the words give the date, and is taken at its word.
    """
    if not dated.date or dated.date_basis.startswith("explicit"):
        return ""
    if digits_of(dated.date) <= digits_in(evidence.quote for evidence in dated.evidence):
        return ""
    if "x-outside" in dated.x:
        return "x-outside"
    told = [item for item in dated.evidence if _is_outside(sources[item.source])]
    words = folded_line(dated.date_text)
    said = [item for item in told if words and words in folded_line(item.quote)]
    return next((item.source for item in (*said, *told)), "")


def _is_outside(source: Source) -> bool:
    return source.issued != "" and "x-outside" in source.x
