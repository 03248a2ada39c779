"""The lines of a list: records, headings and the line of today, found by bisection."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.present.list_model import Break, BreakKind, ListModel, breaks_for
from tests.helpers.work import count_calls

quick = settings(deadline=None, max_examples=150)

ranges = st.builds(lambda first, size: range(first, first + size), st.integers(1, 50), st.integers(0, 40))
kinds = st.sampled_from(BreakKind)
ranked = st.lists(st.integers(1, 200), unique=True, max_size=40)  # hits come best first, in no order of numbers


@st.composite
def listings(draw: st.DrawFn) -> ListModel:
    """A listing with breaks at any of its places, several at one place and after its end among them."""
    numbers: Sequence[int] = draw(ranges | ranked)
    places = draw(st.lists(st.integers(0, len(numbers)), max_size=8))
    return ListModel(numbers, [Break(place, f"h{nth}", draw(kinds)) for nth, place in enumerate(places)])


@pytest.mark.slow
@quick
@given(listings())
def test_every_record_and_every_break_stands_on_one_line(listing: ListModel) -> None:
    lines = [listing.item(line) for line in range(len(listing))]
    assert [item for item in lines if isinstance(item, int)] == list(listing.numbers)
    assert [item for item in lines if isinstance(item, Break)] == list(listing.breaks)


@pytest.mark.slow
@quick
@given(listings())
def test_the_line_of_a_record_holds_that_record(listing: ListModel) -> None:
    for place, n in enumerate(listing.numbers):
        assert listing.item(listing.index(n)) == n
        assert listing.place(n) == place


@pytest.mark.slow
@quick
@given(listings())
def test_a_break_stands_before_the_record_at_its_place(listing: ListModel) -> None:
    lines = [listing.item(line) for line in range(len(listing))]
    for line, item in enumerate(lines):
        if isinstance(item, Break):
            assert sum(isinstance(before, int) for before in lines[:line]) == item.place


@pytest.mark.slow
@quick
@given(listings())
def test_records_below_the_first_rule_are_no_hits(listing: ListModel) -> None:
    under_rule = False
    for at in range(len(listing)):
        item = listing.item(at)
        if isinstance(item, Break):
            under_rule = under_rule or item.kind is BreakKind.RULE
        else:
            assert (listing.place(item) >= listing.ruled_off) == under_rule


@pytest.mark.slow
@quick
@given(listings(), st.integers(201, 300))
def test_a_record_that_is_not_listed_has_no_line_and_no_place(listing: ListModel, n: int) -> None:
    assert (listing.index(n), listing.place(n)) == (-1, -1)


@pytest.mark.slow
@quick
@given(listings(), st.integers(-60, 60), st.data())
def test_a_step_moves_by_records_and_stops_at_the_ends(listing: ListModel, by: int, data: st.DataObject) -> None:
    if not listing.numbers:
        assert listing.step(7, by) == 0
        return
    n = data.draw(st.sampled_from(listing.numbers))
    wanted = min(max(listing.place(n) + by, 0), len(listing.numbers) - 1)
    assert listing.place(listing.step(n, by)) == wanted
    assert listing.step(999, by) == listing.numbers[0]


@pytest.mark.counts_lines
@pytest.mark.slow
@quick
@given(ranges | ranked.map(sorted), st.lists(st.integers(1, 200), unique=True, max_size=10), st.integers(0, 220))
def test_breaks_are_headings_with_records_under_them_and_today(
    numbers: Sequence[int], firsts: list[int], today: int
) -> None:
    headings = [(first, f"from {first}") for first in sorted(firsts)]
    listing = ListModel(numbers, breaks_for(numbers, headings, today))
    under = ""
    for line in range(len(listing)):
        item = listing.item(line)
        if isinstance(item, Break):
            under = under if item.kind is BreakKind.TODAY else item.text
            following = listing.item(line + 1) if line + 1 < len(listing) else None
            assert item.kind is BreakKind.TODAY or not isinstance(following, Break) or following.kind is BreakKind.TODAY
        else:
            reached = [text for first, text in headings if first <= item]
            assert under == (reached[-1] if reached else "")
    todays = [item for item in listing.breaks if item.kind is BreakKind.TODAY]
    assert [item.place for item in todays] == ([bisect_left(numbers, today)] if today and numbers else [])


def test_today_stands_above_the_heading_of_the_year_that_begins_after_it() -> None:
    listing = ListModel(range(1, 3), breaks_for(range(1, 3), [(1, "2025"), (2, "2026")], 2))
    assert [getattr(item, "text", item) for item in map(listing.item, range(5))] == ["2025", 1, "today", "2026", 2]


def test_today_stands_last_where_all_is_past() -> None:
    listing = ListModel(range(1, 3), breaks_for(range(1, 3), [], 3))
    assert listing.item(2) == Break(2, "today", BreakKind.TODAY)


def test_a_list_of_a_million_answers_like_one_of_ten() -> None:
    def calls(size: int) -> int:
        numbers = range(1, size + 1)
        headings = [(first, str(first)) for first in range(1, size + 1, size // 10)]
        listing = ListModel(numbers, breaks_for(numbers, headings, size // 2))

        def answer() -> None:
            for n in range(1, size + 1, size // 10):
                assert listing.item(listing.index(n)) == n
                assert listing.place(listing.step(n, 10**9)) == size - 1

        return count_calls(answer)

    assert calls(1_000_000) <= 2 * calls(10)
