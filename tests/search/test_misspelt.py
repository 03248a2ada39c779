"""Words and names that are misspelt or half typed find what was meant, below whatever has the very words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from tests.helpers.found_ids import ids
from tests.helpers.named_actors import base_of, base_of_titles

# --- ordinary words ---


@pytest.mark.parametrize(
    "typed", ["abot", "aobut", "aboout", "aboat", "minstry", "minitsry", "ministtry", "ministpy", "imnistry"]
)
def test_an_ordinary_word_is_found_with_one_letter_dropped_swapped_doubled_or_replaced(typed: str) -> None:
    assert ids(base_of_titles(["a paper about the ministry"]), typed) == ["e0"]


@pytest.mark.parametrize("typed", ["laser", "tanks"])
def test_a_word_that_the_tables_know_is_no_other_word_with_a_letter_replaced(typed: str) -> None:
    assert ids(base_of_titles(["later talks"]), typed) == []


@pytest.mark.parametrize("typed", ["statument", "militarisition"])
def test_a_word_that_only_begins_as_one_of_the_tables_may_be_misspelt(typed: str) -> None:
    assert ids(base_of_titles(["a statement on militarisation"]), typed) == ["e0"]


@pytest.mark.slow
@settings(deadline=None, max_examples=100)
@given(st.lists(st.text("abdeikorst", min_size=3, max_size=8), min_size=2, max_size=6, unique=True))
def test_what_has_the_very_word_is_found_and_stands_above_what_was_misspelt(words: list[str]) -> None:
    base = base_of_titles([f"the {word} meeting" for word in words])
    for n, word in enumerate(words):
        hits = search(base, parse(word)).hits
        misspelt = [hit.why[0].rule[:1] == "~" or hit.why[0].rule == "sound" for hit in hits]
        assert f"e{n}" in [base.record(hit.n).record.id for hit in hits if not hit.why[0].rule]
        assert misspelt == sorted(misspelt)


# --- half-typed names ---


@pytest.mark.parametrize("typed", ["kawsak", "kawsaki", "kaasak", "kawwasa", "kawazak"])
def test_the_beginning_of_a_misspelling_is_as_good_as_the_misspelling(typed: str) -> None:
    assert ids(base_of(["Kawasaki", "Toyota"]), typed) == ["a0"]


@pytest.mark.parametrize("typed", ["akio mrio", "akio mr", "akio mtor", "akio oMr"])
def test_beside_another_word_of_the_name_two_letters_may_be_half_a_misspelling(typed: str) -> None:
    assert ids(base_of(["Akio Morita", "Akio Toyoda"]), typed) == ["a0"]


def test_a_word_typed_twice_stands_twice_in_what_it_finds() -> None:
    base = base_of(["Jan Lipavský", "Janez Janša"])
    assert ids(base, "jan jan") == ["a1"]


# --- an article that has all the words ---


def test_words_that_stand_somewhere_in_an_article_are_no_answer_to_a_name() -> None:
    base = base_of(["Marta Holm", "Ann Holn"], kind="person", article="Marta Holm came. Ann Holn came.")
    assert ids(base, "marta holn")[0] == "a0"
    assert ids(base, "ann holn")[0] == "a1"
    assert "s" in ids(base, "marta holn")


def test_a_name_that_is_far_off_word_by_word_is_found_as_a_whole() -> None:
    base = base_of(["Saint Aldwen", "Sankt Gallen", "Bonifax"], article="The saint of Aldwyn and of Aldwin.")
    assert ids(base, "seynt alldween") == ["a0"]
    assert ids(base, "sntgalen") == ["a1"]
    assert ids(base, "sent allen") == []  # as near to the one as to the other


def test_names_are_sorted_as_people_sort_them() -> None:
    names = ["Zoe", "Émile", "Çelik", "Cyril", "Dan", "Šimon", "Sven", "Łucja", "Leo", "Đorđe", "Øyvind", "ångström"]
    base = base_of(names, kind="person")
    found = [base.title_of(row.record.id) for row in base.rows(base.span("actors"))]
    assert found == "ångström Çelik Cyril Dan Đorđe Émile Leo Łucja Øyvind Šimon Sven Zoe".split()
