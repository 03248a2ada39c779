"""The items of a list: record numbers, with headings, the line of today and other lines between them.

Each item is found by bisection, so a list of a million records answers like one of ten.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

__all__ = ["Break", "BreakKind", "ListModel", "breaks_for"]

NO_LABELS: Mapping[int, str] = MappingProxyType({})


class BreakKind(Enum):
    """What an item without a record is.

    HEADING stands over records, TODAY between what is past and what is to come. RULE is a text with a rule to the right
    edge: records below it are no hits and are drawn quietly. TEXT is wrapped, HINT has two columns.
    """

    HEADING = auto()
    TODAY = auto()
    RULE = auto()
    TEXT = auto()
    HINT = auto()


class Break(NamedTuple):
    """An item without a record. It stands before the record at index `place`, or after the last one.

    `more` is the second column of a hint. `pieces` are (text, roles), to be drawn in place of `text`.
    """

    place: int
    text: str
    kind: BreakKind = BreakKind.HEADING
    more: str = ""
    pieces: tuple[tuple[str, str], ...] = ()


class ListModel:
    """Record `numbers` in the order shown, with `breaks` between them.

    Breaks at one place stand in the order given, the line of today first. `labels` are the left column of the first
    screen, by the index of the record that each stands beside.
    """

    def __init__(
        self, numbers: Sequence[int], breaks: Sequence[Break] = (), labels: Mapping[int, str] = NO_LABELS
    ) -> None:
        self.numbers = numbers
        self.breaks = tuple(sorted(breaks, key=lambda item: (item.place, item.kind is not BreakKind.TODAY)))
        self.labels = labels
        self._places = [item.place for item in self.breaks]
        self._lines = [item.place + nth for nth, item in enumerate(self.breaks)]

    def __len__(self) -> int:
        """How many items there are."""
        return len(self.numbers) + len(self.breaks)

    def item(self, at: int) -> int | Break:
        """The record number or the break at an index among the items."""
        before = bisect_right(self._lines, at)
        if before and self._lines[before - 1] == at:
            return self.breaks[before - 1]
        return self.numbers[at - before]

    def index(self, n: int) -> int:
        """The index of a record among the items; -1 if it is not listed."""
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

    @cached_property
    def ruled_off(self) -> int:
        """The index among the numbers from which records stand below a rule, and are no hits."""
        rules = (item.place for item in self.breaks if item.kind is BreakKind.RULE)
        return next(rules, len(self.numbers))

    @cached_property
    def has_text(self) -> bool:
        """Whether some item is a text, which may take several rows."""
        return any(item.kind is BreakKind.TEXT for item in self.breaks)

    def step(self, n: int, by: int) -> int:
        """The record `by` places further, kept within the list; the first one if `n` is not listed."""
        if not self.numbers:
            return 0
        place = self.place(n)
        return self.numbers[min(max(place + by, 0), len(self.numbers) - 1)] if place >= 0 else self.numbers[0]


def breaks_for(
    numbers: Sequence[int], headings: Sequence[tuple[int, str]], today: int, name: str = "today"
) -> list[Break]:
    """Make the breaks among ascending `numbers`: each heading that has a record under it, and today.

    `headings` are (first number, text); `today` is the first number after today, or 0 for no such line; `name` is what
    the line says.
    """
    breaks: list[Break] = []
    for nth, (first, text) in enumerate(headings):
        start = bisect_left(numbers, first)
        last = nth + 1 == len(headings)
        stop = len(numbers) if last else bisect_left(numbers, headings[nth + 1][0])
        if start < stop:
            breaks.append(Break(start, text))
    if today and numbers:
        breaks.append(Break(bisect_left(numbers, today), name, BreakKind.TODAY))
    return breaks
