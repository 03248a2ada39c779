"""Who may be meant, which record a draft may be, which kinds it may have: offered by number and by letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from eujdef_tui.draft.alike import Base
from eujdef_tui.draft.draft_record import Draft, Quoted
from eujdef_tui.draft.review import Review
from eujdef_tui.draft.review_item import Item, changed, fields_of, item_of
from eujdef_tui.draft.review_people import people_matching, people_near
from eujdef_tui.model.records import Actor, Agreement, Event, Evidence, Record, Statement
from tests.helpers.reviews import Case, at, make_case

PROOF = (Evidence(source="other", quote="words"),)
KNOWN: list[Record] = [
    Actor(id="norway", kind="country", name="Norway", evidence=PROOF),
    Actor(id="csa", kind="public-body", name="Cable Security Agency", evidence=PROOF),
    Agreement(id="cable-pact", title="EU–Japan cable agreement", instrument="agreement", evidence=PROOF),
    Event(id="signing", kind="signing", title="EU and Japan sign the cable pact", date="2026-11", status="happened",
          actors=("norway",), evidence=PROOF),
    Event(id="old", kind="signing", title="EU and Japan sign the cable pact", date="1999", status="happened",
          evidence=PROOF),
    Statement(id="costs", kind="claim", text="Sato says that the pact will lower costs", evidence=PROOF),
]  # fmt: skip


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return make_case(tmp_path / "facts")


@pytest.fixture
def review(case: Case) -> Review:
    return case.open()


def item(record: str, label: str, **fields: str) -> Item:
    naming = {"actor": "name", "statement": "text"}.get(record, "title")
    actors = tuple(fields.pop("actors", "").split())
    draft = Draft(record, "k", (Quoted("w", 0, 1, 0),), actors=actors, **{naming: label}, **fields)  # type: ignore[arg-type]
    return Item(0, draft)


# --- who ---


def test_the_names_of_the_sentence_stand_before_those_of_the_sentences_before_it(review: Review) -> None:
    n = at(review, "Lofjord Shipping Company will put")
    near = people_near(review, review.items[n])
    assert near[0] == "Lofjord Shipping Company"
    assert "Torill Haavik" in near


def test_of_a_statement_persons_stand_first_behind_its_speaker(review: Review) -> None:
    n = at(review, "The Norwegian Maritime")
    near = people_near(review, review.items[n])
    assert near[:2] == ["Norwegian Maritime Directorate", "Torill Haavik"]
    review.who("Torill Haavik")
    assert people_near(review, review.items[n])[0] == "Torill Haavik"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("haav", ["Torill Haavik"]),
        ("tor haa", ["Torill Haavik"]),
        ("nor", ["Norwegian Maritime Directorate", "norway"]),
        ("lof ship", ["Lofjord Shipping Company"]),
        ("zzz", []),
        ("", []),
    ],
)
def test_letters_find_the_names_of_the_article_and_of_the_base(review: Review, typed: str, found: list[str]) -> None:
    assert people_matching(review, typed) == found


def test_what_an_actor_is_called_is_told_for_known_and_new_ones(review: Review) -> None:
    assert review.label_of("norway") == "Norway"
    assert review.label_of("Torill Haavik") == "Torill Haavik"
    assert (review.is_new("norway"), review.is_new("Torill Haavik")) == (False, True)
    assert review.actor_of("norway") == "norway"
    assert review.actor_of("Torill Haavik") == ""  # not kept
    at(review, "Torill Haavik")
    review.keep()
    assert review.actor_of("Torill Haavik") == "torill-haavik"


# --- the same ---


@pytest.mark.parametrize(
    ("draft", "record", "reason"),
    [
        (item("actor", "Cable Security Agency"), "csa", "the names are alike"),
        (item("actor", "Security Agency"), "csa", "the names are alike"),
        (item("event", "EU and Japan sign cable pact", date="2026-11-27"), "signing", "the words are alike"),
        (item("event", "EU and Japan sign cable pact", date="1999-05"), "old", "the words are alike"),
        (item("agreement", "EU–Japan cable agreement"), "cable-pact", "the words are alike"),
        (item("statement", "the pact will lower costs"), "costs", "the words are alike"),
    ],
)
def test_a_known_record_of_the_same_sort_with_like_words_is_suggested(draft: Item, record: str, reason: str) -> None:
    found = Base(KNOWN).suggestion(draft)
    assert found is not None
    assert (found.record.id, found.reason) == (record, reason)


@pytest.mark.parametrize(
    "draft",
    [
        item("actor", "Coast Guard"),
        item("event", "Ministers met in Oslo"),
        item("event", "EU and Japan sign cable pact", date="2011"),
        item("no_fact", "EU and Japan sign the cable pact"),
        item("statement", "the pact will lower costs", speaker="norway"),
    ],
)
def test_nothing_is_suggested_where_words_or_dates_differ(draft: Item) -> None:
    found = Base(KNOWN).suggestion(draft)
    assert found is None or found.record.id == "costs"


def test_what_is_known_of_the_same_is_listed_with_its_reasons() -> None:
    about = Base(KNOWN).about(item("event", "Norway and EU sign the cable pact", date="2026-11-27", actors="norway"))
    assert about[0].record.id == "signing"
    assert "the same time" in about[0].reason
    assert about[0].label == "EU and Japan sign the cable pact, Nov 2026"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("cab", ["signing", "old"]),
        ("sig pac", ["signing", "old"]),
        ("zzz", []),
        ("", []),
    ],
)
def test_letters_find_records_of_the_same_sort(typed: str, found: list[str]) -> None:
    assert [one.record.id for one in Base(KNOWN).matching(item("event", "x"), typed)] == found


def test_the_same_becomes_evidence_of_the_known_record_with_its_other_name(case: Case, review: Review) -> None:
    at(review, "Norwegian Maritime")
    review.same_as("norway")
    case.write(review)
    text = case.facts.read_text("utf-8")
    assert 'mentions:\n  - of: norway\n    other_names:\n      - name: "Norwegian Maritime Directorate"' in text


# --- kinds ---


@pytest.mark.parametrize(
    ("label", "first"),
    [
        ("Torill Haavik", "person"),
        ("“We have waited", "position"),
        ("Port town signs", "filler"),
        ("The harbour board", "signing"),
    ],
)
def test_kinds_are_offered_in_one_order_and_of_events_the_sentences_first(
    review: Review, label: str, first: str
) -> None:
    at(review, label)
    assert review.kinds()[0] == first


def test_a_figure_has_no_kinds(review: Review) -> None:
    n = next(n for n in review.order if review.items[n].is_figure)
    review.go(n)
    assert review.kinds() == []
    assert "has no kind" in review.next_kind(1)


# --- items ---


def test_an_item_is_what_its_fields_say(review: Review) -> None:
    for n, one in review.items.items():
        assert item_of(n, fields_of(one), review.text) == one


@pytest.mark.parametrize(
    "after",
    [
        {"kind": "No Word"},
        {"kind": ""},
        {"status": "burnt"},
        {"date": "yesterday"},
        {"value": "many"},
        {"state": "burn"},
        {"id": "No Id"},
        {"same": "No Id"},
        {"actors": "norway"},
        {"actors": [1]},
        {"flags": None},
        {"title": ""},
        {"title": 5},
        {"title": "x" * 5000},
        {"evidence": []},
        {"evidence": [["never there", 0, 11, 0]]},
        {"evidence": [["", 0, 0, 0]]},
        {"evidence": [[1, 2, 3]]},
        {"record": "burn"},
    ],
)
def test_fields_of_another_form_make_no_item(review: Review, after: dict[str, object]) -> None:
    n = at(review, "A third one")
    assert changed(review.items[n], after, review.text) is None
    assert review.edit("words", dict(after)) != ""


def test_words_are_cleaned_before_they_are_shown(review: Review) -> None:
    n = at(review, "A third one")
    review.edit_words("evil \x1b[2J\u202e words\nhere")
    assert review.items[n].draft.title == "evil \ufffd[2J\ufffd words here"
