"""The argument parser of `eujdef`, built from the table of verbs (`cli/verb_table.py`)."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from eujdef_tui import __version__
from eujdef_tui.cli import exit_codes
from eujdef_tui.cli.unwanted_words import marked
from eujdef_tui.cli.verb_table import VERBS, Argument
from eujdef_tui.text.unicode import clean

__all__ = ["build_parser", "file_first"]


class _Parser(argparse.ArgumentParser):
    """An ArgumentParser whose errors hold no control characters and print the usage of the verb concerned."""

    def error(self, message: str) -> NoReturn:
        super().error(clean(message))

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print the help or the version, which `argparse` drops where stdout is full, and reports success."""
        if file is sys.stdout:
            file.write(message)
        else:
            super()._print_message(message, file)

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse as `argparse` does, but report an unknown argument with the usage of its verb."""
        options, unknown = self.parse_known_args(args if args is None else marked(args), namespace)
        if unknown:
            advice = _advice(unknown) if options.verb == "find" else ""
            options.parser.error(f"unrecognized arguments: {' '.join(unknown)}{advice}")
        return options


def _advice(unknown: Sequence[str]) -> str:
    """What to write in place of an option that `find` does not have: the clocks are fields of its query."""
    name, _, value = unknown[0].partition("=")
    if name in ("--asof", "--known"):
        return f"; write {name[2:]}:{value or next(iter(unknown[1:2]), 'DATE')} in the query"
    return f"; to search for it: find -- {unknown[0]}"


def build_parser(
    typed: Sequence[str] = (), finish: Callable[[argparse.Action], None] = lambda _: None
) -> argparse.ArgumentParser:
    """Build the parser. Its namespace has the verb typed as `verb`, "" for none.

    Where `typed` begins with a verb, only the arguments of that verb are added, since no other can be parsed. `finish`
    is called with each argument that was added.
    """
    top = _Parser(
        prog="eujdef",
        description="Explore a file of sourced facts. Without a verb, opens the explorer.",
        epilog=exit_codes.HELP,
        formatter_class=_formatter,
        allow_abbrev=False,  # `--kiosk` is looked for in argv before it is parsed: no abbreviation may stand for it
    )
    top.add_argument("--version", action="version", version=f"eujdef {__version__}")
    _add_file_option(top, finish)
    _add_explorer_options(top)
    top.set_defaults(verb="", parser=top)
    verbs = top.add_subparsers(title="verbs", metavar="VERB", prog="eujdef")
    for name in typed[:1] if typed[:1] and typed[0] in VERBS else VERBS:
        verb = VERBS[name]
        added = verbs.add_parser(name, help=verb.summary, description=verb.summary, formatter_class=_formatter)
        _add_file_option(added, finish, argparse.SUPPRESS)
        added.set_defaults(verb=name, parser=added)
        for argument in verb.arguments:
            finish(_add_argument(added, argument))
    return top


def file_first(typed: Sequence[str]) -> list[str]:
    """Return the arguments with `-f` before a fact file that stands first: `eujdef my.yaml` opens that.

    A verb is never taken for a file: a folder named find is opened by `-f find`. Of a word too long for a name
    `Path.exists` raises OSError before Python 3.12.
    """
    first = typed[0] if typed else ""
    named = first and not first.startswith("-") and first not in VERBS
    is_file = named and (first.endswith((".yaml", ".yml")) or os.path.exists(first))  # noqa: PTH110 — see below
    return ["-f", *typed] if is_file else [*typed]


def _formatter(prog: str) -> argparse.HelpFormatter:
    """Make a help formatter as wide as the terminal.

    By default `argparse` asks `shutil` for the width at every option, and `shutil` loads bz2 and lzma.
    """
    try:
        columns = max(20, int(os.environ.get("COLUMNS", "")) or 80)
    except ValueError:
        try:
            columns = os.get_terminal_size().columns
        except OSError:
            columns = 80
    return argparse.RawDescriptionHelpFormatter(prog, width=columns - 2)


def _add_argument(to: argparse.ArgumentParser, argument: Argument) -> argparse.Action:
    settings = dict(argument.settings)
    if argument.local_help:
        settings["help"] += argument.local_help
    return to.add_argument(*argument.flags, **settings)


def _add_explorer_options(to: argparse.ArgumentParser) -> None:
    to.add_argument("-q", "--query", default="", help="open the explorer with this search")
    to.add_argument("--fresh", action="store_true", help="open the explorer without what was on the screen last")
    to.add_argument("--linear", action="store_true", help="the explorer as lines of text, for screen readers and logs")
    to.add_argument("--kiosk", action="store_true", help="serve a shared box, as sshd's ForceCommand; takes no verb")


def _add_file_option(
    to: argparse.ArgumentParser, finish: Callable[[argparse.Action], None], default: object = None
) -> None:
    base = to.add_argument(
        "--base", default=default, metavar="BASE", help="a base that somebody built, to be read only (EUJDEF_BASE)"
    )
    file = to.add_argument(
        "-f", "--file", default=default, metavar="FILE", help="the fact file, or a folder of them (EUJDEF_FILE)"
    )
    finish(base)
    finish(file)
