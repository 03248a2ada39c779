"""Find a quote in its source, and grade how well it matches.

A quote is searched verbatim, then folded, then fuzzily. The words just before and after it (`prefix`, `suffix`) choose
between several places, and confirm a single one. (W3C Web Annotation, TextQuoteSelector.)
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby, islice

from eujdef_tui.factfile.alignment import align, letter_ratio, occurrences, whole_words
from eujdef_tui.factfile.quote_places import QuotePlaces
from eujdef_tui.model.field_types import Grade
from eujdef_tui.text.folded_text import FoldedText
from eujdef_tui.text.unicode import folded_line

__all__ = [
    "FEW_PLACES",
    "FLOOR",
    "MOST_PLACES",
    "NOWHERE",
    "WORK_FOR_PLACE",
    "Anchor",
    "Page",
    "Span",
    "find",
    "find_exact",
    "find_folded",
    "find_nearest",
    "find_written",
    "nearest",
]

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
WORK_FOR_PLACE = 200  # to hold one against prefix and suffix

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quote stands and how well: `start` and `end` in code points, -1 for an orphan; `score` in 0..1."""

    start: int
    end: int
    grade: Grade
    score: float


NOWHERE = Anchor(-1, -1, "orphan", 0.0)


class Page:
    """A text, and those quotes that are known to be sought in it: many are found in the time of a few."""

    def __init__(self, text: str, quotes: Collection[str] = ()) -> None:
        self.text = text
        self._quotes = quotes
        self.places = QuotePlaces(text, quotes)

    @cached_property
    def fold(self) -> FoldedText:
        """The text folded, runs of spaces as one."""
        return FoldedText(self.text, squeezed=True)

    def folds(self, quote: str) -> bool:
        """Whether folding changes a quote or the text: else it stands there as it is written, or nowhere."""
        return folded_line(quote) != quote or self._is_changed

    @cached_property
    def _is_changed(self) -> bool:
        return self.fold.folded != self.text

    @cached_property
    def folded_places(self) -> QuotePlaces:
        """Where those quotes stand in the folded text that do not stand in it as they are written."""
        lost = (quote for quote in self._quotes if self.folds(quote) and not self.places.stands(quote))
        return QuotePlaces(self.fold.folded, map(folded_line, lost))


@lru_cache(maxsize=16)
def _page_of(text: str) -> Page:
    # Facts come article by article: a few pages are enough, and a page is larger than its text.
    return Page(text)


def _page(text: str | Page) -> Page:
    return text if isinstance(text, Page) else _page_of(text)


def find(text: str | Page, quote: str, prefix: str = "", suffix: str = "") -> Anchor:
    """The place of a quote in a text (W3C TextQuoteSelector), with a grade (see `model.Grade`).

    verbatim: these very words, at one place, or at the one that prefix and suffix choose.
    normalised: the same but for typography, case, accents or white space.
    ambiguous: the words stand at several places and nothing chooses; the first of the best is given.
    moved: the words stand at one place, and beside it is not what prefix and suffix say.
    edited: the words differ; the nearest passage, whole words, scores FLOOR or more.
    orphan: nothing in the text comes near.
    """
    page = _page(text)
    return find_exact(page, quote, prefix, suffix) or find_nearest(page, quote, prefix, suffix)


def find_exact(
    text: str | Page, quote: str, prefix: str = "", suffix: str = "", *, widely: bool = True
) -> Anchor | None:
    """The place where the words stand letter for letter, or folded; None where they do not.

    Without `widely`, of many places the first FEW_PLACES alone are looked at.
    """
    if not quote.strip() or (not quote.isascii() and not folded_line(quote)):
        return NOWHERE
    page = _page(text)
    return find_written(page, quote, prefix, suffix, widely=widely) or find_folded(
        page, quote, prefix, suffix, widely=widely
    )


def find_written(page: Page, quote: str, prefix: str, suffix: str, *, widely: bool) -> Anchor | None:
    """The place where the words stand letter for letter."""
    literal = _Sides(prefix.strip(), suffix.strip())
    places = _places(page.text, page.places, quote, literal, MOST_PLACES if widely else FEW_PLACES)
    return _chosen(page.text, places, "verbatim", _sides(prefix, suffix))


def find_folded(page: Page, quote: str, prefix: str, suffix: str, *, widely: bool) -> Anchor | None:
    """The place where the words stand, but for typography, case, accents and white space."""
    quote_text, sides = folded_line(quote), _sides(prefix, suffix)
    most = MOST_PLACES if widely else FEW_PLACES
    places = _places(page.fold.folded, page.folded_places, quote_text, sides, most)
    folded = (page.fold.span(*place) for place in places)
    # Two folded places can lie in one character: "..." in an ellipsis.
    return _chosen(page.text, (span for span, _ in groupby(folded)), "normalised", sides)


def _places(text: str, known: QuotePlaces, words: str, sides: _Sides, most: int) -> Iterator[Span]:
    """Yield places of words in a text, of more than MOST_PLACES those first that stand beside a side's nearest."""
    if most < MOST_PLACES:
        yield from islice(known.occurrences(words), most)
        return
    ordered = list(islice(known.occurrences(words), MOST_PLACES + 1))
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


def _sides(prefix: str, suffix: str) -> _Sides:
    return _Sides(folded_line(prefix), folded_line(suffix)) if prefix or suffix else _ANYWHERE


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


def find_nearest(text: str | Page, quote: str, prefix: str, suffix: str) -> Anchor:
    """Return the nearest passage of a text; an orphan where none is near enough."""
    best = nearest(text, quote, prefix, suffix)
    return best if best.score >= FLOOR else Anchor(-1, -1, "orphan", best.score)


def nearest(text: str | Page, quote: str, prefix: str = "", suffix: str = "") -> Anchor:
    """The passage that is most like a quote, however little that is: `score` says how much.

    It is searched by the quote alone and then together with its prefix and suffix.
    """
    page, sides, quote_text = _page(text), _Sides(folded_line(prefix), folded_line(suffix)), folded_line(quote)
    folded = page.fold.folded
    best = NOWHERE
    for needle in dict.fromkeys((quote_text, f"{sides.prefix} {quote_text} {sides.suffix}".strip())):
        area = align(needle, folded, 0, len(folded))
        start, end = whole_words(quote_text, folded, *align(quote_text, folded, *area))
        span = page.fold.span(start, end)
        score = sides.score(letter_ratio(quote_text, folded[start:end]), sides.alike(*sides.around(page.text, *span)))
        if score > best.score:
            best = Anchor(*span, "edited", score)
    return best
