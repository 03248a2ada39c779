"""The list of records: at most one is picked, and a move of the cursor redraws the rows of two records.

Only visible records are read, so a list of a million moves like one of ten. The scroll position counts items of the
model (records, and lines between them), not rows: a statement may take two rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual.events import Click, Resize
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from eujdef_tui.present.list_model import Break, ListModel
from eujdef_tui.present.list_row import Cells
from eujdef_tui.tui.widgets.line_view import LineView, Piece
from eujdef_tui.tui.widgets.list_rows import (
    Look,
    RowStyle,
    break_rows,
    date_columns,
    label_column,
    record_rows,
    row_count,
)
from eujdef_tui.tui.widgets.scrolling import Heights

if TYPE_CHECKING:
    from eujdef_tui.search.engine import Hit

__all__ = ["RecordList", "RowStyle"]

LABELLED = 36  # columns from which the labels of the first screen leave room for words


class RecordList(LineView):
    """A list of records."""

    class Picked(Message, bubble=False):
        """Another record was picked: its number, 0 for none."""

        def __init__(self, n: int) -> None:
            super().__init__()
            self.n = n

    class Opened(Message, bubble=False):
        """The picked record was double-clicked, to be read."""

        def __init__(self, n: int) -> None:
            super().__init__()
            self.n = n

    def __init__(self, cells: Callable[[int], Cells], *, id: str) -> None:
        super().__init__(id=id)
        self._cells = cells
        self._hits: Mapping[int, Hit] = {}
        self._style = RowStyle.MIXED
        self._label = 0  # cells of the widest label
        self._two = False  # whether statements take two rows
        self._two_of = (0, 0)  # size that `_two` is of
        self._seen_from = (-1, 0, 0)  # scroll position and size that `_seen_rows` are of
        self._seen_rows: list[tuple[int, int]] = []
        self._lowest_of = (0, 0)  # size that `_lowest`, the lowest scroll position, is of
        self._lowest = 0
        self.model = ListModel(())
        self.picked = 0

    def show(self, model: ListModel, picked: int, hits: Mapping[int, Hit], style: RowStyle) -> None:
        """Show other items in a style, with record `picked` under the cursor, 0 for none.

        `hits` say where to mark matches.
        """
        self.model, self._hits, self._style = model, hits, style
        self._label = max((len(label) for label in model.labels.values()), default=0)
        self._two_of, self._seen_from, self._lowest_of = (0, 0), (-1, 0, 0), (0, 0)
        self.picked = 0
        self.lines_changed()
        if picked:
            if style is RowStyle.TIMELINE:  # it opens at today: the days to come are seen too
                self._put_in_the_middle(self.model.index(picked))
            self.pick(picked)
        else:
            self._set_top(0)

    def lines_wanted(self, width: int, most: int) -> int:
        """How many rows all items take in so many columns, at most `most`. Reads no more than `most` records."""
        if self._style is RowStyle.STATEMENTS or self._style is RowStyle.MIXED:
            two = self._heights(width, two=True).total(most + 1)
            if two <= most or self._style is RowStyle.STATEMENTS:
                return min(two, most)
        return self._heights(width, two=False).total(most)

    # --- rows ---

    def _heights(self, width: int, *, two: bool) -> Heights:
        def height(at: int) -> int:
            item = self.model.item(at)
            if isinstance(item, Break):
                return row_count(item, width)
            return row_count(self._cells(item), width) if two else 1

        return Heights(len(self.model), height if two or self.model.has_text else None)

    @property
    def heights(self) -> Heights:
        """The heights of the items as they are drawn."""
        width, rows = self.outer_size.width, self.size.height
        if self._two_of != (width, rows):  # it is drawn in a new size before it is told of it
            fits = self._style is RowStyle.MIXED and self._heights(width, two=True).total(rows + 1) <= rows
            self._two_of, self._two = (width, rows), fits or self._style is RowStyle.STATEMENTS
        return self._heights(width, two=self._two)

    @property
    def _rows(self) -> int:
        return max(1, self.size.height)

    @property
    def in_sight(self) -> list[tuple[int, int]]:
        """(item, which of its rows) of each row on the screen that has one."""
        seen_from = (self.scroll_offset.y, self.outer_size.width, self._rows)
        if seen_from != self._seen_from:
            self._seen_from, self._seen_rows = seen_from, self.heights.in_sight(seen_from[0], self._rows)
        return self._seen_rows

    @property
    def max_scroll_y(self) -> int:
        """The lowest scroll position."""
        size = (self.outer_size.width, self._rows)
        if size != self._lowest_of:
            self._lowest_of, self._lowest = size, self.heights.last_top(self._rows)
        return self._lowest

    def line_count(self) -> int:
        """How many items there are: the scroll position counts them."""
        return len(self.model)

    def _set_top(self, top: int) -> None:
        self.scroll_to(y=top, animate=False, force=True, immediate=True)

    # --- the cursor ---

    def pick(self, n: int) -> None:
        """Put the cursor on a record, and post `Picked`."""
        if n == self.picked:
            return
        changed = {self.model.index(self.picked), self.model.index(n)} - {-1}
        for y, (at, _) in enumerate(self.in_sight):
            if at in changed:
                self.refresh(Region(0, y, self.size.width, 1))
        self.picked = n
        self.scroll_to_picked()
        self.screen.post_message(self.Picked(n))

    def _put_in_the_middle(self, at: int) -> None:
        """Scroll to an item where the list is opened, if it is out of sight: what comes after it is seen as well."""
        top, heights = self.scroll_offset.y, self.heights
        if at >= 0 and heights.top_to_show(at, top, self._rows, above=False) != top:
            self._set_top(min(heights.first_above(at, self._rows // 2 + 1), self.max_scroll_y))

    def scroll_to_picked(self) -> None:
        """Scroll to the picked record, and to its heading if that is the item above."""
        at = self.model.index(self.picked)
        if at >= 0:
            heading = at > 0 and isinstance(self.model.item(at - 1), Break)
            self._set_top(self.heights.top_to_show(at, self.scroll_offset.y, self._rows, above=heading))

    def move(self, by: int) -> None:
        """Pick the record `by` places further; where none is picked, the first."""
        self.pick(self.model.step(self.picked, by))

    def page(self, pages: float) -> None:
        """Pick the record some pages further, at least the next one; where none is picked, the first."""
        at = self.model.index(self.picked)
        step = 1 if pages > 0 else -1
        there = self.heights.page(at, abs(self.lines_in(pages)), down=pages > 0) if at >= 0 else at
        while there != at:
            item = self.model.item(there)
            if not isinstance(item, Break):
                self.pick(item)
                return
            there -= step
        self.move(step)

    def edge(self, *, last: bool) -> None:
        """Pick the first record, or the last."""
        if self.model.numbers:
            self.pick(self.model.numbers[-1 if last else 0])

    # --- drawing ---

    def render_line(self, y: int) -> Strip:
        """Draw row `y` of the widget."""
        seen = self.in_sight
        width = self.outer_size.width
        return self.draw(y, width) if y < len(seen) else self.strip((), width)

    def draw(self, line: int, width: int) -> Strip:
        """Draw a row of the widget that shows a record or another item."""
        seen = self.in_sight
        at, nth = seen[line]
        item = self.model.item(at)
        if isinstance(item, Break):
            return self.strip(break_rows(item, width)[nth], width)
        look = self._look(item, at, first=at == seen[0][0])
        if nth == 0 and line + 1 == self._rows:  # its second row would be out of sight: it is cut in the one it has
            look = look._replace(two=False)
        rows = record_rows(self._cells(item), look, width)
        return self.strip(rows[nth], width, "picked" if item == self.picked else "text")

    def _look(self, n: int, at: int, *, first: bool) -> Look:
        place = self.model.place(n)
        left: tuple[Piece, ...] = ((" ", "text"),)
        if self._style is RowStyle.TIMELINE:
            # the date of the first row is always said: that of the row before it is out of sight
            before = self._cells(self.model.numbers[place - 1]) if place and not first else None
            left = date_columns(self._cells(n), before)
        elif self._style is RowStyle.FIRST and self.outer_size.width >= LABELLED:
            left = label_column(self.model.labels.get(place, ""), self._label)
        return Look(
            picked=n == self.picked,
            quiet=place >= self.model.ruled_off,
            hit=self._hits.get(n),
            left=left,
            two=self._two,
            sides=self._style is RowStyle.TIMELINE,
        )

    # --- events ---

    def on_resize(self, event: Resize) -> None:
        """Keep the picked record in sight."""
        self._set_top(min(self.scroll_offset.y, self.max_scroll_y))
        self.scroll_to_picked()

    def on_click(self, event: Click) -> None:
        """Pick the record that is clicked; a double click opens it."""
        seen = self.in_sight
        if event.y < len(seen):
            item = self.model.item(seen[event.y][0])
            if isinstance(item, int):
                self.pick(item)
                if event.chain > 1:
                    self.screen.post_message(self.Opened(item))
