"""`eujdef duplicates`: list pairs of records that may be one, and make one of them where a person says so."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import Any

from eujdef_tui.cli.exit_codes import NOTHING_FOUND, SUCCESS
from eujdef_tui.cli.one_key import END, is_interactive, keys, read_key
from eujdef_tui.cli.opening import checked_file, may_be_rewritten
from eujdef_tui.cli.printing import print_line, print_message, print_wrapped
from eujdef_tui.errors import UsageError
from eujdef_tui.factfile.loader import load
from eujdef_tui.factfile.merging import merge
from eujdef_tui.factfile.pair_log import decide, not_one
from eujdef_tui.factfile.rewriting import Rewrite, take_back, write_files
from eujdef_tui.model.labels import quoted, record_type, title_of
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Record
from eujdef_tui.rules.duplicates import Pair, pairs
from eujdef_tui.text.unicode import clean, one_line

__all__ = ["run"]

_KEYS = "=: one record · n: two · >: keep the other · enter: later · u: undo · q: end"
_QUOTES = 2  # of a record that are shown


def run(options: argparse.Namespace) -> int:
    """Walk the pairs on a terminal, elsewhere list them; `--merge` and `--no` decide about two records."""
    path = checked_file(options)
    if options.merge:
        may_be_rewritten(options)
        print_line(_merged(path, *options.merge))
        return SUCCESS
    if options.no:
        may_be_rewritten(options)
        _remember_no(path, *options.no)
        return SUCCESS
    found = _open_pairs(path)
    if options.json:
        for pair in found:
            print_line(json.dumps(_plain(pair), ensure_ascii=False))
    elif found and is_interactive():
        may_be_rewritten(options)
        _Walk(path, found).run()
        return SUCCESS
    else:
        for pair in found:
            print_line(clean(_line(pair)))
    if not found:
        print_message("No two records look like one.")
        return NOTHING_FOUND
    return SUCCESS


def _open_pairs(path: Path) -> list[Pair]:
    """The pairs of a fact file that nobody has said are two. Raises FactFileError."""
    known = not_one(path)
    return [pair for pair in pairs(load(path)) if _ids(pair) not in known]


def _remember_no(path: Path, one: str, other: str) -> None:
    ids = {record.id for record in load(path).records()}
    if lost := [id_ for id_ in (one, other) if id_ not in ids]:
        raise UsageError(f"no record has the id {lost[0]}", "eujdef duplicates lists the pairs with their ids")
    decide(path, "no", one, other)
    print_message(f"{clean(one)} and {clean(other)} are two, and are not asked about again.")


def _merged(path: Path, kept: str, gone: str) -> str:
    """Make one record of two, and return the changes that were made."""
    rewrites = merge(path, kept, gone)
    write_files(path, rewrites)
    decide(path, "merged", kept, gone)
    return _diff(rewrites)


def _diff(rewrites: tuple[Rewrite, ...]) -> str:
    lines: list[str] = []
    for one in rewrites:
        before, after = (data.decode("utf-8").splitlines() for data in (one.before, one.after))
        lines += unified_diff(before, after, str(one.path), f"{one.path} (one record)", lineterm="", n=1)
    return "\n".join(map(clean, lines))


class _Walk:
    """The questions on a terminal, a pair each. The pairs are found anew after each change of the fact file."""

    def __init__(self, path: Path, found: list[Pair]) -> None:
        self.path = path
        self.found = found
        self.later: list[frozenset[str]] = []
        self.done: list[tuple[str, Pair, tuple[Rewrite, ...]]] = []

    def run(self) -> None:
        """Ask until no pair is left or `q` is pressed."""
        with keys() as keyboard:
            while self._ask_next(keyboard):
                pass
        print_message(f"{len(self.found)} pair{'s' * (len(self.found) != 1)} left.")

    def _ask_next(self, keyboard: int) -> bool:
        """Ask about the first pair that is open; without one, whether the last key is taken back."""
        if pair := next((one for one in self.found if _ids(one) not in self.later), None):
            return self._ask(pair, keyboard)
        if not self.done:
            return False
        print_line("No pair is left. u: undo · enter, q: end")
        while (pressed := read_key(keyboard)) not in ("u", "enter", END):
            pass
        if pressed == "u":
            self._undo()
        return pressed == "u"

    def _ask(self, pair: Pair, keyboard: int) -> bool:
        """Ask about a pair; whether to go on."""
        while True:
            print_wrapped((clean(line), 4) for line in _shown(pair))
            print_line("  " + _KEYS)
            match read_key(keyboard):
                case "=":
                    return self._merge(pair, keyboard)
                case "n":
                    decide(self.path, "no", pair.first.id, pair.second.id)
                    self._did("no", pair)
                    return True
                case ">":
                    pair = Pair(pair.second, pair.first, pair.reasons)
                case "enter" | " ":
                    self.later.append(_ids(pair))
                    self._did("later", pair)
                    return True
                case "u":
                    self._undo()
                    return True
                case key if key == END:
                    return False

    def _merge(self, pair: Pair, keyboard: int) -> bool:
        """Show what a merge changes, and write it if that is confirmed; whether to go on."""
        try:
            rewrites = merge(self.path, pair.first.id, pair.second.id)
        except UsageError as error:
            print_line(f"  not merged: {clean(str(error))}")
            print_line(f"    {clean(error.advice)}")
            self.later.append(_ids(pair))
            self._did("later", pair)
            return True
        print_line(_diff(rewrites))
        print_line("  =, y, enter: write this · n: leave both as they are")
        while (key := read_key(keyboard)) not in ("=", "y", "enter", "n", END):
            pass
        if key in ("n", END):
            return key != END
        write_files(self.path, rewrites)
        decide(self.path, "merged", pair.first.id, pair.second.id)
        self._did("merged", pair, rewrites)
        return True

    def _did(self, what: str, pair: Pair, rewrites: tuple[Rewrite, ...] = ()) -> None:
        self.done.append((what, pair, rewrites))
        if what != "later":
            self.found = _open_pairs(self.path)

    def _undo(self) -> None:
        if not self.done:
            print_line("  nothing to take back")
            return
        what, pair, rewrites = self.done.pop()
        if what == "later":
            self.later.remove(_ids(pair))
        else:
            take_back(rewrites)
            decide(self.path, "open", pair.first.id, pair.second.id)
            self.found = _open_pairs(self.path)
        print_line("  taken back")


# --- what is shown ---


def _ids(pair: Pair) -> frozenset[str]:
    return frozenset((pair.first.id, pair.second.id))


def _label(record: Record) -> str:
    return one_line(title_of(record))


def _line(pair: Pair) -> str:
    """A pair in one line: the ids, why, and what the two are called."""
    one, other = pair.first, pair.second
    return f"{record_type(one)} {one.id} = {other.id} · {'; '.join(pair.reasons)} · {_label(one)} | {_label(other)}"


def _shown(pair: Pair) -> Iterator[str]:
    """A pair with what tells whether it is one: dates, kinds and the first quotes."""
    yield f"{record_type(pair.first)} · {'; '.join(pair.reasons)}"
    for mark, record in (("keep", pair.first), ("into", pair.second)):
        told = [record.id, _label(record), getattr(record, "kind", ""), getattr(record, "date", "")]
        yield f"  {mark}  {' · '.join(filter(None, told))}"
        for quote in list(evidence_of(record))[:_QUOTES]:
            yield f"        {quoted(quote.quote)} {quote.source}"


def _plain(pair: Pair) -> dict[str, Any]:
    return {
        "record": record_type(pair.first),
        "pair": [pair.first.id, pair.second.id],
        "labels": [_label(pair.first), _label(pair.second)],
        "reasons": list(pair.reasons),
    }
