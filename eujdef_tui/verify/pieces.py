"""Pieces: what is compared of a sentence: its words by root, what it denies, what it aims at, what it says is done."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter

from eujdef_tui.text.date_mentions import Mention, mentions
from eujdef_tui.text.edtf import MONTHS
from eujdef_tui.text.once import once
from eujdef_tui.text.quantities import Quantity, quantities
from eujdef_tui.text.tokens import Word
from eujdef_tui.verify.fractions import fractions
from eujdef_tui.verify.number_signs import INFINITE, unread, with_minus
from eujdef_tui.verify.roots import side_of, stem
from eujdef_tui.verify.tenses import Tensed
from eujdef_tui.verify.word_kinds import DATE, DIGIT, NUMBER, PERIOD, kind_of
from eujdef_tui.verify.word_lists import MAGNITUDES, MULTIPLIERS
from eujdef_tui.verify.worded import places

__all__ = ["Pieces", "pieces"]

# to stop somebody from doing something, with so many words between
_HINDERING, _HINDERED = frozenset("stop stops stopped stopping keep keeps kept".split()), 6
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
_PARTICLES = frozenset("early late few down end against before after call calls called calling first last stop".split())
_DAYS = frozenset("day days week month quarter half year".split())
_PARTS_OF_TIME = {"end": "late", "close": "late", "start": "early", "beginning": "early"}  # of a year
_NOUN = frozenset("a the next first last another his her its their".split())
_LAY = frozenset("sit sits sat lay lays laid laying set sets write written".split())


_SIDED, _BEHIND = kind_of(lambda word: side_of(word) or word in _PARTS_OF_TIME), kind_of(_BEHIND_SIDES.__contains__)


class Pieces(Tensed):
    """What is compared of a sentence. Each part is read when it is first asked for."""

    def cut(self, start: int, end: int) -> Pieces:
        """The pieces of text[start:end], with the words that stand there whole."""
        found = Pieces(self.text[start:end])
        # looked up: a sentence without an end may be cut for each of the facts that rest on it
        first = bisect_left(self.words, start, key=attrgetter("start"))
        last = bisect_right(self.words, end, key=attrgetter("end"))
        inside = self.words[first:last]
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
        for at in self._may_be_sides():
            word, after = self.folded[at], self.folded[at + 1] if at + 1 < len(self.folded) else ""
            if after in _LESSENING and word in _LESSENED:
                found.setdefault(stem("reduce"), at)
            elif (part := _PARTS_OF_TIME.get(word)) and self._is_part_of_year(at):
                found.setdefault(stem(part), at)
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

    def _may_be_sides(self) -> Sequence[int]:
        """The numbers of the words that have an opposite, or that one stands behind which makes a side of them."""
        behind = self.places_of(_BEHIND)
        found = self.places_of(_SIDED)
        return sorted({*found, *(at - 1 for at in behind if at)}) if behind else found

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
                return not _LAY.isdisjoint(before[-1:])
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
            case "early" | "late":
                return not _MONTHS.isdisjoint(after[:1])
            case "before" | "after":
                return not after or self.breaks[at + 1] != self.breaks[at]
            case _:
                return after[:1] not in (("for",), ("on",))

    def _is_part_of_year(self, at: int) -> bool:
        """Whether a word tells which part of a year is meant: the end of 2026."""
        of, year = self.folded[at + 1 : at + 2], self.folded[at + 2 : at + 3]
        return of == ("of",) and bool(year) and len(year[0]) == len("2026") and year[0].isdecimal()

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
        return with_minus(self.text, [one for one in found if dated.isdisjoint(range(one.start, one.end))])

    @once
    def unread(self) -> list[tuple[int, int]]:
        """Where it has a multiple or unit whose number cannot be read: ∞ billion, 0x10 euros."""
        if not (self.kind & DIGIT or INFINITE in self.text):
            return []
        return list(unread(self.text, places((*self.quantities, *self.dates))))

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
        if "before" not in self.vocabulary:
            return []
        return [at for at, word in enumerate(self.folded) if word == "before" and self._is_particle(at)]


@lru_cache(maxsize=4096)
def pieces(text: str) -> Pieces:
    """The pieces of a text; those of a fact are asked for again and again."""
    return Pieces(text)
