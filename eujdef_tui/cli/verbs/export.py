"""`eujdef export`: write the whole base to stdout in another format."""

from __future__ import annotations

import argparse
import sys

from eujdef_tui.cli.exit_codes import SUCCESS
from eujdef_tui.cli.opening import open_named_base
from eujdef_tui.export.formats import export

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Write the base piece by piece, so that memory does not grow with it."""
    for piece in export(open_named_base(options), options.format):
        sys.stdout.write(piece)
    return SUCCESS
