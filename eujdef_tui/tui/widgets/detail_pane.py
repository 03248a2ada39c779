"""The detail pane: the sheet of the picked record, with links that are followed by key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual.events import Resize
from textual.message import Message
from textual.strip import Strip

from eujdef_tui.present.sheet_lines import Line, Part
from eujdef_tui.text.wrap import wrap
from eujdef_tui.tui.widgets.line_view import LineView, Piece

__all__ = ["DetailPane"]

LABEL = 10  # cells of the label column


class _ScreenLine(NamedTuple):
    """A wrapped line: its label and its parts, each with the index of its link on the sheet, or -1."""

    label: str
    parts: tuple[tuple[Part, int], ...]


class DetailPane(LineView):
    """Everything about one record."""

    @dataclass
    class Followed(Message, bubble=False):
        """A link was followed, to this record."""

        n: int

    @dataclass
    class Hidden(Message, bubble=False):
        """The number of lines out of sight below has changed, or may have."""

        lines: int

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._sheet: Sequence[Line] = ()
        self._lines: list[_ScreenLine] = []
        self._links: list[tuple[int, int]] = []  # (record, line it stands on)
        self._link = -1

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
        return self._links[self._link][0] if self._link >= 0 else 0

    def follow(self) -> None:
        """Post `Followed` for the marked link; where none is marked in sight, mark the next."""
        top = self.scroll_offset.y
        if self.link and top <= self._links[self._link][1] < top + self.size.height:
            self.screen.post_message(self.Followed(self.link))
        else:
            self.move(1)

    def _lay_out(self) -> None:
        self._lines, self._links = [], []
        for line in self._sheet:
            self._lines.extend(self._wrapped(line, max(8, self.size.width - LABEL - 1)))
        self.lines_changed()

    def _wrapped(self, line: Line, width: int) -> list[_ScreenLine]:
        text = "".join(part.text for part in line.parts)
        nth: list[int] = []
        for part in line.parts:
            nth.append(len(self._links) if part.link else -1)
            if part.link:
                self._links.append((part.link, len(self._lines)))
        lines: list[_ScreenLine] = []
        if len(line.label) > LABEL - 2:  # too long for its column: it gets a line of its own
            lines.append(_ScreenLine(line.label, ()))
        at = place = 0  # index of the first part that may reach into the line, and its offset in the text
        for start, end in wrap(text, width):
            pieces: list[tuple[Part, int]] = []
            while at < len(nth):
                part, link = line.parts[at], nth[at]
                cut = part.text[max(0, start - place) : max(0, end - place)]
                if cut:
                    pieces.append((Part(cut, part.role, part.link), link))
                if link >= 0 and start <= place < end:
                    self._links[link] = (part.link, len(self._lines) + len(lines))
                if place + len(part.text) >= end:
                    break
                at, place = at + 1, place + len(part.text)
            lines.append(_ScreenLine("" if lines else line.label, tuple(pieces)))
        return lines

    def line_count(self) -> int:
        """The number of wrapped lines."""
        return len(self._lines)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Report what is out of sight after each scroll."""
        super().watch_scroll_y(old_value, new_value)
        self.report_hidden()

    def report_hidden(self) -> None:
        """Post how many lines are out of sight below."""
        self.screen.post_message(self.Hidden(max(0, self.line_count() - self.scroll_offset.y - self.size.height)))

    def draw(self, line: int, width: int) -> Strip:
        """Draw a wrapped line with its label."""
        lines = self._lines[line]
        label = f" {lines.label:<{LABEL - 1}}"
        pieces: list[Piece] = [(label, "quiet")]
        for part, link in lines.parts:
            role = "link link-picked" if link >= 0 and link == self._link else part.role
            pieces.append((part.text, role))
        return self.strip(pieces, width)

    def move(self, by: int) -> None:
        """Move to the next link if it is within three lines of the visible ones, else scroll by a line."""
        top, height = self.scroll_offset.y, self.size.height
        reach = range(top, top + height + 3) if by > 0 else range(top - 3, top + height)
        reachable = [nth for nth, (_, line) in enumerate(self._links) if line in reach]
        if self._link in reachable:
            reachable = [nth for nth in reachable if (nth - self._link) * by > 0]
        if reachable and (by > 0 or self._link >= 0):
            self._link = reachable[0 if by > 0 else -1]
            self.refresh()
            self.show_line(self._links[self._link][1])
        else:
            super().move(1 if by > 0 else -1)

    def on_resize(self, event: Resize) -> None:
        """Wrap the sheet for the new width."""
        self._lay_out()
        self.report_hidden()
