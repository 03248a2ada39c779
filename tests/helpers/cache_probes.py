"""Open and rebuild bases, and look at what that leaves on disk: helpers of the tests of the cache."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from eujdef_tui.store import Base, open_base
from eujdef_tui.store.cache import base_path

__all__ = ["OPEN", "left_over", "links_to", "opened", "recorded_disk_calls", "retitled"]

OPEN = """
import sys
from pathlib import Path
from eujdef_tui.store import open_base
base = open_base(Path(sys.argv[1]))
print(base.title, base.count(), base.file is None)
"""


def links_to(base: Base, n: int) -> list[tuple[str, int]]:
    """Return (role, number) of the records that link to `n`, in the order of the screen."""
    found = base._select("SELECT role, src FROM link WHERE dst = ? ORDER BY src", base.places.number(n))
    return [(role, base.places.place(src)) for role, src in found]


def opened(facts: Path) -> tuple[str, int]:
    """Open the base of a fact file; return its title and the inode of its file, which a rebuild changes."""
    with closing(open_base(facts)) as base:
        return base.title, base_path(facts).stat().st_ino


def retitled(facts: Path, title: str) -> None:
    """Give the fact file another title, in place of "The metre and the kilogram"."""
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text.replace("title: The metre and the kilogram", f"title: {title}"), encoding="utf-8")


def left_over(cache: Path) -> list[str]:
    """Return the names of temporary files in a cache folder."""
    return [path.name for path in cache.iterdir() if path.name.startswith(".")]


def recorded_disk_calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Return a list that gets ("fsync" or "replace", inode) of every later `os.fsync` and `os.replace`, in order."""
    calls: list[tuple[str, int]] = []
    fsync, replace = os.fsync, os.replace

    def recorded_fsync(descriptor: int) -> None:
        calls.append(("fsync", os.fstat(descriptor).st_ino))
        fsync(descriptor)

    def recorded_replace(source: str | Path, target: str | Path) -> None:
        calls.append(("replace", Path(source).stat().st_ino))
        replace(source, target)

    monkeypatch.setattr(os, "fsync", recorded_fsync)
    monkeypatch.setattr(os, "replace", recorded_replace)
    return calls
