"""Scroll a list whose items have different heights, in rows of the screen, without a table of all heights.

The scroll position is the index of the first item shown, whose first row is the first of the screen. `Heights.of` is
asked only for the items around it, so that a list of a million items scrolls like one of ten.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

__all__ = ["Heights"]


class Heights(NamedTuple):
    """The heights of the items of a list: how many there are, and the rows that one takes, at least 1.

    `of` is None where every item takes one row: then nothing is asked at all.
    """

    items: int
    of: Callable[[int], int] | None

    def first_above(self, at: int, rows: int) -> int:
        """The first item that is seen whole together with all down to item `at` at the bottom of so many rows."""
        if self.of is None:
            return max(0, at - rows + 1)
        used = self.of(at)
        while at and (used := used + self.of(at - 1)) <= rows:
            at -= 1
        return at

    def last_top(self, rows: int) -> int:
        """The lowest scroll position: the end of the list stands at the bottom."""
        return self.first_above(self.items - 1, rows) if self.items else 0

    def top_to_show(self, at: int, top: int, rows: int, *, above: bool) -> int:
        """The scroll position, as near to `top` as can be, from which item `at` is seen whole.

        With `above` the item before it is seen too, where both have room.
        """
        highest = self.first_above(at, rows)
        wanted = at - 1 if above and highest < at else at
        return max(min(top, wanted, self.last_top(rows)), highest)

    def page(self, at: int, rows: int, *, down: bool) -> int:
        """The item one page of so many rows away from item `at`; `at` itself where even the next is further.

        Everything between both is seen with the one, and with the other: a page skips nothing, and the page back leads
        to `at` or beyond it.
        """
        if self.of is None:
            return min(self.items - 1, at + rows) if down else max(0, at - rows)
        step, there, after, before = 1 if down else -1, at, 0, 0
        while 0 <= there + step < self.items:
            after += self.of(there + step)
            before += self.of(there)
            if max(after, before) > rows:
                break
            there += step
        return there

    def in_sight(self, top: int, rows: int) -> list[tuple[int, int]]:
        """What each row shows from a scroll position on: (item, which of its rows)."""
        if self.of is None:
            return [(at, 0) for at in range(top, min(self.items, top + rows))]
        seen: list[tuple[int, int]] = []
        while top < self.items and len(seen) < rows:
            seen += [(top, nth) for nth in range(self.of(top))]
            top += 1
        return seen[:rows]

    def total(self, most: int) -> int:
        """The rows of all items, counted no further than `most`."""
        if self.of is None or self.items >= most:
            return min(most, self.items)
        return min(most, sum(map(self.of, range(self.items))))
