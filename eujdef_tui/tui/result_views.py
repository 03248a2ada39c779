"""What each view lists for a query: its records, their count, and the text of an empty list.

Without a query a view lists all its records in its own order. With a query it lists the hits: the timeline by date,
the other views best first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from eujdef_tui.store import VIEWS, Base
from eujdef_tui.tui.widgets.list_model import ListModel, breaks_for

if TYPE_CHECKING:
    from eujdef_tui.search.engine import Hit, Result

__all__ = ["ViewResults", "empty_words", "view_results"]


class ViewResults(NamedTuple):
    """The hits of a query, by view and record number, best first; `views` is None without a query: all is listed."""

    result: Result | None
    views: Mapping[str, Mapping[int, Hit]] | None

    def shown(self, base: Base, view: str) -> int:
        """How many records of the view match, also those that are not listed because there are so many."""
        if self.views is None:
            return len(base.span(view))
        counts = self.result.counts if self.result else None
        return counts[view] if counts else len(self.views[view])

    def more(self, base: Base, view: str) -> str:
        """Return "+" where more records may match than were counted, else ""."""
        capped = self.result is not None and view in self.result.more
        return "+" if capped and 0 < self.shown(base, view) < len(base.span(view)) else ""

    @property
    def nearest(self) -> str:
        """The known name nearest to a query without hits, or ""."""
        return self.result.suggestion if self.result else ""

    def hits(self, view: str) -> Mapping[int, Hit]:
        """The view's hits by record number."""
        return {} if self.views is None else self.views[view]

    def best(self, view: str) -> int:
        """The best hit in a view, or 0."""
        return next(iter(self.hits(view)), 0)

    def better(self, base: Base, view: str) -> int:
        """The hit in another view with a higher score than any in this view, or 0."""
        best = self.result.hits[0] if self.result and self.result.hits else None
        if best is None or self.views is None or best.n in base.span(view):
            return 0
        here = next(iter(self.views[view].values()), None)
        return best.n if here is None or here.score < best.score else 0

    def list_model(self, base: Base, view: str, today: int) -> ListModel:
        """The lines of a view: its records, headings, and the line of today."""
        mark = base.first_event_after(today) if view == "timeline" else 0
        if self.views is None:
            whole = base.span(view)
            return ListModel(whole, breaks_for(whole, base.headings(view), mark))
        numbers = list(self.views[view])
        if view != "timeline":
            return ListModel(numbers)
        numbers.sort()
        return ListModel(numbers, breaks_for(numbers, base.headings(view), mark))


def view_results(base: Base, result: Result | None) -> ViewResults:
    """Group the hits of a search by view; without a search, each view lists all its records."""
    if result is None or result.query.empty:
        return ViewResults(result, None)
    return ViewResults(result, {view: {hit.n: hit for hit in hits} for view, hits in result.by_view(base).items()})


def empty_words(view: str, results: ViewResults) -> tuple[str, ...]:
    """The lines of an empty list: what was searched, where else to look, how to go on."""
    if results.views is None or results.result is None:
        return (f"This fact file has no {view}.",)
    lines = [f"Nothing in {view} matches {results.result.query.text.strip()}"]
    counts = results.result.counts or {name: len(hits) for name, hits in results.views.items()}
    found_in = {name: f"{count:,}" for name, count in counts.items() if count}
    other = [f"{nth} {name.capitalize()} {found_in[name]}" for nth, name in enumerate(VIEWS, 1) if name in found_in]
    if other:
        lines.append("Elsewhere: " + " · ".join(other))
    if results.nearest:
        lines.append(f"The nearest name is {results.nearest}: enter takes it")
    return (*lines, "esc clears the search")
