"""Write changed fact files: only where all of it still loads, only over what was read, each whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from eujdef_tui.errors import UsageError
from eujdef_tui.factfile.loader import load_changed
from eujdef_tui.system.whole_file import write_output

__all__ = ["Rewrite", "take_back", "write_files"]


class Rewrite(NamedTuple):
    """A fact file as it is on the disk, and as it is to be."""

    path: Path
    before: bytes
    after: bytes


def write_files(path: Path, rewrites: tuple[Rewrite, ...]) -> None:
    """Write the files of the fact file `path`, the last one last: what is lost to a power cut then is the end.

    A digest that is wrong is no reason against a change: the article of another source may have changed too.
    Raises FactFileError where all of it would not load, UsageError where a file changed meanwhile or cannot be written.
    """
    load_changed(path, {one.path: one.after for one in rewrites})
    for one in rewrites:
        _unchanged(one.path, one.before)
    for one in rewrites:
        _write(one.path, one.after)


def take_back(rewrites: tuple[Rewrite, ...]) -> None:
    """Write what stood there before. Raises UsageError where a file changed since, or cannot be written."""
    for one in rewrites:
        _unchanged(one.path, one.after)
    for one in reversed(rewrites):
        _write(one.path, one.before)


def _unchanged(path: Path, known: bytes) -> None:
    try:
        same = path.read_bytes() == known
    except OSError:
        same = False
    if not same:
        advice = "nothing is written over it: start again, so that it is read anew"
        raise UsageError(f"{path} was changed by somebody else meanwhile", advice)


def _write(path: Path, data: bytes) -> None:
    try:
        write_output(path, (data,))
    except OSError as error:
        advice = "allow yourself to write it, or work on a copy of its folder"
        raise UsageError(f"{path} cannot be written: {error.strerror or error}", advice) from error
