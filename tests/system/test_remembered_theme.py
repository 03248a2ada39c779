"""The theme chosen last begins the next start, where the terminal can show it and nothing else is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from eujdef_tui.system.remembered_theme import first_theme, remember_theme
from eujdef_tui.system.terminal_capabilities import ALL
from tests.helpers.explorer import driven, explorer


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EUJDEF_STATE", str(tmp_path / "state"))
    return tmp_path / "state"


def test_the_theme_chosen_last_comes_first() -> None:
    assert first_theme({}, ALL) == "dark"
    remember_theme("light")
    assert first_theme({}, ALL) == "light"
    remember_theme("mono")
    assert first_theme({}, 256) == "mono"


@pytest.mark.parametrize(
    ("env", "colours", "name"),
    [({"EUJDEF_THEME": "dark"}, ALL, "dark"), ({"NO_COLOR": "1"}, ALL, "mono"), ({}, 16, "ansi"), ({}, 0, "mono")],
)
def test_what_the_environment_or_the_terminal_asks_for_goes_before_it(
    env: dict[str, str], colours: int, name: str
) -> None:
    remember_theme("light")
    assert first_theme(env, colours) == name


@pytest.mark.parametrize("content", [b"", b"pink", b"\xff\xfe", b"light" * 100])
def test_a_damaged_file_is_ignored(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / "theme").write_bytes(content)
    assert first_theme({}, ALL) == "dark"


def test_where_nothing_can_be_written_nothing_is_remembered(folder: Path) -> None:
    folder.write_text("a file in the way")
    remember_theme("light")
    assert first_theme({}, ALL) == "dark"


@pytest.mark.counts_lines
@pytest.mark.slow
@driven
async def test_a_theme_chosen_in_the_explorer_is_remembered_but_not_on_a_shared_box(folder: Path) -> None:
    for kiosk in (True, False):
        async with explorer(kiosk=kiosk, state=folder) as at:
            at.app.search_themes()
            await at.settle()
            for description in ("light words on a dark ground", "no colours: weight, lines and reverse"):
                assert await at.shows(description)  # whole: the names beside them are short
            await at.press("g", "j", "enter")
            assert at.app.theme == "light"
        assert (folder / "theme").exists() is not kiosk
