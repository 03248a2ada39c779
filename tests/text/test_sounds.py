"""Sounds of many tokens, read at once, are those of each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.text.sounds import consonants, consonants_of
from tests.helpers.work import count_calls

TOKENS = st.text("abcehijkoqstuxyzñ4", max_size=8)


@given(st.lists(TOKENS))
def test_the_consonants_of_many_tokens_are_those_of_each(tokens: list[str]) -> None:
    assert consonants_of(tokens) == [consonants(token) for token in tokens]


def test_a_token_does_not_sound_otherwise_for_its_neighbours() -> None:
    assert consonants_of(["tusk", "ch", "h", "e", "chris", ""]) == ["tsk", "c", "h", "a", "ks", ""]


def test_ten_thousand_tokens_are_read_in_a_few_calls() -> None:
    assert count_calls(lambda: consonants_of(["tusk"] * 10_000)) < 200
