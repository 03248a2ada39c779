"""The list of records: one is picked, and a move of the cursor redraws two lines.

Only visible records are read, so a list of a million moves like one of ten.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.events import Click, Resize
from textual.message import Message
from textual.strip import Strip

from eujdef_tui.present.list_row import Cells
from eujdef_tui.present.match_reason import matched_spans
from eujdef_tui.tui.widgets.line_view import LineView, Piece, cropped
from eujdef_tui.tui.widgets.list_model import Break, ListModel

if TYPE_CHECKING:
    from eujdef_tui.search.engine import Hit

__all__ = ["RecordList"]


NARROW = 60  # cells below which the counts on the right are left out


class RecordList(LineView):
    """A list of records."""

    @dataclass
    class Picked(Message, bubble=False):
        """Another record was picked: its number, 0 for none."""

        n: int

    @dataclass
    class Opened(Message, bubble=False):
        """The picked record was double-clicked, to be read."""

        n: int

    def __init__(self, cells: Callable[[int], Cells], *, id: str) -> None:
        super().__init__(id=id)
        self._cells = cells
        self._hits: Mapping[int, Hit] = {}
        self._lead = 0
        self._empty: tuple[str, ...] = ()
        self.model = ListModel(())
        self.picked = 0

    def show(self, model: ListModel, picked: int, hits: Mapping[int, Hit], lead: int, empty: tuple[str, ...]) -> None:
        """Show other lines, with record `picked` under the cursor.

        `hits` say where to mark matches, `lead` is the width of the date column, `empty` the text of an empty list.
        """
        self.model, self._hits, self._lead, self._empty = model, hits, lead, empty
        self.picked = 0
        self.lines_changed()
        self.pick(picked if model.place(picked) >= 0 else next(iter(model.numbers), 0))

    def pick(self, n: int) -> None:
        """Put the cursor on a record, and post `Picked`."""
        if n == self.picked:
            return
        for line in (self.model.line_of(self.picked), self.model.line_of(n)):
            if line >= 0:
                self.refresh_line(line)
        self.picked = n
        self.scroll_to_picked()
        self.screen.post_message(self.Picked(n))

    def scroll_to_picked(self) -> None:
        """Scroll to the picked record, and to its heading if that is the line above."""
        line = self.model.line_of(self.picked)
        if line >= 0:
            heading = line > 0 and isinstance(self.model.line(line - 1), Break)
            self.show_line(line, above=1 if heading else 0)

    def move(self, by: int) -> None:
        """Pick the record `by` places further."""
        self.pick(self.model.step(self.picked, by))

    def page(self, pages: float) -> None:
        """Pick the record some pages further, at least the next one."""
        by = self.lines_in(pages)
        there = self.model.record_at(self.model.line_of(self.picked) + by)
        if there == self.picked:
            self.move(1 if by > 0 else -1)
        else:
            self.pick(there)

    def edge(self, *, last: bool) -> None:
        """Pick the first record, or the last."""
        if self.model.numbers:
            self.pick(self.model.numbers[-1 if last else 0])

    def line_count(self) -> int:
        """The number of lines, of records and headings or of the text of an empty list."""
        return len(self.model) or len(self._empty)

    def draw(self, line: int, width: int) -> Strip:
        """Draw a record, a heading, the line of today, or a line of the text of an empty list."""
        if not len(self.model):
            return self.strip([("  ", "text"), (self._empty[line], "quiet" if line else "text")], width)
        item = self.model.line(line)
        if isinstance(item, Break):
            return self._break(item, width)
        return self._row(item, width)

    def _break(self, item: Break, width: int) -> Strip:
        if item.today:
            return self.strip([("  ·· today ", "ahead"), ("·" * max(0, width - 12), "ahead")], width)
        return self.strip([("  ", "text"), (item.text, "heading")], width)

    def _row(self, n: int, width: int) -> Strip:
        cells = self._cells(n)
        picked = n == self.picked
        narrow = width < NARROW
        lead = min(self._lead, 13) if narrow else self._lead
        tail = "" if narrow else f"{cells.tail:>6} "
        pieces: list[Piece] = [("▌ " if picked else "  ", "accent")]
        if lead:
            # a date that just fits has no gap behind it, which is better than a cut year: "by ~23 Jul 2025†"
            date = cells.lead if cell_len(cells.lead) == lead else cropped(cells.lead, lead - 1)
            pieces.append((date.ljust(lead), "date"))
        pieces.append((f"{cells.mark} ", "mark"))
        room = width - 4 - lead - len(tail)
        text = cropped(cells.text, max(room, 4))
        pieces += self._marked(text, n, "title" if picked else "text")
        left = room - cell_len(text) - 2
        note = cropped(cells.note, left) if left > 6 else ""
        if note:
            pieces += [("  ", "text"), *self._marked(note, n, "quiet")]
        used = cell_len(text) + (cell_len(note) + 2 if note else 0)
        pieces += [(" " * max(0, room - used), "text"), (tail, "count")]
        return self.strip(pieces, width, "picked" if picked else "text")

    def _marked(self, text: str, n: int, role: str) -> list[Piece]:
        pieces: list[Piece] = []
        match = "match-picked" if n == self.picked else "match"
        place = 0
        for start, end in matched_spans(text, self._hits.get(n)):
            pieces += [(text[place:start], role), (text[start:end], f"{role} {match}")]
            place = end
        return [*pieces, (text[place:], role)]

    def on_resize(self, event: Resize) -> None:
        """Keep the picked record in sight."""
        self.scroll_to_picked()

    def on_click(self, event: Click) -> None:
        """Pick the record that is clicked; a double click opens it."""
        line = self.scroll_offset.y + event.y
        if line < len(self.model):
            item = self.model.line(line)
            if isinstance(item, int):
                self.pick(item)
                if event.chain > 1:
                    self.screen.post_message(self.Opened(item))
