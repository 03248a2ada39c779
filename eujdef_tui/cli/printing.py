"""Print on stdout and stderr. The only module of the program that calls `print`.

Data goes to stdout; errors, advice and counts go to stderr.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import suppress

from eujdef_tui.errors import EujdefError, FactFileError, QueryError
from eujdef_tui.text.unicode import clean

__all__ = ["print_error", "print_line", "print_message", "print_wrapped"]


def print_line(line: str) -> None:
    """Print a line on stdout."""
    print(line)


def print_message(line: str) -> None:
    """Print a line on stderr. A stderr that cannot be written never changes the exit code."""
    with suppress(OSError):
        print(line, file=sys.stderr)


def print_error(error: EujdefError) -> None:
    """Print an error on stderr: the problems of a fact file, the message with its column, and the advice."""
    for problem in error.problems if isinstance(error, FactFileError) else ():
        print_message(clean(str(problem)))
    place = f"column {error.column + 1}: " if isinstance(error, QueryError) else ""
    print_message(f"eujdef: {place}{clean(str(error))}")
    if error.advice:
        print_message(f"    {clean(error.advice)}")


def print_wrapped(lines: Iterable[tuple[str, int]]) -> None:
    """Print (line, indent) pairs on stdout.

    On a terminal a line is wrapped at its width, and its continuation lines are indented. A pipe or file gets the
    lines whole.
    """
    if not sys.stdout.isatty():
        for line, _ in lines:
            print_line(line)
        return
    from shutil import get_terminal_size

    from eujdef_tui.text.wrap import wrap

    width = get_terminal_size().columns
    for line, indent in lines:
        first, *_ = wrap(line, width)
        print_line(line[slice(*first)].rstrip())
        for start, end in wrap(line, max(width - indent, width // 2), first[1]) if first[1] < len(line) else ():
            print_line(" " * indent + line[start:end].rstrip())
