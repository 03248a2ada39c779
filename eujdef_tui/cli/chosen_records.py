"""Which records a verb writes: all, those that a query finds, or those that were marked in the explorer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eujdef_tui.errors import NothingChosenError
from eujdef_tui.store import Base

if TYPE_CHECKING:
    import argparse

__all__ = ["chosen_records"]


def chosen_records(base: Base, options: argparse.Namespace) -> list[int] | None:
    """Return the numbers of the records that the options name, best hit first or in the order marked; None for all.

    Raises NothingChosenError where that is none, and QueryError.
    """
    if options.marked:
        return _marked(base)
    if not options.words:
        return None
    from eujdef_tui.search.engine import search
    from eujdef_tui.search.query import parse
    from eujdef_tui.text.unicode import clean

    query = parse(clean(" ".join(options.words)))
    found = [hit.n for hit in search(base, query, max(base.count(), 1)).hits]
    if not found:
        raise NothingChosenError(
            f"nothing matches “{query.text}”, so nothing is written", "eujdef find says what is near"
        )
    return found


def _marked(base: Base) -> list[int]:
    from eujdef_tui.present.session_state import load_state, state_path

    path = state_path(base)
    numbers = [base.number(mark) for mark in load_state(path).marks] if path else []
    found = [n for n in numbers if n is not None]
    if not found:
        raise NothingChosenError("no fact of this file is marked, nothing is written", "in the explorer m marks a fact")
    return found
