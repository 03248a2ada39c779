"""`eujdef doctor`: print what limits the explorer here, each finding with the shell line that fixes it."""

from __future__ import annotations

import argparse
import os

from eujdef_tui.cli.doctor import MARKS, examine
from eujdef_tui.cli.exit_codes import NOTHING_FOUND, SUCCESS
from eujdef_tui.cli.opening import fact_file_path, named_base
from eujdef_tui.cli.printing import print_line, print_wrapped

__all__ = ["run"]

INDENT = 13  # columns of mark and name


def run(options: argparse.Namespace) -> int:
    """Print all findings. Exit code 1 means that a fault keeps the explorer from opening."""
    code = SUCCESS
    for name, message, fix, level in examine(os.environ, fact_file_path(options), named_base(options)):
        print_wrapped([(f"{MARKS[level]} {name:<10} {message}", INDENT)])
        if fix:  # never wrapped, so that it can be copied
            print_line(f"{'':{INDENT}}{fix}")
        if level == "fault":
            code = NOTHING_FOUND
    return code
