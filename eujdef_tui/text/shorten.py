"""Cut a text to a width in cells at a word, with an ellipsis, and never inside a date."""

from __future__ import annotations

import re

from rich.cells import cell_len, set_cell_size

from eujdef_tui.text.lazy_regex import lazy_pattern

__all__ = ["shorten"]

_CHUNK = re.compile(r"[^ \u3000]+[ \u3000]*|[ \u3000]+")  # a word with the spaces after it
# a date in English, with all that belongs to it: a cut inside would leave another date
_DATE = lazy_pattern(
    r"(?:\b(?:by|about|early|mid|late|spring|summer|autumn|winter) +|~)*(?:\b\d{1,2}(?:–\d{1,2})? +)?"
    r"(?:\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* +(?:\d{1,2}, +)?)?\b\d{4}\b"
)


def shorten(text: str, width: int) -> str:
    """The text in at most `width` cells, cut at a word and with an ellipsis where it was cut; never inside a date.

    Inside a word it is cut only where the first one is wider than half of the room (scripts without spaces are).
    """
    if cell_len(text) <= width:
        return text
    if width < 2:
        return "…" * max(0, width)
    cut = used = 0
    for found in _CHUNK.finditer(text):
        word = found[0].rstrip(" \u3000")
        if used + cell_len(word) >= width:
            break
        used += cell_len(found[0])
        cut = found.start() + len(word)
    dated = next((date.start() for date in _DATE().finditer(text) if date.start() < cut < date.end()), cut)
    if dated == cut and 2 * used < width:
        return set_cell_size(text, width - 1).rstrip().rstrip("\u200d") + "…"
    return text[:dated].rstrip(" \u3000,;:–—-") + "…"
