"""The meeting card: one fact and its quotes, large enough to read out."""

from __future__ import annotations

from collections.abc import Sequence

from eujdef_tui.model.glyphs import GRADE_MARKS
from eujdef_tui.model.labels import quoted
from eujdef_tui.present.fact_sheet import whole_title
from eujdef_tui.present.meeting_card import card_clock, card_quotes, card_words
from eujdef_tui.store import Base, Row
from eujdef_tui.text.wrap import wrap
from eujdef_tui.tui.widgets.line_view import Piece

__all__ = ["card_lines"]


def card_lines(base: Base, row: Row, width: int) -> Sequence[Sequence[Piece]]:
    """Return the lines of the card, wrapped to a width in cells."""
    lines: list[Sequence[Piece]] = [[], *_wrapped(whole_title(row), width, "title")]
    for words in (*card_words(row.record), *card_clock(base, row.record)):
        lines += _wrapped(words, width, "text")
    for grade, label, quotes in card_quotes(base, row):
        for quote in quotes:
            role = "lit quote" if grade == "verbatim" else "lit inexact"
            lines += [[], *_wrapped(quoted(quote), width, role)]
        lines.append([(f"{GRADE_MARKS.get(grade, '?')} {grade}, {label}", "quiet")])
    return [*lines, []]


def _wrapped(text: str, width: int, role: str) -> list[Sequence[Piece]]:
    return [[(text[start:end], role)] for start, end in wrap(text, max(8, width - 2))]
