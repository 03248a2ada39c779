"""The app of a review: one screen, and a thread that writes what is kept when a sentence is left."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import ClassVar

from eujdef_tui.tui.app import GC_THRESHOLD, INTERRUPTED  # first: it sets up what textual reads when it is imported

# isort: split
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.events import Event, Key
from textual.screen import Screen

from eujdef_tui.draft.alike import Base
from eujdef_tui.draft.review import Review
from eujdef_tui.text.unicode import clean, one_line
from eujdef_tui.tui.driver.driver import DiffDriver
from eujdef_tui.tui.review_keys import KEYS
from eujdef_tui.tui.review_screen import ReviewScreen
from eujdef_tui.tui.themes import ThemedApp

__all__ = ["ReviewApp", "run"]

Write = Callable[[], Callable[[], str]]  # on the loop: what is kept now; in a thread: written, and what to say of it


class ReviewApp(ThemedApp, inherit_bindings=False):
    """The app: one review."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [Path(__file__).with_name(name) for name in ("app.tcss", "review.tcss")]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key.keys, key.action.removeprefix("app."), show=False, priority=True)
        for key in KEYS
        if key.keys in ("ctrl+c", "ctrl+z", "ctrl+l")
    ]

    def __init__(
        self,
        review: Review,
        base: Base,
        title: str,
        *,
        note: str = "",
        write: Write | None = None,
        driver_class: type[Driver] = DiffDriver,
    ) -> None:
        """`write` is called when a sentence is left; None where nothing is written."""
        super().__init__(driver_class)
        self.review = review
        self.title = f"review · {title}"
        self.main = ReviewScreen(review, base, title, note, self._decided)
        self._write = write
        self._written = len(review.decisions)  # decisions that are in the file, or are being written
        self._sentence = self._place()
        self._writing = False
        self._interrupted = False

    def on_ready(self) -> None:
        """Turn garbage collection on again once the first screen is shown."""
        gc.freeze()
        gc.set_threshold(GC_THRESHOLD)
        gc.enable()

    def get_default_screen(self) -> Screen[None]:
        """The one screen, at the bottom of the stack."""
        return self.main

    def _place(self) -> int:
        return self.review.current.sentence if self.review.current else -1

    def _decided(self) -> None:
        """Write what is kept, if a sentence was left since it was decided."""
        place, self._sentence = self._sentence, self._place()
        new = len(self.review.decisions) > self._written
        if self._write and not self._writing and new and place != self._sentence:
            self._writing = True
            self._written = len(self.review.decisions)
            self.run_worker(self._write_now(self._write()))

    async def _write_now(self, job: Callable[[], str]) -> None:
        try:
            said = await asyncio.to_thread(job)
        finally:
            self._writing = False
        if said:
            self.main.say(said)

    async def key_begins(self, event: Event) -> None:
        """Any other key than ctrl+c makes the next one the first again; the message goes."""
        if not (isinstance(event, Key) and event.key == "ctrl+c"):
            self._interrupted = False
        self.main.forget_message()

    def tell_error(self, error: Exception) -> None:
        """Say that an error was met."""
        name, what = type(error).__name__, one_line(clean(str(error)))
        self.main.say(f"An error was left behind, all is saved: {name}{': ' * bool(what)}{what}")

    def action_interrupt(self) -> None:
        """Quit when ctrl+c is pressed twice in a row; at the first press, say so."""
        if self._interrupted:
            self.exit(return_code=INTERRUPTED)
            return
        self._interrupted = True
        self.main.say("Press ^c again to quit; all that was decided is saved")

    def action_repaint(self) -> None:
        """Draw the whole screen again, as after another program wrote over it."""
        if isinstance(self._driver, DiffDriver):
            self._driver.invalidate()


def run(review: Review, base: Base, title: str, note: str, write: Write | None) -> int:
    """Review until the user leaves; what is kept is then written. Returns the exit code."""
    app = ReviewApp(review, base, title, note=note, write=write)
    app.run()
    return app.return_code or 0
