"""Judging: the verdict on a sentence of a draft, from the facts that it may rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from eujdef_tui.text.date_mentions import Mention
from eujdef_tui.text.quantities import Quantity
from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.comparisons import Compare, comparisons_of
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.exactness import is_vague, stands_apart
from eujdef_tui.verify.fact import Fact
from eujdef_tui.verify.facts import Facts, query_of
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.roots import root
from eujdef_tui.verify.verdict import Verdict, Word
from eujdef_tui.verify.word_lists import HAPPENING
from eujdef_tui.verify.worded import places

__all__ = ["judge"]

_MOST, _COMPARE = 12, 5  # facts that are looked at, and that are compared
_OF_ONE = 2  # facts of one record that are compared
_BACK = 0.5  # weight of what "it" and "the pact" stand for, beside what a sentence names itself
# Who someone is, is seldom what a sentence says of them; what an agreement is about, statements say more exactly.
_FACTORS = {"actor": 0.8, "agreement": 0.93}
_WHO = 0.99  # but of a sentence that only says who someone is
_BY_SCORE = 0.2  # of the share, for the fact that has most of the words
# Weight of "he" and of "the pact": at least, and as a share of the rest.
_MEANT, _MEANT_SHARE = 1.5, 0.5
_OTHERWISE = 0.8  # for a fact of which only the quote, which says more, has words of the sentence
_NO_WORD = 0.75  # for a fact that has none of the words of a sentence, and only its names
_MUCH = 5  # words of a sentence that says much
_UNTIED = 0.6  # for a fact that has nothing to do with the one before, of a sentence that begins with "it"
_TURNED_BACK = 0.1  # of the share of a fact that the sentence has: of two facts the one that says no more is meant
_SAME_SUBJECT = 0.12  # of the best score, for a fact that is tied to the one before
# Shares of what a sentence says that a fact must have: to support it; to be what it should have said.
SUPPORTS, CONCERNS, DIFFERS = 0.48, 0.34, 0.5
FEWER, _EXACT = 0.43, 2  # to support one of which so many names, numbers and dates hold
_UNKNOWN = 2.0  # weight of a word that no fact has
_MOST_WEIGHT = 4.0
_ODD = 0.05  # of the share, for each difference
_QUOTED = 0.85  # a word that stands only in the quote
_NAMED = {"own": 1.0, "sentence": 0.75, "": 0.0}  # where someone is named
_ROUNDED = 1e-9  # of sums of weights in another order
_SIDED = 1.0  # weight of a word that has an opposite: more, before
_DONE = 1.5  # a verb that says what was done counts for more
_BESIDE = 0.5  # a word that stands only in the sentence around the quote, or as another word for it
_NEAR_ENOUGH = 0.75  # and one that has something else, so much of the share of one that only lacks it
_NEXT_OF = {"actor": 1.0, "agreement": 1.0}  # but what describes someone bears out less
_ELSEWHERE = 0.85  # for a fact of another article than the newspaper's that a sentence names
_NEXT = 0.92  # a fact that agrees must have so much of the share of one that differs


class _Near(NamedTuple):
    fact: Fact
    share: float
    score: float
    total: float
    factor: float
    lacking: tuple[int, ...]


class _Held(NamedTuple):
    fact: Fact
    share: float
    score: float
    differences: tuple[Difference, ...]
    lacking: tuple[int, ...]
    back: float
    bonus: float


def judge(heard: Heard, facts: Facts) -> Verdict:
    """Hold a sentence against the facts."""
    near = sorted(_shares(heard, facts), key=lambda one: -one.share - _BY_SCORE * one.score)[:_COMPARE]
    held = _held(heard, near, facts)
    if not held:
        return Verdict("no source", "", lacking=_written(heard, heard.content))
    if heard.only_happens and any(one.fact.status and one.share >= CONCERNS for one in held):
        held = [one for one in held if one.fact.status]
    enough = SUPPORTS if len(heard.named) + len(heard.pieces.quantities) + len(heard.pieces.dates) < _EXACT else FEWER
    agree = [one for one in held if not one.differences and one.share >= enough]
    differ = [one for one in held if one.differences and one.share >= CONCERNS]
    strong = [one for one in differ if any(other.instead for other in one.differences)]
    best = held[0]
    if agree and (not differ or agree[0].share >= _NEXT_OF.get(agree[0].fact.sort, _NEXT) * differ[0].share):
        return _verdict("supported", agree[0], heard)
    if strong and strong[0].share >= max(_NEAR_ENOUGH * differ[0].share, DIFFERS):
        return _verdict("differs", strong[0], heard)
    if differ:
        return _verdict("no source", differ[0], heard)
    return _verdict("no source", best, heard)


def _held(heard: Heard, near: Sequence[_Near], facts: Facts) -> list[_Held]:
    """A sentence held against the facts near to it, the best rank first: against no more than can change the verdict.

    A comparison only takes from the rank and the share that a fact may have.
    """
    comparisons, found = comparisons_of(heard), dict[int, _Held]()
    likely = [_at_best(heard, one, facts) for one in near]
    ranks = list(map(_rank, likely))
    left = sorted(range(len(near)), key=ranks.__getitem__, reverse=True)
    while left and (heard.only_happens or not _is_decided(found.values(), [(ranks[at], likely[at]) for at in left])):
        at = left.pop(0)
        found[at] = _hold(heard, near[at], likely[at], facts, comparisons)
    return sorted([found[at] for at in sorted(found)], key=_rank, reverse=True)


def _is_decided(found: Iterable[_Held], left: Sequence[tuple[float, _Held]]) -> bool:
    """Whether the verdict is the same whatever is found in the facts that are left, with the rank each may have."""
    ranked = sorted(found, key=_rank, reverse=True)
    agree = next((one for one in ranked if not one.differences and one.share >= SUPPORTS), None)
    differ = [one for one in ranked if one.differences and one.share >= CONCERNS]
    if agree and _rank(agree) > left[0][0]:
        least = agree.share / _NEXT_OF.get(agree.fact.sort, _NEXT)
        if all(one.share < least for one in (*differ, *(one for _, one in left))):
            return True
    if any(one.share >= CONCERNS for _, one in left):
        return False
    return bool(agree or differ or (ranked and _rank(ranked[0]) > left[0][0]))


def evidenced(fact: Fact, facts: Facts) -> Evidenced:
    """A fact with its sentences, kept with the fact."""
    if fact.evidenced is None:
        fact.evidenced = Evidenced(fact, facts)
    return fact.evidenced  # type: ignore[return-value]


def _rank(one: _Held) -> float:
    return one.share - _ODD * len(one.differences) + _TURNED_BACK * one.back + one.bonus + _BY_SCORE * one.score


def _verdict(word: Word, one: _Held, heard: Heard) -> Verdict:
    return Verdict(word, "", one.fact, one.differences, one.share, _written(heard, one.lacking))


def _near(heard: Heard, facts: Facts) -> list[tuple[float, Fact]]:
    """The facts that have most of a sentence, with what its "it" and "the pact" stand for."""
    query = query_of(
        heard.pieces, [(one.first, one.last, one.ids) for one in heard.named if not heard.is_reporter(one)]
    )
    for one in sorted(heard.meant - heard.ids):
        query.setdefault(f"@{one}", _BACK)
    found = facts.best(query, 3 * _MOST)
    before = heard.proof_before
    if not found:
        return []
    scored = [(score * _FACTORS.get(fact.sort, 1.0), fact) for score, fact in found]
    if before is not None and heard.points_back:
        extra = _SAME_SUBJECT * found[0][0]
        scored = [(score + extra * _tie(fact, before), fact) for score, fact in scored]
    return _few_of_each(sorted(scored, key=itemgetter(0), reverse=True))


def _few_of_each(scored: Sequence[tuple[float, Fact]]) -> list[tuple[float, Fact]]:
    """The first facts, but no more than two of one record: of an actor there is one for each sentence that names it."""
    counts: dict[int, int] = {}
    found = list[tuple[float, Fact]]()
    for item in scored:
        n = item[1].n
        seen = counts[n] = counts.get(n, 0) + 1
        if seen <= _OF_ONE:
            found.append(item)
            if len(found) == _MOST:
                break
    return found


def _tie(fact: Fact, before: Fact) -> float:
    """How near two facts are: of one record or agreement, in one sentence, in one and the next."""
    agreements = {before.id, *before.agreements}
    if not agreements.isdisjoint(fact.linked):
        return 1.0
    if not fact.places.isdisjoint(before.places):
        return 0.8
    near = any((source, number + step) in before.places for source, number in fact.places for step in (-1, 1))
    return 0.4 if near else 0.0


def _at_best(heard: Heard, near: _Near, facts: Facts) -> _Held:
    """What a comparison of a sentence with a fact gives where nothing differs."""
    own = near.fact.own.roots.keys()
    back = len(own & heard.pieces.roots.keys()) / max(len(own), 1)
    bonus = _TURNED_BACK if near.fact.status and not HAPPENING.isdisjoint(heard.pieces.vocabulary) else 0.0
    if heard.pieces.quantities and (value := evidenced(near.fact, facts).value) is not None:
        bonus += _TURNED_BACK * (1 if any(one.number == value for one in heard.pieces.quantities) else -1)
    return _Held(near.fact, near.share, near.score, (), near.lacking, back, bonus)


def _hold(heard: Heard, near: _Near, at_best: _Held, facts: Facts, comparisons: Sequence[Compare]) -> _Held:
    """Compare a sentence with a fact, piece by piece."""
    fact = evidenced(near.fact, facts)
    found: dict[Difference, None] = {}
    for compare in comparisons:
        for one in compare(heard, fact):
            found[one] = None
    share = near.share - near.factor * _missing(heard, fact, found) / near.total if near.total else 0.0
    return at_best._replace(share=share, differences=tuple(found))


def _missing(heard: Heard, fact: Evidenced, found: Iterable[Difference]) -> float:
    """The weight of the numbers and dates of a sentence that a fact has not, or only nearly."""
    quantities, dates = heard.pieces.quantities, heard.pieces.dates
    if not quantities and not dates:
        return 0.0
    odd = places(found)
    exact: list[Quantity | Mention] = [*quantities, *dates]
    if lost := sum(not odd.isdisjoint(range(one.start, one.end)) for one in exact):
        return _UNKNOWN * lost
    far = sum(stands_apart(one, fact) for one in quantities) + sum(is_vague(one, fact) for one in dates)
    return _UNKNOWN * far / 2


class _Said:
    """What a sentence says, weighed: worked out once, and then asked for of each fact that is near."""

    def __init__(self, heard: Heard, facts: Facts) -> None:
        self.heard = heard
        self.at: dict[str, list[int]] = {}  # term → the numbers of its words
        for at in heard.content:
            self.at.setdefault(_term(heard.pieces.folded[at], facts), []).append(at)
        self.weights = {term: len(ats) * _weight(term, heard, facts) for term, ats in self.at.items()}
        self.others = {term: others for term in self.at if (others := heard.thesaurus.others(term))}
        self.all_others = frozenset().union(*self.others.values())
        self.named = [
            (one.ids, min(max(facts.weight(f"@{name}") for name in one.ids), _MOST_WEIGHT))
            for one in heard.named if not heard.is_beside(one)
        ]  # fmt: skip
        self.person = heard.person if heard.persons and heard.ids.isdisjoint(heard.persons) else ()
        self.before = heard.proof_before if heard.points_back else None
        self.exact = _UNKNOWN * (len(heard.pieces.quantities) + len(heard.pieces.dates))
        total = sum(self.weights.values()) + sum(weight for _, weight in self.named) + self.exact
        total += _SIDED * len(heard.pieces.sided)
        self.meant = max(_MEANT, _MEANT_SHARE * total)
        self.total = total + self.meant * bool(self.person) + self.meant * (self.before is not None)

    def held_words(self, fact: Evidenced) -> tuple[float, list[int]]:
        """The weight of the words that a fact has, and the numbers of those that it has not."""
        terms, weights, own = self.at.keys(), self.weights, fact.fact.own.roots
        held = 0.0
        left = terms - own.keys()
        if len(left) < len(terms):
            held += sum([weights[term] for term in terms if term in own])
        if left and (quoted := left & fact.near_roots):
            held += _QUOTED * sum([weights[term] for term in terms if term in quoted])
            left -= quoted
        if left:
            beside = left & fact.roots
            if not self.all_others.isdisjoint(fact.roots):
                beside |= {one for one in left & self.others.keys() if not self.others[one].isdisjoint(fact.roots)}
            if beside:
                held += _BESIDE * sum([weights[term] for term in terms if term in beside])
                left -= beside
        return held, sorted([at for term in left for at in self.at[term]])


def _shares(heard: Heard, facts: Facts) -> list[_Near]:
    """The nearest facts with how much of a sentence each has; its numbers and dates are taken to be there."""
    near = _near(heard, facts)
    said, sided, mine = _Said(heard, facts), heard.pieces.sided, heard.pieces.roots
    found = list[_Near]()
    for score, one in near:
        fact = evidenced(one, facts)
        held, lacking = said.held_words(fact)
        held += said.exact
        if sided:
            held += _SIDED * len(sided & fact.near_sided)
        for ids, weight in said.named:
            held += _NAMED[fact.names_near(ids)] * weight
        if said.person:
            held += said.meant * (not fact.ids.isdisjoint(said.person))
        factor = _FACTORS.get(one.sort, 1.0)
        if heard.reporters and heard.reporters.isdisjoint(fact.sources):
            factor *= _ELSEWHERE
        if one.sort == "actor" and heard.only_describes and not lacking and held >= said.total - _ROUNDED:
            factor = _WHO
        if said.before is not None:
            tie = _tie(one, said.before)
            held += said.meant * tie
            if heard.begins_back and not tie and fact.ids.isdisjoint(heard.subject) and not _has_most(heard, lacking):
                factor *= _UNTIED
        if heard.content and len(lacking) == len(heard.content) and not said.exact:
            factor *= _NO_WORD
        if one.own.roots.keys().isdisjoint(mine):
            factor *= _OTHERWISE
        share = held / said.total * factor if said.total else 0.0
        found.append(_Near(one, share, score / near[0][0], said.total, factor, tuple(lacking)))
    return found


def _has_most(heard: Heard, lacking: Sequence[int]) -> bool:
    """Whether a fact has nearly all words of a sentence that says much: it need not be of what was said before."""
    return len(heard.content) >= _MUCH and len(lacking) * 3 <= len(heard.content)


def _term(word: str, facts: Facts) -> str:
    """The root of a word; of "unmentioned", which no fact has, that of "mentioned"."""
    found = root(word)
    return root(word[2:]) if word.startswith("un") and not facts.knows(found) else found


def _weight(term: str, heard: Heard, facts: Facts) -> float:
    weight = min(facts.weight(term), _MOST_WEIGHT) if facts.knows(term) else _UNKNOWN
    return weight * (_DONE if term in heard.pieces.done else 1.0)


def _written(heard: Heard, numbers: Sequence[int]) -> tuple[str, ...]:
    words = [heard.pieces.words[at] for at in numbers]
    return tuple(heard.pieces.text[word.start : word.end] for word in words)
