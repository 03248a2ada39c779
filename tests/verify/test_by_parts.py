"""A sentence that tells of two things is held against a fact for each; what is wrong with either part is seen."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.verify.checking import Checked
from eujdef_tui.verify.clauses import partings
from eujdef_tui.verify.pieces import Pieces

RUSSIA = "Russia is helping North Korea with military equipment"
KALLAS = "Kaja Kallas was in Manila in June 2025"
TAIWAN = "China claims Taiwan as part of its territory"
KOREA = "South Korea is increasing its weapons exports to Europe"
FACTS = (RUSSIA, KALLAS, TAIWAN, KOREA)


@pytest.mark.parametrize("joined", ["; ", ", and ", " while ", ", but ", " – "])
def test_two_facts_in_one_sentence_are_supported_however_they_are_joined(
    check: Callable[[str], list[Checked]], joined: str
) -> None:
    for one, other in pairwise(FACTS):
        (found,) = check(f"{one}{joined}{other}.")
        assert found.verdict.word == "supported", (one, other)


@pytest.mark.parametrize("joined", ["; ", ", and ", " while "])
def test_what_is_wrong_with_one_part_is_not_hidden_by_the_other(
    check: Callable[[str], list[Checked]], joined: str
) -> None:
    wrong = (
        "Kaja Kallas was in Manila in June 2023",
        "China does not claim Taiwan as part of its territory",
        "South Korea is reducing its weapons exports to Europe",
    )
    for one in wrong:
        for text in (f"{RUSSIA}{joined}{one}.", f"{one}{joined}{RUSSIA}."):
            (found,) = check(text)
            assert found.verdict.word in ("differs", "no source"), text


def test_the_reason_names_the_fact_of_each_part(check: Callable[[str], list[Checked]]) -> None:
    (found,) = check(f"{KOREA}; {TAIWAN}.")
    facts = {one.fact.id for one in found.verdict.parts if one.fact}
    assert facts == {"nr-korea-exports", "afp-beijing-claim"}
    assert all(f"[{one}]" in found.verdict.why for one in facts)


def test_a_part_without_a_subject_is_held_against_a_fact_of_the_subject_before(
    check: Callable[[str], list[Checked]],
) -> None:
    (found,) = check("South Korea sells more weapons to Europe and has test-fired one of its newest missiles.")
    assert found.verdict.word != "supported"


def test_what_somebody_says_is_not_supported_by_what_another_one_says(check: Callable[[str], list[Checked]]) -> None:
    (found,) = check("Josep Borrell said that China is the key enabler of Russia's war, and that it arms North Korea.")
    assert found.verdict.word in ("differs", "no source")


words = st.sampled_from(
    ["Japan", "is", "and", "while", "sells", "arms", ";", ",", ":", "has", "more", "–", "to", "Europe"]
)


@given(st.lists(words, max_size=80).map(" ".join))
def test_a_sentence_is_parted_between_words_and_each_part_has_some(text: str) -> None:
    pieces = Pieces(text)
    for end, begin in partings(pieces):
        assert 0 < end <= begin < len(text)
        first, second = pieces.cut(0, end), pieces.cut(begin, len(text))
        assert len(first.words) >= 3
        assert len(second.words) >= 3
        assert not any(word.start < end < word.end or word.start < begin < word.end for word in pieces.words)
