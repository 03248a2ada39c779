"""Numbers that are told as parts and multiples: a fifth of GDP, one euro in twenty, a trillion dollars."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.quantities import Quantity
from eujdef_tui.text.spelt_numbers import NUMBER_WORDS
from eujdef_tui.text.units import MULTIPLES, unit_of

__all__ = ["fractions"]

_PARTS = {
    "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "twelfth": 12, "fifteenth": 15, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100,
}  # fmt: skip
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_FOUND = lazy_pattern(
    rf"\b(?P<count>a|one|two|three|four)[ -](?P<part>{'|'.join(_PARTS)})s?(?= of\b)"
    r"|\bone (?:\w+ )?(?:in|out of)(?: every)? (?P<whole>\w+)\b"
    r"|\ba (?P<size>million|billion|trillion)(?: (?P<unit>\w+))?"
)
_HUNDRED = Decimal(100)
# `lower` makes two characters of İ, and places are off
_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def fractions(text: str) -> Iterator[Quantity]:
    """Yield the parts of a whole in a text as per cent, and "a trillion dollars" as a number."""
    for found in _FOUND().finditer(text.translate(_LOWER)):
        start, end = found.span()
        if found["part"]:
            yield Quantity(start, end, _HUNDRED * _COUNTS[found["count"]] / _PARTS[found["part"]], "pct", False)
        elif found["size"]:
            unit = unit_of(found["unit"] or "")
            yield Quantity(
                start, found.end("unit") if unit else found.end("size"), Decimal(MULTIPLES[found["size"]]), unit, False
            )
        elif whole := _whole(found["whole"]):
            yield Quantity(start, end, _HUNDRED / whole, "pct", False)


def _whole(word: str) -> int:
    """The number that a word is, of 2 or more; 0 for none."""
    number = int(word) if word.isdecimal() and len(word) < 4 else int(NUMBER_WORDS.get(word, 0))
    return number if number > 1 else 0
