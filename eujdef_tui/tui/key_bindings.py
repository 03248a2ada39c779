"""The key table: bindings, footer, help, palette and the table of docs are made from it.

Nothing is imported here, so that `eujdef keys` answers without a screen.

No action lives only on alt, an F-key or ctrl+shift: those do not arrive everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["KEYS", "Key", "table", "words_at"]


@dataclass(frozen=True, slots=True)
class Key:
    """The keys of one action.

    `keys` are Textual's names, separated by commas; `shown` is how help and footer write them; `does` is the help's
    text. `words` are the footer's words, by where the focus is: "pane=read". The place "panes" is any of the three
    panes, "nothing" the empty list.
    """

    keys: str
    shown: str
    action: str
    does: str
    group: str
    words: str = ""

    def word(self, place: str) -> str:
        """Its word in the footer where the focus is in `place`, or ""."""
        words = dict(item.split("=") for item in self.words.split(", ") if item)
        return words.get(place, words.get("panes", "") if place not in ("search", "nothing") else "")


KEYS: tuple[Key, ...] = (
    Key("slash", "/", "search", "search everything: typing replaces the search before, → goes on with it", "Find",
        "panes=search, nothing=search"),
    Key("escape", "esc", "out", "one level out: reader, list, search cleared; never quits", "Find",
        "reader=back, detail=back, search=back, nothing=clear"),
    Key("ctrl+r", "^r", "searches", "earlier searches, to search again", "Find", "search=earlier"),
    Key("t", "t", "date", "go to a date on the timeline", "Find"),
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
    Key("pagedown,space", "PgDn", "page(1.0)", "a page down", "Move"),
    Key("pageup", "PgUp", "page(-1.0)", "a page up", "Move"),
    Key("ctrl+d", "^d", "page(0.5)", "half a page down", "Move"),
    Key("ctrl+u", "^u", "page(-0.5)", "half a page up", "Move"),
    Key("g,home", "g", "first", "to the first", "Move"),
    Key("G,end", "G", "last", "to the last", "Move"),
    Key("tab", "tab", "hop(1)", "to the next pane; while searching, complete the word, again for another",
        "Move", "panes=pane, search=complete"),
    Key("shift+tab", "S-tab", "hop(-1)", "to the pane before; while searching, the candidate before", "Move"),
    Key("enter", "enter", "enter", "read the fact; follow the link; list the facts on the sentence", "Read",
        "pane=read, search=to the list, detail=follow"),
    Key("n", "n", "sentence(1)", "next sentence of this fact, across its sources", "Read", "panes=next sentence"),
    Key("N", "N", "sentence(-1)", "the sentence before", "Read"),
    Key("f", "f", "facts", "list the facts that rest on the sentence under the cursor", "Read", "reader=facts here"),
    Key("J", "J", "fact(1)", "next fact, wherever the focus is", "Read", "reader=next fact"),
    Key("K", "K", "fact(-1)", "the fact before", "Read"),
    Key("backspace", "bksp", "back", "back to where a link was followed from", "Read"),
    Key("y", "y", "copy", "copy the fact with its citation: choose the form", "Take", "panes=copy"),
    Key("Y", "Y", "copy_again", "copy in the form chosen last", "Take"),
    Key("m", "m", "mark", "mark the fact, or take the mark off; marks are kept", "Take", "pane=mark"),
    Key("apostrophe", "'", "marks", "list the marked facts; y copies them all", "Take"),
    Key("c", "c", "card", "meeting card: the fact and its proof, large, to read out", "Take", "pane=card"),
    Key("ctrl+p", "^p", "app.command_palette", "command palette", "App"),
    Key("ctrl+l", "^l", "repaint", "draw the screen again", "App"),
    Key("ctrl+z", "^z", "app.suspend_process", "stop; the shell's fg comes back", "App"),
    Key("ctrl+c", "^c", "app.interrupt", "quit, pressed twice, from anywhere", "App"),
    Key("q", "q", "app.quit", "quit", "App"),
    Key("question_mark,f1", "?", "help", "this help", "App", "panes=help, nothing=help"),
)  # fmt: skip


def words_at(place: str) -> Iterator[tuple[str, str]]:
    """Yield (key, word) for each action that the footer names where the focus is."""
    for key in KEYS:
        word = key.word(place)
        if word:
            yield key.shown, word


def table() -> str:
    """The keys as a Markdown table."""
    rows = ["| key | what it does |", "| --- | --- |"]
    rows += [f"| `{key.shown}` | {key.does} |" for key in KEYS]
    return "\n".join(rows) + "\n"
