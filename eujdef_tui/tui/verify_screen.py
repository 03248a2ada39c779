"""A text held against the base on the screen: the text left with verdicts in its margin, the proof of one right.

`text_to_check` asks for a text. A fact is opened in the explorer below; esc there comes back.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.events import Resize
from textual.screen import Screen

from eujdef_tui.store import Base
from eujdef_tui.text.shorten import shorten
from eujdef_tui.text.wrap import wrap
from eujdef_tui.tui.checked_lines import MARKS, proof_lines
from eujdef_tui.tui.current_size import CurrentSize
from eujdef_tui.tui.layout import is_tiny
from eujdef_tui.tui.overlays.modals import Choice, Choose, Sheet
from eujdef_tui.tui.screen_actions import ScreenActions
from eujdef_tui.tui.style_sheets import read_once
from eujdef_tui.tui.widgets.bars import Bar, Divider, Rule
from eujdef_tui.tui.widgets.checked_text import CheckedText
from eujdef_tui.tui.widgets.draft_list import SheetLines
from eujdef_tui.tui.widgets.line_view import Piece, width_of
from eujdef_tui.verify.checking import Checked, Checker
from eujdef_tui.verify.draft_text import cleaned_draft
from eujdef_tui.verify.verdict import VERDICTS

__all__ = ["KEYS", "VerifyScreen"]

STACKED = 60  # columns under which the proof stands under the text
AT_ONCE = 40  # sentences that are checked between two frames
ALWAYS = ("leave", "help")  # shown in the footer at every width
UNSUPPORTED = ("differs", "no source")


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
    Key("escape", "esc", "leave", "to the explorer; esc there comes back", "explorer"),
    Key("q", "q", "app.quit", "quit"),
    Key("question_mark,f1", "?", "help", "these keys, and the marks", "help"),
)


def _shown_width(key: Key) -> int:
    """The cells of a key in the footer, with the space before it."""
    return len(f"   {key.shown} {key.word}")


class VerifyScreen(CurrentSize, Screen[None]):
    """A text with its verdicts."""

    AUTO_FOCUS = "#checked-text"
    BINDINGS: ClassVar[list[BindingType]] = [Binding(key.keys, key.action, show=False) for key in KEYS]

    def __init__(self, base: Base, text: str, name: str) -> None:
        """`name` says which text it is."""
        super().__init__()
        read_once(self.app.stylesheet, "verify.tcss")
        self._base, self._draft, self._called = base, cleaned_draft(text), name
        self._checking: Iterator[Checked] = iter(())
        self._whole = False
        self._message = ""
        self.lines = CheckedText(self._draft, id="checked-text")
        self.proof = SheetLines(id="checked-proof")
        self.head, self.footer, self.tiny = (Bar(id=n) for n in ("checked-head", "checked-footer", "tiny"))
        self.rule = Rule(id="checked-rule")

    def compose(self) -> ComposeResult:
        """Yield the widgets from top to bottom."""
        yield self.head
        with Container(id="checked-body"):
            yield self.lines
            yield Divider(id="checked-divider")
            with Container(id="checked-side"):
                yield self.rule
                yield self.proof
        yield self.footer
        yield self.tiny

    def on_mount(self) -> None:
        """Check the first sentences, and the others between frames."""
        self.tiny.show([("Needs 20×6 or more", "text")])
        self._lay_out()
        self._checking = Checker(self._base, self._draft).check(self._draft)
        self._check_some()
        self._first()
        if not self._whole:
            self.run_worker(self._check_all())

    def on_resize(self, event: Resize) -> None:
        """Lay the screen out for its new size."""
        self._lay_out()
        self.call_after_refresh(self._show)

    def _lay_out(self) -> None:
        width, rows = self.app.size
        self.set_class(is_tiny(width, rows), "-tiny")
        self.set_class(width < STACKED, "-stacked")

    def _check_some(self) -> None:
        some = list(islice(self._checking, AT_ONCE))
        self._whole = len(some) < AT_ONCE
        self.lines.add(some)

    async def _check_all(self) -> None:
        while not self._whole and self.is_attached:
            await asyncio.sleep(0)
            self._check_some()
            self._show()

    def _first(self) -> None:
        """Put the cursor on the first sentence that is not supported, else on the first that can be."""
        words = [one.verdict.word for one in self.found]
        wanted = (n for n, word in enumerate(words) if word in UNSUPPORTED)
        self._go(next(wanted, next((n for n, word in enumerate(words) if word == "supported"), 0)))

    @property
    def found(self) -> list[Checked]:
        """What is checked so far."""
        return self.lines.found

    @property
    def current(self) -> Checked | None:
        """The sentence under the cursor."""
        return self.found[self.lines.at] if self.found else None

    # --- what is shown ---

    def _go(self, nth: int) -> None:
        self._message = ""
        if self.found:
            self.lines.go(nth)
        self.proof.scroll_to(y=0, animate=False, force=True, immediate=True)
        self._show()

    def _say(self, message: str) -> None:
        self._message = message
        self._show()

    def _show(self) -> None:
        """Show the counts, the proof of the sentence under the cursor, and the keys."""
        counts = Counter(one.verdict.word for one in self.found)
        width = self.app.size.width
        told: list[Piece] = []
        for word in VERDICTS[:3]:
            glyph, letter, role = MARKS[word]
            name = f" {word}  " if width >= STACKED else " "
            told += [(f"{glyph}{letter} {counts[word]}", role), (name, "quiet")]
        if not self._whole:
            told.append(("checking… ", "quiet"))
        room = width - width_of(told) - 10
        self.head.show([(" verify", "title"), (f" · {shorten(self._called, room)}" * (room > 3), "text")], told)
        one = self.current
        if one is None:
            self.rule.show([("no sentence to check", "title")])
        else:
            place = f"{self.lines.at + 1} of {len(self.found)}"
            glyph, _, role = MARKS[one.verdict.word]
            self.rule.show([(f"{glyph} {one.verdict.word}".strip(), role)], [(place, "quiet")])
            self.proof.show_lines(proof_lines(self._base, one, self.proof.size.width or width // 2))
        self._show_footer(width)

    def _show_footer(self, width: int) -> None:
        if self._message:
            self.footer.show([(f" {self._message}", "accent")])
            return
        left = width - sum(_shown_width(key) for key in KEYS if key.action in ALWAYS)
        pieces: list[Piece] = []
        for key in (key for key in KEYS if key.word):
            if key.action not in ALWAYS:
                if _shown_width(key) > left:
                    continue
                left -= _shown_width(key)
            pieces += [(" " if not pieces else "   ", "text"), (key.shown, "key"), (f" {key.word}", "quiet")]
        self.footer.show(pieces)

    # --- what keys do ---

    def action_move(self, by: int) -> None:
        """Move the cursor by sentences."""
        self._go(self.lines.at + by)

    def action_page(self, by: int) -> None:
        """Move the cursor by a page."""
        self._go(self.lines.nth_on_page(by))

    def action_edge(self, last: int) -> None:
        """Go to the first sentence, or to the last."""
        self._go((len(self.found) - 1) * last)

    def action_unsupported(self, by: int) -> None:
        """Go to the next sentence that is not supported, round to the first."""
        odd = [n for n, one in enumerate(self.found) if one.verdict.word in UNSUPPORTED]
        if not odd:
            self._say("No sentence differs, and none is without a source")
            return
        ahead = [n for n in odd if (n - self.lines.at) * by > 0]
        self._go((ahead or odd)[0 if by > 0 else -1])

    def action_more(self) -> None:
        """Scroll the proof by a page; at its end back to its beginning."""
        page = max(1, self.proof.size.height - 1)
        top = self.proof.scroll_offset.y
        ended = top + self.proof.size.height >= self.proof.line_count()
        self.proof.scroll_to(y=0 if ended else top + page, animate=False, force=True, immediate=True)

    def on_checked_text_picked(self, message: CheckedText.Picked) -> None:
        """Pick the sentence that was clicked; open the record whose name was, if it is picked."""
        again = message.nth == self.lines.at
        self._go(message.nth)
        named = next((one for one in self.found[message.nth].named if one.start <= message.place < one.end), None)
        if again and named:
            self._open(named.ids[0])

    def action_open(self) -> None:
        """Open the fact of the sentence in the explorer."""
        if self.current and self.current.verdict.fact:
            self._open(self.current.verdict.fact.id)
        else:
            self._say("No fact is near: there is nothing to open")

    def action_names(self) -> None:
        """List the known names in the sentence."""
        ids = dict.fromkeys(name for one in (self.current.named if self.current else ()) for name in one.ids)
        if not ids:
            self._say("The base has no name that stands in this sentence")
            return
        listed = list(ids)
        choices = [Choice(self._base.title_of(name), name, nth) for nth, name in enumerate(listed)]
        self.app.push_screen(Choose("Names in this sentence", choices), lambda nth: self._chosen(listed, nth))

    def _chosen(self, listed: list[str], nth: int | None) -> None:
        if nth is not None:
            self._open(listed[nth])

    def _open(self, wanted: str) -> None:
        """Show a record in the explorer, from where esc comes back to here."""
        main = self._below()
        if n := main.base.number(wanted):
            main.go_to(n)
            main.focus_list()
        self.action_leave()
        main.show_message("esc goes back to the text")

    def action_leave(self) -> None:
        """Go to the explorer, from where esc comes back to here."""
        self._below().come_back = self.come_back
        if not self.app.is_screen_installed(self):
            for name, screen in list(self.app._installed_screens.items()):
                if isinstance(screen, VerifyScreen):  # of a text before
                    self.app.uninstall_screen(name)
            self.app.install_screen(self, f"checked-{id(self)}")  # it is left, and not closed
        self.app.pop_screen()

    def come_back(self) -> None:
        """Show the text again, checked anew where the facts were read anew meanwhile."""
        base = self._below().base
        self.app.push_screen(self if base is self._base else VerifyScreen(base, self._draft, self._called))

    def _below(self) -> ScreenActions:
        main = self.app.screen_stack[0]
        assert isinstance(main, ScreenActions)
        return main

    def action_help(self) -> None:
        """Show the keys and the marks."""
        self.app.push_screen(Sheet("Help: a text that is checked", _help_lines))


def _help_lines(width: int) -> list[list[Piece]]:
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
