"""Write what a verb makes to the file that `-o` names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from eujdef_tui.errors import UsageError
from eujdef_tui.system.whole_file import write_output

__all__ = ["write_output_file"]


def write_output_file(name: str, pieces: Iterable[bytes]) -> None:
    """Write a file whole or not at all. Raises UsageError where it cannot be written, and what `pieces` raises."""
    path = Path(name)
    try:
        write_output(path, pieces)
    except OSError as error:
        advice = "name a file that you may write, in a folder that is there"
        raise UsageError(f"{path} cannot be written: {error.strerror or error}", advice) from error
