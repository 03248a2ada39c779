"""The explorer in one real terminal: a tmux pane of its own, driven by keys and read by what it shows."""

from __future__ import annotations

import os
import select
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from driver import DAY, METRE, base_of

from eujdef_tui.cite import cite

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

DEADLINE = 20.0  # seconds after which what is waited for is not coming
ROOT = Path(__file__).parent.parent


class Terminal:
    """A shell in a tmux server of its own, with the explorer running in it."""

    def __init__(self, name: str, size: tuple[int, int], cache: Path) -> None:
        self._name = name
        width, height = size
        command = shlex.join([sys.executable, "-m", "eujdef_tui", "-f", str(METRE)])
        script = f"echo the shell before; {command}; echo status $?; exec cat"
        env = {key: value for key, value in os.environ.items() if key not in ("TMUX", "EUJDEF_FILE")}
        env |= {"EUJDEF_CACHE": str(cache), "EUJDEF_TODAY": DAY, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
        geometry = ["-x", str(width), "-y", str(height)]
        self._tmux("new-session", "-d", *geometry, "-c", str(cache), "sh", "-c", script, env=env)
        self.socket = Path(self.ask("socket_path"))

    def _tmux(self, *arguments: str, env: dict[str, str] | None = None) -> str:
        command = ["tmux", "-u", "-L", self._name, "-f", os.devnull, *arguments]
        return subprocess.run(command, env=env, capture_output=True, text=True, check=True, timeout=DEADLINE).stdout

    def ask(self, what: str) -> str:
        """What tmux knows of the pane."""
        return self._tmux("display-message", "-p", f"#{{{what}}}").strip()

    def press(self, *keys: str) -> None:
        """Send keys by the names tmux has for them."""
        self._tmux("send-keys", *keys)

    def resize(self, width: int, height: int) -> None:
        """Give the pane another size."""
        self._tmux("resize-window", "-x", str(width), "-y", str(height))

    def buffer(self) -> str:
        """What was copied last."""
        return self._tmux("show-buffer")

    def text(self) -> str:
        """What the pane shows."""
        return self._tmux("capture-pane", "-p")

    def until(self, shown: Callable[[str], bool]) -> str:
        """What the pane shows once it shows what is waited for."""
        end = time.monotonic() + DEADLINE
        while not shown(text := self.text()):
            assert time.monotonic() < end, f"what was waited for did not come; the screen:\n{text}"
            select.select([], [], [], 0.02)
        return text

    def still(self) -> str:
        """What the pane shows once it shows the same for a while."""
        seen: list[str] = []

        def same(text: str) -> bool:
            seen.append(text)
            return seen[-10:] == [text] * 10

        return self.until(same)

    def line(self, words: str) -> str:
        """The first line with these words, once there is one."""
        return next(line for line in self.until(lambda text: words in text).splitlines() if words in line)

    def close(self) -> None:
        """End the server and all in it."""
        subprocess.run(["tmux", "-L", self._name, "kill-server"], capture_output=True, check=False)
        self.socket.unlink(missing_ok=True)


@pytest.fixture(params=[(80, 24), (120, 36)], ids=["80x24", "120x36"])
def terminal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terminal]:
    """A terminal of either size, open until the test is over."""
    opened = Terminal(f"eujdef-{os.getpid()}-{request.param[0]}", request.param, tmp_path)
    try:
        yield opened
    finally:
        opened.close()


def test_in_a_real_terminal_facts_are_searched_read_copied_and_left_behind(terminal: Terminal) -> None:
    first = terminal.until(lambda text: "? help" in text and "▶┃ On 16 November 2018" in text)
    assert "▌ 16 Nov 2018     ● General Conference votes" in first
    assert terminal.ask("alternate_on") == "1"

    terminal.press("2", "/", *"kible", "Enter", "Enter", "n")
    terminal.line("▌ · Bryan Kibble")
    terminal.line("kible ~1 Kibble")
    terminal.line("━ The Daily Balance, 1 Nov 2024 ━")
    terminal.line("quote 2 of 2")

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


def test_in_a_real_terminal_sizes_change_and_a_spoilt_screen_is_drawn_again(terminal: Terminal) -> None:
    terminal.line("? help")
    terminal.press("k")
    terminal.line("▌ 1988–1992")
    for width, height, shown in [(40, 12, "▌ 1988–1992    ● Third"), (19, 5, "Needs 20×6 or more"), (80, 24, "? help")]:
        terminal.resize(width, height)
        terminal.line(shown)
    terminal.line("▌ 1988–1992       ● Third comparison of the cylinder with its copies")
    whole = terminal.still()

    with Path(terminal.ask("pane_tty")).open("w", encoding="utf-8") as tty:
        tty.write("\x1b[2J\x1b[Hspoilt")
    terminal.line("spoilt")
    terminal.press("C-l")
    terminal.until(lambda text: "spoilt" not in text and "? help" in text)
    assert terminal.still() == whole
    terminal.press("q")
    assert terminal.line("status") == "status 0"
