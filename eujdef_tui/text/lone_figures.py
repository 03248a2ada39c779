"""Read figures to which nothing beside them belongs, in a fraction of the time that a quantity takes.

Most figures of dates, tables and lists are such.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from eujdef_tui.text.spelt_numbers import NUMBER_WORDS
from eujdef_tui.text.tokens import Word
from eujdef_tui.text.units import ADJECTIVE_ENDINGS, FOLLOWING, LONGEST_CODE, RANGE_WORDS, UNITS, UNSPACED

__all__ = ["bare_numbers", "is_alone"]

_APART = frozenset((" ", ", ", "; ", "\n"))  # between figures and the words beside them
_GROUP = 3  # figures that a space may part from those before them, of one number


def bare_numbers(text: str, folded: Sequence[str]) -> list[Decimal] | None:
    """Return the numbers of the `quantities` of an ASCII text, where all are figures and nothing else; or None.

    `folded` are its words, in which nothing joins letters (see `tokens.simple_words`). Most texts with a number are so,
    as those with a date. Without places of words it takes a fifth of the time.
    """
    if "$" in text or "-" in text:
        return None
    found: list[Decimal] = []
    before, counts = "", False  # whether the word before is a figure
    for word in folded:
        if counts and (word in FOLLOWING or word.endswith(ADJECTIVE_ENDINGS)):
            return None
        if counts and word < ":" and len(word) == _GROUP >= len(before):  # 12 000
            return None
        if counts := word < ":":
            if not word.isdecimal() or (len(before) <= LONGEST_CODE and before in UNITS):
                return None
            if not (len(word) >= 4 and 1000 <= int(word) < 3000):
                found.append(_decimal(word))
        elif word in NUMBER_WORDS:
            return None
        before = word
    return found


_decimal = lru_cache(maxsize=1_000)(Decimal)  # days of a month come again and again


def is_alone(text: str, tokens: Sequence[Word], place: int) -> bool:
    """Whether a word is figures to which nothing beside them belongs, by a look at the words next to it.

    Nearly every figure of a table or list is such: what `quantities` asks of others takes five times as long.
    """
    start, end, word = tokens[place]
    if not word.isdecimal() or end - start != len(word):
        return False
    if place:
        _, before, known = tokens[place - 1]
        gap = text[before:start]
        if gap not in _APART or (gap == " " and known in UNITS):
            return False
    elif start:
        return False
    if place + 1 == len(tokens):
        return text[end + 1 : end + 2] != "%"
    begin, _, after = tokens[place + 1]
    gap = text[end:begin]
    if gap not in _APART or after in RANGE_WORDS:
        return False
    if gap != " ":
        return True
    if after < ":":
        return len(after) != _GROUP or len(word) > _GROUP
    return after not in FOLLOWING and after[0] not in UNSPACED and not after.endswith(ADJECTIVE_ENDINGS)
