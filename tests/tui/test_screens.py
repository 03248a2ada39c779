"""Whole screens, as plain text, beside those in `tests/screens`.

    EUJDEF_REMAKE=1 python -m pytest tests/tui/test_screens.py

writes them anew; read what changed before it is committed.
"""

from __future__ import annotations

import os

import pytest

from tests.helpers.explorer import driven, explorer
from tests.helpers.places import SCREENS as KEPT

# name → size of the terminal, and the keys that lead there from the first screen
SCREENS: dict[str, tuple[tuple[int, int], tuple[str, ...]]] = {
    "first-80x24": ((80, 24), ()),
    "search-80x24": ((80, 24), ("2", "slash", *"kible")),
    "search-120x36": ((120, 36), ("slash", *"kilogram")),
    "search-40x12": ((40, 12), ("slash", *"metre")),
    "timeline-80x24": ((80, 24), ("1",)),
    "tensions-80x24": ((80, 24), ("5",)),
    "statements-80x24": ((80, 24), ("4", "G", "tab", "j")),
    "agreement-80x24": ((80, 24), ("3", "j")),
    "empty-80x24": ((80, 24), ("slash", *"kibel", "space", *"vote")),
    "find-80x24": ((80, 24), ("slash", *"kilogram", "enter", "slash", *"weig", "enter", "n")),
    "sources-200x60": ((200, 60), ("6",)),
    "help-80x24": ((80, 24), ("question_mark",)),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_is_the_one_that_was_kept(name: str) -> None:
    @driven
    async def show() -> None:
        size, keys = SCREENS[name]
        async with explorer(size=size, start="") as at:
            await at.press(*keys)
            await at.pilot.pause()
            shown = at.text + "\n"
        path = KEPT / f"{name}.txt"
        if os.environ.get("EUJDEF_REMAKE"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(shown, encoding="utf-8")
        assert shown == path.read_text(encoding="utf-8")

    show()


def test_no_more_screens_are_kept_than_are_compared_and_they_are_a_dozen_at_most() -> None:
    assert sorted(path.stem for path in KEPT.iterdir()) == sorted(SCREENS)
    assert len(SCREENS) <= 12
