"""The main screen mediates between the search line, the list, the detail pane and the article reader.

Its state is the base, the query (held by `SearchController`), the view and the picked record; all else that is shown
follows from these. Attributes go down to the widgets and messages come up from them. `SearchController` and
`FactActions` see the screen only as a `Host`.
"""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.events import DescendantFocus, Resize

from eujdef_tui.store import VIEWS, Base, Row
from eujdef_tui.text import edtf
from eujdef_tui.tui.driver.driver import DiffDriver
from eujdef_tui.tui.fact_actions import FactActions
from eujdef_tui.tui.frame import Frame
from eujdef_tui.tui.key_bindings import KEYS
from eujdef_tui.tui.layout import PANES, classes
from eujdef_tui.tui.record_view import RecordView
from eujdef_tui.tui.search_controller import SearchController, SearchSnapshot
from eujdef_tui.tui.session_saver import SessionSaver
from eujdef_tui.tui.session_state import SessionState
from eujdef_tui.tui.view_list import ViewList
from eujdef_tui.tui.widgets.article_reader import ArticleReader
from eujdef_tui.tui.widgets.detail_pane import DetailPane
from eujdef_tui.tui.widgets.line_view import LineActions, LineView, RoleScreen
from eujdef_tui.tui.widgets.record_list import RecordList
from eujdef_tui.tui.widgets.search_bar import SearchBar

__all__ = ["MainScreen"]


class _Stop(NamedTuple):
    """Where a link was followed from, for `backspace`."""

    view: str
    search: SearchSnapshot
    n: int


class MainScreen(LineActions, RoleScreen):
    """The explorer's one screen."""

    AUTO_FOCUS = "#pane"

    BINDINGS: ClassVar[list[BindingType]] = [Binding(key.keys, key.action, key.does, show=False) for key in KEYS]

    def __init__(self, base: Base, saver: SessionSaver, query: str = "") -> None:
        """Open as the saved session left off, or with `query` instead of its view and query."""
        super().__init__()
        self.base = base
        today = edtf.today()
        saved = saver.state
        self._saver = saver
        self._initial = SessionState(query=query) if query else saved
        self.view = self._initial.view or "timeline"
        self.search = SearchController(self, base, saved.searches)
        self.facts = FactActions(self, base, today, marks=saved.marks, copy_format=saved.copy_format)
        self.bar = SearchBar(self.search.completion, id="search")
        self.list = ViewList(base, today, self.facts.marks)
        self.record = RecordView(base, today)
        self.frame = Frame(base)
        self._rules = {"pane": self.list.rule, "detail": self.record.detail_rule, "reader": self.record.reader_rule}
        self._trail: list[_Stop] = []
        self._last_focus = "pane"

    def compose(self) -> ComposeResult:
        """Yield the widgets from top to bottom."""
        self._set_classes(*self.app.size)
        yield self.frame.title
        yield self.frame.tabs
        yield self.bar
        with Container(id="body"):
            with Vertical(id="left"):
                yield self.list.rule
                yield self.list.records
            with Vertical(id="right"):
                yield self.record.detail_rule
                yield self.record.detail
                yield self.record.reader_rule
                yield self.record.reader
        yield self.frame.footer
        yield self.frame.tiny

    @property
    def row(self) -> Row | None:
        """The picked record; None where the list is empty."""
        return self.record.row

    @property
    def place(self) -> str:
        """Where the focus is: search, pane, detail or reader."""
        name = (self.focused.id if self.focused else "") or self._last_focus
        return "search" if name == "search-input" else name

    # --- start and end ---

    async def on_mount(self) -> None:
        """Show the view, the record and the query to start with."""
        self.frame.show_title()
        self.focus_list()
        picked = self.base.number(self._initial.picked) or 0
        self.show_view(self.view, picked if picked in self.base.span(self.view) else 0)
        if self._initial.query:
            self.bar.set_text_silently(self._initial.query)
            await self.search.find(self._initial.query, picked)

    def on_unmount(self) -> None:
        """Save the session."""
        self.search.cancel()
        self._saver.save(self.session_state())

    def session_state(self) -> SessionState:
        """What is saved for the next start."""
        picked = self.row.record.id if self.row else ""
        marks = tuple(self.facts.marks.values())
        return SessionState(self.view, self.search.typed, picked, self.facts.copy_format, marks, self.search.searches)

    def state_changed(self) -> None:
        """Save the session soon: something that is saved may have changed."""
        self._saver.save_soon(self.session_state)

    # --- layout, focus and footer ---

    def _set_classes(self, width: int, height: int) -> None:
        names = classes(width, height, self.place)
        if self.classes != names:  # all at once: each change of classes styles every widget anew
            self.set_classes(names)

    def on_resize(self, event: Resize) -> None:
        """Lay the screen out for its new size."""
        self._set_classes(event.size.width, event.size.height)
        self.frame.tiny.show([("Needs 20×6 or more", "text")])
        self.frame.show_tabs(self.search.results, self.view, self.size.width)
        self.show_footer()
        if self.focused is None:  # a widget without room lost the focus
            self.call_after_refresh(self.query_one(f"#{self._last_focus}").focus)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Show which pane has the focus."""
        self._last_focus = event.widget.id or self._last_focus
        for name, rule in self._rules.items():
            rule.show_focus(focused=name == self.place)
        self._set_classes(*self.app.size)
        if self.place != "search":
            self.search.leave_line()
        self.show_footer()

    def show_message(self, text: str) -> None:
        """Show a message in the footer until the next key."""
        self.frame.show_message(text)

    def show_footer(self) -> None:
        """Show which keys work now, or the candidates for the word that is completed."""
        place = self.place if self.row or self.place == "search" else "nothing"
        self.frame.show_footer(place, self.size.width, self.bar.offer, self.search.error, len(self.record.evidence))

    def focus_list(self) -> None:
        """Give the list the focus."""
        self.list.records.focus()

    @property
    def moved_lines(self) -> LineView:
        """What `move`, `page`, `first` and `last` act on: the pane with the focus, or the list."""
        return self.focused if isinstance(self.focused, LineView) else self.list.records

    # --- the list and the picked record ---

    def show_view(self, view: str, n: int = 0) -> None:
        """List a view, with record `n` picked, or the best hit, or the record picked there last."""
        self.view = view
        self.frame.show_tabs(self.search.results, view, self.size.width)
        self.list.show(self.search.results, view, n)
        if not self.list.records.picked:
            self._show_record(0)

    def on_record_list_picked(self, message: RecordList.Picked) -> None:
        """Show the record under the cursor."""
        if self.list.picked(message.n):
            self._show_record(message.n)

    def on_record_list_opened(self, message: RecordList.Opened) -> None:
        """Read the record."""
        self.record.reader.focus()

    def _show_record(self, n: int) -> None:
        self.record.show(n)
        self.show_footer()
        self.search.show_note()
        self.state_changed()

    def on_detail_pane_hidden(self, message: DetailPane.Hidden) -> None:
        """Show how many lines of the sheet are out of sight."""
        self.record.show_hidden(message.lines, marked=self.row is not None and self.row.n in self.facts.marks)

    def on_article_reader_asked(self, message: ArticleReader.Asked) -> None:
        """List the facts that rest on a sentence."""
        self.facts.list_facts(self.record.reader.article, message.sentence)

    def on_article_reader_find_changed(self) -> None:
        """Show what is sought in the article, and which keys work now."""
        self.record.show_reader_title()
        self.show_footer()

    def on_article_reader_find_left(self) -> None:
        """Search everything instead of the article."""
        self.bar.input.focus()

    # --- the search line ---

    async def on_search_bar_typed(self, message: SearchBar.Typed) -> None:
        """Search for the line."""
        await self.search.find(message.text)

    def on_search_bar_entered(self, message: SearchBar.Entered) -> None:
        """Leave the line for the list, or take the nearest name where nothing was found."""
        self.search.remember()
        if not self.search.take_nearest():
            self.focus_list()

    # --- going elsewhere and back ---
    def on_detail_pane_followed(self, message: DetailPane.Followed) -> None:
        """Go to the record that a link names."""
        self.go_to(message.n)

    def go_to(self, n: int, message: str = "") -> None:
        """Pick a record in whatever view lists it, and then show a message; `backspace` comes back."""
        self._trail.append(_Stop(self.view, self.search.snapshot(), self.list.records.picked))
        view = self.base.view(n)
        results = self.search.results
        if results.views is not None and n not in results.hits(view):  # the query hides it
            self.search.clear()
        self.show_view(view, n)
        if message:  # the footer is shown anew for the picked record first
            self.call_after_refresh(self.show_message, message)

    def action_back(self) -> None:
        """Go back to where a link was followed from."""
        if not self._trail:
            self.show_message("Nothing to go back to: follow a link first")
            return
        stop = self._trail.pop()
        self.search.restore(stop.search)
        self.show_view(stop.view, stop.n)

    # --- actions: each is named in the key table ---

    def action_search(self) -> None:
        """Focus the search line; from the reader find in the article instead."""
        (self.record.reader.open_find if self.place == "reader" else self.bar.input.focus)()

    def action_out(self) -> None:
        """Go one level out: undo a completion, end a find, leave a pane for the list, or clear the search."""
        if self.search.undo_completion() or (self.place == "reader" and self.record.reader.end_find()):
            return
        if self.place in ("search", "reader", "detail"):
            self.focus_list()
        elif self.bar.input.value:
            self.bar.input.value = ""

    def action_hop(self, by: int) -> None:
        """Focus the next pane or the one before, or complete the word that is typed."""
        if self.place == "search" and self.search.complete(by):
            return
        panes: tuple[LineView, ...] = (self.list.records, self.record.detail, self.record.reader)
        place = PANES.index(self.place) if self.place in PANES else (-1 if by > 0 else 0)
        panes[(place + by) % len(panes)].focus()

    def action_view(self, view: str) -> None:
        """List a view."""
        self.show_view(view)
        if self.place in ("detail", "reader"):
            self.focus_list()

    def action_turn(self, by: int) -> None:
        """List the next view or the one before."""
        names = list(VIEWS)
        self.action_view(names[(names.index(self.view) + by) % len(names)])

    def action_fact(self, by: int) -> None:
        """Pick the next record or the one before, wherever the focus is."""
        self.list.records.move(by)

    def action_sentence(self, by: int) -> None:
        """Go to the next match of the find or the one before, or without one to the next quote of the record."""
        self.record.turn(by)

    def action_enter(self) -> None:
        """Follow the link, list the facts on the sentence, read the record, or take the nearest name."""
        match self.place:
            case "detail":
                self.record.detail.follow()
            case "reader":
                self.record.reader.ask()
            case _ if self.row:
                self.record.reader.focus()
            case _:
                self.search.take_nearest()

    def action_facts(self) -> None:
        """List the facts that rest on the sentence under the cursor."""
        self.record.reader.ask()

    def action_mark(self) -> None:
        """Mark the picked record, or remove its mark."""
        if self.facts.toggle_mark():
            self.list.records.refresh()
            self.record.detail.report_hidden()

    def action_repaint(self) -> None:
        """Draw the whole screen again, as after another program wrote over it."""
        driver = self.app._driver
        if isinstance(driver, DiffDriver):
            driver.invalidate()

    def action_help(self) -> None:
        """Open the help."""
        from eujdef_tui.tui.overlays.help import help_sheet

        self.app.push_screen(help_sheet(self.place))

    def action_searches(self) -> None:
        """Choose an earlier search."""
        self.search.choose_earlier()

    def action_marks(self) -> None:
        """List the marked facts."""
        self.facts.list_marks()

    def action_copy(self) -> None:
        """Choose a citation format and copy."""
        self.facts.choose_copy_format()

    def action_copy_again(self) -> None:
        """Copy in the citation format used last."""
        self.facts.copy()

    def action_card(self) -> None:
        """Open the meeting card."""
        self.facts.show_card()

    def action_date(self) -> None:
        """Go to a date."""
        self.facts.ask_date()
