"""The tags of numbers and years that a base has: of very many numbers in one record, those that a build can take."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from eujdef_tui.model import file_reader
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import open_base
from tests.helpers.fact_files import ACTOR, HEAD, write


def test_a_number_that_an_article_of_many_numbers_has_is_found(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_reader, "MOST_ROUNDED", 10)
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
