"""Open the base of the fact file that the command line names, with a progress bar for a long build."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from eujdef_tui.store import SHIPPED, Base, open_base

if TYPE_CHECKING:
    import argparse

__all__ = ["fact_file_path", "open_named_base"]

LONG_BUILD = 2000  # records or quotes; fewer take about a second, and show no bar


def fact_file_path(options: argparse.Namespace) -> Path:
    """Return the fact file named by `-f`, else by EUJDEF_FILE, else the shipped one."""
    named = options.file or os.environ.get("EUJDEF_FILE")
    return Path(named) if named else SHIPPED


def open_named_base(options: argparse.Namespace) -> Base:
    """Open the base of the named fact file; build it first where it is missing or stale.

    On a shared box (`--kiosk`) no file is written. Raises FactFileError and BaseFileError.
    """
    progress = _show_progress if sys.stderr.isatty() else _no_progress
    return open_base(fact_file_path(options), progress, write=not options.kiosk)


def _no_progress(done: int, total: int) -> None:
    """Show nothing: stderr is not a terminal."""


def _show_progress(done: int, total: int) -> None:
    if total >= LONG_BUILD:
        from eujdef_tui.cli.progress import show

        show(done, total)
