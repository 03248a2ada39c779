"""The bars around the panes: the title, the tabs, the footer, and what a screen too small for panes shows."""

from __future__ import annotations

from eujdef_tui.errors import QueryError
from eujdef_tui.store import VIEWS, Base
from eujdef_tui.tui.layout import completion_footer, footer, tabs
from eujdef_tui.tui.result_views import ViewResults
from eujdef_tui.tui.widgets.line_view import Bar
from eujdef_tui.tui.widgets.search_bar import Offer

__all__ = ["Frame"]


class Frame:
    """The one-line bars of the main screen."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self.title, self.tabs, self.footer, self.tiny = (Bar(id=name) for name in ("title", "tabs", "footer", "tiny"))

    def show_title(self) -> None:
        """Show the title of the fact file and how many records it has."""
        sources = self._base.count("source")
        counts = f"{sources:,} sources · {self._base.count() - sources:,} facts "
        self.title.show([(f" {self._base.title}", "title")], [(counts, "quiet")])

    def show_tabs(self, results: ViewResults, view: str, width: int) -> None:
        """Show the views with how many records each lists."""
        counts = {name: f"{results.shown(self._base, name):,}{results.more(self._base, name)}" for name in VIEWS}
        self.tabs.show(tabs(counts, view, width))

    def show_message(self, text: str) -> None:
        """Show a message in the footer: there it covers nothing that is read."""
        self.footer.show([(f" {text}", "accent")])

    def show_footer(self, place: str, width: int, offer: Offer | None, error: QueryError | None, quotes: int) -> None:
        """Show the candidates for the word that is completed, or advice on an error, or which keys work in `place`."""
        if offer:
            self.footer.show(*completion_footer(offer.shown, offer.nth, width))
        elif error and place == "search":  # beside the line there may be no room for it
            self.footer.show([(f" {error.advice}", "text")])
        else:
            self.footer.show(*footer(place, width, {"next sentence"} if quotes < 2 else set()))
