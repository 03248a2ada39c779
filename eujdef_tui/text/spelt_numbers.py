"""Read numbers in words: three hundred and twenty-six."""

from __future__ import annotations

from collections.abc import Sequence

from eujdef_tui.text.tokens import Word

__all__ = ["BETWEEN", "NUMBER_WORDS", "SPELT_MULTIPLES", "TENS", "first_word", "spelt"]

TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
NUMBER_WORDS = TENS | {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
SPELT_MULTIPLES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
BETWEEN = frozenset(("", " ", "\u00a0", "\u2009", "\u202f", "-", "‑"))  # before a multiple or unit: 35bn, 35 bn, 35-bn


def spelt(text: str, tokens: Sequence[Word], place: int) -> tuple[int, int]:
    """The number in words that begins at a word, and the word behind it; (0, place) where none does.

    Twelve, two hundred and fifty, six thousand two hundred. Of "six million" only six is read: a multiple at the end is
    left to who reads those behind figures, too. "A hundred and fifty" begins at "a"; see `first_word`.
    """
    number, last = _below_thousand(text, tokens, place)
    total = 0
    while number and (size := _spelt_multiple(text, tokens, last)):
        begin = last + 1 + _is_next(text, tokens, last + 1, "and")
        more, end = _below_thousand(text, tokens, begin) if _is_joined(text, tokens, begin) else (0, last)
        times = _spelt_multiple(text, tokens, end) if more else 0
        # "one thousand and two thousand" are two numbers
        if not more or more * (times or 1) >= (size if begin == last + 1 else min(size, 100)):
            if total:
                number, last = number * size, last + 1
            break
        total, number, last = total + number * size, more, end
    return total + number, last


def first_word(text: str, tokens: Sequence[Word], place: int) -> int:
    """Where a number begins that has a number in words at a place: at "a" of "a hundred and fifty", or at the place."""
    many = place - 1 - (place > 1 and tokens[place - 1].folded == "and")
    if many > 0 and tokens[many].folded in ("hundred", "thousand") and tokens[many - 1].folded == "a":
        return many - 1 if spelt(text, tokens, many - 1)[1] > place else place
    return place


def _below_thousand(text: str, tokens: Sequence[Word], place: int) -> tuple[int, int]:
    """The number in words below a thousand that begins at a word, and the word behind it; (0, place) for none."""
    number, last = _below_hundred(text, tokens, place)
    if not 0 < number < 10 or not _is_next(text, tokens, last, "hundred"):
        return number, last
    number, last = number * 100, last + 1
    begin = last + _is_next(text, tokens, last, "and")
    more, end = _below_hundred(text, tokens, begin) if _is_joined(text, tokens, begin) else (0, last)
    # "one hundred and two hundred" are two numbers
    return (number + more, end) if more and not _is_next(text, tokens, end, "hundred") else (number, last)


def _below_hundred(text: str, tokens: Sequence[Word], place: int) -> tuple[int, int]:
    """The same below a hundred; "a" before a multiple is one."""
    word = tokens[place].folded if place < len(tokens) else ""
    number = NUMBER_WORDS.get(word)
    if number is None:
        is_one = word == "a" and _spelt_multiple(text, tokens, place + 1) > 0
        return int(is_one), place + is_one
    if word in TENS and _is_joined(text, tokens, place + 1):
        digit = NUMBER_WORDS.get(tokens[place + 1].folded, 0)
        if 0 < digit < 10:
            return number + digit, place + 2
    return number, place + 1


def _spelt_multiple(text: str, tokens: Sequence[Word], place: int) -> int:
    return SPELT_MULTIPLES.get(tokens[place].folded, 0) if _is_joined(text, tokens, place) else 0


def _is_joined(text: str, tokens: Sequence[Word], place: int) -> bool:
    """Whether there is a word at a place, and nothing but a space or hyphen before it."""
    return place < len(tokens) and text[tokens[place - 1].end : tokens[place].start] in BETWEEN


def _is_next(text: str, tokens: Sequence[Word], place: int, word: str) -> bool:
    return place < len(tokens) and tokens[place].folded == word and _is_joined(text, tokens, place)
