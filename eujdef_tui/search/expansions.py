"""Expand a typed word to the words of the base it may stand for, each with a reason and a quality.

RULES is the table of ways in which a word may be expanded. To add one, add a row here and its examples to
tests/search/expansions.tsv. A word is expanded step by step, and a deeper step is taken only where the one before
found too little:

    depth 0  the word, words that begin with it, other spellings of it
    depth 1  words a few edits away
    depth 2  words whose beginning is a few edits away, words that sound alike
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from eujdef_tui.search import score
from eujdef_tui.search.query import Term
from eujdef_tui.search.score import edits_allowed, may_be_mistyped
from eujdef_tui.search.spell import MOST, first_letter_fits, misspelt_prefixes, nearest_words
from eujdef_tui.store import Index, NameLine, Names
from eujdef_tui.text.word_forms import consonants, is_unspaced, phonetic, same_word, stemmed

__all__ = ["DEPTHS", "RULES", "Alternative", "ExpandedTerm", "Expansion", "Rule", "expand", "expand_word", "prefixed"]

DEPTHS = (0, 1, 2)
PREFIXED = 20  # words of a text with the typed prefix that are compared: the rest are no better
LISTED = 64  # words with the typed prefix that are looked up one by one


class Alternative(NamedTuple):
    """A word of the base that a typed word may stand for.

    `rule` is the reason: "" as typed, "prefix", "spelling", "sound", "other word", or "~" and the number of edits. A
    `weak` one counts only in a name that another typed word matches too. One that counts `anywhere` does so in running
    text as well, where a near word mostly is another one: the base has no word that begins as typed.
    """

    token: str
    quality: float
    rule: str
    weak: bool = False
    anywhere: bool = False


Find = Callable[[Index, str, bool], Iterable[Alternative]]


class Rule(NamedTuple):
    """A way in which a typed word may stand for another one.

    `least` and `most` bound the quality. `depth` is the first depth at which the rule is used, `shortest` the number
    of letters it needs; with `reserve` it is used only where the word as typed gives too little. `beats` names rules
    whose alternatives are never better. `find` is given the index, the typed word, and whether weak alternatives may be
    found as well; with `of_prefixes` what it finds are beginnings of words. None: the words themselves decide.
    """

    id: str
    least: float
    most: float
    beats: tuple[str, ...] = ()
    depth: int = 0
    shortest: int = 1
    reserve: bool = False
    of_prefixes: bool = False
    find: Find | None = None


def _same_stem(index: Index, typed: str, _: bool) -> Iterator[Alternative]:
    found = (token for token in index.words_with_stem(stemmed(typed)) if token != typed)
    return (Alternative(token, score.SPELLING, "spelling") for token in found)


def _other_sign(index: Index, typed: str, _: bool) -> Iterator[Alternative]:
    """Words without spaces that differ in one character, or in two where they are long.

    Of three characters the first, a family name's, must be there.
    """
    if not is_unspaced(typed):
        return
    for item in _near(typed, index.resembling(typed), 1 if len(typed) < 6 else 2):
        token = item.token
        if len(typed) > 3 or len(token) != 3 or token[0] == typed[0] or set(token) == set(typed):
            yield item


def _typo(index: Index, typed: str, lenient: bool) -> Iterator[Alternative]:
    edits = edits_allowed(typed, lenient=lenient)
    if not edits or is_unspaced(typed):
        return
    reach = (len(typed) - edits, len(typed) + edits)
    near = _near(typed, index.words_starting(typed[0], *reach), edits)
    others = _near(typed, index.words_starting_otherwise(typed, *reach), edits)
    near += (item for item in others if first_letter_fits(typed, item.token, _edits(item), lenient=lenient))
    lower_case = index.lower_case([item.token for item in near]) if near else set()
    unknown = bool(near) and not index.begins_word(typed)
    for item in near:
        if unknown and may_be_mistyped(typed, item.token, _edits(item)):
            yield item._replace(anywhere=True)
            continue
        limit = edits_allowed(typed, lower_case=item.token in lower_case)
        close = _edits(item) <= limit and not _other_short_word(typed, item.token)
        if close and (item.token[0] == typed[0] or first_letter_fits(typed, item.token, _edits(item))):
            yield item
        elif lenient and (len(item.token) > 3 or sorted(item.token) == sorted(typed)):
            yield item._replace(weak=True)


def _typo_in_prefix(index: Index, typed: str, lenient: bool) -> Iterator[Alternative]:
    """Beginnings of words, one edit away: a name is misspelt and still being typed.

    Beside other terms they are weak. Alone they count from six letters on, where no word begins as typed: a whole name
    of four or five letters that is in no article is near the beginning of some word in half of the cases.
    """
    alone = not lenient and len(typed) >= score.PREFIX_ALONE and not index.begins_word(typed)
    if lenient or alone:
        for prefix in misspelt_prefixes(index, typed):
            if lenient or index.begins_name(prefix):
                yield Alternative(prefix, score.TYPO[1] * score.TYPO_IN_PREFIX, "~1", weak=lenient)


def _sound(index: Index, typed: str, lenient: bool) -> Iterator[Alternative]:
    """Words that sound alike. A long word may have another vowel; a short one is weak."""
    key, form = consonants(typed), phonetic(typed)
    fewest = 3 if not lenient else 1 if len(typed) < 4 else 2
    if not edits_allowed(typed, lenient=lenient) or len(typed) < (3 if lenient else 4) or len(key) < fewest:
        return
    near = [token for token, _ in nearest_words(typed, index.words_with_consonants(key), (len(typed) + 1) // 2)]
    alike = {sounds for sounds, _ in nearest_words(form, list(map(phonetic, near)), int(len(key) > 4))}
    lower_case = index.lower_case(near) if alike else set()
    for token in near:
        weak = len(typed) < 5 or token in lower_case
        if phonetic(token) in alike and (lenient or not weak):
            yield Alternative(token, score.SOUND, "sound", weak)


def _other_word(index: Index, typed: str, _: bool) -> Iterator[Alternative]:
    """Other words for the same thing, in all their forms."""
    from eujdef_tui.search.synonyms import other_words  # only where the typed word finds too little

    for word in other_words(typed, index.synonyms):
        found = () if " " in word else index.words_with_stem(stemmed(word))
        forms = (word, *(form for form in found if same_word(form, word)))
        yield from (Alternative(form, score.OTHER_WORD, "other word") for form in forms)


RULES = (
    Rule("exact", score.EXACT, score.EXACT, ("spelling",)),
    Rule("prefix", score.PREFIX, score.PREFIX + score.NEAR, ("typo", "other-sign")),
    Rule("spelling", score.SPELLING, score.SPELLING, ("prefix",), find=_same_stem),
    Rule("other-sign", score.TYPO[2], score.TYPO[1], ("sound",), 1, 2, find=_other_sign),
    Rule("other-word", score.OTHER_WORD, score.OTHER_WORD, ("sound",), 0, 2, reserve=True, find=_other_word),
    Rule("typo", score.TYPO[3], score.TYPO[1], (), 1, 3, find=_typo),
    Rule("sound", score.SOUND, score.SOUND, (), 2, 3, find=_sound),
    Rule(
        "typo-in-prefix", score.TYPO[1] * score.TYPO_IN_PREFIX, score.TYPO[1] * score.TYPO_IN_PREFIX, ("sound",),
        2, 2, of_prefixes=True, find=_typo_in_prefix,
    ),
)  # fmt: skip


def _near(typed: str, tokens: Iterable[str], edits: int) -> list[Alternative]:
    found = nearest_words(typed, tokens, edits)
    return [Alternative(token, score.TYPO[distance], f"~{distance}") for token, distance in found if distance]


def _edits(item: Alternative) -> int:
    return int(item.rule[1:])


def _other_short_word(typed: str, token: str) -> bool:
    """Whether two short words differ by one letter in the place of another (Nagy, navy): they are two words."""
    return len(typed) == len(token) < 5 and sorted(typed) != sorted(token)


class Expansion:
    """The alternatives of one typed word. It is not changed once made; answers given are remembered."""

    def __init__(
        self,
        typed: str,
        words: Iterable[Alternative] = (),
        prefixes: Iterable[Alternative] = (),
        listed: Iterable[str] = (),
    ) -> None:
        """Make one; `listed` are all words with the typed prefix, where they are known and few."""
        self.typed, self.listed = typed, tuple(listed)
        self.words = {item.token: item for item in words}
        self.prefixes = tuple(prefixes)
        self._best = sorted(self.words.values(), key=lambda item: -item.quality)
        self._needles = (typed, *self.words, *(item.token for item in self.prefixes)) if typed else ()
        self._known: dict[str, Alternative | None] = {}

    def of(self, token: str) -> Alternative | None:
        """The alternative that a word of the base is, if it is one."""
        if token not in self._known:
            self._known[token] = self._alternative(token)
        return self._known[token]

    def _alternative(self, token: str) -> Alternative | None:
        typed = self.typed
        if token == typed:
            return Alternative(token, score.EXACT, "")
        found = self.words.get(token)
        if typed in token if is_unspaced(typed) else token.startswith(typed):
            prefix = Alternative(token, score.PREFIX + score.NEAR * len(typed) / len(token), "prefix")
            return prefix if found is None or prefix.quality > found.quality else found
        for item in self.prefixes:
            if token.startswith(item.token) and (found is None or item.quality > found.quality):
                found = Alternative(token, item.quality, item.rule, item.weak)
        return found

    def lines(self, names: Names) -> Iterator[NameLine]:
        """The names that may hold an alternative."""
        if self._may_be_in(names.text):
            yield from (line for line in names.lines if self._may_be_in(line.folded))

    def _may_be_in(self, text: str) -> bool:
        """Whether a text may hold an alternative. Asked of all that is read; `any` takes three times as long."""
        for needle in self._needles:  # noqa: SIM110
            if needle in text:
                return True
        return False

    def within(self, text: str) -> Alternative | None:
        """The best alternative that is not weak among the words of a text, which one space parts."""
        if not self._may_be_in(text):
            return None
        typed, padded = self.typed, f" {text} "
        if typed and f" {typed} " in padded:
            return Alternative(typed, score.EXACT, "")
        found = next((item for item in self._best if not item.weak and f" {item.token} " in padded), None)
        needle = typed if is_unspaced(typed) else f" {typed}"
        at = padded.find(needle) if typed else -1
        seen = 0
        while at >= 0 and seen < PREFIXED:
            start, end = padded.rfind(" ", 0, at + 1) + 1, padded.find(" ", at + 1)
            quality = score.PREFIX + score.NEAR * len(typed) / (end - start)
            if found is None or quality > found.quality:
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
    memo: dict[int, tuple[tuple[object, ...], ...]]


def expand(index: Index, term: Term, depth: int, *, several: bool, reserve: bool = False) -> ExpandedTerm:
    """A term with its alternatives. A phrase has none, a date only the one word that is also looked for as text."""
    if term.phrase or term.date:
        return ExpandedTerm(term, Expansion("" if term.phrase else term.figure), several, {})
    capital = term.text[:1].isupper() and not term.text.isupper()
    words = expand_word(index, term.tokens[0], depth, several=several, reserve=reserve, capital=capital)
    return ExpandedTerm(term, words, several, {})


def expand_word(
    index: Index,
    typed: str,
    depth: int,
    *,
    several: bool = False,
    reserve: bool = False,
    capital: bool = False,
    rules: Sequence[Rule] = RULES,
) -> Expansion:
    """The alternatives of a typed word that the rules allow at this depth.

    `several`: beside other typed words; `reserve`: the word as typed gives too little; `capital`: it was typed with a
    capital, so that a name is meant and no ordinary word.
    """
    lenient = several and depth > 1
    words: list[Alternative] = []
    prefixes: list[Alternative] = []
    for rule in rules:
        fits = rule.depth <= depth and rule.shortest <= len(typed)
        if rule.find and fits and reserve >= rule.reserve:
            (prefixes if rule.of_prefixes else words).extend(rule.find(index, typed, lenient))
    if capital:
        words = _without_ordinary(index, typed, words)
    best = sorted(words, key=lambda item: -item.quality)[:MOST]
    # the best last: of two alternatives for one word, the later counts
    return Expansion(typed, reversed(best), prefixes[:MOST], prefixed(index, typed))


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
