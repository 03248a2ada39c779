"""The list by itself: what it shows in each style, and how it scrolls where statements take two rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import ComposeResult
from textual.pilot import Pilot

from eujdef_tui.present.list_model import Break, BreakKind, ListModel
from eujdef_tui.present.list_row import Cells
from eujdef_tui.tui.app import Explorer
from eujdef_tui.tui.themes import ThemedApp
from eujdef_tui.tui.widgets.line_view import RoleScreen
from eujdef_tui.tui.widgets.record_list import RecordList, RowStyle
from tests.helpers.explorer import driven, explorer
from tests.helpers.places import CORPUS

LONG = "a statement with more words than one row of a terminal of eighty columns can hold, so that it takes two"


class Alone(RoleScreen):
    """A screen with nothing but the list."""

    AUTO_FOCUS = "#pane"

    def __init__(self, rows: Mapping[int, Cells]) -> None:
        super().__init__()
        self.rows = rows
        self.read: list[int] = []

    def cells(self, n: int) -> Cells:
        self.read.append(n)
        return self.rows[n]

    def compose(self) -> ComposeResult:
        yield RecordList(self.cells, id="pane")


class Small(ThemedApp):
    """An app of that screen, with records of these texts, numbered from 1."""

    CSS_PATH = Explorer.CSS_PATH

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        self.texts = texts

    def get_default_screen(self) -> Alone:
        return Alone({n: Cells("“", words, wraps=True) for n, words in enumerate(self.texts, 1)})


def records(pilot: Pilot[None]) -> RecordList:
    return pilot.app.screen.query_one(RecordList)


def shown(pane: RecordList) -> list[str]:
    return [pane.render_line(y).text.rstrip() for y in range(pane.size.height)]


def picked_rows(pane: RecordList) -> list[str]:
    return [row for row in shown(pane) if row.startswith("▌")]


@driven
async def test_nothing_need_be_picked_and_the_first_move_picks_the_first() -> None:
    async with Small(["one", "two"]).run_test(size=(80, 6)) as pilot:
        pane = records(pilot)
        pane.show(ListModel((1, 2)), 0, {}, RowStyle.MIXED)
        assert (pane.picked, picked_rows(pane)) == (0, [])
        for move, by in ((pane.move, 1), (pane.page, 1), (pane.page, -0.5), (pane.move, -1)):
            pane.show(ListModel((2, 1)), 0, {}, RowStyle.MIXED)
            move(by)  # type: ignore[arg-type]
            assert picked_rows(pane) == ["▌ “ two"]


@driven
async def test_statements_take_two_rows_in_a_mixed_list_only_where_all_still_fit() -> None:
    async with Small([LONG, "short", LONG]).run_test(size=(80, 5)) as pilot:
        pane = records(pilot)
        model = ListModel((1, 2, 3))
        pane.show(model, 1, {}, RowStyle.MIXED)
        assert [row[:5] for row in shown(pane)] == ["▌ “ a", "▌   c", "  “ s", "  “ a", "    c"]
        assert pane.lines_wanted(80, 7) == 5
        assert pane.lines_wanted(80, 4) == 3
        assert pane.lines_wanted(200, 7) == 3
        await pilot.resize_terminal(80, 4)
        await pilot.pause()
        assert [row[:5] for row in shown(pane)] == ["▌ “ a", "  “ s", "  “ a", ""]
        pane.show(model, 3, {}, RowStyle.STATEMENTS)
        assert [row[:5] for row in shown(pane)] == ["  “ s", "▌ “ a", "▌   c", ""]
        assert pane.lines_wanted(80, 4) == 4


@driven
async def test_how_many_rows_are_wanted_is_answered_without_reading_more_records_than_that() -> None:
    async with Small([LONG] * 900).run_test(size=(80, 9)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, Alone)
        for style in RowStyle:
            records(pilot).show(ListModel(range(1, 901)), 0, {}, style)
            screen.read.clear()
            assert records(pilot).lines_wanted(80, 7) == 7
            assert len(set(screen.read)) <= 7


@driven
async def test_labels_stand_beside_their_records() -> None:
    async with Small(["one", "two", "three"]).run_test(size=(80, 4)) as pilot:
        pane = records(pilot)
        pane.show(ListModel((3, 1, 2), labels={0: "to come", 1: "10,000+ in all"}), 3, {}, RowStyle.FIRST)
        assert shown(pane)[:3] == ["▌ to come        “ three", "  10,000+ in all “ one", "                 “ two"]
        pane.show(ListModel((3, 1, 2), labels={0: "to come", 1: "4 in all"}), 3, {}, RowStyle.FIRST)
        assert shown(pane)[:3] == ["▌ to come    “ three", "  4 in all   “ one", "             “ two"]


@driven
async def test_records_below_a_rule_are_quiet_and_lines_after_the_last_are_shown() -> None:
    async with Small(["one", "two"]).run_test(size=(80, 6)) as pilot:
        pane = records(pilot)
        rule, hint = Break(0, "nearest", BreakKind.RULE), Break(2, "2024", BreakKind.HINT, "a date")
        pane.show(ListModel((1, 2), [Break(0, "none", BreakKind.TEXT), rule, hint]), 0, {}, RowStyle.MIXED)
        assert [row.split("─")[0].split("  ")[1].strip() for row in shown(pane)[:5]] == [
            "none", "nearest", "“ one", "“ two", "2024",
        ]  # fmt: skip
        assert pane.lines_wanted(80, 9) == 5
        for _ in range(3):
            pane.move(1)
        assert picked_rows(pane) == ["▌ “ two"]


@pytest.mark.counts_lines
@pytest.mark.slow
@settings(deadline=None, max_examples=12)
@given(st.lists(st.booleans(), min_size=1, max_size=40), st.integers(2, 12), st.lists(st.integers(0, 5), max_size=25))
def test_whatever_key_is_pressed_the_picked_record_is_seen_whole(
    longs: list[bool], height: int, keys: list[int]
) -> None:
    texts = [f"{n} {LONG if long else 'short'}" for n, long in enumerate(longs, 1)]

    @driven
    async def press() -> None:
        async with Small(texts).run_test(size=(80, height)) as pilot:
            pane = records(pilot)
            pane.show(ListModel(range(1, len(texts) + 1)), 1, {}, RowStyle.STATEMENTS)
            moves = (
                lambda: pane.move(1), lambda: pane.move(-1), lambda: pane.page(1), lambda: pane.page(-0.5),
                lambda: pane.edge(last=True), lambda: pane.pick(1 + len(texts) // 2),
            )  # fmt: skip
            for key in keys:
                moves[key]()
                rows = picked_rows(pane)
                assert len(rows) == 1 + longs[pane.picked - 1]
                assert rows[0].startswith(f"▌ “ {pane.picked} ")

    press()


@pytest.mark.slow
@driven
async def test_a_statement_whose_second_row_is_out_of_sight_is_cut_in_its_first() -> None:
    async with explorer(CORPUS) as at:
        await at.press("4")
        for _ in range(12):
            rows = at.shown(at.records)
            at_bottom, nth = at.records.in_sight[-1]
            item = at.records.model.item(at_bottom)
            if isinstance(item, int) and nth == 0:
                words = at.records._cells(item).text
                assert words in rows[-1] or "…" in rows[-1]
            await at.press("J")
