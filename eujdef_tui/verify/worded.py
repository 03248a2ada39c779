"""Worded: a sentence as words: folded, by root, and parted into clauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.once import once
from eujdef_tui.text.tokens import Word, words
from eujdef_tui.verify.word_kinds import KINDS, MEANINGS
from eujdef_tui.verify.word_lists import PHRASE_WORDS, PHRASES, TURNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Protocol

    class _Spanned(Protocol):
        @property
        def start(self) -> int: ...

        @property
        def end(self) -> int: ...


__all__ = ["Worded", "places"]

# Words that are one with the one before them; the key is that word, and the sign between.
_PARTS = {
    ("start", "-"): ("up", "ups"),
    **dict.fromkeys((("cyber", " "), ("cyber", "-")), ("security", "attack", "attacks", "space")),
    ("gross", " "): ("domestic",),
    ("grossdomestic", " "): ("product",),
}
_WHOLE = {"product": "gdp"}
_JOINED = frozenset(first for first, _ in _PARTS)  # a text without these is left as it is
_BREAK = lazy_pattern(r"[,;:()—–]|\s-\s")


def places(found: Iterable[_Spanned]) -> set[int]:
    """The place of each character of what was found in a text: its dates, its numbers.

    A set, so that whether something overlaps with any of them takes no loop over all: a sentence may be 1,000 numbers.
    """
    return {place for one in found for place in range(one.start, one.end)}


def _joined(text: str, found: list[Word]) -> list[Word]:
    """Words of which two or three that are written apart are one: start-up, cyber security, gross domestic product."""
    folded = tuple([word for _, _, word in found])
    if not PHRASE_WORDS.isdisjoint(folded):
        found = _of_phrases(text, found, folded)
    if _JOINED.isdisjoint(folded):
        return found
    joined = list[Word]()
    for word in found:
        before = joined[-1] if joined else None
        sign = text[before.end : word.start] if before else ""
        if before and word.folded in _PARTS.get((before.folded, sign), ()):
            joined[-1] = Word(before.start, word.end, _WHOLE.get(word.folded, before.folded + word.folded))
        else:
            joined.append(word)
    return joined


def _of_phrases(text: str, found: list[Word], folded: tuple[str, ...]) -> list[Word]:
    """Words of which those of a phrase are one: announced, of "made public"."""
    words, done = list[Word](), 0
    for at in [at for at, word in enumerate(folded) if word in PHRASES]:
        if at < done:
            continue  # it is in a phrase already
        start = found[at].start
        behind = PHRASES[folded[at]]
        after = folded[at + 1] if at + 1 < len(folded) else ""
        for rest, meant in (*behind.get(after, ()), *behind.get("", ())) if after else behind.get("", ()):
            if folded[at + 1 : at + 1 + len(rest)] == rest:
                end = found[at + len(rest)].end
                if not _BREAK().search(text, start, end):
                    words += (*found[done:at], Word(start, end, meant))
                    done = at + 1 + len(rest)
                    break
    return [*words, *found[done:]] if done else found


class Worded:
    """The words of a sentence. Each part is read when it is first asked for."""

    # Of pieces that were kept (see `kept_facts`): the words, quantities, dates and names as plain tuples.
    kept: (
        tuple[
            list[tuple[int, int, str]],
            list[tuple[int, int, str, str, bool]],
            list[tuple[Any, ...]],
            list[tuple[Any, ...]],
        ]
        | None
    ) = None

    def __init__(self, text: str) -> None:
        """Take the sentence."""
        self.text = text

    @once
    def words(self) -> list[Word]:
        """Its words, folded, with their places."""
        return _joined(self.text, words(self.text)) if self.kept is None else list(map(Word._make, self.kept[0]))

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
        found = dict(zip(reversed(self.meanings), reversed(range(len(self.meanings))), strict=True))
        found.pop("", None)
        return found

    @once
    def meanings(self) -> tuple[str, ...]:
        """The root of each word; "" for one that says nothing by itself."""
        return tuple(map(MEANINGS.__getitem__, self.folded))

    @once
    def capitals(self) -> list[int]:
        """The numbers of the words that are written with a capital."""
        text = self.text
        return [at for at, (start, _, _) in enumerate(self.words) if text[start].isupper()]

    @once
    def kinds(self) -> tuple[int, ...]:
        """What each word may begin, see `word_kinds`."""
        return tuple(map(KINDS.__getitem__, self.folded))

    @once
    def kind(self) -> int:
        """What any of its words may begin."""
        return reduce(or_, self.kinds, 0)

    def places_of(self, kind: int) -> Sequence[int]:
        """The numbers of the words of a kind."""
        return [at for at, one in enumerate(self.kinds) if one & kind] if self.kind & kind else ()

    @once
    def breaks(self) -> list[int]:
        """For each word, which clause it is in: marks and words such as "but" begin a new one."""
        found, clause, before = list[int](), 0, 0
        text = self.text
        for start, end, folded in self.words:
            if folded in TURNING:
                clause += 1
            elif start - before != 1 or text[before] != " ":  # most words are parted by a space
                clause += _BREAK().search(text, before, start) is not None
            found.append(clause)
            before = end
        return found
