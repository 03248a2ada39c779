"""A program on a pseudo-terminal of its own, as a person at the keyboard meets it."""

from __future__ import annotations

import fcntl
import os
import select
import struct
import subprocess
import termios
import time
from codecs import getincrementaldecoder
from collections.abc import Sequence
from types import TracebackType
from typing import Any

from tests.helpers.terminal_screen import Glass

__all__ = ["Session"]

DEADLINE = 15.0  # seconds after which what was awaited has failed to come


def _own_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Session:
    """Starts the program. `seen` is every byte it has written, `glass` what a terminal makes of them."""

    def __init__(self, command: Sequence[str], size: tuple[int, int] = (80, 24), **env: str) -> None:
        self._far, self._near = os.openpty()
        self.resize(*size)
        self.settings = self.settings_now()
        unset = "COLORTERM NO_COLOR COLORFGBG SSH_CONNECTION EUJDEF_MOUSE ESCDELAY COLUMNS LINES TMUX STY".split()
        base = {name: value for name, value in os.environ.items() if name not in unset}
        self.process = subprocess.Popen(
            command, stdin=self._near, stdout=self._near, stderr=self._near, start_new_session=True,
            preexec_fn=_own_terminal, env=base | {"TERM": "xterm-256color"} | env,
        )  # fmt: skip
        self.seen = b""
        self.glass = Glass(*size)
        self._decoder = getincrementaldecoder("utf-8")("replace")

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.wait()
        self.hang_up()
        os.close(self._near)

    def hang_up(self) -> None:
        """Close the far end, as a link that breaks."""
        if self._far >= 0:
            os.close(self._far)
        self._far = -1

    @property
    def far(self) -> int:
        """The descriptor of the far end, to wait on."""
        return self._far

    def settings_now(self) -> list[Any]:
        """The line settings of the terminal."""
        return termios.tcgetattr(self._near)

    def set(self, settings: list[Any]) -> None:
        """Change the line settings, as a shell does."""
        termios.tcsetattr(self._near, termios.TCSANOW, settings)

    def unread(self) -> int:
        """Bytes that were typed and nobody has read: what the shell will get."""
        return int.from_bytes(fcntl.ioctl(self._near, termios.FIONREAD, b"\0" * 4), "little")

    def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self._far, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def type(self, data: bytes) -> None:
        """Type bytes."""
        os.write(self._far, data)

    def read(self, seconds: float) -> bytes:
        """What the program writes at once, or within some seconds; b"" for nothing."""
        if not select.select([self._far], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self._far, 65_536)
        except OSError:  # the last program on the terminal has gone
            return b""
        self.seen += data
        self.look(data)
        return data

    def look(self, data: bytes) -> None:
        """Show what was written."""
        self.glass.feed(self._decoder.decode(data))

    def settle(self, quiet: float = 0.2) -> bytes:
        """Everything written until nothing has been for some seconds."""
        data = b""
        while more := self.read(quiet):
            data += more
        return data

    def await_text(self, text: str) -> float:
        """Wait until the screen shows a text; return the seconds it took."""
        begun = time.perf_counter()
        while text not in "\n".join(self.glass.display):
            if time.perf_counter() - begun > DEADLINE:
                raise TimeoutError(f"{text!r} is not on the screen:\n" + "\n".join(self.glass.display))
            self.read(0.05)
        return time.perf_counter() - begun

    def await_end(self) -> tuple[int, float]:
        """Wait for the program to end; return its exit status and the seconds it took."""
        begun = time.perf_counter()
        while self.process.poll() is None:
            if time.perf_counter() - begun > DEADLINE:
                raise TimeoutError("the program goes on")
            if self._far < 0 or not self.read(0.02):
                time.sleep(0.005)
        took = time.perf_counter() - begun
        if self._far >= 0:
            self.settle(0)
        assert self.process.returncode is not None
        return self.process.returncode, took
