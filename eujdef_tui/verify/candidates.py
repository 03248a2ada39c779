"""Candidates: the few facts that a sentence may rest on, with how much of the sentence each has.

They are handled as numbers: only those that are compared are unpacked (see `kept_facts`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from operator import itemgetter, mul

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.text.number_tokens import compact
from eujdef_tui.text.once import once
from eujdef_tui.verify.evidence import evidenced
from eujdef_tui.verify.fact import Fact
from eujdef_tui.verify.facts import Facts, query_of
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.holdings import OWN
from eujdef_tui.verify.roots import root

__all__ = ["BY_SCORE", "UNKNOWN", "Near", "candidates"]

_MOST, _COMPARE = 12, 5  # facts that are looked at, and that are compared
_OF_ONE = 2  # facts of one record that are compared
_BACK = 0.5  # weight of what "it" and "the pact" stand for, beside what a sentence names itself
# Who someone is, is seldom what a sentence says of them; what an agreement is about, statements say more exactly.
_FACTORS = {"actor": 0.8, "agreement": 0.93}
_WHO = 0.99  # but of a sentence that only says who someone is
BY_SCORE = 0.2  # of the share, for the fact that has most of the words
# Weight of "he" and of "the pact": at least, and as a share of the rest.
_MEANT, _MEANT_SHARE = 1.5, 0.5
_OTHERWISE = 0.8  # for a fact of which only the quote, which says more, has words of the sentence
_NUMBER = 0.2  # for a fact that has a number of the sentence: it is compared before others, that are taken to have it
_NO_WORD = 0.75  # for a fact that has none of the words of a sentence, and only its names
_MUCH = 5  # words of a sentence that says much
_UNTIED = 0.6  # for a fact that has nothing to do with the one before, of a sentence that begins with "it"
_SAME_SUBJECT = 0.12  # of the best score, for a fact that is tied to the one before
UNKNOWN = 2.0  # weight of a word that no fact has
_MOST_WEIGHT = 4.0
_ROUNDED = 1e-9  # of sums of weights in another order
_SIDED = 1.0  # weight of a word that has an opposite: more, before
_DONE = 1.5  # a verb that says what was done counts for more
# Verbs that only say that something was, weigh little: a summit was held, and a show is.
_LIGHT, _LIGHTLY = frozenset(map(root, ("held", "hold", "happened", "occurred"))), 0.5
_ELSEWHERE = 0.85  # for a fact of another article than the newspaper's that a sentence names


class Near(NamedTuple):
    """A fact with how much of a sentence it has, its score beside the best one, and how near it has each word."""

    fact: Fact
    share: float
    score: float
    total: float
    factor: float
    words: Sequence[tuple[Sequence[int], float]]

    @property
    def lacking(self) -> tuple[int, ...]:
        """The words of the sentence that it has not."""
        return tuple(sorted([at for places, held in self.words if not held for at in places]))


def candidates(heard: Heard, facts: Facts) -> list[Near]:
    """The nearest facts with how much of a sentence each has; its numbers and dates are taken to be there."""
    chosen = _chosen(heard, facts)
    if not chosen:
        return []
    said, first = _Said(heard, facts), chosen[0][0]
    rows = list(said.held_by([at for _, at in chosen]))
    shares = [said.share_of(at, near) for (_, at), near in zip(chosen, rows, strict=True)]
    ranks = [share + BY_SCORE * (score / first) for (share, _), (score, _) in zip(shares, chosen, strict=True)]
    for one in heard.pieces.quantities:
        with_it = facts.postings.get(f"#{compact(one.number)}", ())
        ranks = [rank + _NUMBER * (at in with_it) for rank, (_, at) in zip(ranks, chosen, strict=True)]
    ranked = sorted(range(len(chosen)), key=ranks.__getitem__, reverse=True)[:_COMPARE]
    return [
        Near(facts.facts[at], share, score / first, said.total, factor, list(zip(said.at.values(), near, strict=False)))
        for (score, at), (share, factor), near in [(chosen[nth], shares[nth], rows[nth]) for nth in ranked]
    ]


def _chosen(heard: Heard, facts: Facts) -> list[tuple[float, int]]:
    """The facts that have most of a sentence, with what its "it" and "the pact" stand for."""
    named = [(one.first, one.last, one.ids) for one in heard.named if not heard.is_reporter(one)]
    query = query_of(heard.pieces, named)
    for one in sorted(heard.meant - heard.ids):
        query.setdefault(f"@{one}", _BACK)
    found = facts.likeliest(query, 3 * _MOST)
    if not found:
        return []
    factor_of, sorts = _FACTORS.get, facts.sorts
    scored = [(score * factor_of(sorts[at], 1.0), at) for score, at in found]
    if heard.proof_before is not None and heard.points_back:
        extra, tie = _SAME_SUBJECT * found[0][0], facts.ties.of(heard.proof_before).get
        scored = [(score + extra * tie(at, 0.0), at) for score, at in scored]
    scored.sort(key=itemgetter(0), reverse=True)
    return _few_of_each(scored, facts.records)


def _few_of_each(scored: Sequence[tuple[float, int]], records: Sequence[int]) -> list[tuple[float, int]]:
    """The first facts, but no more than two of one record: of an actor there is one for each sentence that names it."""
    counts: dict[int, int] = {}
    found = list[tuple[float, int]]()
    for item in scored:
        n = records[item[1]]
        seen = counts[n] = counts.get(n, 0) + 1
        if seen <= _OF_ONE:
            found.append(item)
            if len(found) == _MOST:
                break
    return found


class _Said:
    """What a sentence says, weighed: worked out once, and then held against each fact that is near."""

    def __init__(self, heard: Heard, facts: Facts) -> None:
        self.heard, self.facts = heard, facts
        self.at: dict[str, list[int]] = {}  # term → the numbers of its words
        weights: dict[str, float] = {}
        folded = heard.pieces.folded
        for place in heard.content:
            term, weight = facts.weighed.get(word := folded[place]) or _weighed(word, facts)
            if term in weights:
                self.at[term].append(place)  # harder and harder
            else:
                self.at[term], weights[term] = [place], weight
        for term in heard.pieces.done.keys() & weights.keys():
            weights[term] *= _DONE
        for term in _LIGHT & weights.keys():
            weights[term] = _LIGHTLY
        self.person = heard.person if heard.persons and heard.ids.isdisjoint(heard.persons) else ()
        self.before = heard.proof_before if heard.points_back else None
        self.is_in_context = bool(self.person or self.before or heard.reporters)
        self.exact = UNKNOWN * (len(heard.pieces.quantities) + len(heard.pieces.dates))
        sided = heard.pieces.sided
        self.weights = list(weights.values())
        self.named = [one.ids for one in heard.named if not heard.is_beside(one)]
        self.weights += [min(facts.of_name(ids)[0], _MOST_WEIGHT) for ids in self.named]
        self.weights += [_SIDED] * len(sided)
        total = sum(self.weights) + self.exact
        self.meant = max(_MEANT, _MEANT_SHARE * total)
        self.total = total + self.meant * bool(self.person) + self.meant * (self.before is not None)

    def held_by(self, candidates: Sequence[int]) -> Iterator[tuple[float, ...]]:
        """For each fact, how near it has each term, each name and each word with an opposite."""
        facts, none = self.facts, [0.0] * len(candidates)
        found: list[Iterator[float]] = [map(facts.level(term), candidates, none) for term in self.at]
        found += [_nearest_of(ids, candidates, facts) for ids in self.named]
        found += [map(facts.level(f"~{stem}"), candidates, none) for stem in self.heard.pieces.sided]
        return zip(*found, strict=True) if found else repeat((), len(candidates))

    def share_of(self, at: int, near: tuple[float, ...]) -> tuple[float, float]:
        """How much of it a fact has, and by which factor that was multiplied."""
        words = near[: len(self.at)] if len(near) > len(self.at) else near
        held, factor = sum(map(mul, self.weights, near)) + self.exact, _FACTORS.get(self.facts.sorts[at], 1.0)
        if self.is_in_context or factor == _FACTORS["actor"]:
            held, factor = self._in_context(at, held, words)
        if OWN not in words:
            if words and not self.exact and not any(words):
                factor *= _NO_WORD
            if not self._has_other_word(at):
                factor *= _OTHERWISE
        return held / self.total * factor if self.total else 0.0, factor

    def _has_other_word(self, at: int) -> bool:
        """Whether a fact itself has one of the words that say nothing by themselves here, such as those of names."""
        return OWN in [level(at, 0.0) for level in self._levels_of_others]

    @once
    def _levels_of_others(self) -> list[Callable[[int, float], float]]:
        return [self.facts.level(term) for term in self.heard.pieces.roots if term not in self.at]

    def _in_context(self, at: int, held: float, words: Sequence[float]) -> tuple[float, float]:
        """What a fact has with what "he" and "the pact" stand for, and the factor of its share."""
        heard, sort = self.heard, self.facts.sorts[at]
        if self.person and not evidenced(self.facts.facts[at], self.facts).ids.isdisjoint(self.person):
            held += self.meant
        factor = _FACTORS.get(sort, 1.0)
        if heard.reporters and heard.reporters.isdisjoint(evidenced(self.facts.facts[at], self.facts).sources):
            factor *= _ELSEWHERE
        if sort == "actor" and all(words) and held >= self.total - _ROUNDED and heard.only_describes:
            factor = _WHO
        if self.before is not None:
            tie = self.facts.ties.of(self.before).get(at, 0.0)
            held += self.meant * tie
            if heard.begins_back and not tie and not _has_most(heard, words):
                untied = evidenced(self.facts.facts[at], self.facts).ids.isdisjoint(heard.subject)
                factor *= _UNTIED if untied else 1.0
        return held, factor


def _nearest_of(ids: Sequence[str], candidates: Sequence[int], facts: Facts) -> Iterator[float]:
    """How near each fact names one of several records."""
    none = [0.0] * len(candidates)
    found = [map(level, candidates, none) for level in facts.of_name(ids)[1]]
    return map(max, *found) if len(found) > 1 else found[0]


def _has_most(heard: Heard, words: Sequence[float]) -> bool:
    """Whether a fact has nearly all words of a sentence that says much: it need not be of what was said before."""
    return len(heard.content) >= _MUCH and words.count(0.0) * 3 <= len(heard.content)


def _weighed(word: str, facts: Facts) -> tuple[str, float]:
    """The term of a word with its weight: of "unmentioned", which no fact has, that of "mentioned"."""
    term = root(word)
    if word.startswith("un") and not facts.knows(term):
        term = root(word[2:])
    found = facts.weighed[word] = term, min(facts.weight(term), _MOST_WEIGHT) if facts.knows(term) else UNKNOWN
    return found
