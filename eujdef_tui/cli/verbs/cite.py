"""`eujdef cite`: print facts with their quotes and citations."""

from __future__ import annotations

import argparse

from eujdef_tui.cli.exit_codes import NOTHING_FOUND, SUCCESS
from eujdef_tui.cli.opening import open_named_base
from eujdef_tui.cli.printing import print_line
from eujdef_tui.cli.record_ids import record_numbers

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Print the records named, in the citation style asked for."""
    from eujdef_tui.export.citation import cite_all

    base = open_named_base(options)
    numbers = record_numbers(base, options.ids)
    if numbers:
        print_line(cite_all(base, numbers, options.style).rstrip("\n"))
    return SUCCESS if len(numbers) == len(options.ids) else NOTHING_FOUND
