"""What "how …" asks the measure of: the units that measure it, and the nouns that name it.

"How salty is the water" is answered by a salinity, "how fast was the train" by a number of kilometres an hour.
"""

from __future__ import annotations

from collections.abc import Sequence

from eujdef_tui.named_tuple import NamedTuple

__all__ = ["MEASURES", "Measure", "of_adjective", "of_noun"]


class Measure(NamedTuple):
    """The words of the units that measure something, none where any unit may, and the nouns for what is measured."""

    units: tuple[str, ...]
    nouns: tuple[str, ...] = ()


_LENGTH = "km kilometre kilometer metre meter mile foot feet"
_HEIGHT = f"{_LENGTH} centimetre centimeter millimetre millimeter"
_SPAN = "day week month year hour minute second decade"
# Adjectives that say the same, the units and the nouns of their measure.
_TABLE = (
    ("big large small huge", "", "size"),
    ("expensive costly cheap dear", "", "price cost"),
    ("high", f"{_HEIGHT} percent", "height level"),
    ("low", f"{_HEIGHT} percent", "level"),
    ("long", f"{_SPAN} {_LENGTH}", "length duration"),
    ("old", "year", "age"),
    ("young", "year", "age"),
    ("far", _LENGTH, "distance length"),
    ("lasting", _SPAN, "duration"),
    ("deep shallow", _HEIGHT, "depth"),
    ("tall", _HEIGHT, "height"),
    ("wide broad narrow", _HEIGHT, "width breadth"),
    ("thick thin", "metre meter centimetre centimeter millimetre millimeter inch", "thickness"),
    ("fast quick slow", "km/h kilometre kilometer mile mph knot", "speed rate pace"),
    ("heavy light", "tonne ton kg kilogram kilo pound gram", "weight"),
    ("loud noisy quiet", "decibel", "noise"),
    ("hot cold warm cool", "degree", "temperature"),
    ("strong powerful", "", "strength power"),
    ("often frequent", "time day week month year", "frequency"),
    ("late", "hour minute day week month", "delay"),
    ("salty saline", "", "salinity salt"),
    ("dusty", "", "dust"),
    ("dirty polluted", "", "pollution"),
    ("full crowded", "percent", "occupancy load"),
    ("rich wealthy", "", "wealth fortune"),
    ("bright", "", "brightness"),
    ("dense", "", "density"),
    ("steep", "", "slope gradient"),
    ("radioactive", "", "radiation radioactivity"),
    ("acid acidic", "", "acidity"),
    ("wet rainy", "", "rain rainfall"),
    ("humid", "", "humidity"),
    ("windy", "", "wind"),
    ("populous", "", "population inhabitants"),
    ("profitable", "", "profit"),
    ("indebted", "", "debt"),
)
MEASURES = {
    word: Measure(tuple(units.split()), tuple(nouns.split()))
    for words, units, nouns in _TABLE
    for word in words.split()
}
_BY_NOUN = {
    "age": "old", "depth": "deep", "distance": "far", "duration": "lasting", "height": "tall", "length": "far",
    "level": "high", "noise": "loud", "population": "populous", "salinity": "salty", "speed": "fast",
    "temperature": "hot", "thickness": "thick", "weight": "heavy", "width": "wide",
}  # fmt: skip


def of_adjective(words: Sequence[str]) -> Measure | None:
    """The measure that "how …" asks for."""
    asked = words[words.index("how") + 1 :][:1] if "how" in words else ()
    return MEASURES.get(asked[0]) if asked else None


def of_noun(words: Sequence[str]) -> Measure | None:
    """The measure that one of some words names: depth, speed."""
    return next((MEASURES[_BY_NOUN[word]] for word in words if word in _BY_NOUN), None)
