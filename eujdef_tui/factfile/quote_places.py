"""Find the places of many quotes in one text: by one pass over its letters, and not by one for each quote."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from eujdef_tui.factfile.alignment import Span, occurrences
from eujdef_tui.named_tuple import NamedTuple

__all__ = ["QuotePlaces"]

# Letters in a row by which quotes are sought, the longest that a quote has, and how many rows of each quote. Rows that
# begin with a space come first: spaces are a sixth of the places of a text.
_LENGTHS, _EACH = (8, 4, 3, 2, 1), 4
_KINDS = (*((True, length) for length in _LENGTHS[:2]), *((False, length) for length in _LENGTHS))
# Quotes for which a pass pays: it takes 100 ns for each letter of the text, and to find one quote 0.3; 5 in a text of
# few different letters.
_MANY, _SOME = 300, 50
_FEW = 100  # places of a row that begins with a space: of one with more, other rows of its quote are listed, too
_LONGEST = 8 * 2**20  # letters of a text whose places take no memory to speak of
# Places of a row by which a text is looked through no faster than letter by letter; letters that are looked at in the
# time in which a place is.
_COMMON, _LETTERS = 100, 50
# Places of a text by which it is told to have few different letters; how far apart: a prime, so that no rhythm of it is
# theirs; different rows of three letters among so many that are few.
_SAMPLED, _STEP, _DIFFERENT = 256, 2_654_435_761, 64
_NOWHERE: Sequence[int] = ()

_Kind: TypeAlias = tuple[bool, int]  # of rows: whether they begin with a space, and their letters


class _Look(NamedTuple):
    """Where a quote is looked for: places of a row of its letters, how many stand before that, how many it has."""

    places: Sequence[int]
    before: int
    length: int


class QuotePlaces:
    """A text, and where those quotes stand in it that are known to be sought.

    Where rows of their letters stand is listed in one pass. A quote is then looked for where its rarest row stands.
    """

    def __init__(self, text: str, quotes: Iterable[str] = ()) -> None:
        self._text = text
        self._quotes = quotes

    def occurrences(self, words: str) -> Iterator[Span]:
        """Yield every place of words in the text, as `alignment.occurrences` does."""
        look = self._looks.get(words)
        return occurrences(self._text, words) if look is None else self._at_places(words, look)

    def work(self, words: str) -> int:
        """Return how many places are looked at to find a quote: where all of its rows are common, all of the text.

        None are counted where few quotes are sought by rows as long: these take no work to speak of.
        """
        if words not in self._looks:
            return 0
        look = self._looks[words]
        if look is None:
            return len(self._text) // _LETTERS
        return len(look.places) if len(words) > look.length else 0

    def stands(self, words: str) -> bool:
        """Whether a quote is seen to stand in the text by a look at few places."""
        look = self._looks.get(words)
        return look is not None and len(look.places) <= _FEW and next(self._at_places(words, look), None) is not None

    @cached_property
    def _looks(self) -> dict[str, _Look | None]:
        """Where each quote is looked for, of which so many are sought that a pass pays: None for the whole text."""
        looks: dict[str, _Look | None] = {}
        quotes: dict[_Kind, dict[str, None]] = defaultdict(dict)
        for quote in filter(None, self._quotes if len(self._text) <= _LONGEST else ()):
            quotes[_kind_of(quote)][quote] = None
        for kind in _KINDS:
            some = quotes[kind]
            if len(some) > _SOME and len(some) > self._few:
                listed = self._rows(some, kind)
                for quote in some:
                    look = looks[quote] = _rarest(quote, kind, listed, looks.get(quote), len(self._text) // _COMMON)
                    if kind[0] and (look is None or len(look.places) > _FEW):
                        quotes[False, _length_of(quote)][quote] = None
        return looks

    @cached_property
    def _few(self) -> int:
        """Quotes of a kind that are sought one by one."""
        every = max(1, len(self._text) - 2)
        rows = {self._text[at : at + 3] for at in (nth * _STEP % every for nth in range(_SAMPLED))}
        return _SOME if len(rows) <= min(_DIFFERENT, len(self._text) // 4) else _MANY

    def _rows(self, quotes: Iterable[str], kind: _Kind) -> Mapping[str, Sequence[int]]:
        """Return where the rows of a kind stand that some quotes have."""
        text, (spaced, length) = self._text, kind
        rows = {row for quote in quotes for _, row in _rows_of(quote, kind)}
        listed: dict[str, array[int]] = defaultdict(lambda: array("I"))
        every = map(re.Match.start, re.finditer(" ", text)) if spaced else range(len(text) - length + 1)
        for at in [at for at in every if text[at : at + length] in rows]:
            listed[text[at : at + length]].append(at)
        return dict(listed)

    def _at_places(self, words: str, look: _Look) -> Iterator[Span]:
        size, text, (places, before, _) = len(words), self._text, look
        for at in places:
            if at >= before and text.startswith(words, at - before):
                yield at - before, at - before + size


def _rarest(
    words: str, kind: _Kind, listed: Mapping[str, Sequence[int]], known: _Look | None, most: int
) -> _Look | None:
    """The rarest row of a quote, of a kind and the one that is known; None where all have more than `most` places."""
    if len(words) == kind[1]:
        return _Look(listed.get(words, _NOWHERE), 0, kind[1])
    found, least = known, most + 1 if known is None else len(known.places)
    for at, row in _rows_of(words, kind):
        places = listed.get(row, _NOWHERE)
        if len(places) < least:
            found, least = _Look(places, at, kind[1]), len(places)
    return found


def _length_of(words: str) -> int:
    return next(length for length in _LENGTHS if length <= len(words))


def _kind_of(words: str) -> _Kind:
    """The kind of the rows by which a quote is first sought: one that begins with a space must end within the quote."""
    size = len(words)
    for length in _LENGTHS[:2] if " " in words else ():
        # Of a quote shorter than a row the end would be negative, which `find` counts from the quote's own end.
        if size >= length and words.find(" ", 0, size - length + 1) >= 0:
            return True, length
    return False, _length_of(words)


def _rows_of(words: str, kind: _Kind) -> Iterator[tuple[int, str]]:
    """Yield rows of a kind spread over some words that have one, each with the letters that stand before it."""
    spaced, length = kind
    last, before = len(words) - length, -1
    gaps = min(_EACH - 1, -(-last // length))
    for nth in range(gaps + 1):
        at = last * nth // gaps if gaps else 0
        if spaced:
            at = max(words.find(" ", at, last + 1), words.rfind(" ", 0, last + 1) * (nth == gaps))
        if at > before:
            yield at, words[at : at + length]
            before = at
