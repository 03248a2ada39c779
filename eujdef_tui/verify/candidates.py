"""Candidates: the few facts that a sentence may rest on, with how much of the sentence each has.

They are handled as numbers: only those that are compared are unpacked (see `kept_facts`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from operator import mul

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.text.number_tokens import compact
from eujdef_tui.text.once import once
from eujdef_tui.verify.evidence import evidenced
from eujdef_tui.verify.fact import Fact
from eujdef_tui.verify.facts import FACTORS, Facts, query_of
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.holdings import OWN
from eujdef_tui.verify.roots import root
from eujdef_tui.verify.word_lists import VAGUE

__all__ = ["UNKNOWN", "Near", "candidates"]

_MOST, _COMPARE = 16, 5  # facts that are looked at, and that are compared
_OF_ONE = 2  # facts of one record that are compared
_BACK = 0.5  # weight of what "it" and "the pact" stand for, beside what a sentence names itself
_WHO = 0.99  # but of a sentence that only says who someone is
_BY_SCORE = 0.5  # of the share, for the fact that has most of the words
# Weight of "he" and of "the pact": at least, and as a share of the rest.
_MEANT, _MEANT_SHARE = 1.5, 0.5
_OTHERWISE = 0.8  # for a fact of which only the quote, which says more, has words of the sentence
_NUMBER = 0.2  # for a fact that has a number of the sentence: it is compared before others, that are taken to have it
_NO_WORD = 0.75  # for a fact that has none of the words of a sentence, and only its names
_MUCH = 5  # words of a sentence that says much
_UNTIED = 0.6  # for a fact that has nothing to do with the one before, of a sentence that begins with "it"
_SAME_SUBJECT = 0.12  # of the best score, for a fact that is tied to the one before
UNKNOWN = 2.5  # weight of a word that no fact has
_MOST_WEIGHT = 4.0
_ROUNDED = 1e-9  # of sums of weights in another order
_SIDED = 1.0  # weight of a word that has an opposite: more, before
_DONE = 1.5  # a verb that says what was done counts for more
# Verbs that only say that something was, weigh little: a summit was held, and a show is.
_LIGHT, _LIGHTLY = frozenset(map(root, ("held", "hold", "happened", "occurred"))), 0.5
_ELSEWHERE = 0.85  # for a fact of another article than the newspaper's that a sentence names


class Near(NamedTuple):
    """A fact with how much of a sentence it has, its score beside the best one, and how near it has each word.

    `words`: for each term of the sentence the numbers of its words; and how near the fact has it, see `holdings`.
    """

    fact: Fact
    share: float
    score: float
    total: float
    factor: float
    words: tuple[Sequence[Sequence[int]], Sequence[float]]

    @property
    def lacking(self) -> tuple[int, ...]:
        """The words of the sentence that it has not."""
        return tuple(sorted([at for places, held in zip(*self.words, strict=False) if not held for at in places]))


def candidates(heard: Heard, facts: Facts) -> list[Near]:
    """The nearest facts with how much of a sentence each has; its numbers and dates are taken to be there."""
    scores, chosen = _chosen(heard, facts)
    if not chosen:
        return []
    said, first = _Said(heard, facts), scores[0]
    rows = list(said.held_by(chosen))
    shares = said.shares_of(chosen, rows)
    ranks = [share + _BY_SCORE * (score / first) for (share, _), score in zip(shares, scores, strict=True)]
    for one in heard.pieces.quantities:
        with_it = facts.postings.get(f"#{compact(one.number)}", ())
        ranks = [rank + _NUMBER * (at in with_it) for rank, at in zip(ranks, chosen, strict=True)]
    ranked = sorted(range(len(chosen)), key=ranks.__getitem__, reverse=True)[:_COMPARE]
    places, total, facts_at = list(said.at.values()), said.total, facts.facts.__getitem__
    return [
        Near(facts_at(chosen[nth]), shares[nth][0], scores[nth] / first, total, shares[nth][1], (places, rows[nth]))
        for nth in ranked
    ]


def _chosen(heard: Heard, facts: Facts) -> tuple[list[float], list[int]]:
    """The scores and numbers of the facts that have most of a sentence, with what its "it" and "the pact" stand for."""
    named = heard.named
    if heard.reporters:
        named = [one for one in named if not heard.is_reporter(one)]
    query = query_of(heard.pieces, [(one.first, one.last, one.ids) for one in named])
    for one in sorted(heard.meant - heard.ids):
        query.setdefault(f"@{one}", _BACK)
    scores, numbers = facts.likeliest(query, 3 * _MOST)
    if not numbers:
        return [], []
    extra = _SAME_SUBJECT * scores[0]
    scores = list(map(mul, scores, map(facts.factors.__getitem__, numbers)))
    if heard.proof_before is not None and heard.points_back:
        tie = facts.ties.of(heard.proof_before).get
        scores = [score + extra * tie(at, 0.0) for score, at in zip(scores, numbers, strict=True)]
    ranked = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
    few = _few_of_each(ranked, list(map(facts.records.__getitem__, numbers)))
    return list(map(scores.__getitem__, few)), list(map(numbers.__getitem__, few))


def _few_of_each(ranked: Sequence[int], records: Sequence[int]) -> Sequence[int]:
    """The first facts, but no more than two of one record: of an actor there is one for each sentence that names it."""
    first = ranked[:_MOST]
    if len(set(map(records.__getitem__, first))) == len(first):
        return first
    counts: dict[int, int] = {}
    found = list[int]()
    for nth in ranked:
        n = records[nth]
        seen = counts[n] = counts.get(n, 0) + 1
        if seen <= _OF_ONE:
            found.append(nth)
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
        for term in heard.pieces.done:
            if term in weights:
                weights[term] *= _DONE
        if not _LIGHT.isdisjoint(weights):
            weights.update(dict.fromkeys(_LIGHT & weights.keys(), _LIGHTLY))
        self.person = heard.person if heard.persons and heard.ids.isdisjoint(heard.persons) else ()
        self.before = heard.proof_before if heard.points_back else None
        self.is_in_context = bool(self.person or self.before or heard.reporters)
        told = sum(heard.pieces.text[one.start : one.end].lower() not in VAGUE for one in heard.pieces.quantities)
        self.exact = UNKNOWN * (told + len(heard.pieces.dates))
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
        levels, none = self.facts.levels, repeat(0.0)
        found: list[Iterator[float]] = [map(levels[term], candidates, none) for term in self.at]
        found += [_nearest_of(ids, candidates, self.facts) for ids in self.named]
        found += [map(levels[f"~{stem}"], candidates, none) for stem in self.heard.pieces.sided]
        return zip(*found, strict=True) if found else repeat((), len(candidates))

    def shares_of(self, candidates: Sequence[int], rows: Sequence[tuple[float, ...]]) -> list[tuple[float, float]]:
        """How much of it each fact has, and by which factor that was multiplied."""
        found, count, exact, total = list[tuple[float, float]](), len(self.at), self.exact, self.total
        weights, factors, actor, is_in_context = self.weights, self.facts.factors, FACTORS["actor"], self.is_in_context
        for at, near in zip(candidates, rows, strict=True):
            held, factor, words = sum(map(mul, weights, near)) + exact, factors[at], near[:count]
            if is_in_context or factor == actor:
                held, factor = self._in_context(at, held, words)
            if OWN not in words:
                if words and not exact and not any(words):
                    factor *= _NO_WORD
                if not self._has_other_word(at):
                    factor *= _OTHERWISE
            found.append((held / total * factor if total else 0.0, factor))
        return found

    def _has_other_word(self, at: int) -> bool:
        """Whether a fact itself has one of the words that say nothing by themselves here, such as those of names."""
        return OWN in [level(at, 0.0) for level in self._levels_of_others]

    @once
    def _levels_of_others(self) -> list[Callable[[int, float], float]]:
        return [self.facts.levels[term] for term in self.heard.pieces.roots if term not in self.at]

    def _in_context(self, at: int, held: float, words: Sequence[float]) -> tuple[float, float]:
        """What a fact has with what "he" and "the pact" stand for, and the factor of its share."""
        heard, sort = self.heard, self.facts.sorts[at]
        if self.person and not evidenced(self.facts.facts[at], self.facts).ids.isdisjoint(self.person):
            held += self.meant
        factor = self.facts.factors[at]
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
    found = [map(level, candidates, repeat(0.0)) for level in facts.of_name(ids)[1]]
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
