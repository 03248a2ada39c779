"""`eujdef find`: print the facts that match a query, for a person or as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

from eujdef_tui.cli.exit_codes import NOTHING_FOUND, SUCCESS, USAGE_ERROR
from eujdef_tui.cli.opening import NamedBase
from eujdef_tui.cli.output import error_object, fact_line, hit_lines, result_object, seen_by_clock
from eujdef_tui.cli.printing import print_line, print_message, print_wrapped
from eujdef_tui.errors import QueryError
from eujdef_tui.search.engine import LIMIT, Result, search
from eujdef_tui.search.query import Query, parse
from eujdef_tui.store import Base
from eujdef_tui.text.unicode import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

__all__ = ["run"]

LONGEST_LINE = 100_000  # characters of a query on standard input; the rest of a longer line is the next query


def run(options: argparse.Namespace) -> int:
    """Print the hits of a query, or with WORDS of "-" those of each line of standard input."""
    base = NamedBase(options)
    if options.words == ["-"]:
        return _find_each_line(base, options.most)
    query = parse(clean(" ".join(options.words)))
    if query.empty:
        raise QueryError("nothing is asked for", "write a name, a word, a year or a field such as kind:person")
    if options.json:
        found = base.ask(lambda base: _found(base, query, options.most))
        print_line(json.dumps(found, ensure_ascii=False))
        return SUCCESS if found["hits"] else NOTHING_FOUND
    advice = "" if options.kiosk else ": -n 0 prints all"
    lines, messages = base.ask(lambda base: _hits(base, query, options.most, advice))
    print_wrapped(lines)
    for message in messages:
        print_message(message)
    return SUCCESS if lines else NOTHING_FOUND


def _found(base: Base, query: Query, most: int | None) -> dict[str, Any]:
    """Return the JSON object for a query."""
    return result_object(base, query, search(base, query, _search_limit(base, most)), most)


def _search_limit(base: Base, most: int | None) -> int | None:
    """Return the limit for `search` so that `most` hits can be printed, or all for None."""
    if most is None:
        return max(base.count(), 1)
    return None if most <= LIMIT else most


def _find_each_line(base: NamedBase, most: int | None) -> int:
    """Print one JSON object for each line of standard input; for a line that is no query, an object with the error."""
    code = NOTHING_FOUND
    for line in iter(lambda: sys.stdin.readline(LONGEST_LINE), ""):
        text = clean(line.rstrip("\n"))
        try:
            query = parse(text)
            printed = base.ask(lambda base, query=query: _found(base, query, most))  # type: ignore[misc]
            code = SUCCESS if printed["hits"] and code == NOTHING_FOUND else code
        except QueryError as error:
            printed, code = error_object(text, error), USAGE_ERROR
        print_line(json.dumps(printed, ensure_ascii=False))
        sys.stdout.flush()  # whoever writes the lines may wait for each answer
    return code


def _hits(base: Base, query: Query, most: int | None, advice: str) -> tuple[list[tuple[str, int]], list[str]]:
    """Return the lines on the hits for a person, and the messages for stderr.

    They say how the words were read and how many hits remain, followed by `advice`; where nothing is found, why, and
    what is nearest.
    """
    from eujdef_tui.present.understood import understood  # not for --json

    result = search(base, query, _search_limit(base, most))
    remaining = result.total - len(result.hits[:most])
    messages = [understood(result)] if result.hits and result.readings else []
    if remaining > 0:
        messages.append(f"and {remaining:,}{'+' if result.more else ''} more{advice}")
    if not result.hits:
        messages += _nothing(seen_by_clock(base, query), result)
    elif remaining <= 0:
        messages += _nearest(base, result)
    return list(hit_lines(base, result, most)), messages


def _nothing(base: Base, result: Result) -> Iterator[str]:
    """Yield why nothing was found, and the nearest facts."""
    nearest = f"; the nearest name is {result.suggestion}" if result.suggestion else ""
    yield f"nothing matches “{result.query.text}”{nearest}"
    from eujdef_tui.present.why_nothing import why_nothing  # most queries find something

    for sentence in why_nothing(result, enter=False):
        yield "".join(text for text, _ in sentence)
    yield from _nearest(base, result)


def _nearest(base: Base, result: Result) -> Iterator[str]:
    """Yield the nearest facts."""
    if result.nearest:
        from eujdef_tui.present.why_nothing import nearest_heading  # most queries find enough

        yield f"{nearest_heading(result)}:"
        for hit in result.nearest:
            yield f"  {fact_line(base, base.record(hit.n))}"
