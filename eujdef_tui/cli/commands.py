"""Promise: the command line answers without a screen, with data on stdout, talk on stderr and true exit codes.

    0 found, or valid     1 nothing found           2 usage or query error
    3 fact file missing or invalid     4 evidence that does not hold     130 interrupted

A closed pipe is success. Only this file prints, and only it knows exit codes.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from eujdef_tui.cli.parser import parser
from eujdef_tui.cli.streams import open_streams, stop_writing
from eujdef_tui.errors import EujdefError, FactFileError, QueryError
from eujdef_tui.store import SHIPPED, Base, open_base
from eujdef_tui.text.unicode import clean

if TYPE_CHECKING:
    from eujdef_tui.search.engine import Result

__all__ = ["main"]

LONGEST_LINE = 100_000  # characters of a query on standard input; what is longer is several

FOUND, NOTHING, USAGE, INVALID, UNPROVEN, INTERRUPTED = 0, 1, 2, 3, 4, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run `eujdef` and return its exit code."""
    open_streams()
    try:
        try:
            options = _options(sys.argv[1:] if argv is None else argv)
            return _VERBS[options.verb](options)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        stop_writing(sys.stdout)
        return FOUND
    except KeyboardInterrupt:
        return INTERRUPTED
    except EujdefError as error:
        _tell(error)
        return error.exit_code
    except OSError as error:
        stop_writing(sys.stdout)
        _err(f"eujdef: {clean(str(error))}")
        return USAGE
    finally:
        try:
            sys.stderr.flush()
        except OSError:
            stop_writing(sys.stderr)


def _options(typed: Sequence[str]) -> argparse.Namespace:
    """What was typed; on a shared box, what the client asked for on top of what its owner typed."""
    if "--kiosk" not in typed:
        return parser(typed).parse_args(typed)
    from eujdef_tui.cli import kiosk

    asked = kiosk.shut_in(os.environ)  # first of all: argparse too reads what the environment names
    owner = parser()
    options = owner.parse_args(typed)
    if not options.kiosk or options.verb:
        owner.error("--kiosk takes no verb: what is asked for comes in SSH_ORIGINAL_COMMAND")
    match kiosk.arguments(asked):
        case []:
            return options
        case ["help"]:
            options.verb = "help"
            return options
        case arguments:
            client = parser(arguments).parse_args(arguments)
            client.kiosk, client.file = True, options.file
            return client


def _fact_file(options: argparse.Namespace) -> Path:
    named = options.file or os.environ.get("EUJDEF_FILE")
    return Path(named) if named else SHIPPED


def _out(line: str) -> None:
    print(line)


def _err(line: str) -> None:
    with suppress(OSError):  # what cannot be said changes nothing
        print(line, file=sys.stderr)


def _page(lines: Iterable[tuple[str, int]]) -> None:
    """Lines for a person: on a terminal wrapped at its width, with what does not fit indented."""
    if not sys.stdout.isatty():
        for line, _ in lines:
            _out(line)
        return
    from shutil import get_terminal_size

    from eujdef_tui.text.wrap import wrap

    width = get_terminal_size().columns
    for line, indent in lines:
        first, *_ = wrap(line, width)
        _out(line[slice(*first)].rstrip())
        for start, end in wrap(line, max(width - indent, width // 2), first[1]) if first[1] < len(line) else ():
            _out(" " * indent + line[start:end].rstrip())


def _tell(error: EujdefError) -> None:
    for problem in error.problems if isinstance(error, FactFileError) else ():
        _err(clean(str(problem)))
    place = f"column {error.column + 1}: " if isinstance(error, QueryError) else ""
    _err(f"eujdef: {place}{clean(str(error))}")
    if error.advice:
        _err(f"    {clean(error.advice)}")


def _base(options: argparse.Namespace) -> Base:
    progress = _progress if sys.stderr.isatty() else _quiet
    return open_base(_fact_file(options), progress, write=not options.kiosk)


def _quiet(done: int, total: int) -> None:
    """Nobody watches."""


def _progress(done: int, total: int) -> None:
    """A bar for a build that takes long enough to be noticed."""
    if total >= 2000:
        from eujdef_tui.cli.progress import show

        show(done, total)


def _explore(options: argparse.Namespace) -> int:
    from eujdef_tui.tui.driver.tty import unavailable_reason

    if why := unavailable_reason():
        instead = "Ask for one with ssh -t; find WORDS" if options.kiosk else "eujdef find WORDS"
        _err(f"eujdef: the explorer needs a terminal: {why}. {instead} answers without one")
        return USAGE
    base = _base(options)
    from eujdef_tui.tui.app import run

    return run(base, clean(options.query), options.kiosk, options.fresh)


def _find(options: argparse.Namespace) -> int:
    from eujdef_tui.cli.output import answer
    from eujdef_tui.search.engine import search
    from eujdef_tui.search.query import parse

    base = _base(options)
    if options.words == ["-"]:
        return _find_lines(base, options.most)
    query = parse(clean(" ".join(options.words)))
    if query.empty:
        raise QueryError("nothing is asked for", "write a name, a word, a year or a field such as kind:person")
    result = search(base, query, _limit(base, options.most))
    if options.json:
        _out(json.dumps(answer(base, query, result, options.most), ensure_ascii=False))
    else:
        _print_hits(base, result, options.most, "" if options.kiosk else ": -n 0 prints all")
    return FOUND if result.hits else NOTHING


def _limit(base: Base, most: int) -> int:
    """How many records may be listed so that `most` can be printed, and all where that is 0."""
    from eujdef_tui.search.engine import LIMIT

    return 0 if 0 < most <= LIMIT else most or max(base.count(), 1)


def _find_lines(base: Base, most: int) -> int:
    """One query a line in, one object a line out. A line that is no query gets an object that says so."""
    from eujdef_tui.cli.output import answer, refusal
    from eujdef_tui.search.engine import search
    from eujdef_tui.search.query import parse

    code = NOTHING
    for line in iter(lambda: sys.stdin.readline(LONGEST_LINE), ""):
        text = clean(line.rstrip("\n"))
        try:
            query = parse(text)
            result = search(base, query, _limit(base, most))
            told = answer(base, query, result, most)
            code = FOUND if result.hits and code == NOTHING else code
        except QueryError as error:
            told, code = refusal(text, error), USAGE
        _out(json.dumps(told, ensure_ascii=False))
        sys.stdout.flush()
    return code


def _print_hits(base: Base, result: Result, most: int, advice: str) -> None:
    from eujdef_tui.cli.output import hit_lines

    _page(hit_lines(base, result, most))
    left = result.total - min(most or result.total, len(result.hits))
    for word in result.left_out:
        _err(f"without “{word}”, which is in no fact")
    if left > 0:
        _err(f"and {left:,}{'+' if result.more else ''} more{advice}")
    if not result.hits:
        near = f"; the nearest name is {result.suggestion}" if result.suggestion else ""
        _err(f"nothing matches “{result.query.text}”{near}")


def _numbers(base: Base, ids: Iterable[str]) -> list[int]:
    """The numbers of the records with these ids; what no record has is told, with the nearest."""
    found: list[int] = []
    for given in map(clean, ids):
        n = base.number(given)
        if n is None:
            from eujdef_tui.search.id_suggestion import nearest_id

            near = nearest_id(base, given)
            advice = f"did you mean {near}?" if near else "eujdef find WORDS --json gives ids"
            _err(f"eujdef: there is no record {given}; {advice}")
        else:
            found.append(n)
    return found


def _show(options: argparse.Namespace) -> int:
    from eujdef_tui.cli.page import printed
    from eujdef_tui.text import edtf

    base = _base(options)
    numbers = _numbers(base, options.ids)
    for nth, n in enumerate(numbers):
        if nth:
            _out("")
        _page(printed(base, base.record(n), edtf.today()))
    return FOUND if len(numbers) == len(options.ids) else NOTHING


def _cite(options: argparse.Namespace) -> int:
    from eujdef_tui.export.citation import cite_all

    base = _base(options)
    numbers = _numbers(base, options.ids)
    if numbers:
        _out(cite_all(base, numbers, options.form).rstrip("\n"))
    return FOUND if len(numbers) == len(options.ids) else NOTHING


def _export(options: argparse.Namespace) -> int:
    from eujdef_tui.export.formats import export

    for chunk in export(_base(options), options.form):
        sys.stdout.write(chunk)
    return FOUND


def _check(options: argparse.Namespace) -> int:
    from eujdef_tui.rules import check, explain

    if options.explain:
        _out(explain(options.explain))
        return FOUND
    from eujdef_tui.factfile.anchoring import anchor_evidence
    from eujdef_tui.factfile.loader import load

    path = Path(options.fact_file) if options.fact_file else _fact_file(options)
    try:
        report = check(anchor_evidence(load(path)))
    except FactFileError as error:
        for problem in error.problems:
            _out(clean(str(problem)))
        _err(f"eujdef: {clean(str(error))}")
        return INVALID
    for problem in report.problems:
        _out(clean(str(problem)))
    for line in report.summary():
        _out(clean(line))
    return FOUND if report.holds else UNPROVEN


def _keys(options: argparse.Namespace) -> int:
    from eujdef_tui.tui.key_bindings import KEYS, table

    if options.markdown:
        _out(table().rstrip("\n"))
    else:
        for key in KEYS:
            _out(f"{key.shown:<10} {key.does}")
    return FOUND


def _help(_: argparse.Namespace) -> int:
    from eujdef_tui.cli.kiosk import HELP

    _out(HELP.rstrip("\n"))
    return FOUND


def _doctor(options: argparse.Namespace) -> int:
    from eujdef_tui.cli.doctor import MARKS, examine

    code = FOUND
    for name, found, mend, level in examine(os.environ, _fact_file(options)):
        _page([(f"{MARKS[level]} {name:<10} {found}", 13)])
        if mend:  # never wrapped, so that it can be copied
            _out(f"{'':13}{mend}")
        if level == "fault":
            code = NOTHING
    return code


def _completions(options: argparse.Namespace) -> int:
    try:
        import shtab
    except ModuleNotFoundError:
        _err("eujdef: completions need shtab: pip install shtab")
        return USAGE
    _out(shtab.complete(parser(), options.shell))
    return FOUND


_VERBS: dict[str, Callable[[argparse.Namespace], int]] = {
    "": _explore,
    "find": _find,
    "show": _show,
    "cite": _cite,
    "check": _check,
    "export": _export,
    "keys": _keys,
    "help": _help,
    "doctor": _doctor,
    "completions": _completions,
}
