"""The list of the view that is shown, and which record was picked in each view."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import lru_cache

from eujdef_tui.model.records import Actor, Agreement
from eujdef_tui.present.first_screen import first_screen
from eujdef_tui.present.list_model import Break, BreakKind, ListModel
from eujdef_tui.present.list_row import Cells, cells
from eujdef_tui.present.sheet_heading import counted
from eujdef_tui.present.view_lists import list_model, nothing_found
from eujdef_tui.present.view_results import ViewResults
from eujdef_tui.present.views import ALL
from eujdef_tui.store import Base
from eujdef_tui.tui.widgets.line_view import Piece
from eujdef_tui.tui.widgets.record_list import RecordList, RowStyle
from eujdef_tui.tui.widgets.time_axis import TimeAxis

__all__ = ["ViewList"]


NO_FACTS = (
    "This fact file has no facts yet.",
    "docs/file-format.md shows how a fact and its quote are written.",
    "eujdef check FILE says what is wrong with the file, and where.",
)


class ViewList:
    """The list, with the time axis over it in the timeline. Records in `marks` are starred."""

    def __init__(self, base: Base, today: int, marks: Container[int]) -> None:
        self._base = base
        self._today = today
        self._marks = marks
        self._cells = lru_cache(512)(self._read_cells)
        self._under_headings = False  # which name the kinds of the records below them
        self._picked_in: dict[str, int] = {}  # the record picked last in each view without a query
        self._picked_of_query: dict[str, int] = {}  # and with the query that is shown
        self._results: ViewResults | None = None
        self._view = ""
        self._first_rows = 11  # rows of the first screen, here at 80×24
        self.axis = TimeAxis(base, today, id="axis")
        self.records = RecordList(self.cells_of, id="pane")

    def _read_cells(self, n: int, *, kind_said: bool) -> Cells:
        row = self._base.record(n)
        shown = cells(self._base, row, self._today)
        if kind_said and isinstance(row.record, Actor | Agreement):
            return shown._replace(right=counted(row.mentions, "fact") if row.mentions else "")
        return shown

    def cells_of(self, n: int) -> Cells:
        """The line of the list for a record. Where a heading says its kind, its row says how many facts name it."""
        shown = self._cells(n, kind_said=self._under_headings)
        return shown._replace(mark="★") if n in self._marks else shown

    def show(self, results: ViewResults, view: str, n: int, said: Sequence[Sequence[Piece]] = ()) -> None:
        """List a view, with record `n` picked, or the one picked there before, or the best hit.

        `said` says why nothing is listed where nothing was found.
        """
        before = self.records.picked if self._results is results else 0
        if self._results is not results:
            self._picked_of_query.clear()
        self._results, self._view = results, view
        self._under_headings = False
        if results.nothing:
            model = nothing_found(self._base, results, said)
            self.records.show(model, n if model.place(n) >= 0 else 0, {}, RowStyle.MIXED)
            return
        kept = before if before in results.hits(view) else 0
        picked = n or self._remembered.get(view, 0) or kept or results.best(view) or self._opening(view)
        style = self._style(view, searched=results.views is not None)
        model = self._model(results, view)
        self._under_headings = any(item.kind is BreakKind.HEADING for item in model.breaks)
        picked = picked if model.place(picked) >= 0 else next(iter(model.numbers), 0)
        self.records.show(model, picked, results.hits(view), style)
        if view == "timeline":
            self.axis.show_hits(None if results.views is None else list(results.hits(view)))

    def fill(self, rows: int) -> None:
        """Give the first screen so many rows, if it is shown."""
        if rows != self._first_rows:
            self._first_rows = rows
            if self._results is not None and self._view == ALL and self._results.views is None:
                self.show(self._results, ALL, self.records.picked)

    def show_fields(self, fields: Sequence[tuple[str, str]]) -> None:
        """List the fields that a query may have, and what each takes."""
        self._results = None  # nothing is listed that could be shown again in more rows
        hints = [Break(0, name, BreakKind.HINT, means) for name, means in fields]
        self.records.show(ListModel((), hints), 0, {}, RowStyle.MIXED)

    def _model(self, results: ViewResults, view: str) -> ListModel:
        if view == ALL and results.views is None:
            shown = first_screen(self._base, self._today, self._first_rows)
            if not shown.numbers:
                return ListModel((), [Break(0, words, BreakKind.TEXT) for words in NO_FACTS])
            return ListModel(shown.numbers, labels=shown.labels)
        model = list_model(results, self._base, view, self._today)
        if model.numbers:
            return model
        return ListModel((), [Break(0, f"This fact file has no {view}.", BreakKind.TEXT)])

    def _style(self, view: str, *, searched: bool) -> RowStyle:
        match view:
            case "timeline":
                return RowStyle.TIMELINE
            case "statements":
                return RowStyle.STATEMENTS
            case _ if view == ALL and not searched:
                return RowStyle.FIRST
        return RowStyle.MIXED

    def _opening(self, view: str) -> int:
        # the timeline opens at the last event before today, the other views at their top
        if view == ALL:
            return 0
        span = self._base.span(view)
        return max(span.start, self._base.first_event_after(self._today) - 1) if view == "timeline" else span.start

    @property
    def _remembered(self) -> dict[str, int]:
        searched = self._results is not None and self._results.views is not None
        return self._picked_of_query if searched else self._picked_in

    def picked(self, n: int) -> bool:
        """Remember that record `n` was picked in this view; False where the list has changed since it was."""
        if n != self.records.picked:
            return False
        if n:
            self._remembered[self._view] = n
        if self._view == "timeline":
            self.axis.show_picked(n)
        return True

    def see(self, base: Base) -> None:
        """List the records as this base has them, on its day; the list is not shown anew."""
        self._base, self._today = base, base.shown_day
        self._picked_in.pop("timeline", None)  # it opens at the day
        self._cells.cache_clear()
        self.axis.see(base)

    def place(self) -> int:
        """The place of the picked record in the list, counted from 1; 0 for none."""
        return self.records.model.place(self.records.picked) + 1 if self.records.picked else 0
