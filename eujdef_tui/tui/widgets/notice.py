"""A few lines over the list that are shown whole: a note or an error that has no room on the search line."""

from __future__ import annotations

from collections.abc import Sequence

from textual.strip import Strip

from eujdef_tui.tui.widgets.line_view import Piece, RoleWidget

__all__ = ["Notice"]


class Notice(RoleWidget):
    """Lines of text that take no room while there are none."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._lines: tuple[tuple[Piece, ...], ...] = ()

    @property
    def line_count(self) -> int:
        """How many rows it takes."""
        return len(self._lines)

    def show_lines(self, lines: Sequence[Sequence[Piece]]) -> None:
        """Show these lines from now on."""
        now = tuple(map(tuple, lines))
        if now == self._lines:
            return
        if len(now) != len(self._lines):
            self.styles.height = len(now)
        self._lines = now
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        return self.strip(self._lines[y] if y < len(self._lines) else (), self.outer_size.width)
