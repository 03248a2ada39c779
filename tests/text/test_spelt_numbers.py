"""Numbers in words are read whole."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.text.quantities import quantities
from eujdef_tui.text.spelt_numbers import NUMBER_WORDS, TENS

_ONES = {number: word for word, number in NUMBER_WORDS.items()}
_SIZES = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"))


def in_words(number: int, *, british: bool, hyphen: str) -> str:
    """A number of one or more in words, with or without "and" behind hundreds."""
    found = list[str]()
    for size, name in _SIZES:
        if number >= size:
            found += [in_words(number // size, british=british, hyphen=hyphen), name]
            number %= size
    if british and number and (number >= 100 or found):
        found += [] if number >= 100 else ["and"]
    if number >= 100:
        found += [_ONES[number // 100], "hundred", *(["and"] if british and number % 100 else [])]
        number %= 100
    if number in TENS.values() or 0 < number < 20:
        found.append(_ONES[number])
    elif number:
        found.append(f"{_ONES[number // 10 * 10]}{hyphen}{_ONES[number % 10]}")
    return " ".join(found)


@given(st.integers(2, 10**12 - 1) | st.integers(2, 9_999), st.booleans(), st.sampled_from("- "))
def test_a_number_in_words_is_read_whole(number: int, british: bool, hyphen: str) -> None:
    text = f"{in_words(number, british=british, hyphen=hyphen)} euros"
    assert [tuple(one) for one in quantities(text)] == [(0, len(text), Decimal(number), "eur", False)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("three hundred and twenty-six billion euros", [326 * 10**9]),
        ("a hundred and fifty billion", [150 * 10**9]),
        ("a thousand two hundred", [1200]),
        ("twenty-six hundred and fifty", [2650]),
        ("two thousand three hundred million", [2000, 300 * 10**6]),
        ("between one hundred and two hundred", [100, 200]),
        ("one thousand and two thousand", [1000, 2000]),
        ("between one million and ten million", [10**6, 10**7]),
        ("two, three hundred", [2, 300]),
        ("twenty and three", [20, 3]),
        ("two hundred and", [200]),
        ("a hundred and a fifty", [50]),
    ],
)
def test_where_a_number_in_words_ends(text: str, numbers: list[int]) -> None:
    assert [one.number for one in quantities(text)] == numbers
