"""A text folded once and then searched many times: what is found are spans of the text as it stands.

An offset for every character would take 0.4 s for an article of 1 MB, and 40 MB of memory. Kept are those of characters
that change their length alone (… ß ½) and of spaces left out: the same article takes 0.1 s; ASCII takes 5 ms.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from eujdef_tui.text.unicode import fold, uneven_pieces

__all__ = ["FoldedText"]

_Run: TypeAlias = tuple[int, str, bool]  # where it begins in the text, its fold, whether it is odd
_SPACES = re.compile("  +")


class FoldedText:
    """A text and its fold: case, accents and typography unified. `folded` is what patterns are matched against.

    Where it is `squeezed`, runs of spaces in the fold are one space, and none begins it.
    """

    def __init__(self, text: str, *, squeezed: bool = False) -> None:
        runs = _runs(text)
        self.folded, self._at, self._from, self._odd = _folded(_squeezed(runs) if squeezed else runs)
        self._length = len(text)
        ends = [*self._at[1:], len(self.folded)]
        odd = (self.folded[at:end] for at, end, is_odd in zip(self._at, ends, self._odd, strict=True) if is_odd)
        self._spelled_out = {run for run in odd if len(run) > 1}  # what one character was folded to: ss

    def offset(self, place: int) -> int:
        """The offset in the text of the character that `folded[place]` came from."""
        n = bisect_right(self._at, place) - 1
        return self._from[n] if self._odd[n] else self._from[n] + place - self._at[n]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text that `folded[start:end]` came from, in whole characters."""
        if start >= end:
            return self.offset(start), self.offset(start)
        n = bisect_right(self._at, end - 1) - 1
        if not self._odd[n]:
            last = self._from[n] + end - self._at[n]
        else:
            last = self._from[n + 1] if n + 1 < len(self._from) else self._length
        return self.offset(start), last

    def matches(self, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        """The spans in `folded` of every match of a pattern that matches no empty text, in their order."""
        found = [match.span() for match in pattern.finditer(self.folded)]
        if not any(map(pattern.search, self._spelled_out)):
            return found
        # two that begin in one character, as at the two s of ß, are one
        starts = [self.offset(start) for start, _ in found]
        return [one for nth, one in enumerate(found) if not nth or starts[nth] != starts[nth - 1]]


def _folded(runs: Iterable[_Run]) -> tuple[str, list[int], list[int], list[bool]]:
    """The fold of a text, and its runs: where each begins in the fold, where in the text, and whether it is odd.

    In a run that is not odd every character folds to one; an odd run is one character, with its marks, that does not.
    """
    parts: list[str] = []
    at, begun, odd, length = [], [], [], 0
    for start, folded, is_odd in runs:
        at.append(length)
        begun.append(start)
        odd.append(is_odd)
        parts.append(folded)
        length += len(folded)
    return "".join(parts), at or [0], begun or [0], odd or [False]


def _squeezed(runs: Iterable[_Run]) -> Iterator[_Run]:
    """Leave out of runs the spaces that follow another one, or begin the text: what is left are more runs."""
    is_behind_space = True
    for start, folded, is_odd in runs:
        here = len(folded) - len(folded.lstrip(" ")) if is_behind_space else 0
        if is_odd:
            yield start, _SPACES.sub(" ", folded[here:]), True
        else:
            for match in _SPACES.finditer(folded, here):
                yield start + here, folded[here : match.start() + 1], False
                here = match.end()
            if here < len(folded):
                yield start + here, folded[here:], False
        is_behind_space = folded.endswith(" ") if folded else is_behind_space


def _runs(text: str) -> Iterator[_Run]:
    """Yield each run of the text: where it begins, its fold, whether it is odd."""
    here = 0
    for match in uneven_pieces(text):
        start, end = match.span()
        if start > here:
            yield here, fold(text[here:start]), False
        yield start, fold(match[0]), True
        here = end
    if here < len(text):
        yield here, fold(text[here:]), False
