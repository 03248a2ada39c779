"""The ids of what a search finds."""

from __future__ import annotations

from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base

__all__ = ["ids"]


def ids(base: Base, typed: str) -> list[str]:
    """The ids of the hits of what was typed, best first."""
    return [base.record(hit.n).record.id for hit in search(base, parse(typed)).hits]
