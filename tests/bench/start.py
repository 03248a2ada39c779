"""How long the first useful screen takes, beside a bare Textual hello-world, in one run.

    python tests/bench/start.py [ROUNDS]

Each program starts in a pseudo-terminal of 80×24; the clock runs from the fork to the first byte of the
marker on the screen. Rounds alternate between the two. The base is warm.
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
    "eujdef": ([sys.executable, "-m", "eujdef_tui"], b"Defense Industry Dialogue"),
}
DEADLINE = 20.0  # seconds after which a start has failed


def first_screen(command: list[str], marker: bytes, cache: str) -> float:
    """Seconds from the fork to the marker on the screen."""
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
                raise TimeoutError(f"{command} showed no {marker!r}")
            seen += os.read(terminal, 65536)
        return time.perf_counter() - begun
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def main() -> None:
    """Print the medians and their ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    times: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    os.chdir(Path(__file__).resolve().parents[2])
    with tempfile.TemporaryDirectory() as cache:
        for name, (command, marker) in PROGRAMS.items():
            first_screen(command, marker, cache)  # warm: files in memory, base built
            assert times[name] == []
        for _ in range(rounds):
            for name, (command, marker) in PROGRAMS.items():
                times[name].append(first_screen(command, marker, cache))
    medians = {name: statistics.median(found) for name, found in times.items()}
    for name, median in medians.items():
        print(f"{name:<12} {median * 1000:7.0f} ms  (median of {rounds})")
    print(f"ratio        {medians['eujdef'] / medians['hello-world']:7.2f}")


if __name__ == "__main__":
    main()
