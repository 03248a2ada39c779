"""The explorer in one real terminal: a tmux pane of its own, driven by keys and read by what it shows."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from eujdef_tui.export.citation import cite
from tests.helpers.explorer import base_of
from tests.helpers.multiplexers import Tmux
from tests.helpers.places import METRE

pytestmark = [pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed"), pytest.mark.slow]


@pytest.fixture(params=[(80, 24), (120, 36)], ids=["80x24", "120x36"])
def terminal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Tmux]:
    """A terminal of either size, open until the test is over."""
    opened = Tmux(f"eujdef-{os.getpid()}-{request.param[0]}", request.param, tmp_path)
    try:
        yield opened
    finally:
        opened.close()


def test_in_a_real_terminal_facts_are_searched_read_copied_and_left_behind(terminal: Tmux) -> None:
    terminal.until(
        lambda text: all(
            words in text
            for words in ("? help", "▌ to come    ○ Redefinition of the second", "▶┃ More than sixty states")
        )
    )
    assert terminal.ask("alternate_on") == "1"

    terminal.press("3", "/", *"kible", "Enter", "n")
    terminal.line("▌ @ Bryan Kibble")
    terminal.line("kible ~ Kibble")
    terminal.line("─ The Daily Balance, 1 Nov 2024 ─")
    terminal.line("✓ verbatim · 2 of 2 ─")

    terminal.press("Y")
    terminal.until(lambda text: "markdown: " in text and "tmux" in text)
    base = base_of(METRE)
    assert terminal.buffer() == cite(base, base.number("kibble") or 0, "markdown")

    terminal.press("q")
    after = terminal.line("status")
    assert after == "status 0"
    assert terminal.text().split("\n")[:2] == ["the shell before", "status 0"]
    assert terminal.ask("alternate_on") == "0"
    assert terminal.ask("cursor_flag") == "1"
    assert [terminal.ask(f"mouse_{kind}_flag") for kind in ("any", "button", "standard", "sgr")] == ["0"] * 4


def test_in_a_real_terminal_sizes_change_and_a_spoilt_screen_is_drawn_again(terminal: Tmux) -> None:
    terminal.line("? help")
    terminal.press("1", "k")
    terminal.line("▌1988–1992")
    for width, height, shown in [
        (40, 12, "▌1988–1992       ● Third"),
        (19, 5, "Needs 20×6 or more"),
        (80, 24, "? help"),
    ]:
        terminal.resize(width, height)
        terminal.line(shown)
    terminal.line("▌1988–1992       ● Third comparison of the cylinder with its copies")
    whole = terminal.still()

    with Path(terminal.ask("pane_tty")).open("w", encoding="utf-8") as tty:
        tty.write("\x1b[2J\x1b[Hspoilt")
    terminal.line("spoilt")
    terminal.press("C-l")
    terminal.until(lambda text: "spoilt" not in text and "? help" in text)
    assert terminal.still() == whole
    terminal.press("q")
    assert terminal.line("status") == "status 0"
