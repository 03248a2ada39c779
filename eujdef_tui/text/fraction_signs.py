"""Read numbers with a sign that is a fraction: 3½, ⅔.

Folding writes such a sign as two numbers (Unicode's NFKD makes 1⁄2 of ½). So the tokens of "3½" are 31 and 2, and both
stand where the sign stands.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.tokens import Word

__all__ = ["FRACTION_SIGN", "SIGNS", "fraction", "is_made_by_sign", "value_of"]

SIGNS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞↉"
FRACTION_SIGN = lazy_pattern(f"[{SIGNS}]")
_SLASH = "\u2044"
_GLUED = lazy_pattern(r"\d+([a-z]+|%)?")  # the denominator, and what is written behind the sign: ½bn


def fraction(text: str, tokens: Sequence[Word], place: int) -> tuple[Decimal, int, str] | None:
    """The number whose fraction is the last character of a token; the token behind it; what is glued to the sign.

    None where there is none.
    """
    start, end, _ = tokens[place]
    sign, whole = text[end - 1], text[start : end - 1]
    if sign not in SIGNS or place + 1 >= len(tokens) or tokens[place + 1].start != end - 1:
        return None
    if not (whole.isdecimal() or not whole) or not (found := _GLUED().fullmatch(tokens[place + 1].folded)):
        return None
    return Decimal(whole or 0) + value_of(sign), place + 2, found[1] or ""


def value_of(sign: str) -> Decimal:
    """The number that a sign stands for: of ⅓ as many threes as Decimal has."""
    above, below = unicodedata.normalize("NFKD", sign).split(_SLASH)
    return Decimal(above) / Decimal(below)


def is_made_by_sign(text: str, token: Word) -> bool:
    """Whether a token has figures that are written in the text as a sign."""
    return text[token.start] in SIGNS or text[token.end - 1] in SIGNS
