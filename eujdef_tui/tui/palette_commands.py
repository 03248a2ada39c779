"""The commands of the palette: saved searches, what the keys do by name, marks, a text to check, export, colours.

The verbs that also find a command are those of the command line and of linear mode that do the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple, Protocol

from eujdef_tui.linear.command_table import COMMANDS
from eujdef_tui.tui.key_bindings import Key
from eujdef_tui.tui.main_screen import MainScreen

__all__ = ["ListsCommands", "PaletteCommand", "palette_commands"]

_MARKS = (
    ("Mark all that is listed", "mark_listed", "mark all"),
    ("Take all marks off", "unmark_all", "unmark all"),
    ("Undo the last change of marks", "undo_marks", "undo"),
)
_ALSO = {"changes": ("diff",), "copy": ("cite",), "read": ("show",), "help": ("keys",)}  # verbs of the command line
_APP = ("changes", "reload")  # of the app's own actions those that are listed by their keys


class PaletteCommand(NamedTuple):
    """A command of the palette: `help` stands under its title, `verbs` find it too."""

    title: str
    help: str
    callback: Callable[[], Any]
    verbs: tuple[str, ...] = ()


class ListsCommands(Protocol):
    """An app that has a palette."""

    def commands(self) -> Iterator[PaletteCommand]:
        """Yield what the palette lists."""


def _named(key: Key) -> tuple[str, ...]:
    """The verbs that do what a key does."""
    return (*_ALSO.get(key.name, ()), *(one.name for one in COMMANDS if key.name in one.keys))


def _help(says: str, verbs: tuple[str, ...], title: str) -> str:
    """What stands under a title, with the verbs that it does not have."""
    others = [verb for verb in verbs if verb not in title.lower()]
    return " · ".join((says, *others))


def _literal(text: str) -> str:
    """Write a text so that the palette, to which all is markup, shows it as it is.

    `rich.markup.escape` leaves brackets that Textual 8.2 takes for tags.
    """
    return text.replace("[", "\\[")


def palette_commands(
    main: MainScreen, searches: Mapping[str, str], choose_theme: Callable[[], None], *, kiosk: bool
) -> Iterator[PaletteCommand]:
    """Yield what the palette lists; `searches` are saved ones, name → query. A `kiosk` exports nothing."""

    def does(title: str, says: str, action: str, *verbs: str) -> PaletteCommand:
        return PaletteCommand(title, _help(says, verbs, title), partial(main.run_action, action), verbs)

    if main.checked:
        yield PaletteCommand("Back to the text (verify)", "with its verdicts", main.checked, ("verify", "back"))
    for name, query in searches.items():
        yield PaletteCommand(_literal(f"Search: {name}"), _literal(query), partial(main.ask, query))
    for key in main.keys.keys:
        if key.group not in ("Move", "App") or key.name in _APP:
            yield does(key.does[:1].upper() + key.does[1:], f"key {key.shown}", key.action, *_named(key))
    for title, action, verb in _MARKS:
        yield does(title, "marks", action, verb)
    if not kiosk:
        yield does("Check a text…", "each sentence against the facts", "check_text", "check", "verify")
        for what in ("listed", "marked"):
            yield does(f"Export what is {what}", "into a file, in any format", f"export_{what}", "export")
    yield PaletteCommand("Change the colours (theme: dark, light)", "or the terminal's own, or none", choose_theme)
    yield does("Help", f"key {main.keys.of('help')}", "help", "help", "keys")
    yield does("Quit", f"key {main.keys.of('quit')}", "app.quit", "quit")
