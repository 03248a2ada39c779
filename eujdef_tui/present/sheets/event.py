"""The sheet of an event: when and with which status, where, who, about what."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.model.glyphs import date_mark, status_mark
from eujdef_tui.model.labels import quoted
from eujdef_tui.model.records import Event
from eujdef_tui.present.sheet_lines import Line, Part, link_line, linked_lines, mark_part, text_line
from eujdef_tui.present.sheets.shared import day_passed, differs_lines
from eujdef_tui.store import Base
from eujdef_tui.text import edtf

__all__ = ["event_lines"]


def event_lines(base: Base, n: int, event: Event, today: int) -> Iterator[Line]:
    """Yield the lines on an event, record number `n`, as of a day (yyyymmdd)."""
    yield _when(event, today)
    yield from text_line("where", event.location)
    yield from link_line(base, "who", event.actors)
    yield from link_line(base, "about", event.agreements)
    yield from differs_lines(base, n)
    yield from text_line("dated", event.date_basis, "quiet")
    yield from linked_lines(base, "said of", n, "about")


def _when(event: Event, today: int) -> Line:
    """Return the date with its status, and the article's words for it: what has no date is dated by these alone."""
    said = quoted(event.date_text) if event.date_text else ""
    parts: list[Part] = []
    if event.date:
        parts.append(Part(edtf.in_english(event.date) + date_mark(event)))
    elif not said:
        parts.append(Part("undated"))
    else:
        parts.append(Part(said))
        said = ""
    passed = ", day passed, no article says more" if day_passed(event.status, event.date, today) else ""
    parts += [Part("  "), mark_part(status_mark(event.status)), Part(event.status + passed)]
    if said:
        parts.append(Part(f"  {said}", "quiet"))
    return Line("when", tuple(parts))
