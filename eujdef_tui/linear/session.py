"""Read lines and answer them, until they end: the loop of the linear mode.

Nothing that is written steers a terminal: no cursor is moved, no colour set, nothing is drawn. A line that comes from a
file or a pipe is written behind the prompt, so that a log has both sides.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TextIO

from eujdef_tui.errors import BaseFileError
from eujdef_tui.linear.explorer import LinearExplorer, Opening
from eujdef_tui.linear.keyboard import typed_lines
from eujdef_tui.linear.program import answer, changed, opening_lines
from eujdef_tui.linear.speech import voiced, wrapped
from eujdef_tui.store import Base

__all__ = ["LONGEST", "PROMPT", "run"]

PROMPT = "> "
LONGEST = 1000  # characters of a line, as many as the search line of the screen takes
INTERRUPTED = 130  # exit code after ctrl+c: 128 + SIGINT


class _Voice:
    """Writes lines, wrapped to the width of the terminal; a file or pipe gets them whole."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self.last: list[str] = []

    def say(self, lines: Iterable[str], *, kept: bool = True) -> None:
        """Write lines as they come; those that are `kept` can be said again."""
        said: list[str] = []
        for line in lines:
            shown = voiced(line).replace("\n", " ").rstrip()
            said.append(shown)
            self._out.writelines(f"{piece}\n" for piece in wrapped(shown, self._width()))
        if kept:
            self.last = said
        self._out.flush()

    def prompt(self) -> None:
        """Write the prompt, in front of the line that is typed or read."""
        self._out.write(PROMPT)
        self._out.flush()

    def _width(self) -> int | None:
        if not self._out.isatty():
            return None
        try:
            return os.get_terminal_size(self._out.fileno()).columns or None
        except OSError:
            return None


def run(
    base: Base,
    stdin: TextIO,
    out: TextIO,
    opening: Opening,
    query: str = "",
    repair: Callable[[Exception], Base] | None = None,
) -> int:
    """Answer lines until they end. Returns the exit code: 0, or 130 after ctrl+c twice.

    Where the base turns out to be damaged, its questions are asked of the one that `repair` returns.
    """
    to, voice = LinearExplorer(base, opening), _Voice(out)
    with typed_lines(stdin) as typed:
        repair = _open(to, voice, query, repair)
        interrupted = False
        while not to.ended:
            try:
                voice.prompt()
                line = _next_line(typed)
                if line is None:
                    voice.say([""], kept=False)
                    break
                interrupted = False
                if not typed.isatty():
                    voice.say([line], kept=False)
                repair = _answer(to, voice, line, repair)
            except KeyboardInterrupt:
                if interrupted:
                    to.save()
                    return INTERRUPTED
                interrupted = True
                voice.say(["", "Dropped. Control C again quits."], kept=False)
    to.save()
    return 0


def _open(
    to: LinearExplorer, voice: _Voice, query: str, repair: Callable[[Exception], Base] | None
) -> Callable[[Exception], Base] | None:
    """Say what is open, and answer the first query. Returns what can still repair the base."""
    try:
        voice.say(opening_lines(to, query))
    except BaseFileError as error:
        _mend(to, error, repair)
        voice.say(["The base was damaged and has been built anew."], kept=False)
        voice.say(opening_lines(to, query))
        return None
    return repair


def _mend(to: LinearExplorer, error: BaseFileError, repair: Callable[[Exception], Base] | None) -> None:
    """Answer from a base that is built in place of the damaged one. Raises the error where nobody can build it."""
    if repair is None:
        raise error
    to.open(repair(error), list(to.marks.values()))


def _next_line(stdin: TextIO) -> str | None:
    """Read a line, None at the end; of one that is too long only the beginning, with what follows left unread."""
    line = stdin.readline(LONGEST + 1)
    if not line:
        return None
    while len(line) > LONGEST and not line.endswith("\n"):
        if not (rest := stdin.readline(LONGEST)) or rest.endswith("\n"):
            break
    return voiced(line.rstrip("\n"))


def _answer(
    to: LinearExplorer, voice: _Voice, line: str, repair: Callable[[Exception], Base] | None
) -> Callable[[Exception], Base] | None:
    """Say the answer to a line, and save. Returns what can still repair the base."""
    voice.say(changed(to), kept=False)
    if len(line) > LONGEST:
        voice.say([f"This line is longer than {LONGEST:,} letters: ask for less at a time."])
        return repair
    if line.strip() == "again":
        voice.say(voice.last or ["Nothing was said yet: type a name or a word."])
        return repair
    try:
        voice.say(answer(to, line))
    except BaseFileError as error:
        _mend(to, error, repair)
        voice.say(["The base was damaged and has been built anew: ask again."])
        return None
    to.save()
    return repair
