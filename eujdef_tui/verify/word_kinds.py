"""What a word may begin: a date, a number, a shortened denial (isn't). Worked out once for each word of a draft.

A sentence is only looked at for what one of its words may begin: most have no date, no number and no denial.
"""

from __future__ import annotations

from collections.abc import Callable

from eujdef_tui.text.edtf import MONTHS
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.spelt_numbers import NUMBER_WORDS
from eujdef_tui.verify.roots import is_content, root

__all__ = ["DATE", "DIGIT", "KINDS", "MEANINGS", "NUMBER", "PERIOD", "SHORTENED", "kind_of"]

DATE, PERIOD, DIGIT, NUMBER, SHORTENED = 1, 2, 4, 8, 16
_MOST = 1 << 16  # words that are remembered
_MONTHS = frozenset(name for month in MONTHS for name in (month.lower(), month.lower()[:3]))
_LIKE_MONTHS = lazy_pattern(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*")
_PERIODS = "week month quarter year spring summer autumn winter tomorrow".split()
# Words of dates that alone begin none: with a period, or what looks like a month, they do.
_ALSO = frozenset("days fortnight fortnights decade decades tonight fall".split())
_YEAR = lazy_pattern(r"\d{4}")


# What else is asked of each word: a bit, and the question.
_QUESTIONS = list[tuple[int, Callable[[str], object]]]()


def kind_of(question: Callable[[str], object]) -> int:
    """Return the bit in `KINDS` of the words of which a question is true.

    It is asked of each word once. Most sentences have none of most kinds, and are not looked through for them.
    """
    bit = SHORTENED << (len(_QUESTIONS) + 1)
    _QUESTIONS.append((bit, question))
    KINDS.clear()
    return bit


class _Kinds(dict[str, int]):
    """Folded word → the kinds of things that it may begin, as bits."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = _kind(word)
        return found


class _Meanings(dict[str, str]):
    """Folded word → its root; "" for one that says nothing by itself."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = root(word) if is_content(word) else ""
        return found


def _kind(word: str) -> int:
    found = 0
    if _YEAR().search(word) or word.endswith("day") or any(one in word for one in _PERIODS):
        found = DATE | PERIOD
    elif _LIKE_MONTHS().fullmatch(word):
        found = DATE | PERIOD if word in _MONTHS else PERIOD
    elif word in _ALSO:
        found = DATE
    if any(map(str.isdecimal, word)):
        found |= DIGIT
    if word[0].isdecimal() or word in NUMBER_WORDS:
        found |= NUMBER
    if word.endswith("nt"):
        found |= SHORTENED
    for bit, question in _QUESTIONS:
        if question(word):
            found |= bit
    return found


KINDS, MEANINGS = _Kinds(), _Meanings()
