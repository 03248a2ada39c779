"""Worded: a sentence as words: folded, by root, and parted into clauses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.once import once
from eujdef_tui.text.tokens import Word, words
from eujdef_tui.verify.roots import is_content, root
from eujdef_tui.verify.word_lists import TURNING

__all__ = ["Worded", "places"]

_BREAK = lazy_pattern(r"[,;:()—–]|\s-\s")


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def places(found: Iterable[_Spanned]) -> set[int]:
    """The place of each character of what was found in a text: its dates, its numbers.

    A set, so that whether something overlaps with any of them takes no loop over all: a sentence may be 1,000 numbers.
    """
    return {place for one in found for place in range(one.start, one.end)}


class Worded:
    """The words of a sentence. Each part is read when it is first asked for."""

    # Of pieces that were kept (see `kept_facts`): the words, quantities and dates as plain tuples.
    kept: tuple[list[tuple[int, int, str]], list[tuple[int, int, str, str, bool]], list[tuple[Any, ...]]] | None = None

    def __init__(self, text: str) -> None:
        """Take the sentence."""
        self.text = text

    @once
    def words(self) -> list[Word]:
        """Its words, folded, with their places."""
        return words(self.text) if self.kept is None else list(map(Word._make, self.kept[0]))

    @once
    def folded(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple([word.folded for word in self.words])

    @once
    def vocabulary(self) -> frozenset[str]:
        """The words, each once."""
        return frozenset(self.folded)

    @once
    def roots(self) -> dict[str, int]:
        """Root of each word that says something → the number of the word."""
        return {root(word): at for at, word in reversed(list(enumerate(self.folded))) if is_content(word)}

    @once
    def breaks(self) -> list[int]:
        """For each word, which clause it is in: marks and words such as "but" begin a new one."""
        found, clause, before = list[int](), 0, 0
        for word in self.words:
            clause += word.folded in TURNING or _BREAK().search(self.text, before, word.start) is not None
            found.append(clause)
            before = word.end
        return found
