"""Which words of a question of an amount a fact may lack, and still tell what was asked.

A number is soon found for any line. It answers where the fact has what is counted, whose it is, and what was done.
"""

from __future__ import annotations

from collections.abc import Sequence

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.search import score
from eujdef_tui.search.kept_words import names_in
from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.query import Term
from eujdef_tui.search.questions import EMPTY, PREPOSITIONS, QUESTION
from eujdef_tui.search.results import Hit, Match
from eujdef_tui.search.wanted_amount import Sort, Wanted

__all__ = ["LIGHT", "Asking", "counts_of_name", "has_all", "is_offered", "is_one_guess", "lacks", "names_of"]

# Of two things that are called alike they tell which: the eastern basin is not the western one.
_WHICH = frozenset(
    "east eastern female first former inner lower male north northern outer second south southern third "
    "upper west western".split()
)
# Verbs that say little beside an amount: how many jobs will go, how much coal came.
LIGHT = frozenset(
    "came come comes gave get gets give given gives go goes gone got had keep last lasted lasts made make makes take "
    "taken takes took went".split()
)
# And beside a measure: what speed did it reach.
_MEASURING = frozenset(
    "measure measured measures ran reach reached reaches run runs stand stands stood weigh weighed weighs".split()
)
_PARTICLES = frozenset("away back down home together".split())
_TIMES = frozenset("day each every last month next per this today week year yesterday".split())
_DOING = frozenset(("do", "does", "did"))


class Asking(NamedTuple):
    """A query on its way, its terms, all its folded words, and the amount that it asks for."""

    pipeline: Pipeline
    terms: Sequence[Term]
    words: Sequence[str]
    wanted: Wanted


def names_of(asking: Asking) -> set[str]:
    """The words that are names: none that only ever opens a sentence."""
    return names_in(asking.pipeline, asking.terms) - EMPTY - PREPOSITIONS


def is_one_guess(why: Sequence[Match]) -> bool:
    """Whether one other word for what was typed is all that a fact has."""
    return len(why) == 1 and why[0].rule in score.OTHERWISE


def lacks(asking: Asking, hit: Hit) -> bool:
    """Whether a fact lacks what tells which one is meant, or what it does, or has nothing but names."""
    left = _left(asking, hit)
    return _lacks_which(asking, hit, left) or _lacks_verb(asking, left) or _has_only_names(asking, left)


def counts_of_name(asking: Asking, hit: Hit) -> bool:
    """Whether a fact lacks only what is done: it has a name that was typed, and the very word for what is counted."""
    if asking.wanted.sort is not Sort.COUNT:
        return False
    left = _left(asking, hit)
    literal = {match.term.lower() for match in hit.why if match.rule in ("", "spelling") and match.field == "title"}
    names = names_of(asking)
    if literal.isdisjoint(asking.wanted.words) or not names or names & left or _lacks_which(asking, hit, left):
        return False
    return left - EMPTY - PREPOSITIONS - LIGHT == {asking.words[-1]}


def is_offered(asking: Asking, title: str) -> bool:
    """Whether a price is asked for, and one is told that someone offers or wants: it is not what the thing costs."""
    if asking.wanted.sort is not Sort.MONEY or _OFFERS.intersection(asking.words):
        return False
    return not _PRICE.isdisjoint(asking.words) and not _OFFERS.isdisjoint(title.split())


_PRICE = frozenset("cost costs price".split())
_OFFERS = frozenset(
    "ask asks bid bids claim claims demand demands offer offered offers propose proposed seek seeks want wants".split()
)


def has_all(asking: Asking, hit: Hit) -> bool:
    """Whether a fact has all words but those that the amount itself tells, and none only by another word."""
    replaced = any(match.rule in score.OTHERWISE for match in hit.why)
    return not replaced and not _left(asking, hit) - EMPTY - LIGHT


def _left(asking: Asking, hit: Hit) -> set[str]:
    """The words that a hit has not, each by a word of its own and none only beside the sentence that it rests on."""
    tokens = [match.token for match in hit.why]
    has = {
        term
        for nth, match in enumerate(hit.why)
        if match.field != "beside" and not (match.rule in score.OTHERWISE and match.token in tokens[:nth])
        for term in (match.term, *match.term.split("-"))
    }
    free = asking.wanted.free | (_MEASURING if asking.wanted.sort is Sort.MEASURE else frozenset())
    return {term.tokens[0] for term in asking.terms if has.isdisjoint((term.text, term.tokens[0]))} - free


def _lacks_which(asking: Asking, hit: Hit, left: set[str]) -> bool:
    """Whether a word is left that tells which thing is meant, or of what the amount is."""
    wanted = asking.wanted
    # of what has a name, the name tells which it is: how full are noctua's trains; but not who
    named = wanted.sort is Sort.MEASURE and "age" not in wanted.nouns and names_of(asking)
    vague = {match.term.lower() for match in hit.why if _is_vague(match)}
    if not named and not (left | vague).isdisjoint(wanted.kept):
        return True
    return not left.isdisjoint(_WHICH) or any(word.isdigit() for word in left)


def _is_vague(match: Match) -> bool:
    """Whether another word for what was typed stands only in passing: what is built by a power firm is no power."""
    passing = match.field in ("beside", "quotes", "sentence") or (match.field == "link" and match.label != "title")
    return passing and match.rule in score.OTHERWISE


def _lacks_verb(asking: Asking, left: set[str]) -> bool:
    """Whether what it does is left, which stands last: how many injections does it need."""
    words = asking.words
    if _DOING.isdisjoint(words) or words[-2] in QUESTION | PREPOSITIONS | _TIMES:
        return False
    return words[-1] in left - LIGHT - EMPTY - _PARTICLES - _TIMES


def _has_only_names(asking: Asking, left: set[str]) -> bool:
    telling = left - EMPTY - PREPOSITIONS - LIGHT
    return bool(telling) and names_of(asking).issuperset({term.tokens[0] for term in asking.terms} - left)
