"""Dates in the words of an article, counted from its day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.draft.counted_dates import Issued
from eujdef_tui.draft.dating import find_dates
from eujdef_tui.text import edtf

SURE = "2024-11-01"  # a Friday
ABOUT = "2024-11-01~"


def dates(words: str, issued: str = SURE, *, future: bool = False) -> list[str]:
    return [one.date for one in find_dates(words, 0, len(words), Issued.of(issued), future=future)]


EXPLICIT = {
    "on 16 November 2018": "2018-11-16",
    "November 16, 2018,": "2018-11-16",
    "Friday, 1 November 2024": "2024-11-01",
    "the 3rd of May 2019": "2019-05-03",
    "in May 2019": "2019-05",
    "in 2022": "2022",
    "Between 1988 and 1992 they": "1988/1992",
    "from 2028 to 2030": "2028/2030",
    "since 2019": "2019/..",
    "before 2019": "../2019",
    "in late 2024": "2024-10~/2024-12~",
    "by mid-2026": "2026-04~/2026-09~",
    "in the first half of 2025": "2025-40",
    "the second quarter of 2025": "2025-34",
    "in the 1990s": "199X",
    "its 2022 strategy": "2022",
    "on 2024-05-03": "2024-05-03",
}


@pytest.mark.parametrize(("words", "date"), EXPLICIT.items())
def test_dates_with_a_year_need_no_day_of_issue(words: str, date: str) -> None:
    assert dates(words, "") == dates(words) == [date]


COUNTED = {
    "on Friday": "2024-11-01",
    "last Friday": "2024-10-25",
    "on Thursday": "2024-10-31",
    "on Saturday morning": "2024-10-26",
    "today": "2024-11-01",
    "this morning": "2024-11-01",
    "late yesterday afternoon": "2024-10-31",
    "last night": "2024-10-31",
    "tomorrow": "2024-11-02",
    "three days ago": "2024-10-29",
    "last week": "2024-10-21/2024-10-27",
    "last month": "2024-10",
    "two months ago": "2024-09",
    "last year": "2023",
    "three years ago": "2021",
    "in April": "2024-04",
    "last December": "2023-12",
    "last November's launch": "2023-11",
    "on December 13": "2023-12-13",
    "on 13 October": "2024-10-13",
    "last spring": "2024-21",
    "In recent years": "../2024-11-01",
}


@pytest.mark.parametrize(("words", "date"), COUNTED.items())
def test_what_is_past_is_counted_back_from_the_day_of_issue(words: str, date: str) -> None:
    assert dates(words) == [date]


TO_COME = {
    "on Monday": "2024-11-04",
    "next Friday": "2024-11-08",
    "on January 1 next year": "2025-01-01",
    "on 8 March": "2025-03-08",
    "in July": "2025-07",
    "in November": "2024-11",
    "early next year": "2025-01~/2025-03~",
    "by the end of this year": "2024",
    "by the end of next year": "2025",
    "later this month": "2024-11",
    "in five years": "2029",
    "by 2035": "2035",
    "until March": "2025-03",
}


@pytest.mark.parametrize(("words", "date"), TO_COME.items())
def test_what_is_to_come_is_counted_on(words: str, date: str) -> None:
    assert dates(words, future=True) == [date]


def test_a_week_counted_from_a_doubtful_day_is_given_by_its_month() -> None:
    assert dates("last week", ABOUT) == ["2024-10"]
    assert dates("about two weeks ago", "2024-06-23~") == ["2024-06"]


@pytest.mark.parametrize("words", ["on Friday", "yesterday", "last week", "three days ago"])
def test_a_day_is_not_counted_from_a_month_or_from_nothing(words: str) -> None:
    assert dates(words, "2025-06") == dates(words, "") == []


@pytest.mark.parametrize(
    "words",
    [
        "he may come",
        "they march on",
        "1500 people",
        "at 11:00pm",
        "Flight 2001",
        "a 12-year-old",
        "v. 1.2024",
        "the mayor",
    ],
)
def test_what_only_looks_like_a_date_is_none(words: str) -> None:
    assert dates(words) == []


def test_a_date_says_from_what_it_was_counted_and_keeps_its_words() -> None:
    text = "Talks open on Monday, the ministry said."
    (found,) = find_dates(text, 0, len(text), Issued.of(ABOUT), future=True)
    assert text[found.start : found.end] == "on Monday"
    assert found.basis == "counted from the article's date, about 1 Nov 2024"


def test_a_deadline_says_so_in_its_basis() -> None:
    text = "It is to open by 2027."
    assert find_dates(text, 0, len(text), Issued.of(""))[0].basis == "explicit; it is the deadline"


@given(
    st.text(max_size=40) | st.sampled_from([*EXPLICIT, *COUNTED, *TO_COME]),
    st.dates(min_value=__import__("datetime").date(1700, 1, 1)).map(str)
    | st.sampled_from(["", "2024", "2024-02", "../2024"]),
    st.booleans(),
)
def test_whatever_is_found_is_edtf_in_its_place(words: str, issued: str, future: bool) -> None:
    for one in find_dates(words, 0, len(words), Issued.of(issued), future=future):
        assert edtf.parse(one.date)
        assert words[one.start : one.end].strip()
