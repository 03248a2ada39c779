"""Other words for the same thing, by the roots of words: from the search's thesaurus and the fact file's own groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from eujdef_tui.search.synonyms import is_general, shipped_groups
from eujdef_tui.store import Base
from eujdef_tui.verify.roots import root
from eujdef_tui.verify.word_lists import SAME

__all__ = ["Thesaurus"]


class Thesaurus:
    """The words that stand for one another; those behind the ">" of a group stand for those before it only."""

    def __init__(self, base: Base, kept: Callable[[], Mapping[str, str]] | None = None) -> None:
        """Take the groups of a base, and those of the package; or what gives `all_others` of them as it was kept."""
        self._base, self._keeper = base, kept
        self._common: dict[str, bool] = {}
        self._looked_up, self._small = set[str](), set[str]()
        self._known: dict[str, frozenset[str]] = {}

    @cached_property
    def _groups(self) -> dict[str, list[frozenset[str]]]:
        found: dict[str, list[frozenset[str]]] = defaultdict(list)
        for line in (*self._base.index.synonyms.split("\n"), *SAME, *shipped_groups().split("\n")):
            finding, _, found_only = line.partition(">")
            group = _roots(f"{finding} {found_only}")
            for one in _roots(finding):
                found[one].append(group)
        return found

    @cached_property
    def _kept(self) -> Mapping[str, str] | None:
        return self._keeper() if self._keeper else None

    def others(self, term: str) -> frozenset[str]:
        """The roots of the words that stand for a word, by its root; itself among them where there are any."""
        if (known := self._known.get(term)) is None:
            known = frozenset(self._kept.get(term, "").split()) if self._kept is not None else self._united(term)
            self._known[term] = known
        return known

    def all_others(self) -> dict[str, str]:
        """Each root that others stand for → `others` of it, parted by spaces."""
        return {term: " ".join(sorted(self._united(term))) for term in sorted(self._groups)}

    def _united(self, term: str) -> frozenset[str]:
        return frozenset().union(*self._groups.get(term, ()))

    def is_common(self, word: str) -> bool:
        """Whether the base writes a folded word in small letters, or it is one of every subject: it is no name."""
        if (known := self._common.get(word)) is None:
            self.look_up((word,))
            known = self._common[word] = word in self._small or is_general(word)
        return known

    def look_up(self, words: Iterable[str]) -> None:
        """Ask the base in one go which of some words it writes in small letters."""
        if new := set(words) - self._looked_up:
            self._looked_up |= new
            self._small |= self._base.index.lower_case(new)


def _roots(words: str) -> frozenset[str]:
    """The roots of some words of a group, without words in a row.

    Those with "?" too: in a search another sense of such a word fills the list, but a fact has more than one word of a
    sentence.
    """
    return frozenset([root(word.rstrip("?")) for word in words.split() if "-" not in word])
