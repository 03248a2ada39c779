"""Promise: what can be typed after `eujdef` is written down once, here, and a mistake is answered with what can be."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from eujdef_tui import __version__
from eujdef_tui.text.unicode import clean

__all__ = ["parser"]

EXIT_CODES = """\
exit codes:
  0  found, or valid           3  fact file missing or invalid
  1  nothing found             4  evidence that does not hold
  2  usage or query error      130  interrupted
"""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong without the control characters that an argument may hold."""

    def error(self, message: str) -> NoReturn:
        super().error(clean(message))

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As `argparse` has it, but what a verb does not know is answered with that verb's usage."""
        options, unknown = self.parse_known_args(args, namespace)
        if unknown:
            options.parser.error(f"unrecognized arguments: {' '.join(unknown)}")
        return options


def parser(typed: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The verbs and their options. `verb` of what it parses is the one that was typed, or "".

    Where what is `typed` begins with a verb, only that one is there: nothing else can be asked for.
    """
    top = _Parser(
        prog="eujdef",
        description="Explore a file of sourced facts. Without a verb, opens the explorer.",
        epilog=EXIT_CODES,
        formatter_class=_formatter,
        allow_abbrev=False,  # --kiosk is known before it is parsed
    )
    top.add_argument("--version", action="version", version=f"eujdef {__version__}")
    _file_option(top)
    _explorer_options(top)
    top.set_defaults(verb="", parser=top)
    verbs = top.add_subparsers(title="verbs", metavar="VERB", prog="eujdef")
    for name in typed[:1] if typed[:1] and typed[0] in _VERBS else _VERBS:
        about, add_to = _VERBS[name]
        made = verbs.add_parser(name, help=about, description=about, formatter_class=_formatter)
        _file_option(made, argparse.SUPPRESS)
        made.set_defaults(verb=name, parser=made)
        add_to(made)
    return top


def _formatter(prog: str) -> argparse.HelpFormatter:
    """As wide as the terminal. Left alone, `argparse` asks for that at every option, of a library that is large."""
    try:
        columns = max(20, int(os.environ.get("COLUMNS", "")) or 80)
    except ValueError:
        try:
            columns = os.get_terminal_size().columns
        except OSError:
            columns = 80
    return argparse.RawDescriptionHelpFormatter(prog, width=columns - 2)


def _find(find: argparse.ArgumentParser) -> None:
    find.add_argument("words", nargs="+", metavar="WORDS")
    find.add_argument("--json", action="store_true", help="print one JSON object")
    find.add_argument("-n", "--most", type=_most, default=20, metavar="N", help="print at most N hits, 0 for all (20)")


def _ids(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("ids", nargs="+", metavar="ID")


def _cite(cite: argparse.ArgumentParser) -> None:
    _ids(cite)
    cite.add_argument(
        "--as", dest="form", type=_form, default="markdown", help="markdown, chicago, bibtex, csl-json or plain"
    )


def _check(check: argparse.ArgumentParser) -> None:
    check.add_argument("fact_file", nargs="?", metavar="FILE", help="the fact file, as -f")
    check.add_argument("--explain", type=_rule, metavar="RULE", help="say what a rule is for")


def _export(export: argparse.ArgumentParser) -> None:
    export.add_argument(
        "--to", dest="form", type=_format, required=True, help="jsonl, csv, web-annotation, ftm, timelinejs or csl-json"
    )


def _keys(keys: argparse.ArgumentParser) -> None:
    keys.add_argument("--markdown", action="store_true", help="as Markdown")


def _completions(completions: argparse.ArgumentParser) -> None:
    completions.add_argument("shell", choices=("bash", "zsh", "tcsh"))


def _nothing(_: argparse.ArgumentParser) -> None:
    """It takes no options of its own."""


# verb → what it is for, and what adds its options
_VERBS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "find": ("find facts; WORDS of - reads one query a line and prints one JSON object a line", _find),
    "show": ("show all that is known of facts, with their evidence", _ids),
    "cite": ("print facts with their quotes and citations", _cite),
    "check": ("check a fact file and every quote in it", _check),
    "export": ("print the whole base in another form", _export),
    "keys": ("print the keys of the explorer", _keys),
    "doctor": ("say what was found here, and the line that mends what is not at its best", _nothing),
    "completions": ("print completions for a shell", _completions),
}


def _explorer_options(to: argparse.ArgumentParser) -> None:
    to.add_argument("-q", "--query", default="", help="open the explorer with this search")
    to.add_argument("--fresh", action="store_true", help="open the explorer without what was on the screen last")
    to.add_argument("--kiosk", action="store_true", help="serve a shared box, as sshd's ForceCommand; takes no verb")


def _file_option(to: argparse.ArgumentParser, default: object = None) -> None:
    to.add_argument(
        "-f", "--file", default=default, metavar="FILE", help="the fact file, or a folder of them (EUJDEF_FILE)"
    )


def _most(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is not a number of hits")
    return min(int(text[:19]), sys.maxsize)


def _known(text: str, allowed: Sequence[str]) -> str:
    if text not in allowed:
        raise argparse.ArgumentTypeError(f"there is no {text}: choose one of {', '.join(allowed)}")
    return text


def _form(text: str) -> str:
    from eujdef_tui.export.citation import FORMATS

    return _known(text, FORMATS)


def _format(text: str) -> str:
    from eujdef_tui.export.formats import FORMATS

    return _known(text, FORMATS)


def _rule(text: str) -> str:
    from eujdef_tui.rules import RULES

    return _known(text, [rule.id for rule in RULES])
