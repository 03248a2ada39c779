"""The first screen: what is to come, what should have come, what differs, and the sources."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.model.labels import kind_of
from eujdef_tui.model.records import Event
from eujdef_tui.present.first_screen import first_screen
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base
from eujdef_tui.text import edtf
from tests.helpers.explorer import base_of
from tests.helpers.places import CORPUS as FACTS
from tests.helpers.places import METRE
from tests.helpers.work import count_calls

DAY = 2026_11_29
CORPUS = base_of(FACTS)
DIFFERENCES = [row.n for row in CORPUS.rows(CORPUS.span("tensions")) if kind_of(row.record) == "difference"]


def due(base: Base, day: int, *statuses: str, over: bool) -> list[int]:
    """The dated events of these statuses whose last day is over, or is not."""
    events = [(row.n, row.record) for row in base.rows(base.span("timeline"))]
    return [
        n
        for n, event in events
        if isinstance(event, Event) and event.date and event.status in statuses
        if (edtf.bounds(event.date)[1] < day) == over
    ]


def last_day(base: Base, n: int) -> int:
    return edtf.bounds(getattr(base.record(n).record, "date", ""))[1]


def groups(base: Base, day: int, rows: int) -> dict[str, list[int]]:
    """The record numbers under each label of a group."""
    shown = first_screen(base, day, rows)
    found: dict[str, list[int]] = {}
    for place, n in enumerate(shown.numbers):
        if place in shown.groups:
            found[shown.groups[place][0]] = []
        found[list(found)[-1]].append(n)
    return found


def test_eleven_rows_have_two_of_each_group_and_five_sources() -> None:
    shown = first_screen(CORPUS, DAY, 11)
    coming, passed = (
        due(CORPUS, DAY, "planned", "target", over=False),
        due(CORPUS, DAY, "planned", over=True),
    )
    assert shown.labels == {
        0: f"{len(coming)} to come", 1: "is:coming", 2: f"{len(passed)} day passed", 3: "is:passed",
        4: f"{len(DIFFERENCES)} differ", 5: "5 Tensions", 6: "sources",
    }  # fmt: skip
    assert {label: len(found) for label, found in groups(CORPUS, DAY, 11).items()} == {
        "to come": 2, "day passed": 2, "differ": 2, "sources": 5,
    }  # fmt: skip


@pytest.mark.parametrize("base", [CORPUS, base_of(METRE)])
@pytest.mark.parametrize("day", [1700_01_01, 2024_07_01, 2025_06_30, DAY, 2035_12_31, 2999_01_01])
def test_what_is_to_come_stands_soonest_first_and_what_has_passed_latest_first(base: Base, day: int) -> None:
    found = groups(base, day, 1000)
    coming, passed = found.get("to come", []), found.get("day passed", [])
    assert sorted(coming) == due(base, day, "planned", "target", over=False)
    assert sorted(passed) == due(base, day, "planned", over=True)
    assert [last_day(base, n) for n in coming] == sorted(last_day(base, n) for n in coming)
    assert [last_day(base, n) for n in passed] == sorted((last_day(base, n) for n in passed), reverse=True)
    assert base.count_due(day, 1000) == (len(coming), len(passed))
    assert base.count_due(day, 1) == (min(1, len(coming)), min(1, len(passed)))


def test_what_differs_over_things_to_come_stands_before_the_rest() -> None:
    found = groups(CORPUS, DAY, 1000)
    assert sorted(found["differ"]) == DIFFERENCES
    named = [n for n in found["to come"] + found["day passed"] if CORPUS.backlinks(n, "differs")]
    assert found["differ"][0] in CORPUS.backlinks(named[0], "differs")


def test_sources_stand_newest_first_and_undated_ones_last() -> None:
    issued = [CORPUS.record(n).record.issued for n in groups(CORPUS, DAY, 11)["sources"]]  # type: ignore[union-attr]
    assert issued == ["2025-07-23~", "2025-06~", "2024-11-01~", "2024-06-23~", ""]


@pytest.mark.counts_lines
@pytest.mark.slow
@settings(deadline=None, max_examples=60)
@given(st.integers(0, 80))
def test_every_row_that_there_is_is_filled_and_no_group_is_left_out_while_another_has_two(rows: int) -> None:
    shown = first_screen(CORPUS, DAY, rows)
    everything = first_screen(CORPUS, DAY, 1000)
    assert len(shown.numbers) == min(rows, len(everything.numbers))
    assert len(set(shown.numbers)) == len(shown.numbers)
    sizes = [len(found) for found in groups(CORPUS, DAY, rows).values()] if rows else []
    assert max(sizes, default=0) < 2 or len(sizes) == 4


def test_a_group_that_is_shown_whole_says_no_count() -> None:
    labels = set(first_screen(CORPUS, DAY, 1000).labels.values())
    assert labels == {"to come", "day passed", "differ", "sources"}


def test_a_group_of_one_row_says_how_many_it_has() -> None:
    labels = list(first_screen(CORPUS, DAY, 4).labels.values())
    assert [label.lstrip("0123456789 ") for label in labels] == ["to come", "day passed", "differ", "sources"]
    assert all(label[0].isdigit() for label in labels)


def test_the_query_below_a_group_lists_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EUJDEF_TODAY", edtf.iso_day(DAY))
    shown = first_screen(CORPUS, DAY, 11)
    for first, (_, total) in shown.groups.items():
        query = shown.labels.get(first + 1, "")
        if query.startswith("is:"):
            found = search(CORPUS, parse(query))
            assert f"{found.total}" == total
            assert set(shown.numbers[first : first + 2]) <= {hit.n for hit in found.hits}


def test_no_more_events_are_read_than_there_are_rows() -> None:
    assert count_calls(lambda: first_screen(CORPUS, DAY, 11)) < 1500
