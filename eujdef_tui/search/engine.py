"""Search: a query becomes ranked hits, each with the reason why it matched."""

from __future__ import annotations

from eujdef_tui.search import score
from eujdef_tui.search.fallbacks import (
    answered,
    dated,
    facts_in,
    half_joint,
    half_typed,
    joined,
    phrasal,
    without_words,
)
from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.query import Filter, Query, Term, parse
from eujdef_tui.search.questions import FIRST, QUESTION, is_of_one
from eujdef_tui.search.rank import begun_by_capitals, guessed, scattered
from eujdef_tui.search.readings import readings
from eujdef_tui.search.results import COUNTED, Hit, Match, Reading, Result, hits_first
from eujdef_tui.search.signs import plain_quotes
from eujdef_tui.store import Base

__all__ = ["COUNTED", "LIMIT", "SMALL", "Hit", "Match", "Reading", "Result", "search"]

LIMIT = 250  # hits listed of a large base, the most important: no one reads further
REPEATED = 4  # letters from which a word typed twice is one
FEW = 3  # guesses: of less, what is nearest is told as well
AS_TYPED = frozenset(("", "spelling", "phrase", "date", "amount"))  # rules by which a word is no guess
_LINKED = frozenset(("why", "differ"))  # questions that a record linked to what has their words may answer
SMALL = 5_000  # a base of so many records lists all its hits


def search(base: Base, query: Query, limit: int | None = None) -> Result:
    """The records that answer a query, best first.

    At most `limit` of them; None stands for LIMIT, or for all in a small base. An empty query finds nothing. Raises
    QueryError for a kind that the base has none of, GivenUpError where the base was interrupted.
    """
    if query.empty:
        return Result(query)
    if limit is None:
        limit = SMALL if base.count() <= SMALL else LIMIT
    if (of_fields := _of_fields(base, query, limit)) is not None:
        return of_fields
    pipeline = Pipeline(base, query, limit)
    terms = _once([term for term in query.terms if not term.negated])
    result = pipeline.find(terms) or joined(pipeline, terms)
    if len(terms) > 1:
        result = _other_readings(pipeline, terms, result)
    if (len(terms) > 1 or result) and not facts_in(pipeline, result):
        result = _with_sentences(pipeline, terms, result)
    if len(terms) > 1 and not answered(pipeline, result):
        result = without_words(pipeline, terms, result) or result
    if len(terms) > 1:
        result = _partly(pipeline, terms, result)
    if result is None or all(map(scattered, result.hits)):
        result = _with_nearest_name(pipeline, terms, result)
    if query.asks:
        result = _answering(base, query, terms, result or Result(query), limit)
    result = _told(pipeline, terms, _with_amounts(pipeline, terms, result))
    if len(terms) > 1 and (result is None or result.left_out) and (mended := _mended(pipeline, terms, result)):
        return mended
    if result is None and (whole := _without_half_quotes(base, query, limit)):
        return whole
    if result is None:
        base.verify()
        return ("who" not in query.asks and _of_ideas(pipeline, terms)) or _nothing(pipeline, terms)
    if len(terms) > 1 and len(result.hits) < FEW and _is_guess(result):
        result = _with_nearest(pipeline, terms, result)
    return result._replace(readings=readings(result))


def _of_fields(base: Base, query: Query, limit: int) -> Result | None:
    """What a query with a clock, with "or", or of nothing but fields finds; None for any other."""
    if query.clocks:
        from eujdef_tui.search.clocks import search_by_clock  # few queries have a clock

        return search_by_clock(search, base, query, limit)
    if query.either:
        return _either(base, query, limit)
    if not query.terms and _has_none_of(base, query):
        from eujdef_tui.search.no_hits import none_of  # most queries find something

        return none_of(base, query)
    if query.filters and (due := _due(base, query, limit)):
        return due if due.hits else _nothing(Pipeline(base, query, limit), [])
    return None


def _with_amounts(pipeline: Pipeline, terms: list[Term], result: Result | None) -> Result | None:
    """The result with what tells an amount first, where one is asked for; None where nothing tells it."""
    if not (terms and pipeline.question.of_amount):
        return result
    from eujdef_tui.search.figures import amounts_first  # few queries ask for an amount

    return amounts_first(pipeline, terms, result)


def _either(base: Base, query: Query, limit: int) -> Result:
    from eujdef_tui.search.either import search_either  # few queries have an "or"

    return search_either(search, base, query, limit)


def _is_guess(result: Result) -> bool:
    """Whether the best hit has not all of the words as they were typed."""
    best = result.hits[0]
    return bool(result.left_out) or guessed(best) or any(match.rule not in AS_TYPED for match in best.why)


def _of_ideas(pipeline: Pipeline, terms: list[Term]) -> Result | None:
    """The facts that have a word of the same idea for what was typed."""
    from eujdef_tui.search.related import of_ideas  # most queries find something

    result = of_ideas(pipeline, terms)
    result = _with_amounts(pipeline, terms, result) if result else None
    if result is None:
        return None
    if len(result.hits) < FEW:
        result = _with_nearest(pipeline, terms, result)
    return result._replace(readings=readings(result))


def _with_nearest(pipeline: Pipeline, terms: list[Term], result: Result) -> Result:
    """A result of few hits that are guesses, with what is nearest beside them."""
    from eujdef_tui.search.nearest import nearest_hits  # most queries find enough

    found = {hit.n for hit in result.hits}
    near = nearest_hits(pipeline, [(term, False) for term in terms])
    return result._replace(nearest=tuple(hit for hit in near if hit.n not in found))


def _told(pipeline: Pipeline, terms: list[Term], result: Result | None) -> Result | None:
    """What is left of a result without hits that are no answers, and of "who" with those first who do it."""
    if result:
        result = _answers_only(pipeline.base, terms, result)
    if not pipeline.query.asks & {"who", "company", "role"}:
        return result
    from eujdef_tui.search.who import answered_by_doers  # few queries ask who

    return answered_by_doers(pipeline, terms, result)


def _answers_only(base: Base, terms: list[Term], result: Result) -> Result | None:
    """The result without hits that are no answers, None where no other is left."""
    if len(terms) == 1 and terms[0].text.isupper() and terms[0].tokens[0] in QUESTION:
        named = tuple(hit for hit in result.hits if hit.why[0].field in ("name", "link"))  # WHO is a body, and no word
        return _with_hits(result, named)
    if any(term.text.isupper() and len(term.text) == 2 for term in terms):
        fewer = _with_hits(result, tuple(hit for hit in result.hits if not begun_by_capitals(hit)))
        if fewer is None:
            return None
        result = fewer
    if len(terms) > 1 and all(map(scattered, result.hits)):
        if "fact" in result.query.asks:
            return None  # that an article has the words here and there answers no question
        from eujdef_tui.search.sentences import said_at_once  # most queries find a fact

        return _with_hits(result, said_at_once(base, result.hits))
    return dated(base, result) if any(term.date for term in terms) else result


def _other_readings(pipeline: Pipeline, terms: list[Term], result: Result | None) -> Result | None:
    """What several words find where one is half typed, or where words in a row mean one thing, if better."""
    if half_joint(pipeline.query.said, terms) and not facts_in(pipeline, result):
        result = half_typed(pipeline, terms) or result
    if not (result and answered(pipeline, result)):
        return phrasal(pipeline, terms) or result
    if _of_other_words(result):
        row = phrasal(pipeline, terms)
        if row and row.hits[0].mean >= result.hits[0].mean:
            return result._replace(
                hits=hits_first(row.hits[:1], hits_first(result.hits, row.hits))
            )  # the best of each guess
    return result


def _due(base: Base, query: Query, limit: int) -> Result | None:
    from eujdef_tui.search.due import due_result  # few queries have a field

    return due_result(base, query, limit)


def _has_none_of(base: Base, query: Query) -> bool:
    """Whether a question of nothing else asks for what the base has none of."""
    if query.asks & {"much", "many"}:
        return not base.count("statement", "figure")
    return "differ" in query.asks and not base.span("tensions")


def _without_half_quotes(base: Base, query: Query, limit: int) -> Result | None:
    """What a query finds without its last quotation mark, where that has no other: a pasted line, not a phrase."""
    text = plain_quotes(query.text)
    if text.count('"') % 2 == 0:
        return None
    at = text.rindex('"')
    space = "" if text[:at].endswith(":") else " "  # the value of a field stands at its colon
    found = search(base, parse(f"{text[:at]}{space}{text[at + 1 :]}"), limit)
    told = Reading("sign", query.text[at:].strip(), query.text[at + 1 :].strip())
    return found._replace(query=query, readings=(told, *found.readings)) if found.hits else None


def _answering(base: Base, query: Query, terms: list[Term], result: Result, limit: int) -> Result | None:
    """The result with the best answers to a question first; of "who is", None where no one is that."""
    from eujdef_tui.search.answers import answers_first, of_persons, of_those_named  # most queries are no question

    hits = result.hits
    if len(terms) > 1 and {"who", "person"} <= query.asks:
        hits = of_those_named(base, of_persons(base, hits))
    elif len(terms) > 1 and "role" in query.asks:
        hits = of_those_named(base, hits)
    hits = answers_first(base, query, hits)
    if hits and hits[0].why and hits[0].why[0].rule == "office":
        result = result._replace(left_out=())  # who came before or after someone may be told in none of these words
    if terms and not query.asks.isdisjoint(_LINKED):
        from eujdef_tui.search.linked_answers import linked_first  # few questions ask for a reason or a difference

        hits = linked_first(base, query, hits, Pipeline(base, query, limit).lets_in)
    if "say" in query.asks and (result.left_out or not (hits and base.view(hits[0].n) == "statements")):
        from eujdef_tui.search.speakers import said_by  # few questions ask what someone says

        said = said_by(base, query, terms, limit)
        hits = hits_first(said.hits, hits) if said else hits
    there = {
        "differ": len(base.span("tensions")),
        "planned": 1,
        "legal": 1,
        "political": 1,
        "runs": base.count("actor", "person"),
    }
    for ask in (ask for ask in FIRST if ask in query.asks and there[ask]):
        field, value = ("kind", "agreement") if is_of_one(query.said, ask) else FIRST[ask]
        narrowed = Pipeline(base, query._replace(filters=(*query.filters, Filter(field, value, 0))), limit)
        kept = narrowed.find(terms) or (narrowed.find(terms[1:]) if ask == "runs" and terms[1:] else None)
        if kept and (kept.counts or kept.cut):
            result = result._replace(counts=None, cut=True)  # there are more than were listed
        hits = hits_first(kept.hits if kept else (), hits)
    return _with_hits(result, hits)


def _with_hits(result: Result, hits: tuple[Hit, ...]) -> Result | None:
    """The result with other hits; None without any. Where some were no answers, how many there are is not known."""
    if len(hits) < len(result.hits):
        result = result._replace(counts=None, cut=result.cut or result.counts is not None)
    return result._replace(hits=hits) if hits else None


def _once(terms: list[Term]) -> list[Term]:
    """The terms without repeated words: each word of a name answers one term alone, and "kallas kallas" lost Kallas.

    Short words stay: "jan jan" is the beginning of Janez Janša.
    """
    known: dict[tuple[object, ...], Term] = {}
    for nth, term in enumerate(terms):
        short = any(len(token) < REPEATED for token in term.tokens)
        known.setdefault((term.tokens, term.date, nth if short else -1), term)
    return list(known.values())


def _with_sentences(pipeline: Pipeline, terms: list[Term], result: Result | None) -> Result | None:
    """The facts that rest on a sentence with the words, before the articles that have them."""
    from eujdef_tui.search.sentences import in_sentences  # most queries find a fact

    found = in_sentences(pipeline, terms)
    if found is None or result is None:
        return found or result
    return result._replace(hits=(*found.hits, *result.hits))


def _partly(pipeline: Pipeline, terms: list[Term], result: Result | None) -> Result | None:
    """The result, or what has a part of the last word, or most of the meaning, where that is more."""
    if not facts_in(pipeline, result):
        result = half_typed(pipeline, terms) or result
    weak = bool(result and result.left_out and result.hits[0].mean < score.PROSE)
    if result is None or weak or guessed(result.hits[0]) or _lacks_doer(pipeline, result):
        result = _most_of(pipeline, terms, result) or result
    if result and result.left_out and _too_little(pipeline, terms, result):
        return None  # what is left is the nearest there is, and no answer
    return result


def _of_other_words(result: Result) -> bool:
    """Whether most of the words are others for the typed ones, each a guess: two in a row may mean one thing."""
    return sum(match.rule == "other word" for match in result.hits[0].why) > 1


def _too_little(pipeline: Pipeline, terms: list[Term], result: Result) -> bool:
    """Whether what is found without some of the words is no answer."""
    from eujdef_tui.search.too_little import is_too_little  # most queries find what has all words

    return is_too_little(pipeline, terms, result)


def _most_of(pipeline: Pipeline, terms: list[Term], result: Result | None) -> Result | None:
    """The facts that have most of the meaning, where the result has less."""
    from eujdef_tui.search.meaning import most_of  # most queries find what has all

    return most_of(pipeline, terms, result)


def _lacks_doer(pipeline: Pipeline, result: Result) -> bool:
    """Whether a question of who does something finds no actor well."""
    asks = pipeline.query.asks
    if not {"who", "fact"} <= asks or "say" in asks or result.hits[0].mean >= score.SURE:
        return False
    return all(pipeline.base.view(hit.n) != "actors" for hit in result.hits)


def _with_nearest_name(pipeline: Pipeline, terms: list[Term], result: Result | None) -> Result | None:
    """The name nearest to all that was typed, before articles that only have the words somewhere."""
    from eujdef_tui.search.whole_names import by_beginnings, nearest_name  # most queries find something

    named = joined(pipeline, terms) if result else None
    named = named or by_beginnings(pipeline, terms) or nearest_name(pipeline, terms)
    if named is None or result is None:
        return named or result
    return result._replace(hits=hits_first(named.hits, result.hits))


def _mended(pipeline: Pipeline, terms: list[Term], result: Result | None) -> Result | None:
    """What the line finds with its misspelt words mended, if that is more than the result."""
    from eujdef_tui.search.mending import mended_result  # most queries find what has all words

    found = mended_result(search, pipeline, terms)
    return found if found and (result is None or _worth(found) > _worth(result)) else None


def _worth(result: Result) -> tuple[int, float]:
    return -len(result.left_out), result.hits[0].score


def _nothing(pipeline: Pipeline, terms: list[Term]) -> Result:
    """The result where no record has all of it."""
    from eujdef_tui.search.no_hits import nothing  # most queries find something

    return nothing(search, pipeline, terms)
