"""The title of a brief: what was asked for, as a reader of the brief would say it."""

from __future__ import annotations

from collections.abc import Sequence

from eujdef_tui.model.records import Actor
from eujdef_tui.search.clocks import without_clocks
from eujdef_tui.store import Base
from eujdef_tui.text.unicode import fold

__all__ = ["brief_title"]


def brief_title(base: Base, numbers: Sequence[int] | None, asked: str) -> str:
    """Return the line that was typed without its clocks, which the brief tells in words; "" for nothing else.

    Where the words are part of the name of the first fact, an actor, the title is that name: kishida, Fumio Kishida.
    """
    line = " ".join(without_clocks(asked).split())
    first = base.record(numbers[0]).record if line and numbers else None
    if isinstance(first, Actor) and set(fold(line).split()) <= set(fold(first.name).split()):
        return first.name
    return line
