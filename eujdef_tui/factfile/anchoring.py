"""Anchor the quotes of a fact file: each is found in its source, within the work that the file may take."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from operator import itemgetter

from eujdef_tui.errors import Place
from eujdef_tui.factfile.alignment import work_of
from eujdef_tui.factfile.outside_dates import mark_outside_dates
from eujdef_tui.factfile.quote_finding import (
    FEW_PLACES,
    MOST_PLACES,
    NOWHERE,
    WORK_FOR_PLACE,
    Anchor,
    Page,
    Span,
    find_folded,
    find_nearest,
    find_written,
)
from eujdef_tui.factfile.quote_places import QuotePlaces
from eujdef_tui.model.parts import evidence_of, map_evidence
from eujdef_tui.model.records import SECTIONS, Evidence, FactFile, NoFact, Record, Source
from eujdef_tui.model.struct import replace
from eujdef_tui.text.sentences import sentences
from eujdef_tui.text.unicode import folded_line

__all__ = ["Corpus", "Seeker", "anchor_evidence", "anchored"]

# Work that a fact file may cause by quotes that stand nowhere word for word, or at very many places (see `work_of`):
# a third of a second for any, and more for one of many quotes or of long articles.
_WORK, _WORK_FOR_QUOTE, _WORK_FOR_LETTER = 15_000_000, 2_000, 20
# Beside that, a quote of which each row of letters (see `QuotePlaces`) stands at very many places; one that is a
# sentence has a rarer row.
_RARE, _WORK_FOR_LOOK = 1_000, 10


class Seeker:
    """Seeks quotes, each once, since several facts may rest on it, and no longer than a fact file may take.

    Where the quotes of a file that stand nowhere word for word have taken the work that it is allowed, the further ones
    are orphans, and `unsought` has their places; also those of quotes at very many places that were not all looked at.
    """

    def __init__(self, quoted: Iterable[tuple[str, Evidence | NoFact]], texts: Mapping[str, str]) -> None:
        """`quoted`: each quote with its source. By its place each fact file is allowed its work."""
        self.unsought: set[Place] = set()
        self._left: dict[str, int] = {}
        self._paid: dict[str, set[tuple[object, ...]]] = {}
        known: set[tuple[str, str]] = set()
        quotes: dict[str, dict[str, None]] = defaultdict(dict)
        for source, item in quoted:
            path, text = item.place.path, texts.get(source, "")
            more = _WORK_FOR_QUOTE
            if (path, source) not in known:
                known.add((path, source))
                more += _WORK_FOR_LETTER * len(text)
            self._left[path] = self._left.get(path, _WORK) + more
            quotes[text][item.quote] = None
        self._pages = {text: Page(text, some) for text, some in quotes.items()}
        kept = lru_cache(maxsize=50_000)
        self._written, self._folded, self._nearest = kept(find_written), kept(find_folded), kept(find_nearest)

    def find(self, source_text: str, item: Evidence | NoFact) -> Anchor:
        """Return what the function `find` does for one of the quotes, in the text of its source."""
        place, quote, prefix, suffix = item.place, item.quote, item.prefix, item.suffix
        page = self._pages[source_text]
        asked = (page, quote, prefix, suffix)
        widely = True
        if not quote.strip() or (not quote.isascii() and not folded_line(quote)):
            return NOWHERE
        if not self._may_look(place, page.places, quote):
            return NOWHERE
        if prefix or suffix:
            count = sum(1 for _ in islice(page.places.occurrences(quote), MOST_PLACES + 1))
            if count > FEW_PLACES:
                more = len(page.text) // 2 if count > MOST_PLACES else 0
                widely = self._pays(place, asked, count * WORK_FOR_PLACE + more)
        if anchor := self._written(*asked, widely=widely):
            return anchor
        if page.folds(quote):
            if not self._may_look(place, page.folded_places, folded_line(quote)):
                return NOWHERE
            if anchor := self._folded(*asked, widely=widely):
                return anchor
        work = work_of(page.fold.folded, quote) * (2 if prefix or suffix else 1)
        return self._nearest(*asked) if self._pays(place, asked, work) else NOWHERE

    def _may_look(self, place: Place, places: QuotePlaces, words: str) -> bool:
        """Whether a quote may be looked for: one whose rows of letters all stand at very many places costs the file."""
        work = places.work(words)
        return work <= _RARE or self._pays(place, (places, words), work * _WORK_FOR_LOOK)

    def _pays(self, place: Place, asked: tuple[object, ...], work: int) -> bool:
        """Take work from what the file of a place is allowed, once for what is asked; return whether that was enough.

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

    def quoted(self, record: Record, evidence: Iterable[Evidence]) -> list[str]:
        """The quotes of a record, which has this evidence; of a source, the sentences of its article."""
        if isinstance(record, Source):
            text = self.file.texts[record.id]
            return [text[start:end] for start, end in self.sentences[record.id]]
        return [item.quote for item in evidence]

    @cached_property
    def seeker(self) -> Seeker:
        """Seeks the quotes of its evidence."""
        quoted = [(item.source, item) for record in self.file.records() for item in evidence_of(record)]
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
    anchor = corpus.seeker.find(text, evidence)
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
