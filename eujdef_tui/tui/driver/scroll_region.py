"""Finds a region of the screen whose lines moved up or down together.

Scrolling that region (DECSTBM, then LF or RI at its edge) leaves only the exposed lines to be written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import ne
from typing import NamedTuple

from eujdef_tui.tui.driver.screen_buffer import Row

__all__ = ["Scroll", "find_scroll"]

MIN_SAVED = 40  # cells a scroll must save to be worth its own bytes (about 20)


class Scroll(NamedTuple):
    """A scroll of lines `top` to `bottom` (from 0, inclusive) up by `lines`, or down where it is negative."""

    top: int
    bottom: int
    lines: int

    @property
    def exposed(self) -> range:
        """The lines that the scroll exposes: their cells must be written."""
        edge = self.bottom + 1 if self.lines > 0 else self.top - self.lines
        return range(edge - abs(self.lines), edge)

    @property
    def sequence(self) -> str:
        """The control sequence. Exposed lines get the current background; terminals differ in where the cursor ends."""
        edge = self.bottom if self.lines > 0 else self.top
        step = "\n" if self.lines > 0 else "\x1bM"
        return f"\x1b[{self.top + 1};{self.bottom + 1}r\x1b[{edge + 1}H{step * abs(self.lines)}\x1b[r"


def _line_text(row: Row) -> str:
    return "".join([character for character, _ in row]).strip()


def find_scroll(shown: Sequence[Row], target: Sequence[Row]) -> Scroll | None:
    """Return the scroll that saves most cells, or None where none saves more than MIN_SAVED."""
    changed = [y for y, row in enumerate(target) if row != shown[y]]
    places: dict[str, list[int]] = {}
    for y in changed:
        places.setdefault(_line_text(shown[y]), []).append(y)
    places.pop("", None)
    votes = Counter(was - y for y in changed for was in places.get(_line_text(target[y]), ()) if was != y)
    best, most = None, MIN_SAVED
    for lines, _ in votes.most_common(2):
        first, last, saved = _best_run(shown, target, lines)
        if not saved:
            continue
        scroll = Scroll(min(first, first + lines), max(last, last + lines), lines)
        for y in scroll.exposed:
            saved -= len(_line_text(target[y])) - _differing_cells(target[y], shown[y])
        if saved > most:
            best, most = scroll, saved
    return best


def _best_run(shown: Sequence[Row], target: Sequence[Row], lines: int) -> tuple[int, int, int]:
    """Return first line, last line and cells saved of the best run of target lines (Kadane's algorithm)."""
    best, start, saved = (0, 0, 0), 0, 0
    for y in range(max(0, -lines), min(len(target), len(target) - lines)):
        if saved <= 0:
            start, saved = y, 0
        saved += _differing_cells(target[y], shown[y]) - _differing_cells(target[y], shown[y + lines])
        best = max(best, (start, y, saved), key=lambda stretch: stretch[2])
    return best


def _differing_cells(row: Row, other: Row) -> int:
    return 0 if row == other else sum(map(ne, row, other))
