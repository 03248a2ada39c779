"""Which events are to come on a day: planned or aimed at by then, or done since and spoken of before."""

from __future__ import annotations

from eujdef_tui.store.connection import sql_limit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

__all__ = ["done_later", "not_over"]

# rests has the quotes that are there; what has a date and is not due happened or is reported
DONE_LATER = """
    SELECT DISTINCT later.hi, later.n FROM record AS source
    CROSS JOIN rests ON rests.source = source.n CROSS JOIN record AS later ON later.n = rests.record
    WHERE source.record = 'source' AND later.record = 'event' AND later.lo > ? AND source.hi < later.lo
    AND later.n NOT IN (SELECT n FROM due) ORDER BY later.hi, later.n LIMIT ?
"""


def not_over(select: Callable[..., list[Any]], day: int, most: int | None) -> list[tuple[int, int]]:
    """Return (last day, number) of the first `most` planned or target events that are not over, soonest first."""
    some = "SELECT hi, n FROM due WHERE target = {} AND hi >= ?1 ORDER BY hi, n LIMIT ?2"
    both = " UNION ALL ".join(f"SELECT * FROM ({some.format(target)})" for target in (0, 1))
    return select(f"{both} ORDER BY hi, n LIMIT ?2", day, sql_limit(most))


def done_later(select: Callable[..., list[Any]], day: int, most: int | None) -> list[tuple[int, int]]:
    """Return (last day, number) of events after a day of which a source spoke before (`clock.told`), soonest first.

    By the tables alone: to read each record of 6,000 took 1.4 s.
    """
    return select(DONE_LATER, day, sql_limit(most))
