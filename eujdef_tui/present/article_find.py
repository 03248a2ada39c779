"""A find in one article: what is typed, where it stands, and the match that was gone to.

What is typed is found as it stands, also inside a word; case, accents and typography are folded, and a space stands
for any white space.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from eujdef_tui.text.folded_text import FoldedText
from eujdef_tui.text.unicode import fold

__all__ = ["ArticleFind", "sentence_at", "typed_pattern"]


def typed_pattern(typed: str) -> str:
    """The pattern of what is typed, for a folded text; "" where that is nothing but white space."""
    folded = fold(typed)
    return re.sub(r"(?:\\ )+", " +", re.escape(folded)) if folded.strip() else ""


def sentence_at(spans: Sequence[tuple[int, int]], offset: int) -> int:
    """The sentence, of those with these spans, in which a character of the text stands, or after which it does."""
    return max(0, bisect_right(spans, offset, key=lambda span: span[0]) - 1)


class ArticleFind:
    """The find in a text. `typed` is what is sought, in words; `typing` whether keys still change it.

    Matches are counted from 0; `nth` is the one that was gone to, -1 for none.
    """

    def __init__(self, text: FoldedText, *, typing: bool) -> None:
        self._text = text
        self._matches: list[tuple[int, int]] = []
        self.typed = ""
        self.typing = typing
        self.nth = -1

    def seek(self, typed: str, pattern: str, offset: int) -> None:
        """Find a pattern, and go to its first match at or after an offset of the text, or to the first of all."""
        self.typed = typed
        self._matches = self._text.matches(re.compile(pattern)) if pattern else []
        self.nth = self._first_from(offset) % self.count if self.count else -1

    def seek_words(self, typed: str, patterns: Sequence[str], spans: Sequence[tuple[int, int]]) -> None:
        """Find words, each by its pattern, and go to the first in the sentences (`spans`) that have most of them."""
        found = Counter[int]()
        for pattern in patterns:
            offsets = (self._text.offset(start) for start, _ in self._text.matches(re.compile(pattern)))
            found.update({sentence_at(spans, offset) for offset in offsets})
        most = max(found.values(), default=0)
        first = min((n for n, count in found.items() if count == most), default=0)
        self.seek(typed, "|".join(f"(?:{pattern})" for pattern in patterns), spans[first][0] if spans else 0)

    @property
    def count(self) -> int:
        """The number of matches."""
        return len(self._matches)

    @property
    def current(self) -> tuple[int, int] | None:
        """The span in the text of the match that was gone to."""
        return self._span(self.nth) if self.nth >= 0 else None

    def _span(self, nth: int) -> tuple[int, int]:
        return self._text.span(*self._matches[nth])

    def _first_from(self, offset: int) -> int:
        """The first match that begins at or after an offset of the text."""
        return bisect_left(self._matches, offset, key=lambda match: self._text.offset(match[0]))

    def step(self, by: int) -> None:
        """Go to the next match or the one before; after the last comes the first."""
        if self.count:
            self.nth = (self.nth + by) % self.count

    def step_from(self, offset: int, by: int) -> None:
        """Go to the first match at or after an offset of the text, or to the last before it."""
        if self.count:
            self.nth = (self._first_from(offset) + (by < 0) * by) % self.count

    def within(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """Yield (start, end, whether it was gone to) of each match that has a part in text[start:end]."""
        nth = max(0, self._first_from(start) - 1)
        while nth < self.count and (span := self._span(nth))[0] < end:
            if span[1] > start:
                yield *span, nth == self.nth
            nth += 1
