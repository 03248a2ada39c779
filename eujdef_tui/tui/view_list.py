"""The list of one view: its lines, its cursor, and the rule over it that counts them."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from eujdef_tui.present.list_row import Cells, cells, count_of
from eujdef_tui.store import Base
from eujdef_tui.tui.result_views import ViewResults, empty_words
from eujdef_tui.tui.widgets.line_view import Rule
from eujdef_tui.tui.widgets.list_model import Break, BreakKind, ListModel
from eujdef_tui.tui.widgets.list_rows import RowStyle
from eujdef_tui.tui.widgets.record_list import RecordList

__all__ = ["ViewList"]

STYLES = {"timeline": RowStyle.TIMELINE, "statements": RowStyle.STATEMENTS}


class ViewList:
    """The list with its rule. Records in `marks` are starred."""

    def __init__(self, base: Base, today: int, marks: Container[int]) -> None:
        self._base = base
        self._today = today
        self._marks = marks
        self._cells = lru_cache(512)(self._read_cells)
        self._picked_in: dict[str, int] = {}  # the record picked last in each view
        self._view = ""
        self.records = RecordList(self.cells_of, id="pane")
        self.rule = Rule(id="pane-rule")

    def _read_cells(self, n: int) -> Cells:
        return cells(self._base, self._base.record(n), self._today)

    def cells_of(self, n: int) -> Cells:
        """The line of the list for a record."""
        shown = self._cells(n)
        return shown._replace(mark="★") if n in self._marks else shown

    def show(self, results: ViewResults, view: str, n: int) -> None:
        """List a view, with record `n` picked, or the best hit, or the record picked there last."""
        self._view = view
        picked = n or results.best(view) or self._picked_in.get(view, 0) or self._opening(view)
        model = results.list_model(self._base, view, self._today)
        if not model.numbers:
            model = ListModel((), [Break(0, words, BreakKind.TEXT) for words in empty_words(view, results)])
        if model.place(picked) < 0:
            picked = next(iter(model.numbers), 0)
        self.records.show(model, picked, results.hits(view), STYLES.get(view, RowStyle.MIXED))
        shown, total = results.shown(self._base, view), len(self._base.span(view))
        count = count_of(shown, total, results.more(self._base, view))
        self.rule.show([(view.capitalize(), "title")], [(count, "count")])

    def _opening(self, view: str) -> int:
        # the timeline opens at the last event before today, the other views at their top
        span = self._base.span(view)
        return max(span.start, self._base.first_event_after(self._today) - 1) if view == "timeline" else span.start

    def picked(self, n: int) -> bool:
        """Remember that record `n` was picked in this view; False where the list has changed since it was."""
        if n != self.records.picked:
            return False
        self._picked_in[self._view] = n
        return True
