"""Promise: what is typed is a query at once; what the query means, or where it fails, stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.highlighter import Highlighter
from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from eujdef_tui.text.unicode import clean
from eujdef_tui.tui.widgets.line_view import Bar, Piece, role_style

if TYPE_CHECKING:
    from eujdef_tui.search.completion import Candidate, Completion

__all__ = ["Offer", "SearchBar", "SearchInput"]


class _ErrorMark(Highlighter):
    """Shows the word of the line in which a query fails."""

    def __init__(self, column: int, style: Style) -> None:
        self._column, self._style = column, style

    def highlight(self, text: Text) -> None:
        """Style the rest of the word from the column on."""
        end = text.plain.find(" ", self._column)
        text.stylize(self._style, self._column, end if end > self._column else None)


class SearchInput(Input):
    """The line that is typed into. Keys that move the list go on to the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+u", "delete_left_all", "clear", show=False),
    ]

    virtual_size = Reactive(Size(0, 0))  # its size is the line's, whatever is typed: nothing is laid out anew

    def __init__(self) -> None:
        super().__init__(id="search-input", compact=True, select_on_focus=True, max_length=1000)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """What is put in is cleaned, wherever it comes from."""
        return clean(value)


class Offer(NamedTuple):
    """The candidates for a word of the line, of which the `nth` stands in it, and the line as it was typed."""

    typed: str
    cursor: int
    completion: Completion
    nth: int

    @property
    def candidate(self) -> Candidate:
        """The one that stands in the line."""
        return self.completion.candidates[self.nth]

    @property
    def line(self) -> str:
        """The line with the candidate in it."""
        return self.typed[: self.completion.start] + self.candidate.text + self.typed[self.completion.end :]

    @property
    def shown(self) -> list[str]:
        """The candidates as they are shown: without the field, which stands in the line."""
        texts = [candidate.text for candidate in self.completion.candidates]
        return [text.partition(":")[2].strip('"') or text for text in texts]

    def another(self, by: int) -> Offer:
        """The same with a later or earlier candidate; after the last comes the first."""
        return self._replace(nth=(self.nth + by) % len(self.completion.candidates))


class SearchBar(Horizontal):
    """The search line: a prompt, what is typed, and on the right why the picked record matched."""

    @dataclass
    class Typed(Message, bubble=False):
        """The query is now this."""

        text: str

    @dataclass
    class Entered(Message, bubble=False):
        """The query is done: on to the list."""

    def __init__(self, complete: Callable[[str, int], Completion | None], *, id: str) -> None:
        super().__init__(id=id)
        self._complete = complete
        self.offer: Offer | None = None

    def compose(self) -> ComposeResult:
        prompt = Bar(id="prompt")
        prompt.show([(" / ", "key")])
        yield prompt
        yield SearchInput()
        yield Bar(id="search-note")

    @property
    def input(self) -> SearchInput:
        """The line that is typed into."""
        return self.query_one(SearchInput)

    def show_note(self, text: str, role: str = "quiet") -> None:
        """Show a note about the query on the right."""
        right: list[Piece] = [(text, role), (" ", "text")] if text else []
        self.query_one("#search-note", Bar).show((), right)

    def mark_error(self, column: int) -> None:
        """Underline the word at this column: the query fails there."""
        self.input.highlighter = _ErrorMark(column, role_style(self, "wrong"))
        self.input.refresh()

    def clear_error(self) -> None:
        """Underline no word."""
        if self.input.highlighter is not None:
            self.input.highlighter = None
            self.input.refresh()

    def put(self, line: str, cursor: int | None = None) -> None:
        """Have this typed, with the cursor at its end or where it is said."""
        self.input.value = line
        self.input.cursor_position = len(line) if cursor is None else cursor

    def put_silently(self, line: str) -> None:
        """Have this typed, without a search for it: `Typed` is not posted."""
        with self.prevent(self.Typed):
            self.put(line)

    def complete(self, by: int) -> bool:
        """Put the next candidate for the word at the cursor into the line, or the one before; False for none."""
        if self.offer and len(self.offer.completion.candidates) > 1:
            self.offer = self.offer.another(by)
        else:
            line, cursor = self.input.value, self.input.cursor_position
            found = self._complete(line, cursor) if by > 0 else None
            if found is None:
                return self.offer is not None  # who completes does not leave by one tab too many
            self.offer = Offer(line, cursor, found, 0)
        self.put(self.offer.line, self.offer.completion.start + len(self.offer.candidate.text))
        return True

    def take_back(self) -> bool:
        """Put back what was typed before it was completed; False where nothing was."""
        offer, self.offer = self.offer, None
        if offer:
            self.put(offer.typed, offer.cursor)
        return offer is not None

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.post_message(self.Entered())

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.offer and event.value != self.offer.line:
            self.offer = None  # typing goes on
        self.screen.post_message(self.Typed(event.value))
