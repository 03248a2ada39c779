"""`help` on a shared box: print what a client may ask for."""

from __future__ import annotations

import argparse

from eujdef_tui.cli.exit_codes import SUCCESS
from eujdef_tui.cli.kiosk import help_text
from eujdef_tui.cli.printing import print_line

__all__ = ["run"]


def run(_: argparse.Namespace) -> int:
    """Print the help text of the kiosk."""
    print_line(help_text().rstrip("\n"))
    return SUCCESS
