"""What stands before and in a figure and makes it another number, or none: -5 percent, ∞ billion, 0x10 billion."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.quantities import Quantity
from eujdef_tui.text.units import CURRENCY_SIGNS, MULTIPLES, UNIT_WORDS

__all__ = ["INFINITE", "unread", "with_minus"]

INFINITE = "∞"
_MINUS = "-\N{MINUS SIGN}"
# What may stand before a minus, and does not before the dash of 5-10 and 5%-10%, or the hyphen of EU-27.
_BEFORE_MINUS = CURRENCY_SIGNS.union(" \t\n\u00a0\u2009\u202f([\"'“‘«:=")
_SIGNS = "".join(sorted(CURRENCY_SIGNS))
# Not m, b and k: behind what is no number one letter may be anything.
_UNITS = "|".join(sorted(word for word in (*MULTIPLES, *UNIT_WORDS) if len(word) > 1 or not word.isascii()))
_UNREAD = lazy_pattern(
    rf"(?:{INFINITE}|(?<![\w.,])(?<!\w-)(?!\d+(?:st|nd|rd|th|s|[gd])\b)\d[\w.,]*)"
    rf"[ \u00a0\u2009\u202f-]?(?:(?:{_UNITS}|per ?cent)s?\b|%)"
    rf"|[{_SIGNS}]\s?(?:{INFINITE}|\d[\w.,]*)",
    re.IGNORECASE,
)


def with_minus(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of a text, below zero where a minus sign stands before them: no dash between two figures."""
    return [_below_zero(one) if _has_minus(text, one.start) else one for one in found]


def _below_zero(one: Quantity) -> Quantity:
    return one._replace(start=one.start - 1, number=-one.number, plain=False)


def _has_minus(text: str, start: int) -> bool:
    if not start or text[start - 1] not in _MINUS:
        return False
    before = text[: start - 1]
    return not before or (before[-1] in _BEFORE_MINUS and not before.rstrip()[-1:].isdigit())


def unread(text: str, told: Container[int]) -> Iterator[tuple[int, int]]:
    """Where a multiple, currency or per cent stands whose number cannot be read; `told`: places of what was read."""
    for found in _UNREAD().finditer(text):
        if not any(place in told for place in range(*found.span())):
            yield found.span()
