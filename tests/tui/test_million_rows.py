"""A list of a million records: it draws what is on the screen, and a move draws two lines."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.strip import Strip

from eujdef_tui.present.list_model import ListModel, breaks_for
from eujdef_tui.present.list_row import Cells
from eujdef_tui.tui.app import Explorer
from eujdef_tui.tui.themes import ThemedApp
from eujdef_tui.tui.widgets.line_view import RoleScreen
from eujdef_tui.tui.widgets.record_list import RecordList, RowStyle
from tests.helpers.explorer import driven
from tests.helpers.work import count_calls

MANY = 1_000_000
ALL = range(1, MANY + 1)
YEARS = [(first, f"year {first // 1000}") for first in range(1, MANY, 1000)]


class Counted(RecordList):
    """A list that counts the lines it draws and the records it asks for."""

    def __init__(self) -> None:
        super().__init__(self.row, id="pane")
        self.drawn: list[int] = []
        self.asked: list[int] = []

    def row(self, n: int) -> Cells:
        self.asked.append(n)
        return Cells("·", f"record {n}")

    def draw(self, line: int, width: int) -> Strip:
        self.drawn.append(line)
        return super().draw(line, width)


class Alone(RoleScreen):
    """A screen with nothing but the list."""

    AUTO_FOCUS = "#pane"

    def compose(self) -> ComposeResult:
        yield Counted()

    def on_mount(self) -> None:
        listing = ListModel(ALL, breaks_for(ALL, YEARS, MANY // 2))
        self.query_one(Counted).show(listing, 1, {}, RowStyle.MIXED)


class Small(ThemedApp):
    """An app of that screen."""

    CSS_PATH = Explorer.CSS_PATH

    def get_default_screen(self) -> Alone:
        return Alone()


async def settled(pilot: Pilot[None]) -> Counted:
    """The list once it stands still, with its counts at nothing."""
    await pilot.pause()
    await pilot.pause()
    pane = pilot.app.screen.query_one(Counted)
    pane.drawn.clear()
    pane.asked.clear()
    return pane


@driven
async def test_a_move_draws_the_line_that_was_left_and_the_one_that_was_entered() -> None:
    async with Small().run_test(size=(80, 24)) as pilot:
        pane = await settled(pilot)
        for n in range(3, 9):
            pane.pick(n)
            pane = await settled(pilot)
            pane.move(1)
            await pilot.pause()
            assert sorted(pane.drawn) == [n, n + 1]  # a heading stands above all
            assert sorted(pane.asked) == [n, n + 1]


@driven
async def test_nothing_is_drawn_where_nothing_changes() -> None:
    async with Small().run_test(size=(80, 24)) as pilot:
        pane = await settled(pilot)
        pane.move(-1)
        pane.pick(1)
        await pilot.pause()
        assert pane.drawn == []


@driven
async def test_the_ends_of_a_million_records_are_one_page_away() -> None:
    async with Small().run_test(size=(80, 24)) as pilot:
        pane = await settled(pilot)
        for end, picked in ((True, MANY), (False, 1)) * 5:
            pane.edge(last=end)
            strips = [pane.render_line(y) for y in range(24)]
            assert pane.picked == picked
            assert f"▌ · record {picked} " in "\n".join(strip.text for strip in strips)
        assert 0 < len(pane.asked) <= 10 * 24


@driven
async def test_pages_and_jumps_anywhere_ask_for_no_more_than_the_screen_holds() -> None:
    async with Small().run_test(size=(80, 24)) as pilot:
        pane = await settled(pilot)
        for n in (500_000, 3, 999_998, 123_456):
            pane.pick(n)
            pane.page(1)
            pane.page(-0.5)
            pane = await settled(pilot)
            pane.refresh()
            await pilot.pause()
            assert len(set(pane.drawn)) <= 24
            assert pane.picked in pane.asked


@driven
async def test_showing_another_listing_of_a_million_makes_few_calls() -> None:
    async with Small().run_test(size=(80, 24)) as pilot:
        pane = await settled(pilot)
        ranked = list(range(MANY, 0, -7))
        assert count_calls(lambda: pane.show(ListModel(ranked), ranked[-1], {}, RowStyle.MIXED)) < 1000
        assert pane.picked == ranked[-1]
