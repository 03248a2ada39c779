"""The driver between an app and a terminal that are not there: what passes, what waits, what is dropped."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.events import Key
from textual.message import Message

from eujdef_tui.tui.driver import driver as module
from eujdef_tui.tui.driver.driver import DiffDriver
from eujdef_tui.tui.driver.throttle import BURST, RATE, Throttle

FRAME = "\x1b[1;1Hone\x1b[1;1H"
OTHER = "\x1b[1;1Htwo\x1b[1;1H"


class NoTerminal:
    """Takes everything while `taking`, and keeps what it was sent."""

    def __init__(self, mouse: bool) -> None:
        self.keyboard, self._typed = os.pipe()
        self._drain, self.output = os.pipe()
        self.sent: list[str] = []
        self.taking, self.busy, self.lost = True, False, False
        self.mouse = mouse

    def size(self) -> tuple[int, int]:
        return 20, 3

    def erases_to_background(self) -> bool:
        return True

    def enter(self) -> None: ...

    def leave(self) -> None:
        for end in (self.keyboard, self._typed, self._drain, self.output):
            os.close(end)

    def type(self, data: bytes) -> None:
        os.write(self._typed, data)

    def read(self) -> bytes:
        return os.read(self.keyboard, 100)

    def send(self, text: str) -> bool:
        if self.lost:
            raise OSError
        self.sent.append(text)
        self.busy = not self.taking
        return self.taking

    def flush(self) -> bool:
        self.busy = not self.taking
        return self.taking

    def take(self) -> str:
        text, self.sent = "".join(self.sent), []
        return text


class NoApp:
    """Keeps the messages it is posted."""

    def __init__(self) -> None:
        self.posted: list[Message] = []
        self.active_bindings = {"alt+v": None}
        self.status: int | None = None
        self._exception = None

    async def _post_message(self, message: Message) -> None:
        self.posted.append(message)

    def exit(self, result: None, return_code: int) -> None:
        self.status = return_code

    @property
    def keys(self) -> list[str]:
        return [message.key for message in self.posted if isinstance(message, Key)]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Any, Any, Any], Awaitable[None]]], None]:
    """Run a scene with a started driver, its terminal and its app."""
    monkeypatch.setattr(module, "Terminal", NoTerminal)
    monkeypatch.setattr(DiffDriver, "_handle_signals", lambda *_: None)
    monkeypatch.setattr(module, "GRACE", 86_400)  # seconds: tests that come later are not to be ended
    monkeypatch.delenv("SSH_CONNECTION", raising=False)

    def play(scene: Callable[[Any, Any, Any], Awaitable[None]]) -> None:
        async def main() -> None:
            app: Any = NoApp()
            driver = DiffDriver(app)
            driver.start_application_mode()
            try:
                await scene(driver, driver._terminal, app)
            finally:
                driver.stop_application_mode()

        asyncio.run(main())

    return play


Run = Callable[[Callable[[Any, Any, Any], Awaitable[None]]], None]


def test_the_size_is_the_terminals_before_any_event_is_handled_whatever_the_environment_says(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")

    async def scene(driver: Any, terminal: Any, _: Any) -> None:
        assert driver._size == terminal.size()  # what textual's App.size takes until the first Resize

    run(scene)


def test_a_frame_that_changes_nothing_sends_nothing(run: Run) -> None:
    async def scene(driver: Any, terminal: Any, _: Any) -> None:
        assert terminal.take() == ""  # nothing drawn yet, so nothing to show
        driver.write(FRAME)
        assert "one" in terminal.take()
        driver.write(FRAME)
        assert terminal.take() == ""

    run(scene)


@pytest.mark.parametrize(
    "text", ["\x07", "\x1b]52;c;YQ==\x07", "\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\", "\x1b[?25h\x1b[?25l"]
)
def test_what_does_not_touch_the_cells_passes_as_it_is(run: Run, text: str) -> None:
    async def scene(driver: Any, terminal: Any, _: Any) -> None:
        driver.write(FRAME)
        terminal.take()
        driver.write(text)
        assert terminal.take() == text

    run(scene)


@pytest.mark.parametrize("text", ["\x1b[2J", "words", "\x1b[?1049h", "\x1bc", "\x1b[3S\x07"])
def test_what_is_not_understood_passes_and_everything_is_painted_again(run: Run, text: str) -> None:
    async def scene(driver: Any, terminal: Any, _: Any) -> None:
        driver.write(FRAME)
        painted = terminal.take()
        driver.write(text)
        assert terminal.take() == text + painted

    run(scene)


def test_pointer_shapes_and_synchronised_output_are_dropped(run: Run) -> None:
    async def scene(driver: Any, terminal: Any, _: Any) -> None:
        driver.write("\x1b]22;default\x07")
        driver.write("\x1b[?2026h")
        driver.write("\x1b[?2026l")
        assert terminal.take() == ""

    run(scene)


def test_forgetting_paints_everything_again(run: Run) -> None:
    async def scene(driver: Any, terminal: Any, _: Any) -> None:
        driver.write(FRAME)
        painted = terminal.take()
        driver.invalidate()
        assert terminal.take() == painted

    run(scene)


def test_a_size_that_has_come_back_by_the_time_it_is_looked_at_paints_everything_again(run: Run) -> None:
    async def scene(driver: Any, terminal: Any, app: Any) -> None:
        driver.write(FRAME)
        painted = terminal.take()
        driver._on_window_change()
        assert terminal.take() == painted
        terminal.size = lambda: (30, 4)
        driver._on_window_change()
        assert terminal.take() == ""  # what is drawn at the new size is waited for
        while not app.posted or app.posted[-1].size != (30, 4):
            await asyncio.sleep(0)

    run(scene)


def test_frames_that_come_while_the_terminal_is_busy_are_dropped_but_the_last(run: Run) -> None:
    async def scene(driver: Any, terminal: Any, _: Any) -> None:
        driver.write(FRAME)
        terminal.take()
        terminal.taking = False
        driver.write(OTHER)
        assert "two" in terminal.take()
        for word in ("three", "four", "five "):
            driver.write(f"\x1b[1;1H{word}\x1b[1;1H")
        await asyncio.sleep(0)
        assert terminal.take() == ""
        terminal.taking = True
        while not terminal.sent:
            await asyncio.sleep(0)
        assert "five" in terminal.take()

    run(scene)


def test_over_ssh_frames_keep_to_the_pace_and_the_last_is_shown(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(driver: Any, terminal: Any, _: Any) -> None:
        driver.write("\x1b[1;1Hsix\x1b[1;1H")
        terminal.take()
        driver._throttle.record(BURST + RATE // 50)  # 20 ms too much
        driver.write(FRAME)
        driver.write(OTHER)
        assert terminal.take() == ""
        while not terminal.sent:
            await asyncio.sleep(0.001)
        shown = terminal.take()
        assert "two" in shown
        assert "one" not in shown

    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22")
    run(scene)


def test_a_stream_of_frames_fits_a_link_of_256_kbit_per_second_and_uses_most_of_it() -> None:
    link = 256_000 / 8  # bytes a second that the slowest link meant here carries
    throttle, now, sent = Throttle(), 0.0, 0
    while now < 10:
        now += throttle.delay(now)
        throttle.record(1_200)
        sent += 1_200
    assert 0.7 * link * 10 < sent < 0.8 * link * 10


def test_a_frame_after_a_pause_of_a_second_is_not_delayed() -> None:
    throttle = Throttle()
    for _ in range(10):
        throttle.record(1_200)
    assert throttle.delay(0.0) > 0
    assert throttle.delay(1.0) == 0


def test_another_thread_may_write(run: Run) -> None:
    async def scene(driver: Any, terminal: Any, _: Any) -> None:
        thread = threading.Thread(target=driver.write, args=("\x07",))
        thread.start()
        thread.join()
        assert terminal.take() == ""
        while not terminal.sent:
            await asyncio.sleep(0)
        assert terminal.take() == "\x07"

    run(scene)


def test_keys_reach_the_app_in_order_and_chords_as_they_are_bound(run: Run) -> None:
    async def scene(_: Any, terminal: Any, app: Any) -> None:
        terminal.type(b"a\x1bj\x1bvz\x1b")
        while app.keys[-1:] != ["escape"]:
            await asyncio.sleep(0.001)
        assert app.keys == ["a", "escape", "j", "alt+v", "z", "escape"]

    run(scene)


def test_a_terminal_that_cannot_be_written_to_ends_the_app_as_a_hangup_does(run: Run) -> None:
    async def scene(driver: Any, terminal: Any, app: Any) -> None:
        terminal.lost = True
        driver.write(FRAME)
        while app.status is None:
            await asyncio.sleep(0)
        assert app.status == 129

    run(scene)
