"""Answer questions "who": with those who did it, and with no one where no fact tells who did."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from eujdef_tui.model.records import Source, Statement
from eujdef_tui.search.deeds import (
    OF_ITS_OWN,
    PASSED,
    better_reading,
    deed_of,
    described,
    doers_first,
    of_no_one,
    tells_lasting,
    without_undone,
)
from eujdef_tui.search.in_charge import those_in_charge, those_who_do
from eujdef_tui.search.latest import latest_first
from eujdef_tui.search.offices import OFFICE_WORDS
from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.query import Term
from eujdef_tui.search.rank import BEHIND
from eujdef_tui.search.results import Hit, Result, hits_first
from eujdef_tui.text.word_forms import folded_words

__all__ = ["answered_by_doers"]


def answered_by_doers(pipeline: Pipeline, terms: Sequence[Term], result: Result | None) -> Result | None:
    """The result of a question "who", with those who do it first; None where no one is told to."""
    asks = pipeline.query.asks
    who = "who" in asks
    found = those_in_charge(pipeline) if who or "role" in asks else None
    if found:
        return _with_first(pipeline, latest_first(pipeline.base, found), result)
    if who and found is None:
        result = better_reading(pipeline, terms, result) or result
    if found is None and "role" in asks and not who:
        return result
    if result and "company" in asks and not who and _is_of_no_company(pipeline, result):
        result = None
    if result and (who or found is not None) and _lacks_deed(pipeline, terms, result, of_office=found is not None):
        result = None
    lasting, deed = tells_lasting(pipeline), deed_of(pipeline)
    doers = those_who_do(pipeline, deed, lasting=lasting) if found is None and "fact" in asks else ()
    doers = doers if who else tuple(hit for hit in doers if pipeline.kind_of(hit.n) != "person")
    if doers:
        return _with_first(pipeline, doers, result)
    if result is None and who and found is None:
        result = _found_otherwise(pipeline, terms)
    if result is None:
        return None
    hits = result.hits
    if found is not None:  # the descriptions of all persons were read
        of_it = terms[-1].text not in result.left_out  # the leak inquiry is an inquiry, if of something else
        hits = tuple(hit for hit in hits if of_it and _tells_office(pipeline, hit))
    elif who:
        hits = without_undone(pipeline, hits)
    return doers_first(pipeline, terms, result._replace(hits=hits)) if hits else None


def _with_first(pipeline: Pipeline, first: tuple[Hit, ...], result: Result | None) -> Result:
    """The result with some hits first, of which no word is left out."""
    result = result or Result(pipeline.query)
    return result._replace(hits=hits_first(first, result.hits), left_out=())


def _is_of_no_company(pipeline: Pipeline, result: Result) -> bool:
    """Whether of a company that was asked for the deed is left out, and the best hit neither is one nor tied to one."""
    if deed_of(pipeline) not in {word.lower() for word in result.left_out}:
        return False
    best = pipeline.base.index.documents_of((result.hits[0].n,))
    tied = {line.number for document in best.values() for line in document.links.lines}
    return all(pipeline.kind_of(n) != "company" for n in (result.hits[0].n, *tied))


def _found_otherwise(pipeline: Pipeline, terms: Sequence[Term]) -> Result | None:
    """What two facts tell together, where no fact has all of it."""
    if "office" in pipeline.query.asks:
        from eujdef_tui.search.successions import told_of_succession  # few questions ask who comes after someone

        hits = told_of_succession(pipeline)
        return Result(pipeline.query, hits) if hits else None
    from eujdef_tui.search.done_to import done_to  # few questions find nothing

    if found := done_to(pipeline, terms):
        return found
    hits = tuple(described(pipeline, terms, deed_of(pipeline)))
    has = {match.term for hit in hits[:1] for match in hit.why}
    left_out = tuple(term.text for term in terms if term.tokens[0] not in has)
    return Result(pipeline.query, hits, left_out=left_out) if hits else None


def _tells_office(pipeline: Pipeline, hit: Hit) -> bool:
    """Whether a hit that is no person tells who holds an office: an appointment, or a body that says who leads it."""
    record = pipeline.base.record(hit.n).record
    if isinstance(record, Source) or getattr(record, "kind", "") == "person":
        return False
    if isinstance(record, Statement):  # she led the race: in its very words
        return all(match.field == "title" and match.rule in ("", "spelling") for match in hit.why)
    return any(match.field in ("title", "words") and match.term.lower() in OFFICE_WORDS for match in hit.why)


def _lacks_deed(pipeline: Pipeline, terms: Sequence[Term], result: Result, *, of_office: bool) -> bool:
    """Whether what someone did is left out, and what is found has no part in it.

    Who won the debate is not told by who took part in it, nor who pays for a body by what is of its name.
    """
    deed = deed_of(pipeline)
    if _splits_name(pipeline, result):
        return True
    best = result.hits[0]
    told = next((match.field for match in best.why if match.term == deed), "")
    if told in BEHIND and _is_own(pipeline, best):
        return True
    left = {word.lower() for word in result.left_out}
    if deed not in left:
        found = {term.tokens[0] for term in terms} - left - PASSED
        return bool(left - PASSED) and found == {deed}  # it was done to something else
    if all(match.rule == "other word" for match in best.why) or of_no_one(pipeline, best):
        return True
    return of_office or deed in _OUTCOME or deed in OF_ITS_OWN or _has_one_name(best)


def _splits_name(pipeline: Pipeline, result: Result) -> bool:
    """Whether of a whole name that was typed a part is left out: who owns Noctua Coach is not told of Noctua."""
    left = {word.lower() for word in result.left_out}
    rows = pairwise(folded_words(pipeline.query.said)) if left else ()
    return any((one in left) != (after in left) and pipeline.base.index.whole(f"{one} {after}") for one, after in rows)


def _is_own(pipeline: Pipeline, hit: Hit) -> bool:
    """Whether an actor is itself what else was typed: of who pays for the cannery, the cannery."""
    own = ("name", "words", *BEHIND)
    return pipeline.base.view(hit.n) == "actors" and all(match.field in own for match in hit.why)


def _has_one_name(hit: Hit) -> bool:
    """Whether all that a hit has of a question is a name."""
    return len({match.name for match in hit.why}) == 1 and all(match.field in ("name", "link") for match in hit.why)


# What came of it, which is not told by what tells that it took place.
_OUTCOME = frozenset("beat beats defeated defeats lose loses lost prevailed triumphed win wins won".split())
