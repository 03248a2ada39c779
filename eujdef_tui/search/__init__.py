"""Promise: what was typed finds the fact that answers it first, says why, and finds nothing where there is nothing.

Four questions in four places: what was meant (`query`), could it match (`base.index`), how well (`score`,
`spell`, `match`), and in what order (here).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice
from typing import NamedTuple

from eujdef_tui import dates
from eujdef_tui.base import VIEWS, Base, Document
from eujdef_tui.names import words_of
from eujdef_tui.query import Query, Term
from eujdef_tui.search import score
from eujdef_tui.search.fields import filtered
from eujdef_tui.search.match import Match, Wanted, unwanted, wanted
from eujdef_tui.search.spell import DEPTHS, nearest

__all__ = ["LIMIT", "MANY", "SMALL", "Hit", "Match", "Result", "search"]

# As many hits as are listed; of more, those most spoken of are. No one reads further.
LIMIT = 250
# A base of so many records is judged whole.
SMALL = 5_000
# In a question of more words than this, which of them to leave out is not tried one by one.
LONG = 7
# No one minds how many there are of more.
MANY = 10_000
# As many are read at once: few enough that what is not wanted was not read in vain.
BATCH = 200
# As many records whose whole name begins with what was typed are looked at before all others.
FULL = 50
# With so many hits nobody needs words that were not typed.
ENOUGH = 12


class Hit(NamedTuple):
    """A record that answers the query. A higher `score` answers better; `why` has one match for each term."""

    n: int
    score: float
    why: tuple[Match, ...] = ()


class Result(NamedTuple):
    """What a query found, best first.

    `counts` says how many records of each view match where there are more than are listed, counted to MANY.
    `left_out` are typed words that were passed over; `suggestion` the nearest known name where nothing was found.
    """

    query: Query
    hits: tuple[Hit, ...] = ()
    left_out: tuple[str, ...] = ()
    suggestion: str = ""
    counts: dict[str, int] | None = None

    @property
    def total(self) -> int:
        """How many records match, listed or not."""
        return sum(self.counts.values()) if self.counts else len(self.hits)

    def by_view(self, base: Base) -> dict[str, list[Hit]]:
        """The hits of each view, best first."""
        found: dict[str, list[Hit]] = {view: [] for view in VIEWS}
        for hit in self.hits:
            found[base.view(hit.n)].append(hit)
        return found


def search(base: Base, query: Query, limit: int = 0) -> Result:
    """The records that answer a query, at most `limit` of them; 0 is as many as anyone reads.

    An empty query finds nothing: there is nothing to rank by.
    """
    if query.empty:
        return Result(query)
    look = _Look(base, query, limit or (SMALL if base.count() <= SMALL else LIMIT))
    terms = [term for term in query.terms if not term.negated]
    result = look.deeper(terms)
    if len(terms) > 2 and (result is None or all(base.view(hit.n) == "sources" for hit in result.hits)):
        result = look.without(terms) or result
    return result or Result(query, suggestion=_suggestion(base, terms))


class _Look:
    """One query being looked for in one base."""

    def __init__(self, base: Base, query: Query, limit: int) -> None:
        self.base, self.query, self.limit = base, query, limit
        self.typed = " ".join(words_of(query.text))
        self.kept = filtered(base, query.filters)
        self.unwanted = [unwanted(base.index, term) for term in query.terms if term.negated and not term.date]
        spans = (dates.bounds(term.date) for term in query.terms if term.negated and term.date)
        self.out = {n for span in spans for n, _, _ in base.index.within(*span)}

    def deeper(self, terms: Sequence[Term]) -> Result | None:
        """What the terms find, going deeper only while too little is found; None for nothing."""
        hits: dict[int, Hit] = {}
        counts = None
        for depth in DEPTHS:
            sought = [wanted(self.base.index, term, depth, company=len(terms) > 1) for term in terms]
            found, counts = self.look(sought)
            hits = {hit.n: hit for hit in found} | hits
            if len(hits) >= ENOUGH or any(_exact(hit) for hit in hits.values()) or (depth and hits):
                break
        if not hits:
            return None
        ranked = sorted(hits.values(), key=lambda hit: (-hit.score, hit.n))
        return Result(self.query, tuple(ranked), counts=counts)

    def without(self, terms: Sequence[Term]) -> Result | None:
        """What the other words find without those that find nothing, or, in a short question, without the one or two
        that are best left out."""
        known = [term for term in terms if self.deeper((term,))]
        if len(known) < 2 or len(terms) - len(known) > max(1, len(terms) // 4):
            return None
        if len(known) < len(terms):
            return self._told(known, terms)
        if len(terms) > LONG:
            return None
        for gone in range(1, max(2, len(terms) // 2)):
            tried = (self._told(rest, terms) for rest in combinations(terms, len(terms) - gone))
            found = [result for result in tried if result]
            if found:
                return max(found, key=lambda result: result.hits[0].score)
        return None

    def _told(self, kept: Sequence[Term], terms: Sequence[Term]) -> Result | None:
        """What some of the terms find that is more than an article, and which were left out."""
        result = self.deeper(kept)
        if result is None or all(self.base.view(hit.n) == "sources" for hit in result.hits):
            return None
        return result._replace(left_out=tuple(term.text for term in terms if term not in kept))

    def look(self, sought: Sequence[Wanted]) -> tuple[list[Hit], dict[str, int] | None]:
        """The hits for terms as they are looked for, and how many there are by view if not all are hits."""
        expression = self._all_of(one.expression for one in sought)
        judged = (self.judge(document, sought) for document in self._documents(expression, sought))
        hits = list(islice((hit for hit in judged if hit), self.limit))
        if len(hits) < self.limit or self.kept is not None:
            return hits, None
        return hits, {view: self.base.index.count(f"({expression}) AND tags : (v{view})", MANY) for view in VIEWS}

    def _all_of(self, expressions: Iterable[str]) -> str:
        wanted = " AND ".join(f"({one})" for one in expressions) or "tags : (vall)"
        return f"({wanted}) NOT ({' OR '.join(self.unwanted)})" if self.unwanted else wanted

    def _documents(self, expression: str, sought: Sequence[Wanted]) -> Iterator[Document]:
        """What could match: what has the whole of a name that was typed, then the very words, then their like; of
        each, those most spoken of first."""
        index = self.base.index
        named: list[int] = []
        if sought and not self.unwanted and all(len(one.term.tokens) == 1 for one in sought):
            named = index.named(" ".join(one.term.tokens[0] for one in sought), FULL)
        exactly = index.matching(self._all_of(one.exactly for one in sought))
        seen: set[int] = set()
        for source in (iter(named), islice(exactly, self.limit // 2), index.matching(expression)):
            fresh = (d for d in source if d not in seen)
            while batch := list(islice(fresh, BATCH)):
                seen.update(batch)
                for document in index.documents(batch):
                    if (self.kept is None or document.n in self.kept) and document.n not in self.out:
                        yield document

    def judge(self, document: Document, sought: Sequence[Wanted]) -> Hit | None:
        """A record as a hit, if every term matches it."""
        why: list[Match] = []
        for one in sought:
            match = one.judge(document)
            if match is None:
                return None
            why.append(match)
        return Hit(document.n, self._score(document, why), tuple(why))

    def _titles(self, document: Document) -> list[str]:
        return [document.title, *(line.split("\t")[2] for line in document.names.split("\n") if line)]

    def _score(self, document: Document, why: Sequence[Match]) -> float:
        """The mean of its matches; rewards for how much of one name they cover and for the kind that was asked for."""
        spoken = score.SUPPORT * math.log1p(document.weight)
        if not why:
            return spoken
        covered: dict[str, list[float]] = {}
        for match in why:
            if match.field == "name":
                covered.setdefault(match.name, []).append(
                    match.share * (1.0 if match.rule in ("", "phrase") else match.score)
                )
        # a name rewards the share of it that was typed, and of what was typed the share that is in it
        shares = (min(1.0, sum(parts)) * (len(parts) / len(why)) ** 2 for parts in covered.values())
        reward = max(shares, default=0.0)
        together = len(why) > 1 and len({match.field for match in why}) == 1 and why[0].field in ("title", "quotes")
        asked = sum(score.ASKED[word] for word in self.query.asks & _answers(document))
        total = sum(match.score for match in why) / len(why) + score.COVERED * reward + asked + spoken
        total += score.TOGETHER if together else 0.0
        total += score.WHOLE if self.typed in self._titles(document) else 0.0
        return total * score.SOURCE if document.record == "source" and why[0].field != "name" else total


def _answers(document: Document) -> set[str]:
    """The questions that a record of this kind answers."""
    told = document.record in ("event", "statement", "agreement")
    fits = {
        "fact": told,
        "when": document.lo is not None and document.record in ("event", "agreement"),
        "much": document.kind == "figure",
        "many": document.kind == "figure",
        "who": document.kind == "person",
    }
    return {word for word, fit in fits.items() if fit}


def _exact(hit: Hit) -> bool:
    """Whether every word was found as it was typed, in a name."""
    return all(match.rule == "" and match.field == "name" for match in hit.why)


def _suggestion(base: Base, terms: Sequence[Term]) -> str:
    """The name nearest to the first word that nothing is known by."""
    for term in terms:
        token = "" if term.date else nearest(base.index, term.tokens[0])
        for d in islice(base.index.matching(f'names : ("{token}")'), 1) if token else ():
            for line in base.index.documents((d,))[0].names.split("\n"):
                if token in line.split("\t")[2].split():
                    return line.split("\t")[1]
    return ""
