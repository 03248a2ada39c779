"""`eujdef diff`: what changed between two states of a fact file, fact by fact, with the old and the new values."""

from __future__ import annotations

import argparse
import json
import os
from contextlib import ExitStack
from pathlib import Path

from eujdef_tui.cli.diff_lines import change_lines, comparison_object
from eujdef_tui.cli.exit_codes import CHANGED, SUCCESS
from eujdef_tui.cli.opening import checked_file
from eujdef_tui.cli.printing import print_line, print_message, print_wrapped
from eujdef_tui.compare.change import counted, counted_words
from eujdef_tui.compare.comparing import compare
from eujdef_tui.compare.states import State, read_states, state_of_path, state_of_revision
from eujdef_tui.errors import UsageError
from eujdef_tui.system.git_tree import GitTree, refuse_option
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import clean

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Print what changed, or one JSON object; 1 where something did, as diff(1) does."""
    with ExitStack() as opened:
        states = _Operands(options, opened)
        old, new = states.old(), states.new()
        since = _day(options.since) if options.since else states.day
        today = edtf.today()
        files = read_states(old, new, (since, today) if since else None)
    changes = compare(*files, since, today)
    if options.json:
        names = options.old, options.new or str(new.path)
        print_line(json.dumps(comparison_object(*names, since, changes, options.most), ensure_ascii=False))
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

    def __init__(self, options: argparse.Namespace, opened: ExitStack) -> None:
        for word in filter(None, (options.old, options.new)):
            refuse_option(word)
        self._options = options
        self._opened = opened
        self.day: int | None = None

    def old(self) -> State:
        """The state that is compared."""
        word, other = self._options.old, self._options.new
        if _is_path(word):
            return state_of_path(Path(word))
        state, self.day = self._revision(word, Path(other) if other and _is_path(other) else None)
        return state

    def new(self) -> State:
        """The state that it is compared with: without a word, the named fact file as it is."""
        word = self._options.new
        if not word:
            return state_of_path(checked_file(self._options))
        return state_of_path(Path(word)) if _is_path(word) else self._revision(word, None)[0]

    def _revision(self, word: str, fact_file: Path | None) -> tuple[State, int]:
        path = fact_file or checked_file(self._options)
        folder = path if path.is_dir() else path.parent
        tree = self._opened.enter_context(GitTree(os.fspath(folder), word))
        return state_of_revision(tree, path), tree.day


def _is_path(word: str) -> bool:
    """Whether an operand names a file or folder, also one that is not there."""
    try:
        return bool(word) and (word.endswith((".yaml", ".yml")) or Path(word).exists())
    except (OSError, ValueError):  # longer than a name can be
        return False


def _day(text: str) -> int:
    try:
        return edtf.bounds(text)[0]
    except edtf.DateError as error:
        raise UsageError(f"{clean(text)} is no date: {error}", "write it as 2026-11-21") from error
