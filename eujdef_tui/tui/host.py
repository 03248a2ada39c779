"""What `SearchController` and `FactActions` need from the screen they work for."""

from __future__ import annotations

from typing import Protocol

from textual.app import App

from eujdef_tui.store import Row
from eujdef_tui.tui.widgets.search_bar import SearchBar

__all__ = ["Host"]


class Host(Protocol):
    """A screen with a search line (`bar`), the name of the shown view and one picked record."""

    view: str
    bar: SearchBar

    @property
    def row(self) -> Row | None:
        """The picked record; None where the list is empty."""

    @property
    def app(self) -> App[object]:
        """The app, which opens overlays and copies."""

    @property
    def place(self) -> str:
        """Where the focus is: search, pane, detail or reader."""

    def focus_list(self) -> None:
        """Give the list the focus."""

    def show_view(self, view: str, n: int = 0) -> None:
        """List a view as the query now has it, with record `n` picked if it is listed."""

    def go_to(self, n: int, message: str = "") -> None:
        """Pick a record in whatever view lists it, and then show a message."""

    def show_message(self, text: str) -> None:
        """Show a message in the footer until the next key."""

    def show_footer(self) -> None:
        """Show in the footer which keys work now."""

    def state_changed(self) -> None:
        """Save the session soon: something that is saved may have changed."""
