"""`eujdef show`: print everything about facts, with their evidence."""

from __future__ import annotations

import argparse

from eujdef_tui.cli.exit_codes import NOTHING_FOUND, SUCCESS
from eujdef_tui.cli.opening import open_named_base
from eujdef_tui.cli.output import sheet_text
from eujdef_tui.cli.printing import print_line, print_wrapped
from eujdef_tui.cli.record_ids import record_numbers
from eujdef_tui.text import edtf

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Print the sheet of each record named, with an empty line between two."""
    base = open_named_base(options)
    numbers = record_numbers(base, options.ids)
    for nth, n in enumerate(numbers):
        if nth:
            print_line("")
        print_wrapped(sheet_text(base, base.record(n), edtf.today()))
    return SUCCESS if len(numbers) == len(options.ids) else NOTHING_FOUND
