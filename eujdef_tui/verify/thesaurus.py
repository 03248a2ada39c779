"""Other words for the same thing, by the roots of words: from the search's thesaurus and the fact file's own groups."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from eujdef_tui.search.synonyms import is_general, shipped_groups
from eujdef_tui.store import Base
from eujdef_tui.verify.roots import root
from eujdef_tui.verify.word_lists import SAME

__all__ = ["Thesaurus"]


class Thesaurus:
    """The words that stand for one another."""

    def __init__(self, base: Base) -> None:
        """Take the groups of a base, and those of the package."""
        self._base = base
        self._common: dict[str, bool] = {}
        self._known: dict[str, frozenset[str]] = {}

    @cached_property
    def _groups(self) -> dict[str, list[frozenset[str]]]:
        found: dict[str, list[frozenset[str]]] = defaultdict(list)
        for line in (*self._base.index.synonyms.split("\n"), *SAME, *shipped_groups().split("\n")):
            group = frozenset([root(word.rstrip("?")) for word in line.split() if "-" not in word and word != ">"])
            for one in group:
                found[one].append(group)
        return found

    def others(self, term: str) -> frozenset[str]:
        """The roots of the words that stand for a word, by its root; itself among them where there are any."""
        if (known := self._known.get(term)) is None:
            known = self._known[term] = frozenset().union(*self._groups.get(term, ()))
        return known

    def is_common(self, word: str) -> bool:
        """Whether the base writes a folded word in small letters, or it is one of every subject: it is no name."""
        if word not in self._common:
            self._common[word] = is_general(word) or bool(self._base.index.lower_case((word,)))
        return self._common[word]
