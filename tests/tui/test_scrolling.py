"""A list with items of different heights: what is picked is seen whole, and no page passes over a record unseen."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.tui.widgets.scrolling import Heights
from tests.helpers.work import count_calls

pytestmark = pytest.mark.slow  # the whole explorer is driven

quick = settings(deadline=None, max_examples=300)
rows = st.integers(2, 12)
lists = st.lists(st.integers(1, 2), min_size=1, max_size=40)


def heights(of: list[int]) -> Heights:
    return Heights(len(of), of.__getitem__)


def whole(seen: list[tuple[int, int]], of: list[int]) -> set[int]:
    """The items of which all rows are seen."""
    return {at for at, _ in seen if sum(at == item for item, _ in seen) == of[at]}


@quick
@given(lists, rows, st.data())
def test_what_is_picked_is_seen_whole_and_the_list_scrolls_no_further_than_it_must(
    of: list[int], size: int, data: st.DataObject
) -> None:
    at, top = (data.draw(st.integers(0, len(of) - 1)) for _ in range(2))
    for above in (False, True):
        shown = heights(of).top_to_show(at, top, size, above=above)
        seen = heights(of).in_sight(shown, size)
        assert at in whole(seen, of)
        assert not above or at == 0 or of[at - 1] + of[at] > size or at - 1 in whole(seen, of)
    start = min(top, heights(of).last_top(size))
    if at in whole(heights(of).in_sight(start, size), of):
        assert heights(of).top_to_show(at, start, size, above=False) == start


@quick
@given(lists, rows, st.integers(0, 39))
def test_no_row_stays_empty_while_there_is_more_to_show(of: list[int], size: int, at: int) -> None:
    shown = heights(of).top_to_show(min(at, len(of) - 1), len(of), size, above=False)
    seen = heights(of).in_sight(shown, size)
    assert len(of) - 1 in whole(heights(of).in_sight(heights(of).last_top(size), size), of)
    assert len(seen) >= min(size - 1, sum(of))  # a row may be left over under the last item of two
    assert shown == 0 or sum(of[shown - 1 :]) > size


def paged(of: list[int], size: int, by: int, at: int, *, down: bool) -> tuple[int, set[int]]:
    """Where a page leads to, and all that was seen whole before it or is after it."""
    top = heights(of).top_to_show(at, 0 if down else len(of), size, above=False)
    there = heights(of).page(at, by, down=down)
    if there == at:  # not even the next one fits: the list goes one further
        there = min(max(at + (1 if down else -1), 0), len(of) - 1)
    after = heights(of).top_to_show(there, top, size, above=False)
    return there, whole(heights(of).in_sight(top, size), of) | whole(heights(of).in_sight(after, size), of)


@quick
@given(lists, rows, st.booleans(), st.data())
def test_a_page_skips_nothing_and_reaches_the_end(of: list[int], size: int, half: bool, data: st.DataObject) -> None:
    by = max(1, size // 2) if half else size
    for down in (True, False):
        at = data.draw(st.integers(0, len(of) - 1))
        for _ in of:
            there, seen = paged(of, size, by, at, down=down)
            assert seen >= set(range(min(at, there), max(at, there) + 1))
            at = there
        assert at == (len(of) - 1 if down else 0)


@quick
@given(lists, rows, st.data())
def test_a_page_back_leads_to_where_the_page_began_or_beyond(of: list[int], size: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(of) - 1))
    below = heights(of).page(at, size, down=True)
    above = heights(of).page(at, size, down=False)
    assert heights(of).page(below, size, down=False) <= at
    assert heights(of).page(above, size, down=True) >= at


@quick
@given(st.integers(1, 40), rows, st.data())
def test_where_all_items_have_one_row_nothing_is_measured_and_the_answers_are_the_same(
    count: int, size: int, data: st.DataObject
) -> None:
    at, top = (data.draw(st.integers(0, count - 1)) for _ in range(2))
    measured, known = heights([1] * count), Heights(count, None)
    assert measured.last_top(size) == known.last_top(size)
    assert measured.in_sight(top, size) == known.in_sight(top, size)
    assert measured.total(size) == known.total(size)
    for flag in (True, False):
        assert measured.page(at, size, down=flag) == known.page(at, size, down=flag)
        assert measured.top_to_show(at, top, size, above=flag) == known.top_to_show(at, top, size, above=flag)


def test_an_empty_list_has_nothing_to_show() -> None:
    for nothing in (Heights(0, None), heights([])):
        assert (nothing.last_top(9), nothing.in_sight(0, 9), nothing.total(9)) == (0, [], 0)


@pytest.mark.counts_lines
def test_of_a_million_items_only_those_around_are_measured() -> None:
    def calls(count: int) -> int:
        asked = Heights(count, lambda at: 1 + at % 2)
        middle = count // 2

        def scroll() -> None:
            asked.top_to_show(middle, 0, 24, above=True)
            asked.page(middle, 24, down=True)
            asked.in_sight(middle, 24)
            asked.total(24)

        return count_calls(scroll)

    assert calls(1_000_000) <= 2 * calls(100)
