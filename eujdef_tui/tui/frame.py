"""The bars around the panes: the tabs, the notice, the footer, and what a screen too small for panes shows."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Size

from eujdef_tui.model.records import Tension
from eujdef_tui.present.view_results import ViewResults
from eujdef_tui.present.views import SCREEN_VIEWS
from eujdef_tui.store import Base
from eujdef_tui.text.shorten import shorten
from eujdef_tui.tui.key_bindings import SHIPPED_KEYS, KeyTable
from eujdef_tui.tui.layout import completion_footer, footer, tabs
from eujdef_tui.tui.record_view import RecordView
from eujdef_tui.tui.search_controller import SearchController
from eujdef_tui.tui.widgets.bars import Bar
from eujdef_tui.tui.widgets.line_view import Piece, width_of, wrapped
from eujdef_tui.tui.widgets.notice import Notice
from eujdef_tui.tui.widgets.search_bar import Offer, SearchBar

__all__ = ["Frame", "Note"]

NARROW = 40  # columns up to which the title of the file is left out
CHANGED = "read the changed file"
NEWS = "what changed"  # where all of it has no room
ROWS_PER_LINE = 12  # of the screen's height: a note has one line over the list for each

Note = Sequence[Sequence[Piece]]  # a note in its forms, the fullest first; none for no note


class Frame:
    """The one-line bars of the main screen, and the notice: what has no room on the search line."""

    def __init__(self, base: Base, keys: KeyTable = SHIPPED_KEYS) -> None:
        self._base = base
        self._keys = keys
        self.tabs, self.footer, self.tiny = (Bar(id=name) for name in ("tabs", "footer", "tiny"))
        self.notice = Notice(id="notice")
        self.changed = False  # whether the fact file or an article is another one than when it was read
        self.news = ""  # what changed since the facts were looked at last
        self.message = ""  # in the footer, until the next key

    def show_tabs(self, results: ViewResults, view: str, width: int, *, focused: bool) -> None:
        """Show the views, with a query those with hits with how many they list."""
        searched = results.views is not None
        counts: dict[str, str] = {}
        for name in SCREEN_VIEWS:
            shown = results.shown(self._base, name)
            counts[name] = f"{shown:,}{results.more(self._base, name)}" if shown or not searched else ""
        self.tabs.show(tabs(counts, view, width, searched=searched, focused=focused, keys=self._keys))

    def show_note(self, bar: SearchBar, note: Note, counted: str, size: Size) -> bool:
        """Show how the query was read, the place of the pick and the title of the file at the end of the search line.

        A note that has no room there stands over the list, whole, or on a small screen in the fullest of its forms that
        leaves the list and the proof their rows. Returns whether it now takes more rows or fewer there.
        """
        title = self._base.title if size.width > NARROW else ""
        lines: list[list[Piece]] = []
        if not bar.show_right(note[0] if note else (), counted, title):
            forms = [wrapped(form, max(8, size.width - 3)) for form in note]
            most = max(1, size.height // ROWS_PER_LINE)
            lines = next((form for form in forms if len(form) <= most), forms[-1])
        before = self.notice.line_count
        self.notice.show_lines([[("  ", "text"), *line] for line in lines])
        return self.notice.line_count != before

    def show_footer(
        self, place: str, width: int, search: SearchController, record: RecordView, offer: Offer | None, *, zoomed: bool
    ) -> None:
        """Show the message, else the candidates for the word that is completed, else which keys work at the focus.

        In the footer a message covers nothing that is read. Without room its end is cut at a word.
        """
        if self.message:
            self.footer.show([(f" {shorten(self.message, width - 2)}", "accent")])
            return
        if offer:
            self.footer.show(*completion_footer(offer.shown, offer.nth, width))
            return
        results, find = search.results, record.reader.find
        if place == "reader" and find:
            place = "finding" if find.typing else "find"
        elif record.row is None:
            place = "nothing" if place != "search" else "searching-nothing" if results.nothing else place
        idle = {"next sentence"} if len(record.evidence) < 2 else set()
        idle |= {"read as"} if not results.mended else set()
        idle |= {"a nearest fact"} if not results.nearest else set()
        idle |= {"pick", "read"} if search.fields() else set()
        idle |= {"search everything"} if find and find.typed else set()
        said = {"read as": f"read as {results.mended_words}"} | ({"zoom": "zoom out"} if zoomed else {})
        said |= {"card": "compare"} if record.row and isinstance(record.row.record, Tension) else {}
        first: list[Piece] = []
        if self.changed:  # while a line is typed, r is a letter of it
            typing = place in ("search", "searching-nothing", "finding")
            first = [
                (f" {self._keys.of('reload')} ", "key"),
                ("after esc: " * typing + CHANGED, "accent"),
                ("  ", "text"),
            ]
        elif self.news and place == "pane":  # where d is no letter of a line
            key: Piece = (f" {self._keys.of('changes')} ", "key")
            news = self.news if len(self.news) < width - 16 else NEWS
            first = [key, (f"{news}  ", "text")]
        pieces, last = footer(place, width - width_of(first), idle, said, self._keys)
        self.footer.show([*first, *pieces], last)

    def show_tiny(self) -> None:
        """Show that there is no room."""
        words: Sequence[Piece] = [("Needs 20×6 or more", "text")]
        self.tiny.show(words)
