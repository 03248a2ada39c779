"""Put first, among the best hits, the records that are the sort of answer that a question wants.

`score.of_answer` judges a document, which every hit has. What only the record itself says (who speaks, what is planned,
the unit of a figure) is read here, of the first hits alone. Every number stands in `score`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from eujdef_tui.model.labels import record_type
from eujdef_tui.model.records import Actor, Agreement, Event, Record, Source, Statement, Tension
from eujdef_tui.model.searchable import names_of
from eujdef_tui.search import score
from eujdef_tui.search.latest import latest_first
from eujdef_tui.search.query import Query
from eujdef_tui.search.questions import QUESTION, ROLES, SORTS, measure
from eujdef_tui.search.rank import order
from eujdef_tui.search.results import Hit, Match, hits_first
from eujdef_tui.search.succession_grammar import RELATING
from eujdef_tui.store import Base
from eujdef_tui.text.word_forms import folded_words, same_word

__all__ = ["FIRST", "answers_first", "gives_reason", "of_persons", "of_those_named"]

FIRST = 24  # hits that are looked at: more than any screen shows at once


def answers_first(base: Base, query: Query, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits, of which the first are ordered by how well they answer the question that the query is."""
    if "office" in query.asks:
        if beside := _before_or_after(base, query):
            return hits_first(beside, hits)
        hits = tuple(hit for hit in hits if not any(map(_is_other_relation, hit.why)))
    tests = [(test, score.WANTED[ask]) for ask, test in _TESTS.items() if ask in query.asks]
    if not (tests or "who" in query.asks) or len(hits) < 2:
        return hits
    better = []
    records = [row.record for row in base.rows([hit.n for hit in hits[:FIRST]])]
    measured = bool(measure(folded_words(query.said))) and any(_fits_unit(base, query, one, hits[0]) for one in records)
    for hit, record in zip(hits, records, strict=False):
        worth = sum(worth for test, worth in tests if test(base, query, record, hit))
        worth -= score.ANOTHER * ("who" in query.asks and _another(query, record, hit))
        if measured and not _fits_unit(base, query, record, hit):
            worth -= score.ASKED["much"] * (getattr(record, "kind", "") == "figure")  # it is of something else
        better.append(hit._replace(score=hit.score + worth))
    better = list(order(better))
    if "person" in query.asks:  # before what has all words in its title
        better.sort(key=lambda hit: not _is_someone(base, hit))
    if query.asks & _OFFICES:
        better = list(latest_first(base, better))
    return (*better, *hits[FIRST:])


_OFFICES = frozenset(("person", "role"))


def _before_or_after(base: Base, query: Query) -> tuple[Hit, ...]:
    from eujdef_tui.search.successions import before_or_after  # few queries ask who came before or after someone

    return before_or_after(base, query, FIRST)


def _is_other_relation(match: Match) -> bool:
    """Whether what relates someone to another stands for another word: who replaced her is not what was exchanged."""
    return match.term.lower() in RELATING and match.rule not in ("", "spelling")


def of_persons(base: Base, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Those hits that tell who someone is: actors, and what has all words in one name or title.

    That an event is linked to one who is a president, and to France, makes no one president of France; nor does a
    sentence beside the one that tells of them.
    """
    hits = tuple(hit for hit in hits if not any(match.field == "beside" or _in_passing(match) for match in hit.why))
    actors = tuple(hit for hit in hits if base.view(hit.n) == "actors")
    return (*actors, *(hit for hit in hits if hit not in actors and _in_one_name(hit)))


def of_those_named(base: Base, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Those hits in which each name that was typed is that name, and no beginning of another one.

    The president of the Dorvanian pilots' association is no president of Dorvania.
    """
    begun = {match.term for hit in hits for match in hit.why if match.rule == "prefix"}
    names = {term for term in begun if base.index.whole(term.lower())}
    hits = tuple(hit for hit in hits if not any(m.rule == "prefix" and m.term in names for m in hit.why))
    return tuple(hit for hit in hits if not any(map(_in_passing, hit.why)))


def _in_passing(match: Match) -> bool:
    """Whether a role is only named in a quote, or is another one's: leaders meet their counterparts."""
    return match.term.lower() in ROLES and match.field in ("quotes", "link", "sentence")


def _is_someone(base: Base, hit: Hit) -> bool:
    """Whether a hit is a person, or an actor whose name was typed; a country of which Manila is told is no answer."""
    record = base.record(hit.n).record
    named = any(match.field == "name" for match in hit.why)
    return isinstance(record, Actor) and (record.kind == "person" or named)


def _in_one_name(hit: Hit) -> bool:
    named = {match.name for match in hit.why}
    return len(named) == 1 and all(match.field in ("name", "title") for match in hit.why)


# --- what the record says ---


def _another(query: Query, record: Record, hit: Hit) -> bool:
    """Whether a record is the very one before or after whom someone was: who was minister before ishiba."""
    words = folded_words(query.said)
    named = {after for word, after in pairwise(words) if word in _BESIDE}
    return isinstance(record, Actor) and any(match.field == "name" and match.term.lower() in named for match in hit.why)


_BESIDE = frozenset("after before replace replaced replaces succeed succeeded succeeds".split())


def _says(base: Base, _query: Query, record: Record, hit: Hit) -> bool:
    """Whether a statement is by someone whose name was typed."""
    if not isinstance(record, Statement) or not record.speaker:
        return False
    names = set(_words_of(base, record.speaker))
    return any(match.token in names for match in hit.why)


def _words_of(base: Base, record_id: str) -> Iterator[str]:
    speaker = base.record(base.number(record_id) or 0).record
    return (word for name, _ in names_of(speaker) for word in folded_words(name))


def _happens(_base: Base, _query: Query, record: Record, _hit: Hit) -> bool:
    """Whether a record is what happens on its day, and no agreement of which the steps have days of their own."""
    return isinstance(record, Event) and bool(record.date)


def _planned(_base: Base, _query: Query, record: Record, _hit: Hit) -> bool:
    if isinstance(record, Agreement):
        return any(step.status == "planned" for step in record.milestones)
    return isinstance(record, Event) and record.status in ("planned", "target")


def _located(_base: Base, _query: Query, record: Record, _hit: Hit) -> bool:
    return isinstance(record, Event) and bool(record.location)


def _of_sort(sort: str) -> Callable[[Base, Query, Record, Hit], bool]:
    kinds = SORTS[sort]

    def test(base: Base, _query: Query, record: Record, _hit: Hit) -> bool:
        return any(_kind_in(_by_id(base, other), kinds) for other in _linked(record))

    return test


def _by_id(base: Base, record_id: str) -> Record:
    return base.record(base.number(record_id) or 0).record


def _kind_in(record: Record, kinds: tuple[str, ...]) -> bool:
    if isinstance(record, Actor):
        return record.kind in kinds
    return record_type(record) in kinds


def _linked(record: Record) -> tuple[str, ...]:
    if isinstance(record, Event):
        return record.actors
    return record.parties if isinstance(record, Agreement) else ()


def _fits_unit(_base: Base, query: Query, record: Record, _hit: Hit) -> bool:
    """Whether a figure is of what was counted (how many bells: 7 bells), or in a unit of what was measured.

    A tension has its measures in its title: 9 or 10 kilometres of tunnel.
    """
    words = folded_words(query.said)
    wanted = measure(words)
    if isinstance(record, Tension) and wanted:
        title = folded_words(record.title)
        return any(one[:1].isdigit() and _is_one_of(unit, wanted) for one, unit in pairwise(title))
    if not isinstance(record, Statement) or not record.unit:
        return False
    units = folded_words(record.unit)
    if wanted and not _SPEED.intersection(words):
        return not _PER.intersection(units[1:]) and _is_one_of(next(iter(units), ""), wanted)
    if "many" in words:
        wanted = tuple(word for word in words[words.index("many") + 1 :][:2] if word not in QUESTION)
    return any(_is_one_of(unit, wanted) for unit in units)


_SPEED = frozenset(("fast", "often"))  # whose unit is of one thing for each of another
_PER = frozenset(("a", "an", "per", "each", "every"))


def _is_one_of(unit: str, wanted: Sequence[str]) -> bool:
    return any(same_word(unit, word) for word in wanted)


_CHANGES = frozenset(
    "amended amendment before change changed changes changing cut cuts cutting decreased delayed doubled dropped "
    "fallen fell grew grown halved halves increased instead longer lowered meanwhile moved new now off postponed "
    "raised raises reformed replaced replaces revised risen rose tripled up".split()
)


def _changed(base: Base, _query: Query, record: Record, _hit: Hit) -> bool:
    if isinstance(record, Actor | Source):
        return False
    told = base.title_of(record.id), getattr(record, "text", ""), getattr(record, "reading", "")
    return not _CHANGES.isdisjoint(folded_words(" ".join(told)))


_REASONS = frozenset(
    "because blame blamed blames cause caused error fault owing partly reason reasons so therefore why".split()
)
_IS = frozenset("are be been is not was were".split())  # a dinner was due to begin: no reason
_MOTIVES = frozenset(("motive", "reason", "cause"))  # kinds of statements


def _reason(_base: Base, _query: Query, record: Record, _hit: Hit) -> bool:
    return gives_reason(record)


def gives_reason(record: Record) -> bool:
    """Whether a record tells why something is so."""
    if isinstance(record, Actor | Source):
        return False
    if getattr(record, "kind", "") in _MOTIVES:
        return True
    said = " ".join((getattr(record, "text", getattr(record, "title", "")), *(item.quote for item in record.evidence)))
    return not _REASONS.isdisjoint(spoken := folded_words(said)) or _is_reasoned(spoken)


def _is_reasoned(spoken: Sequence[str]) -> bool:
    """Whether "due" and "since" give a reason: due to fog, since the port is shut; not was due, since May."""
    around = zip(("", *spoken), spoken, (*spoken[1:], ""), strict=False)
    return any(
        (word == "due" and before not in _IS) or (word == "since" and after in _CLAUSE)
        for before, word, after in around
    )


_CLAUSE = frozenset("a all an both he it its nobody no she that the their there these they this we".split())


_TESTS: dict[str, Callable[[Base, Query, Record, Hit], bool]] = {
    "say": _says,
    "planned": _planned,
    "when": _happens,
    "change": _changed,
    "where": _located,
    "much": _fits_unit,
    "many": _fits_unit,
    "why": _reason,
    **{sort: _of_sort(sort) for sort in SORTS},
}
