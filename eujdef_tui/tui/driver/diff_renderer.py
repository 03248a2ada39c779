"""The diff renderer: the fewest bytes that turn the screen a terminal shows into the next one.

Own code, since Textual repaints whole regions: a cursor move in a list cost 5,902 bytes with its driver and 201 as a
difference of cells. Only sequences that xterm, tmux, screen, the Linux console and mosh share are used: CUP, CUU, CUD,
CUF, CUB, CHA, VPA, CR, LF, BS, SGR, a scrolling region (DECSTBM) and, where the terminal erases to the
current background, EL and ECH (ECMA-48). The terminal must not wrap lines (DECAWM off) nor turn LF into CR LF (OPOST
off).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from operator import ne

from eujdef_tui.tui.driver.screen_buffer import BLANK, Cell, Row, ScreenBuffer
from eujdef_tui.tui.driver.scroll_region import find_scroll
from eujdef_tui.tui.driver.sgr import DEFAULT_STYLE, CellStyle, sgr_between
from eujdef_tui.tui.driver.uncertain_width import Doubt, doubts, is_ambiguous, is_certain, spread

__all__ = ["DiffRenderer", "motion"]

UNKNOWN: Cell = ("\0", DEFAULT_STYLE)  # differs from every cell that can be drawn
MARKS = frozenset(map(chr, range(0x25A0, 0x2600)))  # geometric shapes: ● ○ ▶
LETTERS = frozenset(map(chr, range(33, 127)))
CLEAR = "\x1b[m\x1b[H\x1b[J"  # leaves BLANK everywhere, and the cursor at 0, 0


def _csi(count: int, final: str) -> str:
    return f"\x1b[{'' if count == 1 else count}{final}"


@lru_cache(maxsize=8192)
def motion(y: int, x: int | None, row: int, column: int) -> str:
    """Return the shortest cursor movement from y, x to a row and column.

    All count from 0; x is None where the column is unknown.
    """
    down, right = row - y, column - (x or 0)
    candidates = [f"\x1b[{row + 1};{column + 1}H" if column else _csi(row + 1, "H")]
    vertical = [""] if not down else [_csi(row + 1, "d"), _csi(abs(down), "B" if down > 0 else "A")]
    vertical += ["\n" * down] if down > 0 else []
    horizontal = ["\r" + (_csi(column, "C") if column else ""), _csi(column + 1, "G")]
    if x is not None:
        horizontal += [_csi(right, "C")] if right > 0 else ["\b" * -right, _csi(-right, "D")] if right else [""]
    candidates += ["".join(parts) for parts in product(horizontal, vertical)]
    return min(candidates, key=len)


def _cells_to_write(row: Row, shown: Row, before: list[Doubt], after: list[Doubt]) -> list[bool]:
    """Return for each cell of a row whether it must be written; `before` and `after` are the doubts of the two rows.

    Besides cells that differ it is those that a character of uncertain width covered, or will: a rare cluster is
    written together with all that it may reach. An ambiguous character has only letters beside it written again, and
    where it goes spaces too, since a rule across the screen must not be sent whole for a change at its end.
    """
    write = [*map(ne, row, shown)]
    if not before and not after:
        return write
    halves = [x for x, (character, _) in enumerate(row) if not character]
    count = -1
    while count != (count := sum(write)):
        for doubt in before + after:
            cells = slice(doubt.start, doubt.reach)
            if not doubt.ambiguous and any(write[cells]):
                write[cells] = [True] * (doubt.reach - doubt.start)
        for doubt in before:
            if doubt.ambiguous and doubt not in after:
                _write_beside(row, write, doubt, gone=True)
        for doubt in after:
            if doubt.ambiguous:
                _write_beside(row, write, doubt, gone=False)
        for x in halves:  # the right halves of wide characters
            write[x] = write[x - 1] = write[x] or write[x - 1]
    return write


def _write_beside(row: Row, write: list[bool], run: Doubt, *, gone: bool) -> None:
    """Have cells written that a run of ambiguous characters covered, if it is gone, or its written part may cover."""
    changed = [x for x in range(run.start, run.end) if write[x]]
    if changed:
        reach = run.reach if gone else min(changed[-1] + 1 + len(changed), run.reach)
        for x in range(run.end, reach):
            write[x] |= is_certain(row[x][0]) and (gone or row[x][0] != " ")


class DiffRenderer:
    """Keeps what the terminal shows (cells, cursor, style; None where unknown) and renders differences to it.

    `erases_to_background` says that the terminal erases to the current background (terminfo's `bce`).
    """

    def __init__(self, erases_to_background: bool) -> None:
        self._erases_to_background = erases_to_background
        self.invalidate()

    def invalidate(self) -> None:
        """Treat all that the terminal shows as unknown: the next `render` clears it and writes every cell."""
        self._shown: list[Row] = []
        self._doubts: list[list[Doubt]] = []  # of the rows that are shown
        self._cursor: tuple[int, int | None] | None = None
        self._style: CellStyle | None = None

    def render(self, target: ScreenBuffer) -> str:
        """Return the text to write so that the terminal shows the target cells and cursor; "" if it does already."""
        out: list[str] = []
        if len(self._shown) != target.height or (self._shown and len(self._shown[0]) != target.width):
            out.append(CLEAR)
            self._cursor, self._style = (0, 0), DEFAULT_STYLE
            self._shown = [[BLANK] * target.width for _ in range(target.height)]
            self._doubts = [[] for _ in range(target.height)]
        self._scroll(out, target.rows)
        for y, row in enumerate(target.rows):
            if row != self._shown[y]:
                self._row(out, y, row)
                self._shown[y] = row.copy()
        self._move(out, *target.cursor)
        return "".join(out)

    def _scroll(self, out: list[str], rows: list[Row]) -> None:
        if scroll := find_scroll(self._shown, rows):
            out.append(scroll.sequence)
            self._cursor = None
            span = slice(scroll.top, scroll.bottom + 1)
            part = self._shown[span]
            self._shown[span] = part[scroll.lines :] + part[: scroll.lines]
            doubted = self._doubts[span]
            self._doubts[span] = doubted[scroll.lines :] + doubted[: scroll.lines]
            for y in scroll.exposed:
                self._shown[y] = [UNKNOWN] * len(rows[0])
                self._doubts[y] = []

    def _row(self, out: list[str], y: int, row: Row) -> None:
        before, self._doubts[y] = self._doubts[y], [*doubts(row)]
        write = _cells_to_write(row, self._shown[y], before, self._doubts[y])
        changed = [x for x, differs in enumerate(write) if differs]
        last, done = changed[-1], 0
        for x in changed:
            if x < done:
                continue
            character, style = row[x]
            if character in LETTERS and style is self._style and self._cursor == (y, x):  # most of all cells
                out.append(character)
                done = x + 1
                self._cursor = y, (done if done < len(row) else None)
                continue
            if self._cursor != (y, x):
                self._move_or_rewrite(out, y, x, row)
            if not is_certain(character):
                done = self._uncertain(out, y, x, row, write)
                continue
            if character == " ":
                self._set_style_of_space(out, row, x)
            elif style is not self._style:
                self._set_style(out, style)
            blanks = self._blanks(row, x, last) if character == " " else 0
            if blanks and x + blanks == len(row):
                out.append("\x1b[K")
                done = len(row)
            elif blanks:
                out.append(_csi(blanks, "X"))
                done = x + blanks
            else:
                done = x + (2 if row[x + 1 : x + 2] == [("", style)] else 1)
                out.append(character)
                self._cursor = y, (done if done < len(row) else None)

    def _uncertain(self, out: list[str], y: int, x: int, row: Row, write: list[bool]) -> int:
        """Write the characters of uncertain width from x on, and return the column after what is written.

        A rare cluster's cells are blanked first, with the spaces behind that it may cover; so are those behind a mark
        (● ▶). A terminal that takes fewer cells leaves the others as they were, and one that takes more would lose half
        the character to a space that is written later.
        """
        character, style = row[x]
        end, blank = x + 1, 0
        if is_ambiguous(character):
            while end < len(row) and write[end] and is_ambiguous(row[end][0]):
                end += 1
            reach = end + (character in MARKS)
        else:
            while end < len(row) and not row[end][0]:
                end += 1
            may_be_none = end - x > 1 or character > "\uffff"  # an emoji that the terminal does not know, or rich
            blank, reach = end - x if may_be_none else 0, x + spread(character)
        after = end
        while (
            after < min(reach, len(row)) and write[after] and row[after][0] == " " and style.draws_space(row[after][1])
        ):
            after += 1
        if blank or after > end:
            self._set_style(out, style)
            out.append(" " * (after - x))
            out.append(motion(y, after if after < len(row) else None, y, x))
        for character, style in row[x:end]:
            self._set_style(out, style)
            out.append(character)
        self._cursor = y, None
        return after

    def _blanks(self, row: Row, x: int, last: int) -> int:
        """Return how many cells from x on are shorter to erase than to write as spaces; 0 for none."""
        cell = row[x]
        if not cell[1].blank or (cell[1].background and not self._erases_to_background):
            return 0
        end = x + 1
        while end < len(row) and row[end] == cell:
            end += 1
        if end == len(row):
            return end - x if last - x >= 3 else 0
        end = min(end, last + 1)
        cost = len(_csi(end - x, "X")) + (len(_csi(end - x, "C")) if end <= last else 0)
        return end - x if end - x > cost else 0

    def _move_or_rewrite(self, out: list[str], y: int, x: int, row: Row) -> None:
        """Bring the cursor to y, x: by writing the cells in between again where that is shorter than a movement."""
        if self._cursor and self._cursor[0] == y and self._cursor[1] is not None:
            gap = row[self._cursor[1] : x]
            text = "".join(character for character, _ in gap)
            if (
                gap
                and len(text.encode()) <= len(motion(*self._cursor, y, x))
                and gap[0][0]  # not the right half of a wide character
                and all(is_certain(character) for character, _ in gap)
                and (style := self._style_of_all(gap, row[x][1]))
            ):
                self._set_style(out, style)
                out.append(text)
                self._cursor = y, x
        self._move(out, y, x)

    def _style_of_all(self, cells: Row, next_style: CellStyle) -> CellStyle | None:
        """Return the style, of the current and the next one, in which all these cells can be drawn."""
        for style in (self._style, next_style):
            if style and all(style.draws_space(own) if char == " " else style == own for char, own in cells):
                return style
        return None

    def _set_style_of_space(self, out: list[str], row: Row, x: int) -> None:
        """Leave the style as it is where it draws the space at x, else take that of the text behind it where it may.

        Half of the colours that a move sent were for spaces, in which no colour but the background shows.
        """
        style = row[x][1]
        if self._style and self._style.draws_space(style):
            return
        behind = next((own for character, own in row[x:] if character != " "), style)
        self._set_style(out, behind if behind.draws_space(style) else style)

    def _move(self, out: list[str], y: int, x: int) -> None:
        if self._cursor != (y, x):
            out.append(motion(*self._cursor, y, x) if self._cursor else f"\x1b[{y + 1};{x + 1}H")
            self._cursor = y, x

    def _set_style(self, out: list[str], style: CellStyle) -> None:
        if style != self._style:
            out.append(sgr_between(self._style, style))
            self._style = style
