"""The lines of a list: record numbers, with headings and the line of today between them.

Each line is found by bisection, so a list of a million records answers like one of ten.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

__all__ = ["Break", "ListModel", "breaks_for"]


class Break(NamedTuple):
    """A line without a record: a heading, or the line of today. It stands before the record at index `place`."""

    place: int
    text: str
    today: bool = False


class ListModel:
    """Record `numbers` in the order shown, with `breaks` between them."""

    def __init__(self, numbers: Sequence[int], breaks: Sequence[Break] = ()) -> None:
        self.numbers = numbers
        self.breaks = tuple(sorted(breaks, key=lambda item: (item.place, not item.today)))
        self._places = [item.place for item in self.breaks]
        self._lines = [item.place + nth for nth, item in enumerate(self.breaks)]

    def __len__(self) -> int:
        return len(self.numbers) + len(self.breaks)

    def line(self, line: int) -> int | Break:
        """The record number or the break on a line."""
        before = bisect_right(self._lines, line)
        if before and self._lines[before - 1] == line:
            return self.breaks[before - 1]
        return self.numbers[line - before]

    def record_at(self, line: int) -> int:
        """The record on a line, the next one below a break, the last one below all; 0 where nothing is listed."""
        place = max(0, line) - bisect_left(self._lines, line)
        return self.numbers[min(place, len(self.numbers) - 1)] if self.numbers else 0

    def line_of(self, n: int) -> int:
        """The line a record stands on; -1 if it is not listed."""
        place = self.place(n)
        return -1 if place < 0 else place + bisect_right(self._places, place)

    def place(self, n: int) -> int:
        """The index of a record among the numbers; -1 if it is not listed."""
        if isinstance(self.numbers, range):
            return self.numbers.index(n) if n in self.numbers else -1
        return self._order.get(n, -1)

    @cached_property
    def _order(self) -> dict[int, int]:
        return {n: place for place, n in enumerate(self.numbers)}

    def step(self, n: int, by: int) -> int:
        """The record `by` places further, kept within the list; the first one if `n` is not listed."""
        if not self.numbers:
            return 0
        place = self.place(n)
        return self.numbers[min(max(place + by, 0), len(self.numbers) - 1)] if place >= 0 else self.numbers[0]


def breaks_for(numbers: Sequence[int], headings: Sequence[tuple[int, str]], today: int) -> list[Break]:
    """Make the breaks among ascending `numbers`: each heading that has a record under it, and today.

    `headings` are (first number, text); `today` is the first number after today, or 0 for no such line.
    """
    breaks: list[Break] = []
    for nth, (first, text) in enumerate(headings):
        start = bisect_left(numbers, first)
        last = nth + 1 == len(headings)
        stop = len(numbers) if last else bisect_left(numbers, headings[nth + 1][0])
        if start < stop:
            breaks.append(Break(start, text))
    if today and numbers:
        breaks.append(Break(bisect_left(numbers, today), "today", today=True))
    return breaks
