"""The help of a review: every key by what it is for, and the marks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from eujdef_tui.text.wrap import wrap
from eujdef_tui.tui.overlays.modals import Sheet
from eujdef_tui.tui.review_keys import KEYS
from eujdef_tui.tui.widgets.line_view import Piece

__all__ = ["help_lines", "help_sheet"]

_COLUMN = 7
_MARKS = (
    ("·", "open"), ("✓", "kept"), ("/", "dropped"), ("!", "look at it: it is kept only by a of its own"),
    ("×", "refused: it says why, and is kept only once it passes"), ("–", "a sentence without a fact; a known name"),
    ("┃", "the sentence; bold the quote in it. Underlined: words that the sentence does not have"),
)  # fmt: skip


def help_sheet() -> Sheet:
    """The help as a page to read."""
    return Sheet("Help: review", help_lines)


def help_lines(width: int) -> Sequence[Sequence[Piece]]:
    """The keys and marks, wrapped to a width in cells."""
    groups = groupby((key for key in KEYS if key.does), key=lambda key: key.group)
    parts = [(group.lower(), [(key.shown, key.does) for key in keys]) for group, keys in groups]
    lines: list[list[Piece]] = []
    for title, rows in (*parts, ("marks", _MARKS)):
        lines.append([(title, "quiet")])
        for left, right in rows:
            first = f"{left:<{_COLUMN}}"
            for start, end in wrap(right, max(10, width - _COLUMN)):
                lines.append([(first, "key"), (right[start:end].rstrip(), "text")])
                first = " " * _COLUMN
    return lines
