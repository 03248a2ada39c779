"""`eujdef cite`: print facts with their quotes and citations."""

from __future__ import annotations

import argparse

from eujdef_tui.cli.clock_options import clock_said, seen_by_options
from eujdef_tui.cli.exit_codes import NOTHING_FOUND, SUCCESS
from eujdef_tui.cli.opening import NamedBase
from eujdef_tui.cli.printing import print_line, print_message
from eujdef_tui.cli.record_ids import known_records

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Print the records named, each once, in the citation style asked for."""
    from eujdef_tui.export.citation import cite_all

    base = NamedBase(options)
    numbers, unknown = base.ask(lambda base: known_records(seen_by_options(base, options), options.ids))
    if clock := clock_said(options):
        print_message(clock)
    for message in unknown:
        print_message(message)
    if numbers:
        print_line(base.ask(lambda base: cite_all(seen_by_options(base, options), numbers, options.style)).rstrip("\n"))
    return NOTHING_FOUND if unknown else SUCCESS
