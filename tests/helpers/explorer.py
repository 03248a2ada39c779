"""Drive the explorer by its keys, and read what its screen shows.

@driven
async def test_…() -> None:
    async with explorer() as at:
        await at.press("2", "enter")
        assert at.place == "reader"
"""

from __future__ import annotations

import asyncio
import functools
import os
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ParamSpec, TypeVar
from unittest.mock import patch

from rich.style import Style
from textual.events import Paste
from textual.widget import Widget

from eujdef_tui.store import Base, open_base
from eujdef_tui.tui.app import Explorer
from eujdef_tui.tui.main_screen import MainScreen
from eujdef_tui.tui.user_settings import UserSettings
from eujdef_tui.tui.widgets.article_reader import ArticleReader
from eujdef_tui.tui.widgets.bars import Bar, Rule
from eujdef_tui.tui.widgets.detail_pane import DetailPane
from eujdef_tui.tui.widgets.record_list import RecordList
from tests.helpers.places import METRE
from tests.helpers.screen_driver import ScreenDriver

DAY = "2026-01-15"

P = ParamSpec("P")
W = TypeVar("W", bound=Widget)


def driven(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """Turn a coroutine into a test that runs it to its end."""

    @functools.wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        asyncio.run(test(*args, **kwargs))

    return run


@functools.cache
def base_of(fact_file: Path) -> Base:
    """The base of a fact file, in memory: its cache folder cannot be made under a device."""
    with patch.dict(os.environ, EUJDEF_CACHE=f"{os.devnull}/none"):
        return open_base(fact_file)


@dataclass(frozen=True, slots=True)
class Driver(ScreenDriver):
    """An explorer on a screen of its own."""

    app: Explorer

    @property
    def main(self) -> MainScreen:
        """The main screen, also while an overlay is open."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, MainScreen))

    @property
    def records(self) -> RecordList:
        """The list."""
        return self.main.query_one(RecordList)

    @property
    def detail(self) -> DetailPane:
        """The picked fact's sheet."""
        return self.main.query_one(DetailPane)

    @property
    def reader(self) -> ArticleReader:
        """The article."""
        return self.main.query_one(ArticleReader)

    @property
    def place(self) -> str:
        """Where the focus is."""
        return self.main.place

    @property
    def picked(self) -> str:
        """The id of the picked record, "" for none."""
        return self.main.row.record.id if self.main.row else ""

    @property
    def overlay(self) -> str:
        """The class name of the open overlay, "" for none."""
        return "" if self.app.screen is self.main else type(self.app.screen).__name__

    @property
    def typed(self) -> str:
        """What stands in the search line."""
        return self.main.bar.input.value

    def line(self, words: str) -> str:
        """The one line of the screen that holds these words."""
        (found,) = [line for line in self.lines if words in line]
        return found

    def shown(self, widget: Widget) -> list[str]:
        """What a widget shows, line by line."""
        return ["".join(text for text, _ in line) for line in self.styled(widget)]

    def bar_text(self, id: str) -> str:
        """The text of the one-line bar with this id."""
        return self.shown(self.main.query_one(f"#{id}"))[0].strip()

    def styled(self, widget: Widget) -> Iterator[list[tuple[str, Style]]]:
        """The (character, style) pairs of each line that a widget shows."""
        for y in range(widget.size.height):
            yield [(char, segment.style or Style()) for segment in widget.render_line(y) for char in segment.text]

    @property
    def lit_rules(self) -> list[str]:
        """The ids of the tabs and rules in sight of which a name stands on the ground of what has the focus."""
        here = self.main.role_style("text here")
        bars = (*self.app.screen.query("#tabs").results(Bar), *self.app.screen.query(Rule))
        return [bar.id or "" for bar in bars if bar.size and bar.region and self._on_ground(bar, here)]

    def _on_ground(self, bar: Bar, style: Style) -> bool:
        return any(found.bgcolor == style.bgcolor and found.bold for _, found in next(self.styled(bar)))

    @property
    def note(self) -> str:
        """What is said of the query: at the right end of the search line, and over the list what has no room there."""
        right = "".join(text for text, _ in self.main.bar.input._right).strip()
        notice = "".join(self.shown(self.main.frame.notice)).strip() if self.main.frame.notice.line_count else ""
        return f"{notice} {right}".strip()

    @property
    def counted(self) -> str:
        """The place of the picked record and how many are listed, as the search line says it."""
        return self.main.way.counted()

    async def shows(self, words: str) -> bool:
        """Whether a text is shown within twenty rounds of messages."""
        for _ in range(20):
            if words in self.text:
                return True
            await self.pilot.pause()
        return False

    async def changes_known(self) -> None:
        """Wait until what changed was looked for, in a thread: until then `d` says only that it is looked for."""
        while self.app._changes.pending:
            await self.pilot.pause()
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste into what has the focus."""
        self.app.post_message(Paste(text))  # as the driver does: the app hands it to what has the focus
        await self.pilot.pause()

    async def find(self, text: str) -> None:
        """Search, from wherever the focus is."""
        await self.press("slash")
        await self.type(text)

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()


@asynccontextmanager
async def explorer(
    fact_file: Path = METRE,
    size: tuple[int, int] = (80, 24),
    query: str = "",
    today: str = DAY,
    state: Path | None = None,
    theme: str = "dark",
    fresh: bool = False,
    kiosk: bool = False,
    start: str = "1",
    settings: UserSettings | None = None,
    source: Path | None = None,
) -> AsyncIterator[Driver]:
    """An open explorer on a fact file, on a day, in a theme. `state` is its state folder, None for none.

    `start` is the key of the view that it is turned to where neither a query nor a state says what is shown: the
    timeline, whose first record has a proof, or "" for the first screen. `settings` are what a settings file sets,
    `source` the fact file that the base is said to be built from.
    """
    folder = str(state or f"{os.devnull}/none")
    around = {"EUJDEF_TODAY": today, "EUJDEF_STATE": folder, "EUJDEF_THEME": theme, "TERM": "xterm-256color"}
    with patch.dict(os.environ, around, TMUX="", STY=""):
        app = Explorer(base_of(fact_file), query=query, fact_file=source, fresh=fresh, kiosk=kiosk, settings=settings)
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            at = Driver(app, pilot)
            if start and not query and state is None:
                await at.press(start)
            yield at
