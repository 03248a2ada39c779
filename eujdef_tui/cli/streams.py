"""Promise: every stream is there, takes every character, and is never written again once nobody reads it."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TextIO

from eujdef_tui.system.terminal_capabilities import ascii_only
from eujdef_tui.text.ascii_fallback import ERRORS

__all__ = ["open_streams", "stop_writing"]


def open_streams() -> None:
    """Open what is closed; what a stream cannot show is shown in ASCII, and on some terminals everything is."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper):
            few = mode == "w" and stream.isatty() and ascii_only(os.environ)
            stream.reconfigure(encoding="ascii" if few else None, errors=ERRORS if mode == "w" else "replace")


def stop_writing(stream: TextIO) -> None:
    """Whoever read has read enough, or nothing more fits: python must not try once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
