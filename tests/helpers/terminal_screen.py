"""A terminal to look at: pyte, with wide and combining characters as xterm keeps them, and cells to compare."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import pyte
from pyte.screens import Char, wcwidth

__all__ = ["Glass", "differences"]

DECAWM = 7


@lru_cache(maxsize=65_536)
def _drawn(character: str, attributes: Char) -> Char:
    return attributes._replace(data=character)


class Glass(pyte.Screen):
    """A pyte screen that breaks a wide character when half of it is painted over, and never wraps.

    pyte itself leaves the other half standing, puts a combining mark on the right half of a wide
    character, and stops at a zero-width joiner.
    """

    def __init__(self, columns: int, lines: int) -> None:
        super().__init__(columns, lines)
        self.reset_mode(DECAWM, private=True)
        self.stream = pyte.Stream(self)

    def feed(self, data: str) -> None:
        """Show what a program wrote."""
        self.stream.feed(data)

    def width_of(self, character: str) -> int:
        """How many cells this terminal gives to a character."""
        width: int = wcwidth(character)
        return width

    def draw(self, data: str) -> None:
        self.dirty.add(self.cursor.y)
        row, attributes = self.buffer[self.cursor.y], self.cursor.attrs
        for character in data:
            width = self.width_of(character)
            if width <= 0:
                self._combine(row, character)
                continue
            x = min(self.cursor.x, self.columns - width)
            self._break(row, x)
            self._break(row, x + width)
            row[x] = _drawn(character, attributes)
            if width == 2:
                row[x + 1] = _drawn("", attributes)
            self.cursor.x = x + width

    def _combine(self, row: dict[int, Char], mark: str) -> None:
        x = self.cursor.x - 1
        x -= x > 0 and not row[x].data
        if x >= 0:
            row[x] = row[x]._replace(data=row[x].data + mark)

    def _break(self, row: dict[int, Char], x: int) -> None:
        if 0 < x < self.columns and not row[x].data:
            row[x - 1] = row[x - 1]._replace(data=" ")
            row[x] = row[x]._replace(data=" ")

    def erase_characters(self, count: int | None = None) -> None:
        self._break(self.buffer[self.cursor.y], self.cursor.x)
        self._break(self.buffer[self.cursor.y], self.cursor.x + (count or 1))
        super().erase_characters(count)

    def erase_in_line(self, how: int = 0, private: bool = False) -> None:
        self._break(self.buffer[self.cursor.y], self.cursor.x)
        super().erase_in_line(how, private)


def differences(one: pyte.Screen, other: pyte.Screen) -> Iterator[tuple[int, int, Char, Char]]:
    """Every cell (row, column) that differs between two screens, in the rows painted since the last time."""
    rows = one.dirty | other.dirty
    one.dirty.clear()
    other.dirty.clear()
    for y in rows:
        left, right = one.buffer[y], other.buffer[y]
        for x in range(one.columns):
            if left[x] != right[x] and _seen(left[x]) != _seen(right[x]):
                yield y, x, left[x], right[x]


def _seen(cell: Char) -> Char:
    """A cell without what nobody sees of it: the ink of a space."""
    if cell.data != " " or cell.reverse or cell.underscore or cell.strikethrough:
        return cell
    return Char(" ", bg=cell.bg, blink=cell.blink)
