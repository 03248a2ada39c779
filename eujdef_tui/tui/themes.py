"""Promise: each theme can be read where it is worn: in all colours, in 256, in the terminal's own, and in none.

A theme says what colours there are; `app.tcss` says which role has which, and what a role looks like where
colours are few.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from textual.app import App
from textual.driver import Driver
from textual.filter import LineFilter, NoColor
from textual.theme import BUILTIN_THEMES, Theme

from eujdef_tui.system import terminal_capabilities as abilities
from eujdef_tui.tui.key_queue import KeyQueue

__all__ = ["THEMES", "ThemedApp"]


def _cursor(ink: str, paper: str, weight: str) -> dict[str, str]:
    """What the picked line looks like in lists of Textual's own, which know no reverse."""
    return {
        f"block-cursor-{name}": value
        for state in ("", "blurred-")
        for name, value in ((f"{state}foreground", ink), (f"{state}background", paper), (f"{state}text-style", weight))
    }


# Among 256 colours the nearest of each is near, and grounds stay apart: a grey is met by a grey only where its
# saturation is under 15 %.
DARK = Theme(
    name="dark",
    primary="#5fb0ff",
    secondary="#9aa4b3",
    accent="#5fb0ff",
    warning="#f2c55c",
    error="#ff7b72",
    success="#5fd787",
    foreground="#d8dee9",
    background="#0d1014",
    surface="#0d1014",
    panel="#2b2f36",
    dark=True,
    variables=_cursor("#d8dee9", "#2b2f36", "bold"),
)
LIGHT = Theme(
    name="light",
    primary="#0b57b7",
    secondary="#4d5866",
    accent="#0b57b7",
    warning="#7a4f00",
    error="#b3261e",
    success="#15702a",
    foreground="#22252b",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#e4e6ea",
    dark=False,
    variables=_cursor("#22252b", "#e4e6ea", "bold"),
)


def _own(name: str, proof: str, wrong: str) -> Theme:
    """A theme of the terminal's own ink and paper, with a colour for what proves and one for what is wrong."""
    ink = "ansi_default"
    names = ("ansi-background", "ansi-foreground", "border", "border-blurred", "input-selection-background")
    return Theme(
        name,
        *(ink, ink, proof, wrong, ink, ink, ink, ink, ink, ink),
        ansi=True,
        variables=_cursor(ink, ink, "bold underline") | dict.fromkeys(names, ink),
    )


ANSI = _own("ansi", "ansi_magenta", "ansi_red")  # the two that are read on black and on white alike
MONO = _own("mono", "ansi_default", "ansi_default")
THEMES = (DARK, LIGHT, ANSI, MONO)
_ABOUT = {
    "dark": "light words on a dark ground",
    "light": "dark words on a light ground",
    "ansi": "the terminal's own colours, and few of them",
    "mono": "no colours: weight, lines and reverse",
}

_COLOURLESS = NoColor()


class ThemedApp(KeyQueue):
    """An app that wears one of our themes: the one that fits the terminal, until another is chosen."""

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class)
        for name in BUILTIN_THEMES:
            self.unregister_theme(name)
        for theme in THEMES:
            self.register_theme(theme)
        colours = abilities.colours(os.environ, abilities.known(os.environ.get("TERM", "")))
        # set without a watcher: nothing is drawn yet that would have to be styled anew
        self.set_reactive(App.theme, abilities.theme(os.environ, colours))
        self.stylesheet.set_variables(self.get_css_variables())
        self.watch_theme(self.theme)

    def watch_theme(self, theme: str) -> None:
        """Tell style sheets (`:nocolor`) whether there is colour. NO_COLOR had its say when the first was chosen."""
        self.no_color = theme == "mono"

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What may still change a drawn line: nothing, but where there is no colour whatever has one loses it.

        Textual's own filters make the terminal's colours true ones, and under NO_COLOR black of its default ones.
        """
        return (_COLOURLESS,) if self.no_color else ()

    def search_themes(self) -> None:
        """List the themes to choose from."""
        from eujdef_tui.tui.overlays.modals import Choice, Choose

        names = [theme.name for theme in THEMES]
        choices = [Choice(name, _ABOUT[name], nth) for nth, name in enumerate(names)]
        self.push_screen(Choose("Colours", choices, at=names.index(self.theme)), self._wear)

    def _wear(self, nth: int | None) -> None:
        if nth is not None:
            self.theme = THEMES[nth].name
