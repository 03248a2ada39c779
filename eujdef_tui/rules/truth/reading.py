"""A text as the truth checks read it: its words, their stems, its capitals, numbers and dates. Made once a text."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import pairwise

from eujdef_tui.text.date_mentions import Mention, mentions
from eujdef_tui.text.english_words import FUNCTION_WORDS
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.mentioned_days import MentionedDays
from eujdef_tui.text.numbers import NumberRead, numbers_read
from eujdef_tui.text.quantities import Quantity, quantities
from eujdef_tui.text.tokens import Word, words
from eujdef_tui.text.units import UNIT_SIGNS, unit_of
from eujdef_tui.text.word_forms import stemmed

__all__ = ["Reading", "read", "stem"]

_SENTENCE_START = lazy_pattern(r"(?:^|[.!?:;]|[\"“‘«(])[\"“”‘'«(\s]*$")


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """The stem of a folded word; words that are written alike in British and American English share it."""
    return stemmed(word)


@dataclass(frozen=True)
class Reading:
    """What the checks ask of a text. Each part is read when it is first asked for."""

    text: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words, folded, with their places."""
        return tuple(words(self.text))

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(word.folded for word in self.words)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The folded words, each once."""
        return frozenset(self.folded)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words, each once."""
        return frozenset(map(stem, self.folded))

    @cached_property
    def _sorted(self) -> tuple[list[str], list[str]]:
        return sorted(self.vocabulary), sorted(self.stems)

    def has_word_like(self, begin: str) -> bool:
        """Whether a word or a stem of the text begins with these letters. By bisection: an article may be long."""
        for ordered in self._sorted:
            at = bisect_left(ordered, begin)
            if at < len(ordered) and ordered[at].startswith(begin):
                return True
        return False

    @cached_property
    def units(self) -> frozenset[str]:
        """The currencies of the text and per cent ("pct"), by sign or word."""
        found = {unit for sign, unit in UNIT_SIGNS.items() if sign in self.text}
        found |= {unit for word in self.vocabulary if (unit := unit_of(word))}
        return frozenset(found | ({"pct"} if "per cent" in self.text else set()))

    @cached_property
    def content(self) -> tuple[Word, ...]:
        """The words that say something: no articles, prepositions, auxiliaries, numbers."""
        return tuple(
            word
            for word in self.words
            if word.folded not in FUNCTION_WORDS and len(word.folded) > 2 and not word.folded[0].isdigit()
        )

    @cached_property
    def capitals(self) -> tuple[Word, ...]:
        """The words written with a capital or more, but not those that only begin a sentence with it."""
        return tuple(word for word in self.words if self._is_name(word))

    @cached_property
    def numbers(self) -> tuple[NumberRead, ...]:
        """Each number, in digits or words, with all that it may mean."""
        return tuple(numbers_read(self.text))

    @cached_property
    def values(self) -> frozenset[Decimal]:
        """Every value that a number of the text may have."""
        return frozenset(value for number in self.numbers for value in number.values)

    @cached_property
    def dates(self) -> tuple[Mention, ...]:
        """The dates that are mentioned."""
        return tuple(mentions(self.text))

    @cached_property
    def days(self) -> MentionedDays:
        """The days that those dates may mean."""
        return MentionedDays(self.dates)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers with their units."""
        return tuple(quantities(self.text))

    @cached_property
    def units_of(self) -> Mapping[Decimal, frozenset[str]]:
        """The units with which each number stands in the text, "" among them for none."""
        found: dict[Decimal, set[str]] = defaultdict(set)
        for quantity in self.quantities:
            found[quantity.number].add(quantity.unit)
        return {number: frozenset(units) for number, units in found.items()}

    def has_number(self, number: Decimal) -> bool:
        """Whether a number of the text may be this one: also 35 billion, of "35 to 40 billion"."""
        return number in self.values or number in self.units_of

    @cached_property
    def behind_numbers(self) -> Mapping[Decimal, frozenset[str]]:
        """The stems of the words that stand behind each value of a word that begins with a digit."""
        found: dict[Decimal, set[str]] = defaultdict(set)
        # of 3½ folding makes two words, the second within the first
        apart = [word for at, word in enumerate(self.words) if not at or word.start >= self.words[at - 1].end]
        for word, behind in pairwise(apart):
            if word.folded[0].isdigit():
                for number in numbers_read(self.text[word.start : word.end]):
                    for value in number.values:
                        found[value].add(stem(behind.folded))
        return {value: frozenset(stems) for value, stems in found.items()}

    def _is_name(self, word: Word) -> bool:
        written = self.text[word.start : word.end]
        if not written[:1].isupper():
            return False
        inside = any(char.isupper() for char in written[1:])
        return inside or not _SENTENCE_START().search(self.text[max(0, word.start - 8) : word.start])


@lru_cache(maxsize=4096)
def read(text: str) -> Reading:
    """The reading of a text. A sentence supports several facts, and is read once."""
    return Reading(text)
