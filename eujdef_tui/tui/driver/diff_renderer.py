"""Promise: a terminal that shows one grid shows another after the fewest bytes we know how to send.

Only what xterm, tmux, screen, the Linux console and mosh have in common is used: CUP, CUU, CUD, CUF, CUB,
CHA, VPA, CR, LF, BS, SGR, a scrolling region (DECSTBM) and, where erasing leaves the background of the
pen, EL and ECH (ECMA-48). The terminal must not wrap lines (DECAWM off), nor turn LF into CR LF (OPOST off).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from operator import ne

from eujdef_tui.tui.driver.screen_buffer import Cell, Grid, Row
from eujdef_tui.tui.driver.scroll_region import scrolled
from eujdef_tui.tui.driver.sgr import PLAIN, Pen, change

__all__ = ["Painter", "motion"]

UNKNOWN: Cell = ("\0", PLAIN)  # equal to no cell that can be wanted


def _csi(count: int, final: str) -> str:
    return f"\x1b[{'' if count == 1 else count}{final}"


@lru_cache(maxsize=8192)
def motion(y: int, x: int | None, row: int, column: int) -> str:
    """The shortest way for the cursor from y, x (None: some column of that row) to a row and column."""
    down, right = row - y, column - (x or 0)
    ways = [f"\x1b[{row + 1};{column + 1}H" if column else _csi(row + 1, "H")]
    vertical = [""] if not down else [_csi(row + 1, "d"), _csi(abs(down), "B" if down > 0 else "A")]
    vertical += ["\n" * down] if down > 0 else []
    horizontal = ["\r" + (_csi(column, "C") if column else ""), _csi(column + 1, "G")]
    if x is not None:
        horizontal += [_csi(right, "C")] if right > 0 else ["\b" * -right, _csi(-right, "D")] if right else [""]
    ways += ["".join(way) for way in product(horizontal, vertical)]
    return min(ways, key=len)


def _certain(character: str) -> bool:
    """Whether every terminal gives the character the width we do; emoji and what combines differ among them."""
    return len(character) < 2 and character <= "\uffff"


class Painter:
    """What a terminal shows: its cells, its cursor (row, column) and its pen, each None where not known.

    `erases` says that the terminal erases to the background of the pen (terminfo's `bce`).
    """

    def __init__(self, erases: bool) -> None:
        self._erases = erases
        self.forget()

    def forget(self) -> None:
        """Take nothing the terminal shows for known: the next paint writes every cell."""
        self._shown: list[Row] = []
        self._cursor: tuple[int, int | None] | None = None
        self._pen: Pen | None = None

    def paint(self, wanted: Grid) -> str:
        """The bytes (as text) after which the terminal shows the wanted cells and cursor. "" when it does."""
        if len(self._shown) != wanted.height or (self._shown and len(self._shown[0]) != wanted.width):
            self.forget()
            self._shown = [[UNKNOWN] * wanted.width for _ in range(wanted.height)]
        out: list[str] = []
        self._scroll(out, wanted.rows)
        for y, row in enumerate(wanted.rows):
            if row != self._shown[y]:
                self._row(out, y, row)
                self._shown[y] = row.copy()
        self._move(out, *wanted.cursor)
        return "".join(out)

    def _scroll(self, out: list[str], rows: list[Row]) -> None:
        if scroll := scrolled(self._shown, rows):
            out.append(scroll.text)
            self._cursor = None
            span = slice(scroll.top, scroll.bottom + 1)
            part = self._shown[span]
            self._shown[span] = part[scroll.lines :] + part[: scroll.lines]
            for y in scroll.came:
                self._shown[y] = [UNKNOWN] * len(rows[0])

    def _row(self, out: list[str], y: int, row: Row) -> None:
        shown = self._shown[y]
        changed = [x for x, differs in enumerate(map(ne, row, shown)) if differs]
        last, done = changed[-1], 0
        for x in changed:
            if x < done:
                continue
            character, pen = row[x]
            if self._cursor != (y, x):
                self._approach(out, y, x, row)
            if pen is not self._pen:
                self._ink(out, pen)
            blanks = self._blanks(row, x, last) if character == " " else 0
            if blanks and x + blanks == len(row):
                out.append("\x1b[K")
                done = len(row)
            elif blanks:
                out.append(_csi(blanks, "X"))
                done = x + blanks
            else:
                done = x + (2 if row[x + 1 : x + 2] == [("", pen)] else 1)
                out.append(character)
                self._cursor = y, (done if _certain(character) and done < len(row) else None)

    def _blanks(self, row: Row, x: int, last: int) -> int:
        """How many cells from x on it pays to erase; 0 when spaces are shorter."""
        cell = row[x]
        if not cell[1].blank or (cell[1].paper and not self._erases):
            return 0
        end = x + 1
        while end < len(row) and row[end] == cell:
            end += 1
        if end == len(row):
            return end - x if last - x >= 3 else 0
        end = min(end, last + 1)
        cost = len(_csi(end - x, "X")) + (len(_csi(end - x, "C")) if end <= last else 0)
        return end - x if end - x > cost else 0

    def _approach(self, out: list[str], y: int, x: int, row: Row) -> None:
        """Bring the cursor to y, x: by writing again what lies between where that is shorter than to move."""
        if self._cursor and self._cursor[0] == y and self._cursor[1] is not None:
            gap = row[self._cursor[1] : x]
            text = "".join(character for character, _ in gap)
            pens = {pen for _, pen in gap}
            if (
                len(pens) == 1
                and pens <= {self._pen, row[x][1]}
                and len(text.encode()) <= len(motion(*self._cursor, y, x))
                and gap[0][0]  # not the right half of a wide character
                and all(_certain(character) for character, _ in gap)
            ):
                self._ink(out, *pens)
                out.append(text)
                self._cursor = y, x
        self._move(out, y, x)

    def _move(self, out: list[str], y: int, x: int) -> None:
        if self._cursor != (y, x):
            out.append(motion(*self._cursor, y, x) if self._cursor else f"\x1b[{y + 1};{x + 1}H")
            self._cursor = y, x

    def _ink(self, out: list[str], pen: Pen) -> None:
        if pen != self._pen:
            out.append(change(self._pen, pen))
            self._pen = pen
