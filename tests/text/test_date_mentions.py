"""Dates that a text mentions, and whether a given date may be one of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.text import edtf
from eujdef_tui.text.date_mentions import absolute_spans, mentions, near_years
from eujdef_tui.text.mentioned_days import MentionedDays

ISSUED = (20250723, 20250723)  # a Wednesday


def agrees(words: str, day: str, issued: tuple[int, int] | None = ISSUED) -> list[bool | None]:
    """For each date that the words mention: whether it may be the day."""
    return [MentionedDays((mention,)).may_be(*edtf.bounds(day), issued) for mention in mentions(words)]


@pytest.mark.parametrize(
    ("words", "right", "wrong"),
    [
        ("on 18 March 2025", "2025-03-18", "2025-03-19"), ("March 18, 2025", "2025-03", "2025-04"),
        ("on 18 March", "2025-03-18", "2025-03-17"), ("11–13 February 2026", "2026-02-12", "2026-02-14"),
        ("from 11 to 13 February", "2025-02-11/2025-02-13", "2025-02-15"), ("last November", "2024-11", "2025-11"),
        ("next May", "2026-05", "2025-05"), ("in November 2024", "2024-11-30", "2024-12-01"),
        ("on Friday", "2025-07-18", "2025-07-19"), ("Wednesday", "2025-07-23", "2025-07-22"),
        ("yesterday", "2025-07-22", "2025-07-12"), ("last week", "2025-07-15", "2025-06-15"),
        ("next year", "2026", "2027"), ("early next year", "2026-33", "2025"),
        ("two weeks ago", "2025-07-09", "2025-05"),
        ("in three years", "2028", "2031"), ("by 2035", "2035", "2036"), ("mid-2026", "2026", "2025"),
        ("the 2030s", "2034", "2029"), ("in 2024-25", "2025", "2026"), ("before 2027", "2026", "2024"),
        ("after 9 May 2025", "2025-05-20", "2025-07-20"), ("summer 2024", "2024-22", "2023"),
        ("2025-07-23", "2025-07-23", "2025-07-24"),
    ],
)  # fmt: skip
def test_a_date_may_be_what_the_words_say_or_not(words: str, right: str, wrong: str) -> None:
    assert agrees(words, right) == [True]
    assert agrees(words, wrong) == [False]


@pytest.mark.parametrize(
    "words",
    [
        "He may come",
        "They march on",
        "2,000 euros",
        "2000 tonnes",
        "the 1999ers",
        "No. 12",
        "",
        "flight 123",
        "Mayor",
        "€2024",
    ],
)
def test_other_words_are_no_dates(words: str) -> None:
    assert list(mentions(words)) == []


@pytest.mark.parametrize("issued", [None, (-99991231, 20250101), (20250101, 10**14)])
def test_words_that_are_counted_from_an_unknown_day_say_nothing(issued: tuple[int, int] | None) -> None:
    assert agrees("on Friday", "2025-07-18", issued) == [None]
    assert agrees("on 18 March", "2025-03-18", issued) == [True]
    assert agrees("on 18 March", "2025-03-19", issued) == [False]
    assert agrees("on 18 March", "../2025", issued) == [None]


def test_the_years_of_words_without_one_are_the_nearest() -> None:
    (mention,) = mentions("last December")
    assert near_years(mention, ISSUED) == {2024}


@given(st.dates(date(1100, 1, 1), date(2099, 12, 31)), st.integers(-300, 300))
def test_a_day_as_it_is_written_is_that_day_alone(day: date, away: int) -> None:
    other = day + timedelta(away)
    for words in (f"{day.day} {day:%B} {day.year}", f"on {day:%B} {day.day}, {day.year}", f"{day.isoformat()}"):
        assert agrees(words, other.isoformat()) == [away == 0]


@given(st.text(st.sampled_from("0123456789 -–/mayMarchfridlst,. in20"), max_size=60))
def test_any_text_is_read(words: str) -> None:
    for mention in mentions(words):
        assert MentionedDays((mention,)).may_be(20250101, 20251231, ISSUED) in (True, False, None)
        assert MentionedDays((mention,)).may_be(20250101, 20251231, None) in (True, False, None)


WORDS = ["on 18 March", "in March", "Friday", "last week", "March 2024", "2024", "in 2025-26", "before May 2024"]


@given(
    st.lists(st.sampled_from(WORDS), max_size=4),
    st.sampled_from(["2024-03-18", "2025-03", "2025", "2023-12", "../2025", "2024-05-03/2025-01-01"]),
    st.sampled_from([ISSUED, None]),
)
def test_a_date_may_be_one_of_several_where_it_may_be_any_of_them(
    words: list[str], day: str, issued: tuple[int, int] | None
) -> None:
    text = "; ".join(words)
    alone = {one for one in agrees(text, day, issued) if one is not None}
    assert MentionedDays(mentions(text)).may_be(*edtf.bounds(day), issued) == (any(alone) if alone else None)


def test_what_a_date_means_whenever_it_was_written_is_worked_out_once() -> None:
    day, week = mentions("On 18 March 2025 and last week.")
    assert absolute_spans(day) == day.spans(None) == [(20250318, 20250318)]
    assert absolute_spans(day) is absolute_spans(next(mentions("On 18 March 2025")))
    assert absolute_spans(week) == []
