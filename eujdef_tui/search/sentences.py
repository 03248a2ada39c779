"""Find the facts that rest on a sentence with the typed words, where no fact itself has them all.

A fact keeps a few words of its sentence, as its quote. Who remembers others of that sentence would find the article
alone, and would have to read it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.search import score
from eujdef_tui.search.expansions import Alternative, ExpandedTerm, expand
from eujdef_tui.search.expressions import of_term
from eujdef_tui.search.match import judge
from eujdef_tui.search.pipeline import STEPS, Pipeline
from eujdef_tui.search.query import Term
from eujdef_tui.search.rank import order
from eujdef_tui.search.results import Hit, Match, Result
from eujdef_tui.store import Base, Document
from eujdef_tui.store.filter_tags import in_view
from eujdef_tui.text.word_forms import folded_words

__all__ = ["in_sentences", "said_at_once"]

ARTICLES = 8  # that are read: those with the most of the words, the most important first
MANY = 2_000  # facts with a word are told apart from those without it up to here
FACTS = 200  # that rest on their sentences and are looked at
# As typed, and then other words for the same. Of misspelt words sentences have too many that are near.
_STEPS = STEPS[:2]


class Sought(NamedTuple):
    """A term with its alternatives, and which of them a sentence has: each is looked at once."""

    expanded: ExpandedTerm
    within: Callable[[str], Alternative | None]


def in_sentences(pipeline: Pipeline, terms: Sequence[Term]) -> Result | None:
    """The facts that have each term, in their own words or in the sentences that they rest on."""
    index, words = pipeline.base.index, [term for term in terms if not (term.date or term.phrase or term.amount)]
    for reach in (0, 1) if words else ():
        for step in _STEPS:
            expanded = [expand(index, term, step.depth, several=len(terms) > 1, reserve=step.reserve) for term in terms]
            # many facts rest on one sentence
            sought = [Sought(one, cache(one.expansion.within)) for one in expanded]
            said = _said(pipeline, [one for one in sought if one.expanded.term in words], reach)
            own = [_having(pipeline, one) for one in expanded] if said else []
            found = ((document, [o is None or d in o for o in own]) for d, document in _documents(pipeline, said))
            hits = [hit for document, may in found if (hit := _hit(pipeline, document, sought, may, said))]
            if hits:
                return Result(pipeline.query, order(hits))
        if len(terms) == 1:
            break  # a word beside a sentence says nothing of the fact
    return None


def said_at_once(base: Base, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Those of the first hits, articles, of which one sentence or the title has all that was found in them.

    A long article has most words somewhere: nurses here and a strike there are no strike of nurses.
    """
    return tuple(hit for hit in hits[:ARTICLES] if _at_once(base, hit))


def _at_once(base: Base, hit: Hit) -> bool:
    tokens = {f" {match.token} " for match in hit.why if match.field == "article"}
    sentences = _sentences(base, base.record(hit.n).record.id)
    return any(all(token in f" {sentence} " for token in tokens) for sentence in sentences)


def _having(pipeline: Pipeline, one: ExpandedTerm) -> set[int] | None:
    """The documents that may have a term themselves; None where they are many."""
    index = pipeline.base.index
    found = set(islice(index.matching(of_term(index, one)), MANY))
    return found if len(found) < MANY else None


def _documents(pipeline: Pipeline, said: Said) -> Iterator[tuple[int, Document]]:
    found = pipeline.base.index.documents_of(sorted(said)[:FACTS])
    allowed = set(pipeline.restriction.allowed(pipeline.base.index, list(found)))
    yield from ((d, one) for d, one in found.items() if d in allowed and pipeline.restriction.allows(one))


Said = dict[int, list[tuple[str, str]]]


def _said(pipeline: Pipeline, sought: Sequence[Sought], reach: int) -> Said:
    """The sentences with one of the words or more, by the records that rest on them or on one within reach.

    Each is the field of a match in it, and its folded words.
    """
    base, found = pipeline.base, Said()
    for n in _articles(pipeline, [one.expanded for one in sought]):
        for place, sentence in enumerate(_sentences(base, base.record(n).record.id)):
            if not any(one.within(sentence) for one in sought):
                continue
            for near in range(place - reach, place + reach + 1):
                for fact in base.citing_sentence(n, near, FACTS):
                    found.setdefault(fact, []).append(("sentence" if near == place else "beside", sentence))
    return found


def _articles(pipeline: Pipeline, sought: Sequence[ExpandedTerm]) -> list[int]:
    """The numbers of the sources whose articles have the most of the words."""
    index = pipeline.base.index
    counts: dict[int, int] = {}
    for one in sought:
        # no restriction: it speaks of the facts that rest on an article
        for d in islice(index.matching(f"({of_term(index, one)}) AND {in_view('sources')}"), FACTS):
            counts[d] = counts.get(d, 0) + 1
    best = sorted(counts, key=lambda d: (-counts[d], d))[:ARTICLES]
    return [document.n for document in index.documents(best)]


@lru_cache(maxsize=64)
def _sentences(base: Base, source: str) -> tuple[str, ...]:
    """The folded words of each sentence of an article."""
    article = base.article(source)
    return tuple(" ".join(folded_words(article.text[start:end])) for start, end in article.spans)


def _hit(
    pipeline: Pipeline, document: Document, terms: Sequence[Sought], may_have: Sequence[bool], said: Said
) -> Hit | None:
    """The hit of a fact that has each term itself, which it may by the index, or in its sentences."""
    sentences = said[document.n]
    # before a document is read closely: most facts lack a word in both
    told: list[Match | None] = []
    for one, own in zip(terms, may_have, strict=True):
        told.append(None if own else _in_sentence(one, sentences))
        if not own and told[-1] is None:
            return None
    reading: list[Match] = []
    for one, match in zip(terms, told, strict=True):
        judged = [] if match else judge(document, [one.expanded])
        match = judged[0][0] if judged else match or _in_sentence(one, sentences)
        if match is None:
            return None
        reading.append(match)
    # what has several words stands beside the fact; several other words for the typed ones are too many guesses
    beside = [match for match in reading if match.field == "beside"]
    if len(beside) > 1 or sum(map(_guessed, reading)) > 1:
        return None
    guesses = len(beside) + sum(match.rule == "other word" for match in reading)
    if guesses > 1 and sum(match.score for match in reading) < score.GUESSED * len(reading):
        return None
    # whom a question is about, the sentence itself must name; another word in the one beside it is too much of a guess
    if beside and (beside[0].rule == "other word" or pipeline.base.index.whole(beside[0].token)):
        return None
    return pipeline.best(document, [reading])


def _guessed(match: Match) -> bool:
    return match.rule == "other word" and match.field not in ("name", "title")


def _in_sentence(sought: Sought, sentences: Sequence[tuple[str, str]]) -> Match | None:
    """The match of a term in one of the sentences, in the fact's own before those beside it."""
    one = sought.expanded
    if one.term.date or one.term.phrase:
        return None
    for field, sentence in sorted(sentences, reverse=True):
        found = sought.within(sentence)
        if found and score.may_count_in_text(one.expansion.typed, found.rule, title=False):
            weight = score.SENTENCE if field == "sentence" else score.BESIDE
            return Match(one.expansion.typed, found.quality * weight, found.rule, found.token, field)
    return None
