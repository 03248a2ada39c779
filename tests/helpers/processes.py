"""Run programs as people run them, in a process of their own, and return what they print and their exit code.

ran = eujdef("find", "kibble", "-f", str(METRE))
assert (ran.code, ran.err) == (0, "")

Where coverage is measured, a process measures itself: it imports modules of its own and writes a file when it ends.
A test that looks at either turns that off with COVERAGE_PROCESS_CONFIG="".
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.places import CORPUS, METRE

__all__ = ["CORPUS", "METRE", "Ran", "eujdef", "python", "surroundings"]


@dataclass(frozen=True, slots=True)
class Ran:
    """The exit code of a program, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines printed on stdout."""
        return self.out.splitlines()


def eujdef(
    *arguments: str | bytes,
    stdin: str | bytes = "",
    cwd: Path | None = None,
    env: Mapping[str, str] = {},
    **variables: str,
) -> Ran:
    """Run `eujdef` with these arguments. `env` and `variables` are added to the environment."""
    return _run(["-m", "eujdef_tui", *arguments], stdin, cwd, {**env, **variables})


def python(code: str, *arguments: str, cwd: Path | None = None, env: Mapping[str, str] = {}, **variables: str) -> Ran:
    """Run a Python program given as text."""
    return _run(["-c", code, *arguments], "", cwd, {**env, **variables})


def surroundings() -> dict[str, str]:
    """Return the environment without PYTHONUNBUFFERED: the streams of the program are buffered as by default."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


def _run(arguments: list[str | bytes], stdin: str | bytes, cwd: Path | None, env: Mapping[str, str]) -> Ran:
    given = stdin if isinstance(stdin, bytes) else stdin.encode()
    around = {**surroundings(), **env}
    done = subprocess.run(
        [sys.executable, *arguments], input=given, capture_output=True, cwd=cwd, env=around, timeout=60
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
