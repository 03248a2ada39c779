"""How long the first useful screen takes, beside a bare Textual hello-world, in one run.

    python tests/bench/start.py [ROUNDS]

Each program starts in a pseudo-terminal of 80×24; the clock runs from the fork to the first byte of the
marker on the screen. Rounds alternate between the two. The base is built before, and bytecode is cached. The processor
time until then is printed beside, since other work on the machine stretches the clock. Exits with 1 over the limit, or
where a program does not show its marker.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

from tests.bench.verdict import Verdicts, cache_bytecode, fail

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("hello world")
Hello().run()
"""
PROGRAMS = {
    "hello-world": ([sys.executable, "-c", HELLO], b"hello world"),
    "eujdef": ([sys.executable, "-m", "eujdef_tui"], b"verbatim"),
}
LIMIT = 1.35  # times a hello-world
DEADLINE = 20.0  # seconds after which a start has failed


def first_screen(command: list[str], marker: bytes, cache: str) -> tuple[float, float]:
    """Seconds from the fork to the marker on the screen, by the clock and of the processor."""
    begun = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ |= {"TERM": "xterm-256color", "EUJDEF_CACHE": cache, "EUJDEF_STATE": cache}
        os.environ["EUJDEF_TODAY"] = "2026-01-15"
        os.execv(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    seen = b""
    try:
        while marker not in seen:
            ready, _, _ = select.select([terminal], [], [], max(0.0, begun + DEADLINE - time.perf_counter()))
            if not ready:
                fail(f"{command[-1]} did not show {marker.decode()!r} in {DEADLINE:.0f} s, but {seen[-200:]!r}")
            try:
                seen += os.read(terminal, 65536)
            except OSError:  # it has ended
                fail(f"{command[-1]} ended before it showed {marker.decode()!r}: {seen[-200:]!r}")
        took = time.perf_counter() - begun
    finally:
        os.kill(child, signal.SIGKILL)
        used = os.wait4(child, 0)[2]
        os.close(terminal)
    return took, used.ru_utime + used.ru_stime


def main() -> None:
    """Print the medians and their ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in PROGRAMS}
    os.chdir(Path(__file__).resolve().parents[2])
    verdicts = Verdicts()
    with tempfile.TemporaryDirectory() as cache:
        cache_bytecode(Path(cache) / "bytecode")
        for command, marker in PROGRAMS.values():
            first_screen(command, marker, cache)  # warm: files in memory, base built
        for _ in range(rounds):
            for name, (command, marker) in PROGRAMS.items():
                times[name].append(first_screen(command, marker, cache))
    medians = {
        name: [statistics.median(column) for column in zip(*found, strict=True)] for name, found in times.items()
    }
    print(f"{'median of ' + str(rounds):<14}   clock  processor")
    for name, (clock, processor) in medians.items():
        print(f"{name:<14}{clock * 1000:5.0f} ms {processor * 1000:7.0f} ms")
    ratios = [ours / hello for ours, hello in zip(medians["eujdef"], medians["hello-world"], strict=True)]
    verdict = verdicts.of("clock, times a hello-world", ratios[0], LIMIT)
    print(f"{'ratio':<14}{ratios[0]:8.2f} {ratios[1]:10.2f}   limit {LIMIT}: {verdict}")
    verdicts.end()


if __name__ == "__main__":
    main()
