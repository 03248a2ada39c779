"""Quotes are cut at clauses, and are always words of the article in a row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.draft.clause_cuts import clause_starts, longer, shorter, word_starts

TEXT = "The board, which met on Friday, signed a pact and sent it to Oslo. It costs 3 million; Ann said so."
FIRST = (0, TEXT.index(" It costs"))
SECOND = (FIRST[1] + 1, len(TEXT))
SPANS = [FIRST, SECOND]


def cut(span: tuple[int, int]) -> str:
    return TEXT[slice(*span)]


def test_a_sentence_has_its_clauses() -> None:
    starts = clause_starts(TEXT, *FIRST)
    parts = [TEXT[start:end] for start, end in zip(starts, [*starts[1:], FIRST[1]], strict=True)]
    assert parts == [
        "The board, ",
        "which met on Friday, ",
        "signed a pact ",
        "and sent it to Oslo.",
    ]


def test_a_quote_loses_its_last_clause_until_one_is_left() -> None:
    quotes = []
    span = FIRST
    while found := shorter(TEXT, span):
        span = found
        quotes.append(cut(span))
    assert quotes == [
        "The board, which met on Friday, signed a pact",
        "The board, which met on Friday",
        "The board",
    ]


def test_a_quote_grows_to_the_end_of_its_sentence_then_to_its_beginning_then_by_the_next() -> None:
    start = TEXT.index("which met")
    quotes = []
    span = start, start + len("which met on Friday")
    while found := longer(TEXT, span, SPANS):
        span = found
        quotes.append(cut(span))
    assert quotes == [
        "which met on Friday, signed a pact",
        "which met on Friday, signed a pact and sent it to Oslo.",
        "The board, which met on Friday, signed a pact and sent it to Oslo.",
        TEXT,
    ]


def test_a_quote_outside_of_every_sentence_does_not_grow() -> None:
    assert longer(TEXT, (FIRST[1], FIRST[1] + 1), SPANS) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a b", ["a", "b"]),
        (" a  b ", ["a", "b"]),
        ("", []),
        ("one", ["one"]),
    ],
)
def test_words_begin_where_they_begin(text: str, words: list[str]) -> None:
    starts = word_starts(text, 0, len(text))
    assert [text[at:].split()[0] for at in starts] == words


@pytest.mark.slow
@pytest.mark.counts_lines
@given(st.text(alphabet="ab ,;:—-\n.", min_size=1, max_size=40), st.data())
def test_a_cut_quote_lies_in_the_quote_and_has_words(text: str, data: st.DataObject) -> None:
    if not text.strip(" \t\n,;:—–-"):
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = shorter(text, (start, end))
    if found is not None:
        assert found[0] == start
        assert start <= found[1] < end
