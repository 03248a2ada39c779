"""The key table: bindings, footer, help, palette and the table of docs are made from it.

Nothing is imported here, so that `eujdef keys` answers without a screen.

No action lives only on alt, an F-key or ctrl+shift: those do not arrive everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["FOOTERS", "KEYS", "FooterWord", "Key", "table", "words_at"]


class Key(NamedTuple):
    """The keys of one action.

    `keys` are Textual's names, separated by commas; `shown` is how help and footer write them; `does` is what the help
    says.
    """

    keys: str
    shown: str
    action: str
    does: str
    group: str


KEYS: tuple[Key, ...] = (
    Key("slash", "/", "search", "search all; in the reader find in the article, twice: search all", "Find"),
    Key("escape", "esc", "out", "one level out: find, zoom, pane, search dropped; never quits", "Find"),
    Key("ctrl+r", "^r", "searches", "earlier searches, to search again", "Find"),
    Key("t", "t", "date", "go to a date on the timeline", "Find"),
    Key("0", "0", "view('all')", "All: hits of every kind, or a first look", "Views"),
    Key("1", "1", "view('timeline')", "Timeline", "Views"),
    Key("2", "2", "view('actors')", "Actors", "Views"),
    Key("3", "3", "view('agreements')", "Agreements", "Views"),
    Key("4", "4", "view('statements')", "Statements", "Views"),
    Key("5", "5", "view('tensions')", "Tensions", "Views"),
    Key("6", "6", "view('sources')", "Sources", "Views"),
    Key("left_square_bracket", "[", "turn(-1)", "the view before", "Views"),
    Key("right_square_bracket", "]", "turn(1)", "the next view", "Views"),
    Key("down,j", "↓ j", "move(1)", "down: a record, a link, a sentence", "Move"),
    Key("up,k", "↑ k", "move(-1)", "up", "Move"),
    Key("pagedown,space,ctrl+f", "PgDn", "page(1.0)", "a page down; ^f too", "Move"),
    Key("pageup,ctrl+b", "PgUp", "page(-1.0)", "a page up; ^b too", "Move"),
    Key("ctrl+d", "^d", "page(0.5)", "half a page down", "Move"),
    Key("ctrl+u", "^u", "page(-0.5)", "half a page up; clears the search line while typing", "Move"),
    Key("g,home", "g", "first", "to the first", "Move"),
    Key("G,end", "G", "last", "to the last", "Move"),
    Key("tab", "tab", "hop(1)", "next pane; while typing, next view with hits, or complete a field", "Move"),
    Key("shift+tab", "S-tab", "hop(-1)", "to the pane before; while typing, to the view before", "Move"),
    Key("enter", "enter", "enter", "read the fact; follow the link; list the facts on the sentence", "Read"),
    Key("n", "n", "sentence(1)", "next match of the find; without one, next sentence of this fact", "Read"),
    Key("N", "N", "sentence(-1)", "the match or the sentence before", "Read"),
    Key("z", "z", "zoom", "this pane alone; again: all panes", "Read"),
    Key("f", "f", "facts", "list the facts that rest on the sentence under the cursor", "Read"),
    Key("J", "J", "fact(1)", "next fact, wherever the focus is", "Read"),
    Key("K", "K", "fact(-1)", "the fact before", "Read"),
    Key("backspace", "bksp", "back", "back to where a link was followed from", "Read"),
    Key("y", "y", "copy", "copy the fact with its citation: choose the form", "Take"),
    Key("Y", "Y", "copy_again", "copy in the form chosen last", "Take"),
    Key("m", "m", "mark", "mark the fact, or take the mark off; marks are kept", "Take"),
    Key("apostrophe", "'", "marks", "list the marked facts; y copies them all", "Take"),
    Key("c", "c", "card", "meeting card: the fact and its proof, large, to read out", "Take"),
    Key("ctrl+p", "^p", "app.command_palette", "command palette; while typing, the fact above", "App"),
    Key("ctrl+l", "^l", "app.repaint", "draw the screen again", "App"),
    Key("r", "r", "app.reload", "read the fact file anew once it has changed; pick, query and place stay", "App"),
    Key("ctrl+z", "^z", "app.suspend_process", "stop; the shell's fg comes back", "App"),
    Key("ctrl+c", "^c", "app.interrupt", "quit, pressed twice, from anywhere", "App"),
    Key("q", "q", "app.quit", "quit", "App"),
    Key("question_mark,f1", "?", "help", "this help; while typing F1, or ? on an empty line", "App"),
)  # fmt: skip


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


def words_at(place: str) -> Iterator[tuple[str, str]]:
    """Yield (keys, word) for each word of the footer where the focus is."""
    for word in FOOTERS[place]:
        yield word.shown, word.word


def table() -> str:
    """The keys as a Markdown table."""
    rows = ["| key | what it does |", "| --- | --- |"]
    rows += [f"| `{key.shown}` | {key.does} |" for key in KEYS]
    return "\n".join(rows) + "\n"
