"""Pieces: what is compared of a sentence: its words by root, what it denies, what it aims at, what it says is done."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from itertools import zip_longest

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.text.date_mentions import Mention, mentions
from eujdef_tui.text.edtf import MONTHS
from eujdef_tui.text.english_words import FUNCTION_WORDS
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.once import once
from eujdef_tui.text.quantities import Quantity, quantities
from eujdef_tui.text.tokens import Word
from eujdef_tui.verify.denials import Denying
from eujdef_tui.verify.fractions import fractions
from eujdef_tui.verify.roots import is_content, is_past, root, side_of, stem
from eujdef_tui.verify.word_kinds import DATE, NUMBER, PERIOD
from eujdef_tui.verify.word_lists import (
    AIMED,
    MAGNITUDES,
    MULTIPLIERS,
    SPEAKING,
)
from eujdef_tui.verify.worded import places

__all__ = ["Pieces", "pieces"]

_QUOTED = lazy_pattern(r"“[^”]*”|\"[^\"]*\"")
_IS = frozenset(("is", "are", "being", "be"))
# to stop somebody from doing something, with so many words between
_HINDERING, _HINDERED = frozenset("stop stops stopped stopping keep keeps kept".split()), 6
_HAVE, _BE = frozenset(("has", "have", "had", "having")), frozenset(("was", "were", "been"))
_NO_VERB_AFTER = frozenset("be to is are being a an the of its their by".split())
_HOLDING = frozenset(("force", "effect", "service", "operation"))  # is in force
_IS_BEEN = frozenset(("is", "are", "been"))
_AGREED = frozenset("agreed agree agrees decided decides set ready about".split())  # to do something
_PARTED = frozenset(("a", "one", "two", "three", "four"))  # in each fraction one of them stands
_SIZES = MAGNITUDES | {word.removesuffix("s") for word in MAGNITUDES} | MULTIPLIERS.keys()
_FEW = frozenset("few several some many".split())
_LESSENED, _LESSENING = frozenset("scale scaled scaling cut cutting roll rolled".split()), frozenset(("back", "down"))
_BEHIND_SIDES = _LESSENING | {"up"}  # what makes a side of a word that is none
_MONTHS = frozenset(month.lower() for month in MONTHS)
_UP = {
    "tie": "occupy",
    "tied": "occupy",
    "use": "occupy",
    "used": "occupy",
    "fre": "release",
}  # what to tie up, tied up, to free up stand for
# what says that something is there: has come about, come into being
_COME = frozenset(("about", "into", "true"))
_CERTAIN = frozenset("exists happened occurred materialised materialized".split())
_BEING = frozenset(("come", "exists"))  # looked at more closely
_NOW = _HAVE | {"already", "now"}
_ALSO_DONE = _BEING | {"been", "set"}
_MAY_AIM = AIMED | _AGREED | {"may", "to"}
_PARTICLES = frozenset("few down end against before after call calls called calling first last stop".split())
_DAYS = frozenset("day days week month quarter half year".split())
_NOUN = frozenset("a the next first last another his her its their".split())
_NEGOTIATING = frozenset("negotiating negotiated seeking drafting drafted".split())
_AHEAD = _NEGOTIATING | {"yet", "still", "only", "remains"}
_HAVING = (("is",), ("are",), ("has",), ("have",))  # before "still to"
_GOING_ON = frozenset(("are", "is", "being", "still"))
_PLANNED = frozenset("planned planning prepared considered discussed mulled proposed".split())
_LAY = (
    ("sit",),
    ("sits",),
    ("sat",),
    ("lay",),
    ("lays",),
    ("laid",),
    ("laying",),
    ("set",),
    ("sets",),
    ("write",),
    ("written",),
)


_PREPOSITIONS = frozenset("included excluded concerned compared".split())  # cyber security included


class _Span(NamedTuple):
    start: int
    end: int


class Pieces(Denying):
    """What is compared of a sentence. Each part is read when it is first asked for."""

    def cut(self, start: int, end: int) -> Pieces:
        """The pieces of text[start:end], with the words that stand there whole."""
        found = Pieces(self.text[start:end])
        inside = [word for word in self.words if start <= word.start and word.end <= end]
        found.__dict__["words"] = [Word(one - start, other - start, folded) for one, other, folded in inside]
        return found

    @once
    def sided(self) -> frozenset[str]:
        """The stems of its words that have an opposite."""
        return frozenset(self.side_at)

    @once
    def side_at(self) -> dict[str, int]:
        """Stem of each word that has an opposite → the number of the word.

        Those of "above all", "cutting edge" and "the first of May" have none; to scale back is to reduce.
        """
        found: dict[str, int] = {}
        for at, (word, after) in enumerate(zip_longest(self.folded, self.folded[1:], fillvalue="")):
            if not (side_of(word) or after in _BEHIND_SIDES):
                continue
            if after in _LESSENING and word in _LESSENED:
                found.setdefault(stem("reduce"), at)
            elif self._is_particle(at):
                continue
            elif after == "up" and (meant := _UP.get(stem(word))):
                found.setdefault(stem(meant), at)
            elif word in _HINDERING and "from" in self.folded[at + 1 : at + _HINDERED]:
                found.setdefault(stem("prevent"), at)
            elif (
                after not in ("all", "edge") and (one := side_of(word)) and not (after == "of" and self._is_day(at + 2))
            ):
                found.setdefault(one, at)
        return found

    def _is_particle(self, at: int) -> bool:
        """Whether a word only belongs to a phrase, or has nothing behind it to which it relates.

        Down, of "lays down"; end, of "in the end"; against, of "against the backdrop"; called, without for; the year
        before; the next stop; the first day.
        """
        word = self.folded[at]
        if word not in _PARTICLES:
            return False
        before, after = self.folded[max(0, at - 2) : at], self.folded[at + 1 : at + 3]
        match word:
            case "down":
                return before[-1:] in _LAY
            case "few":
                return not self.is_scarce(at)
            case "end":
                return before in (("in", "the"), ("at", "the"))
            case "stop":
                return not _NOUN.isdisjoint(before[-1:])
            case "first" | "last":
                return not _DAYS.isdisjoint(after[:1])
            case "against":
                return after[-1:] in (("backdrop",), ("background",))
            case "before" | "after":
                return not after or self.breaks[at + 1] != self.breaks[at]
            case _:
                return after[:1] not in (("for",), ("on",))

    def _is_day(self, at: int) -> bool:
        """Whether a month stands at a word: the first of May."""
        return self.folded[at : at + 1] != () and self.folded[at] in _MONTHS

    @once
    def quantities(self) -> list[Quantity]:
        """Its numbers with their units, but for those of its dates."""
        if self.kept is not None:
            return [Quantity(a, b, Decimal(number), unit, plain) for a, b, number, unit, plain in self.kept[1]]
        parts = [] if _PARTED.isdisjoint(self.folded) else list(fractions(self.text))
        if not parts and not self.kind & NUMBER:
            return []
        if not (found := list(quantities(self.text, self.words))) and not parts:
            return found
        if parts:
            told = places(parts)
            found = sorted([*parts, *(one for one in found if told.isdisjoint(range(one.start, one.end)))])
        dated = places(self.dates)
        return [one for one in found if dated.isdisjoint(range(one.start, one.end))]

    @once
    def dates(self) -> list[Mention]:
        """The dates that it mentions."""
        if self.kept is not None:
            return [Mention(*one) for one in self.kept[2]]
        return list(mentions(self.text)) if self.kind & DATE and self.kind & PERIOD else []

    @once
    def magnitudes(self) -> frozenset[str]:
        """Hundreds, thousands, and double or half, as numbers that are words."""
        if self.vocabulary.isdisjoint(_SIZES):
            return frozenset()
        found = {word for word in self.vocabulary if word in MAGNITUDES}
        # a few hundred, several thousand
        found.update(f"{word}s" for few, word in zip(self.folded, self.folded[1:], strict=False) if few in _FEW)
        found &= MAGNITUDES
        return frozenset(found | {MULTIPLIERS[word] for word in self.vocabulary if word in MULTIPLIERS})

    @once
    def final_before(self) -> list[int]:
        """Where "before" ends a clause, so that it means earlier."""
        return [at for at, word in enumerate(self.folded) if word == "before" and self._is_particle(at)]

    @once
    def aimed(self) -> frozenset[str]:
        """The roots of what it says is planned, wanted, possible or expected."""
        found: set[str] = set()
        for at, word in enumerate(self.folded):
            if word in _MAY_AIM and self._aims(at, word):
                found.update(root(self.folded[place]) for place in self._reached(at, at + 1))
        return frozenset(found)

    @once
    def aims(self) -> bool:
        """Whether anything in it is planned, wanted, possible or expected."""
        return any(self._aims(at, word) for at, word in enumerate(self.folded) if word in _MAY_AIM)

    @once
    def aims_itself(self) -> bool:
        """The same, outside of quotation marks."""
        if not self.aims:
            return False
        quoted = places(_Span(*found.span()) for found in _QUOTED().finditer(self.text))
        return any(word.start not in quoted and self._aims(at, word.folded) for at, word in enumerate(self.words))

    def _aims(self, at: int, word: str) -> bool:
        if word in AIMED and word.endswith(("ed", "meant")) and "as" in self.folded[max(0, at - 3) : at]:
            return False  # as planned, as it intended: it came so
        if word in _AGREED:
            behind = self.folded[at + 1 : at + 3]
            return behind[:1] == ("to",) and behind[1:] != () and behind[1] not in FUNCTION_WORDS
        if word == "may":
            return self.text[self.words[at].start].islower()
        if word == "to":
            before = self.folded[at - 1] if at else ""
            after = self.folded[at + 1] if at + 1 < len(self.folded) else ""
            follows = after == "be" or (not after.endswith("ing") and after not in FUNCTION_WORDS)
            return follows and (before in ("is", "are", "be") or not at)
        if word.startswith("call"):
            return word in AIMED and self.folded[at + 1 : at + 2] in (("for",), ("on",))
        return word in AIMED

    @once
    def done(self) -> dict[str, int]:
        """The roots of verbs that tell what is done → the number of the word: has signed, were opened, built."""
        may_be = ((at, word) for at, word in enumerate(self.folded) if is_past(word) or word in _ALSO_DONE)
        return {root(word): at for at, word in may_be if self._is_done(at, word)}

    @once
    def steps(self) -> list[int]:
        """The numbers of the words that tell what is done, and that something is in force."""
        holds = (
            at
            for at, word in enumerate(self.folded)
            if word in _HOLDING
            and self.folded[at - 1 : at] == ("in",)
            and not _IS_BEEN.isdisjoint(self.folded[max(0, at - 4) : at])
        )
        return [*self.done.values(), *holds]

    def _is_done(self, at: int, word: str) -> bool:
        if word in _BEING and self._came_to_be(at, word):
            return True
        if word == "been":
            return self.folded[at + 1 : at + 2] in (("to",), ("in",))
        if word == "set":
            if self.folded[max(0, at - 1) : at] == ("to",):
                return False
            return self.folded[at + 1 : at + 2] == ("up",) and not _HAVE.isdisjoint(self.folded[max(0, at - 3) : at])
        if not is_past(word) or word in SPEAKING or self._after_will(at):
            return False
        if word == "done" and "as" in self.folded[:at]:
            return False  # as others have done
        before = self.folded[max(0, at - 3) : at]
        if before and (before[-1] in _NO_VERB_AFTER or not _IS.isdisjoint(before)):
            return False
        if not (_HAVE | _BE).isdisjoint(before):
            return True
        if word in _PREPOSITIONS:
            return False
        # "the deployed troops": it belongs to the noun behind it
        after = self.folded[at + 1] if at + 1 < len(self.folded) else ""
        return not (before and after and is_content(after) and not is_content(before[-1]))

    def _came_to_be(self, at: int, word: str) -> bool:
        """Whether a word says that something is there now: has come about, into being; exists."""
        if word == "exists":
            return True
        has = not _HAVE.isdisjoint(self.folded[max(0, at - 3) : at])
        return has and word == "come" and self.folded[at + 1 : at + 2] != () and self.folded[at + 1] in _COME

    @once
    def pending(self) -> int:
        """The number of the word that says that something is ahead: yet to be held, still planned; -1 for none."""
        if self.vocabulary.isdisjoint(_AHEAD):
            return -1
        folded = self.folded
        for at, word in enumerate(folded):
            if word == "yet" and (folded[at + 1 : at + 2] == ("to",) or folded[max(0, at - 1) : at] == ("not",)):
                return at
            if word in _NEGOTIATING and not _GOING_ON.isdisjoint(folded[max(0, at - 3) : at]):
                return at
            if word in ("still", "only") and not _PLANNED.isdisjoint(folded[at + 1 : at + 4]):
                return at
            if word in ("still", "remains") and folded[at + 1 : at + 3] == ("to", "be"):
                return at
            if word == "still" and folded[at + 1 : at + 2] == ("to",) and folded[max(0, at - 1) : at] in _HAVING:
                return at
        return -1

    @once
    def perfect(self) -> frozenset[str]:
        """The roots of those of them that have an auxiliary: has signed, were opened."""
        found = self.done.items()
        return frozenset(
            one
            for one, at in found
            if self.folded[at] in _CERTAIN
            or self.folded[at : at + 2] == ("took", "place")
            or not (_HAVE | _BE).isdisjoint(self.folded[max(0, at - 3) : at])
        )

    @once
    def tells_now(self) -> int:
        """The number of the word that tells that something is there or goes on: has made, has had; -1 for none."""
        if self.vocabulary.isdisjoint(_NOW):
            return -1
        for at, word in enumerate(self.folded):
            behind = self.folded[at + 1 : at + 3]
            if word in _HAVE and any(is_past(one) or one in ("made", "had") for one in behind) and "to" not in behind:
                return at
        return next((at for at, word in enumerate(self.folded) if word == "already" or self._is_now(at)), -1)

    def _is_now(self, at: int) -> bool:
        """Whether a word tells what is so today: Japan now spends."""
        after = self.folded[at + 1 : at + 2]
        return self.folded[at] == "now" and after != () and is_content(after[0]) and after[0].endswith("s")

    def _after_will(self, at: int) -> bool:
        return any(one in AIMED for one in self.folded[max(0, at - 4) : at])


@lru_cache(maxsize=4096)
def pieces(text: str) -> Pieces:
    """The pieces of a text; those of a fact are asked for again and again."""
    return Pieces(text)
