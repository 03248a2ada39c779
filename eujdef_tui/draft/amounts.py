"""Figures in a sentence: a number, its unit in the article's words, and the words it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from eujdef_tui.draft.dating import Dating
from eujdef_tui.draft.lexicon import has, word_list
from eujdef_tui.draft.tokens import Token
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.quantities import Quantity, quantities
from eujdef_tui.text.units import MULTIPLES

__all__ = ["Amount", "amounts"]

_UNITS = {
    "pct": "%", "usd": "US dollars", "eur": "euros", "jpy": "yen", "gbp": "pounds", "cny": "yuan", "krw": "won",
    "inr": "rupees", "rub": "roubles", "chf": "francs", "nok": "kroner", "pln": "zloty", "uah": "hryvnia",
    "ils": "shekels",
}  # fmt: skip
_SCALES = (("trillion", 10**12), ("billion", 10**9), ("million", 10**6))
_OF_WHAT = lazy_pattern(r" (?:of|in) (?:the |its |their )?(?:gross domestic product|GDP)\b")
_GOES_ON = lazy_pattern(
    r"[-  ](?:year|month|week|day|hour)s?(?:-|\b)(?: old|-old)?|:\d\d|(?:st|nd|rd|th)\b|[ap]\.?m\b| ?[ap]m\b"
    r"| o'clock|-\d"
)


class Amount(NamedTuple):
    """A number in text[start:end], `value` as a plain decimal, and what it counts or measures."""

    start: int
    end: int
    value: str
    unit: str


def amounts(text: str, start: int, end: int, tokens: Sequence[Token], dates: Sequence[Dating]) -> list[Amount]:
    """The figures in text[start:end]: no dates, ages, times, ordinals or numbers of names."""
    found: list[Amount] = []
    for one in quantities(text[start:end]):
        place = one._replace(start=one.start + start, end=one.end + start)
        if not any(date.start < place.end and place.start < date.end for date in dates):
            found += _amount(text, place, tokens, end)
    return found or list(_multiplied(text, tokens))


def _multiplied(text: str, tokens: Sequence[Token]) -> Iterator[Amount]:
    """To double defence spending: twice as much of what the words after it say."""
    multiples = dict(entry.split("=") for entry in word_list("multiplier"))
    for at, token in enumerate(tokens[:-1]):
        after = tokens[at + 1]
        if (
            token.low in multiples
            and not token.capital
            and (after.low in ("its", "their", "the") or after.low.isalpha())
        ):
            follows = text[token.end : after.start] == " " and not has("function", after.low)
            if follows or after.low in ("its", "their", "the"):
                yield Amount(token.start, token.end, multiples[token.low], "times as much")


def _amount(text: str, one: Quantity, tokens: Sequence[Token], end: int) -> Iterator[Amount]:
    if _GOES_ON().match(text, one.end, end) or text[one.start - 1 : one.start] in ("-", "–", ":", "."):
        return
    shown = text[one.start : one.end]
    if one.unit:
        unit = _UNITS.get(one.unit, one.unit)
        if one.unit == "usd" and text[max(0, one.start - 1) : one.start].isalpha():
            unit = "dollars"  # A$, NZ$
        if one.unit == "pct" and (of := _OF_WHAT().match(text, one.end, end)):
            unit = "% of GDP" if "GDP" in of[0] or "gross" in of[0] else unit
        value, scale = _scaled(one.number, shown)
        yield Amount(one.start, one.end, value, f"{scale} {unit}".strip())
        return
    counted = _counted(text, one, tokens)
    if counted:
        value, scale = _scaled(one.number, shown)
        yield Amount(one.start, one.end, value, f"{scale} {counted}".strip())


def _scaled(number: Decimal, shown: str) -> tuple[str, str]:
    """The number as it was written, and its multiple in a word: 935 and "billion"."""
    low = shown.lower()
    for name, size in _SCALES:
        short = [word for word, times in MULTIPLES.items() if times == size]
        if name in low or (number >= size and any(low.rstrip("$€£¥. ").endswith(word) for word in short)):
            return _plain(number / size), name
    return _plain(number), ""


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _counted(text: str, one: Quantity, tokens: Sequence[Token]) -> str:
    """What a number without a unit counts: the noun after it; "" where it counts nothing worth a record."""
    at = next((n for n, token in enumerate(tokens) if token.start >= one.end), len(tokens))
    before = tokens[at - 2].low if at > 1 else ""
    if at >= len(tokens) or has("number-of-name", before) or text[one.end : tokens[at].start].strip():
        return ""
    words: list[str] = []
    for token in tokens[at : at + 3]:
        if has("function", token.low) or has("little", token.low) or (words and not text[token.start - 1].isspace()):
            break
        if (
            token.capital
            and not has("people", token.low)
            and not words
            and not has("function", token.low)
            and token.word.isupper()
        ):
            break
        words.append(token.word)
        if token.low.endswith("s") or has("people", token.low):
            break
    if not words or not (words[-1].lower().endswith("s") or has("people", words[-1].lower())):
        return ""
    people = any(has("people", word.lower()) for word in words)
    return " ".join(words) if people or one.number >= 10 else ""
