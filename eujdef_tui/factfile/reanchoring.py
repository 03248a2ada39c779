"""Offer the new words of a quote whose article changed: its best place there, in whole words, and how sure that is.

A place is certain where it is the only one, and nothing but typography or British and American spelling differs. What
else differs may have changed what the fact says, and is for a person to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from eujdef_tui.factfile.alignment import occurrences
from eujdef_tui.factfile.quote_finding import Anchor, find, nearest
from eujdef_tui.model.field_types import Grade
from eujdef_tui.text.sentences import sentences
from eujdef_tui.text.spelling_variants import same_but_for_spelling
from eujdef_tui.text.unicode import folded_line

__all__ = ["NEAR", "Offer", "Piece", "differences", "offers"]

NEAR = 0.5  # what is less like a quote is not shown beside it: `anchoring.find` takes from FLOOR on
_MOST_PLACES = 20  # of words that occur more often than anybody reads
_LONGEST_SIDE = 12  # words of a prefix or suffix
_UNIT = re.compile(r"\w+|[^\w\s]")
_NEGATIONS = frozenset("not no never none nor neither without cannot nobody nothing hardly unlikely".split())

Span = tuple[int, int]


class Offer(NamedTuple):
    """Words of an article that a quote may have become, with what must stand beside them to tell their place.

    Attributes:
        start, end: where they stand, in code points of the text.
        prefix, suffix: those of the quote where they still hold, else the words of the article.
        certain: only typography or spelling differs, and the words stand there alone.
        weak: less alike than `anchoring.find` takes: more likely than not the words are gone.
        doubts: what may make another fact of it: numbers and negations that differ.
    """

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    certain: bool
    weak: bool
    doubts: tuple[str, ...]


class Piece(NamedTuple):
    """Words that a quote and its article have both, or that one of them has: `kind` is same, old or new."""

    kind: str
    words: str


@lru_cache(maxsize=10_000)  # asked again after each key, of the same quotes
def offers(text: str, quote: str, prefix: str = "", suffix: str = "") -> tuple[Offer, ...]:
    """What a quote may have become, the best first; one of several places where its words stand more than once.

    Empty where nothing in the text is like it, and for a quote that is verbatim.
    """
    anchor = find(text, quote, prefix, suffix)
    places: Sequence[Span] = [(anchor.start, anchor.end)]
    match anchor.grade:
        case "verbatim":
            return ()
        case "orphan":
            anchor = nearest(text, quote, prefix, suffix)
            if anchor.score < NEAR:
                return ()
            return (_offer(text, quote, prefix, suffix, _widened(text, quote, anchor), "orphan"),)
        case "edited":
            places = [_widened(text, quote, anchor)]
        case "ambiguous":
            found = islice(occurrences(text, text[anchor.start : anchor.end]), _MOST_PLACES)
            places = sorted(found, key=lambda place: place[0] != anchor.start)
    return tuple(_offer(text, quote, prefix, suffix, place, anchor.grade) for place in places)


def _offer(text: str, quote: str, prefix: str, suffix: str, place: Span, grade: Grade) -> Offer:
    start, end = place
    new = text[start:end]
    doubts = tuple(_doubts(quote, new))
    sides = _sides(text, place, prefix, suffix)
    kept = sides == (prefix, suffix)
    alike = grade in ("normalised", "edited") and _differs_in_spelling(quote, new)
    return Offer(start, end, new, *sides, alike and kept and not doubts, grade == "orphan", doubts)


def _sides(text: str, place: Span, prefix: str, suffix: str) -> tuple[str, str]:
    """The prefix and suffix by which the words at a place are found there: the old ones if they do, else new ones."""
    start, end = place
    words = text[start:end]

    def holds(before: str, after: str) -> bool:
        anchor = find(text, words, before, after)
        return anchor.grade == "verbatim" and (anchor.start, anchor.end) == place

    if holds(prefix, suffix):
        return prefix, suffix
    before, after = text[max(0, start - 400) : start], text[end : end + 400]
    for count in range(3, _LONGEST_SIDE + 1):
        head, tail = _last_words(before, count), _first_words(after, count)
        ways = ((head, tail),) if prefix and suffix else ((head, ""), ("", tail), (head, tail))
        for way in ways if not suffix or prefix else reversed(ways):
            if (way[0] or not prefix) and (way[1] or not suffix) and holds(*way):
                return way
    return prefix, suffix


def _last_words(text: str, count: int) -> str:
    return " ".join(text.rpartition("\n")[2].split()[-count:])


def _first_words(text: str, count: int) -> str:
    return " ".join(text.partition("\n")[0].split()[:count])


def _widened(text: str, quote: str, anchor: Anchor) -> Span:
    """The place with the words at its ends that became others: as many as the quote has there, of the same sentence."""
    units = list(_UNIT.finditer(text, max(0, anchor.start - 400), anchor.end + 400))
    inside = [n for n, unit in enumerate(units) if anchor.start <= unit.start() and unit.end() <= anchor.end]
    ours = _UNIT.findall(quote)
    if not inside or not ours:
        return anchor.start, anchor.end
    theirs = [units[n][0] for n in inside]
    blocks = [block for block in _matcher(ours, theirs).get_matching_blocks() if block.size]
    if not blocks:
        return anchor.start, anchor.end
    missing = blocks[0].a - blocks[0].b
    last = blocks[-1]
    behind = (len(ours) - last.a - last.size) - (len(theirs) - last.b - last.size)
    low, high = _sentence_around(text, anchor)
    first, end = inside[0], inside[-1]
    while missing > 0 and first > 0 and units[first - 1].start() >= low:
        first, missing = first - 1, missing - 1
    while behind > 0 and end + 1 < len(units) and units[end + 1].end() <= high:
        end, behind = end + 1, behind - 1
    return min(anchor.start, units[first].start()), max(anchor.end, units[end].end())


def _sentence_around(text: str, anchor: Anchor) -> Span:
    """The sentences that a place touches."""
    touched = [(low, high) for low, high in sentences(text) if low < anchor.end and high > anchor.start]
    return (touched[0][0], touched[-1][1]) if touched else (anchor.start, anchor.end)


def _matcher(ours: Sequence[str], theirs: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, [folded_line(one) for one in ours], [folded_line(one) for one in theirs], False)


def differences(quote: str, new: str) -> Iterator[Piece]:
    """A quote and its new words as one row of pieces, word by word; every character of both is in one."""
    ours, theirs = _cut(quote), _cut(new)
    for op, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if op == "equal":
            yield Piece("same", "".join(ours[a:b]))
            continue
        if b > a:
            yield Piece("old", "".join(ours[a:b]))
        if d > c:
            yield Piece("new", "".join(theirs[c:d]))


def _cut(text: str) -> list[str]:
    return re.findall(r"\w+|\s+|[^\w\s]", text)


def _differs_in_spelling(quote: str, new: str) -> bool:
    """Whether every word is the other's, in the same case, but for punctuation and British or American spelling.

    A word in another case is more often another place (a heading) than the same one changed.
    """
    ours, theirs = (_WORD.findall(folded_line(text)) for text in (quote, new))
    cases = [[_case(word) for word in text.split() if _LETTER.search(word)] for text in (quote, new)]
    return len(ours) == len(theirs) and cases[0] == cases[1] and all(map(same_but_for_spelling, ours, theirs))


def _case(word: str) -> tuple[bool, bool]:
    return next(filter(str.isalnum, word), "").isupper(), word.isupper()


_WORD, _LETTER = re.compile(r"\w+(?:-\w+)*"), re.compile(r"\w")


def _doubts(quote: str, new: str) -> Iterator[str]:
    """Numbers and negations that one of the two has and the other has not."""
    numbers = [re.findall(r"\d+(?:[.,]\d+)*", text) for text in (quote, new)]
    if numbers[0] != numbers[1]:
        yield f"numbers differ: {', '.join(numbers[0]) or 'none'} was, {', '.join(numbers[1]) or 'none'} is"
    negated = [sum(map(_negates, folded_line(text).split())) for text in (quote, new)]
    if negated[0] != negated[1]:
        yield "a “not” came in" if negated[1] > negated[0] else "a “not” went out"


def _negates(word: str) -> bool:
    plain = word.strip(".,;:!?\"'()")
    return plain in _NEGATIONS or plain.endswith("n't")
