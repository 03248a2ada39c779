"""Promise: a terminal is left as it was found: its screen, its cursor, its modes and its line settings.

No query is ever sent, so no answer can come late. Nothing written here waits for the far end for longer
than `PATIENCE`.
"""

from __future__ import annotations

import os
import select
import sys
import termios
import threading
import time
from typing import Any

from eujdef_tui.system import terminal_capabilities as abilities

__all__ = ["Terminal", "refusal"]

PATIENCE = 0.2  # seconds that leaving waits for a terminal that takes nothing
QUIET = 0.05  # seconds without input after which nothing more is on its way
DEFAULT_SIZE = (80, 24)

# Alternate screen, hidden cursor, bracketed paste, no line wrap. Leaving goes the other way, from an empty screen:
# GNU screen has no other to go back to, unless it is told to.
ENTER = "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?7l"
LEAVE = "\x1b[m\x1b[H\x1b[J\x1b[?7h\x1b[?2004l\x1b[?1049l\x1b[?25h"
# Buttons and drags (1002), as SGR (1006); never every movement (1003).
MOUSE_ON = "\x1b[?1000;1002;1006h"
MOUSE_OFF = "\x1b[?1000;1002;1006l"

ABORT = b"\x18"  # CAN: ends a sequence that could not be written to its end

IFLAG, OFLAG, LFLAG, CC = 0, 1, 3, 6
RAW_INPUT = termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR
RAW_LINE = termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG


def _screen() -> int | None:
    """The descriptor of the terminal that shows what we write: stdout's, or stderr's where that is one."""
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is not None and stream.isatty():
            return stream.fileno()
    return None


def refusal() -> str:
    """Why no screen can be opened here, in a sentence; "" where one can."""
    if sys.__stdin__ is None or not sys.__stdin__.isatty():
        return "no keyboard: standard input is not a terminal"
    if _screen() is None:
        return "no screen: neither standard output nor standard error is a terminal"
    return abilities.refusal(os.environ, abilities.known(os.environ.get("TERM", "")))


class Terminal:
    """The terminal of this process. Where there is none (`refusal`), SystemExit says so.

    Methods that write or read raise OSError once the terminal is lost.
    """

    def __init__(self, mouse: bool) -> None:
        screen = _screen()
        if screen is None or refusal():
            raise SystemExit(refusal())
        assert sys.__stdin__ is not None
        self.keyboard = sys.__stdin__.fileno()
        self._screen = screen
        self.output = -1
        self._mouse = mouse
        self._before: list[Any] | None = None
        self._rest = b""
        self._leaving = threading.Lock()

    def size(self) -> tuple[int, int]:
        """Columns and lines."""
        try:
            width, height = os.get_terminal_size(self._screen)
        except OSError:
            return DEFAULT_SIZE
        return width or DEFAULT_SIZE[0], height or DEFAULT_SIZE[1]

    def erases(self) -> bool:
        """Whether the terminal erases to the background of the pen (terminfo's `bce`)."""
        import curses

        try:
            curses.setupterm(fd=self._screen)
        except curses.error:  # TERM is not set, or terminfo does not know it
            return False
        return curses.tigetflag("bce") == 1

    def enter(self) -> None:
        """Take the terminal over, or take it again after it was stopped."""
        if self.output < 0:
            self.output = self._open()
        settings = termios.tcgetattr(self.keyboard)
        self._before = self._before or termios.tcgetattr(self.keyboard)
        settings[IFLAG] &= ~RAW_INPUT
        settings[OFLAG] &= ~termios.OPOST
        settings[LFLAG] &= ~RAW_LINE
        settings[CC][termios.VMIN] = 1
        termios.tcsetattr(self.keyboard, termios.TCSANOW, settings)
        self.send(ENTER + (MOUSE_ON if self._mouse else ""))

    def _open(self) -> int:
        """A descriptor of our own, so that not waiting on it does not change the shell's."""
        try:
            return os.open(os.ttyname(self._screen), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
        except OSError:  # another user's terminal, or one that has no name in this container
            return os.dup(self._screen)

    def send(self, text: str) -> bool:
        """Write, or keep what the terminal does not take yet. True when all of it is out."""
        self._rest += text.encode("utf-8", "replace")
        return self.push()

    def push(self) -> bool:
        """Write what was kept. True when all of it is out."""
        while self._rest:
            try:
                self._rest = self._rest[os.write(self.output, self._rest) :]
            except BlockingIOError:
                return False
        return True

    @property
    def busy(self) -> bool:
        """Whether the terminal has not taken all that was sent."""
        return bool(self._rest)

    def read(self) -> bytes:
        """What was typed. b"" when the terminal is lost."""
        return os.read(self.keyboard, 65_536)

    def leave(self) -> None:
        """Give the terminal back, once. A lost one is let go; what it cannot take is not waited for."""
        with self._leaving:
            if self._before is None:
                return
            try:
                self._rest = self._rest and self._rest + ABORT
                self.send((MOUSE_OFF if self._mouse else "") + LEAVE)
                self._flush()
                self._drain()
            except OSError:
                self._rest = b""
            try:
                termios.tcflush(self.keyboard, termios.TCIFLUSH)
                termios.tcsetattr(self.keyboard, termios.TCSANOW, self._before)
            except termios.error:
                pass
            os.close(self.output)
            self.output, self._before = -1, None

    def _flush(self) -> None:
        until = time.monotonic() + PATIENCE
        while self._rest and time.monotonic() < until:
            select.select([], [self.output], [], QUIET)
            self.push()

    def _drain(self) -> None:
        """Read away what is still coming (late replies, mouse reports), which the shell would take for typed."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and select.select([self.keyboard], [], [], QUIET)[0] and self.read():
            pass
