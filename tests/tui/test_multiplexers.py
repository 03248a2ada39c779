"""What a real tmux and a real screen show is what is kept in `tests/screens`, and never rubble."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eujdef_tui.text.ascii_fallback import fitted
from tests.helpers.multiplexers import Multiplexer, Screen, Tmux
from tests.helpers.places import SCREENS

pytestmark = pytest.mark.slow  # real tmux and screen

# The name of a kept screen, and what is typed to get there.
KEPT = {"first-80x24": "", "timeline-80x24": "1", "search-80x24": "2/kible"}

Opened = Callable[..., Multiplexer]


@pytest.fixture(params=[Tmux, Screen], ids=["tmux", "screen"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opened]:
    """Opens a terminal of one kind, with an environment; it is closed after the test."""
    kind = request.param
    if shutil.which(kind.__name__.lower()) is None:
        pytest.skip(f"{kind.__name__.lower()} is not installed")
    made: list[Multiplexer] = []

    def make(**env: str) -> Multiplexer:
        made.append(kind(f"eujdef-kept-{os.getpid()}", (80, 24), tmp_path, **env))
        return made[-1]

    yield make
    for terminal in made:
        terminal.close()


def kept(name: str) -> str:
    return (SCREENS / f"{name}.txt").read_text(encoding="utf-8")


def shown(terminal: Multiplexer, wanted: str) -> str:
    """The screen once it is the wanted one, or else once it is still."""
    terminal.line("? help")
    last = wanted.rstrip("\n").splitlines()[0]
    terminal.until(lambda text: last in text)
    text = terminal.still()
    return text.rstrip("\n") + "\n"


@pytest.mark.parametrize("name", KEPT)
def test_the_screen_is_the_one_that_was_kept(name: str, opened: Opened) -> None:
    terminal = opened()
    terminal.line("? help")
    terminal.type(KEPT[name])
    assert shown(terminal, kept(name)) == kept(name)


@pytest.mark.parametrize("env", [{"LC_ALL": "en_US.ISO-8859-1"}, {"EUJDEF_ASCII": "1"}], ids=["locale", "asked"])
def test_where_there_is_no_utf_8_it_is_the_same_in_ascii(env: dict[str, str], opened: Opened) -> None:
    terminal = opened(**env)
    terminal.line("? help")
    terminal.type(KEPT["timeline-80x24"])
    plain = "\n".join("".join(fitted(char, 1) for char in line) for line in kept("timeline-80x24").split("\n"))
    assert plain.isascii()
    assert shown(terminal, plain) == plain


def test_a_lone_escape_acts_without_a_further_key(opened: Opened) -> None:
    terminal = opened()
    terminal.line("? help")
    terminal.type(KEPT["search-80x24"])
    terminal.line("kible ~ Kibble")
    terminal.type("\x1b")
    terminal.until(lambda text: "kible ~ Kibble" not in text and "? help" in text)


def test_the_shell_comes_back_to_a_screen_that_holds_nothing_of_the_explorer(opened: Opened) -> None:
    terminal = opened()
    terminal.line("? help")
    terminal.type("q")
    assert terminal.line("status").strip() == "status 0"
    assert set(terminal.still().split("\n")) <= {"the shell before", "status 0", ""}
