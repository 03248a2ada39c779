"""Whether a fact has a number or date of a sentence as exactly as the sentence has it."""

from __future__ import annotations

from collections.abc import Iterable

from eujdef_tui.text.date_mentions import Mention, absolute_spans
from eujdef_tui.text.quantities import Quantity
from eujdef_tui.verify.candidates import UNKNOWN
from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.worded import places

__all__ = ["days_of", "has_day", "is_vague", "lost_of", "missing_of"]

_MONTHS = 300  # how much longer, as the difference of yyyymmdd, a date may be than one that it bears out


def _stands_apart(one: Quantity, fact: Evidenced) -> bool:
    """Whether a number stands in a sentence that a fact rests on, but neither in the fact nor in its quote."""
    return one.number != fact.value and not any(one.number == it.number for near in fact.near for it in near.quantities)


def days_of(pieces: Pieces) -> list[int]:
    """The days that a sentence gives, as yyyymmdd."""
    return [lo for one in pieces.dates for lo, hi in absolute_spans(one)[:1] if lo == hi]


def has_day(day: int, fact: Evidenced) -> bool:
    """Whether a fact gives a day, and not only a month or year in which it is."""
    return (day, day) in (*fact.dates, *fact.dates_nearby, *fact.said_on)


def is_vague(one: Mention, fact: Evidenced) -> bool:
    """Whether a fact only has a date that is less precise than one of the sentence: 2024 for May 2024."""
    spans = absolute_spans(one)
    if not spans:
        return False
    length = spans[0][1] - spans[0][0]
    there = (*fact.dates, *fact.dates_nearby, *fact.said_on)
    return all(hi - lo > length + _MONTHS for lo, hi in there if any(lo <= b and a <= hi for a, b in spans))


def missing_of(heard: Heard, fact: Evidenced, found: Iterable[Difference]) -> float:
    """The weight of the numbers and dates of a sentence that a fact has not, or only nearly."""
    if lost := lost_of(heard, found):
        return UNKNOWN * lost
    far = sum(_stands_apart(one, fact) for one in heard.pieces.quantities)
    return UNKNOWN * (far + sum(is_vague(one, fact) for one in heard.pieces.dates)) / 2


def lost_of(heard: Heard, found: Iterable[Difference]) -> int:
    """How many numbers and dates of a sentence differ, or have words that do."""
    exact: list[Quantity | Mention] = [*heard.pieces.quantities, *heard.pieces.dates]
    odd = places(found) if exact else ()
    return sum(not odd.isdisjoint(range(one.start, one.end)) for one in exact) if odd else 0
