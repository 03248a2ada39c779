"""Queries with "or": what has the words on both sides of it, and then what has those on one."""

from __future__ import annotations

from collections.abc import Callable

from eujdef_tui.search.query import Query
from eujdef_tui.search.rank import order
from eujdef_tui.search.readings import readings
from eujdef_tui.search.results import Result
from eujdef_tui.store import Base

__all__ = ["search_either"]

Search = Callable[[Base, Query, int], Result]


def search_either(search: Search, base: Base, query: Query, limit: int) -> Result:
    """What has the words on both sides of an "or", and then what has those on one."""
    both = search(base, query._replace(either=()), limit)
    hits = {} if both.left_out else {hit.n: hit for hit in both.hits}
    ways = [search(base, way, limit) for way in query.either]
    found = [hit for way in ways if not way.left_out for hit in way.hits]
    # of fields alone each way has its own order
    for hit in order(found) if any(way.terms for way in query.either) else found:
        hits.setdefault(hit.n, hit)
    if not hits:
        if both.hits:
            return both
        from eujdef_tui.search.silence import proof_of_either  # most queries find something

        return both._replace(proof=proof_of_either([one.proof for one in (*ways, both) if one.proof]))
    cut = any(way.counts or way.cut for way in (both, *ways))
    result = Result(query, tuple(hits.values())[:limit], cut=cut or len(hits) > limit)
    return result._replace(readings=readings(result))
