"""The tokens of a number, and of what it rounds to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.text.number_tokens import _MOST_DIGITS, _NEAR_SHARE, compact, rounded_tokens

NUMBERS = st.decimals(min_value=0, max_value=10**20, places=4) | st.integers(0, 10**15).map(Decimal)


def exact(token: str) -> Decimal:
    """The number of a token that `compact` made."""
    digits, _, power = token.partition("e")
    return Decimal(int(digits)).scaleb(int(power.replace("n", "-")))


def roundings(number: Decimal) -> Iterator[Decimal]:
    """Yield the number, and what it rounds to with fewer digits, as far as that is near."""
    yield number
    *_, exponent = number.normalize().as_tuple()
    length = number.adjusted() - int(exponent) + 1
    for fewer in range(1, min(length, _MOST_DIGITS)):
        shift = number.adjusted() - fewer + 1
        near = number.scaleb(-shift).to_integral_value(ROUND_HALF_UP).scaleb(shift)
        if abs(near - number) * _NEAR_SHARE <= abs(number):
            yield near


@given(NUMBERS)
def test_the_tokens_of_roundings_are_those_of_the_numbers_it_rounds_to(number: Decimal) -> None:
    assert list(rounded_tokens(compact(number))) == [compact(near) for near in roundings(number)]


@given(NUMBERS)
def test_a_token_gives_its_number_back(number: Decimal) -> None:
    assert exact(compact(number)) == number


@pytest.mark.parametrize(("number", "tokens"), [("0", ["0e0"]), ("35.06", ["3506en2", "35e0", "351en1"])])
def test_a_number_has_its_own_token_first(number: str, tokens: list[str]) -> None:
    assert list(rounded_tokens(compact(Decimal(number)))) == tokens


@pytest.mark.parametrize("other", ["", "e", "35", "x5e0", "35e", "35ex"])
def test_what_is_no_token_is_refused(other: str) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        rounded_tokens(other)
