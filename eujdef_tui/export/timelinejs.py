"""Events as a TimelineJS 3 timeline.

TimelineJS takes a date for its first instant, so both ends are written as full days: what is known by its year alone is
drawn from 1 January to 31 December. `display_date` has the words of the date. Its axis labels the year -44 "44 BCE"
(`findings/timelinejs-bce.sh`), one off from ISO 8601.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from eujdef_tui.export.citation import where
from eujdef_tui.export.selection import Selection
from eujdef_tui.model.labels import quoted, source_label
from eujdef_tui.model.records import Event
from eujdef_tui.store import Base
from eujdef_tui.text import edtf

__all__ = ["timelinejs"]


def timelinejs(chosen: Selection) -> Iterator[str]:
    """Yield a timeline of the events that have a date. Its first slide says how many have none."""
    undated = 0
    yield '{"events": ['
    lead = "\n"
    for record in chosen.records():
        if isinstance(record, Event) and record.date:
            yield lead + _json(_slide(chosen.base, record))
            lead = ",\n"
        undated += isinstance(record, Event) and not record.date
    text = {"text": f"<p>Not shown: {undated} undated</p>"} if undated else {}
    title = {"headline": escape(chosen.base.title)} | text
    yield f'\n], "title": {_json({"text": title})}}}\n'


def _slide(base: Base, event: Event) -> dict[str, Any]:
    quotes = (
        f"<p>{escape(quoted(item.quote))}<br>— {escape(source_label(base.source(item.source)))}, {where(item)}</p>"
        for item in event.evidence
    )
    parsed = edtf.parse(event.date)
    # TimelineJS has no open end: the known side is drawn, and `display_date` says which side is open.
    if parsed.lo == edtf.MIN or parsed.hi == edtf.MAX:
        parsed = edtf.parse(parsed.end if parsed.lo == edtf.MIN else parsed.start)
    slide = {"unique_id": event.id, "start_date": _day(parsed.lo)}
    if parsed.hi != parsed.lo:
        slide["end_date"] = _day(parsed.hi)
    return slide | {
        "display_date": edtf.in_english(event.date),
        "group": event.status,
        "text": {"headline": escape(event.title), "text": "".join(quotes)},
        "autolink": False,
    }


def _day(number: int) -> dict[str, int]:
    year, day = divmod(number, 10_000)
    return {"year": year if year > 0 else year - 1, "month": day // 100, "day": day % 100}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
