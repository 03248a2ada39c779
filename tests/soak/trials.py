"""What a suite is: a function that tries one seed and tells what it tried, and what it found wrong."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

__all__ = ["Suite", "Tried", "seeds"]


@dataclass(slots=True)
class Tried:
    """What one trial tried (`counts`: what → how often), the largest figures it measured, and what it found wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    most: dict[str, float] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def measure(self, what: str, figure: float) -> None:
        """Keep the largest figure of its name."""
        self.most[what] = max(figure, self.most.get(what, figure))

    def add(self, other: Tried) -> None:
        """Add what another trial tried and found."""
        self.counts += other.counts
        self.faults += other.faults
        for what, figure in other.most.items():
            self.measure(what, figure)


Suite: TypeAlias = Callable[[int], Tried]


def seeds(first: int, trials: int | None, minutes: float) -> Iterator[int]:
    """Yield `trials` seeds from the first on, or with None seeds until so many minutes have passed."""
    end = time.monotonic() + minutes * 60
    seed = first
    while seed < first + trials if trials is not None else time.monotonic() < end:
        yield seed
        seed += 1
