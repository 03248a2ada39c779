"""A review at its edges: no draft, a read-only one, a full disk, quotes that cannot be cut, types that go round."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from eujdef_tui.draft.decisions import read_log
from eujdef_tui.draft.draft_file import write_drafts
from eujdef_tui.draft.review import Review
from eujdef_tui.draft.review_edits import read_date
from tests.helpers.reviews import Case, at, make_case

NONE = "There is no draft"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return make_case(tmp_path / "facts")


@pytest.fixture
def review(case: Case) -> Review:
    return case.open()


@pytest.fixture
def empty(case: Case) -> Review:
    """A review of an article of which nothing was drafted."""
    header = read_log(case.path).header
    case.path.unlink()
    write_drafts(case.path, header, [])
    return case.open()


# --- no draft ---


@pytest.mark.parametrize(
    "key",
    [
        Review.keep,
        Review.drop,
        Review.nothing_here,
        lambda review: review.edit("status", {"status": "planned"}),
        lambda review: review.edit_words("Words"),
        lambda review: review.edit_date("2025"),
        lambda review: review.next_status(1),
        lambda review: review.next_type(1),
        lambda review: review.resize(1),
        lambda review: review.split(3),
        lambda review: review.who("norway"),
        lambda review: review.same_as("norway"),
    ],
)
def test_every_key_says_that_there_is_no_draft(empty: Review, key: Callable[[Review], str]) -> None:
    assert key(empty) == NONE
    assert empty.decisions == []


def test_without_a_draft_the_cursor_stays_and_there_is_no_kind(empty: Review) -> None:
    empty.next_sentence(1)
    empty.to_sentence(3)
    empty.move(5)
    assert (empty.at, empty.current) == (0, None)
    assert empty.kinds() == []
    assert not empty.next_open()
    assert empty.next_kind(1) == "A figure has no kind, and a known record its own"


def test_the_cursor_stays_where_no_later_sentence_has_a_draft(review: Review) -> None:
    review.move(10**6)
    last = review.at
    review.to_sentence(10**6)
    review.next_sentence(1)
    assert review.at == last
    review.go(10**6)
    assert review.at == last


# --- what was decided already ---


def test_a_second_keep_or_drop_decides_nothing_and_goes_on(review: Review) -> None:
    first = review.order[0]
    review.keep()
    review.go(first)
    assert review.keep() == ""
    assert (len(review.decisions), review.at) == (1, 1)
    second = review.order[1]
    review.drop()
    review.go(second)
    assert review.drop() == ""
    assert (len(review.decisions), review.at) == (2, 2)


def test_a_sentence_of_which_a_fact_is_kept_is_not_said_to_have_none(review: Review) -> None:
    n = at(review, "The deal does not")
    review.keep()
    review.go(n)
    assert review.nothing_here() == "A fact is kept of this sentence: x drops it first"


def test_where_nothing_in_sight_is_clean_no_decision_is_made(review: Review) -> None:
    n = at(review, "The board is sorry")
    assert review.keep_clean([n, 10**6]) == "No draft in sight is clean: a keeps one by itself"
    assert review.decisions == []


def test_a_review_that_begins_with_a_decided_draft_opens_at_the_first_open_one(case: Case, review: Review) -> None:
    review.keep()
    review.drop()
    assert case.open().at == 2


def test_to_keep_what_is_no_record_needs_no_id(review: Review) -> None:
    n = next(n for n in review.order if review.items[n].draft.record == "no_fact" and not review.why_not(n))
    review.go(n)
    assert review.same_as("norway") == "This is no record of its own"
    review.keep()
    assert (review.items[n].state, review.items[n].id) == ("keep", "")


# --- edits ---


def test_a_name_has_no_date_no_status_no_actors_and_stays_a_name(review: Review) -> None:
    at(review, "Torill Haavik")
    assert review.edit_date("2025") == "A name has no date"
    assert review.next_status(1) == "Only an event or an agreement has a status: T makes it one"
    assert review.who("norway") == "A name has no actors"
    assert review.next_type(1) == "A name stays a name: x drops it"


def test_a_date_that_is_none_is_refused_with_examples_and_nothing_typed_takes_it_off(review: Review) -> None:
    n = at(review, "A third one")
    assert review.edit_date("soonish") == "No date is read in that: 1 nov 2024, 2024-11, on friday"
    assert review.items[n].draft.date
    assert review.edit_date("  ") == ""
    assert review.items[n].draft.date == ""
    assert read_date(" ", review.text, review.spans[0], review.issued) is None


def test_a_date_in_words_that_stand_nowhere_is_noted_as_typed(review: Review) -> None:
    n = at(review, "A third one")
    assert review.edit_date("3 nov 2024") == ""
    draft = review.items[n].draft
    assert (draft.date, draft.date_text) == ("2024-11-03", "")
    assert draft.date_basis


def test_actors_are_added_taken_out_and_cleared(review: Review) -> None:
    n = at(review, "A third one")
    review.who("")
    assert review.who("norway") == ""
    assert review.items[n].draft.actors == ("norway",)
    assert review.who("Torill Haavik") == ""
    assert review.who("norway") == ""
    assert review.items[n].draft.actors == ("Torill Haavik",)
    assert review.who("") == ""
    assert review.items[n].draft.actors == ()


def test_a_speaker_who_is_no_actor_keeps_a_statement_out(review: Review) -> None:
    at(review, "The deal does not")
    review.who("Grimsvik")  # a place that the article names
    assert review.keep() == "Not kept: “Grimsvik” is no actor: w says who it is, w 0 nobody"


def test_a_kind_goes_round_and_comes_back_to_the_one_that_was_drafted(review: Review) -> None:
    n = at(review, "A third one")
    drafted = review.items[n].draft.kind
    assert review.next_kind(1) == ""
    assert review.items[n].draft.kind != drafted
    assert review.next_kind(-1) == ""
    assert review.items[n].draft.kind == drafted


def test_a_type_goes_round_and_comes_back_with_all_that_was_drafted(review: Review) -> None:
    n = at(review, "A third one")
    drafted = review.items[n].draft
    seen = []
    for _ in range(4):
        assert review.next_type(1) == ""
        seen.append(review.items[n].type)
        if review.items[n].type == drafted.record:
            break
    assert (review.items[n].draft.kind, review.items[n].draft.status) == (drafted.kind, drafted.status)
    assert "statement" in seen
    assert len(seen) == len(set(seen)) > 2


def test_a_figure_without_a_number_is_not_kept(review: Review) -> None:
    n = at(review, "The deal is worth 48")
    review.edit("value", {"value": ""})
    assert "a figure needs a number: T makes it a statement" in review.doubts(n).refused
    assert review.kinds() == []


def test_a_quote_has_an_end_on_both_sides(review: Review) -> None:
    at(review, "Two ferries enter service")
    said = [review.resize(1) for _ in range(6)]
    assert said[-1] == "The quote has its sentence and the next: it ends here"
    said = [review.resize(-1) for _ in range(12)]
    assert said[-1] == "The quote has no more clauses"


def test_a_quote_is_cut_in_two_within_it_only(review: Review) -> None:
    n = at(review, "The deal does not")
    start, end = review.items[n].draft.evidence[0][1:3]
    for place in (start, end, end + 5, 0):
        assert review.split(place) == "The quote cannot be cut there"
    count = len(review.items)
    middle = review.text.index(" and is worth", start)
    assert review.split(middle + 1) == ""
    halves = [review.items[n].draft, review.items[max(review.items)].draft]
    assert [one.text for one in halves] == [one.evidence[0].quote for one in halves]
    assert len(review.items) == count + 1
    review.undo()
    assert len(review.items) == count


def test_a_draft_may_not_lose_its_words_and_the_same_words_are_no_decision(review: Review) -> None:
    n = at(review, "A third one")
    assert review.edit_words(" ") == "That cannot be: it has no words, or its form is not that of a fact"
    assert review.edit_words(review.items[n].draft.label) == "Nothing changes"
    assert review.decisions == []


# --- where nothing can be written ---


def test_of_a_read_only_review_no_key_decides_and_nothing_is_taken_back(case: Case) -> None:
    review = case.open(writes=False)
    assert review.read_only
    assert review.keep() == "This review is read only"
    assert review.undo() == "This review is read only"


def test_a_decision_that_cannot_be_written_down_is_not_made_and_neither_is_its_undo(case: Case) -> None:
    review = case.open()
    review.keep()
    before = dict(review.items)
    case.path.unlink()
    case.path.mkdir()
    failed = "Not decided, since it cannot be written down: Is a directory"
    assert review.drop() == failed
    assert review.undo() == failed
    assert review.items == before
    assert len(review.decisions) == 1


def test_with_no_decision_left_there_is_nothing_to_undo(review: Review) -> None:
    assert review.undo() == "There is nothing to undo"
    review.keep()
    assert review.undo() == "Taken back: keep"
    assert review.undo() == "There is nothing to undo"


# --- what a file may hold ---


@pytest.mark.parametrize("moved", [{"sentence": 99}, {"start": 200}])
def test_a_draft_whose_quote_is_not_in_its_sentence_is_left_out_and_counted(case: Case, moved: dict[str, int]) -> None:
    header, first, *rest = case.path.read_text("utf-8").splitlines(keepends=True)
    fields = json.loads(first)
    fields["evidence"][0] |= moved
    case.path.write_text("".join((header, json.dumps(fields) + "\n", *rest)), "utf-8")
    assert case.open().unread == 1
