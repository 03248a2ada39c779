"""One weight or length is the same in each unit of it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from eujdef_tui.text.quantities import quantities
from eujdef_tui.verify.measures import end_of_unit, measured


@pytest.mark.parametrize(
    ("text", "what", "size"),
    [
        ("The bell weighs 4 t.", "weight", 4000),
        ("The bell weighs 4 tonnes.", "weight", 4000),
        ("The bell weighs 4,000 kg.", "weight", 4000),
        ("a 300-kilometre pipe", "length", 300_000),
        ("The pipe is 300 km long.", "length", 300_000),
        ("The pipe is 250 metres long.", "length", 250),
    ],
)
def test_a_weight_or_length_is_read_in_each_unit(text: str, what: str, size: int) -> None:
    (one,) = quantities(text)
    assert measured(text, one) == (what, Decimal(size))


@pytest.mark.parametrize(
    "text", ["It cost ¥4 t.", "It cost 4 trillion yen.", "It runs at 90 km/h.", "It burns 5 tonnes per day.", "4 trams"]
)
def test_money_and_speed_are_no_weight_and_no_length(text: str) -> None:
    (one,) = quantities(text)
    assert measured(text, one) is None


def test_the_unit_is_part_of_the_number() -> None:
    text = "It weighs 4 tonnes or so."
    (one,) = quantities(text)
    assert text[one.start : end_of_unit(text, one)] == "4 tonnes"
