"""The reader that makes dates and the one that doubts them: what the one makes the other allows."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.date_readers import ARTICLES, DAYS, readings

DAYS_OF_ANY_YEAR = st.dates(date(1990, 1, 1), date(2090, 12, 31)).map(date.isoformat)
WORDS = (
    "yesterday",
    "today",
    "tomorrow",
    "on Friday",
    "last Friday",
    "next Monday",
    "last week",
    "next month",
    "this year",
    "last November",
    "next March",
    "in July",
    "on 18 March",
    "in 2026",
    "two weeks ago",
    "three months ago",
    "five years ago",
    "in May 2025",
    "on 3 May 2025",
    "since 2019",
    "before 2019",
    "by 2030",
    "in the 1990s",
    "last summer",
    "next winter",
)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_no_date_of_an_article_is_one_that_its_words_cannot_mean(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    read = [one for issued in DAYS for one in readings(text, issued)]
    assert not [one for one in read if one.verdict == "parts"]
    missed = {one.words.lower() for one in read if one.verdict == "misses"}
    assert missed <= {"in recent years", "overnight", "by the end of the year"}


@given(st.sampled_from(WORDS), DAYS_OF_ANY_YEAR)
def test_words_that_are_counted_from_any_day_are_allowed(words: str, issued: str) -> None:
    verdicts = {one.words: one.verdict for one in readings(f"The ministers met {words}, they said.", issued)}
    assert "parts" not in verdicts.values(), verdicts


@pytest.mark.parametrize("days", range(14))
def test_a_weekday_is_one_of_the_two_that_may_be_meant(days: int) -> None:
    issued = (date(2025, 7, 21) + timedelta(days)).isoformat()
    found = list(readings("They met on Friday and will meet again next Friday.", issued))
    assert found
    assert {one.verdict for one in found} == {"agrees"}


def test_what_only_one_of_them_sees_is_told_as_missed() -> None:
    (found,) = {one.words: one.verdict for one in readings("Boats came overnight.", "2025-07-25")}.items()
    assert found == ("overnight", "misses")
