"""Words of one family have one root, and others that look alike have not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.text.english_words import FUNCTION_WORDS
from eujdef_tui.verify.roots import root

FAMILIES = """
competitive competitiveness competition compete
strong strength strengthen
modern modernise modernisation
aggressive aggression
product production
grow growth growing
wide widen widely
destroy destruction
maintain maintenance
stable stability
capable capability
responsible responsibility responsibly
innovative innovation
cautious caution
danger dangerous
attract attractive
profit profitable
important importance
significant significance
resist resistance
defend defence defensive
constitution constitutional
ambition ambitious
military militarise militarisation
discuss discussion
invade invasion
story stories
relative relatives relatively
""".strip().splitlines()


@pytest.mark.parametrize("family", FAMILIES)
def test_words_of_one_family_have_one_root(family: str) -> None:
    assert len({root(word) for word in family.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("import", "important"),
        ("nation", "native"),
        ("author", "authorise"),
        ("export", "expert"),
        ("relation", "reliance"),
        ("position", "possible"),
        ("story", "storage"),
        ("executive", "execution"),
        ("positive", "position"),
        ("relative", "relation"),
        ("apple", "application"),
    ],
)
def test_words_that_only_look_alike_have_not(one: str, other: str) -> None:
    assert root(one) != root(other)


@given(st.text(alphabet="abcdefgilmnorstuvy", min_size=3, max_size=14))
def test_every_word_has_a_root(word: str) -> None:
    assert root(word)


@pytest.mark.parametrize("word", sorted(FUNCTION_WORDS)[::9])
def test_small_words_have_a_root_too(word: str) -> None:
    assert root(word)
