"""Ties: how near facts are to one another: of one record or agreement, in one sentence, in one and the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from eujdef_tui.verify.fact import Fact

__all__ = ["Ties"]

_OF_ONE, _IN_ONE, _NEXT = 1.0, 0.8, 0.4

Place = tuple[str, int]  # a sentence: source and number


class Ties:
    """Which facts are tied to a fact, looked up by what they link to and by their sentences: no fact is unpacked."""

    def __init__(self, linked: dict[str, list[int]], places: dict[Place, list[int]]) -> None:
        """Take the numbers of the facts that link to each record, and of those that rest on each sentence."""
        self.linked, self.places = linked, places
        self._known: dict[Fact, dict[int, float]] = {}

    @classmethod
    def between(cls, facts: Iterable[Fact]) -> Ties:
        """Those between some facts, by their place among them."""
        linked: dict[str, list[int]] = {}
        places: dict[Place, list[int]] = {}
        for at, fact in enumerate(facts):
            for one in sorted(fact.linked):
                linked.setdefault(one, []).append(at)
            for place in sorted(fact.places):
                places.setdefault(place, []).append(at)
        return cls(linked, places)

    def of(self, fact: Fact) -> Mapping[int, float]:
        """The number of each fact that is tied to one → how near it is."""
        if (known := self._known.get(fact)) is None:
            known = self._known[fact] = {}
            beside = [(source, number + step) for source, number in fact.places for step in (-1, 1)]
            known.update((at, _NEXT) for place in beside for at in self.places.get(place, ()))
            known.update((at, _IN_ONE) for place in fact.places for at in self.places.get(place, ()))
            known.update((at, _OF_ONE) for one in (fact.id, *fact.agreements) for at in self.linked.get(one, ()))
        return known
