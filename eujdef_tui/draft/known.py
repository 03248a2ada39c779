"""The actors and agreements of the base, found by the words of their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from eujdef_tui.draft.tokens import Token, tokens_of
from eujdef_tui.model.records import Actor, Agreement
from eujdef_tui.model.searchable import names_of

__all__ = ["Known", "Named"]


class Named(NamedTuple):
    """A known record whose name stands in so many words at a place."""

    id: str
    length: int


class Known:
    """Names of known records, folded to lower case. Initials that no article wrote are left out."""

    def __init__(self, records: Iterable[Actor | Agreement] = ()) -> None:
        self.kinds: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.metonyms: set[str] = set()
        self.actors: list[Actor] = []
        self.agreements: set[str] = set()
        self._whole: dict[str, str] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for record in records:
            self._take(record)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))

    def _take(self, record: Actor | Agreement) -> None:
        if isinstance(record, Agreement):
            self.agreements.add(record.id)
            self.kinds[record.id], self.names[record.id] = record.instrument, record.title
        else:
            self.actors.append(record)
            self.kinds[record.id], self.names[record.id] = record.kind, record.name
            self.metonyms |= {other.name.lower() for other in record.other_names if other.kind == "metonym"}
        for name, label in names_of(record):
            if label.startswith("initials"):
                continue
            words = tuple(token.low for token in tokens_of(name, 0, len(name)))
            if not words:
                continue
            self._whole.setdefault(" ".join(words), record.id)
            if words[0] == "the":
                self._whole.setdefault(" ".join(words[1:]), record.id)
            if any(not token.capital for token in tokens_of(name, 0, len(name))):
                self._phrases[words[0]].append((words, record.id))

    def whole(self, words: str) -> str:
        """The id of the record that has these words, in lower case, as a name; "" for none."""
        return self._whole.get(words, "")

    def phrase(self, tokens: Sequence[Token], at: int) -> Named | None:
        """The longest name with words in lower case that stands at a token."""
        for words, record in self._phrases.get(tokens[at].low, ()):
            there = tokens[at : at + len(words)]
            if len(there) == len(words) and all(token.low == word for token, word in zip(there, words, strict=True)):
                return Named(record, len(words))
        return None
