"""`eujdef show`: print everything about facts, with their evidence."""

from __future__ import annotations

import argparse

from eujdef_tui.cli.clock_options import clock_said, seen_by_options
from eujdef_tui.cli.exit_codes import NOTHING_FOUND, SUCCESS
from eujdef_tui.cli.opening import NamedBase
from eujdef_tui.cli.output import sheet_text
from eujdef_tui.cli.printing import print_line, print_message, print_wrapped
from eujdef_tui.cli.record_ids import known_records
from eujdef_tui.store import Base

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Print the sheet of each record named, once, with an empty line between two."""
    base = NamedBase(options)
    numbers, unknown = base.ask(lambda base: known_records(seen_by_options(base, options), options.ids))
    if clock := clock_said(options):
        print_message(clock)
    for message in unknown:
        print_message(message)
    for nth, n in enumerate(numbers):
        lines = base.ask(lambda base, n=n: _sheet(seen_by_options(base, options), n))  # type: ignore[misc]
        if nth:
            print_line("")
        print_wrapped(lines)
    return NOTHING_FOUND if unknown else SUCCESS


def _sheet(base: Base, n: int) -> list[tuple[str, int]]:
    return list(sheet_text(base, base.record(n), base.shown_day))
