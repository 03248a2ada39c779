"""Judging: the verdict on a sentence of a draft, from the facts that it may rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.text import edtf
from eujdef_tui.text.date_mentions import absolute_spans
from eujdef_tui.verify.candidates import UNKNOWN, Near, candidates
from eujdef_tui.verify.comparing import Difference, told_once
from eujdef_tui.verify.comparisons import EXACT, Compare, comparisons_of
from eujdef_tui.verify.evidence import evidenced
from eujdef_tui.verify.exactness import days_of, has_day, is_vague, lost_of, missing_of
from eujdef_tui.verify.fact import Fact
from eujdef_tui.verify.facts import Facts
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.holdings import OWN_OTHERWISE
from eujdef_tui.verify.steps import tells_of_done
from eujdef_tui.verify.verdict import Verdict
from eujdef_tui.verify.word_lists import HAPPENING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eujdef_tui.verify.verdict import Word

__all__ = ["judge", "support"]

# How likely a sentence restates a fact: the share of it that the fact has, and more, by these weights, for the share of
# the fact that the sentence has, also in other words; for the fact that has most of the words; for one whose record
# links to all whom the sentence names; for what happened, of a sentence that tells of that; for its own date or number.
# Chosen by which fact is right of those near to sentences of six sets, and looked at on a seventh.
_TOLD, _BY_SCORE, _LINKED, _BONUS = 0.75, 0.7, 0.25, 0.2
# Shares of what a sentence says that a fact must have: to be near it at all; to be what it should have said.
CONCERNS, DIFFERS = 0.31, 0.5
# To support it: the share, with more for each word that it has itself, up to so many, and for the share of the fact
# that the sentence has. Chosen, on seven sets, by how well true sentences are parted from others that are like facts.
SUPPORTS, _OF_WORD, _MANY, _BOTH_WAYS = 0.57, 0.06, 6, 0.4
_SEVERAL, _THIRD = 6, 3  # nothing more for one that has no more than a third of several words
_MONTH = 100  # less than this is a month long, as the difference of yyyymmdd
_ODD = 0.05  # of the share, for each difference
_NEAR_ENOUGH = 0.75  # and one that has something else, so much of the share of one that only lacks it
_NEXT_OF = {"actor": 1.0, "agreement": 0.98}  # but what describes someone or something bears out less
_NEXT_OF_LACKING = 0.8  # of one that has nobody else where it lacks a name
# One with the opposite, or that has only planned it, tells of the very thing: one that agrees must have more.
_NEXT_OF_TURNED = 1.01
# A fact that agrees must have so much of the share of every fact that differs and is near to it in rank.
_NEXT = 0.92
# Two facts are near in rank where the one that differs is no more than this below the one that agrees.
_CLOSE = 0.3
# A fact that has something else makes no sentence differ if its rank is this far below that of the best that differs.
_FAR = 0.35
# No fact supports a sentence if one that has something else is above it in rank by more than this.
_BEATEN = 0.15


class _Held(NamedTuple):
    near: Near
    share: float  # that of `near`, less what the fact does not have after all
    differences: tuple[Difference, ...]
    more: float  # what counts for it besides the share, see SUPPORTS
    rank: float
    # Of one of which only the numbers and dates were compared: what was known before, and what they showed.
    at_best: _Held | None = None
    exact: Mapping[Compare, Sequence[Difference]] = {}

    @property
    def fact(self) -> Fact:
        return self.near.fact


_rank = attrgetter("rank")


def _insert(some: list[_Held], one: _Held) -> None:
    """Put one into a short list, the best rank first, behind those of its own."""
    some.append(one)
    some.sort(key=_rank, reverse=True)


def support(heard: Heard, facts: Facts) -> Verdict | None:
    """The verdict on a sentence that a fact supports; None for another, of which nobody asks what differs."""
    found = judge(heard, facts, only_support=True)
    return found if found.word == "supported" else None


def judge(heard: Heard, facts: Facts, *, only_support: bool = False) -> Verdict:
    """Hold a sentence against the facts; with `only_support` no longer than one of them may support it."""
    found = _found(heard, candidates(heard, facts), facts, only_support=only_support)
    if not found.ranked:
        return Verdict("no source", "", lacking=_written(heard, heard.content))
    if heard.only_happens and any(one.fact.status and one.share >= CONCERNS for one in found.ranked):
        found = _Found(heard, facts, [one for one in found.ranked if one.fact.status])
    agree, differ, strong = found.agree, found.differ, found.strong
    if agree and _holds(agree[0], found, facts):
        if (other := _on_another_day(agree[0], differ, heard, facts)) is None:
            return _verdict("supported", agree[0], heard)
        near = [one for one in agree[1:] if _has_the_day(one, agree[0], heard, facts)]
        return _verdict("supported", near[0], heard) if near else _verdict("differs", other, heard)
    if strong and strong[0].share >= _least_of_strong(differ[0]) and strong[0].rank > differ[0].rank - _FAR:
        return _verdict("differs", strong[0], heard)
    return _verdict("no source", differ[0] if differ else found.ranked[0], heard)


def _holds(agree: _Held, found: _Found, facts: Facts) -> bool:
    """Whether a fact that agrees has enough of a sentence, beside those that differ, to be the one that it restates."""
    if any(one.rank > agree.rank + _BEATEN for one in found.strong):
        return False
    near = (one for one in found.differ if one.rank > agree.rank - _CLOSE)
    return all(agree.share >= _next_of(agree, one, facts) * one.share for one in near)


def _least_of_strong(differ: _Held) -> float:
    """The share of a fact that has something else, for which a sentence differs beside the best that differs."""
    return max(_NEAR_ENOUGH * differ.share, DIFFERS)


def _says_something(heard: Heard) -> bool:
    """Whether a sentence has more than one name: "it was NATO that brought it out" has no word that is held."""
    return bool(heard.content or heard.pieces.quantities or heard.pieces.dates) or len(heard.named) > 1


class _Found:
    """What holding a sentence against facts has found: all of it, and what makes the verdict; each the best rank first.

    `agree`: the facts that support it; `differ`: those that have enough of it and something else or less than it;
    `strong`: those of them that have something else.
    """

    def __init__(self, heard: Heard, facts: Facts, held: Iterable[_Held] = ()) -> None:
        self._facts, self._may_agree = facts, _says_something(heard)
        self._every, self._dated = heard.only_happens, bool(heard.pieces.dates)
        self.ranked, self.agree, self.differ, self.strong = [list[_Held]() for _ in range(4)]
        for one in held:
            self.add(one)

    def bears_out(self, one: _Held) -> bool:
        """Whether a fact supports the sentence, if nothing more in it differs than is known."""
        return self._may_agree and not one.differences and _bears_out(one)

    def add(self, one: _Held) -> None:
        """Take what was found of a fact."""
        _insert(self.ranked, one)
        if not one.differences:
            if self.bears_out(one):
                _insert(self.agree, one)
        elif one.share >= CONCERNS:
            _insert(self.differ, one)
            if any(odd.instead for odd in one.differences):
                _insert(self.strong, one)

    def is_decided(self, left: Sequence[_Held]) -> bool:
        """Whether the verdict stays whatever the facts that are left have, each given as it is at best."""
        if not self.ranked or self._every or (self.agree and (self.differ or self._dated)):
            return False
        if self.agree:
            least = self.agree[0].share / _NEXT_OF_TURNED
            return self.agree[0].rank > left[0].rank and all(one.share < least for one in left)
        if self.differ:
            return self.only_agreement_matters(left) and not any(map(self._may_win, left))
        return self.ranked[0].rank > left[0].rank and all(one.share < CONCERNS for one in left)

    def only_agreement_matters(self, left: Sequence[_Held]) -> bool:
        """Whether of the facts that are left, the best rank first, only one that agrees changes the verdict.

        One that differs comes behind what differs already, or has too little of the sentence to be told of.
        """
        if self.agree or self._every or not self.differ or self.differ[0].rank <= left[0].rank:
            return False
        if self.strong:
            return self.strong[0].rank > left[0].rank
        least = _least_of_strong(self.differ[0])
        return all(one.share < least for one in left)

    def _may_win(self, one: _Held) -> bool:
        """Whether a fact supports the sentence beside those that differ, if nothing in it does."""
        return self.bears_out(one) and _holds(one, self, self._facts)


def _found(heard: Heard, near: Sequence[Near], facts: Facts, *, only_support: bool) -> _Found:
    """A sentence held against the facts near to it: against no more than can change the verdict.

    A comparison only takes from the rank and the share that a fact may have.
    """
    found, every = _Found(heard, facts), heard.only_happens
    _compare(heard, [one for one in near if every or one.share >= CONCERNS], facts, found, only_support=only_support)
    if not (only_support or every or found.agree or found.differ):
        # what has less of the sentence neither supports it nor differs from it: it can only be the nearest
        _compare(heard, [one for one in near if one.share < CONCERNS], facts, found, only_support=False)
    return found


def _compare(heard: Heard, near: Sequence[Near], facts: Facts, found: _Found, *, only_support: bool) -> None:
    """Hold a sentence against facts, the best rank first, until the verdict is decided.

    What has other numbers or dates loses most of its rank: they are compared first, all else where it is best still.
    """
    left = sorted(_at_best(heard, near, facts), key=_rank, reverse=True)
    passed, comparisons = list[_Held](), comparisons_of(heard) if left else []
    exact = [one for one in comparisons if one in EXACT]
    while left and not found.is_decided(left):
        if only_support and not found.agree and not any(map(found.bears_out, left)):
            return
        if exact and left[0].at_best is None:
            _insert(left, _weighed(heard, left.pop(0), facts, exact))
            continue
        must_agree, at_best = found.only_agreement_matters(left), left.pop(0)
        one = None
        if not must_agree or found.bears_out(at_best):
            one = _hold(heard, at_best, facts, comparisons, must_agree=must_agree)
        if one is not None:
            found.add(one)
        else:
            passed.append(at_best)
    if found.agree:  # what differs in the others matters after all
        for at_best in passed:
            if (one := _hold(heard, at_best, facts, comparisons, must_agree=False)) is not None:
                found.add(one)


def _may_be_on_another_day(agree: _Held, heard: Heard, facts: Facts) -> bool:
    """Whether a fact that agrees only has the month or year of a day that a sentence gives."""
    fact = evidenced(agree.fact, facts)
    days = days_of(heard.pieces)
    return not all(has_day(day, fact) for day in days) or any(is_vague(one, fact) for one in heard.pieces.dates)


def _has_the_day(one: _Held, agree: _Held, heard: Heard, facts: Facts) -> bool:
    """Whether a fact with nearly the share of one that agrees gives the very day of a sentence."""
    return one.share >= _NEXT * agree.share and not _may_be_on_another_day(one, heard, facts)


def _on_another_day(agree: _Held, differ: Sequence[_Held], heard: Heard, facts: Facts) -> _Held | None:
    """A fact with another day than a sentence, where the one that agrees only has the month or year of it."""
    if not _may_be_on_another_day(agree, heard, facts):
        return None
    only_date = (one for one in differ if all(odd.sort == "date" and odd.instead for odd in one.differences))
    near = (one for one in only_date if one.share >= DIFFERS and one.near.share >= _NEXT * agree.near.share)
    return next((one for one in near if any(_is_in_month(d) for d in one.fact.dates)), None)


def _is_in_month(date: str) -> bool:
    lo, hi = edtf.bounds(date)
    return lo // 100 == hi // 100


def _bears_out(one: _Held) -> bool:
    """Whether a fact has enough of a sentence to support it: less is enough where the sentence has most of the fact."""
    return one.share >= CONCERNS and one.share + one.more >= SUPPORTS


def _next_of(agree: _Held, differ: _Held, facts: Facts) -> float:
    """How much of the share of a fact that differs one must have that agrees: less of one that only lacks a name."""
    turned = {one.sort for one in differ.differences if one.instead}
    if "opposite" in turned or ("status" in turned and not tells_of_done(evidenced(agree.fact, facts))):
        return _NEXT_OF_TURNED
    likelier = agree.rank > differ.rank
    only_lacks = all(one.sort == "name" and (likelier or not one.instead) for one in differ.differences)
    return _NEXT_OF_LACKING if only_lacks else _NEXT_OF.get(agree.fact.sort, _NEXT)


def _verdict(word: Word, one: _Held, heard: Heard) -> Verdict:
    return Verdict(word, "", one.fact, one.differences, one.share, _written(heard, one.near.lacking))


def _at_best(heard: Heard, near: Iterable[Near], facts: Facts) -> list[_Held]:
    """What comparisons of a sentence with facts give where nothing differs."""
    found, mine = list[_Held](), heard.pieces
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
        found.append(_Held(one, one.share, (), more, rank))
    return found


def _is_dated_so(heard: Heard, fact: Fact, facts: Facts) -> bool:
    """Whether what happened has a date of a sentence as its own."""
    spans = {span for one in heard.pieces.dates for span in absolute_spans(one)}
    own = evidenced(fact, facts).said_on
    if not spans.isdisjoint(own):
        return True
    months = [(lo, hi) for lo, hi in spans if 0 < hi - lo < _MONTH]
    return any(lo <= first and last <= hi for lo, hi in months for first, last in own)


def _hold(
    heard: Heard, at_best: _Held, facts: Facts, comparisons: Sequence[Compare], *, must_agree: bool
) -> _Held | None:
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
    return _Held(near, share, tuple(found), at_best.more, rank)


def _weighed(heard: Heard, at_best: _Held, facts: Facts, exact: Sequence[Compare]) -> _Held:
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
    return _Held(near, share, found, at_best.more, rank, at_best, known)


def _written(heard: Heard, numbers: Sequence[int]) -> tuple[str, ...]:
    words = [heard.pieces.words[at] for at in numbers]
    return tuple(heard.pieces.text[word.start : word.end] for word in words)
