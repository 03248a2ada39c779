"""Read what is typed so that no signal is slept through.

Python notes a signal when it comes and acts on it between two instructions. One that comes on the way into a read that
waits would be acted on only after the next line. A pipe therefore gets a byte with each signal, and the wait is for
that pipe as much as for the keyboard.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, FileIO, TextIOWrapper
from select import select
from signal import set_wakeup_fd
from typing import Any, TextIO

__all__ = ["typed_lines"]

_BYTES = 512  # of the pipe, read at once: one for each signal


@contextmanager
def typed_lines(stdin: TextIO) -> Iterator[TextIO]:
    """Yield a stream of what is typed into a terminal, to be read by the main thread; a file or pipe as it is."""
    if not stdin.isatty():
        yield stdin
        return
    signals, filled = os.pipe()
    os.set_blocking(filled, False)
    before = set_wakeup_fd(filled, warn_on_full_buffer=False)
    try:
        keyboard = BufferedReader(_Keyboard(stdin.fileno(), signals))
        yield TextIOWrapper(keyboard, stdin.encoding, stdin.errors)
    finally:
        set_wakeup_fd(before)
        os.close(signals)
        os.close(filled)


class _Keyboard(FileIO):
    """A terminal that is only read where something can be read, or where its end was typed."""

    def __init__(self, terminal: int, signals: int) -> None:
        super().__init__(terminal, closefd=False)
        self._signals = signals

    def readinto(self, buffer: Any, /) -> int:
        while self._signals in select([self.fileno(), self._signals], [], [])[0]:
            os.read(self._signals, _BYTES)  # the interpreter acts on the signal behind this call
        return super().readinto(buffer)
