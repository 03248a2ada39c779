"""Press keys in an app of ours, and read what its screen shows: what drivers of the explorer and of a review share."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from unittest.mock import patch

from textual.keys import _character_to_key
from textual.pilot import Pilot

from eujdef_tui.tui.themes import ThemedApp

__all__ = ["ScreenDriver"]

ROUNDS = 2  # of messages that may still be under way: the picked record → its sheet


async def _at_once(_: float) -> None:
    """Wait for nothing."""


@dataclass(frozen=True, slots=True)
class ScreenDriver:
    """An app on a screen of its own."""

    app: ThemedApp
    pilot: Pilot[None]

    @property
    def lines(self) -> list[str]:
        """The screen as text, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        """The screen as text."""
        return "\n".join(self.lines)

    async def press(self, *keys: str) -> None:
        """Press keys, by their names, and wait until all their effects are shown."""
        with patch("textual.app.wait_for_idle", _at_once):  # Textual's own wait is 40 ms for every key
            await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type into what has the focus."""
        await self.press(*(_character_to_key(char) for char in text))

    async def settle(self) -> None:
        """Wait until the keys are done, and the messages that they set off."""
        rounds = 0
        while rounds < ROUNDS and self.app.is_running:
            while self.app.busy and self.app.is_running:  # a round of messages to every widget costs 2 ms, this nothing
                await asyncio.sleep(0)
            await self.pilot._wait_for_screen()
            rounds = 0 if self.app.busy else rounds + 1
        self.app.screen._on_timer_update()
