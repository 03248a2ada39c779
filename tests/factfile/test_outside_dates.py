"""A date that rests on knowledge from outside the articles is marked at its source, and wherever it is counted on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eujdef_tui.model.glyphs import date_mark
from eujdef_tui.model.parts import parts_of
from eujdef_tui.model.records import Agreement, Event, Milestone, Record, Source, Statement
from eujdef_tui.store import Base, open_base
from tests.helpers.fact_files import write

FILE = """\
schema_version: "1"
title: T
sources:
  - {id: s, type: article, file: a.txt, issued: 2025-07-23~, x-outside: no article gives the day}
  - {id: t, type: article, file: a.txt, issued: 2025-07-23}
events:
  - {id: e, kind: talk, title: E, status: happened, {DATED}}
"""


@pytest.fixture
def marked(tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """What marks the date of an event with these fields; its articles say "Words of 23 July 2025, Wednesday"."""
    bases: list[Base] = []

    def mark(dated: str) -> str:
        (tmp_path / "a.txt").write_text("Words of 23 July 2025, Wednesday", "utf-8")
        bases.append(open_base(write(tmp_path, FILE.replace("{DATED}", dated))))
        record = bases[-1].record(bases[-1].number("e") or 0).record
        assert isinstance(record, Event)
        return record.date_outside

    yield mark
    for base in bases:
        base.close()


@pytest.mark.parametrize(
    ("dated", "counted_from"),
    [
        ("date: 2025-07-23, date_text: Wednesday, evidence: [{source: s, quote: Wednesday}]", "s"),
        ("date: 2025-07-23, date_text: Wednesday, evidence: [{source: t, quote: Wednesday}]", ""),
        ("date: 2025-07-23, evidence: [{source: s, quote: 23 July 2025}]", ""),
        ("date: 2025-07, date_basis: explicit, evidence: [{source: s, quote: Words}]", ""),
        ("date: 2025-07, x-outside: so, evidence: [{source: t, quote: Words}]", "x-outside"),
        ("date: 2025-07, x-outside: its kind, evidence: [{source: t, quote: July 2025}]", ""),
        ("x-outside: its kind, evidence: [{source: s, quote: Words}]", ""),
    ],
)
def test_a_date_that_no_quote_gives_rests_on_the_day_of_its_source(
    marked: Callable[[str], str], dated: str, counted_from: str
) -> None:
    assert marked(dated) == counted_from


def dated_in(record: Record) -> Iterator[tuple[str, str, Event | Statement | Milestone]]:
    """Each date of a record and its steps, the numbers of its quotes, and what has the date."""
    for part in (record, *parts_of(record)):
        if isinstance(part, Event | Statement | Milestone) and part.date:
            yield part.date, " ".join(item.quote for item in part.evidence), part


def test_the_same_day_looks_the_same_wherever_no_article_gives_it(corpus: Base) -> None:
    marks: dict[str, set[str]] = {}
    for record, _ in corpus.plain():
        assert not isinstance(record, Source) or bool(date_mark(record)) == bool(record.issued)
        for date, quotes, dated in dated_in(record):
            year_given = date[:4] in quotes or date[-4:] in quotes
            if not year_given:
                marks.setdefault(date, set()).add(date_mark(dated))
    assert marks["2024-11-01"] == marks["2025-07-23"] == {"†"}
    assert all(found == {"†"} for found in marks.values()), marks


def test_a_reason_is_given_once_at_the_source_and_not_again_at_each_date(corpus: Base) -> None:
    for record, _ in corpus.plain():
        steps = record.milestones if isinstance(record, Agreement) else ()
        for dated in (record, *steps):
            assert "counted" not in dated.x.get("x-outside", "") or isinstance(record, Source)
