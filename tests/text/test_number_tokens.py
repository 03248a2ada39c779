"""The tokens of a number, and of what it rounds to."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.text.number_tokens import compact, exact, rounded_tokens, roundings

NUMBERS = st.decimals(min_value=0, max_value=10**20, places=4) | st.integers(0, 10**15).map(Decimal)


@given(NUMBERS)
def test_the_tokens_of_roundings_are_those_of_the_numbers_it_rounds_to(number: Decimal) -> None:
    assert list(rounded_tokens(compact(number))) == [compact(near) for near in roundings(number)]


@given(NUMBERS)
def test_a_token_gives_its_number_back(number: Decimal) -> None:
    assert exact(compact(number)) == number


@pytest.mark.parametrize(("number", "tokens"), [("0", ["0e0"]), ("35.06", ["3506en2", "35e0", "351en1"])])
def test_a_number_has_its_own_token_first(number: str, tokens: list[str]) -> None:
    assert list(rounded_tokens(compact(Decimal(number)))) == tokens
