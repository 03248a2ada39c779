"""What search keeps of a text: its words, further words of its joints, its quantities."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.text import indexed_text
from eujdef_tui.text.indexed_text import index_text
from eujdef_tui.text.tokens import words


def test_a_text_has_its_words_the_words_of_its_joints_and_its_quantities() -> None:
    found = index_text("The F-X fund paid 35 billion euros.")
    assert found.words == "the f x fund paid 35 billion euros"
    assert found.joints == ("fx",)
    assert found.small == ("fund", "paid", "billion", "euros")
    assert found.amounts == (("35e9", "eur"),)


def test_a_text_that_is_not_to_be_joined_has_the_same_words_and_quantities() -> None:
    text = "The F-X fund and the S-Y fund paid 35 billion."
    assert index_text(text, False) == index_text(text)._replace(joints=())


def test_a_word_that_joints_give_twice_stands_once_and_is_small_where_it_is_once() -> None:
    found = index_text("AB-CD and ab-cd met.")
    assert found.joints == ("abcd",)
    assert found.small.count("abcd") == 1


def test_one_text_gives_no_more_joined_words_than_its_letters_allow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexed_text, "MOST_JOINED", 5)
    text = " ".join(f"{first}a-{first}b" for first in "bcdfghjklmnpqrst")
    found = index_text(f"{text}.")
    assert len(found.joints) == 6
    assert found.is_cut
    assert not index_text(text[:29]).is_cut


@given(st.text("ab-& .'é1", max_size=40), st.booleans())
def test_the_words_are_those_that_search_reads(text: str, joined: bool) -> None:
    assert index_text(text, joined).words.split() == [word.folded for word in words(text)]
