"""Checks on status: what happened is told in the past, what is planned lies ahead."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from eujdef_tui.model.records import Event, Milestone
from eujdef_tui.rules.truth.claim import Claim
from eujdef_tui.rules.truth.doubt import Doubt
from eujdef_tui.rules.truth.reading import Reading, read, stem
from eujdef_tui.text.english_words import CONDITIONAL, FUNCTION_WORDS, FUTURE, PAST, WILL

__all__ = ["status_against_calendar", "status_against_words"]

_FUTURE = frozenset(map(stem, FUTURE - {"plans", "planned", "planning"}))  # "the plan" is no plan of its own
_NOT_YET = frozenset("planned expected scheduled intended projected".split())


def status_against_words(claim: Claim) -> Iterator[Doubt]:
    """What a sentence only announces (“will”) has not happened; what it only tells (“signed”) is not planned."""
    fact = claim.fact
    if not isinstance(fact, Event | Milestone) or not claim.sentences:
        return
    quotes = [read(passage.quote) for passage in claim.passages]
    told = any(map(_told, quotes))
    advice = "Correct the status, quote the words that say so, or note `x-outside: why`."
    if fact.status == "happened" and not told and quotes and all(map(_announces, quotes)):
        yield Doubt("It is said to have happened, and the quoted words only announce it.", advice)
    ahead = any(map(_looks_ahead, quotes)) or any(map(_announces, claim.sentences)) or _is_ahead(claim)
    if fact.status in ("planned", "target") and told and not ahead:
        yield Doubt(f"It is said to be {fact.status}, and the quoted words only tell what has happened.", advice)


def status_against_calendar(claim: Claim) -> Iterator[Doubt]:
    """What is planned lies after the day of the article that plans it."""
    fact, bounds = claim.fact, claim.bounds
    if not isinstance(fact, Event | Milestone) or fact.status not in ("planned", "target") or bounds is None:
        return
    days = [article.days for article in claim.articles]
    if days and all(day is not None and bounds[1] < day[0] for day in days):
        message = f"It is said to be {fact.status} for {fact.date}, and every source is of a later day."
        yield Doubt(message, "Correct the date or the status, or note `x-outside: why`.")


def _is_ahead(claim: Claim) -> bool:
    """Whether the date lies after the day of every article: then what is told leads up to it."""
    days = [article.days for article in claim.articles]
    return claim.bounds is not None and all(day is not None and claim.bounds[0] > day[1] for day in days)


@lru_cache(maxsize=4096)
def _announces(reading: Reading) -> bool:
    """Whether a verb there only announces: will, plans to, is to."""
    return not reading.vocabulary.isdisjoint(WILL) or _is_to(reading)


@lru_cache(maxsize=4096)
def _looks_ahead(reading: Reading) -> bool:
    """Whether anything there may be of what is to come: a word, a condition, an infinitive."""
    words = reading.vocabulary
    ahead = not words.isdisjoint(FUTURE | CONDITIONAL) or not reading.stems.isdisjoint(_FUTURE)
    return ahead or " may " in reading.text or _is_to(reading) or _aims(reading)  # "may", and not the month


def _aims(reading: Reading) -> bool:
    """Whether an infinitive stands there: to boost."""
    for one, two in pairwise(reading.words):
        verb = two.folded
        begins = one.folded == "to" and reading.text[two.start].islower() and verb.isalpha()
        if begins and verb not in FUNCTION_WORDS and not verb.endswith(("ing", "s")):
            return True
    return False


def _is_to(reading: Reading) -> bool:
    """Whether something "is to" be done."""
    words = reading.folded
    return any(one in ("is", "are", "be") and two == "to" for one, two in pairwise(words))


@lru_cache(maxsize=4096)
def _told(reading: Reading) -> bool:
    """Whether a verb in the past stands there. "Will be signed" and "to be signed" have none."""
    words = reading.folded
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        if word in ("been", "has", "have") and any(one in WILL for one in words[max(0, at - 3) : at]):
            continue
        if word in PAST and before not in ("be", "to", "will", "not"):
            return True
        if word.endswith("ed") and len(word) > 4 and word not in _NOT_YET and before not in ("be", "get"):
            return True
    return False
