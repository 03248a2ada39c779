"""A text held against the base on the screen: the text left with verdicts in its margin, the proof of one right.

`text_to_check` asks for a text. A fact is opened in the explorer below; esc there comes back. A text that is left is
kept, and the palette leads back to it.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from functools import partial
from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.events import Event, Resize
from textual.screen import Screen

from eujdef_tui.errors import BaseFileError
from eujdef_tui.store import Base
from eujdef_tui.text.shorten import shorten
from eujdef_tui.tui.checked_lines import MARKS, proof_lines
from eujdef_tui.tui.current_size import CurrentSize
from eujdef_tui.tui.daemon_thread import in_daemon_thread
from eujdef_tui.tui.key_hints import HintsAtKeys, without_effect
from eujdef_tui.tui.layout import is_tiny
from eujdef_tui.tui.overlays.modals import Choice, Choose, Sheet
from eujdef_tui.tui.screen_actions import ScreenActions
from eujdef_tui.tui.style_sheets import read_once
from eujdef_tui.tui.verify_keys import KEYS, footer_of, help_lines
from eujdef_tui.tui.widgets.bars import Bar, Divider, Rule
from eujdef_tui.tui.widgets.checked_text import CheckedText
from eujdef_tui.tui.widgets.draft_list import SheetLines
from eujdef_tui.tui.widgets.line_view import Piece, width_of
from eujdef_tui.verify.checking import Checked, Checker
from eujdef_tui.verify.draft_text import cleaned_draft
from eujdef_tui.verify.verdict import VERDICTS

__all__ = ["VerifyScreen"]

STACKED = 60  # columns under which the proof stands under the text
AT_ONCE = 40  # sentences that are checked between two frames
SLICE = 0.05  # seconds after which the sentences checked so far are shown, however few they are
PAUSE = 0.02  # seconds between them, in which keys are handled and a frame is drawn
UNSUPPORTED = ("differs", "no source")


class VerifyScreen(HintsAtKeys, CurrentSize, Screen[None]):
    """A text with its verdicts."""

    AUTO_FOCUS = "#checked-text"
    BINDINGS: ClassVar[list[BindingType]] = [Binding(key.keys, key.action, show=False) for key in KEYS]

    def __init__(self, base: Base, text: str, name: str) -> None:
        """`name` says which text it is."""
        super().__init__()
        read_once(self.app.stylesheet, "verify.tcss")
        self._base, self._draft, self._called = base, cleaned_draft(text), name
        self._checking: Iterator[Checked] = iter(())
        self._own: Base | None = None  # the same base, for the thread and the checker that is made in it
        self._whole = False
        self._moved = False  # whether the user has put the cursor somewhere
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
        """Show that the text is being checked, and check it."""
        self.tiny.show([("Needs 20×6 or more", "text")])
        self._lay_out()
        self._show()
        self.run_worker(self._check_all())

    def on_unmount(self) -> None:
        """Give up what is still prepared."""
        if self._own is not None:
            self._own.interrupt()

    def on_resize(self, event: Resize) -> None:
        """Lay the screen out for its new size."""
        self._lay_out()
        self.call_after_refresh(self._show)

    def _lay_out(self) -> None:
        width, rows = self.app.size
        self.set_class(is_tiny(width, rows), "-tiny")
        self.set_class(width < STACKED, "-stacked")

    async def _check_all(self) -> None:
        """Check the sentences once the frame that says so is drawn, some between two frames."""
        while self.app._batch_count:  # within a batch Textual 8.2 draws nothing, and calls back at once
            await asyncio.sleep(0)
        drawn = asyncio.Event()
        self.call_after_refresh(drawn.set)
        await drawn.wait()
        failed = BaseFileError("the text could not be checked", "eujdef doctor looks at the base")
        self._own = self._base.reopen()  # 5,000 facts whose preparation was not kept take nine seconds
        checker = await in_daemon_thread(partial(Checker, self._own, self._draft), failed)
        self._checking = checker.check(self._draft)
        while not self._whole and self.is_attached:
            self._check_some()
            await asyncio.sleep(0 if self._whole else PAUSE)

    def _check_some(self) -> None:
        """Check some sentences; the cursor goes to the first that is not supported until the user has moved it."""
        some: list[Checked] = []
        due = monotonic() + SLICE
        for one in self._checking:
            some.append(one)
            if len(some) >= AT_ONCE or monotonic() > due:
                break
        else:
            self._whole = True
        self.lines.add(some)
        if not self._moved and (first := self._first()) != self.lines.at:
            self._go(first)
        self._show()

    def _first(self) -> int:
        """The first sentence that is not supported, else the first that can be, of those that are checked."""
        words = [one.verdict.word for one in self.found]
        wanted = (n for n, word in enumerate(words) if word in UNSUPPORTED)
        return next(wanted, next((n for n, word in enumerate(words) if word == "supported"), 0))

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
            checking = f"Checking {shorten(self._called, max(8, width // 2 - 20))}…"
            self.rule.show([("no sentence to check" if self._whole else checking, "title")])
        else:
            place = f"{self.lines.at + 1} of {len(self.found)}"
            glyph, _, role = MARKS[one.verdict.word]
            self.rule.show([(f"{glyph} {one.verdict.word}".strip(), role)], [(place, "quiet")])
            self.proof.show_lines(proof_lines(self._base, one, self.proof.size.width or width // 2))
        self.footer.show([(f" {self._message}", "accent")] if self._message else footer_of(width))

    # --- what keys do ---

    def hint_at(self, event: Event) -> None:
        """Say of what does nothing where the keys are listed; what was said of the key before is unsaid."""
        if self._message:
            self._say("")
        if words := without_effect(self, event):
            self._say(f"{words}: ? lists the keys, esc goes to the explorer")

    def _move_to(self, nth: int) -> None:
        self._moved = True
        self._go(nth)

    def action_move(self, by: int) -> None:
        """Move the cursor by sentences."""
        self._move_to(self.lines.at + by)

    def action_page(self, by: int) -> None:
        """Move the cursor by a page."""
        self._move_to(self.lines.nth_on_page(by))

    def action_edge(self, last: int) -> None:
        """Go to the first sentence, or to the last."""
        self._move_to((len(self.found) - 1) * last)

    def action_unsupported(self, by: int) -> None:
        """Go to the next sentence that is not supported, round to the first."""
        odd = [n for n, one in enumerate(self.found) if one.verdict.word in UNSUPPORTED]
        if not odd:
            self._say(
                "No sentence differs, and none is without a source"
                if self._whole
                else "None so far: the text is still being checked"
            )
            return
        ahead = [n for n in odd if (n - self.lines.at) * by > 0]
        self._move_to((ahead or odd)[0 if by > 0 else -1])

    def action_more(self) -> None:
        """Scroll the proof by a page; at its end back to its beginning."""
        page = max(1, self.proof.size.height - 1)
        top = self.proof.scroll_offset.y
        ended = top + self.proof.size.height >= self.proof.line_count()
        self.proof.scroll_to(y=0 if ended else top + page, animate=False, force=True, immediate=True)

    def on_checked_text_picked(self, message: CheckedText.Picked) -> None:
        """Pick the sentence that was clicked; open the record whose name was, if it is picked."""
        again = message.nth == self.lines.at
        self._move_to(message.nth)
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
        self._moved = True
        self._leave()
        main.come_back = self.come_back
        main.show_message("esc goes back to the text")

    def action_leave(self) -> None:
        """Go to the explorer."""
        self._leave()
        main = self._below()
        main.show_message(f"{main.keys.of('commands')} verify goes back to the text")

    def _leave(self) -> None:
        """Close; the text is kept, so that the palette leads back to it."""
        main = self._below()
        main.come_back, main.checked = None, self.come_back
        if not self.app.is_screen_installed(self):
            for name, screen in list(self.app._installed_screens.items()):
                if isinstance(screen, VerifyScreen):  # of a text before
                    self.app.uninstall_screen(name)
                    screen.remove()  # else it lives on, with all facts that it was checked by: 6 MB
            self.app.install_screen(self, f"checked-{id(self)}")  # it is left, and not closed
        self.app.pop_screen()

    def come_back(self) -> None:
        """Show the text again, checked anew where the facts were read anew meanwhile."""
        if self in self.app.screen_stack:
            return
        base = self._below().base
        self.app.push_screen(self if base is self._base else VerifyScreen(base, self._draft, self._called))

    def _below(self) -> ScreenActions:
        main = self.app.screen_stack[0]
        assert isinstance(main, ScreenActions)
        return main

    def action_help(self) -> None:
        """Show the keys and the marks."""
        self.app.push_screen(Sheet("Help: a text that is checked", help_lines))
