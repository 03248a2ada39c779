"""A review without a screen: what each key decides, what cannot be kept, and what undo brings back."""

from __future__ import annotations

from pathlib import Path

import pytest

from eujdef_tui.draft.review import Review
from tests.helpers.reviews import Case, at, make_case


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return make_case(tmp_path / "facts")


@pytest.fixture
def review(case: Case) -> Review:
    return case.open()


def kept(review: Review) -> list[str]:
    return [review.items[n].draft.label for n in review.order if review.items[n].state == "keep"]


def test_drafts_stand_in_reading_order_with_the_cursor_on_the_first(review: Review) -> None:
    sentences = [review.items[n].sentence for n in review.order]
    assert sentences == sorted(sentences)
    assert review.at == 0
    assert review.counts().left == len([n for n in review.order if review.items[n].draft.record != "mention"])


def test_keep_and_drop_go_on_to_the_next_open_draft(review: Review) -> None:
    assert review.keep() == ""
    assert (kept(review), review.at) == (["Port town signs ferry deal"], 1)
    assert review.drop() == ""
    assert (kept(review), review.at) == (["Port town signs ferry deal"], 2)


@pytest.mark.parametrize(
    ("label", "reason"),
    [
        ("Two ferries enter service", "only announce it"),
        ("The deal is worth 48", "48"),
        ("The board is sorry", "quote is not in its sentence"),
        ("Zo Zu", "never names Zo Zu"),
    ],
)
def test_a_refused_draft_answers_keep_with_its_reason_and_stays_out(review: Review, label: str, reason: str) -> None:
    n = at(review, label)
    for _ in range(3):
        said = review.keep()
        assert said.startswith("Not kept: ")
    assert reason in said
    assert review.same_as("norway").startswith(("Not kept: ", "norway is of another type"))
    review.keep_clean(review.order)
    assert review.items[n].state == ""


def test_a_flagged_draft_is_kept_only_by_itself(review: Review) -> None:
    n = at(review, "The deal does not")
    assert review.doubts(n).flags
    assert not review.doubts(n).refused
    review.keep_clean(review.order)
    assert review.items[n].state == ""
    review.go(n)
    assert review.keep() in ("", "All is decided")
    assert review.items[n].state == "keep"


def test_all_clean_ones_in_sight_are_kept_as_one_decision(review: Review) -> None:
    seen = review.order[:4]
    before = dict(review.items)
    assert "kept; u takes all of them back" in review.keep_clean(seen)
    assert {n for n in review.items if review.items[n].state == "keep"} <= set(seen)
    assert len(review.decisions) == 1
    review.undo()
    assert review.items == before


def test_a_statement_waits_for_the_name_of_its_speaker(review: Review) -> None:
    n = at(review, "“We have waited")
    assert "Torill Haavik is not kept" in review.keep()
    at(review, "Torill Haavik")
    review.keep()
    review.go(n)
    review.keep()
    assert review.items[n].state == "keep"
    at(review, "Torill Haavik")
    assert "is the speaker of 1 kept" in review.drop()


def test_an_edit_that_no_longer_passes_takes_the_fact_out_and_one_that_passes_lets_it_in(review: Review) -> None:
    n = at(review, "The deal is worth 48")
    review.who("")
    assert review.edit_words("The deal is worth 84 million kroner") == ""
    assert "48" in review.keep()  # its value is 48 still
    m = at(review, "A third one")
    review.keep()
    review.go(m)
    assert review.edit_words("99 ferries are planned for 2028") == ""
    assert (review.items[m].state, review.items[n].state) == ("", "")
    assert review.keep().startswith("Not kept")


def test_a_misquoted_draft_passes_once_its_quote_is_cut_anew(review: Review) -> None:
    n = at(review, "The board is sorry")
    assert review.resize(-1) == ""
    assert not review.items[n].draft.refused


def test_undo_goes_back_to_the_beginning_across_restarts(case: Case) -> None:
    review = case.open()
    before = dict(review.items)
    for key in (review.keep, review.drop, review.nothing_here):
        key()
    review.next_kind(1)
    review.edit_words("Other words")
    again = case.open()
    assert again.items == review.items
    while again.undo().startswith("Taken back"):
        pass
    assert again.items == before
    assert case.open().items == before


def test_nothing_here_drops_the_open_drafts_of_the_sentence_and_keeps_it_as_no_fact(review: Review) -> None:
    n = at(review, "Passenger numbers")
    sentence = review.items[n].sentence
    review.nothing_here()
    here = [one for one in review.items.values() if one.sentence == sentence and one.draft.record != "mention"]
    assert [(one.draft.record, one.draft.kind) for one in here if one.state == "keep"] == [("no_fact", "filler")]
    assert not [one for one in here if not one.state]


def test_a_kept_fact_keeps_its_sentence_from_being_called_empty(review: Review) -> None:
    n = at(review, "Passenger numbers")
    review.keep()
    review.go(n)
    assert "A fact is kept of this sentence" in review.nothing_here()


# --- edits ---


def test_a_date_is_read_from_typed_words_with_its_basis(review: Review) -> None:
    n = at(review, "The harbour board")
    review.edit_date("1 nov 2026")
    assert (review.items[n].draft.date, review.items[n].draft.date_basis) == ("2026-11-01", "given at review")
    review.edit_date("on friday")
    draft = review.items[n].draft
    assert (draft.date, draft.date_text) == ("2026-11-27", "on Friday")
    assert "counted from the article's date" in draft.date_basis
    assert "No date is read" in review.edit_date("no day")
    review.edit_date("")
    assert review.items[n].draft.date == ""


def test_status_type_and_kind_go_round_with_one_key(review: Review) -> None:
    n = at(review, "A third one")
    assert review.items[n].draft.status == "planned"
    review.next_status(1)
    assert review.items[n].draft.status == "target"
    review.next_status(-1)
    drafted = review.items[n]
    types = []
    for _ in range(4):
        review.next_type(1)
        types.append(review.items[n].type)
        if types[-1] == "event":
            break
    assert types[-1] == "event"
    assert review.items[n].draft.kind == drafted.draft.kind
    review.next_kind(1)
    assert review.items[n].draft.kind != drafted.draft.kind
    review.next_kind(-1)
    assert review.items[n].draft.kind == drafted.draft.kind


def test_a_quote_is_cut_at_clauses_and_is_always_the_articles_words(review: Review) -> None:
    n = at(review, "Lofjord Shipping Company will put")
    whole = review.items[n].draft.evidence[0].quote
    review.resize(-1)
    quote = review.items[n].draft.evidence[0]
    assert quote.quote == "Lofjord Shipping Company will put two electric ferries into service by June 2027"
    assert review.text[quote.start : quote.end] == quote.quote
    review.resize(1)
    assert review.items[n].draft.evidence[0].quote == whole
    review.resize(1)
    assert review.items[n].draft.evidence[0].quote.startswith(f"{whole}\n")


def test_a_draft_is_split_in_two_open_ones_and_joined_again_by_undo(review: Review) -> None:
    n = at(review, "The Norwegian Maritime")
    before = dict(review.items)
    cut = review.text.index("that it had not")
    assert review.split(cut) == ""
    new = max(review.items)
    assert review.items[new].draft.label == "that it had not yet approved the charging station at the north pier."
    assert review.items[n].draft.label == "The Norwegian Maritime Directorate said last week"
    assert (review.items[n].state, review.items[new].state) == ("", "")
    review.undo()
    assert review.items == before
    assert "cannot be cut" in review.split(review.items[n].draft.evidence[0].start)


def test_who_sets_the_speaker_of_a_statement_and_adds_or_takes_an_actor_of_an_event(review: Review) -> None:
    n = at(review, "“We have waited")
    review.who("norway")
    assert review.items[n].draft.speaker == "norway"
    m = at(review, "The harbour board")
    review.who("norway")
    assert "norway" in review.items[m].draft.actors
    review.who("norway")
    assert "norway" not in review.items[m].draft.actors
    at(review, "Torill Haavik")
    assert "A name has no" in review.who("norway")


def test_a_read_only_review_decides_nothing(case: Case) -> None:
    review = case.open(writes=False)
    before = case.path.read_bytes()
    for key in (review.keep, review.drop, review.undo, review.nothing_here):
        assert key() == "This review is read only"
    assert case.path.read_bytes() == before


def test_a_disk_that_is_full_changes_nothing(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    review = case.open()
    review.keep()
    before = dict(review.items)
    assert review._writer is not None
    review._writer._path = Path("/dev/full")
    assert "cannot be written down" in review.keep()
    assert review.items == before


@pytest.mark.parametrize(
    "fields",
    [
        '{"n": 90, "record": "event", "kind": "k", "title": "T", "evidence": [{"quote": "never", "start": 0, "end": 5, '
        '"sentence": 0}]}',
        '{"n": 90, "record": "event", "kind": "k!", "title": "T", "evidence": []}',
        '{"n": 90, "record": "burn", "kind": "k", "title": "T", "evidence": []}',
        '{"n": 90, "record": "event", "kind": "k", "title": ["T"], "evidence": []}',
    ],
)
def test_a_draft_of_another_form_is_not_shown(case: Case, fields: str) -> None:
    with case.path.open("a", encoding="utf-8") as file:
        file.write(f"{fields}\n")
    assert 90 not in case.open().items
