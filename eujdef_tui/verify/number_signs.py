"""What stands before and in a figure and makes it another number, or none: -5 percent, ∞ billion, 0x10 billion."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.quantities import Quantity

__all__ = ["unread", "with_minus"]

_MINUS = "-\N{MINUS SIGN}"
_BEFORE_MINUS = frozenset(" \t\n\u00a0\u2009\u202f([\"'“‘«:=$€£¥")  # of 5-10, EU-27 and 5%-10% none stands there
_UNITS = (
    r"(?:hundred|thousand|(?:m|b|tr)illion|[mbt]n|per ?cent|euros?|dollars?|yen|pounds?|yuan|won|rubles?|roubles?"
    r"|rupees?)s?\b|%"
)
_UNREAD = lazy_pattern(
    rf"(?:∞|(?<![\w.,])(?<!\w-)(?!\d+(?:st|nd|rd|th|s|[gGdD])\b)\d[\w.,]*)[ \u00a0\u2009\u202f-]?(?:{_UNITS})"
    r"|[$€£¥]\s?(?:∞|\d[\w.,]*)"
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
