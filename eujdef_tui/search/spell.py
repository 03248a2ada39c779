"""Promise: a typed word leads to the words of the base it may stand for, each with a reason and a quality.

How far it is looked for is a depth, and each depth is tried only where the one before found too little:

    0  the word, words that begin with it, and other spellings of it
    1  words a few edits away
    2  words whose beginnings are, and words that sound alike

Edit distance is optimal string alignment (insertion, deletion, substitution, neighbours swapped).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from eujdef_tui.base import Index
from eujdef_tui.names import loose, sound, spread, unspaced
from eujdef_tui.search.score import EXACT, NEAR, PREFIX, SOUND, SPELLING, STEM, TYPO, edits_allowed

__all__ = ["DEPTHS", "Spelling", "Spellings", "nearest", "spellings"]

DEPTHS = (0, 1, 2)
MOST = 24  # spellings of one word that are looked for: more only bring in words nobody meant


class Spelling(NamedTuple):
    """A word of the base that a typed word may stand for. `rule`: "", "prefix", "spelling", "~1", "~2", "sound"."""

    token: str
    quality: float
    rule: str


class Spellings:
    """All that one typed word may stand for."""

    def __init__(self, typed: str, whole: Iterable[Spelling] = (), stems: Iterable[Spelling] = ()) -> None:
        self.typed = typed
        self.whole = {item.token: item for item in whole}
        self.stems = tuple(stems)
        self._known: dict[str, Spelling | None] = {}

    def of(self, token: str) -> Spelling | None:
        """How the typed word stands for this one, if it does."""
        if token not in self._known:
            self._known[token] = self._judge(token)
        return self._known[token]

    def _judge(self, token: str) -> Spelling | None:
        typed = self.typed
        if token == typed:
            return Spelling(token, EXACT, "")
        found = self.whole.get(token)
        begins = typed in token if unspaced(typed) else token.startswith(typed)
        if begins:
            near = Spelling(token, PREFIX + NEAR * len(typed) / len(token), "prefix")
            return near if found is None or near.quality > found.quality else found
        for stem in self.stems:
            if token.startswith(stem.token) and (found is None or stem.quality > found.quality):
                found = Spelling(token, stem.quality, stem.rule)
        return found

    def wanted(self) -> str:
        """The FTS5 expression that finds any of them."""
        typed = f'"{self.typed}"*'
        if unspaced(self.typed):
            typed += f' OR "{spread(self.typed)}"*'
        parts = [typed, *(f'"{token}"' for token in self.whole)]
        parts += [f'"{stem.token}"*' for stem in self.stems]
        return " OR ".join(parts)


def spellings(index: Index, typed: str, depth: int, *, company: bool = False) -> Spellings:
    """What `typed` may stand for, looked for as far as `depth`; `company`: among other words."""
    whole = [Spelling(token, SPELLING, "spelling") for token in index.loosely(loose(typed)) if token != typed]
    stems: list[Spelling] = []
    edits = edits_allowed(typed, last=depth > 1, company=company)
    if depth >= 1 and edits:
        whole += _near(typed, index.beginning(typed[0], len(typed) - edits, len(typed) + edits), edits)
        whole += _near(typed, index.shifted(typed, len(typed) - 1, len(typed) + 1), 1)
    if depth >= 2 and edits:
        lengths = range(max(3, len(typed) - 1), len(typed) + 2) if len(typed) > 3 else ()
        begun = (stem for length in lengths for stem in _near(typed, index.stems(typed[0], length), 1))
        stems = [Spelling(stem.token, stem.quality * STEM, stem.rule) for stem in begun]
        heard = sound(typed)
        whole += [Spelling(token, SOUND, "sound") for token in index.sounding(heard) if len(heard) > 2]
    best = sorted(whole, key=lambda item: -item.quality)[:MOST]
    return Spellings(typed, reversed(best), stems[:MOST])


def _near(typed: str, tokens: Iterable[str], edits: int) -> list[Spelling]:
    found = _nearest(typed, tokens, edits, MOST)
    return [Spelling(token, TYPO[distance], f"~{distance}") for token, distance in found if distance]


def _nearest(typed: str, tokens: Iterable[str], edits: int, most: int) -> list[tuple[str, int]]:
    """The words at most so many edits away, nearest first, and how many edits each is."""
    from rapidfuzz.distance import OSA  # a word that is typed as it is written needs no library
    from rapidfuzz.process import extract

    scorer: Any = OSA.distance  # the library types its scorers for similarity only
    return [
        (token, int(found)) for token, found, _ in extract(typed, tokens, scorer=scorer, score_cutoff=edits, limit=most)
    ]


def nearest(index: Index, typed: str) -> str:
    """The word nearest to one that matched nothing, to be offered and never to be searched; "" if none is near."""
    reach = (len(typed) + 2) // 3
    tokens = index.beginning(typed[:1], len(typed) - reach, len(typed) + reach)
    return next((token for token, _ in _nearest(typed, tokens, reach, 1)), "")
