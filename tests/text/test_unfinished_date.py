"""While a date is typed, each of its beginnings may become one, and other words may not."""

from __future__ import annotations

import pytest

from eujdef_tui.text.date_input import from_words
from eujdef_tui.text.unfinished_date import may_become_date
from tests.text.test_date_input import TYPED


@pytest.mark.parametrize(
    "date",
    [
        "2024", "1875-05-20", "2024-11", "nov 2024", "2 nov 2024", "20 May 1875", "november 3 2024", "early 2026",
        "before nov 2024", "between 2024 and 2026", "last november", "1.11.2024", "~2024", "spring 2025", "today",
        "1-3 nov 2024", "2024-11/2024-12", "1999-12-31", "q3 2024", "the 1960s", "2024?", "../2035", "2024-11-01/..",
    ],
)  # fmt: skip
def test_each_beginning_of_a_date_may_become_one(date: str) -> None:
    assert from_words(date)
    assert [date[:end] for end in range(1, len(date) + 1) if not may_become_date(date[:end])] == []


@pytest.mark.parametrize("spellings", [line.partition(": ")[2] for line in TYPED])
def test_each_beginning_of_what_a_person_types_for_a_date_may_become_one(spellings: str) -> None:
    for date in filter(from_words, map(str.strip, spellings.split(";"))):
        assert [date[:end] for end in range(1, len(date) + 1) if not may_become_date(date[:end])] == []


@pytest.mark.parametrize("words", ["", " ", "soon", "kallas", "20244-", "2024-11-32", "99 nov", "nov kallas", "9 no 2"])
def test_other_words_never_become_a_date(words: str) -> None:
    assert not may_become_date(words)
