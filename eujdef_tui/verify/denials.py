"""Denying: what a sentence denies: the words that a "not", a "without" or a "refused" reaches."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from eujdef_tui.text.once import once
from eujdef_tui.verify.roots import is_content, root
from eujdef_tui.verify.word_kinds import SHORTENED, kind_of
from eujdef_tui.verify.word_lists import DENIALS, DENYING_PHRASES, DENYING_VERBS
from eujdef_tui.verify.worded import Worded

__all__ = ["BARED", "Denying"]

_UN = 7  # letters of the shortest word in which un- denies the rest
_NO_DENIAL = frozenset("unveiled united unleashed unfolded unified unlocked unpacked undermined underlined".split())
# never before: for the first time; not long before, not far from: shortly, near; no doubt: surely
_NOT_DENIED = frozenset("only just merely least before long far doubt question exaggeration".split())
_ONLY = (("only",), ("sole",))
_SURE = frozenset("certain sure clear known likely obvious".split())
_SCARCE = frozenset(("little", "few"))
_SOME = frozenset("a the last past next these those just only first as so how".split())
_TIMES, _TWICE = frozenset("days weeks months years hours minutes decades".split()), 2
_KEEPING = frozenset("keep keeps kept keeping leave leaves leaving shut shuts".split())  # somebody out of something
# Words that deny, or begin a phrase that does; others are not looked at.
_FIRST = (
    _KEEPING
    | DENIALS
    | DENYING_VERBS
    | _SCARCE
    | {"nor", "out", "off", "left"}
    | {phrase[0] for phrase in DENYING_PHRASES}
)
_NONE, _MORE = frozenset(("no", "nothing", "none", "nobody")), frozenset(("more", "less", "better", "worse"))
_BEHIND_NOUN = frozenset("after at before by during for from in on since to under when with and".split())
# what denies all that stands before it: is out of the question
_OUT = (("out", "of", "the", "question"), ("off", "the", "table"), ("off", "the", "agenda"), ("left", "out"))
_TOLD = frozenset("told said says tells".split())
# beginnings that deny, and letters of the least word that they deny
_DENYING, _BARE = ("un", "in", "im", "ir", "de", "dis", "non"), 6
_EARLY = 3  # words among which "without" begins a sentence
_AT_ONCE = frozenset(("delay", "doubt", "exception", "hesitation", "question"))  # without delay: no other thing
_COULD, _NEVER = frozenset("could would can might".split()), frozenset(("not", "never", "hardly"))
_REACH = 8  # words of content that a denial or an aim reaches


@lru_cache(maxsize=1 << 14)
def _bare(word: str) -> str:
    """What is behind a beginning that denies: natural, of unnatural; "" for another word."""
    if not word.startswith(_DENYING):
        return ""
    begins = next(one for one in _DENYING if word.startswith(one))
    bare = word[len(begins) :]
    return "" if len(bare) < _BARE or (begins == "un" and word.endswith("ed")) else bare


def _is_undone(word: str) -> bool:
    return word[:2] == "un" and word.endswith("ed") and len(word) > _UN and word not in _NO_DENIAL


BARED, _UNDONE = kind_of(_bare), kind_of(_is_undone)  # unnatural; unmentioned


class Denying(Worded):
    """A sentence with what it denies."""

    @once
    def denied(self) -> dict[str, int]:
        """The roots of what it denies → the number of the word. What is denied twice is not."""
        odd: dict[str, int] = {}
        for at, first in self._denials():
            # "is not part of it" and "is out of the question" deny what stands before them
            reached = (
                (self._behind(at) if self._is_among(at) else []) or list(self._reached(at, first)) or self._behind(at)
            )
            for found, place in {root(self.folded[place]): place for place in reversed(reached)}.items():
                if odd.pop(found, -1) < 0:
                    odd[found] = place
        for at in self.places_of(_UNDONE):
            odd[root(self.folded[at][2:])] = at  # left unmentioned
        return odd

    @once
    def bare_words(self) -> list[tuple[int, str]]:
        """The number of each word with a beginning that denies, and what is behind it; those that are `denied` not."""
        return [(at, _bare(self.folded[at])) for at in self.places_of(BARED)]

    @once
    def denied_words(self) -> frozenset[str]:
        """All words that a denial reaches in its clause, those too that say nothing by themselves."""
        return frozenset(
            self.folded[place]
            for at, first in self._denials()
            for place in range(first, len(self.folded))
            if self.breaks[place] == self.breaks[at]
        )

    def _denials(self) -> Iterator[tuple[int, int]]:
        """(the word that denies, the first that it reaches)."""
        if not self.kind & SHORTENED and self.vocabulary.isdisjoint(_FIRST):
            return
        if "without" in self.vocabulary and self._needs_it():
            return
        for at, word in enumerate(self.folded):
            if word not in _FIRST and not self.kinds[at] & SHORTENED:
                continue
            after = self.folded[at + 1] if at + 1 < len(self.folded) else ""
            if self._needs(at):
                continue
            if (
                word == "nor"
                and "neither" in self.folded[:at]
                and self.breaks[self.folded.index("neither")] == self.breaks[at]
            ):
                continue
            if word in _SCARCE:
                if self.is_scarce(at):
                    yield at, at + 1
            elif word in DENIALS or (word.endswith("nt") and self._is_shortened(at)):
                if (
                    after not in _NOT_DENIED
                    and not self._is_not_alone(at)
                    and not self._limits(at)
                    and not self._is_highest(at)
                ):
                    yield at, at + 1
            elif word in DENYING_VERBS:
                yield at, at + 1
            elif (word, after) in DENYING_PHRASES:
                yield at, at + 2
            elif word in _KEEPING and self._keeps_out(at):
                yield at, at + 1
            elif self._is_out(at):
                yield at, len(self.folded)

    def _needs_it(self) -> bool:
        """Whether a sentence says that something could not be without another thing: it is the other's doing."""
        at = next((at for at, word in enumerate(self.folded[:_EARLY]) if word == "without"), -1)
        if at < 0 or (at and is_content(self.folded[at - 1])):
            return False
        if self.folded[at + 1 : at + 2] and self.folded[at + 1] in _AT_ONCE:
            return False
        behind = self.folded[at:]
        return "cannot" in behind or any(word in _COULD and after in _NEVER for word, after in pairwise(behind))

    def _keeps_out(self, at: int) -> bool:
        """Whether "out" stands behind whom a verb keeps from something, in its clause: keep companies out of it."""
        behind = range(at + 2, min(at + _REACH, len(self.folded)))
        return any(self.folded[place] == "out" and self.breaks[place] == self.breaks[at] for place in behind)

    def _is_out(self, at: int) -> bool:
        return any(self.folded[at : at + len(phrase)] == phrase for phrase in _OUT)

    def _needs(self, at: int) -> bool:
        """Whether a denial belongs to a "do without" that is denied: neither can do without the other."""
        if "without" not in self.vocabulary:
            return False
        clause = [place for place in range(len(self.folded)) if self.breaks[place] == self.breaks[at]]
        words = [self.folded[place] for place in clause]
        if "without" not in words[1:] or words[words.index("without") - 1] not in ("do", "go", "manage"):
            return False
        return not DENIALS.isdisjoint(words[: words.index("without")])

    def is_scarce(self, at: int) -> bool:
        """Whether a "few" or "little" tells that there is hardly any: not a few, the last few, few as great as this."""
        before, after = self.folded[at - 1 : at], self.folded[at + 1 : at + 2]
        as_great = [place for place in range(at, len(self.folded)) if self.folded[place] == "as"]
        return not (before and before[0] in _SOME) and not (after and after[0] in _TIMES) and len(as_great) < _TWICE

    def _is_not_alone(self, at: int) -> bool:
        """Whether a denial only says that there are others: not the only partner."""
        return (
            self.folded[at + 1 : at + 2] in (("the",), ("its",), ("their",)) and self.folded[at + 2 : at + 3] in _ONLY
        )

    def _limits(self, at: int) -> bool:
        """Whether a word only limits a number: no more than, not later than."""
        return self.folded[at + 2 : at + 3] == ("than",)

    def _is_highest(self, at: int) -> bool:
        """Whether a word only makes something the highest of its kind: no challenge is greater than this."""
        if self.folded[at] not in _NONE:
            return False
        rest = self.folded[at + 1 : at + _REACH]
        return any(
            than == "than" and (word in _MORE or word.endswith("er"))
            for number, word in enumerate(rest)
            for than in rest[number + 1 : number + 4]
        )

    def _is_shortened(self, at: int) -> bool:
        word = self.words[at]
        return self.text[word.start : word.end].lower().endswith(("n't", "n’t"))

    def _reached(self, at: int, first: int) -> Iterator[int]:
        """The numbers of the words of content behind a word, to the end of its clause."""
        count = 0
        for place in range(first, len(self.folded)):
            if self.breaks[place] != self.breaks[at] or count == _REACH:
                return
            if count and self.folded[at] == "without" and self.folded[place] in _BEHIND_NOUN:
                return  # without a majority after the election
            if count and self.folded[place] in _TOLD:
                return  # one who was not named told …
            if count == 1 and self.folded[place] == "that" and self.folded[place - 1] in _SURE:
                return  # not certain that …
            if is_content(self.folded[place]):
                count += 1
                yield place

    def _is_among(self, at: int) -> bool:
        """Whether a denial says that what stands before it is none of something: is not among its concerns."""
        return self.folded[at + 1 : at + 2] == ("among",)

    def _behind(self, at: int) -> list[int]:
        """The numbers of the words of content before a word, from where its clause begins."""
        if self.folded[at + 1 : at + 2] not in (("part",), ("among",), ("be",)) and not self._is_out(at):
            return []  # cannot be brought in: who is not
        return [
            place for place in range(at) if self.breaks[place] == self.breaks[at] and is_content(self.folded[place])
        ]
