"""Words and signs that stand for a multiple or a unit, and what else may belong to a number."""

from __future__ import annotations

from eujdef_tui.text.spelt_numbers import SPELT_MULTIPLES

__all__ = [
    "ADJECTIVE_ENDINGS",
    "CURRENCY_SIGNS",
    "FOLLOWING",
    "FULL_MULTIPLES",
    "LONGEST_CODE",
    "MULTIPLES",
    "RANGE_WORDS",
    "UNITS",
    "UNIT_SIGNS",
    "UNIT_WORDS",
    "UNSPACED",
    "unit_of",
]

MULTIPLES = {
    **SPELT_MULTIPLES,
    "k": 10**3,
    **dict.fromkeys(("m", "mn", "mil", "mio", "mln"), 10**6),
    **dict.fromkeys(("b", "bn", "bil", "bln"), 10**9),
    **dict.fromkeys(("t", "tn", "tr", "trn", "tril", "trln"), 10**12),
}
FULL_MULTIPLES = tuple(word for word in SPELT_MULTIPLES if word != "hundred")
# Multiples and currencies of Japanese and Chinese: 9兆円.
UNSPACED = {"万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}

UNITS = {
    word: unit
    for unit, spelt in (
        ("pct", "% percent pct percentage"),
        ("usd", "$ usd dollar dollars"),
        ("eur", "€ eur euro euros"),
        ("jpy", "¥ jpy yen 円"),
        ("gbp", "£ gbp pound pounds sterling quid"),
        ("cny", "cny rmb yuan renminbi 元"),
        ("krw", "₩ krw won"),
        ("inr", "₹ inr rs rupee rupees"),
        ("rub", "₽ rub rouble roubles ruble rubles"),
        ("chf", "chf franc francs"),
        ("nok", "nok sek dkk krone kroner krona kronor"),
        ("pln", "pln zloty zlotys"),
        ("uah", "₴ uah hryvnia hryvnias"),
        ("ils", "₪ ils shekel shekels"),
    )
    for word in spelt.split()
}
CURRENCY_SIGNS = frozenset("$€£¥₩₹₽₴₪")
UNIT_SIGNS = {sign: UNITS[sign] for sign in (*sorted(CURRENCY_SIGNS), "%")}
UNIT_WORDS = frozenset(UNITS.keys() - UNIT_SIGNS.keys())
RANGE_WORDS = frozenset(("to", "and", "or"))
# How a word ends that may stand before a currency and belong to it: Norwegian, Chinese, Danish, Swiss, Hong Kong.
ADJECTIVE_ENDINGS = ("an", "ese", "ish", "ss", "ong")
# Every other word that a number may be followed by and belongs to it.
FOLLOWING = frozenset((*MULTIPLES, *(f"{word}s" for word in MULTIPLES), *UNITS, "per", "us", "point", "points"))
LONGEST_CODE = 3  # letters of a currency code: eur, us


def unit_of(word: str) -> str:
    """The unit that a folded word stands for: "pct", the code of a currency, or ""."""
    return UNITS.get(word, "")
