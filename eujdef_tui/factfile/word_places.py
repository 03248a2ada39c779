"""Find the places of a quote by its rarest word or letters, where many quotes are sought in one text."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice, takewhile

from eujdef_tui.factfile.alignment import Span, occurrences

__all__ = ["WordPlaces", "places_in"]

FEW = 30  # quotes that are sought letter by letter before the words of a text are listed: it takes about as long
MANY = 20  # words that begin like the last one of a quote of two
# Quotes without an inner word that are sought letter by letter before the places of all three letters in a row are
# listed, which takes as long as a hundred to a thousand of them; and letters of a text of which that takes no memory.
SOUGHT, LONGEST = 200, 8 * 2**20
_ROW, _LOOKED_AT, _COMMON = 3, 64, 32
# Places of a text by which letters are told to be common; how far apart: a prime, so that no rhythm of it is theirs.
_SAMPLED, _STEP = 1024, 2_654_435_761
_LETTERS, _FEW_LETTERS = 100, 25  # that are looked at in the time in which a place is


class WordPlaces:
    """A text, and where each of its words begins.

    Words are what spaces part: the inner ones of a quote are whole in the text, too.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked = 0
        self._at: dict[str, list[int]] = {}
        self._sorted: list[str] = []
        self._sought = 0
        self._letters: dict[str, list[int]] = {}

    def occurrences(self, words: str) -> Iterator[Span]:
        """Yield every place of words in the text, as `alignment.occurrences` does."""
        first, *inner, last = words.split(" ") if " " in words else (words, words)
        if first == words or not self._is_listed():
            return self._by_letters(words)
        if inner:
            return self._beside_rarest(words, inner)
        begun = self._words_that_begin(last)
        if len(begun) > MANY:
            return self._by_letters(words)
        return self._at_places(words, sorted(at for word in begun for at in self._at[word]), len(first) + 1)

    def work(self, words: str) -> int:
        """Return how many places are looked at to find words; where all of these, or their letters, are common, all.

        It depends on the text and the words alone, and not on what was sought before.
        """
        inner = words.split(" ")[1:-1]
        if inner:
            self._list_words()
            places = self._rarest_word(inner)[0]
            if not self._is_common(places):
                return len(places)
        elif not self._is_monotonous and self._has_rare_letters(words):
            return 0
        return len(self._text) // (_FEW_LETTERS if self._is_monotonous else _LETTERS)

    @cached_property
    def _is_monotonous(self) -> bool:
        """Whether most of the text is four letters: to look for words in it takes several times as long."""
        return 2 * sum(count for _, count in Counter(self._text).most_common(4)) > len(self._text)

    def _has_rare_letters(self, words: str) -> bool:
        """Whether three letters in a row of some words stand at few places of the text, as far as a sample tells."""
        return any(self._sample[row] <= _SAMPLED // _COMMON for row in _rows(words))

    @cached_property
    def _sample(self) -> Counter[str]:
        """How often three letters in a row stand at places spread over the text, always the same."""
        every = max(1, len(self._text) - _ROW + 1)
        places = (nth * _STEP % every for nth in range(_SAMPLED))
        return Counter(self._text[at : at + _ROW] for at in places)

    def _is_common(self, places: Sequence[int]) -> bool:
        """Whether to look at all letters takes less than to look at these places."""
        return len(places) > len(self._text) // _COMMON

    def _by_letters(self, words: str) -> Iterator[Span]:
        """Return every place, by the rarest three letters in a row where these are listed."""
        self._sought += 1
        if self._sought <= SOUGHT or len(words) < _ROW or len(self._text) > LONGEST:
            return occurrences(self._text, words)
        self._list_letters()
        rarest, before = self._rarest_letters(words)
        if self._is_common(rarest):
            return occurrences(self._text, words)
        return self._at_places(words, rarest, before)

    def _list_letters(self) -> None:
        if not self._letters:
            text, listed = self._text, defaultdict[str, list[int]](list)
            for at in range(len(text) - _ROW + 1):
                listed[text[at : at + _ROW]].append(at)
            self._letters = dict(listed)

    def _rarest_letters(self, words: str) -> tuple[Sequence[int], int]:
        """Return the places of three letters in a row of some words, and how many stand before them."""
        nothing: list[int] = []
        rows = [self._letters.get(row, nothing) for row in _rows(words)]
        rarest = min(rows, key=len)
        return rarest, rows.index(rarest)

    def _is_listed(self) -> bool:
        self._asked += 1
        if self._asked > FEW:
            self._list_words()
        return bool(self._at)

    def _list_words(self) -> None:
        if not self._at:
            at = 0
            for word in self._text.split(" "):
                self._at.setdefault(word, []).append(at)
                at += len(word) + 1
            self._sorted = sorted(self._at)

    def _beside_rarest(self, words: str, inner: Sequence[str]) -> Iterator[Span]:
        places, rarest = self._rarest_word(inner)
        if self._is_common(places):
            return occurrences(self._text, words)
        return self._at_places(words, places, words.index(f" {rarest} ") + 1)

    def _rarest_word(self, inner: Sequence[str]) -> tuple[Sequence[int], str]:
        """Return the places of the rarest of some words, and it; of one that the text lacks, none."""
        nothing: list[int] = []
        places, rarest = nothing, inner[0]
        for nth, word in enumerate(inner):
            found = self._at.get(word, nothing)
            if not nth or len(found) < len(places):
                places, rarest = found, word
            if not found:
                break
        return places, rarest

    def _words_that_begin(self, letters: str) -> Sequence[str]:
        """Return the words that begin with these letters, or one more than MANY of them."""
        first = bisect_left(self._sorted, letters)
        return list(takewhile(lambda word: word.startswith(letters), islice(self._sorted, first, first + MANY + 1)))

    def _at_places(self, words: str, places: Sequence[int], before: int) -> Iterator[Span]:
        """Yield where words stand, of places of one of them that has so many letters `before` it."""
        for at in places:
            start = at - before
            if start >= 0 and self._text.startswith(words, start):
                yield start, start + len(words)


def _rows(words: str) -> list[str]:
    """Return the three letters in a row of words by which they may be sought."""
    return [words[at : at + _ROW] for at in range(min(_LOOKED_AT, len(words) - _ROW + 1))]


@lru_cache(maxsize=32)  # an article as it is written, and folded
def places_in(text: str) -> WordPlaces:
    """Return the words of a text, the same for each of its quotes."""
    return WordPlaces(text)
