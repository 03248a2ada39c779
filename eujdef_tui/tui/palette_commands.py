"""The commands of the palette: saved searches, what the keys do by name, marks, export, colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from textual.app import SystemCommand

from eujdef_tui.tui.main_screen import MainScreen

__all__ = ["palette_commands"]

_MARKS = (
    ("Mark all that is listed", "mark_listed"),
    ("Take all marks off", "unmark_all"),
    ("Undo the last change of marks", "undo_marks"),
)


def _literal(text: str) -> str:
    """Write a text so that the palette, to which all is markup, shows it as it is.

    `rich.markup.escape` leaves brackets that Textual 8.2 takes for tags.
    """
    return text.replace("[", "\\[")


def palette_commands(
    main: MainScreen, searches: Mapping[str, str], choose_theme: Callable[[], None], *, kiosk: bool
) -> Iterator[SystemCommand]:
    """Yield what the palette lists; `searches` are saved ones, name → query. A `kiosk` exports nothing."""
    for name, query in searches.items():
        yield SystemCommand(_literal(f"Search: {name}"), _literal(query), partial(main.ask, query))
    for key in main.keys.keys:
        if key.group not in ("Move", "App"):
            yield SystemCommand(key.does.capitalize(), f"key {key.shown}", partial(main.run_action, key.action))
    for title, action in _MARKS:
        yield SystemCommand(title, "marks", partial(main.run_action, action))
    if not kiosk:
        yield SystemCommand("Check a text…", "each sentence against the facts", partial(main.run_action, "check_text"))
        for what in ("listed", "marked"):
            does = partial(main.run_action, f"export_{what}")
            yield SystemCommand(f"Export what is {what}", "into a file, in any format", does)
    yield SystemCommand("Change the colours (theme: dark, light)", "or the terminal's own, or none", choose_theme)
    yield SystemCommand("Help", f"key {main.keys.of('help')}", partial(main.run_action, "help"))
    yield SystemCommand("Quit", f"key {main.keys.of('quit')}", partial(main.run_action, "app.quit"))
