"""Lines that stand still between panes: a bar of text, a rule with a name, a divider of two panes side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from textual.strip import Strip

from eujdef_tui.text.shorten import shorten
from eujdef_tui.tui.widgets.line_view import Piece, RoleWidget, cropped, width_of

__all__ = ["Bar", "Divider", "Rule"]


LEAST_NAME = 12  # cells of a name that a note beside it leaves


class Bar(RoleWidget):
    """One line with text on the left and on the right; without room the first piece on the right is cropped."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._left: tuple[Piece, ...] = ()
        self._right: tuple[Piece, ...] = ()

    def show(self, left: Sequence[Piece], right: Sequence[Piece] = ()) -> None:
        """Show these pieces from now on."""
        if (tuple(left), tuple(right)) != (self._left, self._right):
            self._left, self._right = tuple(left), tuple(right)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.outer_size.width
        pieces = list(self._right)
        over = width_of(pieces) - width + 1
        if pieces and over > 0:
            text, roles = pieces[0]
            pieces[0] = (cropped(text, max(0, cell_len(text) - over)), roles)
        right = self.strip(pieces, width_of(pieces)) if width_of(pieces) < width else Strip([])
        left = self.strip(self._left, width - right.cell_length)
        return Strip.join([left, right])


class Rule(Bar):
    """The line above a pane: its name on the left, on the ground of `here` while keys go to the pane, and notes."""

    def __init__(self, *, id: str, ends: tuple[str, str] = ("─", "─")) -> None:
        """Draw `ends` at the left and at the right: corners where the rule is the top of a box."""
        super().__init__(id=id)
        self._ends = ends
        self._focused = False
        self._shorter: tuple[tuple[Piece, ...], ...] = ()

    def show(self, left: Sequence[Piece], right: Sequence[Piece] = (), *shorter: Sequence[Piece]) -> None:
        """Show the pieces of a name, and notes, one a piece, with a space between them but before a cursor (`here`).

        Where the notes leave no room for the whole name, the last are left out, then the first of `shorter` that does
        leave room stands for all of them. The last of `shorter` stays, and the name is cut at a word, while that leaves
        the name LEAST_NAME cells.
        """
        if tuple(map(tuple, shorter)) != self._shorter:
            self._shorter = tuple(map(tuple, shorter))
            self.refresh()
        super().show(left, right)

    def show_focus(self, *, focused: bool) -> None:
        """Show whether the pane has the focus."""
        if focused != self._focused:
            self._focused = focused
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.outer_size.width
        first, last = self._ends
        named = width_of(self._left)
        fewer = [self._right[:count] for count in range(len(self._right), 0, -1)]
        versions = [
            [(text if roles == "here" else f" {text}", roles) for text, roles in notes if text]
            for notes in (*fewer, *self._shorter)
        ]
        # beside the name: the ends, a space on each side of it, a cell of the line and the space behind the notes
        taken = named + len(first) + len(last) + 4
        right = next((notes for notes in versions if taken + width_of(notes) <= width), [])
        if not right and self._shorter and width_of(versions[-1]) + LEAST_NAME + taken - named <= width:
            right = list(versions[-1])
        right += [(" ", "text")] * bool(right)
        pieces: list[Piece] = [(first, "rule")]
        if named:
            room = width - width_of(right) - len(first) - len(last) - 2
            left = [(" ", "text"), *_cropped_pieces(self._left, max(0, room)), (" ", "text")]
            pieces += [(text, f"{roles} here") for text, roles in left] if self._focused else left
        gap = max(0, width - width_of(pieces) - width_of(right) - len(last))
        return self.strip([*pieces, ("─" * gap, "rule"), *right, (last, "rule")], width)


class Divider(RoleWidget):
    """The line between two panes that stand side by side; `top` is its first cell, "┬" where it meets a rule."""

    def __init__(self, *, id: str, top: str = "│") -> None:
        super().__init__(id=id)
        self._top = top

    def show_top(self, top: str) -> None:
        """Draw another first cell from now on."""
        if top != self._top:
            self._top = top
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one cell of the line."""
        return self.strip([(self._top if y == 0 else "│", "rule")], self.outer_size.width)


def _cropped_pieces(pieces: Iterable[Piece], width: int) -> list[Piece]:
    """The pieces in `width` cells, cut at a word, with an ellipsis where they were cut."""
    kept: list[Piece] = []
    for text, roles in pieces:
        room = width - width_of(kept)
        if room > 0:
            kept.append((shorten(text, room), roles))
    return kept
