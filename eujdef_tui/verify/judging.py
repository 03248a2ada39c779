"""Judging: the verdict on a sentence of a draft, from the facts that it may rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

from eujdef_tui.text import edtf
from eujdef_tui.verify.candidates import Near, candidates
from eujdef_tui.verify.comparisons import EXACT, comparisons_of
from eujdef_tui.verify.evidence import evidenced
from eujdef_tui.verify.exactness import days_of, has_day, is_vague
from eujdef_tui.verify.facts import Facts
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.steps import tells_of_done
from eujdef_tui.verify.verdict import Verdict
from eujdef_tui.verify.weighing import Held, at_best, hold, weighed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eujdef_tui.verify.verdict import Word

__all__ = ["judge", "support"]

# Shares of what a sentence says that a fact must have: to be near it at all; to be what it should have said.
CONCERNS, DIFFERS = 0.31, 0.5
# To support it: the share, and what counts for it besides (see `weighing`). Chosen as those are.
SUPPORTS = 0.57
_NEAR_ENOUGH = 0.75  # and one that has something else, so much of the share of one that only lacks it
_NEXT_OF = {"actor": 1.0, "agreement": 0.98}  # but what describes someone or something bears out less
_NEXT_OF_LACKING = 0.75  # of one that has nobody else where it lacks a name
# One with the opposite, or that has only planned it, tells of the very thing: one that agrees must have more.
_NEXT_OF_TURNED = 1.01
# A fact that agrees must have so much of the share of every fact that differs and is near to it in rank.
_NEXT = 0.92
# Two facts are near in rank where the one that differs is no more than this below the one that agrees.
_CLOSE = 0.3
# One that is no more than this below one that describes an agreement or someone is shown in its place.
_NEARLY = 0.05
# A likelier one that has too few words to support a sentence is shown for one that has, with so much of its share.
_MUCH_OF = 0.8
# A fact that has something else makes no sentence differ if its rank is this far below that of the best that differs.
_FAR = 0.35
# No fact supports a sentence if one that has something else is above it in rank by more than this.
_BEATEN = 0.15


_rank = attrgetter("rank")


def _insert(some: list[Held], one: Held) -> None:
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
    if best := next((one for one in _best(agree) if _holds(one, found, facts)), None):
        if (other := _on_another_day(best, differ, heard, facts)) is None:
            return _verdict("supported", _likelier(best, found) or best, heard)
        near = [one for one in agree if one is not best and _has_the_day(one, best, heard, facts)]
        return _verdict("supported", near[0], heard) if near else _verdict("differs", other, heard)
    if strong and strong[0].share >= _least_of_strong(differ[0]) and strong[0].rank > differ[0].rank - _FAR:
        return _verdict("differs", strong[0], heard)
    return _verdict("no source", differ[0] if differ else found.ranked[0], heard)


def _best(agree: Sequence[Held]) -> Sequence[Held]:
    """The fact that agrees best; before one that describes an agreement or someone, another that is near to it."""
    if not agree or agree[0].fact.sort not in _NEXT_OF:
        return agree[:1]
    other = [one for one in agree[1:] if one.rank > agree[0].rank - _NEARLY and one.fact.sort not in _NEXT_OF]
    return [*other[:1], agree[0]]


def _likelier(best: Held, found: _Found) -> Held | None:
    """A fact that is likelier restated than the one that supports a sentence, and has nothing else than that sentence.

    It has nearly as much of it, and too few of its words to support it alone.
    """
    least = max(CONCERNS, _MUCH_OF * best.share)
    likelier = (one for one in found.ranked if one.rank > best.rank and not one.differences and one.share >= least)
    return next((one for one in likelier if one.fact.sort not in _NEXT_OF), None)


def _holds(agree: Held, found: _Found, facts: Facts) -> bool:
    """Whether a fact that agrees has enough of a sentence, beside those that differ, to be the one that it restates."""
    if any(one.rank > agree.rank + _BEATEN for one in found.strong):
        return False
    near = (one for one in found.differ if one.rank > agree.rank - _CLOSE)
    return all(agree.share >= _next_of(agree, one, facts) * one.share for one in near)


def _least_of_strong(differ: Held) -> float:
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

    def __init__(self, heard: Heard, facts: Facts, held: Iterable[Held] = ()) -> None:
        self._facts, self._may_agree = facts, _says_something(heard)
        self._every, self._dated = heard.only_happens, bool(heard.pieces.dates)
        self.ranked, self.agree, self.differ, self.strong = [list[Held]() for _ in range(4)]
        for one in held:
            self.add(one)

    def bears_out(self, one: Held) -> bool:
        """Whether a fact supports the sentence, if nothing more in it differs than is known."""
        return self._may_agree and not one.differences and _bears_out(one)

    def add(self, one: Held) -> None:
        """Take what was found of a fact."""
        _insert(self.ranked, one)
        if not one.differences:
            if self.bears_out(one):
                _insert(self.agree, one)
        elif one.share >= CONCERNS:
            _insert(self.differ, one)
            if any(odd.instead for odd in one.differences):
                _insert(self.strong, one)

    def is_decided(self, left: Sequence[Held]) -> bool:
        """Whether the verdict stays whatever the facts that are left have, each given as it is at best."""
        if not self.ranked or self._every or (self.agree and (self.differ or self._dated)):
            return False
        if self.agree:
            if self.agree[0].fact.sort in _NEXT_OF and left[0].rank > self.agree[0].rank - _NEARLY:
                return False
            least = self.agree[0].share / _NEXT_OF_TURNED
            return self.agree[0].rank > left[0].rank and all(one.share < least for one in left)
        if self.differ:
            return self.only_agreement_matters(left) and not any(map(self._may_win, left))
        return self.ranked[0].rank > left[0].rank and all(one.share < CONCERNS for one in left)

    def only_agreement_matters(self, left: Sequence[Held]) -> bool:
        """Whether of the facts that are left, the best rank first, only one that agrees changes the verdict.

        One that differs comes behind what differs already, or has too little of the sentence to be told of.
        """
        if self.agree or self._every or not self.differ or self.differ[0].rank <= left[0].rank:
            return False
        if self.strong:
            return self.strong[0].rank > left[0].rank
        least = _least_of_strong(self.differ[0])
        return all(one.share < least for one in left)

    def _may_win(self, one: Held) -> bool:
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
    left = sorted(at_best(heard, near, facts), key=_rank, reverse=True)
    passed, comparisons = list[Held](), comparisons_of(heard) if left else []
    exact = [one for one in comparisons if one in EXACT]
    while left and not found.is_decided(left):
        if only_support and not found.agree and not any(map(found.bears_out, left)):
            return
        if exact and left[0].at_best is None:
            _insert(left, weighed(heard, left.pop(0), facts, exact))
            continue
        must_agree, first = found.only_agreement_matters(left), left.pop(0)
        one = None
        if not must_agree or found.bears_out(first):
            one = hold(heard, first, facts, comparisons, must_agree=must_agree)
        if one is not None:
            found.add(one)
        else:
            passed.append(first)
    if found.agree:  # what differs in the others matters after all
        for first in passed:
            if (one := hold(heard, first, facts, comparisons, must_agree=False)) is not None:
                found.add(one)


def _may_be_on_another_day(agree: Held, heard: Heard, facts: Facts) -> bool:
    """Whether a fact that agrees only has the month or year of a day that a sentence gives."""
    fact = evidenced(agree.fact, facts)
    days = days_of(heard.pieces)
    return not all(has_day(day, fact) for day in days) or any(is_vague(one, fact) for one in heard.pieces.dates)


def _has_the_day(one: Held, agree: Held, heard: Heard, facts: Facts) -> bool:
    """Whether a fact with nearly the share of one that agrees gives the very day of a sentence."""
    return one.share >= _NEXT * agree.share and not _may_be_on_another_day(one, heard, facts)


def _on_another_day(agree: Held, differ: Sequence[Held], heard: Heard, facts: Facts) -> Held | None:
    """A fact with another day than a sentence, where the one that agrees only has the month or year of it."""
    if not _may_be_on_another_day(agree, heard, facts):
        return None
    only_date = (one for one in differ if all(odd.sort == "date" and odd.instead for odd in one.differences))
    near = (one for one in only_date if one.share >= DIFFERS and one.near.share >= _NEXT * agree.near.share)
    return next((one for one in near if any(_is_in_month(d) for d in one.fact.dates)), None)


def _is_in_month(date: str) -> bool:
    lo, hi = edtf.bounds(date)
    return lo // 100 == hi // 100


def _bears_out(one: Held) -> bool:
    """Whether a fact has enough of a sentence to support it: less is enough where the sentence has most of the fact."""
    return one.share >= CONCERNS and one.share + one.more >= SUPPORTS


def _next_of(agree: Held, differ: Held, facts: Facts) -> float:
    """How much of the share of a fact that differs one must have that agrees: less of one that only lacks a name."""
    turned = {one.sort for one in differ.differences if one.instead}
    if "opposite" in turned or ("status" in turned and not tells_of_done(evidenced(agree.fact, facts))):
        return _NEXT_OF_TURNED
    likelier = agree.rank > differ.rank
    only_lacks = all(one.sort == "name" and (likelier or not one.instead) for one in differ.differences)
    return _NEXT_OF_LACKING if only_lacks else _NEXT_OF.get(agree.fact.sort, _NEXT)


def _verdict(word: Word, one: Held, heard: Heard) -> Verdict:
    return Verdict(word, "", one.fact, one.differences, one.share, _written(heard, one.near.lacking))


def _written(heard: Heard, numbers: Sequence[int]) -> tuple[str, ...]:
    words = [heard.pieces.words[at] for at in numbers]
    return tuple(heard.pieces.text[word.start : word.end] for word in words)
