"""Promise: what Textual draws becomes the cells a terminal would show, and nothing but cells.

A frame is what Textual writes to paint: a cursor position (CUP) first, then text, SGR, line ends and
further positions. Any other sequence inside a frame has come from the text that is shown (or marks a link,
OSC 8), so it is left out: what is on the screen cannot speak to the terminal.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias

from rich.cells import cell_len

from eujdef_tui.text.ascii_fallback import fitted
from eujdef_tui.tui.driver.sgr import PLAIN, Pen, inked

__all__ = ["BLANK", "Cell", "Grid", "Row", "is_frame"]

# A character with what combines with it, and its pen. The right half of a wide character is "".
Cell: TypeAlias = tuple[str, Pen]
Row: TypeAlias = list[Cell]

BLANK: Cell = (" ", PLAIN)
JOINER = "\u200d"
SYMBOLS = re.compile("[\u2190-\u23ff\u2600-\u2fff\U0001f000-\U0001faff]")  # what a joiner may join to an emoji
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
    """Whether Textual wrote this to paint, and not to talk to the terminal."""
    return FRAME.match(data) is not None


@lru_cache(maxsize=4096)
def _cells(text: str, pen: Pen) -> tuple[str, tuple[Cell, ...]]:
    """What combines with the cell before the text, and the cells of the text.

    Widths are rich's, since Textual laid the text out by them.
    """
    if text.isascii():
        return "", tuple((character, pen) for character in text)
    lead, clusters = "", list[str]()
    for character in text:
        if clusters and (not cell_len(character) or cell_len(clusters[-1] + character) == cell_len(clusters[-1])):
            clusters[-1] += character
        elif cell_len(character):
            clusters.append(character)
        elif character != JOINER:
            lead += character
    halves = ((_whole(cluster), "") if cell_len(cluster) > 1 else (cluster,) for cluster in clusters)
    return lead, tuple((half, pen) for cluster in halves for half in cluster)


def _whole(cluster: str) -> str:
    """A wide character without a joiner that is left of an emoji where its line was cut, and what that swallowed."""
    before, joiner, after = cluster.rpartition(JOINER)
    if not joiner or (after and (after[0].isalnum() or SYMBOLS.match(after))):
        return cluster
    return before


@lru_cache(maxsize=4096)
def _plain_cells(text: str, pen: Pen) -> tuple[str, tuple[Cell, ...]]:
    """The same in ASCII, in as many cells."""
    _, run = _cells(text, pen)
    wide = (not following for following, _ in (*run[1:], BLANK))
    fits = (fitted(cluster, 1 + half) for (cluster, _), half in zip(run, wide, strict=True) if cluster)
    return "", tuple((character, pen) for fit in fits for character in fit)


class Grid:
    """The cells a terminal of `width` by `height` would show, and where its cursor would stand (row, column).

    With `ascii` no cell holds anything else.
    """

    def __init__(self, width: int, height: int, *, ascii: bool = False) -> None:
        self.width, self.height = width, height
        self._cells = _plain_cells if ascii else _cells
        self.rows: list[Row] = [[BLANK] * width for _ in range(height)]
        self.cursor = (0, 0)

    def resize(self, width: int, height: int) -> None:
        """Take a new size. What lies in both stays until it is painted over."""
        rows = [[*row[:width], *[BLANK] * (width - len(row))] for row in self.rows[:height]]
        self.rows = rows + [[BLANK] * width for _ in range(height - len(rows))]
        self.width, self.height = width, height

    def draw(self, frame: str) -> None:
        """Paint a frame over the cells. A part that lies outside the screen is not shown."""
        (y, x), pen = self.cursor, PLAIN
        for token in TOKEN.finditer(frame):
            kind = token.lastgroup
            if kind == "text":
                x = self._put(y, x, *self._cells(token["text"], pen))
            elif kind == "codes":
                pen = inked(pen, token["codes"])
            elif kind == "column":
                y, x = int(token["row"]) - 1, int(token["column"]) - 1
            elif kind == "end":
                y, x = y + 1, 0
        self.cursor = max(0, min(y, self.height - 1)), max(0, min(x, self.width - 1))

    def _put(self, y: int, x: int, lead: str, run: tuple[Cell, ...]) -> int:
        """Paint a run of cells and return the column after it. Half a wide character never stays behind."""
        if not 0 <= y < self.height or not 0 <= x <= self.width:
            return x + len(run)
        row, after = self.rows[y], min(x + len(run), self.width)
        if lead and x:
            head = x - 1 if row[x - 1][0] else x - 2
            row[head] = (row[head][0].removesuffix(lead) + lead, row[head][1])
        if x == after:
            return x + len(run)
        if not row[x][0]:
            row[x - 1] = (" ", row[x - 1][1])
        if after < self.width and not row[after][0]:
            row[after] = (" ", row[after][1])
        row[x:after] = run[: after - x]
        if after - x < len(run) and not run[after - x][0]:
            row[after - 1] = (" ", row[after - 1][1])
        return x + len(run)
