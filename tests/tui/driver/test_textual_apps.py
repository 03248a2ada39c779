"""What real Textual programs draw, seen through both byte streams after every key."""

from __future__ import annotations

import asyncio
import random
from typing import Any

import pytest
from textual import screen
from textual.driver import Driver
from textual.events import Key, Resize
from textual.geometry import Size

from eujdef_tui.tui.driver.diff_renderer import DiffRenderer
from eujdef_tui.tui.driver.screen_buffer import ScreenBuffer, is_frame
from tests.helpers.long_form import LONG
from tests.helpers.terminal_screen import Glass, differences
from tests.helpers.textual_apps import APPS

pytestmark = pytest.mark.slow  # real terminals

FRAME = 0.001  # seconds between frames; Textual takes 1/60
MOVES = ["up", "down", "pageup", "pagedown", "home", "end", "tab", "left", "right", "enter", "backspace"]
CHARACTERS = "mm 日Ja5é"


class Both(Driver):
    """Shows every frame on two terminals: as Textual wrote it, and as the difference."""

    def start_application_mode(self) -> None:
        width, height = self._size or (80, 24)
        self.grid, self.painter = ScreenBuffer(width, height), DiffRenderer(erases_to_background=True)
        self.stock, self.wire = Glass(width, height), Glass(width, height)
        self.bytes = [0, 0]
        self.pressed: list[str] = []
        self.different: list[Any] = []
        self.process_message(Resize(Size(width, height), Size(width, height)))

    def write(self, data: str) -> None:
        if is_frame(data):
            self.grid.draw(data)
            text = self.painter.render(self.grid)
            self.stock.feed(data)
            self.wire.feed(text)
            self.different += differences(self.stock, self.wire)
            self.bytes[0] += len(data.encode())
            self.bytes[1] += len(text.encode())

    def disable_input(self) -> None: ...
    def stop_application_mode(self) -> None: ...


async def _settle() -> None:
    """Let the app hear a key and draw what follows from it."""
    for _ in range(10):
        await asyncio.sleep(0)
    await asyncio.sleep(FRAME)
    for _ in range(10):
        await asyncio.sleep(0)


async def _drive(name: str, size: tuple[int, int], keys: int) -> Both:
    chance = random.Random(name)
    app = APPS[name](driver_class=Both)
    async with app.run_test(headless=False, size=size) as pilot:
        driver: Any = app._driver
        await pilot.pause()
        for _ in range(keys):
            character = chance.choice(CHARACTERS)
            driver.pressed.append(chance.choice(MOVES) if chance.random() < 0.7 else character)
            driver.process_message(Key(driver.pressed[-1], character if driver.pressed[-1] == character else None))
            await _settle()
            assert not driver.different, (name, driver.pressed[-5:], driver.different)
    both: Both = driver
    return both


@pytest.mark.parametrize(
    ("name", "size", "keys"),
    [("list", (30, 8), 700), ("text", (36, 8), 1_050), ("modal", (26, 8), 150), ("input", (33, 8), 600)],
)
def test_every_cell_is_what_stock_textual_shows_after_every_key(
    name: str, size: tuple[int, int], keys: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "UPDATE_PERIOD", FRAME)
    driver = asyncio.run(_drive(name, size, keys * LONG))
    assert driver.bytes[1] * 2 < driver.bytes[0]  # how much less is for the benchmark: slow machines draw fewer frames
