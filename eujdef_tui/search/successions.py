"""Answer who held an office before or after someone: who came after borrell, kishida's successor, who did she replace.

The file tells it in two ways: a description says whose predecessor or successor one is, or two persons have the same
role in the same organization, at dates that follow one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from eujdef_tui.model.records import Actor, Membership
from eujdef_tui.search import score
from eujdef_tui.search.pipeline import STEPS, Pipeline
from eujdef_tui.search.query import Filter, Query
from eujdef_tui.search.results import Hit, Match
from eujdef_tui.search.succession_grammar import NOUNS, in_office
from eujdef_tui.store import Base
from eujdef_tui.text import edtf
from eujdef_tui.text.word_forms import folded_words

__all__ = ["in_office_beside"]

_FORMER = frozenset("former ex then".split())
PERSONS = 2  # that may be meant by a name
READ = 50  # actors of a role, or whose description has a name, that are looked at


def in_office_beside(base: Base, query: Query, limit: int) -> tuple[Hit, ...]:
    """Those who came right before or after the person whom a query names; none where the file does not tell."""
    asked = in_office(folded_words(query.text))
    terms = [term for term in query.terms if asked and term.tokens[0] in asked.named and not term.negated]
    if asked is None or not terms or not base.span("actors"):
        return ()
    narrowed = query._replace(filters=(*query.filters, Filter("kind", "person", 0)))
    found = Pipeline(base, narrowed, limit).find(terms, STEPS[:1])
    hits = [hit for hit in found.hits if all(match.field == "name" for match in hit.why)] if found else []
    found_beside: dict[int, Hit] = {}
    for hit in hits[:PERSONS]:
        person = base.record(hit.n).record
        if isinstance(person, Actor):
            for n, why in (*_told(base, person, later=asked.later), *_by_office(base, person, later=asked.later)):
                if n != hit.n:
                    found_beside.setdefault(n, Hit(n, score.NAME, (why,)))
    return tuple(found_beside.values())


# --- by what a description says ---


def _told(base: Base, person: Actor, *, later: bool) -> Iterator[tuple[int, Match]]:
    """Those of whom their own description, or that of the person, says so."""
    own = folded_words(person.name)
    if not own:
        return
    relations = " OR ".join(f'"{noun}"' for noun in NOUNS)
    for n, one in _actors(base, f'words : "{own[-1]}" AND words : ({relations})'):
        if one.id != person.id and later in _relations(one.summary, own[-1]):
            yield n, _match(own[-1], "words", later=later)
    for word in dict.fromkeys(folded_words(person.summary)):
        # what the person's own description calls someone else is the other way round
        if (not later) in _relations(person.summary, word):
            yield from ((n, _match(word, "name", later=later)) for n, _ in _actors(base, f'names : "{word}"'))


def _relations(summary: str, name: str) -> set[bool]:
    """Whether one is described as who came later than a name, or (False) earlier; both or neither is possible."""
    found: set[bool] = set()
    for clause in re.split("[;,]", summary):
        words = folded_words(clause)
        for at, word in enumerate(words):
            if word not in NOUNS or name not in words:
                continue
            whose = words[max(0, at - 2) : at] in ([name, "s"],) or words[at - 1 : at] == [name]
            whose = whose or words[at + 1 : at + 2] == ["of"]
            # ishiba's predecessor is earlier; of whom it is said that kishida was his predecessor is later
            found.add(NOUNS[word] if whose else not NOUNS[word])
    return found


# --- by the same office ---


def _by_office(base: Base, person: Actor, *, later: bool) -> Iterator[tuple[int, Match]]:
    """Those with the same role in the same organization who held it next, or last before."""
    for own in person.memberships:
        role = folded_words(own.role)
        if not role or _FORMER.intersection(role):
            continue
        others: list[tuple[tuple[int, int], int]] = []
        for n, one in _actors(base, f'words : "{" ".join(role)}"'):
            same = [
                it for it in one.memberships if it.organization == own.organization and folded_words(it.role) == role
            ]
            others += [(_since(base, it), n) for it in same if one.id != person.id]
        since = _since(base, own)
        there = [(day, n) for day, n in others if day[0] and since[0] and (day > since if later else day < since)]
        if there:
            _, n = min(there) if later else max(there)
            yield n, _match(" ".join(role), "words", later=later)


def _since(base: Base, held: Membership) -> tuple[int, int]:
    """When someone held an office: a day (yyyymmdd, 0 for none), and what of those on one day comes first.

    The day is that of its start, of its end, or of the first article that tells of it.
    """
    if held.end and not held.start:
        return edtf.bounds(held.end)[0], 0
    if held.start:
        return edtf.bounds(held.start)[0], 2
    days = (getattr(base.record(base.number(item.source) or 0).record, "issued", "") for item in held.evidence)
    return min((edtf.bounds(day)[0] for day in days if day), default=0), 1


def _actors(base: Base, expression: str) -> list[tuple[int, Actor]]:
    found = base.index.documents(list(islice(base.index.matching(expression), READ)))
    rows = base.rows([document.n for document in found if document.kind == "person"])
    return [(row.n, row.record) for row in rows if isinstance(row.record, Actor)]


def _match(token: str, field: str, *, later: bool) -> Match:
    return Match("successor" if later else "predecessor", score.TITLE, "office", token, field)
