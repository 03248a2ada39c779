"""The screen buffer: frames that Textual writes become a grid of cells.

A frame is what Textual writes to draw: a cursor position (CUP) first, then text, SGR, line ends and further positions.
Any other sequence inside a frame comes from the text that is shown (or marks a link, OSC 8) and is dropped, so that
shown text cannot control the terminal.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias

from rich.cells import cell_len

from eujdef_tui.text.ascii_fallback import fitted
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.tui.driver.sgr import DEFAULT_STYLE, CellStyle, apply_sgr

__all__ = ["BLANK", "JOINER", "Cell", "Row", "ScreenBuffer", "clusters", "is_frame"]

# A character with its combining marks, and its style (`of_space` for a space). The right half of a wide one is "".
Cell: TypeAlias = tuple[str, CellStyle]
Row: TypeAlias = list[Cell]

BLANK: Cell = (" ", DEFAULT_STYLE)
JOINER = "\u200d"
_SYMBOLS = lazy_pattern("[\u2190-\u23ff\u2600-\u2fff\U0001f000-\U0001faff]")  # a joiner may join them to an emoji
FRAME = re.compile(r"\n*\x1b\[\d+;\d+H")
TOKEN = re.compile(
    r"""\x1b\[(?P<row>\d+);(?P<column>\d+)H
      | \x1b\[(?P<codes>[\d;]*)m
      | (?P<text>[^\x00-\x1f\x7f-\x9f]+)
      | (?P<end>\r?\n)
      | (?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]
      | \x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?
      | \x1b[ -/]*[0-~]
      | .""",
    re.VERBOSE | re.DOTALL,
)


def is_frame(data: str) -> bool:
    """Return whether Textual wrote this to draw (a frame), not to control the terminal."""
    return FRAME.match(data) is not None


def clusters(text: str) -> tuple[str, list[str]]:
    """Return the marks that combine with what stands before a text, and its characters, each with its marks."""
    lead, whole = "", list[str]()
    for character in text:
        if whole and (not cell_len(character) or cell_len(whole[-1] + character) == cell_len(whole[-1])):
            whole[-1] += character
        elif cell_len(character):
            whole.append(character)
        elif character != JOINER:
            lead += character
    return lead, whole


@lru_cache(maxsize=4096)
def _cells(text: str, style: CellStyle) -> tuple[str, tuple[Cell, ...]]:
    """Return the marks that combine with the cell before the text, and the cells of the text.

    Widths are those of `rich.cells`, since Textual laid the text out by them.
    """
    space: Cell = (" ", style.of_space)
    if text.isascii():
        return "", tuple(space if character == " " else (character, style) for character in text)
    lead, whole = clusters(text)
    halves = ((_without_dangling_joiner(cluster), "") if cell_len(cluster) > 1 else (cluster,) for cluster in whole)
    return lead, tuple(space if half == " " else (half, style) for cluster in halves for half in cluster)


def _without_dangling_joiner(cluster: str) -> str:
    """Return a cluster without a trailing joiner, which is left where a line was cut inside an emoji sequence."""
    before, joiner, after = cluster.rpartition(JOINER)
    if not joiner or (after and (after[0].isalnum() or _SYMBOLS().match(after))):
        return cluster
    return before


@lru_cache(maxsize=4096)
def _plain_cells(text: str, style: CellStyle) -> tuple[str, tuple[Cell, ...]]:
    """Return what `_cells` returns, in ASCII and in as many cells."""
    _, run = _cells(text, style)
    wide = (not following for following, _ in (*run[1:], BLANK))
    fits = (fitted(cluster, 1 + half) for (cluster, _), half in zip(run, wide, strict=True) if cluster)
    space: Cell = (" ", style.of_space)
    return "", tuple(space if character == " " else (character, style) for fit in fits for character in fit)


class ScreenBuffer:
    """The cells of a terminal of `width` × `height`, and the cursor (row, column), both from 0.

    With `ascii` every cell is ASCII.
    """

    def __init__(self, width: int, height: int, *, ascii: bool = False) -> None:
        self.width, self.height = width, height
        self._cells = _plain_cells if ascii else _cells
        self.rows: list[Row] = [[BLANK] * width for _ in range(height)]
        self.cursor = (0, 0)

    def resize(self, width: int, height: int) -> None:
        """Change the size. Cells inside both sizes stay until they are drawn over."""
        rows = [[*row[:width], *[BLANK] * (width - len(row))] for row in self.rows[:height]]
        self.rows = rows + [[BLANK] * width for _ in range(height - len(rows))]
        self.width, self.height = width, height

    def draw(self, frame: str) -> None:
        """Draw a frame over the cells. Parts outside the screen are clipped."""
        (y, x), style = self.cursor, DEFAULT_STYLE
        for token in TOKEN.finditer(frame):
            kind = token.lastgroup
            if kind == "text":
                x = self._put(y, x, *self._cells(token["text"], style))
            elif kind == "codes":
                style = apply_sgr(style, token["codes"])
            elif kind == "column":
                y, x = int(token["row"]) - 1, int(token["column"]) - 1
            elif kind == "end":
                y, x = y + 1, 0
        self.cursor = max(0, min(y, self.height - 1)), max(0, min(x, self.width - 1))

    def _put(self, y: int, x: int, lead: str, run: tuple[Cell, ...]) -> int:
        """Write a run of cells and return the column after it. A wide character that is half covered becomes blank."""
        if not 0 <= y < self.height or not 0 <= x <= self.width:
            return x + len(run)
        row, after = self.rows[y], min(x + len(run), self.width)
        if lead and x:
            head = x - 1 if row[x - 1][0] else x - 2
            row[head] = (row[head][0].removesuffix(lead) + lead, row[head][1])
        if x == after:
            return x + len(run)
        if not row[x][0]:
            row[x - 1] = (" ", row[x - 1][1].of_space)
        if after < self.width and not row[after][0]:
            row[after] = (" ", row[after][1].of_space)
        row[x:after] = run[: after - x]
        if after - x < len(run) and not run[after - x][0]:
            row[after - 1] = (" ", row[after - 1][1].of_space)
        return x + len(run)
