"""Bases opened and rebuilt: what the tests of the shelf share."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from eujdef_tui.store import Base, open_base
from eujdef_tui.store.cache import base_path

__all__ = ["OPEN", "left_over", "links_to", "opened", "retitled"]

OPEN = """
import sys
from pathlib import Path
from eujdef_tui.store import open_base
base = open_base(Path(sys.argv[1]))
print(base.title, base.count(), base.file is None)
"""


def links_to(base: Base, n: int) -> list[tuple[str, int]]:
    """(role, number) of the records that point at `n`, as they stand in the base, in the order of the screen."""
    return base._select("SELECT role, src FROM link WHERE dst = ? ORDER BY src", n)


def opened(facts: Path) -> tuple[str, int]:
    """Open a fact file's base: its title, and the inode of its file, which is another one after a rebuild."""
    with closing(open_base(facts)) as base:
        return base.title, base_path(facts).stat().st_ino


def retitled(facts: Path, title: str) -> None:
    """Give the fact file another title, in place of "The metre and the kilogram"."""
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text.replace("title: The metre and the kilogram", f"title: {title}"), encoding="utf-8")


def left_over(cache: Path) -> list[str]:
    return [path.name for path in cache.iterdir() if path.name.startswith(".")]
