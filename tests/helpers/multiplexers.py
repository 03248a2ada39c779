"""The explorer in a real tmux or screen, each with a server of its own, driven by keys and read by what it shows.

terminal = Tmux("name", (80, 24), folder)
terminal.type("/kible")
terminal.line("Kibble")
terminal.close()
"""

from __future__ import annotations

import os
import select
import shlex
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.helpers.explorer import DAY
from tests.helpers.places import METRE, ROOT
from tests.helpers.pty_session import Session

__all__ = ["Multiplexer", "Screen", "Tmux"]

DEADLINE = 20.0  # seconds after which what is waited for is not coming
UNSET = (
    *("TMUX", "STY", "LINES", "COLUMNS", "LANG", "LC_CTYPE", "SSH_CONNECTION", "NO_COLOR", "COLORTERM", "COLORFGBG"),
    *("EUJDEF_FILE", "EUJDEF_THEME", "EUJDEF_ASCII"),
)


class Multiplexer(ABC):
    """A terminal in which the explorer runs, after a line of the shell's and before its exit status."""

    def __init__(self, folder: Path, fact_file: Path = METRE, /, *options: str, **env: str) -> None:
        command = shlex.join([sys.executable, "-m", "eujdef_tui", "-f", str(fact_file), *options])
        self.script = f"echo the shell before; {command}; echo status $?; exec cat"
        around = {name: value for name, value in os.environ.items() if name not in UNSET}
        around |= {"EUJDEF_CACHE": str(folder), "EUJDEF_TODAY": DAY, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
        self.env: Mapping[str, str] = around | env

    @abstractmethod
    def type(self, text: str) -> None:
        """Type characters."""

    @abstractmethod
    def text(self) -> str:
        """What the terminal shows."""

    @abstractmethod
    def close(self) -> None:
        """End the server and all in it."""

    def until(self, shown: Callable[[str], bool]) -> str:
        """What the terminal shows once it shows what is waited for."""
        end = time.monotonic() + DEADLINE
        while not shown(text := self.text()):
            assert time.monotonic() < end, f"what was waited for did not come; the screen:\n{text}"
            select.select([], [], [], 0.02)
        return text

    def still(self) -> str:
        """What the terminal shows once it shows the same for a while."""
        seen: list[str] = []

        def same(text: str) -> bool:
            seen.append(text)
            return seen[-10:] == [text] * 10

        return self.until(same)

    def line(self, words: str) -> str:
        """The first line with these words, once there is one."""
        return next(line for line in self.until(lambda text: words in text).splitlines() if words in line)


class Tmux(Multiplexer):
    """A tmux server of its own."""

    def __init__(
        self, name: str, size: tuple[int, int], folder: Path, fact_file: Path = METRE, /, *options: str, **env: str
    ) -> None:
        super().__init__(folder, fact_file, *options, **env)
        self._name = name
        geometry = ["-x", str(size[0]), "-y", str(size[1])]
        self._tmux("new-session", "-d", *geometry, "-c", str(folder), "sh", "-c", self.script)
        self.socket = Path(self.ask("socket_path"))

    def _tmux(self, *arguments: str) -> str:
        command = ["tmux", "-u", "-L", self._name, "-f", os.devnull, *arguments]
        done = subprocess.run(command, env=self.env, capture_output=True, text=True, check=True, timeout=DEADLINE)
        return done.stdout

    def ask(self, what: str) -> str:
        """What tmux knows of the pane."""
        return self._tmux("display-message", "-p", f"#{{{what}}}").strip()

    def press(self, *keys: str) -> None:
        """Send keys by the names tmux has for them."""
        self._tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        self._tmux("send-keys", "-l", text)

    def resize(self, width: int, height: int) -> None:
        """Give the pane another size."""
        self._tmux("resize-window", "-x", str(width), "-y", str(height))

    def buffer(self) -> str:
        """What was copied last."""
        return self._tmux("show-buffer")

    def text(self) -> str:
        return self._tmux("capture-pane", "-p")

    def close(self) -> None:
        subprocess.run(["tmux", "-L", self._name, "kill-server"], capture_output=True, check=False)
        self.socket.unlink(missing_ok=True)


class Screen(Multiplexer):
    """A screen of its own, attached to a terminal: what that shows is read. (A hardcopy keeps one byte a character.)"""

    def __init__(self, name: str, size: tuple[int, int], folder: Path, **env: str) -> None:
        sockets = folder / "screen"
        sockets.mkdir(mode=0o700)  # screen will have no other
        super().__init__(folder, SCREENDIR=str(sockets), **env)
        self._name = name
        # What is unset for a test may be set here: "" is as good.
        around = dict.fromkeys(UNSET, "") | dict(self.env)
        self._session = Session(["screen", "-c", os.devnull, "-U", "-S", name, "sh", "-c", self.script], size, **around)

    def type(self, text: str) -> None:
        self._session.type(text.encode())

    def text(self) -> str:
        self._session.read(0.02)
        return "\n".join(line.rstrip() for line in self._session.glass.display)

    def close(self) -> None:
        subprocess.run(["screen", "-S", self._name, "-X", "quit"], env=self.env, capture_output=True, check=False)
        self._session.__exit__(None, None, None)
