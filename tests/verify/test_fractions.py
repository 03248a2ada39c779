"""Parts of a whole are read as per cent, and "a trillion" as a number."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.text.quantities import quantities
from eujdef_tui.verify.checking import Checked
from eujdef_tui.verify.fractions import fractions
from eujdef_tui.verify.pieces import Pieces


def test_a_letter_that_is_two_in_lower_case_puts_no_place_off() -> None:
    text = "İİ: A third of it"
    (found,) = fractions(text)
    assert text[found.start : found.end] == "A third"


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("a twentieth of GDP", 5, "pct"),
        ("one-fifth of it", 20, "pct"),
        ("three quarters of all", 75, "pct"),
        ("two tenths of output", 20, "pct"),
        ("one euro in twenty", 5, "pct"),
        ("one in four firms", 25, "pct"),
        ("one firm out of every 50", 2, "pct"),
        ("a trillion dollars", 10**12, "usd"),
        ("more than a million", 10**6, ""),
    ],
)
def test_a_part_is_a_percentage_and_a_trillion_a_number(text: str, number: int, unit: str) -> None:
    (found,) = fractions(text)
    assert found.number == number
    assert found.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "a third party",
        "the fifth time",
        "one in Tokyo",
        "one in one",
        "a quarter later",
        "in the second half of it",
        "",
    ],
)
def test_what_only_looks_like_a_part_is_none(text: str) -> None:
    assert list(fractions(text)) == []


@given(st.integers(2, 999))
def test_one_in_so_many_is_its_share_of_a_hundred(whole: int) -> None:
    (found,) = fractions(f"one firm in {whole} of them")
    assert found.number == Decimal(100) / whole


@given(st.text(alphabet="aone intwhrd f4 5%$", max_size=60))
def test_the_numbers_of_a_text_never_overlap_and_stand_in_order(text: str) -> None:
    found = Pieces(text).quantities
    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))
    assert all(text[one.start : one.end].strip() for one in found)


@given(st.text(alphabet="twelv egh 0123456789.%", max_size=60))
def test_a_text_without_parts_has_the_numbers_that_it_had_before(text: str) -> None:
    dated = {place for one in Pieces(text).dates for place in range(one.start, one.end)}
    before = [one for one in quantities(text) if dated.isdisjoint(range(one.start, one.end))]
    if not list(fractions(text)):
        assert Pieces(text).quantities == before


def test_a_part_is_held_against_the_percentage_of_the_fact(check: Callable[[str], list[Checked]]) -> None:
    said = "By 2035 the EU nations in NATO want to spend {} of GDP on defence."
    (right,), (wrong,) = check(said.format("a twentieth")), check(said.format("a tenth"))
    assert right.verdict.word == "supported"
    assert wrong.verdict.word == "differs"


def test_how_many_times_one_number_is_another_is_worked_out(check: Callable[[str], list[Checked]]) -> None:
    said = "The American defence budget of 935 billion dollars is about {} times what Japan spends, 62.4 billion."
    (right,), (wrong,) = check(said.format("fifteen")), check(said.format("thirty"))
    assert right.verdict.word == "supported"
    assert wrong.verdict.word != "supported"
