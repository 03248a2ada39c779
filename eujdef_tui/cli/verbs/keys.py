"""`eujdef keys`: print the keys of the explorer, those of the settings file among them."""

from __future__ import annotations

import argparse

from eujdef_tui.cli.exit_codes import SUCCESS
from eujdef_tui.cli.printing import print_line, print_message
from eujdef_tui.system.paths import settings

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Print a line for each key in force, or a Markdown table. What is wrong in the settings file goes to stderr."""
    from eujdef_tui.tui.key_bindings import table
    from eujdef_tui.tui.user_settings import user_settings

    found = user_settings(settings())
    for fault in found.faults:
        if not fault.name or fault.name.startswith("keys"):
            print_message(f"eujdef: {fault}")
    if options.markdown:
        print_line(table(found.keys).rstrip("\n"))
        return SUCCESS
    for key in found.keys.keys:
        changed = " (settings)" if key.name in found.keys.keymap else ""
        print_line(f"{key.shown:<10} {key.name:<17} {key.does}{changed}")
    return SUCCESS
