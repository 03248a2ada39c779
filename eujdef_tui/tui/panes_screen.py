"""The screen with all its panes: what is asked, what is picked, how it is laid out and where the focus is.

Its state is the base, the query (held by `SearchController`), the view and the picked record; all else that is shown
follows from these. `SearchController`, `Navigation` and `FactActions` see it only as a `Host`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.events import DescendantFocus, Resize
from textual.geometry import Size

from eujdef_tui.present.session_state import SessionState
from eujdef_tui.present.views import ALL
from eujdef_tui.store import Base, InputWatch, Row
from eujdef_tui.text import edtf
from eujdef_tui.tui.fact_actions import FactActions
from eujdef_tui.tui.frame import Frame
from eujdef_tui.tui.key_bindings import SHIPPED_KEYS, KeyTable
from eujdef_tui.tui.layout import PANES, Arrangement
from eujdef_tui.tui.navigation import Navigation
from eujdef_tui.tui.pane_layout import PaneLayout
from eujdef_tui.tui.record_view import RecordView
from eujdef_tui.tui.search_controller import SearchController
from eujdef_tui.tui.session_saver import SessionSaver
from eujdef_tui.tui.view_list import ViewList
from eujdef_tui.tui.widgets.bars import Divider
from eujdef_tui.tui.widgets.line_view import RoleScreen
from eujdef_tui.tui.widgets.search_bar import SearchBar

__all__ = ["KeptPlace", "PanesScreen"]


class KeptPlace(NamedTuple):
    """Where a user is: the pane with the focus, the zoom, the list's scroll, which quote is read, the line's cursor."""

    focus: str
    zoom: str
    top: int
    nth: int
    cursor: int


class PanesScreen(RoleScreen):
    """A screen with a search line, a list, and the sheet and the proof of the picked record."""

    AUTO_FOCUS = "#pane"

    def __init__(
        self,
        base: Base,
        saver: SessionSaver,
        query: str = "",
        inputs: InputWatch | None = None,
        keys: KeyTable = SHIPPED_KEYS,
    ) -> None:
        """Open as the saved session left off, or with `query` instead of its view and query."""
        super().__init__()
        self.base = self.seen = base
        self.inputs = inputs
        self.keys = keys
        self._today = today = edtf.today()
        saved = saver.state
        self._saver = saver
        self._initial = SessionState(query=query) if query else saved
        self.search = SearchController(self, base, saved.searches)
        self.facts = FactActions(
            self, base, today, marks=saved.marks, copy_format=saved.copy_format, unsaved=saver.failure
        )
        self.bar = SearchBar(self.search.completion, id="search")
        self.list = ViewList(base, today, self.facts.marks)
        self.record = RecordView(base, today)
        self.frame = Frame(base, keys)
        self.panes = PaneLayout(self, self.list, self.record.detail)
        self._sheet_divider = Divider(id="sheet-divider")
        self.way = Navigation(self, base, self.search, self.list, self._initial.view or ALL)
        self._last_focus = self._last_pane = "pane"
        self._first_size: Size | None = None  # until the terminal has had another

    def compose(self) -> ComposeResult:
        """Yield the widgets from top to bottom."""
        self._first_size = self.app.size
        self.panes.arrange(self.view, self.place)  # before there are widgets, which a change of classes styles anew
        yield self.bar
        yield self.frame.tabs
        yield self.frame.notice
        yield self.list.axis
        with Container(id="body"):
            with Vertical(id="list"):
                yield self.list.records
            yield Divider(id="list-divider")
            with Container(id="fact"):
                with Vertical(id="sheet"):
                    yield self.record.detail_rule
                    yield self.record.detail
                yield self._sheet_divider
                with Vertical(id="proof"):
                    yield self.record.reader_rule
                    yield self.record.reader
        yield self.frame.footer
        yield self.frame.tiny

    @property
    def row(self) -> Row | None:
        """The picked record; None where none is picked."""
        return self.record.row

    @property
    def place(self) -> str:
        """Where the focus is: search, pane, detail or reader."""
        name = (self.focused.id if self.focused else "") or self._last_focus
        return "search" if name == "search-input" else name

    @property
    def view(self) -> str:
        """The view that is listed."""
        return self.way.view

    @property
    def pane(self) -> str:
        """The pane that has the focus, or had it last."""
        return self.place if self.place in PANES else self._last_pane

    # --- start and end ---

    async def on_mount(self) -> None:
        """Show the view, the record and the query to start with."""
        self.frame.show_tiny()
        self.bar.show_focus(focused=False)
        self.focus_list()
        picked = self.base.number(self._initial.picked) or 0
        self.way.show_view(self.view, picked)
        if self._initial.query:
            self.way.restore_query()
            self.bar.set_text_silently(self._initial.query)
            await self.search.find(self._initial.query, picked)

    def on_unmount(self) -> None:
        """Save the session."""
        self.search.cancel()
        self.save_session()

    def save_session(self) -> None:
        """Save the session now."""
        self._saver.save(self.session_state())

    def session_state(self) -> SessionState:
        """What is saved for the next start."""
        picked = self.row.record.id if self.row else ""
        marks = tuple(self.facts.marks.values())
        return SessionState(self.view, self.search.typed, picked, self.facts.copy_format, marks, self.search.searches)

    def kept_place(self) -> KeptPlace:
        """Where the user is, beside what a session saves."""
        top = self.list.records.scroll_offset.y
        return KeptPlace(self.place, self.panes.zoom, top, self.record.nth, self.bar.input.cursor_position)

    def resume(self, place: KeptPlace, picked: str) -> None:
        """Go to where the user was on another screen, with this record picked there."""
        self.panes.zoom = place.zoom
        self.list.records.scroll_to(y=place.top, animate=False, force=True, immediate=True)
        self.list.records.scroll_to_picked()
        if self.row and self.row.record.id == picked and place.nth < len(self.record.evidence):
            self.record.show_quote(place.nth)
        if place.focus == "search":
            self.bar.focus_again()
            self.bar.input.cursor_position = place.cursor
        else:
            self.focus_pane(place.focus)
        self.lay_out()

    def outdated(self, files: Iterable[str]) -> str:
        """What of the fact file and these articles has changed since the base was built, in words; "" for nothing."""
        return self.inputs.outdated(files) if self.inputs else ""

    async def key_begins(self) -> None:
        """A key is about to be handled: end the message, and notice a changed file and a new day."""
        changed = self.inputs is not None and self.inputs.look()
        if self.frame.message or changed is not self.frame.changed:
            self.frame.message, self.frame.changed = "", changed
            self.show_footer()
        if edtf.today() != self._today:
            await self._new_day()

    async def _new_day(self) -> None:
        self._today = edtf.today()
        self._see(self.seen)
        picked = self.list.records.picked
        if self.search.typed:
            await self.search.find(self.search.typed, picked)  # a query may name what is to come
        else:
            self.way.show_view(self.view, picked)

    def see(self, base: Base) -> None:
        """Show records as this base has them from now on; the panes are not shown anew."""
        if base is not self.seen:
            self._see(base)

    def _see(self, base: Base) -> None:
        self.seen = base
        for part in (self.list, self.record, self.facts):
            part.see(base)

    def state_changed(self) -> None:
        """Save the session soon: something that is saved may have changed."""
        self._saver.save_soon(self.session_state)

    # --- layout, focus, bars ---

    def lay_out(self) -> None:
        """Lay the panes out for what is shown and for the place of the focus."""
        nothing = self.row is None and (self.search.results.nothing or bool(self.search.fields()))
        notice = self.frame.notice.line_count
        shape = self.panes.fit(self.view, self.place, searched=self.way.searched, nothing=nothing, notice=notice)
        self._sheet_divider.show_top("┬" if shape is Arrangement.ACROSS else "│")

    def on_resize(self, event: Resize) -> None:
        """Lay the screen out for its new size.

        Textual 8 tells a start of its one size three times, and would lay out each time. Once the size has changed
        every layout counts: without the last, a list that a tiny screen hid lost the focus to the search line.
        """
        if event.size != self._first_size:
            self._first_size = None
        elif event.size == self._compositor.size:
            event.prevent_default()
        self.lay_out()
        self.show_bars()
        if self.focused is None:  # a widget without room lost the focus
            self.call_after_refresh(self._focus_again)

    def _focus_again(self) -> None:
        if self._last_focus == "search-input":
            self.bar.focus_again()
        else:
            self.focus_pane(self._last_focus)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Show where the focus is."""
        self._last_focus = event.widget.id or self._last_focus
        self._last_pane = self.pane
        self.bar.show_focus(focused=self.place == "search")
        self.record.detail_rule.show_focus(focused=self.place == "detail")
        self.record.reader_rule.show_focus(focused=self.place == "reader")
        self.lay_out()
        if self.place != "search":
            self.search.leave_line()
        self.show_bars()

    def show_bars(self) -> None:
        """Show the tabs, the note on the query and the footer."""
        self.frame.show_tabs(self.search.results, self.view, self.app.size.width, focused=self.place == "pane")
        self.show_note()
        self.show_footer()

    def show_message(self, text: str) -> None:
        """Show a message in the footer until the next key."""
        self.frame.message = text
        self.show_footer()

    def show_news(self, words: str) -> None:
        """Show in the footer of the list what changed since the facts were looked at last; "" for nothing."""
        if words != self.frame.news:
            self.frame.news = words
            self.show_footer()

    def show_footer(self) -> None:
        """Show which keys work now, or the candidates for the word that is completed."""
        width, zoomed = self.app.size.width, bool(self.panes.zoom)
        self.frame.show_footer(self.place, width, self.search, self.record, self.bar.offer, zoomed=zoomed)

    def show_note(self) -> None:
        """Show how the query was read, and the place of the pick."""
        note = self.record.name() if self.panes.zoom in ("detail", "reader") else self.search.note()
        if self.frame.show_note(self.bar, note, self.way.counted(), self.app.size):
            self.lay_out()

    def focus_list(self) -> None:
        """Give the list the focus."""
        self.list.records.focus()

    def focus_pane(self, name: str) -> None:
        """Give a pane the focus: pane, detail or reader."""
        self.query_one(f"#{name}").focus()

    # --- the list and the picked record ---

    def show_results(self, n: int = 0) -> None:
        """List what the query now finds, with record `n` picked if it is listed, else the best hit."""
        self.way.show_results(n)

    def show_record(self, n: int) -> None:
        """Show the sheet and the proof of record `n`; 0 for nothing."""
        was_nothing = self.row is None
        self.record.show(n, self.search.results.hits(ALL).get(n))
        if was_nothing != (self.row is None):
            self.lay_out()
        self.show_note()
        self.show_footer()
        self.state_changed()

    def go_to(self, n: int, message: str = "") -> None:
        """Pick a record where it is listed, else in its own view, and then show a message."""
        self.way.go_to(n)
        if message:
            self.show_message(message)
