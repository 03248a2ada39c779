"""The detail pane: the sheet of the picked record, with links that are followed by key."""

from __future__ import annotations

from collections.abc import Sequence

from textual.events import Blur, Focus, Resize
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from eujdef_tui.present.sheet_lines import Line
from eujdef_tui.tui.widgets.line_view import LineView, Piece
from eujdef_tui.tui.widgets.sheet_layout import LaidLine, Link, lay_out

__all__ = ["DetailPane"]

NARROW = 60  # columns of the terminal from which labels stand beside their lines


class DetailPane(LineView):
    """Everything about one record. Its links are plain text while the focus is elsewhere."""

    class Followed(Message, bubble=False):
        """A link was followed, to this record."""

        def __init__(self, n: int) -> None:
            super().__init__()
            self.n = n

    class Hidden(Message, bubble=False):
        """The number of lines out of sight below has changed, or may have."""

        def __init__(self, lines: int) -> None:
            super().__init__()
            self.lines = lines

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._sheet: Sequence[Line] = ()
        self._lines: list[LaidLine] = []
        self._links: list[Link] = []
        self._link = -1
        self._laid_for = (0, False)

    def show(self, sheet: Sequence[Line]) -> None:
        """Show a sheet from its top; draw it only if it is another one."""
        marked, self._link = self._link >= 0, -1
        if sheet != self._sheet:
            self._sheet = sheet
            self._lay_out()
        elif marked:
            self.refresh()
        self.scroll_to(y=0, animate=False, force=True, immediate=True)
        self.report_hidden()

    @property
    def link(self) -> int:
        """The record the marked link leads to, or 0."""
        return self._links[self._link].n if self._link >= 0 else 0

    def follow(self) -> None:
        """Post `Followed` for the marked link; where none is marked in sight, mark the next."""
        top = self.scroll_offset.y
        if self.link and top <= self._links[self._link].line < top + self.size.height:
            self.screen.post_message(self.Followed(self.link))
        else:
            self.move(1)

    @property
    def _room(self) -> tuple[int, bool]:
        """The columns of the pane, and whether the terminal is narrow: a pane that is not shown keeps its columns."""
        return self.outer_size.width, self.app.size.width < NARROW

    def _lay_out(self) -> None:
        self._laid_for = width, narrow = self._room
        self._lines, self._links = lay_out(self._sheet, width, above=narrow)
        self.lines_changed()

    def line_count(self) -> int:
        """The number of wrapped lines."""
        return len(self._lines)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Report what is out of sight after each scroll."""
        super().watch_scroll_y(old_value, new_value)
        self.report_hidden()

    @property
    def overflow(self) -> int:
        """How many lines the pane is too short for the sheet, wherever it is scrolled to."""
        return max(0, self.line_count() - self.size.height)

    def report_hidden(self) -> None:
        """Post how many lines are out of sight below."""
        self.screen.post_message(self.Hidden(max(0, self.line_count() - self.scroll_offset.y - self.size.height)))

    def draw(self, line: int, width: int) -> Strip:
        """Draw a wrapped line with its label."""
        laid = self._lines[line]
        pieces: list[Piece] = [(f" {laid.label}".ljust(laid.indent), "quiet")]
        for nth, (part, link) in enumerate(laid.parts):
            words = part.text if nth + 1 < len(laid.parts) else part.text.rstrip()  # no line under what is blank
            role = part.role
            if link >= 0:
                picked = link == self._link
                role = "text" if not self.has_focus else "link link-picked" if picked else role
            pieces.append((words, role))
        return self.strip(pieces, width)

    def move(self, by: int) -> None:
        """Move to the next link if it is within three lines of the visible ones, else scroll by a line."""
        top, height = self.scroll_offset.y, self.size.height
        reach = range(top, top + height + 3) if by > 0 else range(top - 3, top + height)
        reachable = [nth for nth, link in enumerate(self._links) if link.line in reach]
        if self._link in reachable:
            reachable = [nth for nth in reachable if (nth - self._link) * by > 0]
        if reachable and (by > 0 or self._link >= 0):
            self._link = reachable[0 if by > 0 else -1]
            self.refresh()
            self.show_line(self._links[self._link].line)
        else:
            super().move(1 if by > 0 else -1)

    def on_focus(self, event: Focus) -> None:
        """Underline the links."""
        self.refresh()

    def on_blur(self, event: Blur) -> None:
        """Underline no link."""
        self.refresh()

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Wrap the sheet for a new width before the frame with that width is drawn: the Resize event comes after it."""
        resized = super()._size_updated(size, virtual_size, container_size, layout)
        if self._room != self._laid_for:
            self._lay_out()
        return resized

    def on_resize(self, event: Resize) -> None:
        """Count what is out of sight."""
        self.report_hidden()
