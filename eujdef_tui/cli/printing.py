"""Print on stdout and stderr. The only module of the program that calls `print`.

Data goes to stdout; errors, advice and counts go to stderr.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress

from eujdef_tui.errors import EujdefError, FactFileError, Problem, QueryError
from eujdef_tui.text.unicode import clean, one_line

__all__ = ["print_error", "print_line", "print_message", "print_problems", "print_wrapped"]

MOST_PROBLEMS = 100  # that are printed: what is wrong with a file is seldom mended all at once


def print_line(line: str) -> None:
    """Print a line on stdout."""
    print(line)


def print_message(line: str) -> None:
    """Print a line on stderr. A stderr that cannot be written never changes the exit code."""
    with suppress(OSError):
        print(line, file=sys.stderr)


def print_error(error: EujdefError) -> None:
    """Print an error on stderr: the problems of a fact file, the message with its column, and the advice."""
    print_problems(error.problems if isinstance(error, FactFileError) else (), print_message)
    place = f"column {error.column + 1}: " if isinstance(error, QueryError) else ""
    print_message(f"eujdef: {place}{one_line(clean(str(error)))}")
    if error.advice:
        print_message(f"    {clean(error.advice)}")


def print_problems(problems: Sequence[Problem], put: Callable[[str], None]) -> None:
    """Print the first MOST_PROBLEMS problems by `put`, and how many of each level remain."""
    for problem in problems[:MOST_PROBLEMS]:
        put(clean(str(problem)))
    if remaining := Counter(problem.level for problem in problems[MOST_PROBLEMS:]):
        levels = ", ".join(f"{count:,} {level}" for level, count in remaining.items())
        put(f"and {remaining.total():,} more: {levels}")


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
