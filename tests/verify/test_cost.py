"""A draft costs what its length asks for: a count of calls, which is the same on every machine."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from eujdef_tui.store.search_index import Index
from eujdef_tui.verify import judging, weighing
from eujdef_tui.verify.checking import Checker
from eujdef_tui.verify.clauses import partings
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.weighing import Held
from tests.helpers.work import count_calls
from tests.verify.passages import PASSAGES

pytestmark = pytest.mark.slow  # long drafts

TEXT = "\n\n".join(case.text for passage in PASSAGES for case in passage)


def test_twice_the_draft_costs_no_more_than_twice(checker: Checker) -> None:
    list(checker.check(TEXT))  # what is read of the facts is read once
    once = count_calls(lambda: list(checker.check(TEXT)))
    twice = count_calls(lambda: list(checker.check(f"{TEXT}\n\n{TEXT}")))
    assert twice < 2.2 * once


@pytest.mark.parametrize("words", ["1 ", "about 1 ", "7 times "])
def test_twice_the_numbers_in_one_sentence_cost_no_more_than_twice(checker: Checker, words: str) -> None:
    once = count_calls(lambda: list(checker.check(words * 200 + ".")))
    twice = count_calls(lambda: list(checker.check(words * 400 + ".")))
    assert twice < 2.4 * once


@pytest.mark.parametrize("words", ["Japan signed the pact with the EU in 1999 and ", "not "])
def test_twice_as_long_a_sentence_costs_no_more_than_twice(checker: Checker, words: str) -> None:
    once = count_calls(lambda: list(checker.check(words * 200 + ".")))
    twice = count_calls(lambda: list(checker.check(words * 1600 + ".")))
    assert twice < 9 * once


def test_a_run_of_white_space_in_a_sentence_is_read_once(checker: Checker) -> None:
    run = " " * 100_000
    pieces = Pieces(f"Japan penguins juggle lanterns{run}and eat; they sing{run}; they dance all night.")
    assert [pieces.text[end:begin].strip() for end, begin in partings(pieces)] == [";", ";"]


def test_a_sentence_costs_a_bounded_number_of_calls(checker: Checker) -> None:
    list(checker.check(TEXT))
    sentences = len(list(checker.check(TEXT)))
    assert count_calls(lambda: list(checker.check(TEXT))) < 6_000 * sentences


def test_no_more_facts_are_compared_than_can_change_the_verdict(
    checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = list[str]()
    hold = weighing.hold

    def counted(heard: object, at_best: Held, *others: object, must_agree: bool) -> Held | None:
        compared.append(at_best.fact.id)
        return hold(heard, at_best, *others, must_agree=must_agree)  # type: ignore[arg-type]

    monkeypatch.setattr(judging, "hold", counted)
    sentences = len(list(checker.check(TEXT)))
    assert sentences < len(compared) < 4 * sentences
    lazily = [(one.verdict.word, one.verdict.why) for one in checker.check(TEXT)]
    monkeypatch.setattr(judging._Found, "is_decided", lambda *_: False)  # all that are near
    monkeypatch.setattr(judging._Found, "only_agreement_matters", lambda *_: False)
    monkeypatch.setattr(judging, "EXACT", frozenset())  # numbers and dates with the rest
    assert lazily == [(one.verdict.word, one.verdict.why) for one in checker.check(TEXT)]


def test_a_fact_with_too_little_of_a_sentence_is_only_compared_where_none_has_enough(
    checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = list[float]()
    hold = weighing.hold

    def counted(heard: object, at_best: Held, *others: object, must_agree: bool) -> Held | None:
        compared.append(at_best.share)
        return hold(heard, at_best, *others, must_agree=must_agree)  # type: ignore[arg-type]

    monkeypatch.setattr(judging, "hold", counted)
    for text, enough in (
        ("Japan and the European Union announced a security and defence partnership in Tokyo.", True),
        ("Zzyzx qwertz lanterns juggle penguins beside Japan.", False),
    ):
        compared.clear()
        list(checker.check(text))
        assert compared
        assert all(share >= judging.CONCERNS for share in compared) == enough


def test_which_words_are_names_is_asked_of_the_base_once_a_draft(
    checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = list[int]()
    lower_case = Index.lower_case

    def counted(index: Index, tokens: Iterable[str]) -> set[str]:
        asked.append(1)
        return lower_case(index, tokens)

    monkeypatch.setattr(Index, "lower_case", counted)
    fresh = Checker(checker.facts.base)
    sentences = len(list(fresh.check(TEXT)))
    assert 0 < len(asked) < sentences / 10
