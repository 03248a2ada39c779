"""The result where no record has all that was asked for: why, what is near, and what the line may have meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eujdef_tui.search.fallbacks import suggestion
from eujdef_tui.search.nearest import mended_once, nearest_hits
from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.query import Query, Term, parse
from eujdef_tui.search.readings import readings
from eujdef_tui.search.results import Reading, Result
from eujdef_tui.search.silence import proof_of, proof_of_none
from eujdef_tui.store import Base

__all__ = ["none_of", "nothing"]


def none_of(base: Base, query: Query) -> Result:
    """The result of a question for a kind that there is none of."""
    return Result(query, proof=proof_of_none(base, query))


def nothing(search: Callable[[Base, Query], Result], pipeline: Pipeline, terms: Sequence[Term]) -> Result:
    """The result with the proof that nothing was found, what is near, and the line with its absent words mended."""
    mended = mended_once(pipeline, terms)
    result = Result(
        pipeline.query,
        proof=proof_of(pipeline.base, pipeline.query),
        suggestion=suggestion(pipeline, terms),
        nearest=nearest_hits(pipeline, [(mended.words.get(term, term), term in mended.words) for term in terms]),
    )
    result = result._replace(readings=readings(result))
    found = search(pipeline.base, parse(mended.line)) if mended.line not in ("", pipeline.query.text) else None
    if not found or not found.total or found.left_out:  # of a line with words left out it is not so that facts have it
        return result
    read = tuple(Reading("mended", term.text, word.text) for term, word in mended.words.items())
    return result._replace(readings=read + result.readings, mended=mended.line)._replace(
        mended_count=found.total, mended_more=bool(found.more)
    )
