"""Where nothing else is found, words of one idea are: several in one title are an answer, one alone is only near."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eujdef_tui.present.match_reason import match_reason
from eujdef_tui.search import synonyms
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.search.related import READ
from eujdef_tui.search.results import Result
from eujdef_tui.search.synonyms import is_of_one_idea, other_words, related_words
from eujdef_tui.text.english_words import OPPOSITES
from eujdef_tui.text.tokens import words
from tests.helpers.named_actors import base_of_titles

TEXT = Path(synonyms.__file__).with_name("ideas.txt").read_text(encoding="utf-8")
ASSOCIATIONS = [
    line
    for line in Path(synonyms.__file__).with_name("associations.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
IDEAS = [line.partition(" # ")[0].split() for line in TEXT.splitlines() if line and not line.startswith("#")]


def test_each_idea_stands_once_under_its_field_in_the_order_of_the_alphabet() -> None:
    fields = re.split(r"^# --- .+ ---$", TEXT, flags=re.MULTILINE)[1:]
    lines = [[line for line in field.splitlines() if line and not line.startswith("#")] for field in fields]
    assert len(IDEAS) == sum(map(len, lines)) >= 1_500
    assert lines == [sorted(field) for field in lines]
    assert len(set(map(tuple, IDEAS))) == len(IDEAS)


def test_the_words_of_an_idea_are_as_search_folds_them_each_once() -> None:
    for idea in IDEAS:
        assert len(set(idea)) == len(idea) > 4, idea
        assert all([word.folded for word in words(one.replace("-", " "))] == one.split("-") for one in idea), idea


def test_no_idea_has_two_words_that_are_opposites() -> None:
    for idea in IDEAS:
        for one, other in OPPOSITES:
            assert not (one.intersection(idea) and other.intersection(idea)), idea


def test_what_is_typed_and_what_is_associated_stand_apart_in_the_order_of_the_alphabet() -> None:
    assert len(ASSOCIATIONS) >= 9_000
    assert sorted(set(ASSOCIATIONS)) == ASSOCIATIONS
    for line in ASSOCIATIONS:
        typed, found = (part.split() for part in line.split(" > "))
        assert typed == sorted(set(typed)), line
        assert found == sorted(set(found)), line
        assert not set(typed) & set(found), line
        assert len(found) > 1, line
        for one in (*typed, *found):
            assert [word.folded for word in words(one.replace("-", " "))] == one.split("-"), line
        for some, others in OPPOSITES:
            assert not (some.intersection(typed) and others.intersection(found)), line
            assert not (others.intersection(typed) and some.intersection(found)), line


def test_no_living_person_is_associated_with_anything() -> None:
    named = "biden gates khan kim le-pen merkel musk netanyahu putin sarkozy soros thunberg trump wilders xi zelensky"
    for line in ASSOCIATIONS:
        assert not set(named.split()) & set(line.split()), line


def test_a_word_has_those_of_its_ideas_and_those_that_it_is_associated_with_one_way() -> None:
    assert {"merger", "buyout"} <= set(related_words("takeover"))
    assert "water" in related_words("typhoid")
    assert "typhoid" not in related_words("water")
    assert is_of_one_idea("takeover", "mergers")
    assert is_of_one_idea("collapsed", "called off")
    assert not is_of_one_idea("reforestation", "planted")


@pytest.mark.parametrize(
    ("typed", "related"), [("lawsuit", "complaint"), ("takeover", "merger"), ("purchases", "order")]
)
def test_any_form_of_a_word_has_the_words_of_its_ideas(typed: str, related: str) -> None:
    assert related in related_words(typed)
    assert related not in other_words(typed)


def test_what_is_in_no_idea_has_no_related_words() -> None:
    assert related_words("kallas") == related_words("") == []


# --- what is found ---


def found(query: str, *titles: str) -> tuple[Result, list[str]]:
    """What a query finds among events of these titles, and why each matched."""
    base = base_of_titles(titles)
    result = search(base, parse(query))
    return result, [match_reason(base, hit) for hit in result.hits]


def test_two_words_of_the_same_ideas_in_one_title_answer_and_are_told() -> None:
    result, (reason,) = found("takeover collapsed", "Merger of the two firms abandoned", "Bell hung in a tower")
    assert [(one.kind, one.typed, one.read) for one in result.readings] == [
        ("expanded", "takeover", "merger"),
        ("expanded", "collapsed", "abandoned"),
    ]
    assert reason == "takeover: merger in the title · collapsed: abandoned in the title"


def test_one_such_word_alone_is_only_near() -> None:
    result, _ = found("takeover", "Merger of the two firms abandoned")
    assert result.hits == ()
    assert len(result.nearest) == 1


@pytest.mark.parametrize(
    ("query", "title", "hits"),
    [
        ("reforestation on slopes", "Larches planted on the slopes", 1),
        ("reforestation on hillsides", "Larches planted on the slopes", 0),  # both are guesses
        ("reforestation", "Larches planted on the slopes", 0),
    ],
)
def test_what_is_only_associated_with_a_word_answers_beside_one_as_typed_else_it_is_near(
    query: str, title: str, hits: int
) -> None:
    result, _ = found(query, title)
    assert (len(result.hits), len(result.hits) + len(result.nearest)) == (hits, 1)


def test_a_name_has_no_related_word_and_is_not_left_out() -> None:
    result, _ = found("zebulon takeover", "Merger of the two firms abandoned")
    assert result.hits == ()


def test_one_role_tells_nothing_of_another() -> None:
    result, _ = found("takeover president", "Merger told to the chairman")
    assert result.hits == ()


def test_what_has_the_typed_words_is_not_joined_by_what_has_related_ones() -> None:
    result, _ = found("takeover collapsed", "Merger of the two firms abandoned", "Takeover of the bank collapsed")
    assert [hit.why[0].rule for hit in result.hits] == [""]


@pytest.mark.parametrize("query", ["Coast Guard", "coast guard", "who opposes the deal", "parliament Takeover"])
def test_names_words_in_a_row_and_words_of_every_subject_are_not_guessed_at(query: str) -> None:
    result, _ = found(query, "Maritime security is a subject of the partnership", "Merger told in common")
    assert result.hits == ()


def test_facts_that_only_quote_the_words_leave_room_for_those_that_tell_them() -> None:
    titles = [f"Talk number {n} about a merger" for n in range(READ + 1)]
    result, _ = found("takeover collapsed", *titles, "Merger of the two firms abandoned")
    assert [hit.why[1].token for hit in result.hits] == ["abandoned"]


# --- what may not be left out ---


@pytest.mark.parametrize("query", ["female train drivers", "railway museum opened", "prison at the museum opened"])
def test_a_thing_that_no_fact_has_and_that_a_line_begins_with_is_not_left_out(query: str) -> None:
    result, _ = found(query, "Train drivers hold a meeting", "Museum opened at last")
    assert result.hits == ()
    assert result.nearest != ()


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("neglected track repairs", "Track repairs begin in the valley"),  # how something is
        ("lodging for stranded crews", "Stranded crews sleep in a hotel"),  # told by a word of the same idea
        ("mislaid track repairs", "Track repairs begin in the valley"),  # no word that the tables know as a thing
    ],
)
def test_what_tells_how_something_is_or_is_told_by_its_idea_may_be_left_out(query: str, title: str) -> None:
    result, _ = found(query, title)
    assert len(result.hits) == 1
