"""Checks on dates: what the words say, read from the day of the article, and the date of the fact."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from eujdef_tui.model.records import Agreement
from eujdef_tui.rules.truth.claim import Claim
from eujdef_tui.rules.truth.doubt import Doubt
from eujdef_tui.rules.truth.reading import Reading, read
from eujdef_tui.text.date_mentions import OF_ANY_YEAR, Mention, Span
from eujdef_tui.text.edtf import MAX, MIN
from eujdef_tui.text.lazy_regex import lazy_pattern

__all__ = ["date_against_sentence", "date_against_words"]

_COUNTED_ON = lazy_pattern(
    r"\b(?:day|days|week|weeks|month|months|year|years) (?:after|before|later|earlier)\b|\bthe next day\b"
)


def date_against_words(claim: Claim) -> Iterator[Doubt]:
    """The words of `date_text`, read from the day of the article, and the date are one day, month or year.

    “Friday” is a Friday near the day of issue, “last November” the November before it, “on 18 March” that day.
    """
    fact = claim.fact
    if isinstance(fact, Agreement) or not (fact.date and fact.date_text):
        return
    if _agree(claim, read(fact.date_text)) is False:
        message = f"The words “{fact.date_text}” do not give the date {fact.date}."
        yield Doubt(message, "Correct the date, or note `x-outside: why`.")


def date_against_sentence(claim: Claim) -> Iterator[Doubt]:
    """A sentence that gives dates, and none of them is the date of its fact, dates something else.

    Looked at where `date_text` gives no date itself. A date that `date_basis` names counts too.
    """
    fact = claim.fact
    if isinstance(fact, Agreement) or not fact.date or read(fact.date_text).dates:
        return
    if _COUNTED_ON().search(" ".join(passage.quote for passage in claim.passages) + fact.date_text):
        return  # "the day after": counted from another date of the sentence
    if _agree(claim, *claim.sentences) is False and not _agree(claim, read(fact.date_basis)):
        message = f"The sentence that supports this gives dates, and none of them is {fact.date}."
        yield Doubt(message, "Correct the date, or say in `date_basis` what gives it.")


def _agree(claim: Claim, *said: Reading) -> bool | None:
    """Whether a date that some texts mention may be that of a claim; None where no mention can be read."""
    bounds = claim.bounds
    if bounds is None:
        return None
    issues = [article.days for article in claim.articles] or [None]
    found = [_may_be(reading, *bounds, issued) for reading in said for issued in issues]
    known = [answer for answer in found if answer is not None]
    return any(known) if known else None


def _may_be(reading: Reading, lo: int, hi: int, issued: Span | None) -> bool | None:
    """What `may_be` says of the mentions of a text. Their days are counted once for all facts that rest on it."""
    days = _days(reading, issued)
    if days.meet(lo, hi):
        return True
    if lo <= MIN or hi >= MAX:
        return False if days.begin else None
    further = _days_of_any_year(reading, issued, lo // 10_000, hi // 10_000)
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
def _days(reading: Reading, issued: Span | None) -> _Days:
    """The days that the mentions of a text may be of."""
    return _joined(span for mention in _once(reading) for span in mention.spans(issued))


@lru_cache(maxsize=4096)
def _days_of_any_year(reading: Reading, issued: Span | None, first: int, last: int) -> _Days:
    """The days within some years that those mentions may be of of which nobody can say in which year they are."""
    years = first * 10_000 + 101, last * 10_000 + 1231
    vague = [mention for mention in _once(reading) if mention.kind in OF_ANY_YEAR and not mention.spans(issued)]
    return _joined(span for mention in vague for span in mention.spans(years))


def _once(reading: Reading) -> Iterable[Mention]:
    return {mention[2:]: mention for mention in reading.dates}.values()


def _joined(spans: Iterable[Span]) -> _Days:
    begin, end = list[int](), list[int]()
    for lo, hi in sorted(spans):
        if end and lo <= end[-1]:
            end[-1] = max(end[-1], hi)
        else:
            begin.append(lo)
            end.append(hi)
    return _Days(begin, end)
