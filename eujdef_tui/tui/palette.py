"""Textual's command palette, with the commands of `palette_commands`: each is found by its title and by its verbs."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from typing import cast

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.command import Command, CommandInput, CommandList, CommandPalette, Hit
from textual.content import Content
from textual.fuzzy import Matcher
from textual.message import Message
from textual.style import Style
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from eujdef_tui.tui.current_size import CurrentSize
from eujdef_tui.tui.palette_commands import ListsCommands
from eujdef_tui.tui.widgets.one_line_input import OneLineInput

__all__ = ["Palette"]

_TOLD = (Input.Changed, Input.Submitted, OptionList.OptionMessage)  # by the widgets of the palette
BY_VERB = 100.0  # the score of a command whose title or verb begins so: over all that Textual gives to its letters


class _CommandLine(CommandInput, OneLineInput):
    """Textual's line of the palette, which takes a paste whole. Textual 8 styles it by the first of its bases."""


class Palette(CurrentSize, CommandPalette):
    """Textual's command palette, on a screen that handles the present size alone, closes once, and fills at once.

    Textual 8.2 fills it by a worker, over tasks and timers that may outlive the list which they fill: in one walk of
    100,000 keys that ended in an error.
    """

    CSS_PATH = Path(__file__).with_name("palette.tcss")  # read when it opens first: 3 % of a start

    def __init__(self) -> None:
        super().__init__(set(), id="--command-palette")

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

    async def _dispatch_message(self, message: Message) -> None:
        """Handle a message, but what its widgets tell once it has closed: by then they may be gone."""
        if not isinstance(message, _TOLD) or self in self.app.screen_stack:
            await super()._dispatch_message(message)

    def _gather_commands(self, search_value: str) -> None:  # type: ignore[override]
        """List what is found for what is typed: Textual calls it when the palette opens, and after each change."""
        quiet = Style.from_styles(self.get_component_styles("command-palette--help-text"))
        found = []
        for nth, (shown, hit) in enumerate(self._found(search_value)):
            hint = Content.from_markup(hit.help or "").stylize_before(quiet)
            found.append(Command(Content("\n").join((shown, hint)), hit, id=str(nth)))
        options = self.query_one(CommandList)
        self._refresh_command_list(options, found, True)
        if not found:
            options.add_option(Option("No matches found", id=self._NO_MATCHES, disabled=True))
            self._list_visible = True
        self.add_class("-ready")  # by which Textual shows the box

    def _found(self, query: str) -> Iterator[tuple[Content, Hit]]:
        """Yield the commands with a title or a verb that begins so, and those that have the letters in their title.

        Where nothing is typed it is all, by their titles.
        """
        commands = cast("ListsCommands", self.app).commands()
        style = self.get_visual_style("command-palette--highlight", partial=True)
        matcher, word = Matcher(query, match_style=style), query.lower()
        for one in commands if query else sorted(commands, key=attrgetter("title")):
            begins = any(name.startswith(word) for name in (one.title.lower(), *one.verbs))
            score = BY_VERB if begins else matcher.match(one.title)
            if score > 0:
                shown = matcher.highlight(one.title) if query else Content.from_markup(one.title)
                yield shown, Hit(score, one.title, one.callback, help=one.help)
