"""Programs run as people run them: in a process of their own, with what they print and how they end.

ran = eujdef("find", "kibble", "-f", str(METRE))
assert (ran.code, ran.err) == (0, "")

Where coverage is measured, a process measures itself: it imports modules of its own and writes a file when it ends.
A test that looks at either turns that off with COVERAGE_PROCESS_CONFIG="".
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.places import CORPUS, METRE

__all__ = ["CORPUS", "METRE", "Ran", "eujdef", "python", "surroundings"]


@dataclass(frozen=True, slots=True)
class Ran:
    """How a program ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """What it printed on stdout, line by line."""
        return self.out.splitlines()


def eujdef(*arguments: str | bytes, stdin: str | bytes = "", cwd: Path | None = None, **env: str) -> Ran:
    """`eujdef` with these arguments."""
    return _run(["-m", "eujdef_tui", *arguments], stdin, cwd, env)


def python(code: str, *arguments: str, cwd: Path | None = None, **env: str) -> Ran:
    """A Python program given as text."""
    return _run(["-c", code, *arguments], "", cwd, env)


def surroundings() -> dict[str, str]:
    """The environment, with streams buffered as they are unless someone asks otherwise."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


def _run(arguments: list[str | bytes], stdin: str | bytes, cwd: Path | None, env: dict[str, str]) -> Ran:
    given = stdin if isinstance(stdin, bytes) else stdin.encode()
    around = surroundings() | env
    done = subprocess.run(
        [sys.executable, *arguments], input=given, capture_output=True, cwd=cwd, env=around, timeout=60
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
