"""Keys are handled strictly one after another, and all effects of a key appear in one frame.

Textual gives a key to the widget that has the focus when the key arrives. Over a slow line keys arrive together, and
the letters of "/kallas" would go to the list, for the search line does not have the focus yet. Textual also draws as
soon as the first widget has changed, and the rest a sixtieth of a second later; here one frame shows all of it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from math import inf
from time import monotonic

from textual.dom import DOMNode
from textual.driver import Driver
from textual.events import Callback, Event, Key, Paste
from textual.widgets import Input

from eujdef_tui.tui.guarded_app import GuardedApp

__all__ = ["KeyQueue"]

MESSAGE_ROUNDS = 3  # of messages that one key may set off: enter → the line is submitted → the focus moves
LAYOUT_ROUNDS = 3  # a pane of another size changes what is in it, and a container asks for a second round
EDIT_KEYS = frozenset("backspace delete left right ctrl+u ctrl+w".split())  # keys of a line that print nothing
INDEPENDENT_KEYS = frozenset(
    "escape slash q question_mark f1 ctrl+l ctrl+c ctrl+z".split()
)  # keys whose effect no search result changes
CANCEL_AFTER = 1.0  # seconds after which esc drops the search that a key waits for
WIDGET_TIMEOUT = 0.5  # seconds to wait for a widget that does not answer because it is being removed
FRAME_INTERVAL = 0.1  # seconds after which a frame is drawn although more keys wait


class KeyQueue(GuardedApp):
    """An app that handles keys and pastes one at a time, in order."""

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class)
        self._pending_keys: deque[Event] = deque()
        self._waiting_since = inf  # when a key began to wait for a search

    @property
    def more_keys_wait(self) -> bool:
        """Whether more keys wait."""
        return len(self._pending_keys) > 1

    async def wait_for_answer(self) -> None:
        """Wait for the search that runs. A key that acts on its result waits for it; a letter does not."""

    async def key_begins(self, event: Event) -> None:
        """A key or a paste is about to be handled: all keys before it are done."""

    def takes_key(self, event: Event) -> bool:
        """Whether a key is used up before any widget is given it."""
        return False

    def cancel_answer(self) -> None:
        """Drop the search that a key waits for."""

    @property
    def busy(self) -> bool:
        """Whether a key is being handled or waits."""
        return bool(self._pending_keys)

    async def _ready(self) -> None:
        """Lay the first screen out and let its widgets settle in their sizes, so that one frame shows all of it.

        Textual 8.2 would draw a frame before its widgets know their sizes, and a sixtieth of a second later another.
        """
        await super()._ready()
        screen = self.screen
        with suppress(TimeoutError):
            async with asyncio.timeout(WIDGET_TIMEOUT):
                await self._flush_all([screen])
                await self._flush_busy()
            if screen._layout_required:
                await self._lay_out_once()
        screen.refresh()
        screen.call_next(screen._on_timer_update)

    async def on_event(self, event: Event) -> None:
        """Queue keys and pastes; handle any other event at once."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        if isinstance(event, Key) and event.key == "escape" and monotonic() > self._waiting_since + CANCEL_AFTER:
            self.cancel_answer()
        self._pending_keys.append(event)
        if len(self._pending_keys) == 1:
            self.run_worker(self._handle_keys())

    async def _handle_keys(self) -> None:
        clock = asyncio.get_running_loop().time
        due = clock() + FRAME_INTERVAL
        while self._pending_keys:
            with self.guarded():
                await self._handle_key(self._pending_keys[0])
            self._pending_keys.popleft()
            with self.guarded(), suppress(TimeoutError):
                if self._pending_keys:
                    self.screen.check_idle()  # what the batch held back is drawn within a sixtieth of a second
                else:
                    self.screen._on_timer_update()  # it is drawn now
                if self._pending_keys and clock() > due:
                    await asyncio.wait_for(self.screen.wait_for_refresh(), WIDGET_TIMEOUT)
                    due = clock() + FRAME_INTERVAL

    async def _handle_key(self, event: Event) -> None:
        if self._needs_answer(event):
            self._waiting_since = monotonic()
            try:
                await self.wait_for_answer()
            finally:
                self._waiting_since = inf
        with self.batch_update(), suppress(TimeoutError):
            self.forget_errors()
            await self.key_begins(event)
            if not self.takes_key(event):
                await super().on_event(event)
            await self._settle()
            await self._lay_out()

    async def show(self, change: Callable[[], None]) -> None:
        """Call `change`, and draw it in one frame with all that follows from it."""
        with self.batch_update(), suppress(TimeoutError):
            change()
            await self._settle()
            await self._lay_out()
        self.screen.check_idle()

    async def _settle(self) -> None:
        """Wait until the focused widget and its ancestors have handled their messages, and those that came of them."""
        async with asyncio.timeout(WIDGET_TIMEOUT):
            for nth in range(MESSAGE_ROUNDS):
                nodes = list((self.focused or self.screen).ancestors_with_self)
                if nth and not any(node.message_queue_size for node in nodes):
                    break
                await self._flush_all(nodes)

    async def _lay_out(self) -> None:
        """Lay the screen out now if it must be, so that its widgets are drawn in their new sizes at once.

        Textual 8.2 would draw a frame first, tell the widgets of their sizes, and draw what they change in another.
        """
        screen = self.screen
        if not screen._layout_required:
            return
        for _ in range(LAYOUT_ROUNDS):
            await self._lay_out_once()
            await self._settle()
            if not screen._layout_required:
                break
        screen.refresh()  # what changed its place is drawn when the batch ends

    async def _lay_out_once(self) -> None:
        """Lay the screen out, and wait until its widgets have taken their new sizes."""
        self.screen._layout_required = False
        self.screen._refresh_layout()
        async with asyncio.timeout(WIDGET_TIMEOUT):
            await self._flush_busy()

    def _needs_answer(self, event: Event) -> bool:
        """Whether a key acts on the result of the search before it."""
        if isinstance(event, Key) and event.key in INDEPENDENT_KEYS:
            return False
        typing = isinstance(self.focused, Input)
        edits = isinstance(event, Paste) or (isinstance(event, Key) and (event.is_printable or event.key in EDIT_KEYS))
        return not (typing and edits)

    async def _flush_busy(self) -> None:
        """Wait until those widgets of the screen that have messages have handled them."""
        await self._flush_all([node for node in self.screen.walk_children() if node.message_queue_size])

    async def _flush_all(self, nodes: Iterable[DOMNode]) -> None:
        for node in nodes:
            done = asyncio.Event()
            if node.post_message(Callback(callback=done.set)):
                await done.wait()
