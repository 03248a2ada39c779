"""Lines that are typed into a terminal: they come as they were typed, and no signal is slept through."""

from __future__ import annotations

import io
import os
import select as waiting
import signal
from collections.abc import Iterator

import pytest

from eujdef_tui.linear import keyboard
from eujdef_tui.linear.keyboard import typed_lines

Terminal = tuple[io.TextIOWrapper, int]  # what the program reads, and what the keys are written to


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    far, near = os.openpty()
    with os.fdopen(near, encoding="utf-8", errors="replace") as stdin:
        yield stdin, far
    os.close(far)


def test_lines_come_as_they_were_typed(terminal: Terminal) -> None:
    stdin, far = terminal
    with typed_lines(stdin) as typed:
        assert typed.isatty()
        os.write(far, "日本 kibble\r\x04".encode())
        assert (typed.readline(), typed.readline()) == ("日本 kibble\n", "")


def test_lines_that_come_at_once_are_read_one_by_one(terminal: Terminal) -> None:
    stdin, far = terminal
    os.write(far, b"kibble\rdelambre\rmechain\r")
    with typed_lines(stdin) as typed:
        assert [typed.readline(4) for _ in range(3)] == ["kibb", "le\n", "dela"]
        assert [typed.readline() for _ in range(2)] == ["mbre\n", "mechain\n"]


def test_a_file_or_pipe_is_read_as_it_is() -> None:
    lines = io.StringIO("kibble\n")
    with typed_lines(lines) as typed:
        assert typed is lines


def test_a_signal_that_came_before_the_wait_ends_it(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin, far = terminal
    waits = []

    def looking(files: list[int], *_: list[int]) -> tuple[list[int], list[int], list[int]]:
        """Wait as long as anybody would sleep for: not at all."""
        ready = waiting.select(files, [], [], 0)[0]
        assert ready, "the wait does not end, though a signal has come"
        waits.append(ready)
        os.write(far, b"kibble\r")
        return ready, [], []

    monkeypatch.setattr(keyboard, "select", looking)
    before = signal.signal(signal.SIGINT, lambda *_: None)  # noted, and nothing raised: as if acted on later
    try:
        with typed_lines(stdin) as typed:
            os.kill(os.getpid(), signal.SIGINT)
            assert typed.readline() == "kibble\n"
    finally:
        signal.signal(signal.SIGINT, before)
    assert len(waits) == 2  # for the signal, and for the line
    assert stdin.fileno() not in waits[0]


def test_what_wakes_the_program_else_is_as_before(terminal: Terminal) -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    before = signal.set_wakeup_fd(writing)
    try:
        with typed_lines(terminal[0]):
            pass
        assert signal.set_wakeup_fd(before) == writing
    finally:
        os.close(reading)
        os.close(writing)
