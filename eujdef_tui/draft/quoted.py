"""Which parts of an article stand in quotation marks, also where a quotation goes on over several sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from eujdef_tui.draft.sentences import Sentence
from eujdef_tui.text.lazy_regex import lazy_pattern

__all__ = ["Quotations"]

_DOUBLE = {'"': '"', "“": "”", "„": "“", "«": "»"}
_SINGLE = {"'": "'", "‘": "’"}
_MARK = lazy_pattern("[\"“”„«»'‘’]")  # every letter of these two
_WORDS = 4  # a quotation of fewer words is a term in quotation marks


class Quotations:
    """The quoted parts of an article, as spans without their marks."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.spans = self._read()
        self._begin = [start for start, _ in self.spans]  # in order, and none reaches into the next
        self._inside = [self._of(one) for one in sentences]

    def of(self, sentence: int) -> list[tuple[int, int]]:
        """The quoted parts of a sentence that are long enough to be someone's words, in order."""
        return self._inside[sentence]

    def is_whole(self, sentence: Sentence) -> bool:
        """Whether a sentence is quoted from its first word to its last."""
        spans = self.of(sentence.number)
        first, last = sentence.tokens[0].start, sentence.tokens[-1].end
        return len(spans) == 1 and spans[0][0] <= first and last <= spans[0][1]

    def covers(self, start: int, end: int) -> bool:
        """Whether text[start:end] is quoted."""
        at = bisect_right(self._begin, start) - 1
        return at >= 0 and end <= self.spans[at][1]

    def _of(self, sentence: Sentence) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        since = max(0, bisect_right(self._begin, sentence.start) - 1)
        for start, end in self.spans[since : bisect_left(self._begin, sentence.end)]:
            first, last = max(start, sentence.start), min(end, sentence.end)
            if first < last and len(self.text[first:last].split()) >= min(_WORDS, len(sentence.tokens)):
                found.append((first, last))
        return found

    def _read(self) -> list[tuple[int, int]]:
        """The spans. A quotation that no mark closes ends with its paragraph."""
        found: list[tuple[int, int]] = []
        at = 0
        for line in self.text.split("\n"):
            found += self._in_line(at, at + len(line))
            at += len(line) + 1
        return found

    def _in_line(self, first: int, last: int) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        opened, closing = -1, ""
        for mark in _MARK().finditer(self.text, first, last):
            at, char = mark.start(), mark[0]
            if opened >= 0 and char in closing and self._closes(at, last):
                found.append((opened, at))
                opened = -1
            elif char in _DOUBLE and self._opens(at, first, last):
                if opened < 0:
                    opened, closing = at + 1, _DOUBLE[char]
                elif closing == _DOUBLE[char]:
                    found.append((opened, at))
                    opened = at + 1
            elif char in _SINGLE and opened < 0 and self._opens(at, first, last):
                opened, closing = at + 1, _SINGLE[char] + '"'
        if opened >= 0 and '"' not in closing[1:]:
            found.append((opened, last))
        return found

    def _opens(self, at: int, first: int, last: int) -> bool:
        before = self.text[at - 1] if at > first else " "
        after = self.text[at + 1] if at + 1 < last else " "
        return (before.isspace() or before in "([—–-") and not after.isspace()

    def _closes(self, at: int, last: int) -> bool:
        before = self.text[at - 1]
        after = self.text[at + 1] if at + 1 < last else " "
        if self.text[at] in "'’":  # not an apostrophe: the sides' agreements
            return not after.isalnum() and (before in ".,?!…" or not before.isalnum() or self._ends_term(at))
        return not before.isspace() or after.isspace()

    def _ends_term(self, at: int) -> bool:
        """Whether a single mark after a letter closes a term: no plural possessive ends in another letter than s."""
        return self.text[at - 1] not in "sS"
