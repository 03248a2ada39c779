"""`eujdef keys`: print the keys of the explorer."""

from __future__ import annotations

import argparse

from eujdef_tui.cli.exit_codes import SUCCESS
from eujdef_tui.cli.printing import print_line

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Print a line for each key, or a Markdown table."""
    from eujdef_tui.tui.key_bindings import KEYS, table

    if options.markdown:
        print_line(table().rstrip("\n"))
    else:
        for key in KEYS:
            print_line(f"{key.shown:<10} {key.does}")
    return SUCCESS
