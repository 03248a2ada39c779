"""Promise: a typed word leads to the words of the base it may stand for, each with a reason and a quality.

How far it is looked for is a depth, and each depth is tried only where the one before found too little:

    0  the word, words that begin with it, and other spellings of it
    1  words a few edits away
    2  words whose beginnings are, and words that sound alike

Edit distance is optimal string alignment (insertion, deletion, substitution, neighbours swapped).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from eujdef_tui.search.score import (
    EXACT,
    NEAR,
    PREFIX,
    SOUND,
    SPELLING,
    STEM,
    TYPO,
    edits_allowed,
    edits_allowed_together,
    first_may_differ,
    may_count_in_text,
)  # fmt: skip
from eujdef_tui.store import Index
from eujdef_tui.text.word_forms import consonants, is_unspaced, phonetic, split_unspaced, stemmed

__all__ = ["DEPTHS", "Spelling", "Spellings", "nearest", "row", "spellings", "together"]

DEPTHS = (0, 1, 2)
NAMES = 5_000  # names that begin like what was typed and are held against it whole
WORDS = 20  # words of a text that begin with what was typed and are compared: the rest are no better
BEGUN = 64  # words that begin with what was typed and are looked for one by one
MOST = 24  # spellings of one word that are looked for: more only bring in words nobody meant


class Spelling(NamedTuple):
    """A word of the base that a typed word may stand for. `rule`: "", "prefix", "spelling", "~1", "~2", "sound".

    One that is `far` is believed only in a name that has another of the typed words.
    """

    token: str
    quality: float
    rule: str
    far: bool = False


class Spellings:
    """All that one typed word may stand for."""

    def __init__(
        self, typed: str, whole: Iterable[Spelling] = (), stems: Iterable[Spelling] = (), begun: Iterable[str] = ()
    ) -> None:
        """`begun` are all the words that begin with what was typed, where they are known and few."""
        self.typed, self._begun = typed, tuple(begun)
        self.whole = {item.token: item for item in whole}
        self.stems = tuple(stems)
        self.signs = (typed, *self.whole, *(stem.token for stem in self.stems)) if typed else ()
        self.best = sorted(self.whole.values(), key=lambda item: -item.quality)
        self._known: dict[str, Spelling | None] = {}

    def of(self, token: str) -> Spelling | None:
        """How the typed word stands for this one, if it does."""
        if token not in self._known:
            self._known[token] = self._judge(token)
        return self._known[token]

    def _judge(self, token: str) -> Spelling | None:
        typed = self.typed
        if token == typed:
            return Spelling(token, EXACT, "")
        found = self.whole.get(token)
        begins = typed in token if is_unspaced(typed) else token.startswith(typed)
        if begins:
            near = Spelling(token, PREFIX + NEAR * len(typed) / len(token), "prefix")
            return near if found is None or near.quality > found.quality else found
        for stem in self.stems:
            if token.startswith(stem.token) and (found is None or stem.quality > found.quality):
                found = Spelling(token, stem.quality, stem.rule, stem.far)
        return found

    def lines(self, block: str) -> Iterator[str]:
        """The lines of a block of names that may hold one of its spellings."""
        if self._signed(block):
            yield from filter(self._signed, block.split("\n"))

    def _signed(self, text: str) -> bool:
        """Whether a text may hold one of its spellings. Asked of all that is read, so the quickest way there is."""
        for sign in self.signs:  # noqa: SIM110
            if sign in text:
                return True
        return False

    def within(self, text: str) -> Spelling | None:
        """The best of its spellings, but none that is far, among the words of a text, which one space parts."""
        if not self._signed(text):
            return None
        typed, padded = self.typed, f" {text} "
        if typed and f" {typed} " in padded:
            return Spelling(typed, EXACT, "")
        found = next((item for item in self.best if not item.far and f" {item.token} " in padded), None)
        sign = typed if is_unspaced(typed) else f" {typed}"
        at = padded.find(sign) if typed else -1
        seen = 0
        while at >= 0 and seen < WORDS:
            start, end = padded.rfind(" ", 0, at + 1) + 1, padded.find(" ", at + 1)
            quality = PREFIX + NEAR * len(typed) / (end - start)
            if found is None or quality > found.quality:
                found = Spelling(padded[start:end], quality, "prefix")
            at, seen = padded.find(sign, end), seen + 1
        return found

    def wanted(self) -> str:
        """The FTS5 expression that finds any of them in names."""
        parts = [self._typed(begun=True), *(f'"{token}"' for token in self.whole)]
        parts += [f'"{stem.token}"*' for stem in self.stems]
        return " OR ".join(parts)

    def wanted_in_text(self, *, title: bool) -> str:
        """The FTS5 expression that finds those that may count in a text (see `score.may_count_in_text`)."""
        typed = self.typed
        parts = [self._typed(begun=is_unspaced(typed) or may_count_in_text(typed, "prefix", title=title))]
        near = (item for item in self.whole.values() if not item.far)
        parts += [f'"{item.token}"' for item in near if may_count_in_text(typed, item.rule, title=title)]
        return " OR ".join(parts)

    def _typed(self, *, begun: bool) -> str:
        rest = "*" if begun else ""
        # the index finds a few whole words sooner than all that begins so
        typed = " OR ".join(f'"{word}"' for word in self._begun) if begun and self._begun else f'"{self.typed}"{rest}'
        return f'{typed} OR "{split_unspaced(self.typed)}"{rest}' if is_unspaced(self.typed) else typed


def _begun(index: Index, typed: str) -> tuple[str, ...]:
    """The words that begin with what was typed, where the index has all of them and they are few."""
    return () if is_unspaced(typed) else index.begun(typed, BEGUN)


def row(index: Index, tokens: Sequence[str]) -> str:
    """The FTS5 expression for words in a row, of which the last may be the beginning of one."""
    *first, last = tokens
    begun = _begun(index, last)
    rows = (" ".join(map(split_unspaced, (*first, word))) for word in begun or (last,))
    return " OR ".join(f'"{one}"' if begun else f'"{one}"*' for one in rows)


def spellings(index: Index, typed: str, depth: int, *, company: bool = False) -> Spellings:
    """What `typed` may stand for, looked for as far as `depth`; `company`: among other words, which may bear out
    what is far."""
    whole = [Spelling(token, SPELLING, "spelling") for token in index.loosely(stemmed(typed)) if token != typed]
    stems: list[Spelling] = []
    far = company and depth > 1
    edits = edits_allowed(typed, far=far)
    if depth and is_unspaced(typed):
        whole += _unspaced(typed, index.resembling(typed))
    elif depth and edits:
        reach = (len(typed) - edits, len(typed) + edits)
        near = _near(typed, index.beginning(typed[0], *reach), edits)
        near += (item for item in _near(typed, index.shifted(typed, *reach), edits) if _begins(typed, item, far))
        whole += _allowed(index, typed, near, far)
    if depth > 1 and edits:
        whole += _heard(index, typed, far)
    if far and len(typed) > 3 and edits:
        lengths = range(max(3, len(typed) - 1), len(typed) + 2)
        begun = (stem for length in lengths for stem in _near(typed, index.stems(typed[0], length), 1))
        stems = [Spelling(stem.token, stem.quality * STEM, stem.rule, True) for stem in begun]
    best = sorted(whole, key=lambda item: -item.quality)[:MOST]
    return Spellings(typed, reversed(best), stems[:MOST], _begun(index, typed))


def _near(typed: str, tokens: Iterable[str], edits: int) -> list[Spelling]:
    found = _nearest(typed, tokens, edits, MOST)
    return [Spelling(token, TYPO[distance], f"~{distance}") for token, distance in found if distance]


def _nearest(typed: str, tokens: Iterable[str], edits: int, most: int) -> list[tuple[str, int]]:
    """The words at most so many edits away, nearest first, and how many edits each is."""
    from rapidfuzz.distance import OSA  # a word that is typed as it is written needs no library
    from rapidfuzz.process import extract

    scorer: Any = OSA.distance  # the library types its scorers for similarity only
    found = extract(typed, list(tokens), scorer=scorer, score_cutoff=edits, limit=most)
    return [(token, int(distance)) for token, distance, _ in found]


def _begins(typed: str, item: Spelling, far: bool) -> bool:
    """Whether a word with another first letter may be meant."""
    if item.rule == "~1" and phonetic(typed) == phonetic(item.token):
        return True
    swapped = typed[1::-1] == item.token[:2]
    return first_may_differ(typed, int(item.rule[1:]), swapped=swapped, far=far)


def _allowed(index: Index, typed: str, near: Iterable[Spelling], far: bool) -> Iterator[Spelling]:
    """Those that are as near as a word of their sort must be, and those that are far."""
    small = index.small([item.token for item in near]) if near else set()
    for item in near:
        edits = int(item.rule[1:])
        near_enough = edits <= edits_allowed(typed, small=item.token in small) and not _other(typed, item.token)
        if near_enough and (item.token[0] == typed[0] or _begins(typed, item, False)):
            yield item
        elif far and (len(item.token) > 3 or sorted(item.token) == sorted(typed)):
            yield item._replace(far=True)


def _other(typed: str, token: str) -> bool:
    """Whether two short words differ by one letter in the place of another (Nagy, navy): they are two words."""
    return len(typed) == len(token) < 5 and sorted(typed) != sorted(token)


def _heard(index: Index, typed: str, far: bool) -> Iterator[Spelling]:
    """Names that sound like it. A long word may have another vowel, a short one is far."""
    key, form = consonants(typed), phonetic(typed)
    if len(typed) < (3 if far else 4) or len(key) < (1 if far and len(typed) < 4 else 2 if far else 3):
        return
    near = [token for token, _ in _nearest(typed, index.sounding(key), (len(typed) + 1) // 2, MOST)]
    alike = {sounds for sounds, _ in _nearest(form, list(map(phonetic, near)), int(len(key) > 4), MOST)}
    small = index.small(near) if alike else set()
    for token in near:
        doubtful = len(typed) < 5 or token in small
        if phonetic(token) in alike and (far or not doubtful):
            yield Spelling(token, SOUND, "sound", doubtful)


def _unspaced(typed: str, tokens: Iterable[str]) -> Iterator[Spelling]:
    """Words without spaces that differ in one character, or two if they are long; in one of three the first, a
    family's name, must be there."""
    for item in _near(typed, tokens, 1 if len(typed) < 6 else 2):
        if len(typed) > 3 or len(item.token) != 3 or item.token[0] == typed[0] or set(item.token) == set(typed):
            yield item


def together(index: Index, typed: str) -> list[tuple[int, str, int]]:
    """(document, folded name, edits) of names that are all that was typed but for spaces: angelamerkel, north korea."""
    begun = (typed[:2], f"{typed[:1]} {typed[1:2]}")
    written: dict[str, list[tuple[int, str]]] = {}
    for d, full in (name for stem in begun for name in index.beginning_so(stem, NAMES)):
        written.setdefault(full.replace(" ", ""), []).append((d, full))
    near = _nearest(typed, written, edits_allowed_together(typed), MOST) if len(typed) > 3 else []
    return [(d, full, edits) for one, edits in near for d, full in written[one]]


def nearest(index: Index, typed: str) -> str:
    """The word nearest to one that matched nothing, to be offered and never to be searched; "" if none is near."""
    reach = (len(typed) + 2) // 3
    tokens = index.beginning(typed[:1], len(typed) - reach, len(typed) + reach)
    return next((token for token, _ in _nearest(typed, tokens, reach, 1)), "")
