"""Say why a saved search, of a fact file or of the user's settings, could not be run."""

from __future__ import annotations

from eujdef_tui.errors import QueryError
from eujdef_tui.search.query import parse

__all__ = ["LONGEST", "why_unreadable"]

LONGEST = 1000  # characters: as many as the search line takes


def why_unreadable(query: str) -> str:
    """Return what is wrong with a query, to follow its name ("asks for nothing"); "" for one that can be read."""
    if len(query) > LONGEST:
        return f"is longer than {LONGEST:,} characters"
    try:
        return "asks for nothing" if parse(query).empty else ""
    except QueryError as error:
        return f"cannot be read: column {error.column + 1}: {error}"
