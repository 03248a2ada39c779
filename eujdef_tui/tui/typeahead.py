"""Promise: a key is looked at only when all that the keys before it asked for is done.

Textual gives a key to what has the focus when it arrives. Over a slow line keys arrive together, and the letters
of "/kallas" would go to the list, for the search line has not got the focus yet.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress

from textual.app import App
from textual.driver import Driver
from textual.events import Event, Key, Paste

__all__ = ["TypeAhead"]

ROUNDS = 3  # of messages that one key may set off: enter → the line is sent → the focus moves
PATIENCE = 0.5  # seconds after which what does not answer, for it is being taken down, is not waited for


class TypeAhead(App[None]):
    """An app that takes what is typed one key at a time, in order."""

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class)
        self._typed: deque[Event] = deque()

    @property
    def typing(self) -> bool:
        """Whether a key is not done yet."""
        return bool(self._typed)

    async def on_event(self, event: Event) -> None:
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        if len(self._typed) == 1:
            self.run_worker(self._act())

    async def _act(self) -> None:
        while self._typed:
            await super().on_event(self._typed[0])
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    for _ in range(ROUNDS):
                        await self._pass()
            self._typed.popleft()

    async def _pass(self) -> None:
        """Wait until what has the focus, and all above it, has done what was asked of it so far."""
        for node in list((self.focused or self.screen).ancestors_with_self):
            done = asyncio.Event()
            if node.call_later(done.set):
                await done.wait()
