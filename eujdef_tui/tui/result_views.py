"""Promise: what a view lists follows from the base and the query alone.

Without a query a view lists all its records in its own order. With one it lists the hits: the timeline in
time, for time is what it shows, the others best first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from eujdef_tui.store import VIEWS, Base
from eujdef_tui.tui.widgets.list_model import ListModel, breaks_for

if TYPE_CHECKING:
    from eujdef_tui.search.engine import Hit, Result

__all__ = ["Found", "empty_words", "found"]


class Found(NamedTuple):
    """The hits of a query by view and number, best first; None where nothing was asked and all is shown."""

    result: Result | None
    views: Mapping[str, Mapping[int, Hit]] | None

    def shown(self, base: Base, view: str) -> int:
        """How many records of the view match; of very many only the best are listed."""
        if self.views is None:
            return len(base.span(view))
        counts = self.result.counts if self.result else None
        return counts[view] if counts else len(self.views[view])

    def more(self, base: Base, view: str) -> str:
        """ "+" where more may match than were counted."""
        capped = self.result is not None and view in self.result.more
        return "+" if capped and 0 < self.shown(base, view) < len(base.span(view)) else ""

    @property
    def nearest(self) -> str:
        """The known name that is nearest to what was asked, where nothing was found."""
        return self.result.suggestion if self.result else ""

    def hits(self, view: str) -> Mapping[int, Hit]:
        """The view's hits by record number."""
        return {} if self.views is None else self.views[view]

    def best(self, view: str) -> int:
        """The record that answers best in a view, or 0."""
        return next(iter(self.hits(view)), 0)

    def better(self, base: Base, view: str) -> int:
        """The record of another view that answers better than any of this one, or 0."""
        best = self.result.hits[0] if self.result and self.result.hits else None
        if best is None or self.views is None or best.n in base.span(view):
            return 0
        here = next(iter(self.views[view].values()), None)
        return best.n if here is None or here.score < best.score else 0

    def list_model(self, base: Base, view: str, today: int) -> ListModel:
        """The lines of a view."""
        mark = base.first_event_after(today) if view == "timeline" else 0
        if self.views is None:
            whole = base.span(view)
            return ListModel(whole, breaks_for(whole, base.headings(view), mark))
        numbers = list(self.views[view])
        if view != "timeline":
            return ListModel(numbers)
        numbers.sort()
        return ListModel(numbers, breaks_for(numbers, base.headings(view), mark))


def found(base: Base, result: Result | None) -> Found:
    """The result of a search, laid out by view; without one, everything."""
    if result is None or result.query.empty:
        return Found(result, None)
    return Found(result, {view: {hit.n: hit for hit in hits} for view, hits in result.by_view(base).items()})


def empty_words(view: str, now: Found) -> tuple[str, ...]:
    """What an empty list says: what was searched, where else to look, how to go on."""
    if now.views is None or now.result is None:
        return (f"This fact file has no {view}.",)
    lines = [f"Nothing in {view} matches {now.result.query.text.strip()}"]
    counts = now.result.counts or {name: len(hits) for name, hits in now.views.items()}
    found_in = {name: f"{count:,}" for name, count in counts.items() if count}
    other = [f"{nth} {name.capitalize()} {found_in[name]}" for nth, name in enumerate(VIEWS, 1) if name in found_in]
    if other:
        lines.append("Elsewhere: " + " · ".join(other))
    if now.nearest:
        lines.append(f"The nearest name is {now.nearest}: enter takes it")
    return (*lines, "esc clears the search")
