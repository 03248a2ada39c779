"""Find to whom something was done over something, where two events tell it: who was charged over the derailment.

The one says that the driver was charged, the other what happened: both are events of the driver.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from eujdef_tui.search import score
from eujdef_tui.search.deeds import deed_of
from eujdef_tui.search.expansions import expand
from eujdef_tui.search.expressions import of_term
from eujdef_tui.search.match import Reading, judge
from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.query import Term
from eujdef_tui.search.questions import EMPTY, PREPOSITIONS
from eujdef_tui.search.results import Hit, Match, Result
from eujdef_tui.store import Document
from eujdef_tui.store.filter_tags import in_view, named
from eujdef_tui.text.word_forms import folded_words

__all__ = ["done_to"]

READ = 30  # events of a deed, and facts of what it was done over, that are looked at
_BEING = frozenset(("was", "were", "is", "are", "been"))
_PARTICIPLES = ("ed", "caught", "fought", "hit", "hurt", "lost", "sent", "shot", "sued", "taken", "won")
_OVER = frozenset("over for after in during by".split())
_TOLD = ("", "spelling", "other word")


def done_to(pipeline: Pipeline, terms: Sequence[Term]) -> Result | None:
    """The events of a deed of which someone also took part in what it was done over; None where no two do."""
    words, deed = folded_words(pipeline.query.said), deed_of(pipeline)
    if not (_BEING.intersection(words[1:2]) and deed.endswith(_PARTICIPLES) and _OVER.intersection(words)):
        return None
    small = EMPTY | PREPOSITIONS | {deed}
    rest = [term for term in terms if term.tokens[0] not in small]
    done = [term for term in terms if term.tokens[0] == deed]
    if not rest or not done or any(term.date or term.phrase for term in rest):
        return None
    over = [(one, reading, _people(one)) for one, reading in _telling(pipeline, rest, f"NOT {in_view('sources')}")]
    hits: dict[int, Hit] = {}
    for event, reading in _telling(pipeline, done, f"AND {named('k', ['event'])}"):
        for one, of, people in over:
            both = people & _people(event) if one.n != event.n else set()
            if any(pipeline.kind_of(n) == "person" for n in both) and pipeline.lets_in(event.n):
                why = (*reading, *(_through(pipeline, match, one.n) for match in of))
                hits.setdefault(event.n, Hit(event.n, sum(m.score for m in why) / len(why), why))
    ordered = sorted(hits.values(), key=lambda hit: (-hit.score, hit.n))
    return Result(pipeline.query, tuple(ordered)) if ordered else None


def _telling(pipeline: Pipeline, terms: Sequence[Term], kept: str) -> Iterator[tuple[Document, Reading]]:
    """The facts that have the terms in their names or titles, or by other words for them."""
    index = pipeline.base.index
    expanded = [expand(index, term, 0, several=True, reserve=True) for term in terms]
    every = " AND ".join(f"({of_term(index, one)})" for one in expanded)
    for document in index.documents(list(islice(index.matching(f"({every}) {kept}"), READ))):
        for reading in judge(document, expanded)[:1]:
            if all(match.field in ("name", "title") and match.rule in _TOLD for match in reading):
                yield document, reading


def _people(document: Document) -> set[int]:
    """The actors of a fact, by number."""
    return {document.n} if document.record == "actor" else {line.number for line in document.links.lines}


def _through(pipeline: Pipeline, match: Match, n: int) -> Match:
    name = pipeline.base.title_of(pipeline.base.record(n).record.id)
    return match._replace(field="link", name=name, label="", via=n, score=match.score * score.LINKED, share=0.0)
