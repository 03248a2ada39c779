"""`eujdef diff`: what changed between two states of a fact file, fact by fact, with the old and the new values."""

from __future__ import annotations

import argparse
import json
import os
from contextlib import ExitStack
from pathlib import Path

from eujdef_tui.cli.diff_lines import change_lines, comparison_object
from eujdef_tui.cli.exit_codes import CHANGED, SUCCESS
from eujdef_tui.cli.opening import USUAL_PLACES, checked_file, names_fact_file, passed_over
from eujdef_tui.cli.printing import print_line, print_message, print_wrapped
from eujdef_tui.compare.change import counted, counted_words
from eujdef_tui.compare.comparing import compare
from eujdef_tui.compare.states import State, is_path, read_states, state_of_path, state_of_revision
from eujdef_tui.errors import UsageError
from eujdef_tui.system.git_tree import GitTree, named, refuse_option, work_tree
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import clean, one_line

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Print what changed, or one JSON object; 1 where something did, as diff(1) does."""
    alone = options.old is None
    options.old = "HEAD" if alone else options.old
    with ExitStack() as opened:
        states = _Operands(options, opened, alone=alone)
        old, new = states.old(), states.new()
        files = str(old.path), str(new.path)
        if not options.json:
            print_message(f"comparing {one_line(clean(files[0]))} with {one_line(clean(files[1]))}")
        since = _day(options.since) if options.since else states.day
        today = edtf.today()
        read = read_states(old, new, (since, today) if since else None)
    changes = compare(*read, since, today)
    if options.json:
        names = options.old, options.new or str(new.path)
        print_line(json.dumps(comparison_object(*names, files, since, changes, options.most), ensure_ascii=False))
    else:
        print_wrapped(line for change in changes[: options.most] for line in change_lines(change))
        print_message(counted_words(counted(changes)))
        if options.most is not None and len(changes) > options.most:
            print_message(f"and {len(changes) - options.most:,} more changes: -n 0 prints all")
    return CHANGED if changes else SUCCESS


class _Operands:
    """The two operands: a word that names no file is a git revision of the other one, or of the named fact file.

    `day` is that of the commit of the first where it is a revision; else None.
    """

    def __init__(self, options: argparse.Namespace, opened: ExitStack, *, alone: bool) -> None:
        for word in filter(None, (options.old, options.new)):
            refuse_option(word)
        self._alone = alone  # whether nothing was typed, neither a file nor a revision
        self._options = options
        self._by_revision = not all(map(is_path, filter(None, (options.old, options.new))))
        self._opened = opened
        self.day: int | None = None

    def old(self) -> State:
        """The state that is compared."""
        word, other = self._options.old, self._options.new
        if is_path(word):
            return state_of_path(Path(word))
        state, self.day = self._revision(word, Path(other) if other and is_path(other) else None)
        return state

    def new(self) -> State:
        """The state that it is compared with: without a word, the named fact file as it is."""
        word = self._options.new
        if not word:
            return state_of_path(self._fact_file())
        return state_of_path(Path(word)) if is_path(word) else self._revision(word, None)[0]

    def _revision(self, word: str, fact_file: Path | None) -> tuple[State, int]:
        path = fact_file or self._fact_file()
        folder = path if path.is_dir() else path.parent
        tree = self._opened.enter_context(GitTree(os.fspath(folder), word))
        return state_of_revision(tree, path), tree.day

    def _fact_file(self) -> Path:
        """The named fact file, else the one in its usual place: never that of the package.

        Of a revision that is the place in the git tree that is worked in, of a file the one in this folder.
        """
        if names_fact_file(self._options):
            return checked_file(self._options)
        return self._in_git_tree() if self._by_revision else self._beside()

    def _in_git_tree(self) -> Path:
        here, old = Path.cwd(), self._options.old
        top = work_tree(os.fspath(here), None if self._alone else old)
        for name in USUAL_PLACES:
            if (path := Path(top, name)).is_file():
                return path.relative_to(here) if path.is_relative_to(here) else path
        places = " or ".join(USUAL_PLACES)
        message = f"no fact file is named, and {named(top)} has none at {places}"
        message = message if self._alone else f"{named(old)} is no file, {message}"
        raise UsageError(message, "name the fact file: eujdef diff REVISION -f FILE")

    def _beside(self) -> Path:
        old = self._options.old
        if other := passed_over(Path(old)):
            return Path(other)
        message = f"{named(old)} is one fact file, and none is named that it is compared with"
        raise UsageError(
            message, f"name it: eujdef diff {named(old)} NEW; since a commit: eujdef diff HEAD -f {named(old)}"
        )


def _day(text: str) -> int:
    advice = "write it as 2026-11-21"
    try:
        day = edtf.bounds(text)[0]
    except edtf.DateError as error:
        raise UsageError(f"{named(text)} is no date: {error}", advice) from error
    if not 1_01_01 <= day <= 9999_12_31:
        raise UsageError(f"{named(text)} has no first day since the year 1", advice)
    return day
