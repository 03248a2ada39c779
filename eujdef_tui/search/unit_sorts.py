"""What sort of amount a unit is of, however it is written: `¥`, `£m`, `zł` are money, `mm`, `ft` a length.

The unit of a figure is what somebody wrote. What is not known here is of no sort, and may be of any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from eujdef_tui.search.wanted_amount import is_person, is_plural
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.units import MULTIPLES, unit_of

__all__ = [
    "CURRENCIES",
    "LENGTH",
    "MONEY",
    "RATE",
    "SHARE",
    "SPEED",
    "THINGS",
    "TIME",
    "WEIGHT",
    "are_years",
    "sorts_of",
    "sorts_of_all",
]

MONEY, SHARE, THINGS = "money", "share", "things"
LENGTH, TIME, WEIGHT, SPEED, RATE = "length", "time", "weight", "speed", "rate"
# Currencies that have no code in `text.units`, without the ending of a plural.
CURRENCIES = frozenset(
    "afghani baht birr bolivar cedi cent crown dalasi denar dinar dirham dong dram escudo florin forint gourde guarani "
    "guilder kopeck koruna kuna kwacha kwanza kyat lari lei lek lempira lev leva lira manat mark markka naira pataca "
    "pence penny peso pula quetzal rand reais rial ringgit riyal rupiah schilling shilling taka tenge thaler".split()
)
_CODES = (
    "aed ars aud brl cad clp cop czk egp hkd huf idr ils kč kr kzt mad mxn myr ngn nzd php pkr qar ron rsd sar sgd thb "
    "try twd uzs vnd zar zl zł".split()
)
# Without the ending of a plural.
_TABLE = (
    (LENGTH, "m km cm mm nm µm μm ft foot feet in inch inche yd yard mi mile metre meter fathom furlong league"),
    (LENGTH, "kilometre kilometer centimetre centimeter millimetre millimeter micrometre micron"),
    (TIME, "s sec second min minute h hr hour d day wk week mo month y yr year decade century centurie"),
    (WEIGHT, "t kt mt kg g mg µg lb oz tonne ton kilo kilogram kilogramme gram gramme milligram microgram ounce stone"),
    (SPEED, "kn kt knot mph kph kmh mach"),
    ("temperature", "° ℃ ℉ c f degree celsius fahrenheit kelvin"),
    ("noise", "db dba decibel"),
    ("area", "ha hectare acre sqm sqkm"),
    ("volume", "l dl cl ml hl litre liter gallon pint barrel bbl"),
    ("power", "w kw mw gw tw watt kilowatt megawatt gigawatt terawatt hp horsepower v kv volt"),
    ("energy", "wh kwh mwh gwh twh joule j kj mj kcal calorie"),
    ("frequency", "hz khz mhz ghz hertz"),
    ("pressure", "bar mbar pa hpa kpa psi pascal"),
    (SHARE, "% ‰ percent percentage pct"),
    (MONEY, " ".join(_CODES)),
)
_SORTS = {word: frozenset((sort,)) for sort, spelt in _TABLE for word in spelt.split()}
_SORTS |= {"pound": frozenset((MONEY, WEIGHT)), "kt": frozenset((SPEED, WEIGHT))}
_POWERS = {"square": "area", "sq": "area", "cubic": "volume", "cu": "volume"}
_RAISED = {"2": "area", "²": "area", "3": "volume", "³": "volume"}
_PART = lazy_pattern(r"[^\W\d_]+[²³23]?|[^\w\s.,'’-]")
_EACH = lazy_pattern(r"/|\b(?:per|an?|each|every)\b")
_PER_CENT = lazy_pattern(r"\bper cent\b")
_YEARS = frozenset("y year years yo yr yrs".split())
_SCALED = frozenset(MULTIPLES) | {f"{word}s" for word in MULTIPLES if len(word) > 2}


@lru_cache(maxsize=1_000)  # a base has few units
def sorts_of(unit: str) -> frozenset[str]:
    """The sorts of amount that a unit may be of, or those of several units; none where it is not known."""
    head, *rest = re.split(_EACH(), _PER_CENT().sub("percent", unit.casefold()), maxsplit=1)
    found = _sorts(_PART().findall(head))
    if not rest or found.isdisjoint(_MEASURED) or not (each := _sorts(_PART().findall(rest[0]))):
        return found
    return frozenset((SPEED if LENGTH in found and TIME in each else RATE,))


_MEASURED = frozenset((LENGTH, TIME, WEIGHT, "volume", "energy", "area"))


def _sorts(parts: list[str]) -> frozenset[str]:
    """The sorts of the first part that is known; m and t are units only where no other part is one."""
    units = [part for part in parts if part not in _SCALED] or [part for part in parts[-1:] if part in ("m", "t")]
    return next(filter(None, map(_sort, units)), frozenset())


def _sort(part: str) -> frozenset[str]:
    raised = _RAISED.get(part[-1]) if part[:-1] in _SORTS else _POWERS.get(part)
    if raised:
        return frozenset((raised,))
    forms = (part, part.removesuffix("s"))
    if known := next((_SORTS[word] for word in forms if word in _SORTS), None):
        return known
    for word in forms:
        if word in CURRENCIES or unit_of(word):
            return frozenset((SHARE if unit_of(word) == "pct" else MONEY,))
    return frozenset((THINGS,)) if is_plural(part) or is_person(part) else frozenset()


def sorts_of_all(units: Iterable[str]) -> frozenset[str]:
    """The sorts of several units."""
    return frozenset[str]().union(*map(sorts_of, units))


def are_years(unit: str) -> bool:
    """Whether a unit is of years."""
    return not _YEARS.isdisjoint(_PART().findall(unit.casefold()))
