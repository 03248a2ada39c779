"""Read every number of a text, in digits or words, with all that it may mean.

For checks that ask whether a number stands in a text at all. `text.quantities` reads a number with its unit, one way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from eujdef_tui.text.fraction_signs import FRACTION_SIGN, SIGNS, value_of
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.spelt_numbers import BETWEEN, NUMBER_WORDS, TENS, spelt
from eujdef_tui.text.tokens import Word
from eujdef_tui.text.unicode import fold
from eujdef_tui.text.units import MULTIPLES

__all__ = ["NumberRead", "numbers_read"]

# Search compares no "half" or "double" with figures, but a value may well be written so.
_NUMBERS: dict[str, int | float] = NUMBER_WORDS | {
    "half": 0.5, "both": 2, "twice": 2,
    "double": 2, "doubled": 2, "doubling": 2, "triple": 3, "tripled": 3, "tripling": 3,
}  # fmt: skip
_MULTIPLES = MULTIPLES | {"dozen": 12}
_MOST = 10**24  # a trillion trillions; what is more is not multiplied any further
_TOKEN = lazy_pattern(rf"(?:\d{{1,3}}(?:[.,' ]\d{{3}}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)[{SIGNS}]?|[{SIGNS}]|[a-z]+")


class NumberRead(NamedTuple):
    """A number as it is written, but folded, and every value that it may have.

    "9 thousand" is two: 9, and thousand with 1000 and 9000. Of "three hundred and six" each has 306, too.
    """

    written: str
    values: frozenset[Decimal]

    @property
    def in_digits(self) -> bool:
        """Whether it is written in digits, or as a fraction sign."""
        return self.written[0].isnumeric()


def numbers_read(text: str) -> Iterator[NumberRead]:
    """Yield every number that a text may be read to give, in order."""
    before: set[Decimal] = set()
    folded = _folded(text)
    tokens = [Word(*found.span(), found[0]) for found in _TOKEN().finditer(folded)]
    whole, end = 0, 0  # the number in words that a token belongs to, and the token behind it
    for place, (_, _, token) in enumerate(tokens):
        if place >= end and (token in NUMBER_WORDS or token == "a"):
            whole, end = spelt(folded, tokens, place)
        multiple = _MULTIPLES.get(token) or _MULTIPLES.get(token.removesuffix("s"))
        if multiple and (before or token in _MULTIPLES):  # "thousands" alone is no number
            before = {number * multiple for number in before if number < _MOST} | {Decimal(multiple)}
        elif token[0].isnumeric():
            joined = before if token in SIGNS and _is_joined(folded, tokens, place) else set[Decimal]()
            before = set(_readings(token))
            before |= {whole + part for whole in joined if whole == int(whole) for part in before}
        elif token in _NUMBERS:
            number = Decimal(str(_NUMBERS[token]))
            # `spelt` reads no "twenty-" at the end of a line with six in the next
            before = {number} | {ten + number for ten in before if ten in TENS.values()}
        else:
            before = set()
        values = before | {Decimal(whole)} if before and place < end else before
        if values:
            yield NumberRead(token, frozenset(values))
        if place + 1 == end:
            before = values


def _folded(text: str) -> str:
    """A text folded, with its fraction signs as they are: folding makes two numbers of one."""
    if text.isascii() or not (signs := FRACTION_SIGN().findall(text)):
        return fold(text)
    pieces = map(fold, FRACTION_SIGN().split(text))
    return "".join(piece + sign for piece, sign in zip(pieces, (*signs, ""), strict=True))


def _is_joined(folded: str, tokens: list[Word], place: int) -> bool:
    """Whether a number may go on with the fraction sign that is the next token: 3 ½."""
    if not place or not tokens[place - 1].folded[-1].isdecimal():
        return False
    return folded[tokens[place - 1].end : tokens[place].start] in BETWEEN


def _readings(written: str) -> Iterator[Decimal]:
    """What digits with separators may mean: "1,234" is more than a thousand here, and one and a part there.

    A fraction behind them belongs to a whole number. One that does not end (⅓) may be cut to four figures.
    """
    if written[-1] not in SIGNS:
        yield from _whole(written)
        yield from _decimal(written)
        return
    part = value_of(written[-1])
    for whole in _whole(written[:-1]) if written[:-1] else (Decimal(0),):
        yield from (whole + part, whole + round(part, 4))


def _whole(digits: str) -> Iterator[Decimal]:
    first, *groups = re.split(r"\D", digits)
    if all(len(group) == 3 for group in groups):
        yield Decimal(first + "".join(groups))
    if " " in digits:  # "12 000" may be twelve thousand, and "in 2024 300" two numbers
        yield from (Decimal(group) for group in (first, *groups))


def _decimal(digits: str) -> Iterator[Decimal]:
    *groups, last = re.split(r"\D", digits)
    mark = digits[-len(last) - 1] if groups else ""
    if mark in (".", ",") and digits.count(mark) == 1:
        yield Decimal(f"{''.join(groups)}.{last}")
