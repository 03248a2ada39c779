"""How near two facts are: of one agreement, in one sentence, in one and the next."""

from __future__ import annotations

from eujdef_tui.verify.checking import Checker
from eujdef_tui.verify.fact import Fact
from eujdef_tui.verify.ties import Ties


def tie_of(fact: Fact, before: Fact) -> float:
    """The same, worked out for two facts alone."""
    if not {before.id, *before.agreements}.isdisjoint(fact.linked):
        return 1.0
    if not fact.places.isdisjoint(before.places):
        return 0.8
    near = any((source, number + step) in before.places for source, number in fact.places for step in (-1, 1))
    return 0.4 if near else 0.0


def test_ties_are_those_of_each_two_facts(checker: Checker) -> None:
    facts = list(checker.facts.facts)[::7]
    ties = Ties.between(facts)
    found = [[ties.of(before).get(at, 0.0) for at in range(len(facts))] for before in facts]
    assert found == [[tie_of(fact, before) for fact in facts] for before in facts]
    assert {one for row in found for one in row} == {0.0, 0.4, 0.8, 1.0}


def test_ties_that_were_kept_are_those_of_the_facts(checker: Checker) -> None:
    made = Ties.between(checker.facts.facts)
    for before in checker.facts.facts[::50]:
        assert checker.facts.ties.of(before) == made.of(before), before.id


def test_a_fact_is_tied_to_itself(checker: Checker) -> None:
    ties = checker.facts.ties
    assert all(ties.of(fact).get(at) == 1.0 for at, fact in enumerate(checker.facts.facts[:20]))
