"""Doubt: what a truth check says of a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from eujdef_tui.rules.truth.claim import Claim

__all__ = ["Check", "Doubt"]


class Doubt(NamedTuple):
    """One thing in a claim that its passages do not bear out, and what to do about it."""

    message: str
    advice: str


Check = Callable[[Claim], Iterator[Doubt]]
