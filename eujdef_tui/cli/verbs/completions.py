"""`eujdef completions`: print completions for a shell. Needs shtab (the extra `completions`)."""

from __future__ import annotations

import argparse
from functools import partial
from typing import Any

from eujdef_tui.cli.exit_codes import SUCCESS, USAGE_ERROR
from eujdef_tui.cli.parser import build_parser
from eujdef_tui.cli.printing import print_line, print_message
from eujdef_tui.export.names import BRIEF_FORMS, CITATION_STYLES, EXPORT_FORMATS, GROUPINGS

__all__ = ["run"]

# What stands behind an argument, by the name under which the parser keeps it.
_FILES = ("article", "base", "fact_file", "file", "out", "output")
_FOLDERS = ("folder",)
_WORDS = {"form": BRIEF_FORMS, "format": EXPORT_FORMATS, "grouping": GROUPINGS, "style": CITATION_STYLES}


def run(options: argparse.Namespace) -> int:
    """Print the completions of all verbs and options, of their words, and of files and folders."""
    try:
        import shtab
    except ModuleNotFoundError:
        print_message("eujdef: completions need shtab: pip install shtab")
        return USAGE_ERROR
    print_line(shtab.complete(build_parser(finish=partial(_say_values, shtab)), options.shell))
    return SUCCESS


def _say_values(shtab: Any, action: argparse.Action) -> None:
    """Tell shtab what values an argument takes."""
    if action.dest in _FILES:
        action.complete = shtab.FILE  # type: ignore[attr-defined]
    elif action.dest in _FOLDERS:
        action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
    elif action.dest in _WORDS:
        action.choices = _WORDS[action.dest]
    elif action.dest == "explain":
        from eujdef_tui.rules import REASONS

        action.choices = tuple(REASONS)
