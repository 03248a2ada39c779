"""Where the user is: the view, the way back from links (`backspace`), and the place before a query (`esc`)."""

from __future__ import annotations

from typing import NamedTuple

from eujdef_tui.present.views import ALL, SCREEN_VIEWS
from eujdef_tui.store import Base
from eujdef_tui.tui.host import Host
from eujdef_tui.tui.search_controller import SearchController, SearchSnapshot
from eujdef_tui.tui.view_list import ViewList

__all__ = ["Navigation"]

PLACEHOLDER = "a name, a word, a date, a question"


class _Place(NamedTuple):
    """What was on the screen: view, query, picked record, the list's scroll (`top`), and the pane with the focus."""

    view: str
    search: SearchSnapshot
    n: int
    top: int
    focus: str


class Navigation:
    """Moves between views, records and queries on one screen."""

    def __init__(self, host: Host, base: Base, search: SearchController, view_list: ViewList, view: str) -> None:
        self._host = host
        self._base = base
        self._search = search
        self._list = view_list
        self._trail: list[_Place] = []
        self._left = 0  # how many stops of the trail `return_from_links` leaves: those before a query that was dropped
        self._before_query: _Place | None = None
        self._before_line: _Place | None = None  # before the search line had the focus, with another query
        self._line_restarts = False  # whether the next letter replaces the query
        self.view = view

    @property
    def searched(self) -> bool:
        """Whether the hits of a query are listed."""
        return self._search.results.views is not None

    def _here(self) -> _Place:
        records = self._list.records
        focus = self._host.pane
        return _Place(self.view, self._search.snapshot(), records.picked, records.scroll_offset.y, focus)

    # --- views ---

    def show_view(self, view: str, n: int = 0) -> None:
        """List a view, with record `n` picked, or the one picked there before, or the best hit."""
        self.view = view
        self._host.bar.show_placeholder(PLACEHOLDER if view == ALL else "")
        fields = self._search.fields()
        if fields:
            self._list.show_fields(fields)
        else:
            self._list.show(self._search.results, view, n, self._search.why_nothing())
        if not self._list.records.picked:
            self._host.show_record(0)
        self._host.lay_out()
        self._host.show_bars()

    def show_results(self, n: int = 0) -> None:
        """List what the query now finds; a view without hits gives way to all."""
        if self.searched and not self._search.results.shown(self._base, self.view):
            self.view = ALL
        self.show_view(self.view, n)

    def narrow_to(self, view: str) -> bool:
        """List a view, with a query its hits alone; False where it has none."""
        if self.searched and not self._search.results.shown(self._base, view):
            self._host.show_message(f"Nothing in {view.capitalize()} has all of the query")
            return False
        self.show_view(view)
        return True

    def view_beside(self, by: int) -> str:
        """The next view that lists something, or the one before; after the last comes the first."""
        views = self._search.results.with_hits(self._base) if self.searched else SCREEN_VIEWS
        place = views.index(self.view) if self.view in views else 0
        return views[(place + by) % len(views)]

    def counted(self) -> str:
        """The place of the picked record among those listed: "1 of 23"; of a first look, how many facts there are."""
        facts = self._base.count() - len(self._base.span("sources"))
        if not self.searched and self.view == ALL:
            return f"{facts:,} fact{'s' * (facts != 1)}"
        results = self._search.results
        total = facts if results.nothing else results.shown(self._base, self.view)
        return f"{self._list.place():,} of {total:,}{results.more(self._base, self.view)}"

    # --- a query and the place before it ---

    def enter_line(self) -> None:
        """Remember where the user is: the search line gets the focus."""
        here = self._here()
        self._before_line = here if self._search.typed.strip() else None
        if self._before_line is None:
            self._before_query = here
        self._line_restarts = True

    def restore_query(self) -> None:
        """Show the query that the session before left."""
        self._before_query = self._here()

    def typed(self, text: str) -> None:
        """Turn to all kinds of hits with the first letter of a query."""
        first = not self._search.typed.strip() or (self._line_restarts and len(text.strip()) == 1)
        if text.strip() and first:
            self.view = ALL
        self._line_restarts = False

    def leave_line(self) -> None:
        """Go back to what was shown before the search line had the focus: another query, or none."""
        before, self._before_line = self._before_line, None
        if before is None:
            self.drop_query()
            return
        self._search.restore(before.search)
        self._host.focus_pane(before.focus)
        self._show_place(before)

    def drop_query(self) -> None:
        """Go back to the view, the record, the scroll and the focus as they were before the query."""
        before, self._before_query = self._before_query, None
        self._left = len(self._trail)
        picked = self._list.records.picked
        self._search.clear()
        if before is None:
            self._host.focus_pane("pane")
            self.show_view(self.view, picked if self.view != ALL else 0)
            return
        self._host.focus_pane(before.focus)
        self._show_place(before)

    def _show_place(self, place: _Place) -> None:
        self.show_view(place.view, place.n)
        self._list.records.scroll_to(y=place.top, animate=False, force=True, immediate=True)

    # --- going elsewhere and back ---

    def go_to(self, n: int) -> None:
        """Pick a record where it is listed, else in its own view; `back` comes back."""
        self._trail.append(self._here())
        view, results = self._base.view(n), self._search.results
        if self._list.records.model.place(n) >= 0:
            view = self.view
        elif results.views is not None and n not in results.hits(view):  # the query hides it
            self._search.clear()
        self.show_view(view, n)

    @property
    def followed(self) -> bool:
        """Whether links were followed since a query was dropped last: `return_from_links` goes back."""
        return len(self._trail) > self._left

    def return_from_links(self) -> None:
        """Go back to where the first of the links was followed from, whatever was followed from there on."""
        del self._trail[self._left + 1 :]
        self.back()

    def back(self) -> None:
        """Go back to where a link was followed from."""
        if not self._trail:
            self._host.show_message("Nothing to go back to: follow a link first")
            return
        stop = self._trail.pop()
        self._left = min(self._left, len(self._trail))
        self._search.restore(stop.search)
        self.show_view(stop.view, stop.n)
