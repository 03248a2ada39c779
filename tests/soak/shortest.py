"""Shorten a sequence that fails to one that still does: delta debugging (Zeller's ddmin), within a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

__all__ = ["shortest"]

T = TypeVar("T")


def shortest(steps: Sequence[T], fails: Callable[[Sequence[T]], bool], late: Callable[[], bool]) -> Sequence[T]:
    """Return the shortest part of `steps` that is found to fail until it is `late`; all, if they fail only at times."""
    parts = 2
    while len(steps) > 1 and not late():
        size = max(1, len(steps) // parts)
        starts = range(0, len(steps), size)
        fewer = ([*steps[:start], *steps[start + size :]] for start in reversed(starts))
        shorter = next((some for some in fewer if not late() and fails(some)), None)
        if shorter is not None:
            steps, parts = shorter, max(2, parts - 1)
        elif size == 1:
            break
        else:
            parts = min(len(steps), parts * 2)
    return steps
