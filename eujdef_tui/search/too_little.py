"""Whether what is found without some of the typed words is an answer, or only the nearest there is."""

from __future__ import annotations

from collections.abc import Sequence

from eujdef_tui.search import score
from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.query import Term
from eujdef_tui.search.questions import measure
from eujdef_tui.search.related import lacks_idea
from eujdef_tui.search.results import Result
from eujdef_tui.text.word_forms import folded_words, same_word

__all__ = ["is_too_little"]


def is_too_little(pipeline: Pipeline, terms: Sequence[Term], result: Result) -> bool:
    """Whether a result with words left out says too little, lacks the amount or the thing that was asked for."""
    return _says_little(result) or _lacks_amount(pipeline, result) or _lacks_subject(pipeline, terms, result)


def _says_little(result: Result) -> bool:
    """Whether what is left of the words is matched too badly, or is only half of them and not much better."""
    best, left = result.hits[0], len(result.left_out)
    return best.mean < score.LEFT or (best.score < score.LEFT_WHOLE and left > 1 and left >= len(best.why))


def _lacks_subject(pipeline: Pipeline, terms: Sequence[Term], result: Result) -> bool:
    """Whether the best of what is found has nothing of a thing that was typed: female drivers are not any drivers.

    In a question every word may be that thing, also what was done: who insured it. Amounts have rules of their own.
    """
    left = [term for term in terms if term.text in result.left_out]
    if pipeline.query.asked:
        amount = pipeline.query.asks & {"much", "many"}
        return not amount and any(lacks_idea(pipeline, term, result.hits[0], asked=True) for term in left)
    first = min(terms, key=lambda term: term.column)  # what a line is about mostly stands first
    return first in left and lacks_idea(pipeline, first, result.hits[0])


def _lacks_amount(pipeline: Pipeline, result: Result) -> bool:
    """Whether an amount is asked for, and the best of what is found without some of the words has none."""
    question, best = pipeline.question, result.hits[0]
    if not (question.sums or question.asks & {"much", "many"}):
        return False
    document = next(iter(pipeline.base.index.documents_of((best.n,)).values()))
    if document.record == "actor":
        return True
    if document.kind == "figure":
        wanted = measure(folded_words(pipeline.query.said))
        unit = folded_words(getattr(pipeline.base.record(best.n).record, "unit", ""))[:1]
        return bool(wanted) and not any(same_word(word, one) for word in unit for one in wanted)
    return not (score.has_money(document) if question.of_money else document.amounts)
