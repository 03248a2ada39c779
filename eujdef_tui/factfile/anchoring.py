"""Anchor quotes: find each quote in its source, and grade how well it matches.

A quote is searched verbatim, then folded, then fuzzily. The words just before and after it (`prefix`, `suffix`) choose
between several places, and confirm a single one. (W3C Web Annotation, TextQuoteSelector.)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby, islice
from operator import itemgetter

from eujdef_tui.errors import Place
from eujdef_tui.factfile.alignment import align, letter_ratio, occurrences, whole_words, work_of
from eujdef_tui.factfile.outside_dates import mark_outside_dates
from eujdef_tui.factfile.word_places import places_in
from eujdef_tui.model.field_types import Grade
from eujdef_tui.model.parts import evidence_of, map_evidence
from eujdef_tui.model.records import SECTIONS, Evidence, FactFile
from eujdef_tui.model.struct import replace
from eujdef_tui.text.sentences import sentences
from eujdef_tui.text.unicode import Folded, fold_with_offsets, folded_line

__all__ = ["FLOOR", "Anchor", "Corpus", "Seeker", "anchor_evidence", "anchored", "find", "find_exact", "nearest"]

# The words themselves count most: both sides together do not outweigh them. The Hypothesis annotation
# client weighs in these proportions.
QUOTE = 50
# Either side alone proves little, and neither more than the other.
PREFIX = 20
SUFFIX = 20

# Of a sentence one word in four may differ. Below that, another sentence on the same subject is as near.
FLOOR = 0.75

# Places of one quote that are held against its prefix and suffix. Of more, those are looked for beside which the
# letters of a side next to the quote stand as they are.
MOST_PLACES = 100
_NEXT = 12
FEW_PLACES = 10  # that are looked at where a file has taken its work
_WORK_FOR_PLACE = 200  # to hold one against prefix and suffix

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quote stands and how well: `start` and `end` in code points, -1 for an orphan; `score` in 0..1."""

    start: int
    end: int
    grade: Grade
    score: float


_NOWHERE = Anchor(-1, -1, "orphan", 0.0)


def find(text: str, quote: str, prefix: str = "", suffix: str = "") -> Anchor:
    """The place of a quote in a text (W3C TextQuoteSelector), with a grade (see `model.Grade`).

    verbatim: these very words, at one place, or at the one that prefix and suffix choose.
    normalised: the same but for typography, case, accents or white space.
    ambiguous: the words stand at several places and nothing chooses; the first of the best is given.
    moved: the words stand at one place, and beside it is not what prefix and suffix say.
    edited: the words differ; the nearest passage, whole words, scores FLOOR or more.
    orphan: nothing in the text comes near.
    """
    return find_exact(text, quote, prefix, suffix) or _nearest(text, quote, prefix, suffix)


def find_exact(text: str, quote: str, prefix: str = "", suffix: str = "", *, widely: bool = True) -> Anchor | None:
    """The place where the words stand letter for letter, or folded; None where they do not.

    Without `widely`, of many places the first FEW_PLACES alone are looked at.
    """
    sides = _Sides(folded_line(prefix), folded_line(suffix)) if prefix or suffix else _ANYWHERE
    literal = _Sides(prefix.strip(), suffix.strip())
    if not quote.strip() or (not quote.isascii() and not folded_line(quote)):
        return _NOWHERE
    most = MOST_PLACES if widely else FEW_PLACES
    if anchor := _chosen(text, _places(text, quote, literal, most), "verbatim", sides):
        return anchor
    page, quote_text = _page(text), folded_line(quote)
    folded = (page.span(*place) for place in _places(page.text, quote_text, sides, most))
    # Two folded places can lie in one character: "..." in an ellipsis.
    return _chosen(text, (span for span, _ in groupby(folded)), "normalised", sides)


@lru_cache(maxsize=16)
def _page(text: str) -> Folded:
    # Facts come article by article: a few pages are enough, and a page is larger than its text.
    return fold_with_offsets(text).squeezed()


def _places(text: str, words: str, sides: _Sides, most: int) -> Iterator[Span]:
    """Yield places of words in a text, of more than MOST_PLACES those first that stand beside a side's nearest."""
    if most < MOST_PLACES:
        yield from islice(places_in(text).occurrences(words), most)
        return
    ordered = list(islice(places_in(text).occurrences(words), MOST_PLACES + 1))
    if len(ordered) > MOST_PLACES:
        beside = (
            (at + len(before), end - len(after))
            for before, after in sides.nearest()
            for at, end in islice(occurrences(text, f"{before}{words}{after}"), MOST_PLACES)
        )
        ordered = [*islice(dict.fromkeys(beside), MOST_PLACES), *ordered[:-1]]
    yield from dict.fromkeys(ordered)


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

    def around(self, text: str, start: int, end: int) -> tuple[str, str]:
        """What stands beside a place: twice the length and a little, because white space may collapse."""
        before, after = len(self.prefix), len(self.suffix)
        return (
            text[max(0, start - 2 * before - 20) : start] if before else "",
            text[end : end + 2 * after + 20] if after else "",
        )

    def alike(self, before: str, after: str) -> float:
        """How far what stands beside a place is what should: 0..1, and 1 where nothing is said."""
        total = 0.0
        if size := len(self.prefix):
            total += PREFIX * letter_ratio(self.prefix, folded_line(before)[-size:])
        if size := len(self.suffix):
            total += SUFFIX * letter_ratio(self.suffix, folded_line(after)[:size])
        return total / self.weight if self.weight else 1.0

    def score(self, words: float, alike: float) -> float:
        """The weighted mean of how alike the words are and how alike the sides, 0..1."""
        return (QUOTE * words + self.weight * alike) / (QUOTE + self.weight)


_ANYWHERE = _Sides("", "")


def _chosen(text: str, places: Iterator[Span], grade: Grade, sides: _Sides) -> Anchor | None:
    """The place that the sides choose among those where the words stand; None where they stand nowhere."""
    # Without sides, a second place is enough to know that nothing chooses.
    spans = list(places if sides.weight else islice(places, 2))
    if not spans:
        return None
    if not sides.weight:
        return Anchor(*spans[0], "ambiguous" if len(spans) > 1 else grade, 1.0)
    around = [sides.around(text, *span) for span in spans]
    once = {beside: sides.alike(*beside) for beside in dict.fromkeys(around)}  # a repeated line has the same around it
    alike = [once[beside] for beside in around]
    best = max(alike)
    if len(spans) > 1 and (best < FLOOR or alike.count(best) > 1):
        grade = "ambiguous"
    elif best < FLOOR:
        grade = "moved"
    return Anchor(*spans[alike.index(best)], grade, sides.score(1.0, best))


def _nearest(text: str, quote: str, prefix: str, suffix: str) -> Anchor:
    best = nearest(text, quote, prefix, suffix)
    return best if best.score >= FLOOR else Anchor(-1, -1, "orphan", best.score)


def nearest(text: str, quote: str, prefix: str = "", suffix: str = "") -> Anchor:
    """The passage that is most like a quote, however little that is: `score` says how much.

    It is searched by the quote alone and then together with its prefix and suffix.
    """
    page, sides, quote_text = _page(text), _Sides(folded_line(prefix), folded_line(suffix)), folded_line(quote)
    best = _NOWHERE
    for needle in dict.fromkeys((quote_text, f"{sides.prefix} {quote_text} {sides.suffix}".strip())):
        area = align(needle, page.text, 0, len(page.text))
        start, end = whole_words(quote_text, page.text, *align(quote_text, page.text, *area))
        span = page.span(start, end)
        score = sides.score(letter_ratio(quote_text, page.text[start:end]), sides.alike(*sides.around(text, *span)))
        if score > best.score:
            best = Anchor(*span, "edited", score)
    return best


# Work that a fact file may cause by quotes that stand nowhere word for word, or at very many places (see `work_of`):
# half a second for any, and more for one of many quotes or of long articles.
_WORK, _WORK_FOR_QUOTE, _WORK_FOR_LETTER = 25_000_000, 3_000, 25


class Seeker:
    """Seeks quotes, each once, since several facts may rest on it, and no longer than a fact file may take.

    Where the quotes of a file that stand nowhere word for word have taken the work that it is allowed, the further ones
    are orphans, and `unsought` has their places; also those of quotes at very many places that were not all looked at.
    """

    def __init__(self, quoted: Iterable[tuple[Place, str]], texts: Mapping[str, str]) -> None:
        """`quoted`: the place and the source of each quote, by which each fact file is allowed its work."""
        self.unsought: set[Place] = set()
        self._left: dict[str, int] = {}
        self._paid: dict[str, set[tuple[str, ...]]] = {}
        known: set[tuple[str, str]] = set()
        for (path, *_), source in quoted:
            more = _WORK_FOR_QUOTE
            if (path, source) not in known:
                known.add((path, source))
                more += _WORK_FOR_LETTER * len(texts.get(source, ""))
            self._left[path] = self._left.get(path, _WORK) + more
        self._exact, self._nearest = lru_cache(maxsize=50_000)(find_exact), lru_cache(maxsize=50_000)(_nearest)

    def find(self, place: Place, text: str, quote: str, prefix: str, suffix: str) -> Anchor:
        """Return what the function `find` does for the quote at a place in a fact file."""
        asked = (text, quote, prefix, suffix)
        widely = True
        if prefix or suffix:
            count = sum(1 for _ in islice(places_in(text).occurrences(quote), MOST_PLACES + 1))
            if count > FEW_PLACES:
                more = len(text) // 2 if count > MOST_PLACES else 0
                widely = self._pays(place, asked, count * _WORK_FOR_PLACE + more)
        if anchor := self._exact(*asked, widely=widely):
            return anchor
        work = work_of(_page(text).text, quote) * (2 if prefix or suffix else 1)
        return self._nearest(*asked) if self._pays(place, asked, work) else _NOWHERE

    def _pays(self, place: Place, asked: tuple[str, ...], work: int) -> bool:
        """Take work from what the file of a place is allowed, once for each quote; return whether that was enough.

        By file, also where another has paid: a file that is read alone gives what it gives among others.
        """
        paid = self._paid.setdefault(place.path, set())
        if asked in paid:
            return True
        left = self._left.get(place.path, 0)
        self._left[place.path] = max(0, left - work)
        if work > left:
            self.unsought.add(place)
            return False
        paid.add(asked)
        return True


@dataclass(frozen=True)
class Corpus:
    """A fact file whose every evidence is anchored, and the sentences of its sources by source id.

    `unsought`: the places of quotes that were not compared any further (see `Seeker`).
    """

    file: FactFile
    sentences: Mapping[str, tuple[Span, ...]]
    unsought: frozenset[Place] = frozenset()

    @cached_property
    def files(self) -> dict[str, str]:
        """Source id → the file of its text, as the fact file names it."""
        return {source.id: source.file for source in self.file.sources}

    @cached_property
    def seeker(self) -> Seeker:
        """Seeks the quotes of its evidence."""
        quoted = [(item.place, item.source) for record in self.file.records() for item in evidence_of(record)]
        return Seeker(quoted, self.file.texts)


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
    return Corpus(replace(file, **sections), spans, frozenset(corpus.seeker.unsought))


def anchored(evidence: Evidence, corpus: Corpus) -> Evidence:
    """The evidence with its place, its sentences and its grade, in a file whose sentences are known."""
    spans = corpus.sentences[evidence.source]
    text = corpus.file.texts[evidence.source]
    anchor = corpus.seeker.find(evidence.place, text, evidence.quote, evidence.prefix, evidence.suffix)
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
