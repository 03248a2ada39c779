"""Holdings: which facts have a word, or name someone, and how near: in their own words, a quote or the sentence.

Terms are roots of words, "@" and the id of a record that is named (or of one who is of a place with it), and "~" and
the stem of a word that has an opposite. Another word for a word counts less than itself would there.
"""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Callable, Iterable, Mapping

from eujdef_tui.verify.evidence import evidenced
from eujdef_tui.verify.facts import Facts

__all__ = ["OWN", "OWN_OTHERWISE", "Holdings", "packed", "unpacked"]

# How near a fact has a term, as the share of its weight that counts: in what the fact says; in its quote; in the
# sentence around the quote, or as another word. A name in the quote counts as one in the fact.
OWN, QUOTED, BESIDE, _NAMED_BESIDE = 1.0, 0.8, 0.5, 0.75
# and another word for it, in the same places
OWN_OTHERWISE = 0.75
_OTHERWISE = {OWN: OWN_OTHERWISE, QUOTED: 0.55, BESIDE: 0.3}
_LEVELS = (OWN, QUOTED, BESIDE, _NAMED_BESIDE, *_OTHERWISE.values())


class Holdings:
    """Term → number of each fact that has it → how near."""

    def __init__(self, facts: Facts, others: Callable[[str], Iterable[str]]) -> None:
        """Gather the terms of facts; `others` gives the other words for a word, by roots."""
        self._others = others
        self._held: dict[str, dict[int, float]] = {}
        for at, one in enumerate(facts.facts):
            fact = evidenced(one, facts)
            self._put(fact.roots, at, BESIDE)
            self._put(fact.near_roots, at, QUOTED)
            self._put(one.own.roots, at, OWN)
            self._put((f"@{name}" for name in fact.wide_ids), at, _NAMED_BESIDE)
            self._put((f"@{name}" for name in fact.wide_own_ids), at, OWN)
            self._put((f"~{stem}" for stem in fact.near_sided), at, OWN)

    def _put(self, terms: Iterable[str], at: int, level: float) -> None:
        for term in terms:
            self._held.setdefault(term, {})[at] = level

    def of(self, term: str) -> Mapping[int, float]:
        """The facts that have a term, or another word for it."""
        found: dict[int, float] = {}
        for other in self._others(term):
            for at, level in self._held.get(other, {}).items():
                found[at] = max(found.get(at, 0.0), _OTHERWISE[level])
        for at, level in self._held.get(term, {}).items():
            found[at] = max(found.get(at, 0.0), level)
        return found

    def all(self, words: Iterable[str]) -> dict[str, Mapping[int, float]]:
        """The same for every term of the facts, and for more words, without those that no fact has."""
        terms = sorted(self._held.keys() | set(words))
        return {term: found for term in terms if (found := self.of(term))}


def packed(held: Mapping[int, float]) -> bytes:
    """The facts that have a term as bytes, those that have it alike together."""
    return marshal.dumps(
        {level: array("I", at).tobytes() for level in _LEVELS if (at := [n for n, one in held.items() if one == level])}
    )


def unpacked(data: bytes) -> dict[int, float]:
    """The facts that have a term, from `packed`."""
    found: dict[int, float] = {}
    for level, at in marshal.loads(data).items():
        found.update(dict.fromkeys(memoryview(at).cast("I"), level))
    return found
