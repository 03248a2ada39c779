"""The tags of numbers and years that a base has: of very many numbers in one record, those that a build can take."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import open_base, text_rows
from tests.helpers.fact_files import ACTOR, HEAD, write
from tests.helpers.work import count_calls


def tags(count: int) -> list[str]:
    """The tags of so many numbers of one record."""
    text_rows._number_tags.cache_clear()
    return text_rows._tagged([Decimal(10_007 + 31 * n) for n in range(count)])


def test_of_very_many_numbers_the_first_are_found_by_what_they_round_to_and_all_as_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    all_rounded = tags(40)
    monkeypatch.setattr(text_rows, "MOST_ROUNDED", 10)
    found = tags(40)
    assert set(tags(10)) < set(found) < set(all_rounded)
    assert {f"_q{10_007 + 31 * n}e0" for n in range(40) if (7 + n) % 10} <= set(found)
    assert found == sorted(set(found))


def test_a_number_beyond_those_that_are_rounded_costs_as_little_as_it_is_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(text_rows, "MOST_ROUNDED", 10)

    def further() -> int:
        return count_calls(lambda: tags(200)) - count_calls(lambda: tags(100))

    few = further()
    monkeypatch.setattr(text_rows, "MOST_ROUNDED", 10_000)
    assert 2 * few < further()


def test_a_number_that_an_article_of_many_numbers_has_is_found(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_rows, "MOST_ROUNDED", 10)
    lines = "".join(f"It paid {10_007 + 31 * n:,} euros. " for n in range(40))
    (tmp_path / "a.txt").write_text(f"words. {lines}", encoding="utf-8")
    with closing(open_base(write(tmp_path, HEAD + ACTOR))) as base:
        assert [base.record(hit.n).record.id for hit in search(base, parse("11,216 euros")).hits] == ["s"]


@pytest.fixture
def dated(tmp_path: Path, cache: Path) -> Callable[[str], str]:
    """The years of a base with one event of a date."""

    def years(date: str) -> str:
        facts = "evidence: [{source: s, quote: words}]"
        event = f"events: [{{id: e, kind: k, title: 700 euros, date: {date}, status: happened, {facts}}}]\n"
        with closing(open_base(write(tmp_path, HEAD + event))) as base:
            return str(base.meta["years"])

    return years


@pytest.mark.parametrize(("date", "years"), [("2024", "2024"), ("1999/2001", "1999 2000 2001"), ("1900/2000", "_open")])
def test_the_years_of_a_base_are_those_of_its_dates_and_not_of_its_numbers(
    dated: Callable[[str], str], date: str, years: str
) -> None:
    assert dated(date) == years
