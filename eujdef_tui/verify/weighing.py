"""Weighing: how likely a sentence restates a fact, at best, and once the two have been compared piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.text.date_mentions import absolute_spans
from eujdef_tui.verify.candidates import UNKNOWN, Near
from eujdef_tui.verify.comparing import Difference, told_once
from eujdef_tui.verify.comparisons import Compare
from eujdef_tui.verify.evidence import evidenced
from eujdef_tui.verify.exactness import lost_of, missing_of
from eujdef_tui.verify.fact import Fact
from eujdef_tui.verify.facts import Facts
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.holdings import OWN_OTHERWISE
from eujdef_tui.verify.word_lists import HAPPENING

__all__ = ["Held", "at_best", "hold", "weighed"]

# How likely a sentence restates a fact: the share of it that the fact has, and more, by these weights, for the share of
# the fact that the sentence has, also in other words; for the fact that has most of the words; for one whose record
# links to all whom the sentence names; for what happened, of a sentence that tells of that; for its own date or number.
# Chosen by which fact is right of those near to sentences of six sets, and looked at on a seventh.
_TOLD, _BY_SCORE, _LINKED, _BONUS = 0.75, 0.7, 0.25, 0.2
# To support it: the share, with more for each word that it has itself, up to so many, and for the share of the fact
# that the sentence has. Chosen, on seven sets, by how well true sentences are parted from others that are like facts.
_OF_WORD, _MANY, _BOTH_WAYS = 0.06, 6, 0.4
_SEVERAL, _THIRD = 6, 3  # nothing more for one that has no more than a third of several words
_MONTH = 100  # less than this is a month long, as the difference of yyyymmdd
_ODD = 0.05  # of the share, for each difference


class Held(NamedTuple):
    """A fact with how much of a sentence it has, what of that sentence it has otherwise, and how likely it is meant."""

    near: Near
    share: float  # that of `near`, less what the fact does not have after all
    differences: tuple[Difference, ...]
    more: float  # what counts for it besides the share, see SUPPORTS
    rank: float
    # Of one of which only the numbers and dates were compared: what was known before, and what they showed.
    at_best: Held | None = None
    exact: Mapping[Compare, Sequence[Difference]] = {}

    @property
    def fact(self) -> Fact:
        """The fact itself."""
        return self.near.fact


def at_best(heard: Heard, near: Iterable[Near], facts: Facts) -> list[Held]:
    """What comparisons of a sentence with facts give where nothing differs."""
    found, mine = list[Held](), heard.pieces
    happens = not HAPPENING.isdisjoint(mine.vocabulary)
    dates, quantities = mine.dates, mine.quantities
    means, ids = heard.in_other_words.__contains__, heard.known
    for one in near:
        fact, bonus = one.fact, 0.0
        roots = fact.own.roots
        if happens and fact.status:
            bonus += _BONUS
        if dates and fact.status and _is_dated_so(heard, fact, facts):
            bonus += _BONUS
        if quantities and (value := evidenced(fact, facts).value) is not None:
            bonus += _BONUS * (1 if any(it.number == value for it in quantities) else -1)
        linked = len(ids & fact.linked) / max(len(ids), 1)
        levels = one.words[1][: len(one.words[0])]
        told = sum(map(means, roots)) / max(len(roots), 1)
        own = sum(level >= OWN_OTHERWISE for level in levels)
        more = _OF_WORD * min(own, _MANY) + _BOTH_WAYS * told
        if len(levels) >= _SEVERAL and _THIRD * (len(levels) - levels.count(0.0)) <= len(levels):
            more = 0.0  # what it has may be chance
        rank = one.share + _TOLD * told + bonus + _BY_SCORE * one.score + _LINKED * linked
        found.append(Held(one, one.share, (), more, rank))
    return found


def _is_dated_so(heard: Heard, fact: Fact, facts: Facts) -> bool:
    """Whether what happened has a date of a sentence as its own."""
    spans = {span for one in heard.pieces.dates for span in absolute_spans(one)}
    own = evidenced(fact, facts).said_on
    if not spans.isdisjoint(own):
        return True
    months = [(lo, hi) for lo, hi in spans if 0 < hi - lo < _MONTH]
    return any(lo <= first and last <= hi for lo, hi in months for first, last in own)


def hold(heard: Heard, at_best: Held, facts: Facts, comparisons: Sequence[Compare], *, must_agree: bool) -> Held | None:
    """Compare a sentence with a fact, piece by piece; None where it must agree and does not."""
    known, at_best = at_best.exact, at_best.at_best or at_best
    near, share = at_best.near, at_best.share
    fact = evidenced(near.fact, facts)
    found: dict[Difference, None] = {}
    for compare in comparisons:
        for one in known[compare] if compare in known else compare(heard, fact):
            if must_agree:
                return None
            found[one] = None
    found = dict.fromkeys(told_once(found))
    if near.total and (missing := missing_of(heard, fact, found)):
        share -= near.factor * missing / near.total
    elif not found:
        return at_best
    rank = at_best.rank - at_best.share + share - _ODD * len(found)
    return Held(near, share, tuple(found), at_best.more, rank)


def weighed(heard: Heard, at_best: Held, facts: Facts, exact: Sequence[Compare]) -> Held:
    """What comparisons of a sentence with a fact give where nothing differs but numbers and dates."""
    near = at_best.near
    fact = evidenced(near.fact, facts)
    known = {compare: tuple(compare(heard, fact)) for compare in exact}
    found = tuple(dict.fromkeys([one for some in known.values() for one in some]))
    missing = missing_of(heard, fact, found)
    if missing > UNKNOWN and not lost_of(heard, found):
        missing = UNKNOWN  # what is only nearly the same may cost less, where something else differs in its words
    share = at_best.share - (near.factor * missing / near.total if near.total else 0.0)
    rank = at_best.rank - at_best.share + share - _ODD * len(found)
    return Held(near, share, found, at_best.more, rank, at_best, known)
