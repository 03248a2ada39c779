"""Promise: what can be typed after `eujdef` is written down once, here, and a mistake is answered with what can be."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from eujdef_tui import __version__
from eujdef_tui.text import clean

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


def parser() -> argparse.ArgumentParser:
    """The verbs and their options. `verb` of what it parses is the one that was typed, or ""."""
    top = _Parser(
        prog="eujdef",
        description="Explore a file of sourced facts. Without a verb, opens the explorer.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,  # --kiosk is known before it is parsed
    )
    top.add_argument("--version", action="version", version=f"eujdef {__version__}")
    _file_option(top)
    _explorer_options(top)
    top.set_defaults(verb="", parser=top)
    verbs = top.add_subparsers(title="verbs", metavar="VERB")

    def verb(name: str, about: str) -> argparse.ArgumentParser:
        made = verbs.add_parser(name, help=about, description=about)
        _file_option(made, argparse.SUPPRESS)
        made.set_defaults(verb=name, parser=made)
        return made

    find = verb("find", "find facts; WORDS of - reads one query a line and prints one JSON object a line")
    find.add_argument("words", nargs="+", metavar="WORDS")
    find.add_argument("--json", action="store_true", help="print one JSON object")
    find.add_argument("-n", "--most", type=_most, default=20, metavar="N", help="print at most N hits, 0 for all (20)")
    show = verb("show", "show all that is known of facts, with their evidence")
    show.add_argument("ids", nargs="+", metavar="ID")
    cited = verb("cite", "print facts with their quotes and citations")
    cited.add_argument("ids", nargs="+", metavar="ID")
    cited.add_argument(
        "--as", dest="form", type=_form, default="markdown", help="markdown, chicago, bibtex, csl-json or plain"
    )
    check = verb("check", "check a fact file and every quote in it")
    check.add_argument("fact_file", nargs="?", metavar="FILE", help="the fact file, as -f")
    check.add_argument("--explain", type=_rule, metavar="RULE", help="say what a rule is for")
    export = verb("export", "print the whole base in another form")
    export.add_argument(
        "--to", dest="form", type=_format, required=True, help="jsonl, csv, web-annotation, ftm, timelinejs or csl-json"
    )
    verb("keys", "print the keys of the explorer").add_argument("--markdown", action="store_true", help="as Markdown")
    verb("doctor", "say what was found here, and the line that mends what is not at its best")
    verb("completions", "print completions for a shell").add_argument("shell", choices=("bash", "zsh", "tcsh"))
    return top


def _explorer_options(to: argparse.ArgumentParser) -> None:
    to.add_argument("-q", "--query", default="", help="open the explorer with this search")
    to.add_argument("--fresh", action="store_true", help="open the explorer as if for the first time")
    to.add_argument("--kiosk", action="store_true", help="serve a shared box, as sshd's ForceCommand; takes no verb")


def _file_option(to: argparse.ArgumentParser, default: object = None) -> None:
    to.add_argument(
        "-f", "--file", default=default, metavar="FILE", help="the fact file, or a folder of them (EUJDEF_FILE)"
    )


def _most(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is not a number of hits")
    return int(text)


def _known(text: str, allowed: Sequence[str]) -> str:
    if text not in allowed:
        raise argparse.ArgumentTypeError(f"there is no {text}: choose one of {', '.join(allowed)}")
    return text


def _form(text: str) -> str:
    from eujdef_tui.cite import FORMATS

    return _known(text, FORMATS)


def _format(text: str) -> str:
    from eujdef_tui.export import FORMATS

    return _known(text, FORMATS)


def _rule(text: str) -> str:
    from eujdef_tui.rules import RULES

    return _known(text, [rule.id for rule in RULES])
