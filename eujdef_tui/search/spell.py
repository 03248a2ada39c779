"""Promise: a typed word leads to the words of the base it may stand for, each with a reason and a quality.

Edit distance is optimal string alignment (insertion, deletion, substitution, neighbours swapped).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from eujdef_tui.names import loose
from eujdef_tui.search.score import EXACT, LOOSE, NEAR, PREFIX, STEM, TYPO, edits_allowed

__all__ = ["Spelling", "nearest", "spellings"]


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word of the base that a typed word may stand for. `rule`: "", "prefix", "spelling", "~1", "~2"."""

    token: str
    quality: float
    rule: str


def spellings(typed: str, vocabulary: Iterable[str]) -> list[Spelling]:
    """Every word that `typed` may stand for, in no order.

    A word that is there was not mistyped, and beginnings are tried for typing errors only where no whole word is near.
    """
    found: list[Spelling] = []
    near: list[Spelling] = []
    stems: list[Spelling] = []
    known = False
    edits = edits_allowed(typed)
    sound = loose(typed)
    for token in vocabulary:
        if token == typed:
            found.append(Spelling(token, EXACT, ""))
            known = True
        elif token.startswith(typed):
            found.append(Spelling(token, PREFIX + NEAR * len(typed) / len(token), "prefix"))
        elif token == sound or loose(token) == sound:
            found.append(Spelling(token, LOOSE, "spelling"))
            known = True
        elif edits and not known:
            if (distance := _distance(typed, token, edits)) <= edits:
                near.append(Spelling(token, TYPO[distance], f"~{distance}"))
            elif (distance := _stem_distance(typed, token, edits)) <= edits:
                stems.append(Spelling(token, TYPO[distance] * STEM, f"~{distance}"))
    return found if known else found + (near or stems)


def _distance(typed: str, token: str, edits: int) -> int:
    """The edits between what was typed and a word; more than `edits` if it is farther."""
    if abs(len(token) - len(typed)) > edits:
        return edits + 1
    return int(OSA.distance(typed, token, score_cutoff=edits))


def _stem_distance(typed: str, token: str, edits: int) -> int:
    """The same for the beginning of a longer word. The first letter is seldom mistyped, so it must be alike."""
    if len(token) <= len(typed) or token[0] != typed[0]:
        return edits + 1
    return min(_distance(typed, token[: len(typed) + shift], edits) for shift in (-1, 0, 1))


def nearest(typed: str, vocabulary: Iterable[str]) -> str:
    """The word nearest to one that matched nothing, to be offered and never to be searched; "" if none is near."""
    if any(map(str.isdigit, typed)):
        return ""
    reach = max(1, len(typed) // 3)
    best, best_distance = "", reach + 1
    for token in vocabulary:
        if abs(len(token) - len(typed)) < best_distance and len(token) > 2:
            distance = OSA.distance(typed, token, score_cutoff=best_distance - 1)
            if distance < best_distance:
                best, best_distance = token, distance
    return best
