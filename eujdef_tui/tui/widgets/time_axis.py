"""The time axis in the row under the tabs of the timeline."""

from __future__ import annotations

from collections.abc import Collection

from textual.strip import Strip

from eujdef_tui.present.time_axis import time_axis
from eujdef_tui.store import Base
from eujdef_tui.text import edtf
from eujdef_tui.tui.widgets.bars import Bar

__all__ = ["TimeAxis"]


class TimeAxis(Bar):
    """A bar for each quarter, month or year with events, as the query has them."""

    def __init__(self, base: Base, today: int, *, id: str) -> None:
        super().__init__(id=id)
        self._base = base
        self._today = today
        self._facts: list[tuple[int, int]] | None = None  # read when the axis is first drawn
        self._hits: dict[int, int] | None = None
        self._month: int | None = None

    def show_hits(self, numbers: Collection[int] | None) -> None:
        """Show how these records lie in time, None for all."""
        hits = None if numbers is None else self._base.months_of(list(numbers))
        if hits != self._hits:
            self._hits = hits
            self.refresh()

    def see(self, base: Base) -> None:
        """Show the events as this base has them, and its day as today."""
        self._base, self._today, self._facts = base, base.shown_day, None
        self.refresh()

    def show_picked(self, n: int) -> None:
        """Show in which quarter the picked record lies; 0 for none."""
        month = edtf.month(getattr(self._base.record(n).record, "date", "")) if n else None
        if month != self._month:
            self._month = month
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the axis."""
        if self._facts is None:
            self._facts = self._base.months()
        width = self.outer_size.width
        return self.strip(time_axis(self._facts, self._hits, self._month, self._today, width), width)
