"""Small Textual programs to try a driver on: a list, wrapped text, a modal, an input, a table.

    python -m tests.helpers.textual_apps NAME

runs one on the terminal with the driver that sends differences, and ends with the app's return code.
"""

from __future__ import annotations

import os
import sys
from typing import ClassVar

os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import DataTable, Input, OptionList, Static

from eujdef_tui.errors import BaseFileError

__all__ = ["APPS"]

PROSE = """\
EU and Japan (日・EU) agreed on a security and defence partnership. 欧州連合と日本は、安全保障・防衛パートナーシップを
発表した。 “Turbo-charge” collaboration – café, naïve, cafe\u0301, ｶﾞ, 한국어, Ελληνικά, кириллица, العربية. """

_WORDS = PROSE.split()


def _rows(count: int) -> list[str]:
    return [f"{n:>3} {_WORDS[n % len(_WORDS)]} {_WORDS[n * 7 % len(_WORDS)]}" for n in range(count)]


class ListApp(App[None]):
    """A list, and beside it the words for what is picked."""

    CSS = "OptionList, Static { width: 1fr; height: 1fr }"
    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "quit"), ("z", "suspend_process", "stop")]

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield OptionList(*_rows(60))
            yield Static(id="words")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        words = Text(PROSE * (event.option_index % 3 + 1))
        words.highlight_words(["defence", "日"], "bold underline on red")
        self.query_one("#words", Static).update(words)

    def key_c(self) -> None:
        secret = "the value of a local variable"
        raise ValueError(f"crashed with {len(secret)} characters \x1b[2J")

    def key_e(self) -> None:
        raise BaseFileError("the base is \x1b[2Jdamaged", "start again")

    def key_s(self) -> None:
        with self.suspend():
            input("outside")

    def key_b(self) -> None:
        while True:  # busy, and never to answer again
            pass


class TextApp(App[None]):
    """Wrapped text of many scripts that scrolls, in styles of every kind."""

    CSS = "VerticalScroll { border: round green }"

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            for n, style in enumerate(("", "italic", "reverse", "strike red", "underline #ff8800 on blue", "dim bold")):
                yield Static(Text(PROSE * (n + 1), style))

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()


class Question(ModalScreen[None]):
    """Something that covers a part of the screen."""

    CSS = "Question { align: center middle } OptionList { width: 60%; height: 60% }"
    BINDINGS: ClassVar[list[BindingType]] = [("escape,m", "dismiss", "close")]

    def compose(self) -> ComposeResult:
        yield OptionList("yes", "no", "たぶん", "vielleicht", *_rows(9))


class ModalApp(ListApp):
    """The list, and a modal over it."""

    BINDINGS: ClassVar[list[BindingType]] = [("m", "ask", "ask")]

    def action_ask(self) -> None:
        self.push_screen(Question())


class InputApp(App[None]):
    """An input over a table that shows what matches."""

    BINDINGS: ClassVar[list[BindingType]] = [("alt+v", "told('chord')", "chord")]

    def compose(self) -> ComposeResult:
        input_ = Input(placeholder="日本 search")
        input_.cursor_blink = False
        yield input_
        yield Static("heard", id="told")
        yield DataTable[str](zebra_stripes=True)

    def on_mount(self) -> None:
        self.query_one(DataTable).add_columns("n", "日付", "words")
        self._fill("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def _fill(self, typed: str) -> None:
        table = self.query_one(DataTable)
        table.clear()
        table.add_rows(row.split() for row in _rows(12) if typed.strip() in row)

    def action_told(self, what: str) -> None:
        self.query_one("#told", Static).update(f"heard {what}")

    def key_escape(self) -> None:
        self.action_told("escape")


APPS: dict[str, type[App[None]]] = {"list": ListApp, "text": TextApp, "modal": ModalApp, "input": InputApp}

if __name__ == "__main__":
    from eujdef_tui.tui.driver.driver import DiffDriver

    app = APPS[sys.argv[1]](driver_class=DiffDriver)
    app.run()
    sys.exit(app.return_code)
