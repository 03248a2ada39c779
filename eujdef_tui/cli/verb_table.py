"""The verbs of `eujdef` and their arguments: the one table that parser, kiosk, help and the tests of the pages read.

`cli/verbs/NAME.py` runs the verb NAME.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from eujdef_tui.cli.plain_options import DEFAULT_HITS
from eujdef_tui.cli.unwanted_words import unmarked
from eujdef_tui.export.names import BRIEF_FORMS, CITATION_STYLES, EXPORT_FORMATS, GROUPINGS

__all__ = ["VERBS", "Argument", "Verb"]

KIOSK_MAX_HITS = 1000
DEFAULT_CHANGES = 100
IMPORT_FORMATS = ("csl-json", "web-annotation", "ftm", "csv", "timelinejs")  # as draft.importing.FORMATS


class Argument(NamedTuple):
    """An option or operand of a verb.

    Attributes:
        flags: names of the option, such as ("-n", "--most"), or the one name of an operand.
        settings: keyword arguments for `ArgumentParser.add_argument`.
        kiosk: values that a client of a shared box may give to `flags[0]`: a range of numbers, some words, what a
            pattern matches whole, or () for an option without a value. None where the option is not offered there.
        local_help: addition to the help, true only where the program is not a kiosk.
    """

    flags: tuple[str, ...]
    settings: Mapping[str, Any]
    kiosk: range | tuple[str, ...] | re.Pattern[str] | None = None
    local_help: str = ""


class Verb(NamedTuple):
    """A verb with its arguments. `kiosk`: a client of a shared box may use it."""

    name: str
    summary: str
    arguments: tuple[Argument, ...] = ()
    kiosk: bool = False

    @property
    def operand(self) -> str:
        """What stands for the operands in a usage line, such as "WORDS"; "" for a verb without any."""
        operands = (one for one in self.arguments if not one.flags[0].startswith("-"))
        return next((str(one.settings.get("metavar", one.flags[0].upper())) for one in operands), "")


def _hit_limit(text: str) -> int | None:
    """Convert the value of `-n`: a number of hits, or None for 0, which prints all."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is not a number of hits")
    return min(int(text[:19]), sys.maxsize) or None


def _one_of(allowed: Sequence[str]) -> Callable[[str], str]:
    """Return a converter that takes these words. Its error lists them; that of `choices` also repeats the text."""

    def convert(text: str) -> str:
        if text not in allowed:
            raise argparse.ArgumentTypeError(f"there is no {text}: choose one of {', '.join(allowed)}")
        return text

    return convert


def _rule(text: str) -> str:
    from eujdef_tui.rules import REASONS  # only now: `find` starts without the rules

    return _one_of(list(REASONS))(text)


def _id(text: str) -> str:
    if not re.fullmatch("[a-z][a-z0-9-]{0,79}", text):
        raise argparse.ArgumentTypeError("an id has lower-case letters, digits and hyphens, and begins with a letter")
    return text


def _seconds(text: str) -> float:
    if not text.isdecimal() or not 0 < int(text[:9]) <= 86_400:
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds from 1 to 86400")
    return float(text)


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


_IDS = Argument(("ids",), {"nargs": "+", "metavar": "ID"})
_DATE = re.compile(r"[0-9A-Za-z~?%/.-]{1,40}")
_CLOCKS = (
    Argument(("--asof",), {"metavar": "DATE", "default": "", "help": "as it stood on this day"}, kiosk=_DATE),
    Argument(
        ("--known",),
        {"metavar": "DATE", "default": "", "help": "as the sources issued by this day told it"},
        kiosk=_DATE,
    ),
)

_FIND = (
    Argument(("words",), {"nargs": "+", "metavar": "WORDS", "type": unmarked}),
    Argument(("--json",), {"action": "store_true", "help": "print one JSON object"}, kiosk=()),
    Argument(
        ("-n", "--most"),
        {
            "type": _hit_limit,
            "default": DEFAULT_HITS,
            "metavar": "N",
            "help": f"print at most N hits ({DEFAULT_HITS})",
        },
        kiosk=range(1, KIOSK_MAX_HITS + 1),
        local_help=", 0 for all",
    ),
)
_CITE = (
    _IDS,
    Argument(
        ("--as",),
        {
            "dest": "style",
            "metavar": "STYLE",
            "type": _one_of(CITATION_STYLES),
            "default": CITATION_STYLES[0],
            "help": _listed(CITATION_STYLES),
        },
        kiosk=CITATION_STYLES,
    ),
    *_CLOCKS,
)
_CHECK = (
    Argument(("fact_file",), {"nargs": "?", "metavar": "FILE", "help": "the fact file, as -f"}),
    Argument(("--explain",), {"type": _rule, "metavar": "RULE", "help": "say what a rule is for"}),
    Argument(("--fix",), {"action": "store_true", "help": "mend what has one right answer, and print the changes"}),
)
_NEW = (
    Argument(("folder",), {"metavar": "FOLDER", "help": "a folder that is not there yet, or empty"}),
    Argument(("--title",), {"default": "", "help": "the subject of the facts"}),
)
_CHOSEN = (
    Argument(("words",), {"nargs": "*", "metavar": "QUERY", "help": "what `find` takes; without it the whole base"}),
    Argument(("--marked",), {"action": "store_true", "help": "the facts that are marked in the explorer"}),
    Argument(("-o", "--output"), {"metavar": "PATH", "default": "", "help": "write to this file"}),
    *(one._replace(kiosk=None) for one in _CLOCKS),
)
_EXPORT = (
    *_CHOSEN,
    Argument(
        ("--to",),
        {
            "dest": "format",
            "metavar": "FORMAT",
            "type": _one_of(EXPORT_FORMATS),
            "required": True,
            "help": _listed(EXPORT_FORMATS),
        },
    ),
)
_BRIEF = (
    *_CHOSEN,
    Argument(
        ("--as",),
        {
            "dest": "form",
            "metavar": "FORM",
            "type": _one_of(BRIEF_FORMS),
            "default": BRIEF_FORMS[0],
            "help": _listed(BRIEF_FORMS),
        },
    ),
    Argument(
        ("--by",),
        {
            "dest": "grouping",
            "metavar": "ORDER",
            "type": _one_of(GROUPINGS),
            "default": GROUPINGS[0],
            "help": f"group the facts by {_listed(GROUPINGS)}",
        },
    ),
)
_DRAFT = (
    Argument(("article",), {"metavar": "ARTICLE", "help": "a text or HTML file, or - for standard input"}),
    Argument(
        ("--issued",), {"default": "", "metavar": "DATE", "help": "the article's day: 2025-07-24, about: 2025-07-24~"}
    ),
    Argument(("--basis",), {"default": "", "metavar": "WORDS", "help": "how that day is known"}),
    Argument(
        ("--id",),
        {
            "default": None,
            "type": _id,
            "metavar": "ID",
            "help": "the id of the source, by default from the file's name",
        },
    ),
    Argument(
        ("--with",), {"default": "", "dest": "command", "metavar": "CMD", "help": "also ask a command for drafts"}
    ),
    Argument(
        ("--timeout",), {"default": 120.0, "type": _seconds, "metavar": "S", "help": "seconds that CMD may take (120)"}
    ),
    Argument(("--json",), {"action": "store_true", "help": "print one draft a line as JSON, and write no file"}),
    Argument(("--out",), {"default": "", "metavar": "FILE", "help": "write the drafts to FILE, not to ID.draft"}),
)
_IMPORT = (
    Argument(
        ("--from",),
        {
            "dest": "form",
            "metavar": "FORMAT",
            "type": _one_of(IMPORT_FORMATS),
            "required": True,
            "help": _listed(IMPORT_FORMATS),
        },
    ),
    Argument(("imported",), {"metavar": "FILE", "help": "a file that another tool wrote"}),
    Argument(("--out",), {"default": "", "metavar": "FILE", "help": "write the drafts to FILE"}),
    Argument(("--article",), {"default": "", "metavar": "ARTICLE", "help": "look in this new article first"}),
    Argument(("--id",), {"default": None, "type": _id, "metavar": "ID", "help": "the id of its source"}),
    Argument(("--issued",), {"default": "", "metavar": "DATE", "help": "its day: 2025-07-24"}),
    Argument(("--json",), {"action": "store_true", "help": "print one draft a line as JSON, and write no file"}),
)
_REANCHOR = (
    Argument(("source",), {"nargs": "?", "metavar": "SOURCE", "help": "only the quotes of this source, by its id"}),
    Argument(("--write",), {"action": "store_true", "help": "write the new words of quotes whose place is certain"}),
    Argument(("--json",), {"action": "store_true", "help": "print one JSON object, and write nothing"}),
)
_DUPLICATES = (
    Argument(
        ("--merge",),
        {"nargs": 2, "metavar": ("ID", "OTHER"), "help": "make one record of two: OTHER becomes part of ID"},
    ),
    Argument(("--no",), {"nargs": 2, "metavar": ("ID", "OTHER"), "help": "remember that two records are two"}),
    Argument(("--json",), {"action": "store_true", "help": "print one pair a line as JSON"}),
)
_VERIFY = (
    Argument(("draft",), {"metavar": "DRAFT", "help": "a text or Markdown file, or - for standard input"}),
    Argument(("--json",), {"action": "store_true", "help": "print one JSON object"}),
    Argument(("--all",), {"action": "store_true", "help": "also print what has nothing to check"}),
    Argument(("--screen",), {"action": "store_true", "help": "show it on the screen, with the proof beside it"}),
)
_DIFF = (
    Argument(
        ("old",),
        {
            "nargs": "?",
            "metavar": "OLD",
            "help": "a fact file, a folder of them, or a git revision such as HEAD~1; by default HEAD",
        },
    ),
    Argument(("new",), {"nargs": "?", "default": "", "metavar": "NEW", "help": "by default the fact file as it is"}),
    Argument(
        ("--since",), {"default": "", "metavar": "DATE", "help": "also tell plans whose day has passed since then"}
    ),
    Argument(("--json",), {"action": "store_true", "help": "print one JSON object"}),
    Argument(
        ("-n", "--most"),
        {
            "type": _hit_limit,
            "default": DEFAULT_CHANGES,
            "metavar": "N",
            "help": f"print at most N changes ({DEFAULT_CHANGES}), 0 for all",
        },
    ),
)
_REVIEW = (
    Argument(("draft",), {"nargs": "?", "metavar": "ID", "help": "of this source; by default with most left"}),
    Argument(("--list",), {"action": "store_true", "help": "print what is left, without a screen"}),
    Argument(("--stats",), {"action": "store_true", "help": "print how many drafts were kept, edited and dropped"}),
)
_KEYS = (Argument(("--markdown",), {"action": "store_true", "help": "as Markdown"}),)
_COMPLETIONS = (Argument(("shell",), {"choices": ("bash", "zsh", "fish", "tcsh")}),)

VERBS: dict[str, Verb] = {
    verb.name: verb
    for verb in (
        Verb(
            "find", "find facts; WORDS of - reads one query a line and prints one JSON object a line", _FIND, kiosk=True
        ),
        Verb("show", "show all that is known of facts, with their evidence", (_IDS, *_CLOCKS), kiosk=True),
        Verb("cite", "print facts with their quotes and citations", _CITE, kiosk=True),
        Verb("check", "check a fact file and every quote in it", _CHECK),
        Verb("build", "build the base, here or where --base says, for everyone who may read it"),
        Verb("new", "start a fact file of your own in a folder", _NEW),
        Verb("draft", "propose the facts of a new article, for a person to review", _DRAFT),
        Verb("import", "make drafts of what other tools say, for a person to review", _IMPORT),
        Verb("reanchor", "after an article changed, give the quotes that fell their new words", _REANCHOR),
        Verb("duplicates", "list pairs of records that may be one, and make one of them", _DUPLICATES),
        Verb("verify", "hold a draft, speech or note against the base, sentence by sentence", _VERIFY),
        Verb("diff", "tell what changed between two states of a fact file, such as a git revision and now", _DIFF),
        Verb("review", "decide drafts, a key each; what is kept becomes facts", _REVIEW),
        Verb("export", "write a query's facts, the marked ones or the whole base in another form", _EXPORT),
        Verb("brief", "write a brief for a meeting: facts with their sentences and numbered citations", _BRIEF),
        Verb("mcp", "serve find, show, cite and check to an assistant over stdio, read-only"),
        Verb("keys", "print the keys of the explorer", _KEYS, kiosk=True),
        Verb("config", "print each setting, its value and what it comes from"),
        Verb("doctor", "say what was found here, and the line that mends what is not at its best"),
        Verb("completions", "print completions for a shell", _COMPLETIONS),
    )
}
