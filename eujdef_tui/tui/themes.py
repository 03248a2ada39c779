"""The four themes: dark, light, ansi (the terminal's own 16 colours) and mono (none), and the app that applies them.

A theme defines colours. `app.tcss` says which role has which colour, and `ansi.tcss` what a role looks like without.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from textual.app import App
from textual.driver import Driver
from textual.filter import LineFilter, NoColor
from textual.theme import BUILTIN_THEMES, Theme

from eujdef_tui.system import terminal_capabilities as abilities
from eujdef_tui.system.remembered_theme import first_theme, remember_theme
from eujdef_tui.tui.driver.cluster_cuts import cut_between_clusters
from eujdef_tui.tui.key_queue import KeyQueue
from eujdef_tui.tui.style_sheets import read_once

__all__ = ["THEMES", "ThemedApp"]


def _cursor(ink: str, paper: str, weight: str) -> dict[str, str]:
    """Return the style variables of the picked line in Textual's own lists, which have no reverse."""
    return {
        f"block-cursor-{name}": value
        for state in ("", "blurred-")
        for name, value in ((f"{state}foreground", ink), (f"{state}background", paper), (f"{state}text-style", weight))
    }


def _coloured_theme(
    name: str, *, text: str, ground: str, here: str, picked: str, quiet: str, match: str, proof: str, wrong: str,
    **others: str,
) -> Theme:  # fmt: skip
    """Return a theme with colours of its own. `others` are the roles for which Textual has no name."""
    return Theme(
        name,
        primary=here,
        secondary=quiet,
        accent=here,
        warning=proof,
        error=wrong,
        success=match,
        foreground=text,
        background=ground,
        surface=ground,
        panel=picked,
        dark=name == "dark",
        variables=_cursor(text, picked, "bold") | {role.replace("_", "-"): colour for role, colour in others.items()},
    )


# Each colour has a close one among the 256, and backgrounds stay distinct there: Textual maps a colour to a grey
# only where its saturation is under 15 %.
DARK = _coloured_theme(
    "dark",
    text="#d8dee9",
    ground="#0d1014",
    here="#5fb0ff",
    picked="#2b2f36",
    quiet="#9aa4b3",
    match="#5fd787",
    proof="#f2c55c",
    wrong="#ff7b72",
    title="#f2f5f9",
    idle="#7d8899",
    ahead="#5fd7d7",
    differ="#d7a6ff",
    rule="#4b5563",
    gutter="#f2c55c",
    proof_ground="#0d1014",
    quote_ground="#0d1014",
)
LIGHT = _coloured_theme(
    "light",
    text="#22252b",
    ground="#fbfaf7",
    here="#0b57b7",
    picked="#e4e6ea",
    quiet="#4d5866",
    match="#136327",
    proof="#22252b",
    wrong="#b3261e",
    title="#0c0e12",
    idle="#626c7a",
    ahead="#006a75",
    differ="#8427a8",
    rule="#b4bac3",
    gutter="#8a5a00",
    proof_ground="#fdf1cc",
    quote_ground="#ffdf80",
)
_OWN_NAMES = ("title", "idle", "ahead", "differ", "rule", "proof-ground", "quote-ground")


def _terminal_theme(name: str, proof: str, wrong: str) -> Theme:
    """Return a theme of the terminal's default colours, with one colour for evidence and one for errors."""
    ink = "ansi_default"
    names = ("ansi-background", "ansi-foreground", "border", "border-blurred", "input-selection-background")
    return Theme(
        name,
        *(ink, ink, proof, wrong, ink, ink, ink, ink, ink, ink),
        ansi=True,
        variables=_cursor(ink, ink, "bold underline") | dict.fromkeys((*names, *_OWN_NAMES), ink) | {"gutter": proof},
    )


ANSI = _terminal_theme("ansi", "ansi_magenta", "ansi_red")  # the two of the 16 that are legible on black and on white
MONO = _terminal_theme("mono", "ansi_default", "ansi_default")
THEMES = (DARK, LIGHT, ANSI, MONO)
_DESCRIPTIONS = {
    "dark": "light words on a dark ground",
    "light": "dark words on a light ground",
    "ansi": "the terminal's own colours, and few of them",
    "mono": "no colours: weight, lines and reverse",
}

_COLOURLESS = NoColor()


class ThemedApp(KeyQueue):
    """An app with our themes: the one chosen last or one that fits the terminal, until the user chooses another."""

    kiosk = False  # a shared box remembers nothing

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        cut_between_clusters()
        super().__init__(driver_class)
        for name in BUILTIN_THEMES:
            self.unregister_theme(name)
        for theme in THEMES:
            self.register_theme(theme)
        colours = abilities.colours(os.environ, abilities.known(os.environ.get("TERM", "")))
        # set_reactive runs no watcher: nothing is drawn yet that would need new styles
        self.set_reactive(App.theme, first_theme(os.environ, colours))
        self.stylesheet.set_variables(self.get_css_variables())
        self.watch_theme(self.theme)

    def watch_theme(self, theme: str) -> None:
        """Set `no_color`, which style sheets read as `:nocolor`, and read what they say of the terminal's own colours.

        NO_COLOR was read when the first theme was chosen.
        """
        self.no_color = theme == "mono"
        if theme in (ANSI.name, MONO.name):
            read_once(self.stylesheet, "ansi.tcss")

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters of drawn lines: none, or one that removes every colour.

        Textual's own filters turn ANSI colours into true ones, and default colours into black under NO_COLOR.
        """
        return (_COLOURLESS,) if self.no_color else ()

    def search_themes(self) -> None:
        """List the themes to choose from."""
        from eujdef_tui.tui.overlays.modals import Choice, Choose

        names = [theme.name for theme in THEMES]
        choices = [Choice(name, _DESCRIPTIONS[name], nth) for nth, name in enumerate(names)]
        self.push_screen(Choose("Colours", choices, at=names.index(self.theme)), self._apply)

    def _apply(self, nth: int | None) -> None:
        if nth is not None:
            self.theme = THEMES[nth].name
            if not self.kiosk:
                remember_theme(self.theme)
                self.tell_theme()

    def tell_theme(self) -> None:
        """Say what hinders a chosen theme from being the next start's."""
