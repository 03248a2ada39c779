"""Open many explorers at once over a real OpenSSH server, and measure their memory and the time of each key."""

from __future__ import annotations

import select
import statistics
import time
from contextlib import ExitStack
from dataclasses import dataclass

from tests.helpers.pty_session import DEADLINE, Session
from tests.helpers.ssh_server import Server, proportional_kib

__all__ = ["Crowd", "crowd"]

KEYS = (b"2", b"j", b"3", b"j", b"4", b"1", b"k")  # each changes the screen


@dataclass(frozen=True, slots=True)
class Crowd:
    """Measurements: seconds until all sessions were ready, memory in KiB, seconds of each key."""

    ready: float
    explorers: int
    explorer_kib: int
    all_kib: int
    alone: list[float]
    together: list[float]

    def __str__(self) -> str:
        alone, together = sorted(self.alone), sorted(self.together)
        return (
            f"{self.explorers} sessions: ready after {self.ready:.1f} s; explorers {self.explorer_kib / 1024:.0f} MiB "
            f"({self.explorer_kib / 1024 / self.explorers:.1f} each), with sshd {self.all_kib / 1024:.0f} MiB; a key "
            f"{statistics.median(alone) * 1000:.0f} ms, slowest {alone[-1] * 1000:.0f}; all at one moment "
            f"{statistics.median(together) * 1000:.0f} ms, slowest {together[-1] * 1000:.0f}"
        )


def wait_for_answer(sessions: list[Session], key: bytes) -> list[float]:
    """Press a key in each session at once: seconds until each has begun to answer."""
    for session in sessions:
        session.settle(0)
    begun = time.perf_counter()
    for session in sessions:
        session.type(key)
    took: list[float] = []
    waiting = {session.far: session for session in sessions}
    while waiting:
        ready = select.select(list(waiting), [], [], DEADLINE)[0]
        assert ready, f"{len(waiting)} sessions do not answer"
        took += [time.perf_counter() - begun] * len(ready)
        for far in ready:
            waiting.pop(far)
    for session in sessions:
        session.settle(0.05 if len(sessions) == 1 else 0)
    return took


def crowd(box: Server, count: int) -> Crowd:
    """Open so many sessions at once, press keys in them, quit them all."""
    box.ask("find", "x")
    with ExitStack() as stack:
        begun = time.perf_counter()
        sessions = [stack.enter_context(box.session()) for _ in range(count)]
        for session in sessions:
            session.await_text("? help")
        ready = time.perf_counter() - begun
        explorers = box.explorers()
        kib = proportional_kib(explorers), proportional_kib(box.descendants())
        alone = [took for session in sessions for key in KEYS[:2] for took in wait_for_answer([session], key)]
        together = [took for key in KEYS[2:] for took in wait_for_answer(sessions, key)]
        for session in sessions:
            session.type(b"q")
        assert [session.await_end()[0] for session in sessions] == [0] * count
    return Crowd(ready, len(explorers), *kib, alone, together)
