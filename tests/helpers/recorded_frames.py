"""What the driver sends while the explorer is driven by random keys: differences, and the same screens drawn whole."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from textual.driver import Driver
from textual.events import Key, Resize
from textual.geometry import Size

from eujdef_tui.store import SHIPPED
from eujdef_tui.tui.app import Explorer
from eujdef_tui.tui.driver.diff_renderer import DiffRenderer
from eujdef_tui.tui.driver.screen_buffer import ScreenBuffer, is_frame
from tests.helpers.explorer import base_of

__all__ = ["SIZE", "Step", "recorded", "sent"]

SIZE = WIDTH, HEIGHT = 80, 24
KEYS = [*"0123456jkjkJKnNmz?/ ", "down", "up", "pagedown", "pageup", "enter", "escape", "escape", "tab"]
TYPED = "kaljpn 2024"
# Terminals disagree on how many cells these take. They are laid over the screen, as words of a fact.
CLUSTERS = ["❤\ufe0f", "1\ufe0f\u20e3", "👩\u200d🔬", "👍🏽", "✅", "⌚", "🇪🇺", "e\u0301", "外", "a", " ", "● “…”"]
ROUNDS = 3  # without a message under way, after which a key is done


class Step(NamedTuple):
    """A key, what the driver sends for it, and what it sends to a terminal of which it knows nothing."""

    key: str
    difference: str
    whole: str


class Recorder(Driver):
    """Draws frames into a buffer and sends nothing."""

    def start_application_mode(self) -> None:
        self.buffer = ScreenBuffer(*SIZE)
        self.process_message(Resize(Size(*SIZE), Size(*SIZE)))

    def write(self, data: str) -> None:
        if is_frame(data):
            self.buffer.draw(data)

    def disable_input(self) -> None: ...
    def stop_application_mode(self) -> None: ...


def recorded(seed: int, keys: int) -> list[tuple[str, ScreenBuffer]]:
    """Drive the explorer on the shipped facts by so many random keys; each, and the screen after it."""
    return asyncio.run(_recorded(random.Random(seed), keys))


def sent(screens: Iterable[tuple[str, ScreenBuffer]], *, erases_to_background: bool) -> Iterator[Step]:
    """Yield what the driver sends for each screen, to a terminal that erases so."""
    renderer = DiffRenderer(erases_to_background)
    for key, screen in screens:
        yield Step(key, renderer.render(screen), DiffRenderer(erases_to_background).render(screen))


async def _recorded(chance: random.Random, keys: int) -> list[tuple[str, ScreenBuffer]]:
    app: Any = Explorer(base_of(SHIPPED), driver_class=Recorder)
    screens = list[tuple[str, ScreenBuffer]]()
    async with app.run_test(headless=False, size=SIZE) as pilot:
        await pilot.pause()
        for _ in range(keys):
            key = chance.choice(KEYS if chance.random() < 0.8 else TYPED)
            app._driver.process_message(Key(key, key if len(key) == 1 else None))
            still = 0
            while still < ROUNDS:
                await asyncio.sleep(0.001)
                still = 0 if app.busy else still + 1
            screens.append((key, _laid_over(app._driver.buffer, chance)))
    return screens


def _laid_over(buffer: ScreenBuffer, chance: random.Random) -> ScreenBuffer:
    screen = ScreenBuffer(*SIZE)
    screen.rows, screen.cursor = [row.copy() for row in buffer.rows], buffer.cursor
    for _ in range(chance.randrange(4)):
        words = "".join(chance.choices(CLUSTERS, k=chance.randrange(1, 5)))
        screen.draw(f"\x1b[{chance.randrange(HEIGHT) + 1};{chance.randrange(WIDTH - 16) + 1}H{words}\x1b[1;1H")
    return screen
