"""The pattern of a date for editors is right where the parser is, the order of an interval aside."""

from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.text.edtf import DateError, parse
from eujdef_tui.text.edtf_pattern import DATE_PATTERN
from tests.text.test_edtf import TEXTS, WRONG, quick

PATTERN = re.compile(DATE_PATTERN)
ALPHABET = st.sampled_from("0123456789-/.XYTZ:~?%+")


def same(text: str) -> None:
    try:
        is_date = bool(parse(text))
    except DateError as error:
        is_date = "ends before" in str(error)
    assert bool(PATTERN.fullmatch(text)) is is_date, text


def test_every_day_of_the_calendar_and_no_other_fits() -> None:
    years = "0000 -0000 0001 1900 2000 2023 2024 -0004 -0003 -0100 -0400 2100".split()
    for year, month, day in product(years, range(15), range(33)):
        same(f"{year}-{month:02}-{day:02}")
    for year, part in product(years, range(45)):
        same(f"{year}-{part:02}")


@pytest.mark.parametrize("text", [line.split()[0] for line in WRONG] + ["", " ", "2024 ", "2024\n", "soon"])
def test_what_is_no_date_does_not_fit(text: str) -> None:
    same(text)


@pytest.mark.slow
@quick
@given(TEXTS, st.integers(0, 30), ALPHABET, st.booleans())
def test_a_date_fits_and_one_with_another_letter_fits_if_it_is_one(text: str, at: int, letter: str, more: bool) -> None:
    same(text)
    same(text[:at] + letter + text[at + (not more) :])
