"""`eujdef` without a verb: open the explorer on a terminal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from eujdef_tui.cli.exit_codes import USAGE_ERROR
from eujdef_tui.cli.opening import fact_file_path, named_base, open_named_base, rebuild_named_base
from eujdef_tui.cli.printing import print_message
from eujdef_tui.system.paths import settings
from eujdef_tui.text.unicode import clean

if TYPE_CHECKING:
    import argparse

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Open the explorer, and return its exit code. Without a usable terminal, say why and what answers instead."""
    from eujdef_tui.tui.driver.tty import unavailable_reason

    if reason := unavailable_reason():
        instead = "Ask for one with ssh -t; find WORDS" if options.kiosk else "eujdef find WORDS"
        print_message(f"eujdef: the explorer needs a terminal: {reason}. {instead} answers without one")
        return USAGE_ERROR
    base = open_named_base(options)
    from eujdef_tui.tui.app import run as run_app

    fact_file = None if named_base(options) else fact_file_path(options)
    found = settings()
    if found:
        from eujdef_tui.tui.user_settings import user_settings  # nothing of it is loaded where there is no such file
    return run_app(
        base,
        clean(options.query),
        fact_file=fact_file,
        kiosk=options.kiosk,
        fresh=options.fresh,
        settings=user_settings(found) if found else None,
        repair=partial(rebuild_named_base, options) if fact_file and not base.repaired else None,
    )
