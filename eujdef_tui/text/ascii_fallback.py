"""ASCII replacements for characters, in the same number of cells; different marks stay different.

No replacement is a quotation mark ("), a comma or another character with a meaning in JSON, CSV or BibTeX: output in
one of these formats stays valid. `anyascii` alone would not do: it gives ● and ○ one replacement (*), “ the mark that
JSON and CSV reserve, and spells out scripts at any width, which are "?" here.
"""

from __future__ import annotations

import codecs
import unicodedata
from functools import lru_cache

from eujdef_tui.text.unicode import fold

__all__ = ["ERRORS", "fitted", "stand_in"]

ERRORS = "eujdef-ascii"  # the name of the error handler for streams whose encoding lacks a character

_PAIRS = """
    ●* ○o ◎O ◌. ★+ ✓v ≈= ↔< ✗x ≠! †^ ▤[ §S ¶P ▌> ▶> ┃| ╎: ·- •- →> ←< ↑^ ↓v ×x …. –- —- −-
    ▁_ ▂: ▃; ▄= ▅+ ▆I ▇H █#
    “' ”' „' «' »' ‘' ’' ‚' ‹' ›' 🔎/
"""
_MARKS = {pair[0]: pair[1] for pair in _PAIRS.split()} | {"€": "EUR", "£": "GBP", "¥": "JPY", "\xa0": " "}


@lru_cache(maxsize=4096)
def stand_in(cluster: str) -> str:
    """Return the ASCII for a character with the marks on it: one or more characters, "" for a mark alone.

    Letters lose their accents (é, ø, ß); a script of its own is never spelled out: "?".
    """
    first = cluster[0]
    if first.isascii():
        return first
    if first in _MARKS:
        return _MARKS[first]
    if "\u2500" <= first <= "\u259f":
        return _line(unicodedata.name(first))
    if unicodedata.category(first)[0] == "M":
        return ""
    folded = fold(cluster)
    if not folded.isascii() or not folded.isalnum():
        return "?"
    return folded.upper() if first.isupper() else folded


def _line(name: str) -> str:
    """A line of a box or an edge of a block, by its Unicode name."""
    words = set(name.split())
    if words & {"VERTICAL", "LEFT", "RIGHT"} and not words & {"HORIZONTAL", "UP", "DOWN", "UPPER", "LOWER"}:
        return "|"
    if words & {"HORIZONTAL", "UPPER", "LOWER"} and not words & {"VERTICAL", "UP", "DOWN", "LEFT", "RIGHT"}:
        return "=" if "HEAVY" in words or "DOUBLE" in words else "-"
    return "+" if "BOX" in words else "#"


@lru_cache(maxsize=4096)
def fitted(cluster: str, width: int) -> str:
    """Return the replacement in exactly `width` cells. A word is cut; a number that is cut would be another."""
    found = stand_in(cluster)
    if len(found) > width and not found.isalpha():
        found = "?"
    return "?" * width if found in ("", "?") else f"{found:<{width}}"[:width]


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(stand_in, error.object[error.start : error.end])), error.end


codecs.register_error(ERRORS, _replace)
