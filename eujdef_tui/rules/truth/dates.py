"""Checks on dates: what the words say, read from the day of the article, and the date of the fact."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.model.records import Agreement
from eujdef_tui.rules.truth.claim import Claim
from eujdef_tui.rules.truth.doubt import Doubt
from eujdef_tui.rules.truth.reading import Reading, read
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
    found = [reading.days.may_be(*bounds, issued) for reading in said for issued in issues]
    known = [answer for answer in found if answer is not None]
    return any(known) if known else None
