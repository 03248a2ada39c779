"""Real terminals to compare two streams of bytes in: libvterm, xterm.js, tmux and screen.

Each takes, step by step, what was sent as a difference and the same screen drawn whole, into two terminals of its own,
and tells the cells that differ.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any, Protocol

from eujdef_tui.tui.driver.sgr import DEFAULT_STYLE, CellStyle, apply_sgr
from eujdef_tui.tui.driver.tty import ENTER
from tests.helpers.pty_session import Session
from tests.helpers.terminal_screen import differences

__all__ = ["ENGINES", "Engine"]

XTERM = Path(__file__).parent / "xterm"
NODE_MODULES = os.environ.get("EUJDEF_NODE_MODULES", str(XTERM / "node_modules"))
DEADLINE = 20.0  # seconds


class Engine(Protocol):
    """Two terminals of one kind."""

    erases_to_background: bool  # terminfo's bce

    def differing(self, difference: str, whole: str) -> list[Any]:
        """Feed each its own text; return the cells, or lines, in which they then differ."""

    def close(self) -> None:
        """End both."""


# --- libvterm: the terminals of nvim and vim ---


class _Place(ctypes.Structure):
    _fields_ = [("row", ctypes.c_int), ("col", ctypes.c_int)]


class _Cell(ctypes.Structure):
    """VTermScreenCell of libvterm 0.1; its bit fields are compared as one number."""

    _fields_ = [
        ("chars", ctypes.c_uint32 * 6),
        ("width", ctypes.c_char),
        ("attributes", ctypes.c_uint32),
        ("foreground", ctypes.c_ubyte * 4),
        ("background", ctypes.c_ubyte * 4),
        ("room", ctypes.c_ubyte * 16),
    ]


RIGHT_HALF = 0xFFFFFFFF  # of a wide character
BOLD_AND_ITALIC = 0b1001  # bits of the attributes that do not show in a space


class LibVTerm:
    """libvterm, in this process."""

    erases_to_background = True

    def __init__(self, size: tuple[int, int], folder: Path) -> None:
        name = ctypes.util.find_library("vterm") or "libvterm.so.0"
        self._size, self._library = size, ctypes.CDLL(name)
        for function in ("vterm_new", "vterm_obtain_screen"):
            getattr(self._library, function).restype = ctypes.c_void_p
        self._terminals = [self._made(*size) for _ in range(2)]

    def _made(self, width: int, height: int) -> tuple[ctypes.c_void_p, ctypes.c_void_p]:
        terminal = ctypes.c_void_p(self._library.vterm_new(height, width))
        self._library.vterm_set_utf8(terminal, 1)
        screen = ctypes.c_void_p(self._library.vterm_obtain_screen(terminal))
        self._library.vterm_screen_enable_altscreen(screen, 1)
        self._library.vterm_screen_reset(screen, 1)
        self._feed(terminal, ENTER)
        return terminal, screen

    def _feed(self, terminal: ctypes.c_void_p, text: str) -> None:
        data = text.encode()
        self._library.vterm_input_write(terminal, data, ctypes.c_size_t(len(data)))

    def _grid(self, screen: ctypes.c_void_p) -> Iterator[tuple[Any, ...]]:
        width, height = self._size
        cell = _Cell()
        get, place = self._library.vterm_screen_get_cell, _Place()
        for place.row in range(height):
            for place.col in range(width):
                get(screen, place, ctypes.byref(cell))
                if cell.chars[0] == RIGHT_HALF:  # it keeps the colours of what was there before, which do not show
                    yield place.row, place.col, RIGHT_HALF
                    continue
                characters = "".join(map(chr, takewhile(lambda code: 0 < code <= 0x10FFFF, cell.chars))) or " "
                blank = characters == " " and not cell.attributes & ~BOLD_AND_ITALIC
                ink = () if blank else (cell.attributes, bytes(cell.foreground))
                yield place.row, place.col, characters, cell.width, bytes(cell.background), ink

    def differing(self, difference: str, whole: str) -> list[Any]:
        for (terminal, _), text in zip(self._terminals, (difference, whole), strict=True):
            self._feed(terminal, text)
        grids = [self._grid(screen) for _, screen in self._terminals]
        return [pair for pair in zip(*grids, strict=True) if pair[0] != pair[1]]

    def close(self) -> None:
        for terminal, _ in self._terminals:
            self._library.vterm_free(terminal)


# --- xterm.js: the terminals of VS Code and of the web ---


class XtermJs:
    """`@xterm/headless`, in a process of node."""

    erases_to_background = True

    def __init__(self, size: tuple[int, int], folder: Path) -> None:
        command = ["node", str(XTERM / "differences.js"), NODE_MODULES, *map(str, size)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.differing(ENTER, ENTER) == []

    def differing(self, difference: str, whole: str) -> list[Any]:
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps([difference, whole]), file=self._process.stdin, flush=True)
        found: list[Any] = json.loads(self._process.stdout.readline())
        return found

    def close(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


# --- tmux and screen ---

# Runs inside: writes what comes through one pipe to the terminal, and answers through another once the terminal has
# answered a question (DSR) that follows it, and so has shown it.
PLAYER = """
import os, sys, tty
tty.setraw(0)
told, heard = sys.argv[1:]
with open(told, "rb") as texts, open(heard, "wb", buffering=0) as answers:
    while size := texts.readline():
        data = texts.read(int(size)) + b"\\x1b[5n"
        while data:
            data = data[os.write(1, data):]
        answer = b""
        while not answer.endswith(b"\\x1b[0n"):
            answer += os.read(0, 100)
        os.write(1, b"\\a")
        answers.write(b".")
"""


class Played:
    """A terminal with the player in it."""

    def __init__(self, folder: Path, name: str) -> None:
        self._pipes = [folder / f"{name}-told", folder / f"{name}-heard"]
        for pipe in self._pipes:
            os.mkfifo(pipe)
        script = folder / "player.py"
        script.write_text(PLAYER, encoding="utf-8")
        self.command = [sys.executable, "-S", str(script), *map(str, self._pipes)]

    def open(self) -> None:
        """Wait for the player."""
        self._told = self._pipes[0].open("wb", buffering=0)
        self._heard = self._pipes[1].open("rb", buffering=0)

    def play(self, text: str) -> None:
        """Show a text, and return once it is shown."""
        data = text.encode()
        message = b"%d\n%s" % (len(data), data)
        threading.Thread(target=self._told.write, args=(message,)).start()
        assert self._heard.read(1) == b"."

    def close(self) -> None:
        """End the player."""
        self._told.close()
        self._heard.close()


class Tmux:
    """tmux: two windows of one server, whose cells are captured."""

    erases_to_background = True

    def __init__(self, size: tuple[int, int], folder: Path) -> None:
        self._tmux = ["tmux", "-u", "-S", str(folder / "tmux"), "-f", os.devnull]
        self._players = [Played(folder, f"tmux{n}") for n in range(2)]
        geometry = ["-x", str(size[0]), "-y", str(size[1])]
        for player, verb in zip(self._players, (["new-session", "-d", *geometry], ["new-window", "-d"]), strict=True):
            self._ask(*verb, *player.command)
            player.open()
            player.play(ENTER)

    def _ask(self, *arguments: str) -> str:
        env = os.environ | {"LC_ALL": "C.UTF-8", "TMUX": ""}
        done = subprocess.run(
            [*self._tmux, *arguments], env=env, capture_output=True, text=True, check=True, timeout=DEADLINE
        )
        return done.stdout

    def differing(self, difference: str, whole: str) -> list[Any]:
        for player, text in zip(self._players, (difference, whole), strict=True):
            player.play(text)
        both = self._ask(*"capture-pane -peNt :0 ; display-message -p -- --- ; capture-pane -peNt :1".split())
        one, _, other = both.partition("---\n")
        lines = zip(_styled(one), _styled(other), strict=True) if one != other else ()
        return [(y, pair) for y, pair in enumerate(lines) if pair[0] != pair[1]]

    def close(self) -> None:
        subprocess.run([*self._tmux, "kill-server"], capture_output=True, check=False)
        for player in self._players:
            player.close()


def _styled(captured: str) -> list[list[tuple[str, CellStyle]]]:
    """Return the characters of each captured line with their styles, a space with what shows in it.

    Spaces at the end are left out, since tmux does not capture cells that were erased and not written.
    """
    style, lines = DEFAULT_STYLE, []
    for line in captured.splitlines():
        cells = []
        for codes, character in re.findall(r"\x1b\[([\d;:]*)m|([^\x1b])", line):
            if character:
                cells.append((character, style.of_space if character == " " else style))
            else:
                style = apply_sgr(style, codes.replace(":", ";"))
        while cells and cells[-1][0] == " " and cells[-1][1].blank:
            cells.pop()
        lines.append(cells)
    return lines


class Screen:
    """screen: two of them, each attached to a terminal that shows its cells. A bell tells that it has shown a text."""

    erases_to_background = False

    def __init__(self, size: tuple[int, int], folder: Path) -> None:
        self._sockets = folder / "screen"
        self._sockets.mkdir(mode=0o700)  # screen will have no other
        configured = folder / "screenrc"
        configured.write_text("vbell off\n", encoding="utf-8")
        self._players = [Played(folder, f"screen{n}") for n in range(2)]
        self._sessions = [
            Session(
                ["screen", "-c", str(configured), "-U", "-S", f"eujdef-{os.getpid()}-{n}", *player.command],
                size,
                LC_ALL="C.UTF-8",
                SCREENDIR=str(self._sockets),
            )
            for n, player in enumerate(self._players)
        ]
        for player, session in zip(self._players, self._sessions, strict=True):
            player.open()
            self._show(player, session, ENTER)

    def _show(self, player: Played, session: Session, text: str) -> None:
        threading.Thread(target=player.play, args=(text,)).start()
        self._await(session, b"\a")

    def _await(self, session: Session, data: bytes) -> None:
        read = b""
        while data not in read:
            more = session.read(DEADLINE)
            assert more, "screen shows nothing more"
            read += more

    def _redisplay(self, player: Played, session: Session) -> None:
        """Have screen draw its cells on a cleared terminal: the two may disagree on widths, too."""
        session.type(b"\x01l")
        self._await(session, b"\x1b[2J")
        self._show(player, session, "")

    def differing(self, difference: str, whole: str) -> list[Any]:
        for player, session, text in zip(self._players, self._sessions, (difference, whole), strict=True):
            self._show(player, session, text)
        glasses = [session.glass for session in self._sessions]
        if not list(differences(*glasses)):
            return []
        for player, session in zip(self._players, self._sessions, strict=True):
            self._redisplay(player, session)
        return list(differences(*glasses))

    def close(self) -> None:
        for n, (player, session) in enumerate(zip(self._players, self._sessions, strict=True)):
            player.close()
            command = ["screen", "-S", f"eujdef-{os.getpid()}-{n}", "-X", "quit"]
            env = os.environ | {"SCREENDIR": str(self._sockets)}
            subprocess.run(command, env=env, capture_output=True, check=False)
            session.__exit__(None, None, None)


def _has_libvterm() -> bool:
    try:
        ctypes.CDLL(ctypes.util.find_library("vterm") or "libvterm.so.0")
    except OSError:
        return False
    return True


# Each engine, and whether it is there.
ENGINES: dict[str, tuple[type[LibVTerm | XtermJs | Tmux | Screen], bool]] = {
    "libvterm": (LibVTerm, _has_libvterm()),
    "xterm.js": (XtermJs, bool(shutil.which("node")) and Path(NODE_MODULES, "@xterm", "headless").exists()),
    "tmux": (Tmux, bool(shutil.which("tmux"))),
    "screen": (Screen, bool(shutil.which("screen"))),
}
