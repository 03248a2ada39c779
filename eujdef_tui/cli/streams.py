"""Prepare stdin, stdout and stderr, so that no character, closed stream or closed pipe raises an error."""

from __future__ import annotations

import io
import os
import sys

from eujdef_tui.text.ascii_fallback import ERRORS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

__all__ = ["open_streams", "stop_writing"]


def open_streams() -> None:
    """Open streams that are closed on devnull, and set encodings and error handlers.

    To write to a stdout that is closed raises OSError (EBADF): whoever asked would take silence for an answer.
    A character that a stream cannot encode is written in ASCII; on a terminal without UTF-8 all of them are.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:  # closed by the parent process
            only = os.O_WRONLY if name == "stderr" else os.O_RDONLY  # stdout too: so that writing to it fails
            setattr(sys, name, open(os.open(os.devnull, only), mode, encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper):
            to_ascii = mode == "w" and stream.isatty() and _is_ascii_terminal()
            stream.reconfigure(encoding="ascii" if to_ascii else None, errors=ERRORS if mode == "w" else "replace")


def _is_ascii_terminal() -> bool:
    from eujdef_tui.system.terminal_capabilities import ascii_only  # not where stdout is a pipe

    return ascii_only(os.environ)


def stop_writing(stream: TextIO) -> None:
    """Send the rest of a stream to devnull: Python flushes it at exit, which would raise again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
