"""The fact file as the rules see it: anchored quotes, sentences by source, and the words of all sources."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from eujdef_tui.errors import Place
from eujdef_tui.factfile.anchoring import Corpus, Seeker
from eujdef_tui.model.file_reader import FileReader
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Evidence, FactFile, NoFact, Record, Source
from eujdef_tui.model.struct import replace
from eujdef_tui.rules.truth.cast import Cast
from eujdef_tui.rules.truth.claim import Article, Claim
from eujdef_tui.rules.truth.gathering import article_of, cast_of, claims_of
from eujdef_tui.text.tokens import words
from eujdef_tui.text.unicode import fold

__all__ = ["Ledger", "Wording", "noted"]


@dataclass(frozen=True)
class Ledger:
    """A fact file with its quotes anchored, and values over the whole file that several rules use."""

    corpus: Corpus

    @property
    def file(self) -> FactFile:
        """The fact file."""
        return self.corpus.file

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """Every record, in the order of the file."""
        return self.file.records()

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources by id."""
        return {source.id: source for source in self.file.sources}

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """Every evidence of every record, in the order of the file."""
        return tuple(evidence for record in self.records for evidence in evidence_of(record))

    @cached_property
    def no_facts(self) -> tuple[Evidence, ...]:
        """Every no_fact quote, anchored in its source as evidence is."""
        return self._no_facts[0]

    @cached_property
    def unsought(self) -> frozenset[Place]:
        """The places of quotes, of evidence and of no_fact, that were not compared any further (see `Seeker`)."""
        return self.corpus.unsought | self._no_facts[1]

    @cached_property
    def _no_facts(self) -> tuple[tuple[Evidence, ...], frozenset[Place]]:
        seeker = Seeker(((one.id, item) for one in self.file.sources for item in one.no_fact), self.file.texts)
        quotes = [self._anchored(one.id, item, seeker) for one in self.file.sources for item in one.no_fact]
        return tuple(quotes), frozenset(seeker.unsought)

    @cached_property
    def supporting(self) -> dict[str, frozenset[int]]:
        """Source id → the sentences on which a record rests."""
        return self._sentences(self.evidence)

    @cached_property
    def named(self) -> dict[str, frozenset[int]]:
        """Source id → the sentences that no_fact names."""
        return self._sentences(self.no_facts)

    @cached_property
    def wording(self) -> Wording:
        """The words of all sources."""
        return Wording(self.file.texts.values())

    @cached_property
    def reading(self) -> FileReader:
        """What search reads of all records, within its limits."""
        reader = FileReader()
        for record in self.records:
            reader.read(record, self.corpus.quoted(record, evidence_of(record)))
        return reader

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The texts of the sources by id, as the truth checks read them."""
        return {source.id: article_of(source, self.corpus) for source in self.file.sources}

    @cached_property
    def cast(self) -> Cast:
        """The actors, as they are found in texts."""
        return cast_of(self.corpus)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every fact that the truth checks look at: what is noted as known from outside is left out."""
        return tuple(claims_of(self.corpus, self.articles, self.cast))

    def sentence(self, source: str, number: int) -> str:
        """The text of a sentence, by its number from 0."""
        start, end = self.corpus.sentences[source][number]
        return self.file.texts[source][start:end]

    def _anchored(self, source: str, item: NoFact, seeker: Seeker) -> Evidence:
        anchor = seeker.find(self.file.texts[source], item)
        quote = Evidence(
            place=item.place,
            source=source,
            quote=item.quote,
            file=self.sources[source].file,
            start=anchor.start,
            end=anchor.end,
            grade=anchor.grade,
        )
        if anchor.start < 0:
            return quote
        starts = [start for start, _ in self.corpus.sentences[source]]
        first, last = (bisect_right(starts, at) - 1 for at in (anchor.start, anchor.end - 1))
        return replace(quote, sentence=first, last_sentence=last)

    def _sentences(self, quotes: Iterable[Evidence]) -> dict[str, frozenset[int]]:
        found: dict[str, set[int]] = {source: set() for source in self.sources}
        for quote in quotes:
            if quote.sentence >= 0:
                found[quote.source].update(range(quote.sentence, quote.last_sentence + 1))
        return {source: frozenset(numbers) for source, numbers in found.items()}


class Wording:
    """The words of many texts, folded, with the places of each: a name is found by its rarest word."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words: list[str] = []
        self._places: dict[str, list[int]] = defaultdict(list)
        for word in self._read(texts):
            self._places[word].append(len(self._words))
            self._words.append(word)

    @staticmethod
    def _read(texts: Iterable[str]) -> Iterator[str]:
        for text in texts:
            yield from _tokens(text)
            yield ""  # no name reaches from one text into the next

    def has(self, name: str) -> bool:
        """Whether the words of the name stand in one text, in this order and in a row."""
        sought = _tokens(name)
        if not sought:
            return False
        rarest = min(range(len(sought)), key=lambda i: len(self._places.get(sought[i], ())))
        starts = (place - rarest for place in self._places.get(sought[rarest], ()))
        return any(self._words[start : start + len(sought)] == sought for start in starts if start >= 0)


def _tokens(text: str) -> list[str]:
    """The folded words, and of scripts without spaces, where words do not show, the characters."""
    tokens: list[str] = []
    for word in words(fold(text)):  # folded first: faster, as no offsets are kept
        tokens.extend(word.folded if word.folded > "\u2e80" else (word.folded,))
    return tokens


def noted(note: str, *nodes: Any) -> bool:
    """Whether one of the records, or parts of them, carries this `x-` note with a reason."""
    return any(node.x.get(note, "").strip() for node in nodes)
