"""Promise: a typed word leads to the words of the base it may stand for, each with a reason and a quality.

Edit distance is optimal string alignment (insertion, deletion, substitution, neighbours swapped).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from eujdef_tui.names import loose
from eujdef_tui.search.score import EXACT, LOOSE, NEAR, PREFIX, TYPO, edits_allowed

__all__ = ["Spelling", "nearest", "spellings"]


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word of the base that a typed word may stand for. `rule`: "", "prefix", "spelling", "~1", "~2"."""

    token: str
    quality: float
    rule: str


def spellings(typed: str, vocabulary: Iterable[str]) -> list[Spelling]:
    """Every word that `typed` may stand for, in no order."""
    found: list[Spelling] = []
    edits = edits_allowed(len(typed))
    sound = loose(typed)
    for token in vocabulary:
        if token == typed:
            found.append(Spelling(token, EXACT, ""))
        elif token.startswith(typed):
            found.append(Spelling(token, PREFIX + NEAR * len(typed) / len(token), "prefix"))
        elif token == sound or loose(token) == sound:
            found.append(Spelling(token, LOOSE, "spelling"))
        elif edits:
            distance = _distance(typed, token, edits)
            if distance <= edits:
                found.append(Spelling(token, TYPO[distance], f"~{distance}"))
    return found


def _distance(typed: str, token: str, edits: int) -> int:
    """Edits between what was typed and a word, or the beginning of a longer one; above `edits` if too far.

    The first letter is seldom mistyped: a beginning only counts as near when it starts alike.
    """
    whole: int = edits + 1
    if abs(len(token) - len(typed)) <= edits:
        whole = OSA.distance(typed, token, score_cutoff=edits)
    if whole <= 1 or len(token) <= len(typed) or token[0] != typed[0]:
        return whole
    stems = (token[: len(typed) + shift] for shift in (-1, 0, 1))
    return min(whole, *(OSA.distance(typed, stem, score_cutoff=edits) for stem in stems))


def nearest(typed: str, vocabulary: Iterable[str]) -> str:
    """The word nearest to one that matched nothing, to be offered and never to be searched; "" if none is near."""
    reach = max(1, len(typed) // 3)
    best, best_distance = "", reach + 1
    for token in vocabulary:
        if abs(len(token) - len(typed)) < best_distance and len(token) > 2:
            distance = OSA.distance(typed, token, score_cutoff=best_distance - 1)
            if distance < best_distance:
                best, best_distance = token, distance
    return best
