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
from pathlib import Path

from eujdef_tui import __version__, dates
from eujdef_tui.base import SHIPPED, Base, open_base
from eujdef_tui.problems import EujdefError, FactFileError, QueryError
from eujdef_tui.text import clean

__all__ = ["main", "parser"]

FOUND, NOTHING, USAGE, INVALID, UNPROVEN, INTERRUPTED = 0, 1, 2, 3, 4, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run `eujdef` and return its exit code."""
    options = parser().parse_args(argv)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # whoever read has read enough; python must not try to flush once more at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except KeyboardInterrupt:
        return INTERRUPTED
    except EujdefError as error:
        _tell(error)
        return error.exit_code


def parser() -> argparse.ArgumentParser:
    """The verbs and their options."""
    top = argparse.ArgumentParser(
        prog="eujdef", description="Explore a file of sourced facts. Without a verb, opens the explorer."
    )
    top.add_argument("--version", action="version", version=f"eujdef {__version__}")
    _file_option(top)
    top.add_argument("-q", "--query", default="", help="open the explorer with this search")
    top.set_defaults(run=_explore)
    verbs = top.add_subparsers(title="verbs", metavar="VERB")

    def verb(name: str, run: Callable[[argparse.Namespace], int], about: str) -> argparse.ArgumentParser:
        made = verbs.add_parser(name, help=about, description=about)
        _file_option(made, argparse.SUPPRESS)
        made.set_defaults(run=run)
        return made

    find = verb("find", _find, "find facts; WORDS of - reads one query a line and prints one JSON object a line")
    find.add_argument("words", nargs="+", metavar="WORDS")
    find.add_argument("--json", action="store_true", help="print one JSON object")
    find.add_argument("-n", "--most", type=int, default=20, metavar="N", help="print at most N hits, 0 for all (20)")
    show = verb("show", _show, "show all that is known of facts, with their evidence")
    show.add_argument("ids", nargs="+", metavar="ID")
    cited = verb("cite", _cite, "print facts with their quotes and citations")
    cited.add_argument("ids", nargs="+", metavar="ID")
    cited.add_argument("--as", dest="form", default="markdown", help="markdown, chicago, bibtex, csl-json or plain")
    check = verb("check", _check, "check a fact file and every quote in it")
    check.add_argument("fact_file", nargs="?", metavar="FILE", help="the fact file, as -f")
    check.add_argument("--explain", metavar="RULE", help="say what a rule is for")
    export = verb("export", _export, "print the whole base in another form")
    export.add_argument("--to", dest="form", required=True, metavar="FORMAT", help="jsonl, csv, web-annotation …")
    keys = verb("keys", _keys, "print the keys of the explorer")
    keys.add_argument("--markdown", action="store_true", help="as a Markdown table")
    shell = verb("completions", _completions, "print completions for a shell")
    shell.add_argument("shell", choices=("bash", "zsh", "tcsh"))
    return top


def _file_option(to: argparse.ArgumentParser, default: object = None) -> None:
    to.add_argument(
        "-f", "--file", default=default, metavar="FILE", help="the fact file, or a folder of them (EUJDEF_FILE)"
    )


def _fact_file(options: argparse.Namespace) -> Path:
    named = options.file or os.environ.get("EUJDEF_FILE")
    return Path(named) if named else SHIPPED


def _out(line: str) -> None:
    print(line)


def _err(line: str) -> None:
    print(line, file=sys.stderr)


def _tell(error: EujdefError) -> None:
    for problem in error.problems if isinstance(error, FactFileError) else ():
        _err(clean(str(problem)))
    _err(f"eujdef: {clean(str(error))}")
    if error.advice:
        _err(f"    {clean(error.advice)}")


def _base(options: argparse.Namespace) -> Base:
    return open_base(_fact_file(options), _progress if sys.stderr.isatty() else _quiet)


def _quiet(done: int, total: int) -> None:
    """Nobody watches."""


def _progress(done: int, total: int) -> None:
    """A bar for a build that takes long enough to be noticed."""
    if total >= 2000:
        from eujdef_tui.progress import show

        show(done, total)


def _explore(options: argparse.Namespace) -> int:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        _err("eujdef: the explorer needs a terminal; eujdef find WORDS answers without one")
        return USAGE
    base = _base(options)
    from eujdef_tui.tui.app import run

    return run(base, options.query)


def _find(options: argparse.Namespace) -> int:
    from eujdef_tui.answer import answer
    from eujdef_tui.query import parse
    from eujdef_tui.search import search

    base = _base(options)
    if options.words == ["-"]:
        return _find_lines(base, options.most)
    query = parse(clean(" ".join(options.words)))
    result = search(base, query)
    if options.json:
        _out(json.dumps(answer(base, query, result, options.most), ensure_ascii=False))
    else:
        _print_hits(base, result, options.most)
    return FOUND if result.hits else NOTHING


def _find_lines(base: Base, most: int) -> int:
    """One query a line in, one object a line out. A line that is no query gets an object that says so."""
    from eujdef_tui.answer import answer, refusal
    from eujdef_tui.query import parse
    from eujdef_tui.search import search

    code = NOTHING
    for line in sys.stdin:
        text = clean(line.rstrip("\n"))
        try:
            query = parse(text)
            result = search(base, query)
            told = answer(base, query, result, most)
            code = FOUND if result.hits and code == NOTHING else code
        except QueryError as error:
            told, code = refusal(text, error), USAGE
        _out(json.dumps(told, ensure_ascii=False))
        sys.stdout.flush()
    return code


def _print_hits(base: Base, result: object, most: int) -> None:
    from eujdef_tui.answer import hit_lines
    from eujdef_tui.search import Result

    assert isinstance(result, Result)
    for line in hit_lines(base, result, most):
        _out(line)
    left = len(result.hits) - most if most else 0
    for word in result.left_out:
        _err(f"without “{word}”, which is in no fact")
    if left > 0:
        _err(f"and {left:,} more: -n 0 prints all")
    if not result.hits:
        near = f"; the nearest name is {result.suggestion}" if result.suggestion else ""
        _err(f"nothing matches “{result.query.text}”{near}")


def _numbers(base: Base, ids: Iterable[str]) -> list[int]:
    """The numbers of the records with these ids; what no record has is told, with the nearest."""
    import difflib

    found: list[int] = []
    for given in ids:
        n = base.number(given)
        if n is None:
            near = difflib.get_close_matches(given, base.ids(), 1)
            advice = f"did you mean {near[0]}?" if near else "eujdef find WORDS --json gives ids"
            _err(f"eujdef: there is no record {clean(given)}; {advice}")
        else:
            found.append(n)
    return found


def _show(options: argparse.Namespace) -> int:
    from eujdef_tui.sheet import printed

    base = _base(options)
    numbers = _numbers(base, options.ids)
    for nth, n in enumerate(numbers):
        _out(("\n" if nth else "") + "\n".join(printed(base, base.record(n), dates.today())))
    return FOUND if len(numbers) == len(options.ids) else NOTHING


def _cite(options: argparse.Namespace) -> int:
    from eujdef_tui.cite import FORMATS, cite

    _known("form", options.form, FORMATS)
    base = _base(options)
    numbers = _numbers(base, options.ids)
    for nth, n in enumerate(numbers):
        _out(("\n" if nth else "") + cite(base, n, options.form).rstrip("\n"))
    return FOUND if len(numbers) == len(options.ids) else NOTHING


def _export(options: argparse.Namespace) -> int:
    from eujdef_tui.export import FORMATS, export

    _known("format", options.form, FORMATS)
    for chunk in export(_base(options), options.form):
        sys.stdout.write(chunk)
    return FOUND


def _known(what: str, given: str, allowed: Sequence[str]) -> None:
    if given not in allowed:
        raise QueryError(f"there is no {what} {given}", f"choose one of {', '.join(allowed)}")


def _check(options: argparse.Namespace) -> int:
    from eujdef_tui.rules import RULES, check, explain

    if options.explain:
        _known("rule", options.explain, [rule.id for rule in RULES])
        _out(explain(options.explain))
        return FOUND
    from eujdef_tui.anchor import settle
    from eujdef_tui.load import load

    path = Path(options.fact_file) if options.fact_file else _fact_file(options)
    try:
        report = check(settle(load(path)))
    except FactFileError as error:
        for problem in error.problems:
            _out(str(problem))
        _err(f"eujdef: {error}")
        return INVALID
    for problem in report.problems:
        _out(str(problem))
    for line in report.summary():
        _out(line)
    return FOUND if report.holds else UNPROVEN


def _keys(options: argparse.Namespace) -> int:
    from eujdef_tui.tui.keys import KEYS, table

    if options.markdown:
        _out(table().rstrip("\n"))
    else:
        for key in KEYS:
            _out(f"{key.shown:<10} {key.does}")
    return FOUND


def _completions(options: argparse.Namespace) -> int:
    try:
        import shtab
    except ModuleNotFoundError:
        _err("eujdef: completions need shtab: pip install 'eujdef-tui[completions]'")
        return USAGE
    _out(shtab.complete(parser(), options.shell))
    return FOUND
