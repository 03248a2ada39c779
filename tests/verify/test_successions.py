"""Who was in office before whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.verify.checking import Checked, Checker
from eujdef_tui.verify.successions import earlier_of

Check = Callable[[str], list[Checked]]


def names(check: Check, text: str) -> set[str]:
    """The persons that a sentence has in the wrong place."""
    (found,) = check(text)
    return {one.said for one in found.verdict.differences if one.sort == "name"}


@pytest.mark.parametrize(
    "text",
    [
        "Kishida succeeded Ishiba as Prime Minister of Japan.",
        "Ishiba was succeeded by Kishida.",
        "Ishiba's successor, Fumio Kishida, issued the same warning.",
        "Ishiba was Kishida's predecessor.",
        "Fumio Kishida took over from Ishiba.",
        "Ishiba, the predecessor of Kishida, issued the warning.",
    ],
)
def test_who_came_later_may_not_be_told_as_earlier(check: Check, text: str) -> None:
    assert names(check, text)


@pytest.mark.parametrize(
    "text",
    [
        "Ishiba succeeded Kishida as Prime Minister of Japan.",
        "Kishida was followed by Ishiba.",
        "Ishiba's predecessor, Fumio Kishida, issued the same warning.",
        "Kishida was Ishiba's predecessor.",
        "Ishiba, whose predecessor Kishida was, has issued a warning.",
        "The successor of Kishida is Ishiba.",
    ],
)
def test_who_came_earlier_may_be_told_in_all_these_ways(check: Check, text: str) -> None:
    assert names(check, text) == set()


def test_an_order_of_which_the_base_says_nothing_is_left_to_the_other_comparisons(check: Check) -> None:
    (found,) = check("Kallas succeeded Borrell as EU foreign policy chief.")
    assert "Borrell" not in [one.instead for one in found.verdict.differences]


@pytest.mark.parametrize("record", ["ishiba", "kishida"])
def test_the_order_is_read_where_the_base_says_who_someone_is(checker: Checker, record: str) -> None:
    assert earlier_of(checker.facts, record) == {("kishida", "ishiba")}


@pytest.mark.parametrize("record", ["japan", "biden", "nobody"])
def test_of_others_there_is_none(checker: Checker, record: str) -> None:
    assert earlier_of(checker.facts, record) == frozenset()
