"""The lines that a clock adds to a sheet: what was planned and what came of it, and since when it is known."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.export.told import known_since, told_words
from eujdef_tui.present.sheet_lines import Line, Part
from eujdef_tui.store import Base, Row
from eujdef_tui.store.clocked_base import ClockedBase

__all__ = ["clock_lines"]


def clock_lines(base: Base, row: Row) -> Iterator[Line]:
    """Yield the lines on a record of a base that is seen by a clock."""
    label = "then"
    for words in told_words(base, row.record):
        yield Line(label, (Part(words),))
        label = ""
    if isinstance(base, ClockedBase) and base.clock.known:
        since = known_since(base, row.record)
        if since:
            yield Line("known", (Part(f"first from {since}", "quiet"),))
