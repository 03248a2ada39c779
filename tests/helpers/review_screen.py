"""Drive a review by its keys, and read what its screen shows.

@driven
async def test_…(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as at:
        await at.press("a", "x")
        assert "1 kept" in at.lines[0]
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from rich.style import Style
from textual.events import Paste

from eujdef_tui.draft.alike import Base
from eujdef_tui.draft.known import Known
from eujdef_tui.draft.review import Review
from eujdef_tui.model.records import Actor, Agreement, Record
from eujdef_tui.tui.review_app import ReviewApp
from eujdef_tui.tui.review_screen import ReviewScreen
from tests.helpers.reviews import NORWAY, Case, make_case
from tests.helpers.screen_driver import ScreenDriver

__all__ = ["ReviewDriver", "reviewing"]


@dataclass(frozen=True, slots=True)
class ReviewDriver(ScreenDriver):
    """A review on a screen of its own."""

    app: ReviewApp
    case: Case

    @property
    def review(self) -> Review:
        """What the screen shows."""
        return self.app.review

    @property
    def main(self) -> ReviewScreen:
        """The screen, also while an overlay is open."""
        return self.app.main

    @property
    def overlay(self) -> str:
        """The class name of the open overlay, "" for none."""
        return "" if self.app.screen is self.main else type(self.app.screen).__name__

    @property
    def said(self) -> str:
        """The line over the footer: a message, or what a digit chooses."""
        return self.lines[-2].strip()

    @property
    def picked(self) -> str:
        """The words of the draft under the cursor."""
        return self.review.current.draft.label if self.review.current else ""

    def styles(self, words: str) -> set[Style]:
        """The styles of the letters of some words on the screen, which stand in one line."""
        for strip in self.app.screen._compositor.render_strips():
            cells = [(char, segment.style or Style()) for segment in strip for char in segment.text]
            at = "".join(char for char, _ in cells).find(words)
            if at >= 0:
                return {style for char, style in cells[at : at + len(words)] if char != " "}
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text}")

    async def paste(self, text: str) -> None:
        """Paste into what has the focus."""
        self.app.screen.post_message(Paste(text))
        await self.pilot.pause()
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()
        await self.settle()

    async def go(self, label: str) -> None:
        """Put the cursor on the draft whose words begin so."""
        n = next(n for n in self.review.order if self.review.items[n].draft.label.startswith(label))
        self.review.go(n)
        self.main.show()
        await self.settle()


@asynccontextmanager
async def reviewing(
    folder: Path,
    size: tuple[int, int] = (80, 24),
    theme: str = "dark",
    *,
    case: Case | None = None,
    records: Sequence[Record] = (NORWAY,),
    title: str = "Port town signs ferry deal",
    writes: bool = True,
    write: Callable[[], Callable[[], str]] | None = None,
) -> AsyncIterator[ReviewDriver]:
    """An open review of an invented article, or of a `case`."""
    case = case or make_case(folder / "facts")
    case = case._replace(known=Known(one for one in records if isinstance(one, Actor | Agreement)))
    around = {"EUJDEF_STATE": f"{os.devnull}/none", "EUJDEF_THEME": theme, "TERM": "xterm-256color"}
    with patch.dict(os.environ, around, TMUX="", STY=""):
        app = ReviewApp(case.open(writes=writes), Base(records), title, write=write)
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            yield ReviewDriver(app, pilot, case)
