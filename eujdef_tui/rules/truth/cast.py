"""Cast: the known actors of a fact file, found in texts by any of their names, the longest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Actor, Membership
from eujdef_tui.rules.truth.reading import Reading, read, stem
from eujdef_tui.text.english_words import FUNCTION_WORDS, TITLES

__all__ = ["Cast", "NameFound"]

_PLACES = frozenset(("country", "bloc", "region", "place", "city", "union"))


class NameFound(NamedTuple):
    """A known name in the words first:last of a reading, and the actors that have it."""

    first: int
    last: int
    actors: frozenset[str]


@dataclass(frozen=True)
class Cast:
    """Known actors by id."""

    actors: tuple[Actor, ...]

    @cached_property
    def by_id(self) -> dict[str, Actor]:
        """The actors by id."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def persons(self) -> frozenset[str]:
        """The ids of those who are persons."""
        return frozenset(actor.id for actor in self.actors if actor.kind == "person")

    @cached_property
    def names(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """Actor id → its names, each as folded words; of a person the surname too."""
        return {actor.id: tuple(dict.fromkeys(_names_of(actor))) for actor in self.actors}

    @cached_property
    def roles(self) -> dict[str, tuple[frozenset[str], ...]]:
        """Actor id → the stems of what its memberships call it, without names: mayor, foreign minister."""
        return {actor.id: tuple(filter(None, map(_role, actor.memberships))) for actor in self.actors}

    @cached_property
    def places(self) -> dict[str, frozenset[tuple[str, int]]]:
        """Actor id → the sentences with evidence of it: source and number, -1 for a quote that was not found."""
        return {
            actor.id: frozenset(
                (item.source, number)
                for item in evidence_of(actor)
                for number in range(item.sentence, item.last_sentence + 1)
            )
            for actor in self.actors
        }

    @cached_property
    def cited(self) -> dict[tuple[str, int], frozenset[str]]:
        """Sentence (source and number) → the persons of whom there is evidence in it."""
        found: dict[tuple[str, int], set[str]] = defaultdict(set)
        for actor in self.persons:
            for place in self.places[actor]:
                found[place].add(actor)
        return {place: frozenset(persons) for place, persons in found.items()}

    @cached_property
    def tied(self) -> dict[str, frozenset[str]]:
        """Actor id → those of which it is a member, and its members."""
        found: dict[str, set[str]] = defaultdict(set)
        for actor in self.actors:
            for membership in actor.memberships:
                found[actor.id].add(membership.organization)
                found[membership.organization].add(actor.id)
        return {actor: frozenset(others) for actor, others in found.items()}

    @cached_property
    def _index(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """First word → the names that begin with it, longest first."""
        index: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for actor, names in self.names.items():
            for name in names:
                index[name[0]].append((name, actor))
        return {word: sorted(found, key=lambda item: -len(item[0])) for word, found in index.items()}

    @cached_property
    def _memo(self) -> dict[str, tuple[NameFound, ...]]:
        return {}

    def found_in(self, reading: Reading) -> tuple[NameFound, ...]:
        """The known names in a text, in order, none within a longer one."""
        if (known := self._memo.get(reading.text)) is None:
            known = self._memo[reading.text] = tuple(self._search(reading))
        return known

    def named_in(self, reading: Reading) -> frozenset[str]:
        """The ids of the actors whose names stand in a text."""
        if (known := self._ids.get(reading.text)) is None:
            every = (found.actors for found in self.found_in(reading))
            known = self._ids[reading.text] = frozenset().union(*every)
        return known

    @cached_property
    def _ids(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _named(self) -> dict[tuple[str, str], bool]:
        return {}

    def is_named(self, actor: str, source: str, article: Reading) -> bool:
        """Whether an article names an actor, by any form of a name, or is the source of evidence of it."""
        if (known := self._named.get((actor, source))) is None:
            cited = any(place[0] == source for place in self.places[actor])
            known = cited or is_named(self.by_id[actor], self.names[actor], article)
            self._named[actor, source] = known
        return known

    def _search(self, reading: Reading) -> Iterator[NameFound]:
        tokens, at = reading.folded, 0
        while at < len(tokens):
            actors, last = set[str](), at
            for name, actor in self._index.get(tokens[at], ()):
                if len(name) < last - at:
                    break
                if tokens[at : at + len(name)] == name and _written_as_name(reading, at, len(name)):
                    actors.add(actor)
                    last = at + len(name)
            if actors:
                yield NameFound(at, last, frozenset(actors))
            at = max(at + 1, last)


def _names_of(actor: Actor) -> Iterator[tuple[str, ...]]:
    for name in (actor.name, *(other.name for other in actor.other_names)):
        tokens = read(name).folded
        if tokens:
            yield tokens
            without = tokens[1:] if tokens[0] in TITLES else tokens
            if without:
                yield without
    if actor.kind == "person":
        family = (actor.sort_name.partition(",")[0] or actor.name.rpartition(" ")[2]).strip()
        if tokens := read(family).folded:
            yield tokens
            if len(tokens[-1]) > 3:
                yield (tokens[-1],)


def _role(membership: Membership) -> frozenset[str]:
    reading = read(membership.role)
    names = {word.folded for word in reading.capitals}
    return frozenset(stem(word.folded) for word in reading.content if word.folded not in names)


def _written_as_name(reading: Reading, at: int, length: int) -> bool:
    """Whether a name of one word is written with a capital, as "Union" and not "union"."""
    word = reading.words[at]
    return length > 1 or not reading.text[word.start].islower()


def is_named(actor: Actor, names: Iterable[Sequence[str]], reading: Reading) -> bool:
    """Whether a text may be said to name an actor: by a form of one of its words, or by all words of a name."""
    for name in names:
        content = [word for word in name if word not in FUNCTION_WORDS] or list(name)
        if all(word in reading.vocabulary or stem(word) in reading.stems for word in content):
            return True
        if len(content) == 1 and actor.kind in _PLACES:
            begin = content[0][: max(4, len(content[0]) - 2)]  # Japanese, Norwegian, Italian
            if len(begin) > 3 and reading.has_word_like(begin):
                return True
    return False
