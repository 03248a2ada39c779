"""An error in one widget or handler is told, the session is saved, and the screen lives on."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from unittest.mock import patch

import pytest
from textual.message import Message
from textual.widgets import Static
from textual.worker import WorkerFailed

from eujdef_tui.errors import BaseFileError
from eujdef_tui.tui.fact_actions import FactActions
from eujdef_tui.tui.guarded_app import MOST
from eujdef_tui.tui.palette import Palette
from eujdef_tui.tui.widgets.detail_pane import DetailPane
from tests.helpers.explorer import Driver, driven, explorer

pytestmark = pytest.mark.slow  # the whole explorer is driven


@pytest.mark.parametrize("keys", [("ctrl+p",), ("question_mark",), ("t",), ("y",), ("c", "ctrl+p")], ids="-".join)
def test_a_box_that_is_closed_several_times_at_once_closes_nothing_else(keys: tuple[str, ...]) -> None:
    @driven
    async def close() -> None:
        async with explorer() as at:
            await at.press(*keys)
            box, under = at.app.screen, at.app.screen_stack[:-1]
            for _ in range(3):
                box.dismiss(None)
            await at.settle()
            assert at.app.screen_stack == under
            assert at.app._exception is None

    close()


class LooseError(Exception):
    """What no handler expects."""


def boom(*_: object, **__: object) -> None:
    raise LooseError("a wire is loose")


class Poke(Message):
    """A message whose handler fails."""


class Broken(Static):
    """A widget of Textual's in which everything may fail."""

    DEFAULT_CSS = "Broken { dock: bottom; height: 1; }"

    def on_poke(self) -> None:
        boom()


@asynccontextmanager
async def ending_in(*kinds: type[Exception]) -> AsyncIterator[None]:
    """An explorer within, which raises such an error when it has ended: so Textual tells it to tests."""
    try:
        yield
    except kinds:
        return
    pytest.fail("no error was met")


@asynccontextmanager
async def failing(state: Path | None = None) -> AsyncIterator[Driver]:
    """An explorer that met an error, which is told to whoever runs it when it ends."""
    async with ending_in(LooseError, WorkerFailed), explorer(state=state, start="") as at:
        await at.press("1", "g")
        yield at
        assert at.app.is_running
        at.app.exit()
        assert at.app.return_code == 1


async def in_a_handler(at: Driver) -> None:
    widget = Broken("x")
    await at.main.mount(widget)
    widget.post_message(Poke())


async def in_a_callback(at: Driver) -> None:
    at.records.call_next(boom)


async def after_a_frame(at: Driver) -> None:
    at.records.call_after_refresh(boom)


async def in_a_timer(at: Driver) -> None:
    at.main.set_timer(0.001, lambda: boom())


async def in_a_worker(at: Driver) -> None:
    async def work() -> None:
        boom()

    at.app.run_worker(work())


async def in_a_key(at: Driver) -> None:
    with patch.object(FactActions, "toggle_mark", boom):
        await at.press("m")


async def while_it_is_drawn(at: Driver) -> None:
    widget = Broken("x")
    with patch.object(Broken, "render_line", boom):
        await at.main.mount(widget)
        await at.settle()


async def in_an_overlay(at: Driver) -> None:
    await at.press("question_mark")
    at.app.screen.call_next(boom)


async def in_the_palette(at: Driver) -> None:
    with patch.object(Palette, "_gather_commands", boom):
        await at.press("ctrl+p")
        await at.type("help")


FAILURES: tuple[Callable[[Driver], object], ...] = (
    in_a_handler, in_a_callback, after_a_frame, in_a_timer, in_a_worker, in_a_key, while_it_is_drawn, in_an_overlay,
    in_the_palette,
)  # fmt: skip


@pytest.mark.parametrize("fail", FAILURES, ids=lambda fail: fail.__name__)
def test_an_error_is_told_and_every_key_works_as_before(fail: Callable[[Driver], object], tmp_path: Path) -> None:
    @driven
    async def look() -> None:
        async with failing(tmp_path) as at:
            await at.press("j", "m")
            before = at.picked
            await fail(at)  # type: ignore[misc]
            assert await at.shows("An error was left behind, all is saved: LooseError: a wire is loose")
            (state,) = tmp_path.glob("*.json")
            saved = json.loads(state.read_text(encoding="utf-8"))
            assert (saved["picked"], saved["marks"]) == (before, [before])
            await at.settle()
            assert at.overlay == ""
            await at.press("j")
            assert "An error" not in at.text
            assert at.picked != before
            await at.press("k", "enter", "escape", "2", "1")
            assert (at.picked, at.place, at.main.view) == (before, "pane", "timeline")
            await at.find("kible")
            assert "Kibble" in at.text

    look()


@pytest.mark.counts_lines
@driven
async def test_the_widget_that_failed_handles_its_next_message() -> None:
    async with failing() as at:
        with patch.object(DetailPane, "move", boom):
            await at.press("tab")
            at.detail.call_next(boom)
            await at.settle()
        await at.press("down")
        assert at.detail.link


@pytest.mark.counts_lines
@driven
async def test_a_line_that_cannot_be_drawn_is_blank_and_the_others_stand() -> None:
    async with failing() as at:
        before = at.lines
        with patch.object(type(at.main.record.detail_rule), "render_line", boom):
            at.main.record.detail_rule.refresh()
            await at.press("m")
        assert at.lines[:8] == before[:8]


@driven
async def test_an_error_that_comes_again_and_again_ends_the_session() -> None:
    async with ending_in(LooseError), explorer() as at:
        await at.press("g")
        for _ in range(MOST + 1):
            at.app.call_next(boom)
        await at.pilot.pause()
        assert not at.app.is_running


@pytest.mark.counts_lines
@driven
async def test_what_a_user_can_mend_ends_the_session_with_its_advice() -> None:
    async with ending_in(BaseFileError), explorer() as at:
        await at.press("g")
        with patch.object(FactActions, "toggle_mark", side_effect=BaseFileError("damaged", "start again")):
            await at.press("m")
        assert not at.app.is_running
