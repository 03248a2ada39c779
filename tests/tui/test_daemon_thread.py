"""What is done in a daemon thread; while the facts for a text are prepared in one, keys are answered."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from eujdef_tui.errors import BaseFileError
from eujdef_tui.store import Base
from eujdef_tui.tui import verify_screen
from eujdef_tui.tui.daemon_thread import in_daemon_thread
from eujdef_tui.tui.verify_screen import VerifyScreen
from eujdef_tui.verify.checking import Checker
from tests.helpers.explorer import Driver, driven, explorer
from tests.helpers.fact_files import EVENT, HEAD, write

FACTS = f"{HEAD}events: [{{{EVENT}}}]\n"


class Held:
    """Stands for `Checker`: it is made once `go` is set."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.facts = write(folder, FACTS)
        self.go, self.begun = threading.Event(), threading.Event()
        self.bases: list[Base] = []
        monkeypatch.setattr(verify_screen, "Checker", self.make)

    def make(self, base: Base, text: str) -> Checker:
        self.bases.append(base)
        self.begun.set()
        self.go.wait()
        return Checker(base, text)

    @asynccontextmanager
    async def preparing(self) -> AsyncIterator[Driver]:
        """An explorer with a text over it whose facts are being prepared."""
        async with explorer(self.facts, start="") as at:
            at.app.check_text("The harbour was closed.", "note.md")
            await at.pilot.pause()
            while not self.begun.is_set():
                await at.pilot.pause()
            yield at


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    one = Held(tmp_path, monkeypatch)
    yield one
    one.go.set()


async def until_checked(at: Driver) -> VerifyScreen:
    """Wait until the whole text over the explorer is checked."""
    screen = at.app.screen
    assert isinstance(screen, VerifyScreen)
    while not screen._whole:
        await at.pilot.pause()
    await at.settle()
    return screen


@driven
@pytest.mark.slow  # opens the explorer
async def test_keys_are_answered_while_the_facts_are_prepared_and_the_verdicts_come_after(held: Held) -> None:
    async with held.preparing() as at:
        await at.press("?")
        assert len(at.app.screen_stack) == 3
        await at.press("escape")
        assert isinstance(at.app.screen, VerifyScreen)
        assert "Checking note.md" in at.text
        held.go.set()
        screen = await until_checked(at)
        assert "Checking" not in at.text
        assert screen.current is not None
        assert held.bases[0] is not at.app.base


@driven
@pytest.mark.slow  # opens the explorer
async def test_who_leaves_while_facts_are_prepared_is_in_the_explorer_and_may_come_back(held: Held) -> None:
    async with held.preparing() as at:
        await at.press("escape")
        assert not isinstance(at.app.screen, VerifyScreen)
        held.go.set()
        await at.settle()
        await at.press("ctrl+p", *"verify", "enter")
        await until_checked(at)


ERROR = BaseFileError("it could not be done", "")


def test_what_is_returned_or_raised_comes_to_who_waits() -> None:
    def damaged() -> int:
        raise BaseFileError("no such table", "")

    assert asyncio.run(in_daemon_thread(lambda: 7, ERROR)) == 7
    with pytest.raises(BaseFileError, match="no such table"):
        asyncio.run(in_daemon_thread(damaged, ERROR))


def test_of_any_other_error_who_waits_is_told_that_it_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = threading.Event()
    monkeypatch.setattr(threading, "excepthook", lambda _: ended.set())

    def broken() -> int:
        raise ZeroDivisionError

    with pytest.raises(BaseFileError, match="could not be done"):
        asyncio.run(in_daemon_thread(broken, ERROR))
    assert ended.wait(10)
