"""The mouse: a click picks a record or puts the cursor on a sentence, and the wheel scrolls."""

from __future__ import annotations

import pytest
from textual.events import MouseEvent, MouseScrollDown, MouseScrollUp
from textual.widget import Widget

from tests.helpers.explorer import Driver, driven, explorer

pytestmark = pytest.mark.slow  # the whole explorer is driven


async def click(at: Driver, widget: Widget, y: int, times: int = 1) -> None:
    """Click on line `y` of a widget, and wait until all that follows is done."""
    assert await at.pilot.click(widget, offset=(6, y), times=times)
    await at.settle()


async def wheel(at: Driver, widget: Widget, event: type[MouseEvent]) -> None:
    """Turn the wheel by one notch over a widget."""
    await at.pilot._post_mouse_events([event], widget, offset=(6, 1))
    await at.settle()


def line_with(at: Driver, widget: Widget, text: str) -> int:
    """The one line of a widget that holds a text."""
    (y,) = [y for y, line in enumerate(at.shown(widget)) if text in line]
    return y


@driven
async def test_a_click_picks_the_record_and_shows_its_proof() -> None:
    async with explorer() as at:
        await at.press("2", "enter")
        assert (at.picked, at.place) == ("delambre", "reader")
        await click(at, at.records, line_with(at, at.records, "Bryan Kibble"))
        assert (at.picked, at.place) == ("kibble", "pane")
        assert at.shown(at.records)[line_with(at, at.records, "Bryan Kibble")].startswith("▌")
        assert "Bryan Kibble" in at.bar_text("detail-rule")
        assert at.bar_text("reader-rule").startswith("─ The Daily Balance")


@pytest.mark.counts_lines
@driven
async def test_a_click_on_a_heading_picks_nothing() -> None:
    async with explorer() as at:
        await at.press("2", "j")
        assert at.shown(at.records)[0].strip() == "Person"
        picked = at.picked
        await click(at, at.records, 0)
        assert (at.picked, at.place) == (picked, "pane")


@pytest.mark.counts_lines
@driven
async def test_a_click_below_the_last_record_picks_nothing() -> None:
    async with explorer() as at:
        await at.find("kibble")
        await at.press("enter", "escape", "z")
        assert at.shown(at.records)[-1].strip() == ""
        await click(at, at.records, at.records.size.height - 1)
        assert (at.picked, at.place) == ("kibble", "pane")


@driven
async def test_a_click_on_an_empty_list_picks_nothing() -> None:
    async with explorer() as at:
        await at.find("zzzzzz")
        await click(at, at.records, 0)
        assert (at.picked, at.place) == ("", "pane")


@pytest.mark.counts_lines
@driven
async def test_a_double_click_on_a_record_reads_it() -> None:
    async with explorer() as at:
        await at.press("2")
        await click(at, at.records, line_with(at, at.records, "Bryan Kibble"), times=2)
        assert (at.picked, at.place) == ("kibble", "reader")


@pytest.mark.counts_lines
@driven
async def test_a_click_in_the_reader_puts_the_cursor_on_the_first_sentence_of_the_line() -> None:
    async with explorer(size=(120, 36)) as at:
        for y in (0, at.reader.size.height - 1, 3, 1):
            top = at.reader.scroll_offset.y
            start, end = at.reader.lines.wrapped[top + y]
            here = [n for n, (left, right) in enumerate(at.reader.article.spans) if left < end and right > start]
            await click(at, at.reader, y)
            assert at.place == "reader"
            if here:
                assert at.reader.cursor == here[0]
            assert sum(line.startswith("▶") for line in at.shown(at.reader)) == 1


@pytest.mark.counts_lines
@driven
async def test_the_facts_on_a_clicked_sentence_are_listed() -> None:
    async with explorer() as at:
        await at.press("enter")
        sentence = at.reader.cursor
        await at.press("G")
        assert at.reader.cursor != sentence
        for _ in range(20):
            await at.press("pageup")
            lines = [y for y, line in enumerate(at.shown(at.reader)) if "On 16 November" in line]
            if lines:
                break
        await click(at, at.reader, lines[0])
        assert at.reader.cursor == sentence
        await at.press("enter")
        assert f"─ Facts that rest on sentence {sentence + 1} ─" in at.text


@pytest.mark.parametrize("name", ["records", "reader"])
def test_the_wheel_scrolls_and_moves_no_cursor(name: str) -> None:
    @driven
    async def turn() -> None:
        async with explorer() as at:
            await at.press("g")
            widget = at.records if name == "records" else at.reader
            await at.press(*(["enter", "g"] if name == "reader" else []))
            before = at.picked, at.reader.cursor, at.place
            top = widget.scroll_offset.y
            await wheel(at, widget, MouseScrollDown)
            down = widget.scroll_offset.y
            assert down == top + at.app.scroll_sensitivity_y
            await wheel(at, widget, MouseScrollUp)
            assert widget.scroll_offset.y == top
            assert (at.picked, at.reader.cursor, at.place) == before

    turn()


@driven
async def test_the_wheel_stops_at_both_ends_and_the_cursor_is_shown_by_the_next_key() -> None:
    async with explorer() as at:
        await at.press("g")
        for _ in range(10):
            await wheel(at, at.records, MouseScrollDown)
        assert at.records.scroll_offset.y == at.records.line_count() - at.records.size.height
        assert not any(line.startswith("▌") for line in at.shown(at.records))
        await at.press("j")
        assert at.picked == "signing"
        assert any(line.startswith("▌") for line in at.shown(at.records))
        for _ in range(10):
            await wheel(at, at.records, MouseScrollUp)
        assert at.records.scroll_offset.y == 0


@driven
async def test_a_click_beside_an_overlay_reaches_no_record() -> None:
    async with explorer() as at:
        picked = at.picked
        await at.press("question_mark")
        await at.pilot.click(offset=(10, 5))
        await at.settle()
        assert at.overlay == "Sheet"
        await at.press("escape")
        assert at.picked == picked
