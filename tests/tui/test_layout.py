"""The layout: how panes stand at each size, how high they are, and which tabs are named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.present.views import ALL, SCREEN_VIEWS
from eujdef_tui.tui.layout import BARS, Arrangement, arrangement, footer, heights, list_cap, tabs

SIZES = st.tuples(st.integers(1, 300), st.integers(1, 100))
NO_COUNTS = dict.fromkeys(SCREEN_VIEWS, "9")
KALLAS = dict(zip(SCREEN_VIEWS, ("23", "4", "1", "", "17", "1", ""), strict=True))


@pytest.mark.parametrize(
    ("size", "stands"),
    [
        ((80, 24), "stacked"), ((99, 30), "stacked"), ((100, 30), "across"), ((120, 36), "across"),
        ((159, 60), "across"), ((160, 48), "columns"), ((200, 60), "columns"), ((40, 12), "single"),
        ((59, 24), "single"), ((80, 15), "single"), ((20, 6), "single"), ((19, 24), "tiny"), ((80, 5), "tiny"),
    ],
)  # fmt: skip
def test_panes_stand_as_the_size_allows(size: tuple[int, int], stands: str) -> None:
    assert arrangement(*size).value == stands


@pytest.mark.parametrize(
    ("view", "searched", "lines", "of_list", "of_sheet", "of_proof"),
    [
        (ALL, True, 23, 7, 4, 8),
        (ALL, True, 1, 1, 4, 14),
        (ALL, False, 11, 11, 3, 5),
        ("timeline", False, 66, 9, 3, 7),
        ("tensions", False, 51, 7, 6, 6),
        ("statements", True, 30, 7, 4, 8),
    ],
)
def test_at_80_by_24_rows_go_to_what_is_there(
    view: str, searched: bool, lines: int, of_list: int, of_sheet: int, of_proof: int
) -> None:
    rows = heights(80, 24, view, lines, searched=searched)
    assert rows == (of_list, of_sheet)
    assert 24 - BARS - of_list - of_sheet - 2 == of_proof  # two rules; the time axis takes one row of the proof


def test_under_60_by_16_the_list_has_four_rows_over_the_proof() -> None:
    assert heights(40, 12, ALL, 23, searched=True) == (4, None)
    assert heights(20, 6, ALL, 23, searched=True) == (1, None)


def test_a_word_that_says_how_things_are_now_is_never_left_out_of_the_footer() -> None:
    def words(place: str, width: int, **said: str) -> str:
        return "".join(text for text, _ in footer(place, width, said=said)[0])

    assert words("find", 80, zoom="zoom out").endswith(" z zoom out  ")
    for place in ("pane", "reader", "detail"):
        for width in (40, 60, 80):
            assert "z zoom out" in words(place, width, zoom="zoom out"), (place, width)
    assert words("pane", 80).startswith(" / search")


def test_a_note_over_the_list_takes_its_rows_from_the_list_alone() -> None:
    assert heights(80, 24, ALL, 23, searched=True, notice=2) == (5, 4)
    assert heights(40, 12, ALL, 23, searched=True, notice=1) == (3, None)
    assert heights(120, 36, ALL, 23, searched=True, notice=3) == (11, None)
    assert heights(20, 6, ALL, 23, searched=True, notice=1) == (2, None), "a rule over no proof tells nothing"


def test_across_the_list_takes_at_most_four_tenths_of_the_rows() -> None:
    assert heights(120, 36, ALL, 23, searched=True) == (14, None)
    assert heights(120, 36, ALL, 3, searched=True) == (3, None)


@given(SIZES, st.sampled_from(SCREEN_VIEWS), st.integers(0, 200), st.booleans())
def test_the_proof_has_room_at_every_size(size: tuple[int, int], view: str, lines: int, searched: bool) -> None:
    rows = heights(*size, view, lines, searched=searched)
    shape = arrangement(*size)
    if shape in (Arrangement.TINY, Arrangement.COLUMNS):
        assert rows == (None, None)
        return
    assert rows.list is not None
    assert 1 <= rows.list <= list_cap(*size, view, searched=searched)
    rules = 2 if rows.sheet else 1
    assert size[1] - BARS - rows.list - (rows.sheet or 0) - rules >= 1


def tab_words(counts: dict[str, str], view: str, width: int, *, searched: bool) -> str:
    return "".join(text for text, _ in tabs(counts, view, width, searched=searched, focused=True))


def test_tabs_name_keys_while_nothing_is_typed_and_counts_with_a_query() -> None:
    assert tab_words(NO_COUNTS, ALL, 80, searched=False).rstrip() == (
        " 0 All  1 Timeline  2 Actors  3 Agreements  4 Statements  5 Tensions  6 Sources"
    )
    assert tab_words(KALLAS, ALL, 80, searched=True).rstrip() == (
        " All 23  Timeline 4  Actors 1  Agreements  Statements 17  Tensions 1  Sources"
    )
    assert tab_words(KALLAS, ALL, 120, searched=True).rstrip() == (
        " All 23   Timeline 4   Actors 1   Agreements   Statements 17   Tensions 1   Sources"
    )


def test_where_not_all_tabs_fit_the_one_that_tab_leads_to_is_named_too() -> None:
    assert tab_words(KALLAS, ALL, 40, searched=True) == " All 23   tab: Timeline 4"
    assert tab_words(KALLAS, "tensions", 40, searched=True) == " Tensions 1   tab: All 23"
    assert tab_words(NO_COUNTS, "sources", 40, searched=False) == " 6 Sources   ]: 0 All"


@given(
    st.sampled_from(SCREEN_VIEWS),
    st.integers(40, 300),
    st.booleans(),
    st.lists(st.integers(0, 10**6), min_size=7, max_size=7),
)
def test_tabs_fit_and_the_picked_one_alone_stands_on_the_ground_of_the_focus(
    view: str, width: int, searched: bool, counts: list[int]
) -> None:
    counted = {name: f"{count:,}" if count else "" for name, count in zip(SCREEN_VIEWS, counts, strict=True)}
    pieces = tabs(counted, view, width, searched=searched, focused=True)
    assert sum(len(text) for text, _ in pieces) <= width
    assert view in "".join(text for text, roles in pieces if "here" in roles).lower()
