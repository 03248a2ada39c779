"""What `SearchController`, `Navigation` and `FactActions` need from the screen they work for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from textual.app import App

from eujdef_tui.store import Base, Row
from eujdef_tui.tui.key_bindings import KeyTable
from eujdef_tui.tui.widgets.search_bar import SearchBar

__all__ = ["Host"]


class Host(Protocol):
    """A screen with a search line (`bar`), the `keys` in force, and at most one picked record."""

    bar: SearchBar
    keys: KeyTable

    @property
    def row(self) -> Row | None:
        """The picked record; None where the list is empty."""

    @property
    def app(self) -> App[object]:
        """The app, which opens overlays and copies."""

    @property
    def place(self) -> str:
        """Where the focus is: search, pane, detail or reader."""

    @property
    def pane(self) -> str:
        """The pane that has the focus, or had it last: pane, detail or reader."""

    def focus_pane(self, name: str) -> None:
        """Give a pane the focus."""

    def focus_list(self) -> None:
        """Give the list the focus."""

    def show_results(self, n: int = 0) -> None:
        """List what the query now finds, with record `n` picked if it is listed, else the best hit."""

    def show_note(self) -> None:
        """Show beside the search line how the query was read, or what is wrong with it."""

    def show_record(self, n: int) -> None:
        """Show the sheet and the proof of record `n`; 0 for nothing."""

    def see(self, base: Base) -> None:
        """Show records as this base has them, which is the base by the clock of the query."""

    def lay_out(self) -> None:
        """Lay the panes out for what is shown."""

    def show_bars(self) -> None:
        """Show the tabs, the note on the query and the footer."""

    def go_to(self, n: int, message: str = "") -> None:
        """Pick a record in whatever view lists it, and then show a message."""

    def show_message(self, text: str) -> None:
        """Show a message in the footer until the next key."""

    def show_footer(self) -> None:
        """Show in the footer which keys work now."""

    def outdated(self, files: Iterable[str]) -> str:
        """What of the fact file and these articles has changed since the base was built, in words; "" for nothing."""

    def state_changed(self) -> None:
        """Save the session soon: something that is saved may have changed."""
