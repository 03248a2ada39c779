"""Which records a verb writes: all, those that a query finds, or those that were marked in the explorer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eujdef_tui.cli.output import seen_by_clock
from eujdef_tui.cli.printing import print_message
from eujdef_tui.errors import NothingChosenError
from eujdef_tui.store import Base

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from eujdef_tui.model.clock import Clock
    from eujdef_tui.search.query import Query
    from eujdef_tui.search.results import Result

__all__ = ["chosen_records"]

_LATER_DAY = "a later day after known: has more"
_FIND = "eujdef find says what is near"


def chosen_records(base: Base, options: argparse.Namespace) -> tuple[Base, list[int] | None]:
    """Return the base as it stands by the clock that the options or their query have, and the records that they name.

    Their numbers stand best hit first or in the order marked; None for all. Raises NothingChosenError where that is
    none, and QueryError.
    """
    from eujdef_tui.cli.clock_options import clock_fields, seen_by_options
    from eujdef_tui.present.session_state import state_path

    if options.marked:
        seen = seen_by_options(base, options)
        return seen, _marked(seen, state_path(base))
    asked = " ".join(filter(None, (*options.words, clock_fields(options))))
    if not asked:
        return base, None
    from eujdef_tui.search.engine import search
    from eujdef_tui.search.query import parse
    from eujdef_tui.text.unicode import clean

    query = parse(clean(asked))
    if query.clocks and not query.terms and not query.filters:
        return _all_by_clock(base, query), None
    result = search(base, query, max(base.count(), 1))
    if not result.hits:
        raise _nothing_matches(result)
    return seen_by_clock(base, query), [hit.n for hit in result.hits]


def _all_by_clock(base: Base, query: Query) -> Base:
    """Return the base as it stands by a clock alone. Raises NothingChosenError where no source was out by then."""
    from eujdef_tui.search.clocks import clock_of
    from eujdef_tui.store.clocked_base import ClockedBase

    seen = seen_by_clock(base, query)
    if isinstance(seen, ClockedBase) and not seen.sources_out:
        words = _clock_said(clock_of(query))
        raise NothingChosenError(f"{words}: no source was issued by then, so nothing is written", _LATER_DAY)
    return seen


def _nothing_matches(result: Result) -> NothingChosenError:
    """Say that nothing matches; of a query with a clock, whether that is for its day."""
    from eujdef_tui.search.clocks import clock_of, without_clocks

    query = result.query
    if not query.clocks:
        return NothingChosenError(f"nothing matches “{query.text}”, so nothing is written", _FIND)
    asked = " ".join(without_clocks(query.text).split())
    said = f"{_clock_said(clock_of(query))}: nothing matches “{asked}”"
    if not result.later:
        return NothingChosenError(f"{said}, so nothing is written", _FIND)
    later = f"{result.later:,} hit{'s' * (result.later != 1)} of later or undated sources"
    return NothingChosenError(f"{said} but {later}, so nothing is written", _LATER_DAY)


def _clock_said(clock: Clock) -> str:
    from eujdef_tui.model.clock import clock_words

    return " · ".join(clock_words(clock))


def _marked(base: Base, path: Path | None) -> list[int]:
    """The marked records that were known by the clock; how many were not is said on stderr."""
    from eujdef_tui.present.session_state import load_state

    numbers = [base.number(mark) for mark in load_state(path).marks] if path else []
    found = [n for n in numbers if n is not None]
    if not found:
        raise NothingChosenError("no fact of this file is marked, nothing is written", "in the explorer m marks a fact")
    known = base.known(found)
    if base.clock and (left := len(found) - len(known)):
        told = f"{_clock_said(base.clock)}: no source issued by then tells"
        if not known:
            raise NothingChosenError(f"{told} a marked fact, so nothing is written", _LATER_DAY)
        print_message(f"eujdef: {told} {left:,} of {len(found):,} marked facts: left out")
    return known
