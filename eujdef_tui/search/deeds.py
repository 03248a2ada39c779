"""Find who did something: by what descriptions tell of a deed, and by no fact that tells it of no one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from eujdef_tui.model.records import Actor, Event, Statement
from eujdef_tui.search import score
from eujdef_tui.search.expansions import expand
from eujdef_tui.search.expressions import of_term
from eujdef_tui.search.kept_words import names_in
from eujdef_tui.search.match import judge
from eujdef_tui.search.meaning import readings_of
from eujdef_tui.search.pipeline import STEPS, Pipeline
from eujdef_tui.search.query import Term
from eujdef_tui.search.questions import EMPTY, PREPOSITIONS, QUESTION
from eujdef_tui.search.rank import BEHIND
from eujdef_tui.search.results import Hit, Match, Result, hits_first
from eujdef_tui.store.filter_tags import in_view
from eujdef_tui.text.word_forms import folded_words

__all__ = [
    "OF_ITS_OWN", "PASSED", "better_reading", "deed_of", "described", "doers_first", "of_no_one", "tells_lasting",
    "without_undone",
]  # fmt: skip

FIRST = 24  # hits that are looked at: more than any screen shows at once
READ = 20  # actors whose description has a deed that are looked at
_ROW = 2  # hyphens in words in a row that say one thing and nothing else: put their names to
PASSED = QUESTION | EMPTY | PREPOSITIONS
_WON = frozenset(("win", "wins", "won"))
_CONTRACTS = frozenset("bid concession contract contracts order rights tender".split())  # which are awarded to who wins
_SUPERLATIVES = frozenset("most least largest biggest smallest highest lowest".split())
_AS_TOLD = ("", "spelling", "other word", "derived")
# What someone is by doing it, which a description tells: builder, maker, owner. Of who met whom an event tells.
_MAKING = frozenset("made make makes making manufacture manufactured manufactures produce produced produces".split())
# Of these, nothing that only has the rest of the words tells who: a stadium has builders, and may have no insurer.
OF_ITS_OWN = frozenset(
    "design designed designs insure insured insures own owned owns publish published publishes sponsor sponsored "
    "sponsors".split()
)
_LASTING = (_MAKING | OF_ITS_OWN).union(
    "build building builds built deliver delivers develop developed develops finance financed finances fund funded "
    "funds operate operates stand standing stands supplied supplies supply".split()
)
_TELLING = ("title", "words")
_SHORT = 3  # letters of a word that ends in s and is no verb of someone: gas
_BEING = frozenset("am are be been being got is was were".split())
_BETWEEN = 2  # words back from a participle among which "been" stands: had been quietly stolen


def deed_of(pipeline: Pipeline) -> str:
    """The word that says what someone did, folded: the first of a question that says anything."""
    searched = {term.tokens[0] for term in pipeline.query.terms} - PASSED
    return next((word for word in folded_words(pipeline.query.said)[1:] if word in searched), "")


def tells_lasting(pipeline: Pipeline) -> bool:
    """Whether a question asks for what someone does for long, which a description tells: builds, owns, audits."""
    deed = deed_of(pipeline)
    present = deed.endswith("s") and not deed.endswith("ss") and len(deed) > _SHORT
    return "fact" in pipeline.query.asks and (deed in _LASTING or present)


def better_reading(pipeline: Pipeline, terms: Sequence[Term], result: Result | None) -> Result | None:
    """What is found by a row of words that says one thing, or with a superlative that was left out, if anything.

    Who put their names to it signed it; who gave most is not any who gave.
    """
    rows = (reading for reading in islice(readings_of(pipeline, terms), 1, None) if any(map(_is_long_row, reading)))
    for reading in rows:
        found = pipeline.find(reading, STEPS[:2])
        if found and any(pipeline.base.view(hit.n) != "sources" for hit in found.hits):
            return found
    words = {term.tokens[0] for term in terms}
    won = _WON & words
    if won and _CONTRACTS & words:
        award = [Term(term.text, term.column, ("awarded",)) if term.tokens[0] in won else term for term in terms]
        if found := pipeline.find(award, STEPS[:2]):
            return found._replace(hits=tuple(sorted(found.hits, key=lambda hit: _is_ahead(pipeline, hit))))
    if result and _SUPERLATIVES.intersection(word.lower() for word in result.left_out):
        found = pipeline.find(terms, STEPS[:2])
        return found if found and pipeline.base.view(found.hits[0].n) != "sources" else None
    return None


def _is_ahead(pipeline: Pipeline, hit: Hit) -> bool:
    return getattr(pipeline.base.record(hit.n).record, "status", "") in ("planned", "target")


def _is_long_row(term: Term) -> bool:
    return not term.phrase and term.tokens[0].count("-") >= _ROW


def doers_first(pipeline: Pipeline, terms: Sequence[Term], result: Result) -> Result:
    """The result, first the actors whose own descriptions tell what is asked: chosen to build the pipeline."""
    deed = deed_of(pipeline)
    if "fact" not in pipeline.query.asks:
        return result
    best = result.hits[0]
    literal = any(match.term == deed and match.rule in ("", "spelling") for match in best.why)
    if deed in _LASTING or (tells_lasting(pipeline) and not literal):  # who meets in Bonn is told by the meeting
        left = {word.lower() for word in result.left_out}
        maker = deed in _MAKING and left == {deed}
        doers = [hit for hit in result.hits[:FIRST] if _does(pipeline, hit, deed, len(terms) - maker, maker=maker)]
        return result._replace(hits=hits_first(doers, result.hits))
    if len(terms) > 1 and any(match.field in BEHIND for match in best.why):
        doers = described(pipeline, terms, deed)
        if doers:
            has = {match.term for match in doers[0].why}
            left_out = tuple(term.text for term in terms if term.tokens[0] not in has)
            return result._replace(hits=hits_first(doers, result.hits), left_out=left_out)
    return result._replace(hits=hits_first(_by_its_word(pipeline, result.hits, deed), result.hits))


def _by_its_word(pipeline: Pipeline, hits: Sequence[Hit], deed: str) -> list[Hit]:
    """The first fact with the very word of the deed, where the best has another for it: recordings, and no diary."""
    rules = [next((m.rule for m in hit.why if m.term == deed and m.field in _TELLING), None) for hit in hits[:FIRST]]
    if not rules or rules[0] != "other word":
        return []
    terms = len(hits[0].why)
    own = (hit for hit, rule in zip(hits, rules, strict=False) if rule in ("", "spelling") and len(hit.why) == terms)
    return list(islice((hit for hit in own if pipeline.base.view(hit.n) != "sources"), 1))


def _does(pipeline: Pipeline, hit: Hit, deed: str, terms: int, *, maker: bool) -> bool:
    """Whether the description of an actor tells so many terms, the deed among them; of a maker, what it has."""
    record = pipeline.base.record(hit.n).record
    if len(hit.why) < terms or not isinstance(record, Actor):
        return False
    if maker:
        return record.kind == "company" and all(match.field == "words" for match in hit.why)
    told = any(m.field == "words" and m.rule in _AS_TOLD and m.term.startswith(deed) for m in hit.why)
    return told and all(match.field in ("words", "link") for match in hit.why)


def described(pipeline: Pipeline, terms: Sequence[Term], deed: str) -> list[Hit]:
    """The actors whose descriptions tell the deed, each name, and the thing that it was done to, which stands last."""
    names = names_in(pipeline, terms)
    wanted = [term for term in terms if term.tokens[0] in names or term.tokens[0] == deed or term is terms[-1]]
    if len(wanted) < 2 or wanted[0].tokens[0] != deed or any(term.date or term.phrase for term in wanted):
        return []
    index = pipeline.base.index
    expanded = [expand(index, term, 0, several=True, reserve=True) for term in wanted]
    both = " AND ".join(f"({of_term(index, one)})" for one in expanded)
    found = index.documents(list(islice(index.matching(f"{both} AND {in_view('actors')}"), READ)))
    readings = ((document.n, reading) for document in found for reading in judge(document, expanded)[:1])
    told = ((n, reading) for n, reading in readings if all(map(_is_described, reading)) and pipeline.lets_in(n))
    return [Hit(n, score.DOER_OF_SOME, tuple(reading)) for n, reading in told]


def _is_described(match: Match) -> bool:
    return match.field == "words" and match.rule in _AS_TOLD


def without_undone(pipeline: Pipeline, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits without those that tell the deed of no one: of who stole the sign, that it had been stolen."""
    words = folded_words(pipeline.query.said)
    if _BEING.intersection(words[1:2]):
        return hits  # who was arrested: it is they to whom it was done
    deed = deed_of(pipeline)
    left = tuple(hit for hit in hits if not any(m.term == deed and _is_of_no_one(pipeline, hit, m) for m in hit.why))
    only_articles = all(pipeline.base.view(hit.n) == "sources" for hit in left)
    return () if len(left) < len(hits) and only_articles else left


def _is_of_no_one(pipeline: Pipeline, hit: Hit, match: Match) -> bool:
    """Whether a text tells a deed in the passive, and not by whom."""
    record = pipeline.base.record(hit.n).record
    if match.field != "title" or not isinstance(record, Statement | Event):
        return False
    words, token = folded_words(record.text if isinstance(record, Statement) else record.title), match.token.split()[0]
    if token not in words or token.endswith("ing") or "by" in words[words.index(token) :]:
        return False
    before = words[max(0, words.index(token) - _BETWEEN) : words.index(token)]
    if not _BEING.isdisjoint(before):
        return before[-1] != "to"
    behind = words[words.index(token) + 1 :]  # farmers blocked the road: it was they
    active = any(other.token in behind for other in hit.why if other is not match)
    return of_no_one(pipeline, hit) and bool(before) and token.endswith(_PARTICIPLES) and not active


def of_no_one(pipeline: Pipeline, hit: Hit) -> bool:
    """Whether a hit is an event to which no one is linked who may have done it."""
    record = pipeline.base.record(hit.n).record
    return isinstance(record, Event) and not any(_may_act(pipeline, actor) for actor in record.actors)


def _may_act(pipeline: Pipeline, actor: str) -> bool:
    """Whether an actor of an event may be who did it, and no place or thing."""
    return getattr(pipeline.base.record(pipeline.base.number(actor) or 0).record, "kind", "") not in _THINGS


_PARTICIPLES = ("ed", "en", "built", "cut", "found", "held", "lost", "made", "paid", "sent", "shut", "sold", "taken")
_THINGS = frozenset("artefact bridge building city dam place river ship town vehicle village".split())
