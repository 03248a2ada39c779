"""Promise: a key is looked at only when all that the keys before it asked for is done, and is drawn at once or not.

Textual gives a key to what has the focus when it arrives. Over a slow line keys arrive together, and the letters
of "/kallas" would go to the list, for the search line has not got the focus yet. It also draws as soon as the
first widget has something to show, and the rest a sixtieth of a second later; here one frame shows all of it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from math import inf
from time import monotonic

from textual.app import App
from textual.driver import Driver
from textual.events import Callback, Event, Key, Paste
from textual.widgets import Input

__all__ = ["KeyQueue"]

ROUNDS = 3  # of messages that one key may set off: enter → the line is sent → the focus moves
EDITS = frozenset("backspace delete left right ctrl+u ctrl+w".split())  # keys of a line that print nothing
FREE = frozenset(
    "escape tab shift+tab slash q question_mark f1 ctrl+l ctrl+p ctrl+c ctrl+z".split()
)  # what no answer changes
LONG = 1.0  # seconds after which esc gives up the answer that a key waits for
PATIENCE = 0.5  # seconds after which what does not answer, for it is being taken down, is not waited for
FRAME = 0.1  # seconds after which a frame is shown although more keys wait


class KeyQueue(App[None]):
    """An app that takes what is typed one key at a time, in order."""

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class)
        self._typed: deque[Event] = deque()
        self._since = inf  # when a key began to wait for an answer

    @property
    def hurried(self) -> bool:
        """Whether more keys wait."""
        return len(self._typed) > 1

    async def wait_for_answer(self) -> None:
        """Wait until what was typed is answered: a key that acts on an answer waits for it, and a letter does not."""

    def cancel_answer(self) -> None:
        """Wait for that answer no longer."""

    @property
    def typing(self) -> bool:
        """Whether a key is not done yet."""
        return bool(self._typed)

    async def on_event(self, event: Event) -> None:
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        if isinstance(event, Key) and event.key == "escape" and monotonic() > self._since + LONG:
            self.cancel_answer()
        self._typed.append(event)
        if len(self._typed) == 1:
            self.run_worker(self._act())

    async def _act(self) -> None:
        clock = asyncio.get_running_loop().time
        due = clock() + FRAME
        while self._typed:
            if self._waits(self._typed[0]):
                self._since = monotonic()
                await self.wait_for_answer()
                self._since = inf
            with self.batch_update(), suppress(TimeoutError):
                await super().on_event(self._typed[0])
                await self._done()
            self._typed.popleft()
            self.screen.check_idle()  # what was held back is drawn
            if self._typed and clock() > due:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self.screen.wait_for_refresh(), PATIENCE)
                due = clock() + FRAME

    async def show(self, change: Callable[[], None]) -> None:
        """Change what is on the screen, in one frame with all that follows from it."""
        with self.batch_update(), suppress(TimeoutError):
            change()
            await self._done()
        self.screen.check_idle()

    async def _done(self) -> None:
        async with asyncio.timeout(PATIENCE):
            for _ in range(ROUNDS):
                await self._pass()

    def _waits(self, event: Event) -> bool:
        """Whether a key acts on the answer to what was typed before it."""
        if isinstance(event, Key) and event.key in FREE:
            return False
        typing = isinstance(self.focused, Input)
        written = isinstance(event, Paste) or (isinstance(event, Key) and (event.is_printable or event.key in EDITS))
        return not (typing and written)

    async def _pass(self) -> None:
        """Wait until what has the focus, and all above it, has done what was asked of it so far."""
        for node in list((self.focused or self.screen).ancestors_with_self):
            done = asyncio.Event()
            if node.post_message(Callback(callback=done.set)):
                await done.wait()
