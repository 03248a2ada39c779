"""The explorer itself under random keys and sizes: the difference shows what stock Textual shows, and all of it."""

from __future__ import annotations

import asyncio
import random
from typing import Any

import pytest
from textual import screen
from textual.events import Key, Resize
from textual.geometry import Size

from eujdef_tui.store import SHIPPED
from eujdef_tui.tui.app import Explorer
from eujdef_tui.tui.key_bindings import KEYS
from tests.helpers.explorer import base_of
from tests.helpers.long_form import LONG
from tests.helpers.terminal_screen import Glass, differences
from tests.tui.driver.test_textual_apps import FRAME, Both

pytestmark = pytest.mark.slow  # every cell of many frames is compared

# What ends the explorer, or hands its words to another program, is not among the keys tried.
UNTRIED = ("q", "ctrl+c", "ctrl+z", "y", "Y", "e", "o")
TRIED = [name for entry in KEYS for name in entry.keys.split(",") if name not in UNTRIED]
CHARACTERS = {"slash": "/", "enter": "\r", "question_mark": "?", "apostrophe": "'", "space": " "}
TYPED = 'kaljpn2024 é日"!:-'
SIZES = [(80, 24), (120, 36), (61, 17), (40, 12), (19, 5), (130, 40)]
OFTEN = 12  # keys between two looks at the whole screen


class Resizing(Both):
    """Both terminals, which may change their size. Just after that they are not compared: each shows what it likes."""

    compared = True

    def write(self, data: str) -> None:
        super().write(data)
        if not self.compared:
            self.different.clear()

    def resize(self, width: int, height: int) -> None:
        """Give both another size, with nothing on them."""
        self.grid.resize(width, height)
        self.stock, self.wire = Glass(width, height), Glass(width, height)
        self.compared = False
        self.process_message(Resize(Size(width, height), Size(width, height)))


async def _rest(app: Explorer) -> None:
    """Let the explorer do what was asked of it, and draw."""
    still = 0
    while still < 3:
        await asyncio.sleep(FRAME)
        still = 0 if app.busy else still + 1


async def _drive(seed: int, keys: int) -> None:
    chance = random.Random(seed)
    app: Any = Explorer(base_of(SHIPPED), driver_class=Resizing)
    async with app.run_test(headless=False, size=SIZES[0]) as pilot:
        driver: Any = app._driver
        await pilot.pause()
        pressed: list[str] = []
        for nth in range(keys):
            if nth % 97 == 96:
                pressed.append("×".join(map(str, size := chance.choice([size for size in SIZES if size != app.size]))))
                driver.resize(*size)
            elif chance.random() < 0.65:
                pressed.append(chance.choice(TRIED))
                driver.process_message(Key(pressed[-1], CHARACTERS.get(pressed[-1])))
            else:
                pressed.append(chance.choice(TYPED))
                driver.process_message(Key(pressed[-1], pressed[-1]))
            await _rest(app)
            assert not driver.different, (pressed[-8:], driver.different[:4])
            if nth % OFTEN == 0 or not driver.compared:
                await _look(app, driver, pressed)


def _cells(glass: Glass) -> list[list[Any]]:
    return [[glass.buffer[y][x] for x in range(glass.columns)] for y in range(glass.lines)]


async def _look(app: Explorer, driver: Any, pressed: list[str]) -> None:
    """Nothing was left undrawn: drawing the whole screen changes no cell. From then on both are alike."""
    shown, still = _cells(driver.wire), 0
    while still < 3:  # what opens or closes over the screen is drawn in its own time
        await asyncio.sleep(0.03)
        await _rest(app)
        still = still + 1 if _cells(driver.wire) == shown else 0
        shown = _cells(driver.wire)
    app.screen.refresh()
    await _rest(app)
    undrawn = [
        (y, x, was.data, now.data)
        for y, rows in enumerate(zip(shown, _cells(driver.wire), strict=True))
        for x, (was, now) in enumerate(zip(*rows, strict=True))
        if was != now
    ]
    assert not undrawn, (pressed[-12:], len(undrawn), undrawn[:8], app.screen)
    driver.compared = True
    driver.stock.dirty.update(range(driver.stock.lines))
    assert not list(differences(driver.stock, driver.wire)), pressed[-8:]


@pytest.mark.parametrize("seed", range(2))
def test_whatever_is_pressed_the_terminal_shows_what_stock_textual_shows(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "UPDATE_PERIOD", FRAME)
    monkeypatch.setenv("TMUX", "")
    asyncio.run(_drive(seed, 150 * LONG))
