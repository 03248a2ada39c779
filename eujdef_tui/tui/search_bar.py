"""Promise: what is typed is a query at once; what the query means, or where it fails, stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from eujdef_tui.text import clean
from eujdef_tui.tui.lines import Bar, Piece

__all__ = ["SearchBar", "SearchInput"]


class SearchInput(Input):
    """The line that is typed into. Keys that move the list go on to the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+u", "delete_left_all", "clear", show=False),
    ]

    virtual_size = Reactive(Size(0, 0))  # its size is the line's, whatever is typed: nothing is laid out anew

    def __init__(self) -> None:
        super().__init__(id="search-input", compact=True, select_on_focus=False, max_length=1000)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """What is put in is cleaned, wherever it comes from."""
        return clean(value)


class SearchBar(Horizontal):
    """The search line: a prompt, what is typed, and on the right why the picked record matched."""

    @dataclass
    class Typed(Message):
        """The query is now this."""

        text: str

    @dataclass
    class Entered(Message):
        """The query is done: on to the list."""

    def compose(self) -> ComposeResult:
        prompt = Bar(id="prompt")
        prompt.say([(" / ", "key")])
        yield prompt
        yield SearchInput()
        yield Bar(id="search-note")

    @property
    def input(self) -> SearchInput:
        """The line that is typed into."""
        return self.query_one(SearchInput)

    def note(self, words: str, role: str = "quiet") -> None:
        """Say something of the query, on the right."""
        right: list[Piece] = [(words, role), (" ", "text")] if words else []
        self.query_one("#search-note", Bar).say((), right)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Entered())

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))
