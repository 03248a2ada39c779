"""What each word of a query is worth: the more, the rarer it is in the base, and less where it is one of every subject.

Where not all words can be had, those that are worth little are left out before those that are worth much.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import islice

from eujdef_tui.search import score
from eujdef_tui.search.expansions import expand
from eujdef_tui.search.expressions import of_term
from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.query import Term
from eujdef_tui.search.questions import EMPTY, PREPOSITIONS
from eujdef_tui.search.results import Result
from eujdef_tui.search.synonyms import is_general
from eujdef_tui.store.filter_tags import in_view

__all__ = ["facts_with", "is_ordinary", "share_left_out", "worth_among", "worth_of"]

FOUND = 2_000  # facts of one word that are looked at, the most important first


def facts_with(pipeline: Pipeline, term: Term) -> list[int]:
    """The facts that have a term or another word for it, by their numbers in the index, the most important first."""
    key = term._replace(column=0)
    if key not in pipeline.facts:
        index = pipeline.base.index
        one = expand(index, term, 0, several=True, reserve=True)
        facts = f"({of_term(index, one)}) NOT {in_view('sources')}"
        pipeline.facts[key] = list(islice(index.matching(pipeline.restriction.all_of([facts])), FOUND))
    return pipeline.facts[key]


def worth_of(pipeline: Pipeline, term: Term) -> float:
    """What a term is worth. A word of every subject that no fact has is worth less: the language has more for it."""
    return worth_among(pipeline, term, len(facts_with(pipeline, term)))


def worth_among(pipeline: Pipeline, term: Term, found: int) -> float:
    """The same of a term that so many records have."""
    rare = math.log(1 + pipeline.base.count() / max(1, found)) * _meaning(term)
    return rare if found or not is_ordinary(term) else rare * score.ABSENT


def share_left_out(pipeline: Pipeline, result: Result, terms: Sequence[Term]) -> float:
    """The share of the terms that a result has left out: half by what they are worth, half by their number."""
    whole = sum(worth_of(pipeline, term) for term in terms)
    left = [term for term in terms if term.text in result.left_out]
    return (sum(worth_of(pipeline, term) for term in left) / whole + len(left) / len(terms)) / 2 if left else 0.0


def _meaning(term: Term) -> float:
    word = term.tokens[0]
    if term.date:
        return 1.0
    if word in PREPOSITIONS or word in EMPTY:
        return score.SMALL
    return score.GENERAL if is_ordinary(term) else 1.0


def is_ordinary(term: Term) -> bool:
    """Whether a word may be left out: it is one of every subject, and in small letters."""
    return term.text.islower() and is_general(term.tokens[0])
