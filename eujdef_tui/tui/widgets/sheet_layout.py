"""Lay out a sheet at a width: wrap its lines, put labels in a column or above, and say where each link stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len

from eujdef_tui.present.sheet_lines import LABEL_WIDTH, Line, Part
from eujdef_tui.text.wrap import wrap

__all__ = ["LaidLine", "Link", "lay_out"]

_LEAST = 8  # cells that words get at least
_BELOW = 2  # cells by which words are indented below their label


class LaidLine(NamedTuple):
    """A line as it stands on the screen: its label, how far its words are indented, and its parts.

    Each part comes with the place of its link on the sheet, or -1.
    """

    label: str
    indent: int
    parts: tuple[tuple[Part, int], ...] = ()


class Link(NamedTuple):
    """A link of a sheet: the number of the record that it leads to, and the line that its first word stands on."""

    n: int
    line: int


def lay_out(sheet: Sequence[Line], width: int, *, above: bool) -> tuple[list[LaidLine], list[Link]]:
    """Return the lines of a sheet in `width` cells, and its links in order.

    One cell is left free on either side. With `above`, for a narrow terminal, each label stands above its lines.
    """
    lines: list[LaidLine] = []
    links: list[Link] = []
    sides = _side_width([line for line in sheet if line.side], width)
    for line in sheet:
        column = _BELOW if above else sides if line.side else LABEL_WIDTH
        label = line.label
        if label and (above or cell_len(label) >= column):  # too long for its column: it gets a line of its own
            lines.append(LaidLine(label, 1))
            label = ""
        wrapped = list(_wrapped(line, max(_LEAST, width - column - 2)))
        places: dict[int, int] = {}  # of its links by part
        for nth, (_, pieces) in enumerate(wrapped):
            for part, place in pieces:
                if part.link and place not in places:
                    places[place] = len(links)
                    links.append(Link(part.link, len(lines) + nth))
        for hang, pieces in wrapped:
            laid = tuple((part, places.get(place, -1)) for part, place in pieces)
            lines.append(LaidLine(label, column + 1 + hang, laid))
            label = ""
    return lines, links


def _side_width(sides: Sequence[Line], width: int) -> int:
    """Return the width of the column for the sides of a tension: that of all labels while it leaves room for words."""
    widest = max((cell_len(line.label) for line in sides), default=0) + 2
    return widest if LABEL_WIDTH < widest <= 0.4 * width else LABEL_WIDTH


_Pieces = list[tuple[Part, int]]  # each with the place of its part in the line


def _wrapped(line: Line, width: int) -> Iterator[tuple[int, _Pieces]]:
    """Yield each wrapped line: its hang, and its pieces."""
    text = "".join(part.text for part in line.parts)
    offsets = [0, *accumulate(len(part.text) for part in line.parts)]
    place = 0  # the first part that may reach into the line
    for hang, start, end in _breaks(line, text, offsets, width):
        pieces: _Pieces = []
        while place < len(line.parts):
            part, low, high = line.parts[place], max(start, offsets[place]), min(end, offsets[place + 1])
            if low < high:
                pieces.append((Part(text[low:high], part.role, part.link), place))
            if offsets[place + 1] >= end:
                break
            place += 1
        yield hang, pieces


def _breaks(line: Line, text: str, offsets: list[int], width: int) -> Iterator[tuple[int, int, int]]:
    """Yield (hang, start, end) of each wrapped line."""
    for start, end in _runs(line, text, offsets, width):
        first, *rest = wrap(text, width, start, end)
        yield 0, *first
        if rest:
            hang = min(line.hang, width // 2)
            yield from ((hang, *span) for span in wrap(text, width - hang, rest[0][0], end))


def _runs(line: Line, text: str, offsets: list[int], width: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of all of a line; of a line of steps, of those that fit in one line together."""
    begins = [offsets[place] for place, part in enumerate(line.parts) if line.steps and "mark" in part.role.split()]
    begun = 0
    for start, end in zip(begins, [*begins[1:], len(text)], strict=False):
        if start > begun and cell_len(text[begun:end].rstrip()) > width:
            yield begun, start
            begun = start
    yield begun, len(text)
