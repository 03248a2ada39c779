"""Quantities meet as numbers with units, however they are written; and what stands in a text is found as it stands."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from eujdef_tui.present.match_reason import matched_spans
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from tests.helpers.named_actors import base_of, base_of_titles

SPELLINGS = (
    ("$35bn", "35bn", "35 bn", "35 billion", "35 bil", "USD 35 billion", "35bn dollars", "US$35 billion", "35-billion"),
    ("2%", "2 percent", "2 per cent", "two percent", "2 pct", "two per cent"),
    ("$780m", "780 million dollars", "780 mln", "780mn", "780 mil", "US$ 780 million"),
    ("¥5tn", "5 trillion yen", "five trillion yen", "5 tr", "5tn yen", "5兆円"),
    ("12,000 tanks", "12000 tanks", "12 000 tanks", "twelve thousand tanks"),
    ("1,000 tanks", "1 000 tanks", "one thousand tanks"),
    ("27 countries", "twenty-seven countries"),
    ("£1.2mn", "1.2 million pounds", "1,2 million"),
)


@pytest.mark.parametrize(
    ("written", "typed"), [pair for group in SPELLINGS for pair in permutations(group, 2)], ids=lambda text: text
)
def test_a_quantity_is_found_in_any_of_its_spellings(written: str, typed: str) -> None:
    assert search(base_of_titles([f"It was {written} in all"]), parse(typed)).hits, (written, typed)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("934.7 billion dollars", "935 billion"), ("326bn", "330bn"), ("1.96 percent", "2 percent"),
        ("8.9 trillion yen", "9 trillion yen"),
    ],
)  # fmt: skip
def test_a_rounded_number_finds_the_one_that_rounds_to_it_after_the_very_one(written: str, typed: str) -> None:
    base = base_of_titles([f"It was {written} in all", f"It was {typed} in all"])
    assert [base.record(hit.n).record.id for hit in search(base, parse(typed)).hits] == ["e1", "e0"]


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("35 million", "35 billion"), ("35 billion yen", "$35 billion"), ("20 percent", "2 percent"), ("F-2", "2%"),
        ("2 tanks", "2%"), ("1.4 trillion", "1 trillion"), ("86.2 tons", "87"), ("the 1990s", "1990 billion"),
    ],
)  # fmt: skip
def test_another_number_or_unit_is_another_quantity(written: str, typed: str) -> None:
    assert not search(base_of_titles([f"It was {written} in all"]), parse(typed)).hits


def test_a_range_gives_both_its_numbers_its_unit() -> None:
    base = base_of_titles(["A fund of 35 to 40 billion euros"])
    for typed in ("35 billion euros", "40bn", "€35bn"):
        assert search(base, parse(typed)).hits, typed


def test_a_quantity_in_a_name_is_found_and_the_words_of_the_text_are_lit() -> None:
    base = base_of(["Fund of 2 per cent"])
    hit = search(base, parse("2%")).hits[0]
    assert matched_spans("Fund of 2 per cent now", hit) == [(8, 9), (10, 13), (14, 18)]


def test_a_year_is_no_quantity() -> None:
    assert [term.amount for term in parse("2024 summit by 2030").terms] == ["", "", ""]


CHUNKS = st.one_of(
    st.sampled_from(
        "$35bn ¥5tn €326bn £1.2mn 12bn 2% 7.5% F-35 C-130 AT&T O'Brien l'Union d'Angelis U.S. U.S.-led 5G 2nd 1990s "
        "1,000 3.5 mid-2020s Jean-Claude R&D 9-trillion-yen 27-nation cost-sharing two twenty-seven per cent percent "
        "billion 石破茂 9兆円 EU–Japan co-operation naïve Ørsted ½ №5 A400M 2.0 10/11 Louvain XIV".split()
    ),
    st.text("abckorstü0159,.'&-$%", min_size=1, max_size=8).filter(
        lambda text: any(map(str.isalnum, text)) and not text.startswith("-")
    ),
)


@pytest.mark.slow
@settings(deadline=None, max_examples=150)
@given(st.lists(CHUNKS, min_size=1, max_size=6))
@example(["It", "holds", "$35bn"])
@example(["$35bn", "½"])  # one character, two numbers that both end where the text does
def test_every_word_of_a_text_finds_the_text(chunks: list[str]) -> None:
    base = base_of_titles([" ".join(chunks)])
    for typed in chunks:
        assert search(base, parse(typed)).hits, (typed, chunks)
