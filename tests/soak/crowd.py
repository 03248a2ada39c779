"""Many explorers open at once while the fact file changes and its base is rebuilt, and people type in all of them."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.helpers.places import METRE
from tests.helpers.pty_session import Session
from tests.soak.trials import Tried

__all__ = ["try_crowd"]

PATIENCE = 30.0  # seconds that a key may take
# Each changes the screen, whatever is shown: the first letters of names, and what takes them away again.
WORDS = (b"/kibble", b"/delambre", b"/bureau", b"/metre", b"/kilogram")
ERRORS = ("Traceback", "An error was met", "Error:")


def try_crowd(seed: int, explorers: int = 40, rebuilds: int = 4, typing: float = 60.0) -> Tried:
    """Open explorers, type in them by turns for so many seconds, change the file meanwhile, and quit them all."""
    chance, tried = Random(f"crowd {seed}"), Tried()
    with TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        shutil.copytree(METRE.parent / "articles", folder / "facts" / "articles")
        facts = Path(shutil.copy(METRE, folder / "facts"))
        around = {"EUJDEF_CACHE": f"{folder}/cache", "EUJDEF_STATE": f"{folder}/state", "LC_ALL": "C.UTF-8"}
        command = [sys.executable, "-m", "eujdef_tui", "-f", str(facts)]
        sessions = [stack.enter_context(Session(command, (80, 24), **around)) for _ in range(explorers)]
        for session in sessions:
            _await(session, "? help", tried, f"seed {seed}")
        tried.counts["explorers"] += explorers
        _type(chance, tried, sessions, _Rebuilds(facts, around, rebuilds, typing), typing)
        for nth, session in enumerate(sessions):
            session.settle(0.05)
            shown = "\n".join(session.glass.display)
            tried.faults += [f"seed {seed}: explorer {nth} shows {error}" for error in ERRORS if error in shown]
            session.type(b"\x1b")
            session.settle(0.3)
            session.type(b"\x1b\x1b\x1b\x1b")
            session.settle(0.3)
            session.type(b"q")
        for nth, session in enumerate(sessions):
            code, _ = session.await_end()
            if code:
                said = session.seen.decode("utf-8", "replace")[-400:]
                tried.faults.append(f"seed {seed}: explorer {nth} ended with {code}: {said}")
    return tried


def _await(session: Session, words: str, tried: Tried, what: str) -> None:
    end = time.monotonic() + 120  # many start at once on few processors
    while words not in "\n".join(session.glass.display):
        if time.monotonic() > end or session.process.poll() is not None:
            tried.faults.append(f"{what}: an explorer does not show {words!r}")
            return
        session.read(0.05)


class _Rebuilds:
    """Changes of the fact file, spread over the time of typing, with a `find` after each, which builds its base."""

    def __init__(self, facts: Path, around: dict[str, str], count: int, seconds: float) -> None:
        self._facts, self._around, self._count, self._every = facts, os.environ | around, count, seconds / count
        self._running: list[subprocess.Popen[bytes]] = []

    def begin_if_due(self, passed: float) -> None:
        """Change the file and begin to build its base, if the time for the next has come."""
        nth = len(self._running)
        if nth < self._count and passed >= nth * self._every:
            _retitle(self._facts, f"Edition {nth - 1}" if nth else "The metre and the kilogram", f"Edition {nth}")
            find = [sys.executable, "-m", "eujdef_tui", "-f", str(self._facts), "find", "kibble"]
            self._running.append(
                subprocess.Popen(find, env=self._around, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            )

    def end(self, tried: Tried) -> None:
        """Wait for all, and tell which failed."""
        for process in self._running:
            _, said = process.communicate(timeout=120)
            tried.counts["rebuilds"] += 1
            if process.returncode or said:
                tried.faults.append(f"a rebuild ends with {process.returncode}: {said.decode()[-300:]}")


def _type(chance: Random, tried: Tried, sessions: list[Session], rebuilds: _Rebuilds, seconds: float) -> None:
    """Type letter by letter, each time in another explorer; each letter must be answered."""
    begun = time.monotonic()
    pending = dict.fromkeys(range(len(sessions)), b"")
    while (passed := time.monotonic() - begun) < seconds:
        rebuilds.begin_if_due(passed)
        nth = chance.randrange(len(sessions))
        pending[nth] = pending[nth] or b"\x15" + chance.choice(WORDS) + b"\x1b"
        key, pending[nth] = pending[nth][:1], pending[nth][1:]
        _press(tried, sessions[nth], nth, key)
    rebuilds.end(tried)


def _press(tried: Tried, session: Session, nth: int, key: bytes) -> None:
    """Press a key, and wait for the first byte of what it shows. Some show nothing new: ^u on an empty line."""
    if session.process.poll() is not None:
        return
    session.settle(0)
    begun = time.perf_counter()
    session.type(key)
    tried.counts["keys"] += 1
    wait = 0.1 if key in b"\x15\x1b/" else PATIENCE
    if select.select([session.far], [], [], wait)[0]:
        tried.measure("slowest key, s", time.perf_counter() - begun)
        session.read(0)
    elif wait == PATIENCE:
        tried.faults.append(f"explorer {nth} does not answer {key!r} within {PATIENCE:.0f} s")


def _retitle(facts: Path, before: str, title: str) -> None:
    """Give the fact file another title, and a new name at once, as an editor does."""
    text = facts.read_text(encoding="utf-8")
    beside = facts.with_suffix(".new")
    beside.write_text(text.replace(f"title: {before}", f"title: {title}"), encoding="utf-8")
    beside.replace(facts)
