"""What is no answer: words here and there, guesses, and a line without its name or its role; what is near instead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from eujdef_tui.present.list_model import BreakKind
from eujdef_tui.present.view_lists import list_model
from eujdef_tui.present.view_results import view_results
from eujdef_tui.search.engine import FEW, Result, search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base, open_base
from eujdef_tui.text.word_forms import are_two_words, same_word
from tests.helpers.fact_files import HEAD, write

# Facts of two countries at a lake.
ARTICLE = (
    "Dorvania and Almazar share a lake. The Dorvanian parliament votes in June. Vera Moss, president of the Dorvanian "
    "pilots' association, flies over it. Nurses treated the dust. The ferries went on strike in May. Pieter Oost, "
    "the general secretary of the Lake League, wants a dam. The festival of boats shows boats. A plan was made. "
    "The club halted a match."
)
FACTS = """
actors:
  - {id: dorvania, kind: country, name: Dorvania, evidence: [{source: s, quote: Dorvania}]}
  - {id: almazar, kind: country, name: Almazar, evidence: [{source: s, quote: Almazar}]}
  - {id: pilots, kind: organization, name: Dorvanian pilots' association, evidence: [{source: s, quote: Dorvanian}]}
  - {id: league, kind: organization, name: Lake League, evidence: [{source: s, quote: Lake League}]}
  - {id: moss, kind: person, name: Vera Moss, summary: President of the pilots,
     memberships: [{organization: pilots, role: president, evidence: [{source: s, quote: president}]}],
     evidence: [{source: s, quote: Vera Moss}]}
  - {id: oost, kind: person, name: Pieter Oost, summary: General secretary of the Lake League,
     memberships: [{organization: league, role: general secretary, evidence: [{source: s, quote: general secretary}]}],
     evidence: [{source: s, quote: Pieter Oost}]}
events:
  - {id: ballot, kind: vote, title: Dorvanian parliament votes, date: 2026-06, status: planned,
     evidence: [{source: s, quote: The Dorvanian parliament votes in June}]}
  - {id: boats, kind: festival, title: Festival of boats, status: happened,
     evidence: [{source: s, quote: The festival of boats}]}
statements:
  - {id: plan, kind: claim, text: The plan was made., evidence: [{source: s, quote: A plan was made}]}
  - {id: match, kind: claim, text: The club halted a match., evidence: [{source: s, quote: The club halted a match}]}
"""


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    """The base of those facts."""
    folder: Path = tmp_path_factory.mktemp("lake")
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    base = open_base(write(folder, HEAD + FACTS))
    yield base
    base.close()


def found(base: Base, typed: str) -> Result:
    return search(base, parse(typed))


def ids(base: Base, typed: str) -> list[str]:
    return [base.record(hit.n).record.id for hit in found(base, typed).hits]


# --- words of an article ---


def test_an_article_is_found_by_words_of_one_sentence_of_it(lake: Base) -> None:
    assert ids(lake, "ferries strike") == ["s"]
    assert ids(lake, "nurses strike") == []
    assert found(lake, "nurses strike").nearest


# --- names and roles ---


@pytest.mark.parametrize("typed", ["berlin boats festival", "boats festival Italy", "norwegian festival boats"])
def test_the_name_of_a_place_that_no_fact_has_is_not_left_out(lake: Base, typed: str) -> None:
    assert ids(lake, typed) == []
    assert lake.record(found(lake, typed).nearest[0].n).record.id == "boats"


def test_a_word_that_is_no_name_may_be_left_out(lake: Base) -> None:
    assert ids(lake, "several boats festival")[:1] == ["boats"]
    assert found(lake, "several boats festival").left_out == ("several",)


def test_the_role_that_was_typed_is_not_left_out(lake: Base) -> None:
    assert ids(lake, "mayor of the league") == []
    assert ids(lake, "chief of the league")[:1] == ["oost"]


def test_the_president_of_an_association_is_not_that_of_the_country(lake: Base) -> None:
    for typed in ("president of dorvania", "who is the president of dorvania", "dorvania president"):
        assert ids(lake, typed) == [], typed
    assert ids(lake, "president of the dorvanian pilots")[:1] == ["moss"]


def test_what_is_called_after_a_country_answers_a_question_of_it(lake: Base) -> None:
    assert ids(lake, "when does dorvania vote")[:1] == ["ballot"]


def test_a_role_alone_is_first_of_all_a_person(lake: Base) -> None:
    assert ids(lake, "president")[:1] == ["moss"]


def test_of_what_is_left_without_what_is_no_answer_nothing_else_is_counted(corpus: Base) -> None:
    result = search(corpus, parse("who is the minister of defence"), 1)
    assert (result.total, result.counts, result.cut) == (len(result.hits), None, True)


# --- forms ---


@pytest.mark.parametrize(("one", "other"), [("planned", "plane"), ("plane", "planned"), ("shame", "sham")])
def test_words_of_one_stem_may_be_two_words(one: str, other: str) -> None:
    assert are_two_words(one, other)
    assert not same_word(one, other)


def test_plane_finds_no_plan(lake: Base) -> None:
    assert "planned" not in {match.token for hit in found(lake, "plane made").hits for match in hit.why}


# --- what is near, beside few guesses ---


def test_few_guesses_have_what_is_near_beside_them(lake: Base) -> None:
    result = found(lake, "club stopped match")
    assert 0 < len(result.hits) < FEW
    assert "other word" in {match.rule for match in result.hits[0].why}
    assert not {hit.n for hit in result.hits} & {hit.n for hit in result.nearest}
    assert result.total == len(result.hits)


def test_what_has_the_very_words_has_nothing_near_it(lake: Base) -> None:
    assert found(lake, "club halted match").hits
    assert found(lake, "club halted match").nearest == ()


def test_what_is_near_stands_below_the_hits_under_a_rule_and_in_no_other_view(lake: Base) -> None:
    result = found(lake, "festival several boats")._replace(nearest=found(lake, "lake zzyzx").nearest)
    results = view_results(lake, result)
    model = list_model(results, lake, "all", 2026_01_01)
    hits = len(result.hits)
    assert list(model.numbers) == [hit.n for hit in (*result.hits, *result.nearest)]
    assert [(one.place, one.text, one.kind) for one in model.breaks] == [
        (hits, "nearest, not all words", BreakKind.RULE)
    ]
    assert results.shown(lake, "all") == hits
    assert list(list_model(results, lake, "actors", 2026_01_01).numbers) == list(results.hits("actors"))


def test_an_executive_is_a_role_that_is_not_left_out(lake: Base) -> None:
    assert ids(lake, "league chief executive officer") == []


# --- spans and offices ---


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("from:2025 to:2024", True),
        ("from:2024-06 to:2024-05 boats", True),
        ("from:2024 to:2024", False),
        ("from:2024-06 to:2024", False),
        ("!from:2025 to:2024", False),
        ("from:2025", False),
    ],
)
def test_a_span_that_begins_after_its_end_is_told(typed: str, told: bool) -> None:
    assert any("no day is in both" in read for _, read in parse(typed).signs) == told


def test_of_a_day_who_held_the_office_then_comes_first(corpus: Base) -> None:
    for day, holder in (("2020", "borrell"), ("2025-03", "kallas")):
        typed = f"asof:{day} foreign policy chief"
        assert ids(corpus, typed)[0] == holder, typed


@pytest.mark.parametrize("typed", ["UN", "UN security council", "Kim Jong Un"])
def test_two_capitals_are_no_beginning_of_a_word(corpus: Base, typed: str) -> None:
    assert search(corpus, parse(typed)).hits == ()


@pytest.mark.parametrize("typed", ["Kim Jong Un", "jobs", "aircraft carrier", "slow", "Xi"])
def test_no_name_is_offered_for_a_word_that_is_far_from_it_or_spelt_right(corpus: Base, typed: str) -> None:
    assert search(corpus, parse(typed)).suggestion == ""


@pytest.mark.parametrize("typed", ["after 23 july 2025", "after july 2025", "after 2025"])
def test_what_came_after_a_date_does_not_begin_with_it(corpus: Base, typed: str) -> None:
    result = search(corpus, parse(typed))
    dates = [getattr(corpus.record(hit.n).record, "date", "") for hit in result.hits[:3]]
    assert result.hits
    assert not any(date.startswith("2025-07-23") for date in dates)
    assert result.readings[0].kind == "date"
