"""Errors and problems: each has a place, a message, and advice on the next step.

The exceptions of the package:

    EujdefError                                         exit code
    ├── QueryError         a query that cannot be understood       2
    ├── FactFileError      a fact file that is missing or invalid  3
    ├── BaseFileError      a base that cannot be read or written   3
    ├── ArticleError       an article that cannot be drafted       2
    ├── UsageError         what cannot be done as it was asked     2
    ├── MissingExtraError  a package that is not installed         2
    ├── NothingChosenError no record that could be written         1
    ├── OutsideError       an outside command that gives no draft  1
    └── GivenUpError       a search that was cancelled             1

Nothing else is raised on purpose; any other exception that escapes is a bug.
"""

from __future__ import annotations

from collections.abc import Iterable

from eujdef_tui.named_tuple import NamedTuple

__all__ = [
    "ArticleError",
    "BaseFileError",
    "EujdefError",
    "FactFileError",
    "GivenUpError",
    "MissingExtraError",
    "NothingChosenError",
    "OutsideError",
    "Place",
    "Problem",
    "QueryError",
    "UsageError",
]


class Place(NamedTuple):
    """Where in a file: `path` as the user named it, `line` and `column` from 1 (0: the whole file)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        path = " ".join(self.path.split("\n"))  # a name may have a line break
        return f"{path}:{self.line}:{self.column}" if self.line else path


class Problem(NamedTuple):
    """One thing that is wrong: where, which rule says so, what is wrong, and what to do about it.

    `level` is "error" (the file cannot be used), "evidence" (a quote that does not hold) or "warning".
    """

    place: Place
    rule: str
    message: str
    advice: str
    level: str = "error"

    def __str__(self) -> str:
        # Both may quote the file, line ends included. (`text.unicode.one_line` stands above this module.)
        message, advice = (" ".join(words.split()) for words in (self.message, self.advice))
        return f"{self.place}: {self.level}: {message} [{self.rule}]\n    {advice}"


class EujdefError(Exception):
    """The base class of all errors of the package: `advice` is the next step, `exit_code` the exit status."""

    exit_code = 1

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


class QueryError(EujdefError):
    """A query that cannot be understood.

    `column` counts code points from 0 in the typed text; `nearest` is the field that may have been meant.
    """

    exit_code = 2

    def __init__(self, message: str, advice: str = "", column: int = 0, nearest: str = "") -> None:
        super().__init__(message, advice)
        self.column = column
        self.nearest = nearest


class FactFileError(EujdefError):
    """A fact file that is missing or invalid, with every problem found in it, in order of place."""

    exit_code = 3

    def __init__(self, message: str, advice: str = "", problems: Iterable[Problem] = ()) -> None:
        super().__init__(message, advice)
        self.problems = tuple(sorted(problems))


class BaseFileError(EujdefError):
    """A compiled base that cannot be opened, read or written."""

    exit_code = 3


class ArticleError(EujdefError):
    """An article that cannot be read, or has no text to draft."""

    exit_code = 2


class UsageError(EujdefError):
    """What cannot be done as it was asked: a file that cannot be written to, a check of a base."""

    exit_code = 2


class MissingExtraError(EujdefError):
    """A package that only an extra of ours brings, and that is not installed."""

    exit_code = 2


class NothingChosenError(EujdefError):
    """An export or brief of no record: nothing matches, or nothing is marked."""


class OutsideError(EujdefError):
    """An outside command (`draft --with`) that failed, took too long, or gave no draft."""


class GivenUpError(EujdefError):
    """A query of a base that was cancelled before it was answered (see `Base.interrupt`)."""


def problem_words(error: EujdefError) -> str:
    """What is wrong with a fact file in one line: its first problem, and how many there are."""
    if not isinstance(error, FactFileError) or not error.problems:
        return f"{error}; {error.advice}" if error.advice else str(error)
    first, more = error.problems[0], len(error.problems) - 1
    return f"{first.place}: {first.message}{f' and {more:,} more: eujdef check' if more else ''}"
