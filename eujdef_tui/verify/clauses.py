"""Clauses: where a sentence that tells of two things may be parted, so that each is held against a fact of its own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter

from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.word_lists import SPEAKING, TURNING

__all__ = ["partings"]

_JOINING = "and|but|so|yet|while|whereas|although|though|after|before|because|since|when"
# White space is read from where it begins: from each of its characters, a run takes the square of its length.
_MARK = lazy_pattern(
    rf"(?<!\s)(?:\s*+[;:]\s++(?:and |but |so )?|\s++[—–-]\s++|\s++(?:{_JOINING}|as well as)\s++)"
    rf"|,\s++(?:(?:{_JOINING}|which|who|where|as) )?"
)
_VERBS = frozenset(
    "is are was were be been being has have had will would shall should can could may might must do does did"
    " wants want needs need seeks seek keeps keep hopes hope plans plan aims aim faces face sells sell buys buy"
    " makes make gives give takes take becomes become remains remain works work".split()
)  # fmt: skip
_TELLING = _VERBS | SPEAKING
_START, _END = attrgetter("start"), attrgetter("end")
_STRONG = frozenset("after before since until where".split())
_LEAST, _MOST = 3, 60  # words of a part, and of a sentence that is parted
_PARTINGS = 10  # places at which one is parted


def partings(pieces: Pieces) -> Iterator[tuple[int, int]]:
    """Yield (end of the first part, beginning of the second), the strongest marks first."""
    if not 2 * _LEAST <= len(pieces.words) <= _MOST:
        return
    found = [mark.span() for mark in _MARK().finditer(pieces.text)]
    found = [one for one in found if not _is_in_phrase(pieces, one[0]) and _may_part(pieces, *one)]
    found.sort(
        key=lambda one: (pieces.text[one[0] : one[1]].strip()[:1] not in (";", ":", "—", "–"), -(one[1] - one[0]))
    )
    yield from found[:_PARTINGS]


def _is_in_phrase(pieces: Pieces, at: int) -> bool:
    """Whether words on both sides of a place are one: more and more."""
    before = bisect_left(pieces.words, at, key=_START) - 1
    return before >= 0 and at < pieces.words[before].end


def _may_part(pieces: Pieces, end: int, begin: int) -> bool:
    """Whether a mark parts two clauses: a strong one always does, an "and" that follows a comma before a verb."""
    mark = pieces.text[end:begin].strip().lower()
    joins = mark.strip(",;:—–- ")
    strong = mark[:1] in (";", ":", "—", "–") or joins in TURNING or joins in _STRONG
    strong = strong or (mark == "," and (pieces.folded[0] in TURNING or pieces.folded[0] in _STRONG))
    before = _tells(pieces, 0, end, any_word=strong or (mark.startswith(",") and joins != ""))
    return before and _tells(pieces, begin, len(pieces.text), any_word=strong)


def _tells(pieces: Pieces, start: int, end: int, *, any_word: bool) -> bool:
    """Whether there is a verb in a part of a sentence, as far as can be told."""
    first, last = bisect_left(pieces.words, start, key=_START), bisect_right(pieces.words, end, key=_END)
    if last - first < _LEAST:
        return False
    if any_word or not _TELLING.isdisjoint(pieces.folded[first:last]):
        return True
    return any(first <= at < last for at in pieces.done.values())
