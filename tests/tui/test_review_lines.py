"""Rows and sheets of a review as text: what is said, how short, and which words are marked."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from eujdef_tui.draft.review import Review
from eujdef_tui.draft.review_state import Doubts
from eujdef_tui.tui.review_help import help_lines
from eujdef_tui.tui.review_lines import mark_of, marked_words, row, sheet, short_reason
from eujdef_tui.tui.widgets.line_view import ROLES, Piece
from tests.helpers.reviews import at, make_case


@pytest.fixture
def review(tmp_path: Path) -> Review:
    return make_case(tmp_path / "facts").open()


def text(pieces: list[Piece]) -> str:
    return "".join(words for words, _ in pieces)


@pytest.mark.parametrize("width", [20, 40, 59, 60, 80, 120, 200])
def test_a_row_fills_its_width_and_no_more(review: Review, width: int) -> None:
    for n in review.order:
        for picked in (True, False):
            pieces = row(review, review.items[n], width, picked=picked)
            assert cell_len(text(pieces)) == width, text(pieces)
            assert all(role in ROLES for _, roles in pieces for role in roles.split())


@pytest.mark.slow
@pytest.mark.parametrize("rows", [3, 5, 10])
@pytest.mark.parametrize("width", [30, 45, 80, 120])
def test_a_sheet_has_no_line_wider_than_its_pane(review: Review, width: int, rows: int) -> None:
    for n in review.order:
        lines = sheet(review, review.items[n], None, width, rows)
        assert lines
        assert all(cell_len(text(line)) <= width for line in lines), lines


@pytest.mark.parametrize(
    ("message", "short"),
    [
        ("The number 48 is not in the sentence that supports this.", "48 not in the sentence"),
        ("the value 48 is not in the sentence", "48 not in the sentence"),
        ("“Quorvex” stands nowhere in the article.", "“Quorvex” not in the article"),
        ("The fact says “not”, and its sentence denies nothing.", "“not”, the sentence denies nothing"),
        ("The fact says “rise”, and its sentence has the opposite.", "“rise”, the sentence has the opposite"),
        ("its quote is not in its sentence: 'we are sorry'", "quote is not in the sentence"),
        ("The speaker is Ann, and Bo is named where this is said.", "Bo is named where this is said"),
        ("It is said to have happened, and the quoted words only announce it.", "happened, and only announced"),
        ("Another thing is wrong.", "another thing is wrong"),
        ("“Odd” first.", "“Odd” first"),
    ],
)
def test_a_reason_is_said_in_a_few_words_in_a_row(message: str, short: str) -> None:
    assert short_reason(Doubts((message,), ())) == short
    assert short_reason(Doubts((), (message,))) == short


def test_the_mark_says_what_became_of_a_draft(review: Review) -> None:
    marks = {review.items[n].draft.label[:20]: mark_of(review.items[n], review.doubts(n))[0] for n in review.order}
    assert marks["The deal is worth 48"] == "×"
    assert marks["The deal does not co"] == "!"
    assert marks["A third one is plann"] == "·"
    assert marks["Related stories"] == "–"
    n = at(review, "A third one")
    review.keep()
    assert mark_of(review.items[n], review.doubts(n))[0] == "✓"
    review.go(n)
    review.drop()
    assert mark_of(review.items[n], review.doubts(n))[0] == "/"


@pytest.mark.parametrize(
    ("label", "words", "marked"),
    [
        ("A third one", "A third one is planned for 2028", set()),
        ("A third one", "A third lighthouse is planned for 2028", {"lighthouse"}),
        ("A third one", "99 lighthouses are planned for 2028", {"lighthouses", "99"}),
        ("Passenger numbers", "Passenger numbers rose by 12 per cent in 2025", {"rose"}),
        ("The harbour board", "Lofjord signed a ferry agreement on 27 November", set()),
    ],
)
def test_words_that_neither_the_sentence_nor_its_actors_and_date_have_are_marked(
    review: Review, label: str, words: str, marked: set[str]
) -> None:
    n = at(review, label)
    review.edit_words(words)
    assert marked_words(review, review.items[n]) == marked


def test_names_and_sentences_without_a_fact_have_no_marked_words(review: Review) -> None:
    for n in review.order:
        if review.items[n].draft.record in ("actor", "mention", "no_fact"):
            assert not marked_words(review, review.items[n])


@pytest.mark.parametrize("width", [30, 68])
def test_the_help_is_wrapped_to_its_width(width: int) -> None:
    lines = [text(list(line)) for line in help_lines(width)]
    assert all(cell_len(line) <= width for line in lines)
    assert [line for line in lines if line in ("decide", "edit", "move", "read", "app", "marks")] == [
        "decide", "edit", "move", "read", "app", "marks",
    ]  # fmt: skip
