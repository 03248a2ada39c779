"""`eujdef completions`: print completions for a shell. Needs shtab (the extra `completions`)."""

from __future__ import annotations

import argparse

from eujdef_tui.cli.exit_codes import SUCCESS, USAGE_ERROR
from eujdef_tui.cli.parser import build_parser
from eujdef_tui.cli.printing import print_line, print_message

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Print the completions of all verbs and options."""
    try:
        import shtab
    except ModuleNotFoundError:
        print_message("eujdef: completions need shtab: pip install shtab")
        return USAGE_ERROR
    print_line(shtab.complete(build_parser(), options.shell))
    return SUCCESS
