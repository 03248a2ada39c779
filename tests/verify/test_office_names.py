"""Offices that stand for who holds them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.verify.checking import Checked
from eujdef_tui.verify.heard import Heard

Check = Callable[[str], list[Checked]]
Hear = Callable[..., Heard]


def persons(heard: Heard) -> set[str]:
    """The ids of the persons whom a sentence names, or for whom an office stands."""
    return {one for named in heard.named if heard.is_person(named) for one in named.ids}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("The EU's foreign policy chief sees much room for cooperation.", {"kallas", "borrell"}),
        ("The EU's top diplomat sees much room for cooperation.", {"kallas"}),
        ("The foreign policy chief flew to the Philippines.", {"kallas", "borrell"}),
        ("Japan's prime minister has issued a warning.", {"ishiba", "kishida"}),
        ("The Japanese prime minister has issued a warning.", {"ishiba", "kishida"}),
        ("EU foreign policy chief Kaja Kallas was in Tokyo.", {"kallas"}),
        ("Kaja Kallas, the EU's foreign policy chief, was in Tokyo.", {"kallas"}),
        ("The EU's trade chief was in Tokyo.", set()),
        ("The trade policy chief was in Tokyo.", set()),
        ("Estonia's prime minister was in Tokyo.", set()),
        ("The chief of the party was in Tokyo.", set()),
    ],
)
def test_an_office_of_a_body_stands_for_those_who_hold_it(hear: Hear, text: str, ids: set[str]) -> None:
    assert persons(hear(text)) == ids


def test_names_stand_in_their_order_and_none_within_another(hear: Hear) -> None:
    named = hear("In Tokyo the foreign policy chief met Japan's prime minister and Maslow.").named
    assert named == sorted(named)
    assert all(one.last <= other.first for one, other in zip(named, named[1:], strict=False))


def test_the_holder_is_who_says_it_and_the_office_says_nothing_more(check: Check) -> None:
    text = (
        "North Korea's soldiers are being deployed in the war in Ukraine, the EU's foreign policy chief said in Tokyo."
    )
    (found,) = check(text)
    assert found.verdict.word == "supported"
    (found,) = check("China is the key enabler of Russia's war in Ukraine, Japan's prime minister said.")
    assert found.verdict.word == "differs"


def test_the_body_is_a_known_name_of_the_text_still(check: Check) -> None:
    (found,) = check("The EU's foreign policy chief sees much room for cooperation.")
    assert [one.ids for one in found.named] == [("eu",)]
