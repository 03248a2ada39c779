"""The numbers under which a base keeps its records, and their places on the screen.

A base that was compiled has the records under multiples of STEP. A record that an edit adds or moves gets a number
between those of its neighbours, so that all others keep theirs: links, tags and names that tell of them stay as they
are. Outside `store` a record goes by its place, which counts from 1.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["STEP", "Places"]

STEP = 256


class Places:
    """Places by number, and numbers by place. Both are in one order.

    Attributes:
        plain: whether every number is its place times STEP, as it is until an edit adds or moves a record.
        end: a number above all others.
    """

    def __init__(self, count: int, gone: Sequence[int] = (), between: Sequence[int] = ()) -> None:
        """So many records, some with numbers `between` multiples of STEP, where multiples that are `gone` have none."""
        self._gone, self._between = sorted(gone), sorted(between)
        self.plain = not self._gone and not self._between
        self.end = (count + len(self._gone) - len(self._between) + 1) * STEP
        self._places = list(map(self.place, self._between))
        self._kept = [n // STEP - nth for nth, n in enumerate(self._gone, 1)]  # multiples before each that is gone

    @classmethod
    def of(cls, count: int, moved: Iterable[tuple[int, int]]) -> Places:
        """The places of so many records, by the rows of the table `moved`. Raises TypeError or ValueError."""
        found: tuple[list[int], list[int]] = ([], [])
        for n, there in moved:
            found[bool(there)].append(int(n))
        return cls(count, *found)

    def place(self, n: int) -> int:
        """Return the place of the record with a number; of a number that no record has, that of the one before it."""
        if self.plain:
            return n // STEP
        return n // STEP - bisect_right(self._gone, n) + bisect_right(self._between, n)

    def number(self, place: int) -> int:
        """Return the number of the record at a place."""
        if self.plain:
            return place * STEP
        before = bisect_left(self._places, place)
        if before < len(self._places) and self._places[before] == place:
            return self._between[before]
        nth = place - before
        return (nth + bisect_left(self._kept, nth)) * STEP
