"""In real terminals a difference shows what drawing the whole screen shows, whatever widths they give to characters."""

from __future__ import annotations

from pathlib import Path

import pytest

from eujdef_tui.tui.driver.screen_buffer import ScreenBuffer
from tests.helpers.engines import ENGINES
from tests.helpers.recorded_frames import SIZE, recorded, sent

pytestmark = pytest.mark.slow  # real terminals

SEED, KEYS = 20261129, 200


@pytest.fixture(scope="module")
def screens() -> list[tuple[str, ScreenBuffer]]:
    """The explorer's screen after each of so many random keys."""
    return recorded(SEED, KEYS)


@pytest.mark.parametrize("name", ENGINES)
def test_after_every_key_the_screen_is_what_drawing_it_whole_shows(
    name: str, screens: list[tuple[str, ScreenBuffer]], tmp_path: Path
) -> None:
    kind, there = ENGINES[name]
    if not there:
        pytest.skip(f"{name} is not installed: tests/README.md says how")
    engine = kind(SIZE, tmp_path)
    try:
        for nth, step in enumerate(sent(screens, erases_to_background=engine.erases_to_background)):
            found = engine.differing(step.difference, step.whole)
            assert not found, (SEED, nth, [key for key, _ in screens[: nth + 1]][-8:], len(found), found[:4])
    finally:
        engine.close()
