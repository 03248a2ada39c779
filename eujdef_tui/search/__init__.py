"""Promise: what was typed finds the fact that answers it first, says why, and finds nothing where there is nothing.

Four questions in four places: what was meant (`query`), could it match (`base.index`), how well (`score`,
`spell`, `match`), and in what order (here).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from eujdef_tui.base import VIEWS, Base
from eujdef_tui.query import Query
from eujdef_tui.search import score
from eujdef_tui.search.fields import filtered
from eujdef_tui.search.match import Match, Matches, match_term
from eujdef_tui.search.spell import nearest

__all__ = ["Hit", "Match", "Result", "search"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that answers the query. A higher `score` answers better; `why` has one match for each term."""

    n: int
    score: float
    why: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What a query found, best first. `left_out` are typed words that found nothing and were passed over;
    `suggestion` the nearest known word where nothing was found."""

    query: Query
    hits: tuple[Hit, ...] = ()
    left_out: tuple[str, ...] = ()
    suggestion: str = ""

    def by_view(self, base: Base) -> dict[str, list[Hit]]:
        """The hits of each view, best first."""
        found: dict[str, list[Hit]] = {view: [] for view in VIEWS}
        for hit in self.hits:
            found[base.view(hit.n)].append(hit)
        return found


def search(base: Base, query: Query) -> Result:
    """The records that answer a query. An empty query finds nothing: there is nothing to rank by."""
    if query.empty:
        return Result(query)
    allowed = filtered(base, query.filters)
    wanted = [term for term in query.terms if not term.negated]
    for term in query.terms:
        if term.negated:
            unwanted = match_term(base, term, near=False).keys()
            allowed = (set(range(1, base.count() + 1)) if allowed is None else allowed) - unwanted
    if not wanted:
        return Result(query, _ranked(base, dict.fromkeys(sorted(allowed or ()), ())))
    matches = [match_term(base, term) for term in wanted]
    kept = list(matches)
    left_out: list[str] = []
    if len(wanted) > 2 and sum(not found for found in matches) == 1:
        gone = next(i for i, found in enumerate(matches) if not found)
        left_out.append(wanted[gone].text)
        del kept[gone]
    hits = _ranked(base, _all_of(kept, allowed))
    if hits:
        return Result(query, hits, tuple(left_out))
    unknown = [term.tokens[0] for term, found in zip(wanted, matches, strict=True) if not found]
    return Result(query, suggestion=_suggestion(base, unknown))


def _all_of(matches: Sequence[Matches], allowed: set[int] | None) -> dict[int, tuple[Match, ...]]:
    """The records that every term matches."""
    smallest = min(matches, key=len)
    common = [n for n in smallest if (allowed is None or n in allowed) and all(n in found for found in matches)]
    return {n: tuple(found[n] for found in matches) for n in common}


def _ranked(base: Base, found: dict[int, tuple[Match, ...]]) -> tuple[Hit, ...]:
    weights = base.index.weights(list(found))
    hits = [Hit(n, _score(why) + score.SUPPORT * math.log1p(weights[n]), why) for n, why in found.items()]
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.n)))


def _score(why: Sequence[Match]) -> float:
    """The mean of its matches, and a reward for how much of one name they cover."""
    if not why:
        return 0.0
    covered: dict[str, float] = {}
    for match in why:
        if match.field == "name" and match.name:
            quality = 1.0 if match.rule in ("", "phrase") else match.score
            covered[match.name] = covered.get(match.name, 0.0) + match.share * quality
    reward = score.COVERED * min(1.0, max(covered.values(), default=0.0))
    return sum(match.score for match in why) / len(why) + reward


def _suggestion(base: Base, unknown: Sequence[str]) -> str:
    """The name nearest to the first word that matched nothing."""
    for typed in unknown:
        token = nearest(typed, base.index.vocabulary)
        if token:
            # the shortest name that has it: the actor rather than a title that speaks of it
            return min(base.index.postings((token,)), key=lambda posting: posting[3])[4]
    return ""
