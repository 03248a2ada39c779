"""Verdict: what the base says of a sentence of a draft."""

from __future__ import annotations

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.fact import Fact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Word = Literal["supported", "differs", "no source", "nothing to check"]

__all__ = ["VERDICTS", "Verdict"]

VERDICTS: tuple[Word, ...] = ("supported", "differs", "no source", "nothing to check")


class Verdict(NamedTuple):
    """What the base says of a sentence, and why.

    `fact` is the proof, or where no source says so the nearest fact; None where nothing is near. `share` is how much of
    the sentence the fact has, by weight, and `lacking` the words that it has not.
    """

    word: Word
    why: str
    fact: Fact | None = None
    differences: tuple[Difference, ...] = ()
    share: float = 0.0
    lacking: tuple[str, ...] = ()
    parts: tuple[Verdict, ...] = ()
