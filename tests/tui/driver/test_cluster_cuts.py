"""A line is cut between clusters: one on both sides becomes blanks of its width, and all else keeps its cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual._compositor import CompositorUpdate
from textual.strip import Strip

from eujdef_tui.tui.driver.cluster_cuts import cut_between_clusters
from eujdef_tui.tui.driver.screen_buffer import ScreenBuffer
from eujdef_tui.tui.widgets.line_view import between_clusters, width_of
from tests.helpers.explorer import Driver, driven, explorer
from tests.helpers.fact_files import EVENT, HEAD, write
from tests.helpers.long_form import LONG

CLUSTERS = (*"ab ·─é漢🦀🇪", "e\u0301", "漢\u0301", "❤\ufe0f", "1\ufe0f\u20e3", "👩\u200d🔬", "می\u200cخ", "क्\u200dष")
CLUSTERS += ("👍🏽",)
JOINERS = "\u200c\u200d"  # one that is parted from its letter is not sent
JOINED = "👩\u200d🔬漢漢漢漢"  # of which rich 15.0 makes two cells more where it is cut after the third


def cells(text: str) -> list[str]:
    """The cells that a text is drawn in."""
    grid = ScreenBuffer(cell_len(text), 1)
    grid.draw(f"\x1b[1;1H{text}")
    return [character for character, _ in grid.rows[0]]


@settings(max_examples=60 * LONG, deadline=None)
@given(st.lists(st.sampled_from(CLUSTERS), min_size=2, max_size=12).map("".join), st.data())
@example("❤\ufe0f ab", None)
@example("👩\u200d🔬 ab", None)
@example("e\u0301ab", None)
@example(JOINED, None)
@example("می\u200cخ漢می\u200c漢", None)
@example("क्\u200dषa", None)
def test_a_cluster_on_both_sides_of_a_cut_is_blank_and_all_else_keeps_its_cell(
    text: str, data: st.DataObject | None
) -> None:
    cut_between_clusters()
    width, style = cell_len(text), Style(bold=True)
    for cut in range(1, width) if data is None else [data.draw(st.integers(1, width - 1))]:
        line = Strip([Segment(text, style)], width)
        expected = cells(text)
        if not expected[cut]:
            expected[cut - 1] = expected[cut] = " "
            expected[cut - 2] = expected[cut - 2].rstrip(JOINERS) if cut > 1 else expected[cut - 2]
        expected[cut - 1] = expected[cut - 1].rstrip(JOINERS)
        for left, right in (line.divide([cut, width]), (line.crop(0, cut), line.crop(cut, width))):
            assert cells(left.text) + cells(right.text) == expected
            assert (cell_len(left.text), cell_len(right.text)) == (cut, width - cut)
            assert all(segment.style == style for part in (left, right) for segment in part)


@given(st.lists(st.sampled_from(CLUSTERS), min_size=1, max_size=8).map("".join), st.integers(1, 12), st.integers(1, 12))
@settings(max_examples=60 * LONG, deadline=None)
@example("1\ufe0f\u20e3 x", 1, 2)
@example("क्\u200dष", 2, 3)
@example("क्\u0301x", 1, 2)
def test_no_piece_of_a_line_begins_within_a_character(text: str, first: int, second: int) -> None:
    first, second = sorted((first, second))
    pieces = between_clusters([(text[:first], "match"), (text[first:second], "quiet"), (text[second:], "title")])
    assert "".join(part for part, _ in pieces) == text
    assert width_of(pieces) == cell_len(text)


def screen(at: Driver) -> list[list[str]]:
    """The cells of the whole screen, with what stands behind a box."""
    shown, grid = at.app.screen, ScreenBuffer(*at.app.size)
    update = shown._compositor.render_update(full=True, screen_stack=at.app._background_screens)
    assert isinstance(update, CompositorUpdate)
    grid.draw("\x1b[1;1H" + update.render_segments(at.app.console))
    return [[character for character, _ in row] for row in grid.rows]


@pytest.mark.slow  # the whole explorer is driven
@pytest.mark.parametrize("word", ["❤\ufe0f", "1\ufe0f\u20e3", "👩\u200d🔬", "q\u0301", "漢"], ids=ascii)
def test_a_row_that_a_box_cuts_within_a_cluster_keeps_its_cells_beside_the_box(word: str, tmp_path: Path) -> None:
    file = write(tmp_path, f"{HEAD}events: [{{{EVENT.replace('title: E', f'title: {word * 60}')}}}]\n")

    @driven
    async def look() -> None:
        for width in (80, 81):
            async with explorer(file, size=(width, 24)) as at:
                before = screen(at)
                await at.press("c")
                region = at.app.screen.query_one(".box").region
                beside = slice(region.y, region.bottom)
                for was, now in zip(before[beside], screen(at)[beside], strict=True):
                    if not was[region.x]:
                        was[region.x - 1] = " "
                    if not was[region.right]:
                        was[region.right] = " "
                    assert now[: region.x] + now[region.right :] == was[: region.x] + was[region.right :]

    look()
