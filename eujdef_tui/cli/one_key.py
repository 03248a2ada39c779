"""Read single keys from a terminal, for verbs that ask one question after another without the explorer's screen."""

from __future__ import annotations

import os
import select
import sys
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["END", "is_interactive", "keys", "read_key"]

END = "q"  # what a closed terminal and ^D are read as
_ENTER = ("\r", "\n")


def is_interactive() -> bool:
    """Whether a person can answer: stdin and stdout are a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


@contextmanager
def keys() -> Iterator[int]:
    """Have the terminal hand over each key at once, and set it back at the end. ^C interrupts, as everywhere."""
    keyboard = sys.stdin.fileno()
    before = termios.tcgetattr(keyboard)
    try:
        tty.setcbreak(keyboard)
        yield keyboard
    finally:
        termios.tcsetattr(keyboard, termios.TCSADRAIN, before)


def _next(keyboard: int) -> bytes:
    """What belongs to a key that has begun: it is there at once, or never comes."""
    return os.read(keyboard, 1) if select.select([keyboard], [], [], 0.02)[0] else b""


def _skip_sequence(keyboard: int) -> None:
    """Read what follows an escape: of an arrow `[A`, of a key with alt the key."""
    if _next(keyboard) in (b"[", b"O"):
        while (data := _next(keyboard)) and not 0x40 <= data[0] <= 0x7E:
            pass


def read_key(keyboard: int) -> str:
    """Wait for a key: "enter", a character, or "" for one that has no character of its own, such as an arrow."""
    data = os.read(keyboard, 1)
    if not data or data == b"\x04":
        return END
    if data == b"\x1b":
        _skip_sequence(keyboard)
        return ""
    if data[0] >= 0x80:
        for _ in range((data[0] >= 0xC0) + (data[0] >= 0xE0) + (data[0] >= 0xF0)):
            _next(keyboard)
        return ""
    char = data.decode("ascii")
    return "enter" if char in _ENTER else char
