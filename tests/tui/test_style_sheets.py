"""What the first screen does not need of the style sheets is read when it is needed, and once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.explorer import Driver, driven, explorer

pytestmark = pytest.mark.slow  # the whole explorer is driven


def read(at: Driver) -> list[str]:
    """The sheets of ours that were read, in order."""
    return [Path(path).name for path, part in at.app.stylesheet.source if not part]


def test_the_first_screen_at_80x24_reads_one_sheet() -> None:
    @driven
    async def open_it() -> None:
        async with explorer(start="") as at:
            assert read(at) == ["app.tcss"]
            await at.press("1")
            assert read(at) == ["app.tcss"]

    open_it()


@pytest.mark.parametrize("size", [(120, 36), (200, 60), (40, 12)], ids="{0[0]}x{0[1]}".format)
def test_other_sizes_have_a_sheet_of_their_own(size: tuple[int, int]) -> None:
    @driven
    async def open_it() -> None:
        async with explorer(size=size) as at:
            assert sorted(read(at)) == ["app.tcss", "arrangements.tcss"]
            await at.resize(80, 24)
            await at.resize(*size)
            assert sorted(read(at)) == ["app.tcss", "arrangements.tcss"]

    open_it()


def test_a_pane_alone_is_styled_as_it_is_at_a_start_of_that_size() -> None:
    @driven
    async def zoom() -> None:
        async with explorer() as at:
            await at.press("z")
            assert read(at) == ["app.tcss", "arrangements.tcss"]
            assert not at.main.query_one("#fact").display

    zoom()


def test_a_box_is_styled_however_often_it_opens() -> None:
    @driven
    async def ask() -> None:
        async with explorer() as at:
            for _ in range(2):
                await at.press("question_mark")
                assert read(at) == ["app.tcss", "boxes.tcss"]
                assert at.app.screen.query_one(".box").size.width == 72
                await at.press("escape")

    ask()


@pytest.mark.parametrize("theme", ["ansi", "mono"])
def test_the_terminal_s_own_colours_have_a_sheet_of_their_own_at_the_start_and_later(theme: str) -> None:
    @driven
    async def choose() -> None:
        async with explorer(theme=theme) as at:
            assert sorted(read(at)) == ["ansi.tcss", "app.tcss"]
            picked = at.main.role_style("text picked")
        async with explorer() as at:
            at.app.theme = theme
            await at.settle()
            assert sorted(read(at)) == ["ansi.tcss", "app.tcss"]
            assert at.main.role_style("text picked") == picked
            assert picked.reverse

    choose()
