"""Words that can be read aloud: dates, signs, lists, lines broken between words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.linear.speech import (
    in_full,
    joined,
    listed,
    ordinal,
    sentence,
    spoken_date,
    voiced,
    wrapped,
)
from eujdef_tui.present.sheet_heading import counted


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("", "undated"),
        ("2024", "2024"),
        ("2024~", "about 2024"),
        ("2024?", "perhaps 2024"),
        ("2024-03-03", "3 March 2024"),
        ("2024-03", "March 2024"),
        ("2024-05-01", "1 May 2024"),
        ("2025-07-23~", "about 23 July 2025"),
        ("../2025-07-23~", "by about 23 July 2025"),
        ("2024-21", "spring 2024"),
        ("2024-24", "winter 2024 to 25"),
        ("2024-33", "first quarter of 2024"),
        ("2024-36", "fourth quarter of 2024"),
        ("2026-33~", "early 2026"),
        ("2024-11-01/2024-11-03", "1 to 3 November 2024"),
        ("2024-11-30/2024-12-02", "30 November to 2 December 2024"),
        ("2022/2024", "2022 to 2024"),
        ("2024/..", "2024 or later"),
        ("../2035", "by 2035"),
        ("198X", "1980s"),
        ("-0043", "44 BCE"),
    ],
)
def test_a_date_is_words(date: str, words: str) -> None:
    assert spoken_date(date) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("~23 Jul 2025", "about 23 July 2025"),
        ("by ~Jun 2025", "by about June 2025"),
        ("entry into force 1 Jan 2025†", "entry into force 1 January 2025, date from outside the articles"),
        ("ja†", "ja, from outside the articles"),
        ("in the 1960s†", "in the 1960s, date from outside the articles"),
        ("signed 44 BCE†", "signed 44 BCE, date from outside the articles"),
        ("European Union · Japan", "European Union, Japan"),
        ("agreed ── signed", "agreed; signed"),
        ("two  spaces\nand a line", "two spaces and a line"),
        ("Jan Marlow, on 1 Mar, in Mar 2024", "Jan Marlow, on 1 March, in March 2024"),
        ("“said in Mar 2024 – and ~5”", "“said in Mar 2024 – and ~5”"),
        ("dated “on Fri 1 Nov”, 1 Nov 2024", "dated “on Fri 1 Nov”, 1 November 2024"),
        ("EU–Japan summit – now", "EU–Japan summit – now"),
        ("sentences 22–23, Nov–Dec 2024", "sentences 22 to 23, November to December 2024"),
        ("Marlow, Augustin, Octavia", "Marlow, Augustin, Octavia"),
        ("a , b ,, c", "a, b, c"),
        ("▁▂ 2025 ┆ today ┆ →", "2025 today"),
    ],
)
def test_our_own_words_are_spelled_out_and_quotes_stay(text: str, words: str) -> None:
    assert in_full(text) == words


@pytest.mark.parametrize(
    ("nth", "count", "words"),
    [
        (0, 1, "the only quote"),
        (0, 2, "first of two quotes"),
        (1, 3, "second of three quotes"),
        (11, 12, "twelfth of twelve quotes"),
        (14, 17, "quote 15 of 17"),
        (1233, 2000, "quote 1,234 of 2,000"),
    ],
)
def test_a_place_among_few_is_said_in_words(nth: int, count: int, words: str) -> None:
    assert ordinal(nth, count, "quote") == words


def test_parts_are_joined_without_two_signs_beside_each_other() -> None:
    assert joined("A title.", "", "  kind ", "note;", "end.") == "A title, kind, note, end."
    assert joined("Cities or powers?", "a note") == "Cities or powers? a note"
    assert joined() == joined("", " ") == ""


def test_a_line_ends_like_a_sentence_once() -> None:
    assert [sentence(line) for line in ("a", "a.", "a?", "“a”", "a:", "")] == ["a.", "a.", "a?", "“a”", "a:", ""]


def test_words_are_listed_and_counted() -> None:
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
    assert [counted(count, "answer") for count in (0, 1, 1234)] == ["0 answers", "1 answer", "1,234 answers"]


def test_nothing_that_steers_or_draws_is_voiced() -> None:
    assert voiced("a\x1b[31mb\x9bc\u202ed│e▁f●g→h⠿i★j\nk") == "a\ufffd[31mb\ufffdc\ufffdd e f g h i j\nk"
    assert voiced("résumé 石破茂 “EU” – §") == "résumé 石破茂 “EU” – §"


@given(st.text())
def test_whatever_is_voiced_holds_no_control_or_box(text: str) -> None:
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2500-\u25ff\u2800-\u28ff]", voiced(text))


# --- lines ---


def test_a_line_is_broken_between_words_and_a_long_word_stays_whole() -> None:
    assert wrapped("one two three four", 10) == ["one two", "three", "four"]
    assert wrapped("see https://example.org/a/long/address now", 12) == [
        "see",
        "https://example.org/a/long/address",
        "now",
    ]
    assert wrapped("one two three four", None) == ["one two three four"]
    assert wrapped("", 10) == [""]


def test_characters_of_two_cells_count_as_two() -> None:
    assert wrapped("石破茂 石破茂", 13) == ["石破茂", "石破茂"]
    assert wrapped("石破茂 石破茂", 14) == ["石破茂 石破茂"]
    assert wrapped("e\u0301e\u0301 e\u0301e\u0301", 6) == ["e\u0301e\u0301 e\u0301e\u0301"]


@pytest.mark.slow
@given(st.lists(st.text("abcé石", min_size=1, max_size=8), max_size=30), st.integers(8, 40))
def test_no_word_is_lost_cut_or_moved(words: list[str], width: int) -> None:
    line = " ".join(words)
    lines = wrapped(line, width)
    assert " ".join(lines) == line
    for one in lines:
        cells = sum(2 if char == "石" else 1 for char in one)
        assert cells < width or " " not in one
