"""What each view has of a query: its hits, best first, and how many.

Without a query, `all` lists what is worth a first look, and the other views all their records in their own order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from eujdef_tui.present.views import ALL, SCREEN_VIEWS
from eujdef_tui.store import VIEWS, Base

if TYPE_CHECKING:
    from eujdef_tui.search.engine import Hit, Result

__all__ = ["ViewResults", "view_results"]


class ViewResults(NamedTuple):
    """The hits of a query, by view and record number, best first; `views` is None without a query: all is listed."""

    result: Result | None
    views: Mapping[str, Mapping[int, Hit]] | None

    @property
    def nothing(self) -> bool:
        """Whether there is a query and no record has all of it."""
        return self.views is not None and not self.views[ALL]

    @property
    def mended(self) -> str:
        """The query as it would find something where it finds nothing, or ""."""
        return self.result.mended if self.result else ""

    @property
    def mended_words(self) -> str:
        """The words that the mended query has instead of those typed."""
        if self.result is None or not self.mended:
            return ""
        from eujdef_tui.present.understood import mended_words  # the first screen searches for nothing

        return mended_words(self.result)

    @property
    def nearest(self) -> Sequence[Hit]:
        """Records that have most of a query where none has all of it."""
        return self.result.nearest if self.result else ()

    def shown(self, base: Base, view: str) -> int:
        """How many records of the view match, also those that are not listed because there are so many."""
        if self.views is None:
            return base.count() if view == ALL else len(base.span(view))
        if self.result is None or not self.result.counts:
            return len(self.views[view])
        return self.result.total if view == ALL else self.result.counts[view]

    def more(self, base: Base, view: str) -> str:
        """Return "+" where more records may match than were counted, else ""."""
        if self.result is None or self.views is None:
            return ""
        if view == ALL:
            return "+" if any(self.more(base, one) for one in VIEWS) else ""
        capped = view in self.result.more
        return "+" if capped and 0 < self.shown(base, view) < len(base.span(view)) else ""

    def with_hits(self, base: Base) -> tuple[str, ...]:
        """The views that list something, `all` always among them."""
        return tuple(view for view in SCREEN_VIEWS if view == ALL or self.shown(base, view))

    def hits(self, view: str) -> Mapping[int, Hit]:
        """The view's hits by record number, best first."""
        return {} if self.views is None else self.views[view]

    def best(self, view: str) -> int:
        """The best hit in a view, or 0."""
        return next(iter(self.hits(view)), 0)


def view_results(base: Base, result: Result | None) -> ViewResults:
    """Group the hits of a search by view; without a search, each view lists all its records."""
    if result is None or result.query.browses:
        return ViewResults(result, None)
    hits = {view: {hit.n: hit for hit in found} for view, found in result.by_view(base).items()}
    return ViewResults(result, {ALL: {hit.n: hit for hit in result.hits}, **hits})
