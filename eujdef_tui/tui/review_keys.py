"""The keys of a review: bindings, footer and help are made of this table. Those of the explorer mean the same."""

from __future__ import annotations

from typing import NamedTuple

from eujdef_tui.tui.key_bindings import FooterWord

__all__ = ["FOOTERS", "KEYS", "Key"]


class Key(NamedTuple):
    """The keys of one action: Textual's names, how they are shown, the action, what it does ("" beside another one)."""

    keys: str
    shown: str
    action: str
    does: str
    group: str


KEYS: tuple[Key, ...] = (
    Key("a", "a", "keep", "keep, and on to the next; of a refused one (×) it says why not", "Decide"),
    Key("x", "x", "drop", "drop, and on to the next", "Decide"),
    Key("u", "u", "undo", "undo, any number of times, also what was decided before a restart", "Decide"),
    Key("A", "A", "keep_clean", "keep all clean ones in sight, as one step; never flagged or refused ones", "Decide"),
    Key("0", "0", "nothing", "nothing here: the sentence has no fact", "Decide"),
    Key("equals_sign", "=", "same", "same as one in the base: it gets this evidence", "Decide"),
    Key("e", "e", "words", "edit its words in one line; esc leaves them as they were", "Edit"),
    Key("d", "d", "date", "date: words or EDTF, read while you type; nothing takes it off", "Edit"),
    Key("w", "w", "who", "who: by number, or letters; of an event it adds or takes out", "Edit"),
    Key("s", "s S", "status(1)", "next status, the one before", "Edit"),
    Key("S", "S", "status(-1)", "", "Edit"),
    Key("T", "T t", "type(1)", "next type, the one before: event, statement, figure, agreement", "Edit"),
    Key("t", "t", "type(-1)", "", "Edit"),
    Key("i", "i I", "kind(1)", "next kind, the one before; 1 to 9 the kind of that number", "Edit"),
    Key("I", "I", "kind(-1)", "", "Edit"),
    *(Key(str(n), str(n), f"number({n})", "", "Edit") for n in range(1, 10)),
    Key("less_than_sign", "< >", "quote(-1)", "quote a clause shorter, longer; always words of the article", "Edit"),
    Key("greater_than_sign", ">", "quote(1)", "", "Edit"),
    Key("vertical_line", "|", "split", "split in two at a word of the quote: ← → move, enter splits", "Edit"),
    Key("down,j", "↓ j", "move(1)", "next draft", "Move"),
    Key("up,k", "↑ k", "move(-1)", "the draft before", "Move"),
    Key("n", "n N", "sentence(1)", "next sentence with an open draft, the one before", "Move"),
    Key("N", "N", "sentence(-1)", "", "Move"),
    Key("pagedown,space,ctrl+f", "PgDn", "page(1)", "a page down", "Move"),
    Key("pageup,ctrl+b", "PgUp", "page(-1)", "a page up", "Move"),
    Key("g,home", "g G", "edge(-1)", "first draft, last draft", "Move"),
    Key("G,end", "G", "edge(1)", "", "Move"),
    Key("f", "f", "facts", "what the base already has on this", "Read"),
    Key("slash", "/", "find", "find in the article; enter goes to the sentence", "Read"),
    Key("escape", "esc", "out", "leave what is typed as it was; never quits", "Read"),
    Key("ctrl+l", "^l", "app.repaint", "draw the screen again", "App"),
    Key("ctrl+z", "^z", "app.suspend_process", "stop; the shell's fg comes back", "App"),
    Key("ctrl+c", "^c", "app.interrupt", "quit, pressed twice, from anywhere", "App"),
    Key("q", "q", "app.quit", "quit; what is kept is written", "App"),
    Key("question_mark,f1", "?", "help", "this help", "App"),
)

FOOTERS: dict[str, tuple[FooterWord, ...]] = {
    "drafts": (
        FooterWord("a", "keep", "a"), FooterWord("x", "drop", "x"), FooterWord("e", "words", "e"),
        FooterWord("d", "date", "d"), FooterWord("w", "who", "w"), FooterWord("=", "same", "equals_sign"),
        FooterWord("0", "none", "0"), FooterWord("u", "undo", "u"), FooterWord("?", "help", "question_mark"),
    ),
    "typing": (FooterWord("enter", "take", "enter"), FooterWord("esc", "leave as it was", "escape")),
    "choosing": (
        FooterWord("1-9", "choose", "1"), FooterWord("letters", "find another", "a"),
        FooterWord("enter", "the first", "enter"), FooterWord("esc", "leave as it was", "escape"),
    ),
    "split": (
        FooterWord("enter", "split", "enter"), FooterWord("← →", "move the cut", "right"),
        FooterWord("esc", "leave as it was", "escape"),
    ),
}  # fmt: skip
