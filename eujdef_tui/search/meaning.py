"""Find the facts that have most of the meaning of what was typed, where none has all of it as well.

A word counts for as much as it is rare in the base, less where it is one of every subject, and least where it is a
preposition. What share of the meaning a fact has decides whether it is an answer or only the nearest there is. A word
may also stand in the description of an actor that the fact is linked to. What may be a name is never left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import islice

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.search import score
from eujdef_tui.search.expansions import ExpandedTerm, expand
from eujdef_tui.search.kept_words import kept, may_be_name, only_names, written_as_name
from eujdef_tui.search.match import judge
from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.query import Term
from eujdef_tui.search.rank import order, score_of
from eujdef_tui.search.results import Hit, Match, Result
from eujdef_tui.search.roles import of_two_roles
from eujdef_tui.search.synonyms import other_words
from eujdef_tui.search.worth import facts_with, is_ordinary, worth_of
from eujdef_tui.store import Document
from eujdef_tui.text.word_forms import folded_words, same_word

__all__ = ["most_of", "readings_of"]

LEAST, MOST = 2, 8  # words of a query that may be answered without some of them
READ = 60  # facts that are judged: those that have the most of the words by the index
ROW = 4  # words in a row that may be one of the table of other words: put on the market
ROWS = 2  # such rows of a query that are tried
DESCRIBED = 200  # facts of a word that are looked at for what it describes
_ANCHORS = ("actor", "agreement")  # records of which facts tell
ACTORS = 3  # that a word may describe: what describes more is no one's description


class Sought(NamedTuple):
    """A term, what it is worth, and the actors by number whom it names or describes, each with its match."""

    expanded: ExpandedTerm
    worth: float
    actors: dict[int, Match]
    parties: dict[int, Match]


def most_of(pipeline: Pipeline, terms: Sequence[Term], best: Result | None = None) -> Result | None:
    """The facts that have most of the terms, where that is more than the `best` result has; else None."""
    if not LEAST <= len(terms) <= MOST or any(term.phrase or term.amount for term in terms):
        return None
    never_left = kept(pipeline, terms)
    found = [one for some in readings_of(pipeline, terms) if (one := _found(pipeline, some, never_left, best))]
    return max(found, key=lambda result: result.hits[0].score, default=None)


def readings_of(pipeline: Pipeline, terms: Sequence[Term]) -> Iterator[Sequence[Term]]:
    """The terms as they are, and with words in a row as one that has other words: put up for sale."""
    yield terms
    words, own_groups = folded_words(pipeline.query.said), pipeline.base.index.synonyms
    plain = {term.tokens[0]: term for term in terms if not (term.date or term.phrase)}
    rows = (words[at : at + n] for n in range(ROW, 1, -1) for at in range(len(words) - n + 1) if words[at] in plain)
    known = (row for row in rows if other_words("-".join(row), own_groups))
    for row in islice(known, ROWS):
        first = plain[row[0]]
        last = first.column + pipeline.query.text[first.column :].casefold().find(row[-1]) + len(row[-1])
        whole = Term(pipeline.query.text[first.column : last], first.column, ("-".join(row),))
        inside = {plain[word] for word in row if word in plain}
        rest = [whole if term is first else term for term in terms if term is first or term not in inside]
        if len(rest) > 1:
            yield rest


def _found(pipeline: Pipeline, terms: Sequence[Term], never_left: set[str], best: Result | None) -> Result | None:
    """The facts that have most of these terms, best first."""
    index = pipeline.base.index
    sought: list[Sought] = []
    worth: dict[int, float] = {}
    whole = 0.0
    for term in terms:
        found, rare = facts_with(pipeline, term), worth_of(pipeline, term)
        if not found and (term.tokens[0] in never_left or _is_name(pipeline, term)):
            return None
        whole += rare
        if not found:
            continue
        one = expand(index, term, 0, several=True, reserve=True)
        described, parties = _described(pipeline, one, found)
        sought.append(Sought(one, rare, described, parties))
        for d in found:
            worth[d] = worth.get(d, 0.0) + rare
    first = sorted(worth, key=lambda d: (-worth[d], d))[:READ]
    weighty = sum(not is_ordinary(term) for term in terms)
    hits = [hit for document in index.documents(first) if (hit := _hit(pipeline, document, sought, whole))]
    few = weighty < 2 and "who" not in pipeline.query.asks  # who does it is not told by a name alone
    hits = [hit for hit in hits if len(hit.why) > 1 or few or _counts(pipeline, hit)]
    if not hits:
        return None
    ordered = order(hits)
    has = {match.term for match in ordered[0].why}
    left = [term for term in terms if term.tokens[0] not in has and term.text not in has]
    if never_left.intersection(term.tokens[0] for term in left):
        return None
    if left and only_names(pipeline, ordered[0], [term for term in terms if term not in left], terms):
        return None
    if best and left and best.hits[0].mean + score.ALL >= ordered[0].score:
        return None
    return Result(pipeline.query, ordered, left_out=tuple(term.text for term in left))


def _is_name(pipeline: Pipeline, term: Term) -> bool:
    return written_as_name(pipeline, term) or may_be_name(pipeline, term)


def _counts(pipeline: Pipeline, hit: Hit) -> bool:
    """Whether one word of several answers: a figure where one was asked for, or a fact of the very kind."""
    record = pipeline.base.record(hit.n).record
    kind = getattr(record, "kind", "")
    return (kind == "figure" and bool(pipeline.query.asks & {"much", "many"})) or same_word(hit.why[0].token, kind)


def _described(
    pipeline: Pipeline, one: ExpandedTerm, found: Sequence[int]
) -> tuple[dict[int, Match], dict[int, Match]]:
    """The actors and agreements that a term names or describes, if few; of "who", also the parties of agreements."""
    if one.term.date or one.term.amount:
        return {}, {}
    documents = pipeline.base.index.documents(found[:DESCRIBED])
    matches = {document.n: _own(document, one) for document in documents if document.record in _ANCHORS}
    described = {n: match for n, match in matches.items() if match}
    if len(described) > ACTORS:
        return {}, {}
    parties: dict[int, Match] = {}
    if "who" in pipeline.query.asks:
        for document in documents:
            if document.record == "agreement" and (match := described.get(document.n)):
                parties |= {line.number: match for line in document.links.lines}
    return described, parties


def _own(document: Document, one: ExpandedTerm) -> Match | None:
    found = judge(document, [one])
    return found[0][0] if found and found[0][0].field in ("name", "words") else None


def _hit(pipeline: Pipeline, document: Document, sought: Sequence[Sought], whole: float) -> Hit | None:
    """The hit of a document by what share of the meaning it has, and how well; None where that is no answer."""
    if not pipeline.restriction.allows(document):
        return None
    own = [one for one in sought if _has_itself(pipeline, document, one)]
    reading = (
        max(judge(document, [one.expanded for one in own]), key=lambda way: sum(m.score for m in way), default=[])
        if own
        else []
    )
    if own and not reading:
        return None
    matched = list(zip(own, reading, strict=True))
    for one in sought:
        link = _linked(document, one) if one not in own else None
        if link:
            matched.append((one, link))
    if not matched:
        return None
    has = sum(one.worth for one, _ in matched)
    told = sum(one.worth * match.score for one, match in matched)
    share = has / whole
    why = tuple(match for _, match in matched)
    if share < score.MEANING or told / has < score.PARTLY or not _tells(document, why):
        return None
    if document.kind == "person" and len(why) > 1 and of_two_roles(pipeline.base, document, why):
        return None
    bonus = score_of(document, reading, pipeline.question) - sum(m.score for m in reading) / max(1, len(reading))
    return Hit(document.n, told / whole * share**score.COVERAGE + score.REWARD * bonus, why)


def _has_itself(pipeline: Pipeline, document: Document, one: Sought) -> bool:
    found = judge(document, [one.expanded])
    return bool(found) and not pipeline.is_another_word(found[0][0])


def _tells(document: Document, matches: Sequence[Match]) -> bool:
    """Whether matches are enough: two of any kind, or a word as it was typed in a name or title, or for the kind."""
    if len(matches) > 1:
        return True
    told = matches[0].field in ("name", "title") or same_word(matches[0].token, document.kind)
    return told and matches[0].rule in ("", "spelling", "phrase")


def _linked(document: Document, one: Sought) -> Match | None:
    """The match of a term in the description of an actor that a document is linked to, or of what links to an actor."""
    if document.n in one.parties:
        match = one.parties[document.n]
        return match._replace(
            score=score.DESCRIBED * math.sqrt(match.score), field="words", name="", label="", share=0.0
        )
    if document.record == "actor" or not one.actors:
        return None
    lines = (line for line in document.links.lines if line.number in one.actors)
    found = next(lines, None)
    if found is None:
        return None
    match = one.actors[found.number]
    quality = score.DESCRIBED * math.sqrt(match.score)
    return match._replace(score=quality, field="link", name=found.name, label=found.label, via=found.number, share=0.0)
