"""The keys of a text that is checked: bindings, footer and help are made of this table."""

from __future__ import annotations

from typing import NamedTuple

from eujdef_tui.text.wrap import wrap
from eujdef_tui.tui.checked_lines import MARKS
from eujdef_tui.tui.widgets.line_view import Piece

__all__ = ["KEYS", "Key", "footer_of", "help_lines"]

ALWAYS = ("leave", "help")  # shown in the footer at every width


class Key(NamedTuple):
    """The keys of one action: Textual's names, how they are shown, the action, what it does, and that in a word."""

    keys: str
    shown: str
    action: str
    does: str
    word: str = ""


KEYS: tuple[Key, ...] = (
    Key("n", "n N", "unsupported(1)", "next sentence that is not supported, the one before", "not supported"),
    Key("N", "", "unsupported(-1)", ""),
    Key("down,j", "↓ j", "move(1)", "next sentence"),
    Key("up,k", "↑ k", "move(-1)", "the sentence before"),
    Key("pagedown,space,ctrl+f", "PgDn", "page(1)", "a page down"),
    Key("pageup,b,ctrl+b", "PgUp", "page(-1)", "a page up"),
    Key("g,home", "g G", "edge(0)", "first sentence, last sentence"),
    Key("G,end", "", "edge(1)", ""),
    Key("enter", "enter", "open", "open the fact in the explorer; esc there comes back", "open fact"),
    Key("l", "l", "names", "the known names in the sentence; one that is chosen is opened", "names"),
    Key("tab", "tab", "more", "more of the proof, and round to its beginning", "more proof"),
    Key("escape", "esc", "leave", "to the explorer; there the palette (^p) has the way back", "explorer"),
    Key("q", "q", "app.quit", "quit"),
    Key("question_mark,f1", "?", "help", "these keys, and the marks", "help"),
)


def _shown_width(key: Key) -> int:
    """The cells of a key in the footer, with the space before it."""
    return len(f"   {key.shown} {key.word}")


def footer_of(width: int) -> list[Piece]:
    """The keys of the footer, as many as have room."""
    left = width - sum(_shown_width(key) for key in KEYS if key.action in ALWAYS)
    pieces: list[Piece] = []
    for key in (key for key in KEYS if key.word):
        if key.action not in ALWAYS:
            if _shown_width(key) > left:
                continue
            left -= _shown_width(key)
        pieces += [(" " if not pieces else "   ", "text"), (key.shown, "key"), (f" {key.word}", "quiet")]
    return pieces


def help_lines(width: int) -> list[list[Piece]]:
    """The keys and the marks of the margin, wrapped to a width in cells."""
    marks = [(f"{glyph} {letter}", word) for word, (glyph, letter, _) in MARKS.items() if letter.strip()]
    more = [
        ("underlined", "a known name, or what differs; a click on a name opens it"),
        ("┃", "the sentence; bold the quote"),
    ]
    rows = [*((key.shown, key.does) for key in KEYS if key.does), *marks, *more]
    lines: list[list[Piece]] = []
    for left, right in rows:
        for start, end in wrap(right, max(10, width - 12)):
            lines.append([(f"{left:<12}", "key"), (right[start:end].rstrip(), "text")])
            left = ""
    return lines
