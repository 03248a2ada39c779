"""How the panes of the main screen stand now: classes for the style sheet, and the heights of list and sheet."""

from __future__ import annotations

from textual.screen import Screen
from textual.widget import Widget

from eujdef_tui.present.views import ALL
from eujdef_tui.tui.layout import PANES, Arrangement, arrangement, heights, list_cap
from eujdef_tui.tui.style_sheets import read_once
from eujdef_tui.tui.view_list import ViewList

__all__ = ["PaneLayout"]

LIST_WIDTH = 78  # cells of the list where list, sheet and proof stand side by side (see arrangements.tcss)
AT_80X24 = frozenset((f"-{Arrangement.STACKED.value}", "-axis"))  # the classes that app.tcss styles


class PaneLayout:
    """The arrangement of one screen. `zoom` names the pane that is shown alone, "" for all."""

    def __init__(self, screen: Screen[None], view_list: ViewList, sheet: Widget) -> None:
        self._screen = screen
        self._list = view_list
        self._sheet = sheet
        self.zoom = ""
        self._rows: dict[Widget, int | None] = {}  # the height that each has

    @property
    def order(self) -> tuple[str, ...]:
        """The panes in the order of the key tab. The reader stands with the list where the sheet is alone."""
        alone = arrangement(*self._screen.app.size) is Arrangement.SINGLE
        return ("pane", "reader", "detail") if alone else PANES

    def toggle_zoom(self, place: str) -> None:
        """Show a pane alone, or all again. On a small screen only the list can be: each other pane is alone there."""
        shown = place if place in PANES else "pane"
        small = arrangement(*self._screen.app.size) is Arrangement.SINGLE
        self.zoom = "" if self.zoom or (small and shown != "pane") else shown

    def end_zoom(self) -> bool:
        """Show all panes; False where they were."""
        zoomed, self.zoom = self.zoom, ""
        return bool(zoomed)

    def arrange(self, view: str, place: str, *, nothing: bool = False) -> Arrangement:
        """Set the screen's classes, which say how the panes stand. Returns how they now stand; see `fit`."""
        shape = arrangement(*self._screen.app.size)
        shown = place if place in PANES else "pane"
        names = {f"-{shape.value}": True, "-nothing": nothing, "-axis": view == "timeline"}
        if shape is Arrangement.SINGLE:
            names[f"-only-{shown}"] = shown != "pane" or self.zoom == "pane"
        elif self.zoom:
            names[f"-only-{self.zoom}"] = True
        classes = frozenset(name for name, on in names.items() if on)
        if self._screen.classes != classes:  # all at once: each change of classes styles every widget anew
            if classes - AT_80X24:
                read_once(self._screen.app.stylesheet, "arrangements.tcss")
            self._screen.set_classes(classes)
        return shape

    def fit(self, view: str, place: str, *, searched: bool, nothing: bool, notice: int) -> Arrangement:
        """Lay the panes out for the size of the screen, the view and what it lists, and the place of the focus.

        Returns how they now stand.
        `nothing`: that nothing was found and none of the nearest is picked. `notice`: rows of the note over the list.
        """
        shape = self.arrange(view, place, nothing=nothing)
        width, height = self._screen.app.size
        cap = list_cap(width, height, view, searched=searched, notice=notice)
        alone = nothing or bool(self.zoom)
        if view == ALL and not searched and shape is not Arrangement.TINY:
            self._list.fill(height if alone else cap)
        across = LIST_WIDTH if shape is Arrangement.COLUMNS else width
        lines = 0 if shape is Arrangement.TINY else self._list.records.lines_wanted(across, cap)
        rows = heights(width, height, view, lines, searched=searched, notice=notice)
        self._set_height(self._list.records, None if alone else rows.list)
        self._set_height(self._sheet, None if alone or shape is Arrangement.SINGLE else rows.sheet)
        return shape

    def _set_height(self, widget: Widget, rows: int | None) -> None:
        if self._rows.get(widget, 0) != rows:  # setting a style lays the whole screen out again, changed or not
            self._rows[widget] = rows
            widget.styles.height = "1fr" if rows is None else rows
