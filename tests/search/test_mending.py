"""A line of which too little is found is read with its misspelt words mended, where each is one slip away."""

from __future__ import annotations

import pytest

from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.search.results import Result
from eujdef_tui.store import Base
from tests.helpers.named_actors import base_of_titles

TITLES = ("Last turbine to be installed", "Loan for the last tunnel refused", "Museum to be built again", "Being late")


def found(typed: str) -> Result:
    return search(base_of_titles(TITLES), parse(typed))


@pytest.mark.parametrize(
    ("typed", "first", "mended"),
    [
        ("when is the last turbin instaled", 1, ["installed"]),  # what begins as typed is no other word
        ("when was the musuem built agian", 3, ["museum", "again"]),
    ],
)
def test_misspelt_words_are_mended_before_words_are_left_out(typed: str, first: int, mended: list[str]) -> None:
    result = found(typed)
    assert result.hits[0].n == first
    assert result.left_out == ()
    assert set(mended) <= {one.read for one in result.readings if one.kind == "mended"}
    assert result.query.text == typed


def test_words_too_short_or_too_far_off_are_not_mended() -> None:
    assert found("tunnl lon refusd winter").hits == ()


def test_a_line_without_misspelt_words_is_read_as_it_is() -> None:
    assert found("last turbine installed").readings == ()


@pytest.mark.parametrize("typed", ["wheat", "otter"])
def test_a_word_for_a_thing_is_no_misspelt_word_that_says_nothing(typed: str) -> None:
    assert search(base_of_titles(["What it was", "The other day"]), parse(typed)).hits == ()


@pytest.mark.parametrize("typed", ["kallas macron 2025", "kallas volcano 2025", "iwaya blinken 1 nov 2024"])
def test_beside_a_name_and_a_date_nothing_is_left_out(corpus: Base, typed: str) -> None:
    assert search(corpus, parse(typed)).hits == ()


def test_how_much_someone_spends_is_not_told_by_a_figure_that_is_told_beside_it(corpus: Base) -> None:
    hits = search(corpus, parse("how much does the us spend")).hits
    assert corpus.record(hits[0].n).record.id == "fig-us-budget"
