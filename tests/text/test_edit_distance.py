"""The edit distance of our own gives what rapidfuzz gives, in the same order."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from eujdef_tui.search import spell
from eujdef_tui.text.edit_distance import distance_to, near

WORDS = st.text("abcdé", max_size=9)
OF_LIBRARY: Any = OSA.distance


@given(WORDS.filter(bool), WORDS)
def test_edits_are_counted_as_the_library_counts_them(typed: str, word: str) -> None:
    assert distance_to(typed)(word) == OSA.distance(typed, word)


@given(WORDS, st.lists(WORDS), st.integers(0, 4))
def test_the_words_near_a_typed_one_come_as_from_the_library(typed: str, words: list[str], edits: int) -> None:
    found = extract(typed, words, scorer=OF_LIBRARY, score_cutoff=edits, limit=None)
    assert near(typed, words, edits) == [(word, distance) for word, distance, _ in found]


@given(WORDS.filter(bool), st.lists(WORDS.filter(bool)), st.sampled_from((0.0, 0.5, 0.55, 0.65, 1.0)))
def test_the_most_similar_words_are_those_of_the_library(typed: str, words: list[str], least: float) -> None:
    found: list[list[tuple[str, float]]] = []
    with pytest.MonkeyPatch.context() as patch:
        for by_hand in (True, False):
            patch.setattr(spell, "by_hand", lambda _, answer=by_hand: answer)
            found.append(spell.most_similar(typed, words, least, 2))
    ours, theirs = found
    assert [word for word, _ in ours] == [word for word, _ in theirs]
    assert [alike for _, alike in ours] == pytest.approx([alike for _, alike in theirs])


def test_a_process_that_compares_many_words_loads_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spell, "sys", type("sys", (), {"modules": {}}))
    monkeypatch.setattr(spell, "_compared", 0)
    assert spell.by_hand(spell.BY_HAND)
    assert not spell.by_hand(1)
