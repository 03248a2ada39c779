"""Expand a typed word to the words of the base it may stand for, each with a reason and a quality.

The ways in which a word may be expanded stand in a table, `expansion_rules.RULES`. A word is expanded step by step,
and a deeper step is taken only where the one before found too little:

    depth 0  the word, words that begin with it, other spellings of it
    depth 1  words a few edits away
    depth 2  words whose beginning is a few edits away, words that sound alike
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.search import score
from eujdef_tui.search.expansion_rules import RULES, Alternative, Find, Rule
from eujdef_tui.search.query import Term
from eujdef_tui.search.score import edits_allowed
from eujdef_tui.search.spell import MOST, is_acronym, replaced
from eujdef_tui.store import Index, NameLine, Names
from eujdef_tui.text.word_forms import is_unspaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eujdef_tui.search.results import Match

__all__ = ["DEPTHS", "RULES", "Alternative", "ExpandedTerm", "Expansion", "Rule", "expand", "expand_word", "prefixed"]

DEPTHS = (0, 1, 2)
PREFIXED = 20  # words of a text with the typed prefix that are compared: the rest are no better
BEGUN = 2_000  # words that begin as an acronym does and are looked at
MOST_OF_IDEAS = 250  # alternatives of one word with those of its ideas: an idea has up to forty words in all forms
LISTED = 64  # words with the typed prefix that are looked up one by one


class Expansion:
    """The alternatives of one typed word. It is not changed once made; answers given are remembered."""

    def __init__(
        self,
        typed: str,
        words: Iterable[Alternative] = (),
        prefixes: Iterable[Alternative] = (),
        listed: Iterable[str] = (),
        common: Iterable[str] = (),
    ) -> None:
        """Make one; `listed` are all words with the typed prefix, where they are known and few.

        `common` are those of them that are not meant: an acronym is no beginning of a common word (SAFE, safely).
        """
        self._common = frozenset(common)
        self.typed, self.listed = typed, tuple(listed)
        self._unspaced = is_unspaced(typed)
        self.words = {item.token: item for item in words}
        self.prefixes = tuple(prefixes)
        self._best = sorted(self.words.values(), key=lambda item: -item.quality)
        self._needles = (typed, *self.words, *(item.token for item in self.prefixes)) if typed else ()
        self._known: dict[str, Alternative | None] = {}

    def of(self, token: str) -> Alternative | None:
        """The alternative that a word of the base is, if it is one."""
        try:
            return self._known[token]
        except KeyError:
            found = self._known[token] = self._alternative(token)
            return found

    def _alternative(self, token: str) -> Alternative | None:
        typed = self.typed
        if token == typed:
            return Alternative(token, score.EXACT, "")
        found = self.words.get(token)
        begun = typed in token if self._unspaced else token.startswith(typed)
        if begun and token not in self._common:
            prefix = Alternative(token, score.PREFIX + score.NEAR * len(typed) / len(token), "prefix")
            return prefix if found is None or prefix.quality > found.quality else found
        for item in self.prefixes:
            if token.startswith(item.token) and (found is None or item.quality > found.quality):
                found = Alternative(token, item.quality, item.rule, item.weak)
        return found

    def lines(self, names: Names) -> Sequence[NameLine]:
        """The names that may hold an alternative."""
        may_be_in = self._may_be_in
        if not may_be_in(names.text):
            return ()
        lines = names.lines
        if len(lines) == 1:
            return lines
        return [line for line in lines if may_be_in(line.folded) or (line.joints and may_be_in(line.words))]

    def _may_be_in(self, text: str) -> bool:
        """Whether a text may hold an alternative. Asked of all that is read; `any` takes three times as long."""
        for needle in self._needles:  # noqa: SIM110
            if needle in text:
                return True
        return False

    def within(self, text: str) -> Alternative | None:
        """The best alternative that is not weak among the words of a text, which one space parts."""
        for needle in self._needles:  # asked of all texts: what `_may_be_in` does
            if needle in text:
                break
        else:
            return None
        typed, padded = self.typed, f" {text} "
        if typed and f" {typed} " in padded:
            return Alternative(typed, score.EXACT, "")
        found = next((item for item in self._best if not item.weak and f" {item.token} " in padded), None)
        needle = typed if self._unspaced else f" {typed}"
        at = padded.find(needle) if typed else -1
        seen = 0
        while at >= 0 and seen < PREFIXED:
            start, end = padded.rfind(" ", 0, at + 1) + 1, padded.find(" ", at + 1)
            quality = score.PREFIX + score.NEAR * len(typed) / (end - start)
            if (found is None or quality > found.quality) and padded[start:end] not in self._common:
                found = Alternative(padded[start:end], quality, "prefix")
            at, seen = padded.find(needle, end), seen + 1
        return found


class ExpandedTerm(NamedTuple):
    """A term and what its word is expanded to; `several` where it is one of several terms.

    `memo` holds work that depends on nothing else: what `match` found in documents, by number.
    """

    term: Term
    expansion: Expansion
    several: bool
    memo: dict[int, tuple[Match, ...]]


def expand(
    index: Index, term: Term, depth: int, *, several: bool, reserve: bool = False, ideas: bool = False
) -> ExpandedTerm:
    """A term with its alternatives. A phrase has none, a date only the one word that is also looked for as text."""
    if term.phrase or term.date:
        return ExpandedTerm(term, Expansion("" if term.phrase else term.figure), several, {})
    capital = term.text[:1].isupper() and not term.text.isupper()
    if is_acronym(term.text):
        return ExpandedTerm(term, _expand_acronym(index, term.tokens[0], depth), several, {})
    reserve = reserve and (several or not capital)  # Levy alone is a name, and no tax
    ideas = ideas and not term.text[:1].isupper()  # a name has no other words
    words = expand_word(index, term.tokens[0], depth, several=several, reserve=reserve, capital=capital, ideas=ideas)
    return ExpandedTerm(term, words, several, {})


def expand_word(
    index: Index,
    typed: str,
    depth: int,
    *,
    several: bool = False,
    reserve: bool = False,
    capital: bool = False,
    ideas: bool = False,
    rules: Sequence[Rule] = RULES,
) -> Expansion:
    """The alternatives of a typed word that the rules allow at this depth.

    `several`: beside other typed words; `reserve`: the word as typed gives too little; `capital`: it was typed with a
    capital, so that a name is meant and no ordinary word; `ideas`: nothing else was found.
    """
    lenient = several and depth > 1
    words: list[Alternative] = []
    prefixes: list[Alternative] = []
    for rule in rules:
        fits = rule.depth <= depth and rule.shortest <= len(typed)
        if rule.find and fits and reserve >= rule.reserve and ideas >= rule.ideas:
            (prefixes if rule.of_prefixes else words).extend(_found(index, rule.find, typed, lenient))
    if capital:
        words = _without_ordinary(index, typed, words)
    best = sorted(words, key=lambda item: -item.quality)[: MOST_OF_IDEAS if ideas else MOST]
    # the best last: of two alternatives for one word, the later counts
    return Expansion(typed, reversed(best), prefixes[:MOST], prefixed(index, typed))


def _expand_acronym(index: Index, typed: str, depth: int) -> Expansion:
    """The names that an acronym may stand for: it, other spellings of it, and what differs by no other letter.

    ASEAN is not Asian, nor SAFE safely; KALAS, in capitals as well, is Kallas.
    """
    near = expand_word(index, typed, depth)
    names = index.proper([*near.words, *near.listed])
    words = [item for item in near.words.values() if item.token in names and _is_slip(typed, item)]
    prefixes = [item for item in near.prefixes if _is_slip(typed, item)]
    begun = index.words_with_beginning(typed, BEGUN)
    common = index.lower_case(begun) - {typed}
    listed = [token for token in near.listed if token not in common] or ([typed] if near.listed else [])
    return Expansion(typed, words, prefixes, listed, common)


def _is_slip(typed: str, item: Alternative) -> bool:
    return item.rule in ("spelling", "numeral") or (item.rule == "~1" and not replaced(typed, item.token))


def _found(index: Index, find: Find, typed: str, lenient: bool) -> tuple[Alternative, ...]:
    """What a rule finds for a word. It is kept: a query is tried step by step, and again with the next letter."""
    return index.alternatives.of((find, typed, lenient), lambda: tuple(find(index, typed, lenient)))


def _without_ordinary(index: Index, typed: str, words: Sequence[Alternative]) -> list[Alternative]:
    """The alternatives without those ordinary words that are near enough only to a typed ordinary word."""
    ordinary = index.lower_case([item.token for item in words if item.anywhere])
    near = edits_allowed(typed, lower_case=True) > 0
    return [
        item._replace(anywhere=False) if item.token in ordinary else item
        for item in words
        if item.token not in ordinary or near
    ]


def prefixed(index: Index, typed: str) -> tuple[str, ...]:
    """The words with the typed prefix, where the index lists all of them and they are few."""
    return () if is_unspaced(typed) else index.words_with_prefix(typed, LISTED)
