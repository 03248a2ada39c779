"""The help: what each key does (from the one key table), how to search, what the marks mean."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from eujdef_tui.model.glyphs import GRADE_MARKS, OUTSIDE, STATUS_MARKS
from eujdef_tui.search.query import FIELDS, HAS, IS
from eujdef_tui.text.wrap import wrap
from eujdef_tui.tui.key_bindings import KEYS
from eujdef_tui.tui.widgets.line_view import Piece

__all__ = ["help_lines"]

_EXAMPLES = (
    ("kalas manila", "all words, misspelt or cut short; order does not matter"),
    ('"high-tech arena"', "these words in a row"),
    ("!korea", "not this"),
    ("2024   mar 2019", "a date: what overlaps it"),
)


def help_lines(width: int) -> Sequence[Sequence[Piece]]:
    """Return the lines of the help, wrapped to a width in cells."""
    lines: list[list[Piece]] = []
    for group, keys in groupby(KEYS, key=lambda key: key.group):
        lines += [[], [(group, "heading")]]
        for key in keys:
            lines += _entry(key.shown, key.does, width)
    lines += [[], [("Searching", "heading")]]
    for typed, means in _EXAMPLES:
        lines += _entry(typed, means, width)
    for field, means in FIELDS.items():
        allowed = {"is": ", ".join(IS), "has": ", ".join(HAS)}.get(field, means)
        lines += _entry(f"{field}:", allowed, width)
    lines += [[], [("Marks", "heading")]]
    for mark, means in (
        *((mark, f"event {status}") for status, mark in STATUS_MARKS.items()),
        *((mark, f"quote {grade}") for grade, mark in GRADE_MARKS.items()),
        ("~", "before a date: about"),
        ("# “", "a figure, a statement"),
        ("★", "marked"),
        ("≠", "another fact differs: see the tension on its sheet"),
        (OUTSIDE, "knowledge from outside the articles"),
        ("┃", "the sentence supports the picked fact"),
        ("╎", "other facts rest on the sentence"),
    ):
        lines += _entry(mark, means, width)
    return lines[1:]


def _entry(left: str, right: str, width: int) -> list[list[Piece]]:
    column = 19
    cuts = wrap(right, max(10, width - column - 2))
    lines: list[list[Piece]] = [[(f" {left:<{column - 1}}", "key"), (right[cuts[0][0] : cuts[0][1]], "text")]]
    lines += [[(" " * column, "text"), (right[start:end], "text")] for start, end in cuts[1:]]
    return lines
