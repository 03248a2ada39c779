"""The claims of a whole fact file: every event, statement, agreement and milestone with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eujdef_tui.factfile.anchoring import Corpus
from eujdef_tui.model.records import Event, Source, Statement
from eujdef_tui.rules.truth.cast import Cast
from eujdef_tui.rules.truth.claim import Article, Claim, Fact, passages_of

__all__ = ["article_of", "cast_of", "claims_of"]


def article_of(source: Source, corpus: Corpus) -> Article:
    """The text of a source, with its date, its authors and its sentences."""
    authors = tuple(f"{person.given} {person.family} {person.literal}".strip() for person in source.author)
    names = (source.container_title, source.container_title_short, source.derived_from)
    text, spans = corpus.file.texts[source.id], corpus.sentences[source.id]
    return Article(source.id, text, source.issued, authors, tuple(filter(None, names)), spans)


def cast_of(corpus: Corpus) -> Cast:
    """The actors of a fact file."""
    return Cast(corpus.file.actors)


def claims_of(corpus: Corpus, articles: Mapping[str, Article], cast: Cast) -> Iterator[Claim]:
    """The claims of a fact file. What is noted as known from outside (`x-outside`) is none."""

    def outside(fact: Fact) -> bool:
        return bool(fact.x.get("x-outside", "").strip())

    facts: tuple[Event | Statement, ...] = (*corpus.file.events, *corpus.file.statements)
    for fact in facts:
        if not outside(fact):
            yield Claim(fact, passages_of(fact.evidence, articles), cast)
    for agreement in corpus.file.agreements:
        if outside(agreement):
            continue
        steps = [item for step in agreement.milestones for item in step.evidence]
        yield Claim(agreement, passages_of((*agreement.evidence, *steps), articles), cast)
        for step in agreement.milestones:
            if not outside(step):
                yield Claim(step, passages_of(step.evidence, articles), cast, agreement)
