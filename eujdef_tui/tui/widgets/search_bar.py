"""The search line: each change of its text is posted at once; how it was read stands at its right end.

The right end is drawn by the input itself, over cells that the text leaves free: a widget of its own would be laid out
anew, and with it the whole screen, whenever the note has another length.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from rich.highlighter import Highlighter
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import Key, Paste
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widgets import Input

from eujdef_tui.text.unicode import clean
from eujdef_tui.tui.widgets.bars import Bar
from eujdef_tui.tui.widgets.line_view import Piece, role_style, width_of

if TYPE_CHECKING:
    from eujdef_tui.search.completion import Candidate, Completion

__all__ = ["Offer", "SearchBar", "SearchInput"]

TEXT = 3  # lines of a paste that may be a text to check
GAP = 2  # cells between the text with its cursor and the note


class _ErrorMark(Highlighter):
    """Underlines the word of the line in which a query fails."""

    def __init__(self, column: int, style: Style) -> None:
        self._column, self._style = column, style

    def highlight(self, text: Text) -> None:
        """Style the rest of the word from the column on."""
        end = text.plain.find(" ", self._column)
        text.stylize(self._style, self._column, end if end > self._column else None)


class SearchInput(Input):
    """The input of the search line. Keys that it does not bind go on to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+u", "delete_left_all", "clear", show=False),
        Binding("ctrl+p", "screen.move(-1)", show=False),
        Binding("ctrl+n", "screen.move(1)", show=False),
    ]

    virtual_size = Reactive(Size(0, 0))  # typing never changes its size, so nothing is laid out again

    def __init__(self) -> None:
        super().__init__(id="search-input", compact=True, select_on_focus=True, max_length=1000)
        self.cursor_blink = False
        self._right: tuple[Piece, ...] = ()

    def validate_value(self, value: str) -> str:
        """Clean any text that is set, typed or pasted."""
        return clean(value)

    @property
    def room(self) -> int:
        """Cells that the text leaves free at the right end, with a gap before them."""
        return self.size.width - cell_len(self.value or self.placeholder) - GAP

    def show_right(self, pieces: Sequence[Piece]) -> None:
        """Show these pieces at the right end from now on, where the text leaves room for them."""
        if tuple(pieces) != self._right:
            self._right = tuple(pieces)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the text, and the pieces at the right end where they fit."""
        strip = super().render_line(y)
        width = width_of(self._right)
        if y or not width or width > self.room:
            return strip
        right = Strip([Segment(text, role_style(self, roles)) for text, roles in self._right if text])
        return Strip.join([strip.adjust_cell_length(self.size.width - width), right])

    def _on_paste(self, event: Paste) -> None:
        """Take all lines of a paste, as one: Textual's own handler takes the first alone (Textual 8)."""
        event.stop()
        event.prevent_default()
        lines = [line for line in event.text.splitlines() if line.strip()]
        text, (start, end) = " ".join(lines), sorted(self.selection)
        room = (self.max_length or len(text)) - len(self.value) + end - start
        self.replace(text[:room], start, end)  # Textual's `replace` takes nothing of what does not fit (Textual 8)
        notes = [f"{len(lines)} lines pasted as one"] * (len(lines) > 1)
        if len(text) > room:
            notes.append(f"only the first {room:,} of {len(text):,} characters fit: the line takes {self.max_length:,}")
        from eujdef_tui.search.query import MOST  # the first screen needs no query

        whole = event.text if len(lines) >= TEXT or len(text.split()) > MOST else ""
        if notes or whole:
            self.screen.post_message(SearchBar.Pasted("; ".join(notes).capitalize(), whole))

    async def _on_key(self, event: Key) -> None:
        if event.key == "question_mark" and not self.value:  # no query begins with a question mark
            event.stop()
            event.prevent_default()
            await self.run_action("screen.help")


class Offer(NamedTuple):
    """A completion in progress: the line as typed, the candidates for its word, and which one stands in the line."""

    typed: str
    cursor: int
    completion: Completion
    nth: int

    @property
    def candidate(self) -> Candidate:
        """The candidate that stands in the line."""
        return self.completion.candidates[self.nth]

    @property
    def line(self) -> str:
        """The line with the candidate in it."""
        return self.typed[: self.completion.start] + self.candidate.text + self.typed[self.completion.end :]

    @property
    def shown(self) -> list[str]:
        """The candidates as the footer shows them: without the field name, which stands in the line."""
        texts = [candidate.text for candidate in self.completion.candidates]
        return [text.partition(":")[2].strip('"') or text for text in texts]

    def another(self, by: int) -> Offer:
        """The offer with a later or earlier candidate; after the last comes the first."""
        return self._replace(nth=(self.nth + by) % len(self.completion.candidates))


def _width(ends: Sequence[Sequence[Piece]]) -> int:
    return sum(map(width_of, ends)) + 3 * (len(ends) - 1) + 1


class SearchBar(Horizontal):
    """The search line: a prompt, and the input with a note at its right end.

    `complete` finds the candidates for the word at a cursor. `offer` is the completion in progress.
    """

    class Typed(Message, bubble=False):
        """The text of the line has changed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Pasted(Message, bubble=False):
        """Text was pasted, and not as it was: `note` says in what it differs.

        `text` is all of it, where it has more lines or words than a query has: it may be there to be checked.
        """

        def __init__(self, note: str, text: str = "") -> None:
            super().__init__()
            self.note, self.text = note, text

    class Entered(Message, bubble=False):
        """Enter was pressed in the line."""

    def __init__(self, complete: Callable[[str, int], Completion | None], *, id: str) -> None:
        super().__init__(id=id)
        self._complete = complete
        self.offer: Offer | None = None

    def compose(self) -> ComposeResult:
        """Yield the prompt and the input."""
        yield Bar(id="prompt")
        yield SearchInput()

    def show_focus(self, *, focused: bool) -> None:
        """Show whether keys are typed here."""
        self.query_one("#prompt", Bar).show([(" / ", "here" if focused else "key")])

    @property
    def input(self) -> SearchInput:
        """The input."""
        return self.query_one(SearchInput)

    def show_right(self, note: Sequence[Piece], place: str, title: str) -> bool:
        """Show a note on the query, the place of the pick and the title of the file; False where the note has no room.

        The title gives way to the note, the note to the place. While nothing is typed the title stands first.
        """
        if title and not note and not self.input.value and _width([[(f"{title} · {place}", "")]]) <= self.input.room:
            self.input.show_right([(title, "title"), (f" · {place}", "quiet"), (" ", "text")])
            return True
        named: Sequence[Piece] = [(title, "quiet")] * bool(title)
        ends = [end for end in (note, [(place, "quiet")] * bool(place), named) if end]
        whole = True
        while ends and _width(ends) > self.input.room:
            if ends[-1] is named:
                ends.pop()
            elif note in ends:
                ends.remove(note)
                whole = False
            else:
                ends.pop()
        pieces: list[Piece] = []
        for end in ends:
            pieces += [*end, ("   ", "text")]
        self.input.show_right([*pieces[:-1], (" ", "text")] if pieces else [])
        return whole

    def mark_error(self, column: int) -> None:
        """Underline the word at this column: the query fails there."""
        self.input.highlighter = _ErrorMark(column, role_style(self, "wrong"))
        self.input.refresh()

    def clear_error(self) -> None:
        """Underline no word."""
        if self.input.highlighter is not None:
            self.input.highlighter = None
            self.input.refresh()

    def show_placeholder(self, text: str) -> None:
        """Show what can be typed, while nothing is."""
        self.input.placeholder = text

    def focus_again(self) -> None:
        """Give the line the focus that it had: what is typed next goes on with its text, which stays unselected."""
        self.input.select_on_focus = False
        self.input.focus()
        self.call_after_refresh(self._select_on_focus)

    def _select_on_focus(self) -> None:
        self.input.select_on_focus = True

    def set_text(self, line: str, cursor: int | None = None) -> None:
        """Replace the text, with the cursor at its end or at `cursor`."""
        self.input.value = line
        self.input.cursor_position = len(line) if cursor is None else cursor

    def set_text_silently(self, line: str) -> None:
        """Replace the text without posting `Typed`, so that nothing is searched."""
        with self.prevent(self.Typed):
            self.set_text(line)

    def complete(self, by: int) -> bool:
        """Put the next candidate for the word at the cursor into the line, or the one before; False without one."""
        if self.offer and len(self.offer.completion.candidates) > 1:
            self.offer = self.offer.another(by)
        else:
            line, cursor = self.input.value, self.input.cursor_position
            completion = self._complete(line, cursor) if by > 0 else None
            if completion is None:
                return self.offer is not None  # one tab too many after a completion does not leave the line
            self.offer = Offer(line, cursor, completion, 0)
        self.set_text(self.offer.line, self.offer.completion.start + len(self.offer.candidate.text))
        return True

    def undo_completion(self) -> bool:
        """Restore the text as it was before the completion; False where there was none."""
        offer, self.offer = self.offer, None
        if offer:
            self.set_text(offer.typed, offer.cursor)
        return offer is not None

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Post `Entered` to the screen."""
        event.stop()
        self.screen.post_message(self.Entered())

    def on_input_changed(self, event: Input.Changed) -> None:
        """Post `Typed` to the screen."""
        event.stop()
        if self.offer and event.value != self.offer.line:
            self.offer = None  # typing ends the completion
        self.screen.post_message(self.Typed(event.value))
