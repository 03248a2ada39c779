"""The terminal device: its modes and line settings are taken over, and restored on every way out.

No query is ever sent, so no reply can arrive late. No call blocks on the far end for longer than `LEAVE_TIMEOUT`.
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

__all__ = ["Terminal", "unavailable_reason", "whole"]

LEAVE_TIMEOUT = 0.2  # seconds that `leave` waits for a terminal that reads nothing
QUIET = 0.05  # seconds without input after which no more late input is expected
DEFAULT_SIZE = (80, 24)
# Bytes in one write: Linux hands a terminal's output on in pieces of 2,048, wherever they end, and xterm.js 6.0 loses
# characters such as dashes and curly quotes (U+2000 to U+203F) that are cut between two reads.
WRITE = 2048

# Alternate screen, hidden cursor, bracketed paste, no line wrap. LEAVE clears the screen first: GNU screen has no
# alternate screen unless `altscreen` is on.
ENTER = "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?7l"
LEAVE = "\x1b[m\x1b[H\x1b[J\x1b[?7h\x1b[?2004l\x1b[?1049l\x1b[?25h"
# Buttons and drags (1002), as SGR (1006); never every movement (1003). A sequence for each mode: of a list libvterm 0.1
# (the terminals of nvim 0.7 and vim 9.0) takes the first alone.
MOUSE_ON = "\x1b[?1000h\x1b[?1002h\x1b[?1006h"
MOUSE_OFF = "\x1b[?1000l\x1b[?1002l\x1b[?1006l"

ABORT = b"\x18"  # CAN: cancels a sequence that was written only in part

IFLAG, OFLAG, LFLAG, CC = 0, 1, 3, 6
RAW_INPUT = termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR
RAW_LINE = termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG


def _screen() -> int | None:
    """Return the descriptor of the terminal that shows output: stdout's, else stderr's, else None."""
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is not None and stream.isatty():
            return stream.fileno()
    return None


def unavailable_reason() -> str:
    """Return why no screen can be opened here, in a sentence; "" where one can."""
    if sys.__stdin__ is None or not sys.__stdin__.isatty():
        return "no keyboard: standard input is not a terminal"
    if _screen() is None:
        return "no screen: neither standard output nor standard error is a terminal"
    return abilities.refusal(os.environ, abilities.known(os.environ.get("TERM", "")))


def whole(data: bytes) -> bytes:
    """Return the first bytes of some UTF-8, at most WRITE, that end at a character."""
    end = min(len(data), WRITE)
    while 0 < end < len(data) and data[end] & 0xC0 == 0x80:
        end -= 1
    return data[:end]


class Terminal:
    """The terminal of this process.

    Raises SystemExit with the reason where there is none. Methods that write or read raise OSError once the terminal
    is lost.
    """

    def __init__(self, mouse: bool) -> None:
        screen = _screen()
        if screen is None or unavailable_reason():
            raise SystemExit(unavailable_reason())
        assert sys.__stdin__ is not None
        self.keyboard = sys.__stdin__.fileno()
        self._screen = screen
        self.output = -1
        self._mouse = mouse
        self._saved_settings: list[Any] | None = None
        self._unwritten = b""
        self._leaving = threading.Lock()

    def size(self) -> tuple[int, int]:
        """Return columns and lines."""
        try:
            width, height = os.get_terminal_size(self._screen)
        except OSError:
            return DEFAULT_SIZE
        return width or DEFAULT_SIZE[0], height or DEFAULT_SIZE[1]

    def erases_to_background(self) -> bool:
        """Return whether the terminal erases to the current background (terminfo's `bce`)."""
        import curses

        try:
            curses.setupterm(fd=self._screen)
        except curses.error:  # TERM is not set, or not in terminfo
            return False
        return curses.tigetflag("bce") == 1

    def enter(self) -> None:
        """Take the terminal over, for the first time or after a stop."""
        if self.output < 0:
            self.output = self._open()
        settings = termios.tcgetattr(self.keyboard)
        self._saved_settings = self._saved_settings or termios.tcgetattr(self.keyboard)
        settings[IFLAG] &= ~RAW_INPUT
        settings[OFLAG] &= ~termios.OPOST
        settings[LFLAG] &= ~RAW_LINE
        settings[CC][termios.VMIN] = 1
        termios.tcsetattr(self.keyboard, termios.TCSANOW, settings)
        self.send(ENTER + (MOUSE_ON if self._mouse else ""))

    def _open(self) -> int:
        """Return a descriptor of our own: O_NONBLOCK on the shared one would change the shell's."""
        try:
            return os.open(os.ttyname(self._screen), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
        except OSError:  # another user's terminal, or one without a name in this container
            return os.dup(self._screen)

    def send(self, text: str) -> bool:
        """Write text; keep what the terminal does not accept yet. Return whether all of it is written."""
        self._unwritten += text.encode("utf-8", "replace")
        return self.flush()

    def flush(self) -> bool:
        """Write what was kept, each time whole characters. Return whether all of it is written."""
        while self._unwritten:
            try:
                self._unwritten = self._unwritten[os.write(self.output, whole(self._unwritten)) :]
            except BlockingIOError:
                return False
        return True

    @property
    def busy(self) -> bool:
        """Whether some of what was sent is not written yet."""
        return bool(self._unwritten)

    def read(self) -> bytes:
        """Return the bytes that were typed; b"" when the terminal is lost."""
        return os.read(self.keyboard, 65_536)

    def leave(self) -> None:
        """Restore the terminal, once.

        A lost terminal is only closed. Output that it does not accept within LEAVE_TIMEOUT is dropped.
        """
        with self._leaving:
            if self._saved_settings is None:
                return
            try:
                self._unwritten = self._unwritten and self._unwritten + ABORT
                self.send((MOUSE_OFF if self._mouse else "") + LEAVE)
                self._flush_until_timeout()
                self._drain()
            except OSError:
                self._unwritten = b""
            try:
                termios.tcflush(self.keyboard, termios.TCIFLUSH)
                termios.tcsetattr(self.keyboard, termios.TCSANOW, self._saved_settings)
            except termios.error:
                pass
            os.close(self.output)
            self.output, self._saved_settings = -1, None

    def _flush_until_timeout(self) -> None:
        deadline = time.monotonic() + LEAVE_TIMEOUT
        while self._unwritten and time.monotonic() < deadline:
            select.select([], [self.output], [], QUIET)
            self.flush()

    def _drain(self) -> None:
        """Discard input still arriving (late replies, mouse reports), which the shell would take for typed text."""
        deadline = time.monotonic() + LEAVE_TIMEOUT
        while time.monotonic() < deadline and select.select([self.keyboard], [], [], QUIET)[0] and self.read():
            pass
