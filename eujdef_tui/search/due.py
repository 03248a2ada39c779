"""Queries for what is to come (`is:coming`) and for what should have come (`is:passed`), in the order of their days.

So are questions that ask for nothing else: what is planned, what happened, what has changed.

Both are of the day on which they are asked, so no tag of the index can say it: the base has the dates of planned
events in an index of their own.
"""

from __future__ import annotations

from eujdef_tui.search.query import COMING, PASSED, Query, is_word
from eujdef_tui.search.results import COUNTED, Hit, Result
from eujdef_tui.store import VIEWS, Base
from eujdef_tui.text import edtf

__all__ = ["due_result"]


def due_result(base: Base, query: Query, limit: int) -> Result | None:
    """What a query of fields alone finds that asks for what is to come, soonest first, or has passed, latest first.

    None where the query asks for something else.
    """
    asked = [is_word(item.value) for item in query.filters if item.field == "is" and not item.negated]
    wanted = [word for word in asked if word in (COMING, PASSED)]
    if not query.terms and not wanted and query.asks & {"planned", "happen", "change"}:
        return _dated(base, query, limit)
    if query.terms or not wanted:
        return None
    if len(query.filters) > 1:
        from eujdef_tui.search.pipeline import Pipeline

        found = Pipeline(base, query, limit).find([]) or Result(query)
        ends = {hit.n: edtf.bounds(getattr(base.record(hit.n).record, "date", ""))[1] for hit in found.hits}
        order = sorted(ends, key=lambda n: (ends[n], n), reverse=wanted[0] == PASSED)
        return found._replace(hits=_in_order(order))
    day = base.due_day
    order = base.coming(day, limit) if wanted[0] == COMING else base.passed(day, limit)
    if len(order) < limit:
        return Result(query, _in_order(order))
    counted = dict.fromkeys(VIEWS, 0) | {"timeline": base.count_due(day, COUNTED)[wanted[0] == PASSED]}
    return Result(query, _in_order(order), counts=counted)


def _dated(base: Base, query: Query, limit: int) -> Result:
    """What a question keeps that asks for nothing else: what is planned, soonest first, or happened, latest first."""
    from eujdef_tui.search.pipeline import Pipeline

    found, today = Pipeline(base, query, limit).find([]) or Result(query), base.due_day
    ends = {hit.n: base.record(hit.n).record for hit in found.hits}
    bounds = {n: edtf.bounds(date)[1] for n, record in ends.items() if (date := getattr(record, "date", ""))}
    coming = sorted((n for n in bounds if bounds[n] >= today), key=lambda n: (bounds[n], n))
    over = sorted((n for n in bounds if bounds[n] < today), key=lambda n: (-bounds[n], n))
    order = [*coming, *over] if "planned" in query.asks else [*over, *coming]
    return found._replace(hits=_in_order([*order, *(n for n in ends if n not in bounds)]))


def _in_order(numbers: list[int]) -> tuple[Hit, ...]:
    """Hits that score the higher the earlier they stand."""
    return tuple(Hit(n, 1 / place) for place, n in enumerate(numbers, 1))
