"""Weights and lengths, whichever unit they are told in: 4 t, 4 tonnes, 4,000 kg; 3 km, 3,000 metres."""

from __future__ import annotations

from decimal import Decimal

from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.quantities import Quantity

__all__ = ["end_of_unit", "measured"]

_SIZES: dict[str, tuple[str, Decimal]] = {
    word: (what, Decimal(size))
    for what, size, words in (
        ("weight", "0.001", "g gram grams gramme grammes"),
        ("weight", "1", "kg kilo kilos kilogram kilograms kilogramme kilogrammes"),
        ("weight", "1000", "t tonne tonnes ton tons"),
        ("length", "0.01", "cm centimetre centimetres centimeter centimeters"),
        ("length", "1", "metre metres meter meters"),
        ("length", "1000", "km kilometre kilometres kilometer kilometers"),
    )
    for word in words.split()
}
# no speed, and nothing for each of another: km/h, tonnes per year, a kilometre an hour
_WORDS = "|".join(sorted(_SIZES, key=len, reverse=True))
_UNIT = lazy_pattern(rf"[ \u00a0\u2009\u202f-]?({_WORDS})\b(?! ?/| per\b| an? (?:hour|day|year))")
_TRILLION = lazy_pattern(r"[ \u00a0\u2009\u202f]t")
_OF_T = Decimal(10**12)


def measured(text: str, one: Quantity) -> tuple[str, Decimal] | None:
    """What a number of a text measures, and how much in the unit of that; None for another number."""
    if one.unit:
        return None
    if _is_tonne(text, one):
        return "weight", one.number / _OF_T * 1000
    if not (found := _UNIT().match(text, one.end)):
        return None
    what, size = _SIZES[found[1]]
    return what, one.number * size


def end_of_unit(text: str, one: Quantity) -> int:
    """Where the unit of a number ends, or the number where it measures nothing."""
    found = None if one.unit or _is_tonne(text, one) else _UNIT().match(text, one.end)
    return found.end() if found else one.end


def _is_tonne(text: str, one: Quantity) -> bool:
    """Whether a "t" apart from a number without a currency, read as its multiple, is a tonne: 4 t."""
    return not one.plain and _TRILLION().fullmatch(text, one.end - 2, one.end) is not None
