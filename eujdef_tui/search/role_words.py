"""Compare the words of a question of who holds an office, or does something, with what a record tells of a role."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile, zip_longest

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.search import score
from eujdef_tui.search.expansions import Alternative, ExpandedTerm
from eujdef_tui.search.offices import Office
from eujdef_tui.search.questions import QUESTION
from eujdef_tui.search.results import Match
from eujdef_tui.store import Document
from eujdef_tui.text.word_forms import same_word

__all__ = ["NEAR", "Body", "Sought", "among", "body_of", "is_of_other", "is_spoken_of", "match_of", "office_in"]

NEAR = 0.8  # times: what is near the office asked for: the secretary, of who runs it
_ENDS = frozenset("at in from with under until since".split())  # words that end what an office is of
_BEHIND_CHIEF = frozenset("and at for in of the to until".split())
_PEOPLE = ("an", "ish", "ese")  # dorvania, dorvanian


class Sought(NamedTuple):
    """What is asked for: the office, the word that asks for it, and the terms that tell in what, expanded.

    `names` are those of them that are names; `refused` the words that tell that someone does not hold an office; of
    `better` one at least is better told: the new museum, or who is to lead it. Without `persons` any actor may do it.
    """

    office: Office
    asked: str
    terms: list[ExpandedTerm]
    names: frozenset[str]
    refused: frozenset[str]
    better: tuple[frozenset[str], ...] = ()
    persons: bool = True


class Body(NamedTuple):
    """A body or an agreement by number, its name, its names folded, and all that it says of itself."""

    n: int
    name: str
    names: tuple[str, ...]
    text: str
    kind: str = ""


def body_of(document: Document) -> Body:
    """What a record says of itself, to be compared with a role."""
    lines = document.names.lines
    names = tuple(line.folded for line in lines if line.folded and not line.label.startswith("initials"))
    return Body(
        document.n,
        lines[0].name if lines else "",
        names,
        f"{' '.join(names)} {document.title} {document.words}",
        document.kind,
    )


def is_spoken_of(body: Body, text: str, office: str, names: frozenset[str]) -> bool:
    """Whether a role names a body, or tells it by words that it says of itself: leader of the fishers' union.

    Not by `names` alone: the mayor of a town runs no laboratory there.
    """
    if any(f" {name} " in f" {text} " for name in body.names):
        return True
    telling = set(_object(text, office)) - QUESTION
    return len(telling) > 1 and bool(telling - names) and telling.issubset(body.text.split())


def office_in(text: str, sought: Sought) -> tuple[float, str] | None:
    """How well a role is the office that is asked for, and the word that tells it."""
    words = text.split()
    if not sought.refused.isdisjoint(words):
        return None
    office = sought.office
    for among, worth in ((office.told, 1.0), (office.near, NEAR)):
        found = next(
            (word for word, after in zip_longest(words, words[1:]) if word in among and _holds(word, after)), ""
        )
        if found:
            return worth, found
    return None


def _holds(word: str, after: str | None) -> bool:
    """Whether a word is an office by itself: the chief of the works, but no chief engineer."""
    return word != "chief" or after in (None, "executive") or after in _BEHIND_CHIEF


def is_of_other(text: str, office: str, sought: Sought, bodies: Sequence[Body]) -> bool:
    """Whether a role is told to be of something else than what is asked about.

    The head of quality at the water board does not run the board, nor the leader of Morenia's League Morenia.
    """
    words = _object(text, office)
    segment = " ".join(words)
    asked = {one.expansion.typed for one in sought.terms}
    for name in (name for body in bodies if body.kind == "country" for name in body.names):
        if asked.issubset(name.split()) and segment.startswith(f"{name} "):
            return True
    if not segment or any(f" {name} " in f" {segment} " for body in bodies for name in body.names):
        return False
    return not any(among(one, segment) for one in sought.terms)


def _object(text: str, office: str) -> list[str]:
    """The words that tell what an office is of: of "head of quality at the board" quality."""
    words = text.partition(f"{office} ")[2].split()
    return list(takewhile(lambda word: word not in _ENDS, words[1:])) if words[:1] in (["of"], ["for"]) else []


def match_of(one: ExpandedTerm, text: str, office: str, bodies: Sequence[Body], sought: Sought) -> Match | None:
    """The best match of a term in a role, or in what the bodies of it say of themselves.

    A name must be theirs, where nothing else is: the station in Dorvania is not the country.
    """
    typed = one.expansion.typed
    others = [other for other in sought.terms if other is not one]
    found = [
        Match(typed, item.quality * score.PROSE, item.rule, item.token, "words")
        for item in (among(one, text) or _of_people(one, text, office),)
        if item
    ]
    for body in bodies:
        names = " ".join(body.names)
        named = typed in sought.names and not any(among(other, names) for other in others)
        if item := among(one, names if named else body.text):
            worth = score.PROSE * score.LINKED
            found.append(Match(typed, item.quality * worth, item.rule, item.token, "link", body.name, "", body.n))
    return max(found, key=lambda match: match.score, default=None)


def among(one: ExpandedTerm, text: str) -> Alternative | None:
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
