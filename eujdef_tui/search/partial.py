"""Find the facts that have most of what was typed, where none has all of it and none without a word or two.

A word counts for as much as it is rare in the base: what share of the meaning a fact has decides whether it is an
answer or only the nearest there is. What may be a name is never left out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import islice

from eujdef_tui.search import score
from eujdef_tui.search.expansions import ExpandedTerm, expand
from eujdef_tui.search.expressions import of_term
from eujdef_tui.search.fallbacks import kept
from eujdef_tui.search.match import judge
from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.query import Term
from eujdef_tui.search.rank import order
from eujdef_tui.search.results import Hit, Result
from eujdef_tui.search.synonyms import is_general
from eujdef_tui.store import Document
from eujdef_tui.store.filter_tags import in_view

__all__ = ["most_of"]

LEAST, MOST = 3, 8  # words of a query that may be answered without some of them
READ = 60  # facts that are judged: those that have the most of the words by the index
FOUND = 2_000  # facts of one word that are looked at, the most important first


def most_of(pipeline: Pipeline, terms: Sequence[Term]) -> Result | None:
    """The facts that have most of the terms, and at least two; None where a word that no fact has may be a name."""
    if not LEAST <= len(terms) <= MOST or any(term.date or term.phrase or term.amount for term in terms):
        return None
    index, never_left = pipeline.base.index, kept(pipeline, terms)
    sought: dict[Term, tuple[ExpandedTerm, float]] = {}
    worth: dict[int, float] = {}
    whole = 0.0
    for term in terms:
        one = expand(index, term, 0, several=True, reserve=True)
        facts = f"({of_term(index, one)}) NOT {in_view('sources')}"
        found = list(islice(index.matching(pipeline.restriction.all_of([facts])), FOUND))
        if not found and (term.tokens[0] in never_left or not _ordinary(term)):
            return None
        rare = math.log(1 + pipeline.base.count() / max(1, len(found)))
        whole += rare if found else rare * score.ABSENT
        if found:
            sought[term] = one, rare
            for d in found:
                worth[d] = worth.get(d, 0.0) + rare
    enough = [d for d in worth if worth[d] >= score.MEANING * whole]
    best = sorted(enough, key=lambda d: (-worth[d], d))[:READ]
    hits = [hit for document in index.documents(best) if (hit := _hit(pipeline, document, sought, whole))]
    if not hits:
        return None
    ordered = order(hits)
    has = {match.term for match in ordered[0].why}
    if never_left - has:
        return None
    alike = tuple(hit for hit in ordered if {match.term for match in hit.why} == has)
    return Result(pipeline.query, alike, left_out=tuple(term.text for term in terms if term.tokens[0] not in has))


def _ordinary(term: Term) -> bool:
    """Whether a word may be left out: it is one of every subject, and in small letters."""
    return term.text.islower() and is_general(term.tokens[0])


def _hit(
    pipeline: Pipeline, document: Document, sought: dict[Term, tuple[ExpandedTerm, float]], whole: float
) -> Hit | None:
    if not pipeline.restriction.allows(document):
        return None
    having = [(one, rare) for one, rare in sought.values() if judge(document, [one])]
    hit = pipeline.best(document, judge(document, [one for one, _ in having])) if len(having) > 1 else None
    share = sum(rare for _, rare in having) / whole
    if hit is None or share < score.MEANING or hit.mean < score.PARTLY:
        return None
    return hit._replace(score=hit.score * share)
