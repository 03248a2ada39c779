"""A minus makes another number of a figure, and what cannot be read as a number is held by no fact."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from eujdef_tui.verify.checking import Checked
from eujdef_tui.verify.pieces import Pieces

Check = Callable[[str], list[Checked]]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It grew by -2 percent", [-2]),
        ("\N{MINUS SIGN}2 percent", [-2]),
        ("(-$5bn)", [-5 * 10**9]),
        ("€-5 million", [-5 * 10**6]),
        ("₹-5 million", [-5 * 10**6]),
        ("from 5 to -10 percent", [5, -10]),
        ("5-10 percent", [5, 10]),
        ("5 -10 percent", [5, 10]),
        ("5%-10%", [5, 10]),
        ("5 - 10 percent", [5, 10]),
        ("- 5 percent", [5]),
        ("the EU-27 and 3 percent", [3]),
    ],
)
def test_a_minus_is_no_dash_and_no_hyphen(text: str, numbers: list[int]) -> None:
    assert [one.number for one in Pieces(text).quantities] == [Decimal(number) for number in numbers]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("∞ billion euros", "∞ billion"),
        ("0x10 billion", "0x10 billion"),
        ("1e400 billion", "1e400 billion"),
        ("∞ Billion euros", "∞ Billion"),
        ("0x10 BN", "0x10 BN"),
        ("1e400 bln", "1e400 bln"),
        ("0x10 kroner", "0x10 kroner"),
        ("∞ zlotys", "∞ zlotys"),
        ("∞ 円", "∞ 円"),
        ("₹∞ in all", "₹∞"),
        ("€∞ in all", "€∞"),
        ("$0x10", "$0x10"),
        ("1.2.3 percent", "1.2.3 percent"),
    ],
)
def test_a_unit_of_what_is_no_number_is_seen(text: str, written: str) -> None:
    ((start, end),) = Pieces(text).unread
    assert text[start:end] == written


@pytest.mark.parametrize(
    "text",
    [
        "326 billion euros", "€3½bn", "the 2nd billion", "billions of euros",
        "By 2027 euros were spent", "a 5G billion", "G7",
        "35 to 40 billion", "half a billion", "the F-35 billion", "one euro in 20",
        "12,000 dollars", "12 000 yen",
    ],
)  # fmt: skip
def test_what_is_read_or_is_no_number_is_not_unread(text: str) -> None:
    assert Pieces(text).unread == []


@pytest.mark.parametrize("sign", ["-", "\N{MINUS SIGN}"])
@pytest.mark.parametrize("number", ["{}326 billion euros", "{}€326bn"])
def test_a_number_below_zero_is_not_that_above_it(check: Check, sign: str, number: str) -> None:
    for before, verdict in (("", "supported"), (sign, "differs")):
        (found,) = check(f"The EU allocated {number.format(before)}.")
        assert found.verdict.word == verdict


@pytest.mark.parametrize("number", ["∞ billion euros", "0x10 billion euros", "1e400 billion", "€∞"])
def test_no_fact_holds_what_cannot_be_read(check: Check, number: str) -> None:
    (found,) = check(f"The EU allocated {number}.")
    assert found.verdict.word == "differs"
    assert found.verdict.differences[0].sort == "number"
