"""Context: what the sentences before one named last, for its "he", "they" and "the pact"."""

from __future__ import annotations

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.verify.fact import Fact

__all__ = ["Context", "Mentioned", "State"]

_REMEMBERED = 2  # sentences that named a person, of which "he" may be one

State = tuple[tuple[str, ...], tuple[tuple[str, ...], ...], tuple[str, ...], Fact | None]


class Mentioned(NamedTuple):
    """Whom a sentence names: the ids of each person, those of others, and without a person the persons who say it."""

    persons: tuple[tuple[str, ...], ...]
    others: tuple[str, ...]
    spoken: tuple[str, ...]


class Context:
    """What the sentences before named last: a person, others, and the fact that the last one was held against."""

    def __init__(self, state: State = ((), (), (), None)) -> None:
        """Begin with nothing, or as it was in a state."""
        self.person, self.persons, self.others, self.proof = state

    @property
    def state(self) -> State:
        """All that a sentence is read by, as a value."""
        return self.person, self.persons, self.others, self.proof

    def note(self, mentioned: Mentioned, proof: Fact | None) -> None:
        """Note whom a sentence named, and the fact that it was held against."""
        persons = mentioned.persons
        if not persons and mentioned.spoken:
            persons = (tuple(sorted(mentioned.spoken, key=lambda name: (name not in self.person, name))),)
        if named := tuple([one for ids in persons for one in ids]):
            self.person, self.persons = named[:1], (named, *self.persons)[:_REMEMBERED]
        self.others = mentioned.others or self.others
        self.proof = proof or self.proof
