"""Textual's command palette, with the commands of `palette_commands`: each is found by its title and by its verbs."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.command import CommandInput, CommandPalette, DiscoveryHit, Hit, Hits, Provider

from eujdef_tui.tui.current_size import CurrentSize
from eujdef_tui.tui.palette_commands import ListsCommands
from eujdef_tui.tui.widgets.one_line_input import OneLineInput

__all__ = ["Palette"]

BY_VERB = 100.0  # the score of a command whose title or verb begins so: over all that Textual gives to its letters


class _Commands(Provider):
    """What the palette lists, and what it finds for what is typed."""

    async def discover(self) -> Hits:
        """Yield all commands, by their titles."""
        for one in sorted(cast("ListsCommands", self.app).commands(), key=lambda one: one.title):
            yield DiscoveryHit(one.title, one.callback, help=one.help)

    async def search(self, query: str) -> Hits:
        """Yield the commands with a title or a verb that begins so, and those that have the letters in their title."""
        matcher, word = self.matcher(query), query.strip().lower()
        for one in cast("ListsCommands", self.app).commands():
            begins = any(name.startswith(word) for name in (one.title.lower(), *one.verbs))
            score = BY_VERB if begins else matcher.match(one.title)
            if score > 0:
                yield Hit(score, matcher.highlight(one.title), one.callback, help=one.help)


class _CommandLine(CommandInput, OneLineInput):
    """Textual's line of the palette, which takes a paste whole. Textual 8 styles it by the first of its bases."""


class Palette(CurrentSize, CommandPalette):
    """Textual's command palette, on a screen that handles the present size alone and closes once."""

    CSS_PATH = Path(__file__).with_name("palette.tcss")  # read when it opens first: 3 % of a start

    def __init__(self) -> None:
        super().__init__({_Commands}, id="--command-palette")

    def compose(self) -> ComposeResult:
        """Yield what Textual does, with a line of our own, whose cursor does not blink."""
        for widget in super().compose():
            if isinstance(widget, CommandInput):
                line = _CommandLine(placeholder=widget.placeholder, select_on_focus=False)
                line.cursor_blink = False
                yield line
            else:
                yield widget

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close, unless it has closed: the second click of two, which Textual 8.2 hands to it, would close another."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    def on_mount(self) -> None:
        """Name the box."""
        self.query_one("#--container").border_title = "Commands"
