"""Signs like ½ are read as the fraction that they are."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.text.indexed_text import index_text
from eujdef_tui.text.quantities import quantities
from eujdef_tui.text.tokens import words

SIGNS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("3½ million", "3500000", ""),
        ("3 ½ million", "3500000", ""),
        ("326½", "326.5", ""),
        ("1,234½", "1234.5", ""),
        ("½ billion euros", "500000000", "eur"),
        ("€3½bn", "3500000000", "eur"),
        ("2½%", "2.5", "pct"),
        ("¾ per cent", "0.75", "pct"),
        ("2024½", "2024.5", ""),
    ],
)
def test_a_figure_with_a_fraction_sign_is_one_number(text: str, number: str, unit: str) -> None:
    (found,) = quantities(text)
    assert (found.start, found.end, found.number, found.unit) == (0, len(text), Decimal(number), unit)


def test_a_range_has_fractions_at_both_ends() -> None:
    found = [one.number for one in quantities("between 2½ and 3¼ billion euros")]
    assert found == [25 * 10**8, Decimal("3.25") * 10**9]


@given(st.integers(0, 9_999), st.sampled_from(SIGNS))
def test_every_sign_is_worth_what_it_is(whole: int, sign: str) -> None:
    (found,) = quantities(f"It has {whole}{sign} men")
    assert float(found.number) == pytest.approx(whole + unicodedata.numeric(sign))


@pytest.mark.parametrize("text", ["F-2½", "½x", "a½", "①"])
def test_what_belongs_to_a_name_or_another_sign_is_no_number(text: str) -> None:
    assert not list(quantities(text))


@given(st.lists(st.sampled_from([*"½⅓3 ,.-a①", "1,234", " million", "€", "%"]), max_size=12).map("".join))
def test_any_text_with_signs_is_read_in_order(text: str) -> None:
    found = list(quantities(text))
    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))


def test_the_tokens_of_a_text_with_a_sign_are_as_ever() -> None:
    assert [one.folded for one in words("3½ million")] == ["31", "2", "million"]
    assert index_text("3½ million men").amounts == ((index_text("3.5 million men").amounts[0]),)
