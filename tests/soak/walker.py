"""An explorer that is sent bytes, clicks and sizes as a terminal sends them, and the terminal that it draws on."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any, NamedTuple
from unittest.mock import patch

from textual import screen
from textual.app import ScreenStackError
from textual.driver import Driver
from textual.events import Resize
from textual.geometry import Size

from eujdef_tui.store import Base
from eujdef_tui.tui.app import Explorer
from eujdef_tui.tui.driver.diff_renderer import DiffRenderer
from eujdef_tui.tui.driver.input_parser import Chord, InputParser
from eujdef_tui.tui.driver.screen_buffer import ScreenBuffer, is_frame
from tests.helpers.explorer import Driver as Reader
from tests.helpers.terminal_screen import Glass

__all__ = ["Step", "Terminal", "Walker", "walker"]

FRAME = 0.001  # seconds between frames; Textual takes 1/60


class Step(NamedTuple):
    """What a person does: bytes that arrive in one write, or with `size` another size of the terminal."""

    data: bytes = b""
    size: tuple[int, int] | None = None

    def __str__(self) -> str:
        return "×".join(map(str, self.size)) if self.size else repr(self.data)[1:]


class Terminal(Driver):
    """Draws frames into a buffer and their differences on a glass (if `glazed`); parses input as `DiffDriver` does."""

    glazed = True

    def start_application_mode(self) -> None:
        width, height = self._size or (80, 24)
        self.parser = InputParser(mouse=True, delay=0.0)
        self.renderer = DiffRenderer(erases_to_background=True)
        self.aside: ScreenBuffer | None = None  # where a redraw for comparison goes
        self.frames = 0
        self.grid, self.glass = ScreenBuffer(width, height), Glass(width, height)
        self.process_message(Resize(Size(width, height), Size(width, height)))

    def write(self, data: str) -> None:
        if not is_frame(data):
            return
        if self.aside is not None:
            self.aside.draw(data)
            return
        self.frames += 1
        self.grid.draw(data)
        self._render()

    def _render(self) -> None:
        text = self.renderer.render(self.grid)
        if self.glazed:
            self.glass.feed(text)

    def resize(self, width: int, height: int) -> None:
        """Take a size, as `DiffDriver` does: what the terminal then shows is unknown; of the old size, anew."""
        self.glass = Glass(width, height)
        self.renderer.invalidate()
        if (width, height) == (self.grid.width, self.grid.height):
            self._render()
            return
        self._size = width, height
        self.grid.resize(width, height)
        self.process_message(Resize(Size(width, height), Size(width, height)))

    def take(self, data: bytes) -> None:
        """Handle input that arrives in one write, and the time that passes after it."""
        self._dispatch(self.parser.feed(data, 0.0))
        self._dispatch(self.parser.timeout(0.0))

    def _dispatch(self, events: Iterable[Any]) -> None:
        for event in events:
            for message in self._resolved(event) if isinstance(event, Chord) else (event,):
                self.process_message(message)

    def _resolved(self, event: Chord) -> Iterable[Any]:
        try:
            bound = event.chord.key in self._app.active_bindings
        except ScreenStackError:
            bound = False
        return (event.chord,) if bound else event.keys

    def disable_input(self) -> None: ...
    def stop_application_mode(self) -> None: ...


class Walker(Reader):
    """An explorer on such a terminal."""

    @property
    def terminal(self) -> Terminal:
        """Its terminal."""
        driver = self.app._driver
        assert isinstance(driver, Terminal)
        return driver

    @property
    def alive(self) -> bool:
        """Whether it runs, and no error has been raised in it."""
        return self.app.is_running and self.app._exception is None

    async def take(self, step: Step) -> None:
        """Do a step, and wait until all that follows from it is shown."""
        if step.size:
            frames, drawn = self.terminal.frames, self.app.size == step.size
            self.terminal.resize(*step.size)
            for _ in range(1000):  # Textual tells a screen of its size in a later round, in some of its own time
                if drawn or not self.alive:
                    break
                await asyncio.sleep(FRAME)
                drawn = self.app.screen.size == step.size and self.terminal.frames > frames
        else:
            self.terminal.take(step.data)
        await self.rest()

    async def rest(self) -> None:
        """Wait until nothing more is done, and draw it."""
        quiet = 0
        while quiet < 2 and self.alive:
            while self.app.busy and self.alive:
                await asyncio.sleep(0)
            await self.app.wait_for_answer()
            await self.pilot._wait_for_screen(timeout=5)
            quiet = 0 if self.app.busy else quiet + 1
        if self.alive:
            for shown in self.app.screen_stack:
                shown._on_timer_update()

    def redrawn(self) -> ScreenBuffer:
        """The whole screen as it would be drawn now on an empty terminal."""
        terminal, shown = self.terminal, self.app.screen
        terminal.aside = ScreenBuffer(terminal.grid.width, terminal.grid.height)
        try:
            self.app._display(
                shown, shown._compositor.render_update(full=True, screen_stack=self.app._background_screens)
            )
            return terminal.aside
        finally:
            terminal.aside = None


@asynccontextmanager
async def walker(base: Base, size: tuple[int, int] = (80, 24), *, glazed: bool = True) -> AsyncIterator[Walker]:
    """Open an explorer on a base, with no state."""
    around = {
        "EUJDEF_STATE": f"{os.devnull}/none",
        "EUJDEF_THEME": "dark",
        "TMUX": "",
        "STY": "",
        "TERM": "xterm-256color",
    }
    with patch.dict(os.environ, around), patch.object(screen, "UPDATE_PERIOD", FRAME), patch("webbrowser.open"):
        driver_class = type("Glazed", (Terminal,), {"glazed": glazed})
        app = Explorer(base, driver_class=driver_class)
        async with app.run_test(headless=False, size=size) as pilot:
            await pilot.pause()
            yield Walker(app, pilot)
