"""What makes a benchmark fail: a program that did not answer, or a median over its limit."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

__all__ = ["CONDITIONS", "Verdicts", "cache_bytecode", "fail"]

CONDITIONS = "limits hold on a machine with nothing else to do, two cores or more, the base built, bytecode cached"


def fail(sentence: str) -> NoReturn:
    """End with exit code 1 and a sentence on stderr."""
    sys.exit(f"{Path(sys.argv[0]).name}: {sentence}")


def cache_bytecode(folder: Path) -> None:
    """Have every Python that is started from here keep its bytecode in `folder`.

    Where bytecode may not be written (PYTHONDONTWRITEBYTECODE, a `__pycache__` that belongs to someone else) each start
    compiles all modules anew, which takes longer than all it does after that.
    """
    if sys.dont_write_bytecode:
        print("PYTHONDONTWRITEBYTECODE is lifted for what is measured: with it no limit of a start holds")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)


class Verdicts:
    """Compares figures with their limits and remembers what was over."""

    def __init__(self) -> None:
        self._over: list[str] = []

    def of(self, what: str, figure: float, limit: float) -> str:
        """ "ok", or "OVER" for a figure over its limit."""
        if figure <= limit:
            return "ok"
        self._over.append(f"{what} ({figure:,.4g}, limit {limit:,.4g})")
        return "OVER"

    def end(self) -> None:
        """Print under which conditions the limits hold; end with exit code 1 if any was passed."""
        print(f"\n{CONDITIONS}")
        if self._over:
            fail(f"over the limit: {', '.join(self._over)}")
