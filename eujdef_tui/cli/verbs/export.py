"""`eujdef export`: write facts in another format, to stdout or a file."""

from __future__ import annotations

import argparse
import sys

from eujdef_tui.cli.chosen_records import chosen_records
from eujdef_tui.cli.exit_codes import SUCCESS, USAGE_ERROR
from eujdef_tui.cli.opening import open_named_base
from eujdef_tui.cli.output_file import write_output_file
from eujdef_tui.cli.printing import print_message
from eujdef_tui.export.writing import BINARY, exported_bytes

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Write the export piece by piece, so that memory does not grow with it."""
    if options.format in BINARY and not options.output and sys.stdout.isatty():
        print_message(f"eujdef: {options.format} is no text: name a file with -o, or redirect the output")
        return USAGE_ERROR
    base, numbers = chosen_records(open_named_base(options), options)
    pieces = exported_bytes(base, options.format, numbers)
    if options.output:
        write_output_file(options.output, pieces)
        return SUCCESS
    if options.format in BINARY:
        sys.stdout.flush()
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        return SUCCESS
    for piece in pieces:
        sys.stdout.write(piece.decode())
    return SUCCESS
