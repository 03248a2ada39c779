"""Check the saved searches of a fact file: a rule of `rules/` cannot, since it may not know how a query is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eujdef_tui.errors import Problem
from eujdef_tui.model.records import SavedSearch
from eujdef_tui.rules import UNREADABLE_SEARCH
from eujdef_tui.search.saved import why_unreadable
from eujdef_tui.text.unicode import clean

__all__ = ["search_problems"]


def search_problems(searches: Sequence[SavedSearch]) -> Iterator[Problem]:
    """Yield a warning for each saved search that the search line could not run, or whose name another one has."""
    names: set[str] = set()
    for search in searches:
        if search.name in names:
            message, advice = f"The name “{search.name}” stands above a search before.", "Give each a name of its own."
            yield Problem(search.place, UNREADABLE_SEARCH, message, advice, "warning")
        names.add(search.name)
        if wrong := why_unreadable(clean(search.query)):
            advice = f"Try it first: eujdef find '{search.query}'."
            yield Problem(search.place, UNREADABLE_SEARCH, f"The search “{search.name}” {wrong}.", advice, "warning")
