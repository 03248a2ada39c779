"""Answer who held an office before or after someone: who came after borrell, kishida's successor, who did she replace.

The file tells it in two ways: a description says whose predecessor or successor one is, or two persons have the same
role in the same organization, one that a single person holds, and dates say which of them came first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from eujdef_tui.model.records import Actor, Membership, Statement
from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.search import score
from eujdef_tui.search.pipeline import STEPS, Pipeline
from eujdef_tui.search.query import Filter, Query, Term
from eujdef_tui.search.questions import ROLES
from eujdef_tui.search.results import Hit, Match
from eujdef_tui.search.succession_grammar import NOUNS, Succession, succession_asked
from eujdef_tui.store import Base
from eujdef_tui.text import edtf
from eujdef_tui.text.tokens import Word, words
from eujdef_tui.text.word_forms import folded_words

__all__ = ["before_or_after", "told_of_succession"]

_OF_MANY = frozenset("former ex then co member deputy vice assistant".split())  # in a role: no one, or not one, has it
_COMING = frozenset(
    "heir replace replaced replacement replaces succeed succeeded succeeds successor successors".split()
)
PERSONS = 2  # that may be meant by a name
READ = 50  # actors of a role, or whose description has a name, that are looked at


class _Relation(NamedTuple):
    """Succession whom a description sets someone, by folded words of the name, and whether as the later one."""

    name: tuple[str, ...]
    later: bool


def before_or_after(base: Base, query: Query, limit: int) -> tuple[Hit, ...]:
    """Those who came right before or after the person whom a query names; none where the file does not tell."""
    asked = succession_asked(folded_words(query.said))
    if asked is None:
        return ()
    pipeline, terms = Pipeline(base, query, limit), _naming(query, asked)
    typed = f"{'after' if asked.later else 'before'} {' '.join(term.text for term in terms)}"
    beside: dict[int, Hit] = {}
    for own, person in _named(pipeline, terms):
        for n, how in (*_told(base, person, later=asked.later), *_by_office(base, person, later=asked.later)):
            if n != own and pipeline.lets_in(n):
                beside.setdefault(n, Hit(n, score.NAME, (Match(typed, score.TITLE, "office", how, "words"),)))
    return tuple(beside.values())


def told_of_succession(pipeline: Pipeline) -> tuple[Hit, ...]:
    """What is said of who comes after the person whom a query names: a successor from outside, of no name yet."""
    asked = succession_asked(folded_words(pipeline.query.said))
    if asked is None or not asked.later:
        return ()
    base, terms = pipeline.base, _naming(pipeline.query, asked)
    typed = f"after {' '.join(term.text for term in terms)}"
    hits: dict[int, Hit] = {}
    for own, _ in _named(pipeline, terms):
        for n in (*base.backlinks(own, "actor", READ), *base.backlinks(own, "about", READ)):
            record = base.record(n).record
            said = folded_words(record.text if isinstance(record, Statement) else getattr(record, "title", ""))
            word = next((word for word in said if word in _COMING), "")
            if word and pipeline.lets_in(n):
                hits.setdefault(n, Hit(n, score.TITLE, (Match(typed, score.TITLE, "office", word, "title"),)))
    return tuple(hits.values())


def _naming(query: Query, asked: Succession) -> list[Term]:
    return [term for term in query.terms if term.tokens[0] in asked.named and not term.negated]


def _named(pipeline: Pipeline, terms: Sequence[Term]) -> Iterator[tuple[int, Actor]]:
    """The persons whose names have all terms, if few."""
    base = pipeline.base
    if not terms or not base.span("actors"):
        return
    query = Query(pipeline.query.text, filters=(Filter("kind", "person", 0),))
    found = Pipeline(base, query, pipeline.limit).find(terms, STEPS[:1])
    hits = [hit for hit in found.hits if all(match.field == "name" for match in hit.why)] if found else []
    for hit in hits[:PERSONS]:
        person = base.record(hit.n).record
        if isinstance(person, Actor):
            yield hit.n, person


# --- by what a description says ---


def _told(base: Base, person: Actor, *, later: bool) -> Iterator[tuple[int, str]]:
    """Those of whom their own description, or that of the person, says so."""
    own = folded_words(person.name)
    if not own:
        return
    how = "as a description says"
    nouns = " OR ".join(f'"{noun}"' for noun in NOUNS)
    for n, one in _persons(base, f'words : "{own[-1]}" AND words : ({nouns})'):
        if any(told.later == later and _is_named(base, person, told.name) for told in _relations(one.summary)):
            yield n, how
    for told in _relations(person.summary):
        if told.later != later:  # what the person's description says of someone else is the other way round
            named = " AND ".join(f'names : "{word}"' for word in told.name)
            yield from ((n, how) for n, one in _persons(base, named) if _is_named(base, one, told.name))


def _is_named(base: Base, person: Actor, name: Sequence[str]) -> bool:
    """Whether words of a description are the name of a person: all of them, and of several with a surname the whole."""
    own = folded_words(person.name)
    if not set(name) <= set(own):
        return False
    return len(name) > 1 or len(_persons(base, f'names : "{name[0]}"')) == 1


def _relations(summary: str) -> Iterator[_Relation]:
    """Succession whom a description sets the one that it describes."""
    for clause in re.split("[;,]", summary):
        told = words(clause)
        for at, word in enumerate(told):
            if word.folded not in NOUNS:
                continue
            before = _capitals(clause, told[:at][::-1])[::-1]
            behind = (
                _capitals(clause, told[at + 2 :]) if [one.folded for one in told[at + 1 : at + 2]] == ["of"] else ()
            )
            later = NOUNS[word.folded]
            if name := behind or before:  # ishiba's predecessor, successor of ada onyx
                yield _Relation(name, later)
            elif name := next((run for n in range(at) if (run := _capitals(clause, told[n:at]))), ()):
                yield _Relation(name, not later)  # kishida was his predecessor


def _capitals(text: str, told: Sequence[Word]) -> tuple[str, ...]:
    """The folded words with a capital at the beginning of some words."""
    return tuple(one.folded for one in takewhile(lambda one: text[one.start].isupper(), told))


# --- by the same office ---


def _by_office(base: Base, person: Actor, *, later: bool) -> Iterator[tuple[int, str]]:
    """Those with the same role in the same organization who held it next, or last before."""
    for own in person.memberships:
        role = folded_words(own.role)
        if later:
            yield from ((n, f"acting {own.role}") for n in _acting(base, own, role))
        if not ROLES.intersection(role) or _OF_MANY.intersection(role):
            continue
        found: list[tuple[int, int]] = []
        for n, one in _persons(base, f'words : "{" ".join(role)}"'):
            for held in one.memberships if one.id != person.id else ():
                same = held.organization == own.organization and folded_words(held.role) == role
                if same and _came_later(held, own) is later:
                    found.append((edtf.bounds(held.start or held.end)[0], n))
        if found:
            _, n = min(found) if later else max(found)
            yield n, f"{'the next' if later else 'the one before as'} {own.role}"


def _acting(base: Base, own: Membership, role: list[str]) -> Iterator[int]:
    """Those who stand in for someone in an office, after them."""
    for word in ("acting", "interim"):
        for n, one in _persons(base, f'words : "{word} {" ".join(role)}"') if role else ():
            if any(
                h.organization == own.organization and folded_words(h.role) == [word, *role] for h in one.memberships
            ):
                yield n


def _came_later(one: Membership, other: Membership) -> bool | None:
    """Whether one held an office after another; None where their dates do not tell."""
    if one.start and other.start:
        apart = edtf.bounds(one.start)[0] - edtf.bounds(other.start)[0]
    elif one.start and other.end:
        return True if edtf.bounds(one.start)[0] >= edtf.bounds(other.end)[0] else None
    elif one.end and other.start:
        return False if edtf.bounds(other.start)[0] >= edtf.bounds(one.end)[0] else None
    elif one.end and other.end:
        apart = edtf.bounds(one.end)[1] - edtf.bounds(other.end)[1]
    else:
        return None
    return apart > 0 if apart else None


def _persons(base: Base, expression: str) -> list[tuple[int, Actor]]:
    found = base.index.documents(list(islice(base.index.matching(expression), READ)))
    rows = base.rows([document.n for document in found if document.kind == "person"])
    return [(row.n, row.record) for row in rows if isinstance(row.record, Actor)]
