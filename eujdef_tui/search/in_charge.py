"""Answer who leads, chairs, speaks for or mediates in something with those whose description or role tells it.

What they do it in is seldom told in the words of a question: she is the chair of a body, and the body's own description
says that it is the association of the volunteers; he leads a trial by its name, and the trial is one of a vaccine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from eujdef_tui.model.records import Actor, Event
from eujdef_tui.search import score
from eujdef_tui.search.expansions import ExpandedTerm, expand
from eujdef_tui.search.expressions import of_term
from eujdef_tui.search.kept_words import names_in
from eujdef_tui.search.offices import VERBS, Office, agents, office_asked
from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.questions import EMPTY, PREPOSITIONS
from eujdef_tui.search.results import Hit, Match
from eujdef_tui.search.role_words import (
    NEAR,
    Body,
    Sought,
    among,
    body_of,
    is_of_other,
    is_spoken_of,
    match_of,
    office_in,
)
from eujdef_tui.store import Document, Row
from eujdef_tui.store.filter_tags import in_view, named
from eujdef_tui.text.word_forms import folded_words, same_word

__all__ = ["those_in_charge", "those_who_do"]

# How far words are expanded: to other words for the same, and where no one is found to misspelt ones; and whether what
# an office is always of must be told.
STEPS = ((0, True), (1, True), (0, False))
WORDS = 6  # of a question, beside the one that asks: of more no one is described
READ = 30  # persons of an office that are looked at
BODIES = 12  # bodies with all words
OF_ONE_WORD = 5  # and with one of them
FIRST = 3  # words of a description with what someone is: farmers' union, lobby of operators
MEMBERS = 20  # of a body
PARTLY = 6  # persons whose events are looked at
EVENTS, ACTORS = 12, 6  # of a person, and of an event
_AHEAD = frozenset("designate designated elect future incoming next to".split())  # in a role that is not held yet
_LESS = 0.9  # times, for each part of a question that is better told, and is not
_NAMING = frozenset(("money", "people", "works"))  # small words that name what someone leads
_SMALL = (EMPTY | PREPOSITIONS | {"current", "currently", "present"}) - _NAMING
_APPOSED = ", (?=(?:an?|the) )"  # head of Aran, the federation of growers: one role
_PARTED = "[;,]"  # marks between the roles in a description
_OTHERS = frozenset("assistant deputy ex former once vice".split())  # no one who holds it
_PAST = frozenset("chaired directed headed led managed mediated presided ran represented spoke was were".split())


def those_in_charge(pipeline: Pipeline) -> tuple[Hit, ...] | None:
    """The persons who hold the office that a question asks for, best first; None where it asks for no office."""
    if not pipeline.base.span("actors"):
        return None
    sought = None
    for depth, whole in STEPS:
        sought = _sought(pipeline, depth, whole=whole)
        if sought is None:
            return None
        if found := _found(pipeline, sought):
            return _surest(found)
    if sought and sought.terms and sought.office.bodies:
        verbs = VERBS - {sought.asked}  # a company that runs the dam leads nothing
        office = Office(sought.office.ask, sought.office.bodies - verbs, frozenset())
        found = _found(pipeline, sought._replace(office=office, persons=False))
        if found := [hit for hit in found if _is_called(pipeline, hit, office)]:
            return _surest(found)
    return () if sought and sought.office.only else None


def _is_called(pipeline: Pipeline, hit: Hit, office: Office) -> bool:
    """Whether a body does it, or is what an office tells, by the first words of its description: Lobby of operators."""
    if hit.why[0].token in VERBS:
        return True
    summary = getattr(pipeline.base.record(hit.n).record, "summary", "")
    return not office.told.isdisjoint(folded_words(summary)[:FIRST])


def those_who_do(pipeline: Pipeline, deed: str, *, lasting: bool) -> tuple[Hit, ...]:
    """The actors whose descriptions tell a deed by its own word or by who does it: audits, auditor; best first."""
    words = folded_words(pipeline.query.said)
    terms = [term for term in pipeline.query.terms if not term.negated and term.tokens[0] not in _SMALL]
    own, rest = [t for t in terms if t.tokens[0] == deed], [t for t in terms if t.tokens[0] != deed]
    if not own or not 0 < len(rest) <= WORDS or any(term.date or term.phrase or term.amount for term in rest):
        return ()
    index = pipeline.base.index
    forms = expand(index, own[0], 0, several=True).expansion.words.values()
    told = index.known(agents(deed))
    if lasting:  # of what happened once an event tells
        told |= {deed, *(item.token for item in forms if item.rule == "spelling")}
    expanded = [expand(index, term, 0, several=True, reserve=True) for term in rest]
    office = Office(frozenset((deed,)), frozenset(told), frozenset())
    names = frozenset(names_in(pipeline, rest))
    return _surest(_found(pipeline, Sought(office, deed, expanded, names, _OTHERS.difference(words), persons=False)))


def _surest(found: Sequence[Hit]) -> tuple[Hit, ...]:
    best = max((hit.score for hit in found), default=0.0)
    sure = [hit for hit in found if hit.score >= best * NEAR]  # beside the chief the secretary is none
    return tuple(sorted(sure, key=lambda hit: (-hit.score, hit.n)))


def _found(pipeline: Pipeline, sought: Sought) -> list[Hit]:
    if not (sought.office.told or sought.office.near):
        return []
    bodies = _bodies(pipeline, sought)
    holding = sought.office.told | sought.office.near
    found: dict[int, Hit | None] = {}
    partly: list[Row] = []
    for documents in _persons(pipeline, sought, bodies):
        new = [one.n for one in documents if one.n not in found and not holding.isdisjoint(one.words.split())]
        for row in pipeline.base.rows(list(dict.fromkeys(new))):
            found[row.n] = _hit(pipeline, row, sought, bodies, partly)
        if any(hit and hit.why[0].score >= score.PROSE for hit in found.values()):
            break  # what follows is told in less of their own words
    if not any(found.values()):
        found = {row.n: _hit(pipeline, row, sought, bodies) for row in partly[:PARTLY]}
    return [hit for hit in found.values() if hit and pipeline.lets_in(hit.n)]


def _sought(pipeline: Pipeline, depth: int, *, whole: bool) -> Sought | None:
    words = folded_words(pipeline.query.said)
    asked = office_asked(words)
    if asked is None:
        return None
    office, at = asked
    small = _SMALL | {words[at]} | (frozenset() if whole else office.always)
    terms = [term for term in pipeline.query.terms if not term.negated and term.tokens[0] not in small]
    if (whole and not terms) or len(terms) > WORDS or any(term.date or term.phrase or term.amount for term in terms):
        return None
    index = pipeline.base.index
    expanded = [expand(index, term, depth, several=True, reserve=True) for term in terms]
    others = _OTHERS.difference(words, {"former", "ex", "once"} if _PAST.intersection(words) else ())
    better = [frozenset((word,)) for word in ("new",) if word in words]
    better += [_AHEAD] if "will" in words else []
    return Sought(office, words[at], expanded, frozenset(names_in(pipeline, terms)), others, tuple(better))


# --- who and what may be meant ---


def _bodies(pipeline: Pipeline, sought: Sought) -> list[Body]:
    """The bodies and agreements that have all words in their names or descriptions, then those that have one."""
    index = pipeline.base.index
    any_body = f"({in_view('actors')} OR {in_view('agreements')}) NOT {_people()}"
    each = [f"({of_term(index, one)})" for one in sought.terms]
    if not each:
        return []
    asked = [(" AND ".join(each), BODIES), *((one, OF_ONE_WORD) for one in (each if len(each) > 1 else ()))]
    found: dict[int, None] = {}
    for expression, most in asked:
        found.update(dict.fromkeys(islice(index.matching(f"({expression}) AND ({any_body})"), most)))
    return [body_of(document) for document in index.documents(list(found)) if document.record != "event"]


def _people() -> str:
    return named("k", ["person"])


def _persons(pipeline: Pipeline, sought: Sought, bodies: Sequence[Body]) -> Iterator[list[Document]]:
    """Those who may hold the office: by all words, by a body that they are of or that they name, then by one word."""
    base, index = pipeline.base, pipeline.base.index
    roles = " OR ".join(f'"{word}"' for word in sorted(sought.office.told | sought.office.near))
    in_office = f"{_people() if sought.persons else in_view('actors')} AND words : ({roles})"

    def of(expression: str, most: int) -> list[Document]:
        return index.documents(list(islice(index.matching(f"({expression}) AND {in_office}"), most)))

    if not sought.terms:
        only = list(islice(index.matching(in_office), 2))
        yield index.documents(only if len(only) == 1 else ())  # of two mediators either may be meant
        return
    each = [f"({of_term(index, one)})" for one in sought.terms]
    yield of(" AND ".join(each), READ)
    members = (n for body in bodies for n in base.backlinks(body.n, "member", MEMBERS))
    names = dict.fromkeys(name for body in bodies for name in body.names)
    spoken_of = of("words : (" + " OR ".join(f'"{name}"' for name in names) + ")", READ) if names else []
    yield [*index.documents_of(list(dict.fromkeys(members))).values(), *spoken_of]
    if len(each) > 1:
        yield [document for one in each for document in of(one, READ)]


# --- whether someone does ---


def _hit(
    pipeline: Pipeline, person: Row, sought: Sought, bodies: Sequence[Body], partly: list[Row] | None = None
) -> Hit | None:
    """The hit of a person by the role that tells most of what is asked; None where none tells all of it.

    Those whose role tells a part of it are added to `partly`; without it, their events may tell the rest.
    """
    assert isinstance(person.record, Actor)
    best: Hit | None = None
    for text, of in _roles(pipeline, person.record, sought, bodies):
        told = office_in(text, sought)
        if not told or is_of_other(text, told[1], sought, of):
            continue
        why = [match for one in sought.terms if (match := match_of(one, text, told[1], of, sought))]
        if why and len(why) < len(sought.terms) and all(match.field == "words" for match in why):
            if partly is not None:
                partly.append(person)
                continue
            has = {match.term for match in why}
            lacking = [one for one in sought.terms if one.expansion.typed not in has]
            why += _from_events(pipeline, person.n, sought, lacking)
        if len(why) < len(sought.terms):
            continue
        worth, word = told
        worth *= _LESS ** sum(one.isdisjoint(text.split()) for one in sought.better)
        rule = "" if word == sought.asked else "spelling" if same_word(word, sought.asked) else "other word"
        office = Match(sought.asked, score.PROSE * worth, rule, word, "words")
        mean = worth * sum(match.score for match in why) / max(1, len(why))
        hit = Hit(person.n, mean, (office, *why))
        best = hit if best is None or hit.score > best.score else best
    return best


def _roles(
    pipeline: Pipeline, record: Actor, sought: Sought, bodies: Sequence[Body]
) -> Iterator[tuple[str, list[Body]]]:
    """The roles of a person, in folded words, and the bodies that they are held in or name."""
    held: list[Body] = []
    for membership in record.memberships:
        role = " ".join(folded_words(membership.role))
        number = pipeline.base.number(membership.organization)
        documents = pipeline.base.index.documents_of([number]) if number and office_in(role, sought) else {}
        of = [body_of(document) for document in documents.values()]
        held += of
        yield role, of
    for clause in re.split(_PARTED, re.sub(_APPOSED, " ", record.summary)):
        text = " ".join(folded_words(clause))
        told = office_in(text, sought)
        yield text, [*held, *(body for body in bodies if told and is_spoken_of(body, text, told[1], sought.names))]


def _from_events(pipeline: Pipeline, person: int, sought: Sought, lacking: Sequence[ExpandedTerm]) -> Iterator[Match]:
    """What the description lacks, from the events of a person: where one was, or who else took part in what it is."""
    base, index = pipeline.base, pipeline.base.index
    events = base.backlinks(person, "actor", EVENTS)
    for one in lacking:
        for n in events:
            record = base.record(n).record
            assert isinstance(record, Event)
            name, title = record.title, " ".join(folded_words(record.title))
            place = " ".join(folded_words(record.location))
            others = [base.number(actor) for actor in record.actors[:ACTORS]]
            of_it = bool(office_in(title, sought))
            texts = [place, *([title] if of_it else [])]
            if of_it:
                documents = index.documents_of([number for number in others if number and number != person])
                texts += [body_of(document).text for document in documents.values()]
            item = next((item for text in texts if (item := among(one, text))), None)
            if item:
                quality = item.quality * score.PROSE * score.LINKED
                yield Match(one.expansion.typed, quality, item.rule, item.token, "link", name, "", n)
                break
