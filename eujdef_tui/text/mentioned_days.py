"""Say whether a given date may be one of those that a text mentions, counted from the day on which it was issued."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.text.date_mentions import OF_ANY_YEAR, Mention, Span
from eujdef_tui.text.edtf import MAX, MIN

__all__ = ["MentionedDays"]


class MentionedDays:
    """The days that the dates of a text may mean: counted out once, for however many facts are held against them."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        """Take the mentions, of which those that say the same are one."""
        self.mentions = tuple({mention[2:]: mention for mention in mentions}.values())

    def may_be(self, lo: int, hi: int, issued: Span | None) -> bool | None:
        """Whether the date from `lo` to `hi` may be one of them; None where none of them can be counted out."""
        days = _days(self, issued)
        if days.meet(lo, hi):
            return True
        if lo <= MIN or hi >= MAX:
            return False if days.begin else None
        further = _days_of_any_year(self, issued, lo // 10_000, hi // 10_000)
        return further.meet(lo, hi) if days.begin or further.begin else None


class _Days(NamedTuple):
    """Spans of days, apart from each other and in order: where they begin and where they end."""

    begin: Sequence[int]
    end: Sequence[int]

    def meet(self, lo: int, hi: int) -> bool:
        """Whether one of the days from `lo` to `hi` is among them."""
        at = bisect_right(self.begin, hi) - 1
        return at >= 0 and self.end[at] >= lo


@lru_cache(maxsize=4096)
def _days(said: MentionedDays, issued: Span | None) -> _Days:
    """The days that the mentions of a text may be of."""
    return _joined(span for mention in said.mentions for span in mention.spans(issued))


@lru_cache(maxsize=4096)
def _days_of_any_year(said: MentionedDays, issued: Span | None, first: int, last: int) -> _Days:
    """The days within some years that a day or month without a year may be of, where nobody knows of which it is."""
    years = first * 10_000 + 101, last * 10_000 + 1231
    vague = [mention for mention in said.mentions if mention.kind in OF_ANY_YEAR and not mention.spans(issued)]
    return _joined(span for mention in vague for span in mention.spans(years))


def _joined(spans: Iterable[Span]) -> _Days:
    """Spans of days as few: those that overlap are one."""
    begin, end = list[int](), list[int]()
    for lo, hi in sorted(spans):
        if end and lo <= end[-1]:
            end[-1] = max(end[-1], hi)
        else:
            begin.append(lo)
            end.append(hi)
    return _Days(begin, end)
