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

__all__ = ["chosen_records"]


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
        from eujdef_tui.search.clocks import seen_by

        return seen_by(base, query), None
    found = [hit.n for hit in search(base, query, max(base.count(), 1)).hits]
    if not found:
        raise NothingChosenError(
            f"nothing matches “{query.text}”, so nothing is written", "eujdef find says what is near"
        )
    return (seen_by_clock(base, query), found)


def _marked(base: Base, path: Path | None) -> list[int]:
    """The marked records that were known by the clock; how many were not is said on stderr."""
    from eujdef_tui.present.session_state import load_state

    numbers = [base.number(mark) for mark in load_state(path).marks] if path else []
    found = [n for n in numbers if n is not None]
    if not found:
        raise NothingChosenError("no fact of this file is marked, nothing is written", "in the explorer m marks a fact")
    known = base.known(found)
    if not known:
        raise NothingChosenError(
            "no source issued by then tells a marked fact, nothing is written", "a later day after --known has more"
        )
    if left := len(found) - len(known):
        print_message(f"eujdef: no source issued by then tells {left:,} of {len(found):,} marked facts: left out")
    return known
