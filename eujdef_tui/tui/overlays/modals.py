"""Modal screens over the main screen: a list to choose from, a line to type, a page to read. Esc closes each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple, TypeVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Event, Resize
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from eujdef_tui.tui.current_size import CurrentSize
from eujdef_tui.tui.key_bindings import KEYS
from eujdef_tui.tui.key_hints import HintsAtKeys, without_effect
from eujdef_tui.tui.layout import is_tiny
from eujdef_tui.tui.style_sheets import read_once
from eujdef_tui.tui.widgets.bars import Rule
from eujdef_tui.tui.widgets.line_view import LineActions, LineView, Piece, cropped, wrapped
from eujdef_tui.tui.widgets.notice import Notice
from eujdef_tui.tui.widgets.one_line_input import OneLineInput

__all__ = ["BOX", "Ask", "Choice", "Choose", "Page", "Sheet"]

BOX = 72  # cells of a box where there is room, as in boxes.tcss
AROUND = 4  # rows that a box leaves of the screen: its own top and bottom, and one above and below


@dataclass(frozen=True, slots=True)
class Choice:
    """One line to choose: its text, a quiet note, and the value that choosing it returns."""

    text: str
    note: str
    value: int


T = TypeVar("T")

_MOVES = [
    Binding(key.keys, key.action, show=False, id=key.name)
    for key in KEYS
    if key.action.partition("(")[0] in ("move", "page", "first", "last")
]


class _Choices(LineView):
    def __init__(self, choices: Sequence[Choice], at: int) -> None:
        super().__init__(id="choices")
        self._choices = choices
        self.at = at

    def on_resize(self, event: Resize) -> None:
        """Fit the content to the new size of the terminal."""
        self.show_line(self.at)

    def line_count(self) -> int:
        return len(self._choices)

    def draw(self, line: int, width: int) -> Strip:
        choice = self._choices[line]
        picked = line == self.at
        note = cropped(choice.note, max(width // 3, width - cell_len(choice.text) - 6))  # all that the text leaves
        text = cropped(choice.text, max(1, width - cell_len(note) - 5))
        gap = " " * max(1, width - cell_len(text) - cell_len(note) - 3)
        pieces: list[Piece] = [
            ("▌ " if picked else "  ", "accent"),
            (text, "title" if picked else "text"),
            (gap, "text"),
            (note, "quiet"),
        ]
        return self.strip(pieces, width, "picked" if picked else "text")

    def move(self, by: int) -> None:
        self.go(self.at + by)

    def page(self, pages: float) -> None:
        self.move(int(self.size.height * pages))

    def edge(self, *, last: bool) -> None:
        self.go(self.line_count() if last else 0)

    def go(self, at: int) -> None:
        """Put the cursor on a line."""
        self.at = min(max(0, at), self.line_count() - 1)
        self.refresh()
        self.show_line(self.at)


class _Modal(HintsAtKeys, CurrentSize, ModalScreen[T | None]):
    """A box in the middle: its top is a rule with its name and its keys. It is hidden while there is no room for it."""

    def __init__(self) -> None:
        super().__init__()
        read_once(self.app.stylesheet, "overlays/boxes.tcss")
        self._rule: tuple[str, tuple[str, ...]] = "", ()
        self._hinted = False

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close with a result, unless it has closed: what was asked of it before may come late, and close another."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    def compose(self) -> ComposeResult:
        """Yield the rule and what the box holds."""
        with Vertical(classes="box"):
            rule = Rule(id="overlay-rule", ends=("┌─", "─┐"))
            rule.show_focus(focused=True)
            yield rule
            with Vertical(classes="body"):
                yield from self.content()

    def content(self) -> Iterator[Widget]:
        """Yield what the box holds."""
        raise NotImplementedError

    def show_title(self, title: str, *keys: str) -> None:
        """Show the name of the box, and keys with what they do, the last of which matters most."""
        self._rule = title, keys
        self._show_rule(title, *keys)

    def hint_at(self, event: Event) -> None:
        """Say on the rule of what does nothing here that it does, until the next key."""
        title, keys = self._rule
        words = without_effect(self, event)
        if words or self._hinted:
            self._show_rule(title, *keys, hint=words)
        self._hinted = bool(words)

    def _show_rule(self, title: str, *keys: str, hint: str = "") -> None:
        said = (*keys, hint) if hint else keys
        ends = [" · ".join((*said[first:], "esc close")) for first in range(len(said) + 1)]
        if hint:
            ends.insert(-1, hint)
        self.query_one("#overlay-rule", Rule).show([(title, "title")], *([(end, "quiet")] for end in ends))

    def on_resize(self, event: Resize) -> None:
        """Fit the content to the new size of the terminal."""
        self.query_one(".box").display = not is_tiny(*event.size)


class Choose(LineActions, _Modal[int]):
    """A list to choose from, with the cursor on choice `at`. Returns the chosen value, or None.

    Where `all_word` is given, the key y returns 0, which stands for all of them. `count` is how many there are, where
    one of them takes several lines.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *_MOVES,
        Binding("escape,q", "dismiss(None)", show=False),
        Binding("enter", "take", show=False),
        Binding("y", "all", show=False),
        *(Binding(str(n), f"number({n})", show=False) for n in range(1, 10)),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], all_word: str = "", at: int = 0, count: int = 0) -> None:
        super().__init__()
        self.count = count or len(choices)
        self._title, self._choices, self._all_word, self._at = title, choices, all_word, at

    def content(self) -> Iterator[Widget]:
        """Yield the list."""
        yield _Choices(self._choices, self._at)

    def on_mount(self) -> None:
        """Show the title and the keys."""
        every = [f"y {self._all_word}"] if self._all_word else []
        self.show_title(self._title, f"{self.count:,} in all", *every, "enter choose")
        self.query_one(_Choices).lines_changed()

    def on_resize(self, event: Resize) -> None:
        """Fit the content to the new size of the terminal."""
        self.query_one(_Choices).styles.height = min(len(self._choices), max(1, event.size.height - AROUND))

    @property
    def moved_lines(self) -> LineView:
        """The lines that the movement keys move."""
        return self.query_one(_Choices)

    def action_take(self) -> None:
        """Choose the line under the cursor."""
        self.dismiss(self._choices[self.query_one(_Choices).at].value)

    def action_all(self) -> None:
        """Choose all, where that is offered."""
        if self._all_word:
            self.dismiss(0)

    def action_number(self, number: int) -> None:
        """Choose the line of this number, counted from 1."""
        if number <= len(self._choices):
            self.dismiss(self._choices[number - 1].value)


class Ask(_Modal[str]):
    """One line to type. Returns the text, or None. `check` returns what is wrong with it, or "" to accept."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", show=False)]

    def __init__(self, title: str, hint: str, check: Callable[[str], str]) -> None:
        super().__init__()
        self._title, self._hint, self._check = title, hint, check
        self._wrong = False  # whether it says what is wrong

    def content(self) -> Iterator[Widget]:
        """Yield the line to type, and one for a hint or an error."""
        line = OneLineInput(id="ask", compact=True)
        line.cursor_blink = False
        yield line
        yield Notice(id="overlay-foot")

    def on_mount(self) -> None:
        """Show the title and the keys."""
        self.show_title(self._title, "enter go")
        self._say(self._hint, "quiet")

    def _say(self, words: str, role: str) -> None:
        """Show words under the line, whole: on a narrow screen in several rows."""
        foot = self.query_one("#overlay-foot", Notice)
        foot.show_lines(
            [[(" ", "text"), *line] for line in wrapped([(words, role)], min(BOX, self.app.size.width) - 4)]
        )

    def on_input_changed(self, event: Input.Changed) -> None:
        """What was wrong is being mended: show the hint again."""
        event.stop()
        if self._wrong:
            self._wrong = False
            self._say(self._hint, "quiet")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return the text if `check` accepts it, else show what is wrong."""
        event.stop()
        wrong = self._check(event.value)
        if wrong:
            self._wrong = True
            self._say(wrong, "error")
        else:
            self.dismiss(event.value)


class _Text(LineView):
    def __init__(self) -> None:
        super().__init__(id="sheet")
        self._lines: Sequence[Sequence[Piece]] = ()

    def show(self, lines: Sequence[Sequence[Piece]]) -> None:
        """Replace the lines shown."""
        self._lines = lines
        self.lines_changed()

    def line_count(self) -> int:
        return len(self._lines)

    def draw(self, line: int, width: int) -> Strip:
        return self.strip([(" ", "text"), *self._lines[line]], width)


class Page(NamedTuple):
    """A page to read: its title, what makes its lines for a width in cells, and its word beside tab on the other."""

    title: str
    make: Callable[[int], Sequence[Sequence[Piece]]]
    word: str = "back"


class Sheet(LineActions, _Modal[None]):
    """A page to read, with another one behind it that tab turns to. The keys that open a page close it, too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *_MOVES,
        Binding("escape,q,enter,question_mark,f1,c", "dismiss(None)", show=False),
        Binding("tab,shift+tab", "turn", show=False),
    ]

    def __init__(self, title: str, make: Callable[[int], Sequence[Sequence[Piece]]], *others: Page) -> None:
        super().__init__()
        self._pages = [Page(title, make), *others]

    def content(self) -> Iterator[Widget]:
        """Yield the text."""
        yield _Text()

    def on_resize(self, event: Resize) -> None:
        """Fit the content to the new size of the terminal."""
        self._lay_out(*event.size)

    def _lay_out(self, width: int, height: int) -> None:
        page, *others = self._pages
        text = self.query_one(_Text)
        text.show(page.make(max(10, min(BOX, width) - 4)))
        most = max(1, height - AROUND)
        text.styles.height = min(text.line_count(), most)
        keys = [f"tab {others[0].word}"] if others else []
        self.show_title(page.title, *["↑↓ scroll"] * (text.line_count() > most), *keys)

    def action_turn(self) -> None:
        """Turn to the other page, where there is one."""
        if len(self._pages) > 1:
            self._pages = [*self._pages[1:], self._pages[0]]
            self._lay_out(*self.app.size)
            self.query_one(_Text).edge(last=False)

    @property
    def moved_lines(self) -> LineView:
        """The lines that the movement keys move."""
        return self.query_one(_Text)
