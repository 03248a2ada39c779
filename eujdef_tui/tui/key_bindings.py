"""The key table: bindings, footer, help, palette and the table of docs are made from it.

Nothing of the screen is imported here, so that `eujdef keys` answers without one. Keys of the settings file are put in
by `tui/rebinding.py`.

No action lives only on alt, an F-key or ctrl+shift: those do not arrive everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from functools import cache
from typing import NamedTuple

__all__ = ["FOOTERS", "KEYS", "SHIPPED_KEYS", "FooterWord", "Key", "KeyTable", "table", "words_at"]


class Key(NamedTuple):
    """The keys of one action.

    `keys` are Textual's names, separated by commas; `shown` is how help and footer write them; `name` is what the
    settings file calls the action; `does` is what the help says.
    """

    keys: str
    shown: str
    action: str
    name: str
    does: str
    group: str


KEYS: tuple[Key, ...] = (
    Key("slash", "/", "search", "search", "search all; in the reader find in the article, twice: search all", "Find"),
    Key("escape", "esc", "out", "out", "one level out: find, zoom, pane, search dropped; never quits", "Find"),
    Key("ctrl+r", "^r", "searches", "earlier-searches", "earlier searches, to search again", "Find"),
    Key("t", "t", "date", "date", "go to a date on the timeline", "Find"),
    Key("0", "0", "view('all')", "all", "All: hits of every kind, or a first look", "Views"),
    Key("1", "1", "view('timeline')", "timeline", "Timeline", "Views"),
    Key("2", "2", "view('actors')", "actors", "Actors", "Views"),
    Key("3", "3", "view('agreements')", "agreements", "Agreements", "Views"),
    Key("4", "4", "view('statements')", "statements", "Statements", "Views"),
    Key("5", "5", "view('tensions')", "tensions", "Tensions", "Views"),
    Key("6", "6", "view('sources')", "sources", "Sources", "Views"),
    Key("left_square_bracket", "[", "turn(-1)", "prev-view", "the view before", "Views"),
    Key("right_square_bracket", "]", "turn(1)", "next-view", "the next view", "Views"),
    Key("down,j", "↓ j", "move(1)", "down", "down: a record, a link, a sentence", "Move"),
    Key("up,k", "↑ k", "move(-1)", "up", "up", "Move"),
    Key("pagedown,space,ctrl+f", "PgDn", "page(1.0)", "page-down", "a page down; ^f too", "Move"),
    Key("pageup,ctrl+b", "PgUp", "page(-1.0)", "page-up", "a page up; ^b too", "Move"),
    Key("ctrl+d", "^d", "page(0.5)", "half-down", "half a page down", "Move"),
    Key("ctrl+u", "^u", "page(-0.5)", "half-up", "half a page up; clears the search line while typing", "Move"),
    Key("x", "x", "count", "count", "a count for the next move: x5j five down, x12G the twelfth", "Move"),
    Key("g,home", "g", "first", "first", "to the first", "Move"),
    Key("G,end", "G", "last", "last", "to the last", "Move"),
    Key("tab", "tab", "hop(1)", "next-pane", "next pane; typing: next view with hits; completes a field", "Move"),
    Key("shift+tab", "S-tab", "hop(-1)", "prev-pane", "to the pane before; while typing, to the view before", "Move"),
    Key("enter", "enter", "enter", "read", "read the fact; follow the link; list the facts on the sentence", "Read"),
    Key("n", "n", "sentence(1)", "next-proof", "next match of a find; without one, next sentence of the fact", "Read"),
    Key("N", "N", "sentence(-1)", "prev-proof", "the match or the sentence before", "Read"),
    Key("z", "z", "zoom", "zoom", "this pane alone; again: all panes", "Read"),
    Key("f", "f", "facts", "facts-here", "list the facts that rest on the sentence under the cursor", "Read"),
    Key("J", "J", "fact(1)", "next-fact", "next fact, wherever the focus is", "Read"),
    Key("K", "K", "fact(-1)", "prev-fact", "the fact before", "Read"),
    Key("backspace", "bksp", "back", "back", "back to where a link was followed from", "Read"),
    Key("y", "y", "copy", "copy", "copy the fact with its citation: choose the form", "Take"),
    Key("Y", "Y", "copy_again", "copy-again", "copy in the form chosen last", "Take"),
    Key("m", "m", "mark", "mark", "mark the fact, or take the mark off; marks are kept", "Take"),
    Key("apostrophe", "'", "marks", "marks", "list the marked facts; y copies them all", "Take"),
    Key("c", "c", "card", "card", "meeting card: the fact and its proof, large, to read out", "Take"),
    Key("e", "e", "app.edit", "edit", "open the fact's line of the fact file in $VISUAL or $EDITOR", "Take"),
    Key("o", "o", "app.open_source", "open-source", "open the source's address in the browser", "Take"),
    Key("ctrl+p", "^p", "app.command_palette", "commands", "command palette; while typing, the fact above", "App"),
    Key("ctrl+l", "^l", "app.repaint", "redraw", "draw the screen again", "App"),
    Key("r", "r", "app.reload", "reload", "read the fact file anew once it has changed; the place stays", "App"),
    Key("d", "d", "app.changes", "changes", "what changed since the facts were looked at last", "App"),
    Key("ctrl+z", "^z", "app.suspend_process", "suspend", "stop; the shell's fg comes back", "App"),
    Key("ctrl+c", "^c", "app.interrupt", "interrupt", "quit, pressed twice, from anywhere", "App"),
    Key("q", "q", "app.quit", "quit", "quit", "App"),
    Key("question_mark,f1", "?", "help", "help", "this help; while typing F1, or ? on an empty line", "App"),
)  # fmt: skip


@cache
def _tokens() -> re.Pattern[str]:
    """A pattern of each key as it is shown. Compiled only where a key is another one: the start has no time for it."""
    shown = sorted({token for key in KEYS for token in key.shown.split()}, key=len, reverse=True)
    return re.compile("|".join(rf"(?<![\w^]){re.escape(token)}(?!\w)" for token in shown))


class KeyTable(NamedTuple):
    """The keys in force. `renamed` has, for each key that is another one now, how both are shown; "" for none.

    `keymap` is what Textual is told: names of actions, and their keys.
    """

    keys: tuple[Key, ...] = KEYS
    renamed: Mapping[str, str] = {}
    keymap: Mapping[str, str] = {}

    def shown(self, text: str) -> str:
        """Return a text that names keys as they are shipped ("n N", "0-6") with those in force."""
        if not self.renamed:
            return text
        found = _tokens().sub(lambda match: self.renamed.get(match[0], match[0]), text)
        return re.sub(r"(?<=\S) (?= |$)", "", found) if "  " not in text else found.rstrip()

    def without_app_actions_but(self, allowed: Container[str]) -> KeyTable:
        """Return the table without the keys of the app's own actions ("app.edit") whose name is not allowed."""
        kept = (key for key in self.keys if not key.action.startswith("app.") or key.action[4:] in allowed)
        return self._replace(keys=tuple(kept))

    def of(self, name: str) -> str:
        """Return how the first key of an action is shown."""
        return next(key.shown.split()[0] for key in self.keys if key.name == name)


SHIPPED_KEYS = KeyTable()


class FooterWord(NamedTuple):
    """A word of the footer: the keys as shown, what they do, and one of these keys by Textual's name."""

    shown: str
    word: str
    key: str


_VIEWS = FooterWord("0-6", "view", "2")
_COPY = FooterWord("y", "copy", "y")
_ZOOM = FooterWord("z", "zoom", "z")
_BACK = FooterWord("esc", "back", "escape")
_HELP = FooterWord("?", "help", "question_mark")
_HELP_TYPING = FooterWord("F1", "help", "f1")
_CLEAR = FooterWord("^u", "clear", "ctrl+u")

# Where the focus is → the words of the footer; the last stands at the right end.
FOOTERS: dict[str, tuple[FooterWord, ...]] = {
    "pane": (
        FooterWord("/", "search", "slash"), FooterWord("enter", "read", "enter"), _VIEWS, _COPY,
        FooterWord("c", "card", "c"), FooterWord("m", "mark", "m"), _ZOOM, _HELP,
    ),
    "detail": (
        FooterWord("↑↓", "link", "down"), FooterWord("enter", "follow", "enter"), FooterWord("n", "next sentence", "n"),
        _COPY, _BACK, _ZOOM, FooterWord("tab", "pane", "tab"), _HELP,
    ),
    "reader": (
        FooterWord("/", "find", "slash"), FooterWord("n", "next sentence", "n"), FooterWord("f", "facts here", "f"),
        FooterWord("J", "next fact", "J"), _COPY, _BACK, _ZOOM, _HELP,
    ),
    "find": (
        FooterWord("n N", "next, before", "n"), FooterWord("esc", "end the find", "escape"),
        FooterWord("enter", "facts here", "enter"), _ZOOM, _HELP,
    ),
    "finding": (
        FooterWord("enter", "keep", "enter"), FooterWord("esc", "end the find", "escape"), _CLEAR,
        FooterWord("/", "search everything", "slash"), _HELP_TYPING,
    ),
    "search": (
        FooterWord("↑↓", "pick", "down"), FooterWord("enter", "read", "enter"), FooterWord("tab", "narrow", "tab"),
        _CLEAR, _BACK, _HELP_TYPING,
    ),
    "searching-nothing": (
        FooterWord("↑↓", "a nearest fact", "down"), FooterWord("enter", "read as", "enter"), _CLEAR, _BACK,
        _HELP_TYPING,
    ),
    "nothing": (
        FooterWord("/", "search", "slash"), FooterWord("enter", "read as", "enter"),
        FooterWord("esc", "drop", "escape"), _VIEWS, _HELP,
    ),
}  # fmt: skip


# Where keys are typed into a line: they are the line's own, which no setting changes.
_LINES = ("search", "searching-nothing", "finding")


def words_at(place: str, keys: KeyTable = SHIPPED_KEYS) -> Iterator[tuple[str, str]]:
    """Yield (keys, word) for each word of the footer where the focus is."""
    for word in FOOTERS[place]:
        yield word.shown if place in _LINES else keys.shown(word.shown), word.word


def table(keys: KeyTable = SHIPPED_KEYS) -> str:
    """The keys as a Markdown table."""
    rows = ["| key | name | what it does |", "| --- | --- | --- |"]
    rows += [f"| `{key.shown}` | {key.name} | {key.does} |" for key in keys.keys]
    return "\n".join(rows) + "\n"
