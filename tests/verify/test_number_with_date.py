"""A number goes with the date of its clause: "5 % by 2035 … 2 % by 2027" says nothing of 5 % by 2027."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.verify.checking import Checked
from eujdef_tui.verify.dates import _pairs
from eujdef_tui.verify.pieces import Pieces

Check = Callable[[str], list[Checked]]


@pytest.mark.parametrize(
    "text",
    [
        "Japan will spend 5% of GDP on defence by 2027.",
        "Japan is to spend 5% of its GDP by 2027.",
        "EU nations in NATO have agreed to spend 2% of GDP on defence by 2035.",
        "Japan will spend 5% of GDP on defence by 2035.",  # who does it is another one
        "Japan agreed to 5% by 2035.",
    ],
)
def test_a_number_with_the_date_of_another_is_not_supported(check: Check, text: str) -> None:
    (found,) = check(text)
    assert found.verdict.word == "differs"
    assert found.verdict.differences


@pytest.mark.parametrize(
    "text",
    [
        "Japan will spend 2% of GDP on defence by 2027.",
        "EU nations in NATO will spend 5% of GDP on defence by 2035.",
    ],
)
def test_a_number_with_its_own_date_is_supported(check: Check, text: str) -> None:
    assert check(text)[0].verdict.word == "supported"


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("5% by 2035, and 2% by 2027", [("5%", "2035"), ("2%", "2027")]),
        ("They spend 5%. In 2035 it ends", []),  # another sentence
        ("In 2035 they spend 5%", []),  # what comes first is not known to go with it
        ("Three jets by 2035", []),  # has no unit
    ],
)
def test_a_date_goes_with_the_number_that_stands_last_before_it(text: str, pairs: list[tuple[str, str]]) -> None:
    found = _pairs(Pieces(text))
    assert [(text[one.start : one.end], text[day.start : day.end]) for one, day in found] == pairs
