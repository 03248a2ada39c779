"""Which of two things came first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.verify.checking import Checked, Checker
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.orders import orders_differ
from tests.verify.one_comparison import held

Check = Callable[[str], list[Checked]]
Hear = Callable[..., Heard]
RISE, ELECTIONS, PARTNERSHIP = "spending-increase-after-2022", "us-elections-2024", "jt-follows-partnership"


@pytest.mark.parametrize(
    ("text", "fact", "word"),
    [
        ("First its outlays on defence went up, and only then came the security strategy.", RISE, "then"),
        ("In Japan the rise in outlays came first, and the strategy of 2022 followed it.", RISE, "followed"),
        ("Japan's strategy of 2022 appeared after defence spending had been raised.", RISE, "after"),
        ("Japan raised defence spending before the 2022 security strategy.", RISE, "before"),
        ("The 2022 security strategy was preceded by the rise in spending.", RISE, "preceded"),
        ("North Korea tested the missile days after the American elections.", ELECTIONS, "after"),
        ("A few days after the US elections, North Korea tested a missile.", ELECTIONS, "after"),
        ("The partnership was launched some months after the Tokyo summit of July 2025.", PARTNERSHIP, "after"),
        ("The results of the summit were followed by the launch of the partnership.", PARTNERSHIP, "followed"),
    ],
)
def test_what_came_later_may_not_be_told_as_earlier(
    checker: Checker, hear: Hear, text: str, fact: str, word: str
) -> None:
    (found,) = held(checker, hear(text), fact, orders_differ)
    assert (found.sort, found.said) == ("opposite", word)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("First came the security strategy, and then spending on defence went up.", RISE),
        ("The strategy of 2022 came first, and the rise in outlays followed.", RISE),
        ("The security strategy that Japan adopted in 2022 and the spending that followed tell much.", RISE),
        ("After the 2022 security strategy, Japan raised defence spending.", RISE),
        ("Japan's 2022 security strategy was followed by a rise in defence spending.", RISE),
        ("North Korea tested the missile days before the American elections.", ELECTIONS),
        ("Ahead of the US elections North Korea tested a missile.", ELECTIONS),
        ("After all, the elections and the missile test belong together.", ELECTIONS),
        ("The results of the summit followed the launch of the partnership.", PARTNERSHIP),
        ("Japan's weather is fine after the rain.", RISE),
    ],
)
def test_what_came_earlier_may_be_told_in_all_these_ways(checker: Checker, hear: Hear, text: str, fact: str) -> None:
    assert held(checker, hear(text), fact, orders_differ) == []


def test_a_sentence_whose_parts_are_right_by_themselves_is_not_parted_where_their_order_is_turned(check: Check) -> None:
    (found,) = check("Brussels and Tokyo launched their defence partnership some months after the July 2025 summit.")
    assert found.verdict.word == "differs"
    assert found.verdict.parts == ()


def test_who_does_likewise_comes_after_nobody(checker: Checker, hear: Hear) -> None:
    text = "Washington leans on Tokyo harder and harder to follow the EU nations."
    assert held(checker, hear(text), "jt-us-pressure", orders_differ) == []
