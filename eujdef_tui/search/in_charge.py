"""Answer who leads, chairs, speaks for or mediates in something with those whose description or role tells it.

What they do it in is seldom told in the words of a question: she is the chair of a body, and the body's own description
says that it is the association of the volunteers; he leads a trial by its name, and the trial is one of a vaccine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile

from eujdef_tui.model.records import Actor, Event
from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.search import score
from eujdef_tui.search.expansions import Alternative, ExpandedTerm, expand
from eujdef_tui.search.expressions import of_term
from eujdef_tui.search.kept_words import names_in
from eujdef_tui.search.offices import Office, office_asked
from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.questions import EMPTY, PREPOSITIONS, QUESTION
from eujdef_tui.search.results import Hit, Match
from eujdef_tui.store import Document
from eujdef_tui.store.filter_tags import in_view, named
from eujdef_tui.text.word_forms import folded_words, same_word

__all__ = ["those_in_charge"]

# How far words are expanded: to other words for the same, and where no one is found to misspelt ones; and whether what
# an office is always of must be told.
STEPS = ((0, True), (1, True), (0, False))
WORDS = 6  # of a question, beside the one that asks: of more no one is described
READ = 40  # persons of an office, and bodies of a word, that are looked at
BODIES = 12  # bodies with all words
OF_ONE_WORD = 6  # and with one of them
MEMBERS = 20  # of a body, and persons whose description names it
EVENTS, ACTORS = 12, 6  # of a person, and of an event
_PARTED = "[;,]"  # marks between the roles in a description
_OTHERS = frozenset("assistant deputy ex former once vice".split())  # no one who holds it
_PAST = frozenset("chaired directed headed led managed mediated presided ran represented spoke was were".split())
NEAR = 0.8  # times: what is near the office asked for: the secretary, of who runs it
_ENDS = frozenset("at in from with under until since".split())  # words that end what an office is of
_PEOPLE = ("an", "ish", "ese")  # dorvania, dorvanian


class Sought(NamedTuple):
    """What is asked for: the office, the word that asks for it, and the terms that tell in what, expanded.

    `names` are those of them that are names; `refused` the words that tell that someone does not hold an office.
    """

    office: Office
    asked: str
    terms: list[ExpandedTerm]
    names: frozenset[str]
    refused: frozenset[str]


class Body(NamedTuple):
    """A body or an agreement by number, its name, its names folded, and all that it says of itself."""

    n: int
    name: str
    names: tuple[str, ...]
    text: str


def those_in_charge(pipeline: Pipeline) -> tuple[Hit, ...] | None:
    """The persons who hold the office that a question asks for, best first; None where it asks for no office."""
    if not pipeline.base.span("actors"):
        return None
    found: list[Hit] = []
    for depth, whole in STEPS:
        sought = _sought(pipeline, depth, whole=whole)
        if sought is None:
            return None
        if found := _found(pipeline, sought):
            break
    best = max((hit.score for hit in found), default=0.0)
    sure = [hit for hit in found if hit.score >= best * NEAR]  # beside the chief the secretary is none
    return tuple(sorted(sure, key=lambda hit: (-hit.score, hit.n)))


def _found(pipeline: Pipeline, sought: Sought) -> list[Hit]:
    bodies = _bodies(pipeline, sought)
    found: dict[int, Hit | None] = {}
    for document in _persons(pipeline, sought, bodies):
        if document.n not in found:
            found[document.n] = _hit(pipeline, document, sought, bodies)
    return [hit for hit in found.values() if hit and pipeline.lets_in(hit.n)]


def _sought(pipeline: Pipeline, depth: int, *, whole: bool) -> Sought | None:
    words = folded_words(pipeline.query.text)
    asked = office_asked(words)
    if asked is None:
        return None
    office, at = asked
    small = EMPTY | PREPOSITIONS | {words[at]} | (frozenset() if whole else office.always)
    terms = [term for term in pipeline.query.terms if not term.negated and term.tokens[0] not in small]
    if (whole and not terms) or len(terms) > WORDS or any(term.date or term.phrase or term.amount for term in terms):
        return None
    index = pipeline.base.index
    expanded = [expand(index, term, depth, several=True, reserve=True) for term in terms]
    others = _OTHERS.difference(words, {"former", "ex", "once"} if _PAST.intersection(words) else ())
    return Sought(office, words[at], expanded, frozenset(names_in(pipeline, terms)), others)


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
    return [_body(document) for document in index.documents(list(found)) if document.record != "event"]


def _people() -> str:
    return named("k", ["person"])


def _body(document: Document) -> Body:
    lines = document.names.lines
    names = tuple(line.folded for line in lines if line.folded and not line.label.startswith("initials"))
    return Body(
        document.n, lines[0].name if lines else "", names, f"{' '.join(names)} {document.title} {document.words}"
    )


def _persons(pipeline: Pipeline, sought: Sought, bodies: Sequence[Body]) -> Iterator[Document]:
    """Those who may hold the office: by a word of what is asked about, or by a body that they are of or name."""
    base, index = pipeline.base, pipeline.base.index
    roles = " OR ".join(f'"{word}"' for word in sorted(sought.office.told | sought.office.near))
    in_office = f"{_people()} AND words : ({roles})"
    if not sought.terms:
        only = list(islice(index.matching(in_office), 2))
        yield from index.documents(only if len(only) == 1 else ())  # of two mediators either may be meant
    for one in sought.terms:
        yield from index.documents(list(islice(index.matching(f"({of_term(index, one)}) AND {in_office}"), READ)))
    for body in bodies:
        members = base.backlinks(body.n, "member", MEMBERS)
        yield from index.documents_of(members).values()
        if body.names:
            rows = " OR ".join(f'"{name}"' for name in body.names)
            yield from index.documents(list(islice(index.matching(f"words : ({rows}) AND {in_office}"), MEMBERS)))


# --- whether someone does ---


def _hit(pipeline: Pipeline, person: Document, sought: Sought, bodies: Sequence[Body]) -> Hit | None:
    """The hit of a person by the role that tells most of what is asked; None where none tells all of it."""
    record = pipeline.base.record(person.n).record
    if not isinstance(record, Actor):
        return None
    best: Hit | None = None
    for text, of in _roles(pipeline, record, sought, bodies):
        told = _office_in(text, sought)
        if not told or _is_of_other(text, told[1], sought, of):
            continue
        why = [match for one in sought.terms if (match := _match(one, text, told[1], of, sought))]
        if why and len(why) < len(sought.terms):
            has = {match.term for match in why}
            why += _from_events(
                pipeline, person.n, sought, [one for one in sought.terms if one.expansion.typed not in has]
            )
        if len(why) < len(sought.terms):
            continue
        worth, word = told
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
        documents = pipeline.base.index.documents_of([number]) if number and _office_in(role, sought) else {}
        of = [_body(document) for document in documents.values()]
        held += of
        yield role, of
    for clause in re.split(_PARTED, record.summary):
        text = " ".join(folded_words(clause))
        told = _office_in(text, sought)
        yield text, [*held, *(body for body in bodies if told and _is_spoken_of(body, text, told[1]))]


def _is_spoken_of(body: Body, text: str, office: str) -> bool:
    """Whether a role names a body, or tells it by words that it says of itself: leader of the fishers' union."""
    if any(f" {name} " in f" {text} " for name in body.names):
        return True
    telling = set(_object(text, office)) - QUESTION
    return len(telling) > 1 and telling.issubset(body.text.split())


def _office_in(text: str, sought: Sought) -> tuple[float, str] | None:
    """How well a role is the office that is asked for, and the word that tells it."""
    words = text.split()
    if not sought.refused.isdisjoint(words):
        return None
    office = sought.office
    for among, worth in ((office.told, 1.0), (office.near, NEAR)):
        found = [word for word in words if word in among]
        if found:
            return worth, found[0]
    return None


def _is_of_other(text: str, office: str, sought: Sought, bodies: Sequence[Body]) -> bool:
    """Whether a role is told to be of something else: the head of quality at the water board does not run the board."""
    segment = " ".join(_object(text, office))
    if not segment or any(f" {name} " in f" {segment} " for body in bodies for name in body.names):
        return False
    return not any(_among(one, segment) for one in sought.terms)


def _object(text: str, office: str) -> list[str]:
    """The words that tell what an office is of: of "head of quality at the board" quality."""
    words = text.partition(f"{office} ")[2].split()
    return list(takewhile(lambda word: word not in _ENDS, words[1:])) if words[:1] in (["of"], ["for"]) else []


def _match(one: ExpandedTerm, text: str, office: str, bodies: Sequence[Body], sought: Sought) -> Match | None:
    """The best match of a term in a role, or in what the bodies of it say of themselves.

    A name must be theirs: the station in Dorvania is not the country.
    """
    typed = one.expansion.typed
    found = [
        Match(typed, item.quality * score.PROSE, item.rule, item.token, "words")
        for item in (_among(one, text) or _of_people(one, text, office),)
        if item
    ]
    for body in bodies:
        if item := _among(one, " ".join(body.names) if typed in sought.names else body.text):
            worth = score.PROSE * score.LINKED
            found.append(Match(typed, item.quality * worth, item.rule, item.token, "link", body.name, "", body.n))
    return max(found, key=lambda match: match.score, default=None)


def _among(one: ExpandedTerm, text: str) -> Alternative | None:
    """The alternative of a term among the words of a text, if it is a form of it or another word for it."""
    found, typed = one.expansion.within(text), one.expansion.typed
    if found and found.rule == "prefix" and not same_word(found.token, typed):
        found = one.expansion.words.get(found.token)  # lab and laboratory, but no work and workers
    return None if found and _is_people(found.token, typed) else found


def _of_people(one: ExpandedTerm, text: str, office: str) -> Alternative | None:
    """The word for somebody of a country that was typed, right before the office: russia, Russian representative.

    The president of the Russian rowers is none of Russia.
    """
    typed, expansion = one.expansion.typed, one.expansion
    for word, after in pairwise(text.split()):
        if after == office and _is_people(word, typed) and (word.startswith(typed) or word in expansion.words):
            return Alternative(word, score.DERIVED, "derived")
    return None


def _is_people(word: str, typed: str) -> bool:
    """Whether a word is what somebody of a country is called, and the country was typed."""
    if word == typed or word.endswith("s"):
        return False
    from eujdef_tui.draft.lexicon import places  # few words of a question are found as others

    return word in places()[1] or (word.startswith(typed) and word.endswith(_PEOPLE))


def _from_events(pipeline: Pipeline, person: int, sought: Sought, lacking: Sequence[ExpandedTerm]) -> Iterator[Match]:
    """What the description lacks, from the events of a person: where one was, or who else took part in what it is."""
    base, index = pipeline.base, pipeline.base.index
    events = base.backlinks(person, "actor", EVENTS)
    for one in lacking:
        for n in events:
            record = base.record(n).record
            if not isinstance(record, Event):
                continue
            name, title = record.title, " ".join(folded_words(record.title))
            place = " ".join(folded_words(record.location))
            others = [base.number(actor) for actor in record.actors[:ACTORS]]
            of_it = bool(_office_in(title, sought))
            texts = [place, *([title] if of_it else [])]
            if of_it:
                documents = index.documents_of([number for number in others if number and number != person])
                texts += [_body(document).text for document in documents.values()]
            item = next((item for text in texts if (item := _among(one, text))), None)
            if item:
                quality = item.quality * score.PROSE * score.LINKED
                yield Match(one.expansion.typed, quality, item.rule, item.token, "link", name, "", n)
                break
