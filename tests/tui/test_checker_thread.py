"""While the facts that a text is checked by are prepared, in a thread, keys are answered and one may leave."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from eujdef_tui.errors import BaseFileError
from eujdef_tui.store import Base
from eujdef_tui.tui import checker_thread
from eujdef_tui.tui.checker_thread import CheckerThread
from eujdef_tui.tui.verify_screen import VerifyScreen
from eujdef_tui.verify.checking import Checker
from tests.helpers.explorer import base_of, driven, explorer
from tests.helpers.fact_files import EVENT, HEAD, write

FACTS = f"{HEAD}events: [{{{EVENT}}}]\n"


class Held:
    """Stands for `Checker`: it is made once `go` is set, or fails with `error`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, error: Exception | None = None) -> None:
        self.go, self.begun, self.error = threading.Event(), threading.Event(), error
        self.bases: list[Base] = []
        monkeypatch.setattr(checker_thread, "Checker", self.make)

    def make(self, base: Base, text: str) -> Checker:
        self.bases.append(base)
        self.begun.set()
        self.go.wait()
        if self.error:
            raise self.error
        return Checker(base, text)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    one = Held(monkeypatch)
    yield one
    one.go.set()


@driven
@pytest.mark.slow  # opens the explorer
async def test_keys_are_answered_while_the_facts_are_prepared_and_the_verdicts_come_after(
    held: Held, tmp_path: Path
) -> None:
    async with explorer(write(tmp_path, FACTS), start="") as at:
        at.app.check_text("The harbour was closed.", "note.md")
        await at.pilot.pause()
        while not held.begun.is_set():
            await at.pilot.pause()
        await at.press("?")
        assert len(at.app.screen_stack) == 3
        await at.press("escape")
        screen = at.app.screen
        assert isinstance(screen, VerifyScreen)
        assert "Checking note.md" in at.text
        held.go.set()
        while not screen._whole:
            await at.pilot.pause()
        await at.settle()
        assert "Checking" not in at.text
        assert screen.current is not None
        assert held.bases[0] is not at.app.base


@driven
@pytest.mark.slow  # opens the explorer
async def test_who_leaves_while_the_facts_are_prepared_is_in_the_explorer_at_once(held: Held, tmp_path: Path) -> None:
    async with explorer(write(tmp_path, FACTS), start="") as at:
        at.app.check_text("The harbour was closed.", "note.md")
        await at.pilot.pause()
        while not held.begun.is_set():
            await at.pilot.pause()
        await at.press("escape")
        assert not isinstance(at.app.screen, VerifyScreen)


async def made(thread: CheckerThread, base: Base) -> Checker:
    return await thread.made(base, "The harbour was closed.")


def test_a_damaged_base_is_told_to_who_waits(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    Held(monkeypatch, BaseFileError("no such table", "")).go.set()
    with pytest.raises(BaseFileError, match="no such table"):
        asyncio.run(made(CheckerThread(), base_of(write(tmp_path, FACTS))))


def test_stopped_before_it_began_it_has_nothing_to_stop() -> None:
    CheckerThread().stop()
