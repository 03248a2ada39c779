"""The facts that a sentence may rest on: few, the nearest first, and no more than two of one record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from eujdef_tui.verify.candidates import _BY_SCORE, candidates
from eujdef_tui.verify.checking import Checker
from eujdef_tui.verify.facts import Facts
from eujdef_tui.verify.heard import Heard
from tests.verify.passages import PASSAGES

Hear = Callable[..., Heard]
SENTENCES = [case.text for passage in PASSAGES[:20] for case in passage]


def test_the_nearest_come_first_and_are_few(hear: Hear, checker: Checker) -> None:
    for text in SENTENCES:
        found = candidates(hear(text), checker.facts)
        ranks = [one.share + _BY_SCORE * one.score for one in found]
        assert ranks == sorted(ranks, reverse=True)
        assert len(found) <= 5
        assert max(Counter(one.fact.n for one in found).values(), default=0) <= 2


def test_a_fact_lacks_the_words_that_it_has_nowhere(hear: Hear, checker: Checker) -> None:
    heard = hear("For decades Japan relied on the United States for zzyzx hardware.")
    found = next(one for one in candidates(heard, checker.facts) if one.fact.id == "afp-japan-relied")
    assert "zzyzx" in {heard.pieces.folded[at] for at in found.lacking}
    assert "decades" not in {heard.pieces.folded[at] for at in found.lacking}
    assert 0 < found.share < 1


def test_of_a_sentence_without_a_known_word_there_are_none(hear: Hear, checker: Checker) -> None:
    assert candidates(hear("Zzyzx qwertz."), checker.facts) == []


def test_who_he_stands_for_counts(hear: Hear, checker: Checker) -> None:
    alone = candidates(hear("He calls it a historic step."), checker.facts)
    after = candidates(hear("He calls it a historic step.", "Josep Borrell was in Tokyo."), checker.facts)
    assert "borrell" in after[0].fact.linked
    assert after[0].total > alone[0].total


@pytest.mark.parametrize("text", SENTENCES[:30])
def test_facts_that_common_words_cannot_lift_among_the_best_are_left_out_without_a_change(
    text: str, hear: Hear, checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = hear(text)
    facts = checker.facts
    query = dict.fromkeys((*heard.pieces.roots, *(f"@{one}" for one in heard.ids)), 1.0)
    few, numbers = facts.likeliest(query, 36)
    monkeypatch.setattr("eujdef_tui.verify.facts._K", 1e9)  # what common words may add is without a bound
    every, same_numbers = facts.likeliest(query, 36)
    assert numbers == same_numbers
    assert few == pytest.approx(every)


def test_only_the_facts_that_are_compared_are_unpacked(hear: Hear, checker: Checker) -> None:
    facts = checker.facts
    asked = list[int]()

    class Watched(list[object]):
        def __getitem__(self, at: int) -> object:  # type: ignore[override]
            asked.append(at)
            return facts.facts[at]

    watched = Facts(facts.base, facts.names, Watched())  # type: ignore[arg-type]
    watched.postings, watched.holding = facts.postings, facts.holding
    watched.sorts, watched.records = facts.sorts, facts.records
    found = candidates(hear("The European Union and Japan announced a partnership on security."), watched)
    assert len(found) == len(asked) == 5
