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
# A text that is checked, with a sentence of each verdict.
CHECKED = {"verify-80x24": (80, 24), "verify-120x36": (120, 36)}
DRAFT = """Good morning, and welcome.

On 20 May 1875 seventeen states signed the Metre Convention in Paris. Japan joined it in 1899.
The orchestra of Vienna played Mahler at the dinner.
"""


@pytest.mark.slow
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_is_the_one_that_was_kept(name: str) -> None:
    @driven
    async def show() -> None:
        size, keys = SCREENS[name]
        async with explorer(size=size, start="") as at:
            await at.press(*keys)
            await at.pilot.pause()
            is_kept(name, at.text)

    show()


@pytest.mark.slow
@pytest.mark.parametrize("name", CHECKED)
def test_a_text_that_is_checked_is_shown_as_it_was_kept(name: str) -> None:
    @driven
    async def show() -> None:
        async with explorer(size=CHECKED[name], start="") as at:
            at.app.check_text(DRAFT, "speech.md")
            await at.pilot.pause()
            await at.settle()
            is_kept(name, at.text)

    show()


def is_kept(name: str, text: str) -> None:
    """Hold a screen against the one that was kept, or keep it."""
    path = KEPT / f"{name}.txt"
    if os.environ.get("EUJDEF_REMAKE"):
        path.write_text(f"{text}\n", encoding="utf-8")
    assert f"{text}\n" == path.read_text(encoding="utf-8")


def test_no_more_screens_are_kept_than_are_compared_and_they_are_fourteen_at_most() -> None:
    assert sorted(path.stem for path in KEPT.iterdir()) == sorted({**SCREENS, **CHECKED})
    assert len(SCREENS) + len(CHECKED) <= 14
