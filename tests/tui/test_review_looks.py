"""What a review looks like in each theme, without colours, and where only ASCII can be shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from eujdef_tui.text.ascii_fallback import stand_in
from tests.helpers.explorer import driven
from tests.helpers.review_screen import reviewing

MARKS = "·✓/!×–▌┃─│┬…“”↓"


@pytest.mark.parametrize("mark", MARKS)
def test_every_mark_has_an_ascii_stand_in_of_one_cell(mark: str) -> None:
    assert len(stand_in(mark)) == 1
    assert stand_in(mark) != "?"


def test_the_states_of_a_draft_differ_in_ascii_too() -> None:
    marks = [stand_in(mark) for mark in "·✓!×/"]
    assert len(set(marks)) == len(marks)


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["dark", "light", "ansi", "mono"])
def test_in_every_theme_what_is_missing_is_underlined_and_the_quote_bold(theme: str, tmp_path: Path) -> None:
    @driven
    async def look() -> None:
        async with reviewing(tmp_path, theme=theme) as at:
            assert at.app.theme == theme
            await at.go("The deal is worth 48")
            assert all(style.underline for style in at.styles("48"))
            assert not any(style.underline for style in at.styles("million kroner"))
            assert all(style.bold for style in at.styles("board chair Torill Haavik told reporters"))
            assert all(style.bold for style in at.styles("48 not in the sentence"))

    look()


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["ansi", "mono"])
def test_without_colours_the_picked_row_is_reversed(theme: str, tmp_path: Path) -> None:
    @driven
    async def look() -> None:
        async with reviewing(tmp_path, theme=theme) as at:
            assert all(style.reverse for style in at.styles("headline"))
            assert not any(style.reverse for style in at.styles("byline"))

    look()
