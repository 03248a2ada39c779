"""Promise: three things are the state of the screen: the base, the query, and what is picked. All else follows.

This screen is the only mediator: attributes go down to the widgets, messages come from them straight to it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.events import DescendantFocus, Resize
from textual.widget import Widget

from eujdef_tui.errors import QueryError
from eujdef_tui.model.glyphs import GRADE_MARKS
from eujdef_tui.model.labels import source_label
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Evidence, Source
from eujdef_tui.present.fact_sheet import sheet
from eujdef_tui.present.list_row import LEAD_WIDTHS, Cells, cells, count_of
from eujdef_tui.present.sheet_lines import Line
from eujdef_tui.store import VIEWS, Base, Row
from eujdef_tui.text import edtf
from eujdef_tui.tui.key_bindings import KEYS
from eujdef_tui.tui.layout import PANES, classes, footer, offered, tabs
from eujdef_tui.tui.result_views import Found, empty_words, found
from eujdef_tui.tui.search_controller import Seeking
from eujdef_tui.tui.session_saver import Memory
from eujdef_tui.tui.session_state import State
from eujdef_tui.tui.widgets.article_reader import Reader, hidden_in
from eujdef_tui.tui.widgets.detail_pane import Detail
from eujdef_tui.tui.widgets.line_view import Bar, Lines, Rule
from eujdef_tui.tui.widgets.record_list import Pane
from eujdef_tui.tui.widgets.search_bar import SearchBar

__all__ = ["Main"]


class _Stop(NamedTuple):
    """Where a link was followed from."""

    view: str
    typed: str
    found: Found
    error: QueryError | None
    n: int


class Main(Seeking):
    """The explorer's one screen."""

    AUTO_FOCUS = "#pane"

    BINDINGS: ClassVar[list[BindingType]] = [Binding(key.keys, key.action, key.does, show=False) for key in KEYS]

    def __init__(self, base: Base, memory: Memory, query: str = "") -> None:
        """The screen as it is remembered, or with this query."""
        super().__init__(base)
        self.today = edtf.today()
        self._memory = memory
        was = memory.state
        self._first = State(query=query) if query else was
        self.view = self._first.view or "timeline"
        self.form, self.searches = was.form, was.searches
        self.marks = {n: mark for mark in was.marks if (n := base.number(mark))}
        self.row: Row | None = None
        self._cells = lru_cache(512)(self._read_cells)
        self._sheet = lru_cache(64)(self._read_sheet)
        self._places: dict[str, int] = {}  # what was picked last in each view
        self._trail: list[_Stop] = []
        self._evidence: tuple[Evidence, ...] = ()
        self._nth = 0
        self._at = "pane"  # what had the focus last

    def compose(self) -> ComposeResult:
        self._shape(*self.app.size)
        yield Bar(id="title")
        yield Bar(id="tabs")
        yield SearchBar(self.completion, id="search")
        with Container(id="body"):
            with Vertical(id="left"):
                yield Rule(id="pane-rule")
                yield Pane(self.cells_of, id="pane")
            with Vertical(id="right"):
                yield Rule(id="detail-rule")
                yield Detail(id="detail")
                yield Rule(id="reader-rule")
                yield Reader(id="reader")
        yield Bar(id="footer")
        yield Bar(id="tiny")

    @property
    def pane(self) -> Pane:
        """The list."""
        return self.query_one(Pane)

    @property
    def place(self) -> str:
        """Where the focus is: search, pane, detail or reader."""
        name = (self.focused.id if self.focused else "") or self._at
        return "search" if name == "search-input" else name

    async def on_mount(self) -> None:
        facts, sources = self.base.count() - self.base.count("source"), self.base.count("source")
        self.query_one("#title", Bar).say(
            [(f" {self.base.title}", "title")], [(f"{sources:,} sources · {facts:,} facts ", "quiet")]
        )
        self.pane.focus()
        picked = self.base.number(self._first.picked) or 0
        self.show_view(self.view, picked if picked in self.base.span(self.view) else 0)
        if self._first.query:
            with self.prevent(SearchBar.Typed):
                self.bar.put(self._first.query)
            await self.seek(self._first.query, picked)

    def on_unmount(self) -> None:
        self.overtake()
        self._memory.now(self.remembered())

    def remembered(self) -> State:
        """What is remembered for the next start."""
        picked = self.row.record.id if self.row else ""
        return State(self.view, self.typed, picked, self.form, tuple(self.marks.values()), self.searches)

    def changed(self) -> None:
        """Something that is remembered may be another."""
        self._memory.soon(self.remembered)

    def _read_cells(self, n: int) -> Cells:
        return cells(self.base, self.base.record(n), self.today)

    def _read_sheet(self, n: int) -> list[Line]:
        return sheet(self.base, self.base.record(n), self.today)

    def cells_of(self, n: int) -> Cells:
        """What the list shows of a record."""
        shown = self._cells(n)
        return Cells(shown.lead, "★", shown.text, shown.note, shown.tail) if n in self.marks else shown

    def _shape(self, width: int, height: int) -> None:
        """Lay the screen out, in one go: each change of classes styles every widget anew."""
        wanted = classes(width, height, self.place)
        if self.classes != wanted:
            self.set_classes(wanted)

    def on_resize(self, event: Resize) -> None:
        self._shape(event.size.width, event.size.height)
        self.query_one("#tiny", Bar).say([("Needs 20×6 or more", "text")])
        self._say_tabs()
        self.say_footer()
        if self.focused is None:
            # what there was no room for lost the focus
            self.call_after_refresh(self.query_one(f"#{self._at}").focus)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        self._at = event.widget.id or self._at
        for name in PANES:
            self.query_one(f"#{name}-rule", Rule).focus_shown(name == self.place)
        self._shape(*self.app.size)
        if self.place != "search":
            self.line_left()
        self.say_footer()

    def say_footer(self) -> None:
        """What works now, or what the word that is typed may become."""
        offer = self.bar.offer
        if offer:
            self.query_one("#footer", Bar).say(*offered(offer.shown, offer.nth, self.size.width))
            return
        if self.error and self.place == "search":  # beside the line there may be no room for it
            self.query_one("#footer", Bar).say([(f" {self.error.advice}", "text")])
            return
        place = self.place if self.row or self.place == "search" else "nothing"
        idle = {"next sentence"} if len(self._evidence) < 2 else set()
        self.query_one("#footer", Bar).say(*footer(place, self.size.width, idle))

    def show_view(self, view: str, n: int = 0) -> None:
        """List a view, with record `n` picked, or the best hit, or what was picked there last."""
        self.view = view
        listing = self.found.listing(self.base, view, self.today)
        wanted = n or self.found.best(view) or self._places.get(view, 0) or self._opening(view)
        self._say_tabs()
        self.pane.show(listing, wanted, self.found.hits(view), LEAD_WIDTHS[view], empty_words(view, self.found))
        shown, total = self.found.shown(self.base, view), len(self.base.span(view))
        count = count_of(shown, total, self.found.more(self.base, view))
        self.query_one("#pane-rule", Rule).say([(view.capitalize(), "title")], [(count, "count")])
        if not self.pane.picked:
            self._show_fact(0)

    def _opening(self, view: str) -> int:
        """Where a view opens: the timeline at the last thing before today, the others at their top."""
        span = self.base.span(view)
        return max(span.start, self.base.after(self.today) - 1) if view == "timeline" else span.start

    def _say_tabs(self) -> None:
        said = self.found
        counts = {view: f"{said.shown(self.base, view):,}{said.more(self.base, view)}" for view in VIEWS}
        self.query_one("#tabs", Bar).say(tabs(counts, self.view, self.size.width))

    def on_pane_picked(self, message: Pane.Picked) -> None:
        if message.n == self.pane.picked:  # else it was said before the list changed
            self._places[self.view] = message.n
            self._show_fact(message.n)

    def on_pane_opened(self, message: Pane.Opened) -> None:
        self.query_one(Reader).focus()

    def _show_fact(self, n: int) -> None:
        self.row = self.base.record(n) if n else None
        detail = self.query_one(Detail)
        if self.row is None:
            detail.show([])
            self._evidence = ()
            self.query_one("#detail-rule", Rule).say([])
        else:
            detail.show(self._sheet(n))
            self._evidence = tuple(evidence_of(self.row.record))
        self._show_sentence(0)
        self.say_note()
        self.changed()

    def on_detail_hidden(self, message: Detail.Hidden) -> None:
        if self.row:
            right = ["★ marked"] * (self.row.n in self.marks) + [f"↓ {message.lines} more"] * (message.lines > 0)
            name = type(self.row.record).__name__
            self.query_one("#detail-rule", Rule).say([(name, "title")], [(" · ".join(right), "count")] if right else [])

    def _show_sentence(self, nth: int) -> None:
        """Light the evidence of the fact, with its `nth` quote in sight."""
        self._nth = nth
        self.say_footer()
        reader, rule = self.query_one(Reader), self.query_one("#reader-rule", Rule)
        record = self.row.record if self.row else None
        if self._evidence:
            item = self._evidence[nth]
            article = self.base.article(item.source)
            reader.show(article, self._evidence, item.sentence)
            mark = GRADE_MARKS.get(item.grade, "?")
            grade = "" if item.grade == "verbatim" else f" {item.grade}: not the article's words as they stand"
            role = "quiet" if item.grade == "verbatim" else "error"
            hides = f" · {hidden_in(article)}" if article.hidden else ""
            said = [(f"{mark}{grade} · quote {nth + 1} of {len(self._evidence)}{hides}", role)]
            said += [(f"· sentence {item.sentence + 1}", role)] * (item.start >= 0)
            rule.say([(source_label(self.base.source(item.source)), "title")], said)
        elif isinstance(record, Source):
            article = self.base.article(record.id)
            reader.show(article, (), 0)
            rule.say([(source_label(record), "title")], [(hidden_in(article), "error")])
        else:
            reader.clear()
            rule.say([])

    def action_search(self) -> None:
        self.bar.input.focus()

    def action_out(self) -> None:
        if self.bar.take_back():
            self.say_note()
            self.say_footer()
        elif self.place in ("search", "reader", "detail"):
            self.pane.focus()
        elif self.bar.input.value:
            self.bar.input.value = ""

    @property
    def _lines(self) -> Lines:
        return self.focused if isinstance(self.focused, Lines) else self.pane

    def action_move(self, by: int) -> None:
        self._lines.move(by)

    def action_page(self, pages: float) -> None:
        self._lines.page(pages)

    def action_edge(self, end: bool) -> None:
        self._lines.edge(end)

    def action_hop(self, by: int) -> None:
        if self.place == "search" and self.complete(by):
            return
        order: list[Widget] = [self.pane, self.query_one(Detail), self.query_one(Reader)]
        place = PANES.index(self.place) if self.place in PANES else (-1 if by > 0 else 0)
        order[(place + by) % len(order)].focus()

    def action_view(self, view: str) -> None:
        self.show_view(view)
        if self.place in ("detail", "reader"):
            self.pane.focus()

    def action_turn(self, by: int) -> None:
        names = list(VIEWS)
        self.action_view(names[(names.index(self.view) + by) % len(names)])

    def action_fact(self, by: int) -> None:
        self.pane.move(by)

    def action_sentence(self, by: int) -> None:
        if self._evidence:
            self._show_sentence((self._nth + by) % len(self._evidence))

    def action_enter(self) -> None:
        match self.place:
            case "detail":
                self.query_one(Detail).follow()
            case "reader":
                self.query_one(Reader).ask()
            case _ if self.row:
                self.query_one(Reader).focus()
            case _:
                self.take_nearest()

    def on_detail_followed(self, message: Detail.Followed) -> None:
        self.go_to(message.n)

    def go_to(self, n: int) -> None:
        """Pick a record wherever it is listed; `backspace` comes back here."""
        self._trail.append(_Stop(self.view, self.typed, self.found, self.error, self.pane.picked))
        self.arrive(self.base.view(n), n)

    def arrive(self, view: str, n: int) -> None:
        """Pick a record in a view, without the query if that hides it."""
        if self.found.views is not None and n not in self.found.hits(view):
            self.put_back("", found(self.base, None))
        self.show_view(view, n)

    def action_back(self) -> None:
        if not self._trail:
            self.tell("Nothing to go back to: follow a link first")
            return
        stop = self._trail.pop()
        self.put_back(stop.typed, stop.found, stop.error)
        self.show_view(stop.view, stop.n)

    def on_reader_asked(self, message: Reader.Asked) -> None:
        self.ask_facts(self.query_one(Reader).article, message.sentence)

    def action_facts(self) -> None:
        self.query_one(Reader).ask()
