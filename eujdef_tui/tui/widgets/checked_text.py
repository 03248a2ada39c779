"""A text that is held against the base: its sentences with a margin of verdicts, and a cursor on one of them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from eujdef_tui.tui.checked_lines import MARGIN, MARKS, TextLine, text_lines
from eujdef_tui.tui.widgets.line_view import LineView, Piece
from eujdef_tui.verify.checking import Checked

__all__ = ["CheckedText"]


class CheckedText(LineView):
    """The sentences that are checked so far. Only the lines of the width that it is shown at are kept."""

    class Picked(Message):
        """A sentence was clicked at a place in it."""

        def __init__(self, nth: int, place: int) -> None:
            super().__init__()
            self.nth, self.place = nth, place

    def __init__(self, text: str, *, id: str) -> None:
        super().__init__(id=id)
        self._text = text
        self.found: list[Checked] = []
        self._lines: list[TextLine] = []
        self._width = 0
        self.at = 0

    def add(self, found: Sequence[Checked]) -> None:
        """Show more sentences, which follow those that are shown."""
        begin, behind = len(self.found), self.found[-1].part.end if self.found else 0
        self.found += found
        if self._width:
            self._lines += text_lines(self._text, found, self._width, begin, behind)
            self.lines_changed()

    def go(self, nth: int) -> None:
        """Put the cursor on a sentence, and show it whole, or where it is longer its beginning."""
        self.at = max(0, min(nth, len(self.found) - 1))
        lines = self.lines_of(self.at)
        if lines:
            self.show_line(lines[-1], above=0, below=1)
            self.show_line(lines[0], above=1 if len(lines) + 1 < self.size.height else 0)
        self.refresh()

    def lines_of(self, nth: int) -> Sequence[int]:
        """The numbers of the lines of a sentence."""
        return [number for number, line in enumerate(self._lines) if line.nth == nth]

    def nth_on_page(self, pages: int) -> int:
        """The sentence so many pages from the one under the cursor."""
        here = self.lines_of(self.at)
        wanted = (here[0] if here else 0) + pages * max(1, self.size.height - 1)
        wanted = max(0, min(wanted, len(self._lines) - 1))
        return next((line.nth for line in self._lines[wanted:] if line.nth >= 0), len(self.found) - 1)

    def line_count(self) -> int:
        """The number of wrapped lines."""
        return len(self._lines)

    def draw(self, line: int, width: int) -> Strip:
        """Draw a line with its margin."""
        nth, _, first, pieces = self._lines[line]
        if nth < 0:
            return self.strip((), width)
        picked = nth == self.at
        glyph, letter, role = MARKS[self.found[nth].verdict.word]
        margin: list[Piece] = [("▶" if picked else " ", "accent"), (f"{glyph}{letter} ", role)]
        shown = margin if first else [("▌" if picked else " ", "accent"), (" " * (MARGIN - 1), "text")]
        return self.strip([*shown, *pieces], width, "picked" if picked else "text")

    def on_click(self, event: Click) -> None:
        """Pick the sentence that is clicked, and the name in it."""
        line = self.scroll_offset.y + event.y
        if line < len(self._lines) and self._lines[line].nth >= 0:
            found = self._lines[line]
            self.post_message(self.Picked(found.nth, found.place_at(event.x - MARGIN) if event.x >= MARGIN else -1))

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Wrap the text for a new width before the frame with that width is drawn (Textual 8 tells it after)."""
        resized = super()._size_updated(size, virtual_size, container_size, layout)
        if self.outer_size.width != self._width:
            self._width = self.outer_size.width
            self._lines = list(text_lines(self._text, self.found, self._width))
            self.lines_changed()
        if self.found:
            self.go(self.at)
        return resized
