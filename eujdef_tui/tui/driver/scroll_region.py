"""Promise: where the lines of a part of the screen have moved up or down, that part is found.

Scrolling it (DECSTBM, then LF or RI at its edge) leaves only the lines that came in to be written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import ne
from typing import NamedTuple

from eujdef_tui.tui.driver.screen_buffer import Row

__all__ = ["Scroll", "scrolled"]

WORTH = 40  # cells a scroll must save; under this it is not worth its own bytes


class Scroll(NamedTuple):
    """Lines `top` to `bottom` (from 0, both included) move up by `lines`, or down where it is negative."""

    top: int
    bottom: int
    lines: int

    @property
    def came(self) -> range:
        """The lines whose cells came in from outside: they must be written."""
        edge = self.bottom + 1 if self.lines > 0 else self.top - self.lines
        return range(edge - abs(self.lines), edge)

    @property
    def text(self) -> str:
        """The bytes that scroll. The pen fills what comes in; where the cursor is left differs by terminal."""
        edge = self.bottom if self.lines > 0 else self.top
        step = "\n" if self.lines > 0 else "\x1bM"
        return f"\x1b[{self.top + 1};{self.bottom + 1}r\x1b[{edge + 1}H{step * abs(self.lines)}\x1b[r"


def _line(row: Row) -> str:
    return "".join([character for character, _ in row]).strip()


def scrolled(shown: Sequence[Row], wanted: Sequence[Row]) -> Scroll | None:
    """The scroll that saves most, or None where none is worth it."""
    changed = [y for y, row in enumerate(wanted) if row != shown[y]]
    places: dict[str, list[int]] = {}
    for y in changed:
        places.setdefault(_line(shown[y]), []).append(y)
    places.pop("", None)
    votes = Counter(was - y for y in changed for was in places.get(_line(wanted[y]), ()) if was != y)
    best, most = None, WORTH
    for lines, _ in votes.most_common(2):
        first, last, saved = _stretch(shown, wanted, lines)
        if not saved:
            continue
        scroll = Scroll(min(first, first + lines), max(last, last + lines), lines)
        for y in scroll.came:
            saved -= len(_line(wanted[y])) - _unlike(wanted[y], shown[y])
        if saved > most:
            best, most = scroll, saved
    return best


def _stretch(shown: Sequence[Row], wanted: Sequence[Row], lines: int) -> tuple[int, int, int]:
    """The stretch of wanted lines for which the scroll saves most cells, and how many (Kadane)."""
    best, start, saved = (0, 0, 0), 0, 0
    for y in range(max(0, -lines), min(len(wanted), len(wanted) - lines)):
        if saved <= 0:
            start, saved = y, 0
        saved += _unlike(wanted[y], shown[y]) - _unlike(wanted[y], shown[y + lines])
        best = max(best, (start, y, saved), key=lambda stretch: stretch[2])
    return best


def _unlike(row: Row, other: Row) -> int:
    return 0 if row == other else sum(map(ne, row, other))
