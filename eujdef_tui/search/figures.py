"""Answer a question of an amount: by the fact that tells an amount of the asked sort, and has most of the rest.

A figure is a few words long. What it is of stands as often in its quote, or in what it is about: of a train at a place,
the derailment there. So a word may stand in a record that the figure is about as well. Every look-up has a limit.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress, islice

from eujdef_tui.model.records import Statement
from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.search import score
from eujdef_tui.search.amount_words import (
    LIGHT,
    Asking,
    counts_of_name,
    has_all,
    is_offered,
    is_one_guess,
    lacks,
    names_of,
)
from eujdef_tui.search.expansions import ExpandedTerm, expand
from eujdef_tui.search.expressions import of_term
from eujdef_tui.search.kept_words import may_be_name, written_as_name
from eujdef_tui.search.match import judge
from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.query import Term
from eujdef_tui.search.rank import score_of
from eujdef_tui.search.results import Hit, Match, Result, hits_first
from eujdef_tui.search.tells_amount import tells_amount, tells_surely
from eujdef_tui.search.wanted_amount import Sort, implied_by, wanted_amount
from eujdef_tui.search.worth import facts_with, worth_of
from eujdef_tui.store import Document
from eujdef_tui.store.filter_tags import named
from eujdef_tui.text.word_forms import folded_words

__all__ = ["amounts_first"]

READ = 60  # facts that are judged: those with most of the words by the index; and so many figures
FIGURES = 400  # figures with a word that are looked at, the most important first
FACTS = 24  # facts with a word that are read in search of
ANCHORS = 8  # those of which figures may tell
ABOUT = 20  # figures about one of them


class Sought(NamedTuple):
    """A term, what it is worth, whether the amount itself may tell it, and whether it is a name."""

    expanded: ExpandedTerm
    worth: float
    free: bool
    name: bool


def amounts_first(pipeline: Pipeline, terms: Sequence[Term], result: Result | None) -> Result | None:
    """The result with the facts that tell the asked amount first; None where one is asked for that no fact tells.

    A line that is no question may be about the thing itself: there only a figure of all of it comes first.
    """
    words = folded_words(pipeline.query.said)
    wanted = wanted_amount(words, pipeline.query.asks)
    if wanted is None:
        return result
    asking = Asking(pipeline, terms, words, wanted)
    known = _known(asking, result)
    if result and known and wanted.strict and _is_figure(pipeline, known[0]):
        return _first(result, known)
    found = _found(asking)
    figure = bool(found) and _is_figure(pipeline, found[0])
    if not wanted.strict:
        whole = figure and wanted.free.issuperset(map(str.lower, _left_out(terms, found[0])))
        told = result and not result.left_out and result.hits[0].mean >= score.PROSE
        return _first(result or Result(pipeline.query), found) if whole and not told else result
    if figure and known and result and not result.left_out and not wanted.free.issuperset(_left_out(terms, found[0])):
        figure = False  # what has all of it tells it, if in passing
    if result and known and not figure:
        return result if wanted.sort is Sort.ANY and result.hits[0] in known else _first(result, known)
    if not found:
        return result if wanted.loosely else None
    result = _first(result or Result(pipeline.query), found)
    return result._replace(left_out=_left_out(terms, found[0]))


def _figures_first(pipeline: Pipeline, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Hits, of which a figure that has the words as well as the best one stands first."""
    best = hits[0].mean if hits else 0.0
    first = [hit for hit in hits if hit.mean >= best and _is_figure(pipeline, hit)]
    if "have" in pipeline.question.ignored:  # how much does it have: what it has stands before what it aims at
        first.sort(key=lambda hit: _HAVING.isdisjoint(_said(pipeline, hit)))
    return (*first, *(hit for hit in hits if hit not in first))


def _said(pipeline: Pipeline, hit: Hit) -> list[str]:
    return folded_words(pipeline.base.title_of(pipeline.base.record(hit.n).record.id))


_HAVING = frozenset("had has have holds owns".split())


def _first(result: Result, hits: tuple[Hit, ...]) -> Result:
    return result._replace(hits=hits_first(hits, result.hits))


def _left_out(terms: Sequence[Term], hit: Hit) -> tuple[str, ...]:
    has = {match.term for match in hit.why}
    return tuple(term.text for term in terms if term.text not in has and term.tokens[0] not in has)


def _is_figure(pipeline: Pipeline, hit: Hit) -> bool:
    return pipeline.kind_of(hit.n) == "figure"


def _known(asking: Asking, result: Result | None) -> tuple[Hit, ...]:
    """The first hits of a result that tell such an amount, and lack nothing that tells which one."""
    hits = result.hits[:READ] if result else ()
    hits = tuple(hit for hit in hits if not (is_one_guess(hit.why) or lacks(asking, hit)))
    read = asking.pipeline.base.index.documents_of([hit.n for hit in hits]).values()
    telling = {document.n: document for document in _telling(asking, list(read))}
    return _surest_first(asking, _figures_first(asking.pipeline, [hit for hit in hits if hit.n in telling]), telling)


def _surest_first(asking: Asking, hits: Sequence[Hit], documents: Mapping[int, Document]) -> tuple[Hit, ...]:
    """Hits, of which those that may tell it by their unit alone come after those that say it.

    But what has all words as they were typed stands before what has not.
    """
    rows = asking.pipeline.base.rows([hit.n for hit in hits])
    said = [tells_surely(asking.wanted, documents[hit.n], row.record) for hit, row in zip(hits, rows, strict=True)]
    sure = list(compress(hits, said))
    if not sure or len(sure) == len(hits):
        return tuple(hits)
    all_words = has_all(asking, sure[0])
    others = [hit for hit in hits if hit not in sure]
    whole = [hit for hit in others if not all_words and has_all(asking, hit)]
    return (*whole, *sure, *(hit for hit in others if hit not in whole))


def _telling(asking: Asking, documents: Sequence[Document]) -> list[Document]:
    """Those of some documents that tell such an amount."""
    facts = [one for one in documents if one.record != "source" and asking.pipeline.restriction.allows(one)]
    rows = asking.pipeline.base.rows([one.n for one in facts])
    both = zip(facts, rows, strict=True)
    return [one for one, row in both if tells_amount(asking.wanted, one, row.record, asking.words)]


# --- figures that may tell it ---


def _found(asking: Asking) -> tuple[Hit, ...]:
    """The facts that tell such an amount and have most of the meaning, best first."""
    pipeline, index = asking.pipeline, asking.pipeline.base.index
    names, sought = names_of(asking), list[Sought]()
    for term in asking.terms:
        if not facts_with(pipeline, term) and (written_as_name(pipeline, term) or may_be_name(pipeline, term)):
            return ()
        word = term.tokens[0]
        worth = worth_of(pipeline, term) * (score.SMALL if word in LIGHT and term.text.islower() else 1.0)
        one = expand(index, term, 0, several=True, reserve=True)
        sought.append(Sought(one, worth, word in asking.wanted.free, word in names))
    documents = _telling(asking, _documents(pipeline, sought))
    about = _about(pipeline, documents)
    hits = [hit for one in documents if (hit := _hit(asking, one, about.get(one.n, ()), sought))]
    telling = [hit for hit in hits if not lacks(asking, hit)]
    telling = telling or _only_count(asking, [hit for hit in hits if _is_figure(pipeline, hit)])
    telling.sort(key=lambda hit: (-hit.score, hit.n))
    return _surest_first(asking, telling, {one.n: one for one in documents})


def _only_count(asking: Asking, figures: Sequence[Hit]) -> list[Hit]:
    """The only figure that counts the very thing of a name, though what was done is told in words of another kind."""
    counting = [hit for hit in figures if counts_of_name(asking, hit)]
    return counting if len(counting) == 1 else []


def _documents(pipeline: Pipeline, sought: Sequence[Sought]) -> list[Document]:
    """The facts that may tell it: facts and figures with most of the words, and figures of what has a word."""
    index = pipeline.base.index
    facts, figures = dict[int, float](), dict[int, float]()
    about: dict[int, None] = {}
    for one in sought:
        having = facts_with(pipeline, one.expanded.term)
        of_kind = pipeline.restriction.all_of([of_term(index, one.expanded), named("k", ["figure"])])
        for found, worth in ((having, facts), (islice(index.matching(of_kind), FIGURES), figures)):
            for d in found:
                worth[d] = worth.get(d, 0.0) + one.worth
        anchors = [fact for fact in index.documents(having[:FACTS]) if _tells_of(fact, one.expanded)]
        for anchor in anchors[:ANCHORS]:
            about |= dict.fromkeys(pipeline.base.backlinks(anchor.n, "about", ABOUT))
    best = [d for worth in (facts, figures) for d in sorted(worth, key=lambda d: (-worth[d], d))[:READ]]
    documents = index.documents(list(dict.fromkeys(best)))
    known = {document.n for document in documents}
    more = index.documents_of([n for n in about if n not in known])
    allowed = pipeline.restriction.allowed(index, [d for d, one in more.items() if one.kind == "figure"])
    return [*documents, *(more[d] for d in allowed)]


def _tells_of(document: Document, one: ExpandedTerm) -> bool:
    """Whether something of which figures may tell has a term itself."""
    found = judge(document, [one]) if document.record != "statement" else []
    return bool(found) and found[0][0].field in ("name", "title", "words")


def _about(pipeline: Pipeline, documents: Iterable[Document]) -> dict[int, list[Document]]:
    """The records that statements are about, and who made them."""
    base = pipeline.base
    statements = [one.n for one in documents if one.record == "statement"]
    numbers: dict[int, list[int]] = {}
    for row, n in zip(base.rows(statements), statements, strict=True):
        record = row.record
        if isinstance(record, Statement):
            ids = (*record.about, record.speaker) if record.speaker else record.about
            numbers[n] = [number for one in ids if (number := base.number(one))]
    every = list(dict.fromkeys(n for some in numbers.values() for n in some))
    read = {one.n: one for one in base.index.documents_of(every).values()}
    return {n: [read[one] for one in some if one in read] for n, some in numbers.items()}


# --- how well one tells it ---


def _hit(asking: Asking, document: Document, about: Sequence[Document], sought: Sequence[Sought]) -> Hit | None:
    """The hit of a fact that has most of the meaning, itself or in what it is about; else None."""
    pipeline = asking.pipeline
    own, why = list[Match](), list[Match]()
    has = told = whole = itself = 0.0
    for one in sought:
        found = judge(document, [one.expanded])
        match = found[0][0] if found and not pipeline.is_another_word(found[0][0]) else None
        if match:
            own.append(match)
            itself += one.worth
        match = match or _match_about(about, one.expanded) or _by_unit(document, one.expanded.term)
        if match:
            why.append(match)
            has, told, whole = has + one.worth, told + one.worth * match.score, whole + one.worth
        elif one.name:
            return None
        elif not one.free:
            whole += one.worth
    if not why or is_one_guess(why) or (len(why) == 1 and why[0].field not in ("name", "title", "words")):
        return None
    if not itself and has < score.WHOLLY * whole:
        return None  # of what it is about alone it must have nearly all
    share = (has + score.FIT) / (whole + score.FIT)
    if share < score.MEANING or told < score.TOLD_BADLY * has:
        return None
    bonus = score_of(document, own, pipeline.question) - sum(match.score for match in own) / max(1, len(own))
    figure = score.TOLD * (document.kind == "figure" and not is_offered(asking, document.title)) * itself / whole
    return Hit(document.n, told / whole * share**score.COVERAGE + score.REWARD * bonus + figure, tuple(why))


def _by_unit(document: Document, term: Term) -> Match | None:
    """The match of a word that the unit of an amount implies: those who work by a staff of 24, water by its litres."""
    implying = implied_by(term.tokens[0])
    found = next((word for word in document.title.split() if word in implying), "") if implying else ""
    return Match(term.text, score.OTHER_WORD * score.TITLE, "other word", found, "title") if found else None


def _is_said(document: Document, match: Match) -> bool:
    """Whether a word of what a figure is about says what it is of: no other word for it but in a title."""
    return match.rule not in score.OTHERWISE or (match.field == "title" and document.record != "actor")


def _match_about(about: Sequence[Document], one: ExpandedTerm) -> Match | None:
    """The match of a term in a record that a figure is about."""
    for document in about:
        found = judge(document, [one])
        match = found[0][0] if found else None
        if match and match.field in ("name", "title", "words", "quotes") and _is_said(document, match):
            quality = score.LINKED * math.sqrt(match.score)
            label = "title" if match.field == "title" else ""
            return match._replace(score=quality, field="link", label=label, via=document.n, share=0.0)
    return None
