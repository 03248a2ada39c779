"""`eujdef find`: print the facts that match a query, for a person or as JSON."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from eujdef_tui.cli.exit_codes import NOTHING_FOUND, SUCCESS, USAGE_ERROR
from eujdef_tui.cli.opening import open_named_base
from eujdef_tui.cli.output import error_object, fact_line, hit_lines, result_object
from eujdef_tui.cli.printing import print_line, print_message, print_wrapped
from eujdef_tui.errors import QueryError
from eujdef_tui.present.understood import understood, why_nothing
from eujdef_tui.search.engine import LIMIT, Result, search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base
from eujdef_tui.text.unicode import clean

if TYPE_CHECKING:
    import argparse

__all__ = ["run"]

LONGEST_LINE = 100_000  # characters of a query on standard input; the rest of a longer line is the next query


def run(options: argparse.Namespace) -> int:
    """Print the hits of a query, or with WORDS of "-" those of each line of standard input."""
    base = open_named_base(options)
    if options.words == ["-"]:
        return _find_each_line(base, options.most)
    query = parse(clean(" ".join(options.words)))
    if query.empty:
        raise QueryError("nothing is asked for", "write a name, a word, a year or a field such as kind:person")
    result = search(base, query, _search_limit(base, options.most))
    if options.json:
        print_line(json.dumps(result_object(base, query, result, options.most), ensure_ascii=False))
    else:
        _print_hits(base, result, options.most, "" if options.kiosk else ": -n 0 prints all")
    return SUCCESS if result.hits else NOTHING_FOUND


def _search_limit(base: Base, most: int | None) -> int | None:
    """Return the limit for `search` so that `most` hits can be printed, or all for None."""
    if most is None:
        return max(base.count(), 1)
    return None if most <= LIMIT else most


def _find_each_line(base: Base, most: int | None) -> int:
    """Print one JSON object for each line of standard input; for a line that is no query, an object with the error."""
    code = NOTHING_FOUND
    for line in iter(lambda: sys.stdin.readline(LONGEST_LINE), ""):
        text = clean(line.rstrip("\n"))
        try:
            query = parse(text)
            result = search(base, query, _search_limit(base, most))
            printed = result_object(base, query, result, most)
            code = SUCCESS if result.hits and code == NOTHING_FOUND else code
        except QueryError as error:
            printed, code = error_object(text, error), USAGE_ERROR
        print_line(json.dumps(printed, ensure_ascii=False))
        sys.stdout.flush()  # whoever writes the lines may wait for each answer
    return code


def _print_hits(base: Base, result: Result, most: int | None, advice: str) -> None:
    """Print hits for a person; on stderr how the words were read and how many hits remain, followed by `advice`.

    Where nothing is found, stderr says why, and has the nearest facts.
    """
    print_wrapped(hit_lines(base, result, most))
    remaining = result.total - len(result.hits[:most])
    if result.hits and result.readings:
        print_message(understood(result))
    if remaining > 0:
        print_message(f"and {remaining:,}{'+' if result.more else ''} more{advice}")
    if not result.hits:
        _print_nothing(base, result)


def _print_nothing(base: Base, result: Result) -> None:
    """Print on stderr why nothing was found, and the nearest facts."""
    nearest = f"; the nearest name is {result.suggestion}" if result.suggestion else ""
    print_message(f"nothing matches “{result.query.text}”{nearest}")
    print_message(why_nothing(result, enter=False))
    if result.nearest:
        print_message("nearest, not all words:")
        for hit in result.nearest:
            print_message(f"  {fact_line(base, base.record(hit.n))}")
