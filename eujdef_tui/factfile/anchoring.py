"""Anchor quotes: find each quote in its source, and grade how well it matches.

A quote is searched verbatim, then folded, then fuzzily. The words just before and after it (`prefix`, `suffix`) choose
between several places, and confirm a single one. (W3C Web Annotation, TextQuoteSelector.)
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby, islice
from operator import itemgetter

from rapidfuzz import fuzz

from eujdef_tui.factfile.outside_dates import mark_outside_dates
from eujdef_tui.model.parts import evidence_of, map_evidence
from eujdef_tui.model.records import SECTIONS, Evidence, FactFile, Grade
from eujdef_tui.model.struct import replace
from eujdef_tui.text.sentences import sentences
from eujdef_tui.text.unicode import Folded, fold_with_offsets, folded_line

__all__ = ["FLOOR", "Anchor", "Corpus", "anchor_evidence", "anchored", "find", "nearest"]

# The words themselves count most: both sides together do not outweigh them. The Hypothesis annotation
# client weighs in these proportions.
QUOTE = 50
# Either side alone proves little, and neither more than the other.
PREFIX = 20
SUFFIX = 20

# Of a sentence one word in four may differ. Below that, another sentence on the same subject is as near.
FLOOR = 0.75

# Folded characters. The time to align grows with the square of the quote: of a longer one the beginning is looked for.
LONG = 2000

# Places of one quote that are held against its prefix and suffix. Of more, those are looked for beside which the
# letters of a side next to the quote stand as they are.
MOST_PLACES = 100
_NEXT = 12

# Letters of a text times those of a quote: what is more is first narrowed down by pieces that both have.
_WIDE = 20_000_000
_PIECE, _PIECES, _VOTES = 5, 48, 200  # letters of a piece, pieces of a quote, places of a piece that count

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quote stands and how well: `start` and `end` in code points, -1 for an orphan; `score` in 0..1."""

    start: int
    end: int
    grade: Grade
    score: float


def find(text: str, quote: str, prefix: str = "", suffix: str = "") -> Anchor:
    """The place of a quote in a text (W3C TextQuoteSelector), with a grade (see `model.Grade`).

    verbatim: these very words, at one place, or at the one that prefix and suffix choose.
    normalised: the same but for typography, case, accents or white space.
    ambiguous: the words stand at several places and nothing chooses; the first of the best is given.
    moved: the words stand at one place, and beside it is not what prefix and suffix say.
    edited: the words differ; the nearest passage, whole words, scores FLOOR or more.
    orphan: nothing in the text comes near.
    """
    sides = _Sides(folded_line(prefix), folded_line(suffix))
    literal = _Sides(prefix.strip(), suffix.strip())
    quote_text = folded_line(quote)
    if not quote_text:
        return Anchor(-1, -1, "orphan", 0.0)
    if anchor := _chosen(text, _places(text, quote, literal), "verbatim", sides):
        return anchor
    page = _page(text)
    folded = (page.span(*place) for place in _places(page.text, quote_text, sides))
    # Two folded places can lie in one character: "..." in an ellipsis.
    once = (span for span, _ in groupby(folded))
    if anchor := _chosen(text, once, "normalised", sides):
        return anchor
    best = _nearest(text, quote_text, sides)
    return best if best.score >= FLOOR else Anchor(-1, -1, "orphan", best.score)


def nearest(text: str, quote: str, prefix: str = "", suffix: str = "") -> Anchor:
    """The passage that is most like a quote, however little that is: `score` says how much."""
    return _nearest(text, folded_line(quote), _Sides(folded_line(prefix), folded_line(suffix)))


@lru_cache(maxsize=16)
def _page(text: str) -> Folded:
    # Facts come article by article: a few pages are enough, and a page is larger than its text.
    return fold_with_offsets(text).squeezed()


def _places(text: str, words: str, sides: _Sides) -> Iterator[Span]:
    """Yield the places of words in a text, of more than MOST_PLACES those first that stand beside a side's nearest."""
    ordered = list(islice(_found(text, words), MOST_PLACES + 1))
    if len(ordered) > MOST_PLACES:
        beside = (
            (at + len(before), end - len(after))
            for before, after in sides.nearest()
            for at, end in islice(_found(text, f"{before}{words}{after}"), MOST_PLACES)
        )
        ordered = [*islice(dict.fromkeys(beside), MOST_PLACES), *ordered[:-1]]
    yield from dict.fromkeys(ordered)


def _found(text: str, words: str) -> Iterator[Span]:
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)


@dataclass(frozen=True, slots=True)
class _Sides:
    """What the quote is said to stand between, folded. An empty side says nothing."""

    prefix: str
    suffix: str

    @property
    def weight(self) -> int:
        return (PREFIX if self.prefix else 0) + (SUFFIX if self.suffix else 0)

    def nearest(self) -> Iterator[tuple[str, str]]:
        """Yield what may stand just before and after the words: the letters of the prefix or suffix next to them."""
        for gap in (" ", "", "\n"):
            if self.prefix:
                yield self.prefix[-_NEXT:] + gap, ""
            if self.suffix:
                yield "", gap + self.suffix[:_NEXT]

    def alike(self, text: str, start: int, end: int) -> float:
        """How far what stands beside a place is what should: 0..1, and 1 where nothing is said."""
        total = 0.0
        # Twice the length and a little, because white space may collapse.
        if size := len(self.prefix):
            before = folded_line(text[max(0, start - 2 * size - 20) : start])
            total += PREFIX * _ratio(self.prefix, before[-size:])
        if size := len(self.suffix):
            after = folded_line(text[end : end + 2 * size + 20])
            total += SUFFIX * _ratio(self.suffix, after[:size])
        return total / self.weight if self.weight else 1.0

    def score(self, words: float, alike: float) -> float:
        """The weighted mean of how alike the words are and how alike the sides, 0..1."""
        return (QUOTE * words + self.weight * alike) / (QUOTE + self.weight)


def _ratio(one: str, other: str) -> float:
    return fuzz.ratio(one, other) / 100


def _chosen(text: str, places: Iterator[Span], grade: Grade, sides: _Sides) -> Anchor | None:
    """The place that the sides choose among those where the words stand; None where they stand nowhere."""
    # Without sides, a second place is enough to know that nothing chooses.
    spans = list(places if sides.weight else islice(places, 2))
    if not spans:
        return None
    alike = [sides.alike(text, *span) for span in spans]
    best = max(alike)
    if len(spans) > 1 and (best < FLOOR or alike.count(best) > 1):
        grade = "ambiguous"
    elif best < FLOOR:
        grade = "moved"
    return Anchor(*spans[alike.index(best)], grade, sides.score(1.0, best))


def _nearest(text: str, quote_text: str, sides: _Sides) -> Anchor:
    """Return the most similar passage, searched by the quote alone and then together with its prefix and suffix."""
    page = _page(text)
    best = Anchor(-1, -1, "orphan", 0.0)
    for needle in dict.fromkeys((quote_text, f"{sides.prefix} {quote_text} {sides.suffix}".strip())):
        area = _alignment(needle, page.text, 0, len(page.text))
        start, end = _whole_words(quote_text, page.text, *_alignment(quote_text, page.text, *area))
        span = page.span(start, end)
        score = sides.score(_ratio(quote_text, page.text[start:end]), sides.alike(text, *span))
        if score > best.score:
            best = Anchor(*span, "edited", score)
    return best


def _alignment(quote_text: str, text: str, start: int, end: int) -> Span:
    """Where in `text[start:end]` the words fit best. A window of their length: its ends may cut words."""
    if (end - start) * min(len(quote_text), LONG) > _WIDE:
        low, high = _narrowed(quote_text, text, start, end)
    else:
        low, high = start, end
    found = fuzz.partial_ratio_alignment(quote_text[:LONG], text[low:high])
    rest = len(quote_text[LONG:])
    return (low + found.dest_start, min(end, low + found.dest_end + rest)) if found else (start, end)


def _narrowed(quote_text: str, text: str, start: int, end: int) -> Span:
    """The part of a long text that has most pieces of the quote in their order, rare ones counting most.

    To align a quote of 2,000 letters with 1 MB takes ten seconds, to find its pieces there 20 ms.
    """
    sought = quote_text[:LONG]
    reach = max(len(sought), _PIECE)
    votes: Counter[int] = Counter()
    for offset in range(0, max(1, len(sought) - _PIECE), max(1, len(sought) // _PIECES)):
        places = list(islice(_found(text, sought[offset : offset + _PIECE]), _VOTES + 1))
        common = len(places) > _VOTES  # it says little, and its first places say nothing of the others
        for at, _ in places[: 1 if common else _VOTES]:
            if start <= at < end:
                votes[(at - offset) // reach] += 1 if common else _VOTES // len(places)
    if not votes:
        return start, min(end, start + reach)
    # a passage may begin at the end of one stretch and go on in the next
    best = max(votes, key=lambda n: (votes[n] + votes[n + 1], -n))
    return max(start, (best - 1) * reach), min(end, (best + 3) * reach)


_UNIT = re.compile("[\u2e80-\ud7ff]|[^\\W\u2e80-\ud7ff]+|[^\\w\\s]")  # a character of CJK, a word, a sign


def _whole_words(quote_text: str, text: str, start: int, end: int) -> Span:
    """The passage around a window, in whole words, that is most like the words quote_text."""
    reach = len(quote_text)
    if reach > LONG:
        return start, end
    # From space to space, but no further than twice the reach: some scripts have no spaces.
    low = max(text.rfind(" ", 0, max(0, start - reach)) + 1, start - 2 * reach)
    space = text.find(" ", end + reach)
    high = min(space if space >= 0 else len(text), end + 2 * reach)
    units = list(_UNIT.finditer(text, low, high))
    starts = [unit.start() for unit in units]
    ends = [unit.end() for unit in units]
    for _ in range(2):  # a second look, because the best end depends on the start
        end = max((e for e in ends if e > start), key=lambda e: _ratio(quote_text, text[start:e]), default=end)
        start = max((s for s in starts if s < end), key=lambda s: _ratio(quote_text, text[s:end]), default=start)
    return start, end


@dataclass(frozen=True)
class Corpus:
    """A fact file whose every evidence is anchored, and the sentences of its sources by source id."""

    file: FactFile
    sentences: Mapping[str, tuple[Span, ...]]

    @cached_property
    def files(self) -> dict[str, str]:
        """Source id → the file of its text, as the fact file names it."""
        return {source.id: source.file for source in self.file.sources}

    @cached_property
    def find(self) -> Callable[[str, str, str, str], Anchor]:
        """`find`, which seeks a quote once: several facts may rest on it."""
        return lru_cache(maxsize=50_000)(find)


def anchor_evidence(file: FactFile, progress: Callable[[int, int], None] | None = None) -> Corpus:
    """Anchor every evidence of a fact file, and mark its outside dates.

    `progress` is called after each evidence with the numbers done and in all.
    """
    once = {text: tuple(sentences(text)) for text in set(file.texts.values())}
    spans = {source: once[text] for source, text in file.texts.items()}
    total = sum(1 for record in file.records() for _ in evidence_of(record))
    done = 0

    corpus = Corpus(file, spans)

    def counted(evidence: Evidence) -> Evidence:
        nonlocal done
        done += 1
        if progress:
            progress(done, total)
        return anchored(evidence, corpus)

    sources = {source.id: source for source in file.sources}
    sections = {
        section: tuple(mark_outside_dates(map_evidence(record, counted), sources) for record in getattr(file, section))
        for section in SECTIONS
    }
    return Corpus(replace(file, **sections), spans)


def anchored(evidence: Evidence, corpus: Corpus) -> Evidence:
    """The evidence with its place, its sentences and its grade, in a file whose sentences are known."""
    spans = corpus.sentences[evidence.source]
    anchor = corpus.find(corpus.file.texts[evidence.source], evidence.quote, evidence.prefix, evidence.suffix)
    first, last = _touched(spans, anchor)
    return replace(
        evidence,
        file=corpus.files[evidence.source],
        sentence=first,
        last_sentence=last,
        start=anchor.start,
        end=anchor.end,
        grade=anchor.grade,
    )


def _touched(spans: tuple[Span, ...], anchor: Anchor) -> Span:
    """The numbers of the first and last sentence that a place touches, -1 for an orphan."""
    if anchor.start < 0:
        return -1, -1
    first = bisect_right(spans, anchor.start, key=itemgetter(1))
    return first, bisect_left(spans, anchor.end, key=itemgetter(0)) - 1
