"""The drafts of a review as a list of rows, with the one under the cursor in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.events import Click
from textual.message import Message
from textual.strip import Strip

from eujdef_tui.tui.widgets.line_view import LineView, Piece

__all__ = ["DraftList", "SheetLines"]


class DraftList(LineView):
    """Rows that `draw_row` gives, by item number."""

    class Picked(Message):
        """An item was clicked."""

        def __init__(self, n: int) -> None:
            super().__init__()
            self.n = n

    def __init__(self, draw_row: Callable[[int, int, bool], list[Piece]], *, id: str) -> None:
        super().__init__(id=id)
        self._draw_row = draw_row
        self._order: Sequence[int] = ()
        self._at = 0

    def show(self, order: Sequence[int], at: int) -> None:
        """Show these items from now on, with a cursor."""
        count = len(self._order)
        self._order, self._at = tuple(order), at
        if len(order) != count:
            self.lines_changed()
        if order:
            self._keep_in_sight()
        self.refresh()

    def _keep_in_sight(self) -> None:
        """Turn the page where what follows the cursor would be out of sight: it is seen whole, as A keeps it."""
        rows, top = max(1, self.size.height), self.scroll_offset.y
        if self._at >= top + rows - min(2, rows // 3) and self._at + 1 < len(self._order):
            self.scroll_to(y=min(self._at - 1, len(self._order) - rows), animate=False, force=True, immediate=True)
        self.show_line(self._at, above=1)

    @property
    def in_sight(self) -> tuple[int, ...]:
        """The items in sight."""
        top = self.scroll_offset.y
        return tuple(self._order[top : top + max(1, self.size.height)])

    def line_count(self) -> int:
        """The number of items."""
        return len(self._order)

    def draw(self, line: int, width: int) -> Strip:
        """Draw the row of an item."""
        picked = line == self._at
        pieces = self._draw_row(self._order[line], width, picked)
        return self.strip(pieces, width, "picked" if picked else "text")

    def on_click(self, event: Click) -> None:
        """Pick the item that is clicked."""
        line = self.scroll_offset.y + event.y
        if line < len(self._order):
            self.post_message(self.Picked(self._order[line]))


class SheetLines(LineView):
    """Lines that stand still: the sheet of a draft, or what can be chosen."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.can_focus = False
        self._lines: tuple[tuple[Piece, ...], ...] = ()

    def show_lines(self, lines: Sequence[Sequence[Piece]]) -> None:
        """Show these lines from now on."""
        now = tuple(map(tuple, lines))
        if now != self._lines:
            self._lines = now
            self.lines_changed()

    def line_count(self) -> int:
        """The number of lines."""
        return len(self._lines)

    def draw(self, line: int, width: int) -> Strip:
        """Draw a line."""
        return self.strip(self._lines[line], width)
