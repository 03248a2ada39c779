"""Claim: a fact with the passages it rests on, as the truth checks see it. `rules/truth/__init__.py` makes one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from eujdef_tui.model.records import Agreement, Event, Evidence, Milestone, Statement
from eujdef_tui.rules.truth.cast import Cast
from eujdef_tui.rules.truth.reading import Reading, read
from eujdef_tui.text import edtf
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.sentences import sentences

__all__ = ["Article", "Claim", "Fact", "Passage", "passages_of"]

Fact = Event | Statement | Milestone | Agreement


# A remark of who wrote the fact: "; whose they are is not said", ", which it does not name".
_REMARK = lazy_pattern(
    r"[;,]\s[^;,]*?\b(?:not|no|nothing|nobody)\s(?:\w+\s){0,2}?"
    r"(?:said|say|says|named?|given?|told|tells?|stated?|explain(?:ed)?|known|exact|specif(?:y|ied)|number)\b[^;,]*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Article:
    """A text with its id, the date it was issued on (EDTF, "" where unknown), its authors and its sentences."""

    id: str
    text: str
    issued: str = ""
    authors: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()  # names of the publication and of what it is derived from
    given: tuple[tuple[int, int], ...] = ()  # its sentences where they are known

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The sentences as offsets."""
        return self.given or tuple(sentences(self.text))

    @cached_property
    def reading(self) -> Reading:
        """The whole text, read."""
        return Reading(self.text)

    @cached_property
    def days(self) -> tuple[int, int] | None:
        """The first and last day on which it may have been issued; None where that is open or unknown."""
        if not self.issued:
            return None
        lo, hi = edtf.bounds(self.issued)
        return (lo, hi) if lo > 10_000_101 and hi < 99_980_101 else None

    def sentence(self, number: int) -> Reading:
        """A sentence, by its number from 0; an empty one where there is none."""
        return self.between(number, number) if 0 <= number < len(self.spans) else read("")

    def between(self, first: int, last: int) -> Reading:
        """The sentences from one to another, by their numbers. Cut out once: each may be as long as the text."""
        if (known := self._cut.get((first, last))) is None:
            text = self.text[self.spans[first][0] : self.spans[last][1]]
            known = self._cut[first, last] = read(text)
        return known

    @cached_property
    def _cut(self) -> dict[tuple[int, int], Reading]:
        return {}


@dataclass(frozen=True)
class Passage:
    """A quote at its place: the sentences from `first` to `last` of an article."""

    article: Article
    quote: str
    first: int
    last: int

    @cached_property
    def sentence(self) -> Reading:
        """The sentences that the quote touches."""
        return self.article.between(self.first, self.last)

    @cached_property
    def touched(self) -> frozenset[tuple[str, int]]:
        """The sentences that the quote touches: id of the article, and number."""
        return frozenset((self.article.id, number) for number in range(self.first, self.last + 1))

    @property
    def reach(self) -> range:
        """The numbers of the sentences around it, three before and one after, without those that do not exist."""
        return range(max(0, self.first - 3), min(len(self.article.spans), self.last + 2))

    def before(self, count: int = 1) -> Iterator[Reading]:
        """The sentences before it, the nearest first."""
        for number in range(self.first - 1, max(-1, self.first - 1 - count), -1):
            yield self.article.sentence(number)


@dataclass(frozen=True)
class Claim:
    """A fact, its passages, and who is known. `part_of` is the agreement that a milestone belongs to."""

    fact: Fact
    passages: tuple[Passage, ...]
    cast: Cast
    part_of: Agreement | None = None

    @cached_property
    def words(self) -> str:
        """What the fact says: the title of an event, the text of a statement, the title of an agreement."""
        match self.fact:
            case Event(title=title):
                return title
            case Statement(text=text):
                return text
            case Agreement(title=title):
                return title
        return ""

    @cached_property
    def reading(self) -> Reading:
        """What the fact says, read. Remarks on the article ("by when is not said") are taken out: they say nothing."""
        return read(_REMARK().sub("", self.words))

    @cached_property
    def sentences(self) -> tuple[Reading, ...]:
        """The sentences it rests on, each once."""
        return tuple(dict.fromkeys(passage.sentence for passage in self.passages))

    @cached_property
    def near(self) -> tuple[Reading, ...]:
        """The sentences it rests on, and the one before each."""
        before = (reading for passage in self.passages for reading in passage.before())
        return tuple(dict.fromkeys((*self.sentences, *before)))

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles it rests on, each once."""
        return tuple({passage.article.id: passage.article for passage in self.passages}.values())

    @cached_property
    def whose(self) -> tuple[str, ...]:
        """The ids of the actors of an event, the parties of an agreement, or those a statement is about."""
        match self.fact:
            case Event(actors=actors):
                return actors
            case Agreement(parties=parties):
                return parties
            case Statement(about=about):
                return tuple(name for name in about if name in self.cast.by_id)
        return ()

    @cached_property
    def bounds(self) -> tuple[int, int] | None:
        """The first and last day of its date; None without one."""
        date = "" if isinstance(self.fact, Agreement) else self.fact.date
        return edtf.bounds(date) if date else None

    @cached_property
    def linked(self) -> frozenset[str]:
        """Its actors, subjects and speaker, and what they belong to or what belongs to them."""
        ids = {*self.whose, getattr(self.fact, "speaker", "")}
        return frozenset(ids).union(*(self.cast.tied.get(name, ()) for name in ids))

    @cached_property
    def known_names(self) -> frozenset[str]:
        """Every word of the names of its actors, its speaker, its subjects, and of the publications."""
        ids = {*self.whose, getattr(self.fact, "speaker", "")}
        words = {word for name in ids if name in self.cast.by_id for part in self.cast.names[name] for word in part}
        return frozenset(words) | self.printed

    @cached_property
    def wide(self) -> tuple[Reading, ...]:
        """The sentences it rests on, three before and one after: where what a sentence leaves out was named."""
        numbers = {
            (passage.article.id, number): passage.article for passage in self.passages for number in passage.reach
        }
        around = (article.sentence(number) for (_, number), article in numbers.items())
        return tuple(dict.fromkeys((*self.near, *around)))

    def is_near(self, stem: str) -> bool:
        """Whether a sentence that it rests on, or the one before, has a word with this stem."""
        return any(stem in reading.stems for reading in self.near)

    @cached_property
    def printed(self) -> frozenset[str]:
        """The words of the names of its publications."""
        return frozenset(word for article in self.articles for name in article.printed for word in read(name).folded)

    def is_cited_near(self, actor: str) -> bool:
        """Whether evidence of an actor is in one of the sentences around."""
        reach = {(passage.article.id, number) for passage in self.passages for number in passage.reach}
        return self._by_role(actor) or not reach.isdisjoint(self.cast.places[actor])

    def is_named(self, actor: str) -> bool:
        """Whether one of its articles names an actor, has evidence for it or is by it, or the sentence has its role."""
        name = self.cast.by_id[actor].name
        if any(name in article.authors for article in self.articles) or self._by_role(actor):
            return True
        return any(self.cast.is_named(actor, article.id, article.reading) for article in self.articles)

    def _by_role(self, actor: str) -> bool:
        """Whether a sentence has the role of an actor: the mayor, the spokeswoman."""
        roles = self.cast.roles.get(actor, ())
        return any(role <= reading.stems for role in roles for reading in self.wide)


def passages_of(evidence: tuple[Evidence, ...], articles: Mapping[str, Article]) -> tuple[Passage, ...]:
    """The passages of anchored evidence; a quote that was not found has none."""
    return tuple(
        Passage(articles[item.source], item.quote, item.sentence, item.last_sentence)
        for item in evidence
        if item.sentence >= 0
    )
