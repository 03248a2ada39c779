"""Answer questions "who": with those who did it, and with no one where no fact tells who did."""

from __future__ import annotations

from eujdef_tui.model.records import Source, Statement
from eujdef_tui.search.in_charge import those_in_charge
from eujdef_tui.search.offices import OFFICE_WORDS
from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.questions import EMPTY, PREPOSITIONS, QUESTION
from eujdef_tui.search.results import Hit, Result
from eujdef_tui.text.word_forms import folded_words

__all__ = ["answered_by_doers"]


def answered_by_doers(pipeline: Pipeline, result: Result | None) -> Result | None:
    """The result of a question "who", with those who do it first; None where no one is told to."""
    hits = result.hits if result else ()
    found = those_in_charge(pipeline)
    if found:
        numbers = {hit.n for hit in found}
        rest = tuple(hit for hit in hits if hit.n not in numbers)
        return (result or Result(pipeline.query))._replace(hits=(*found, *rest), left_out=())
    if result is None or _lacks_deed(pipeline, result, of_office=found is not None):
        return None
    if found is not None:  # the descriptions of all persons were read
        of_it = pipeline.query.terms[-1].text not in result.left_out  # the leak inquiry is one, if of something else
        hits = tuple(hit for hit in hits if of_it and _tells_office(pipeline, hit))
    return result._replace(hits=hits) if hits else None


def _tells_office(pipeline: Pipeline, hit: Hit) -> bool:
    """Whether a hit that is no person tells who holds an office: an appointment, or a body that says who leads it."""
    record = pipeline.base.record(hit.n).record
    if isinstance(record, Source | Statement) or getattr(record, "kind", "") == "person":
        return False
    return any(match.field in ("title", "words") and match.term.lower() in OFFICE_WORDS for match in hit.why)


def _lacks_deed(pipeline: Pipeline, result: Result, *, of_office: bool) -> bool:
    """Whether what someone did is left out, and what is found has no part in it.

    Who won the debate is not told by who took part in it, nor who pays for a body by what is of its name.
    """
    words = folded_words(pipeline.query.text)
    deed = next((word for word in words[1:] if word not in _PASSED), "")
    if words[:1] != ["who"] or deed not in {word.lower() for word in result.left_out}:
        return False
    return of_office or deed in _OUTCOME or _has_one_name(result.hits[0])


def _has_one_name(hit: Hit) -> bool:
    """Whether all that a hit has of a question is a name."""
    return len({match.name for match in hit.why}) == 1 and all(match.field in ("name", "link") for match in hit.why)


_PASSED = QUESTION | EMPTY | PREPOSITIONS
# What came of it, which is not told by what tells that it took place.
_OUTCOME = frozenset("beat beats defeated defeats lose loses lost prevailed triumphed win wins won".split())
