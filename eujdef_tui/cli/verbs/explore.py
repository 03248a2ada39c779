"""`eujdef` without a verb: open the explorer on a terminal, or answer in lines (`--linear`)."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from eujdef_tui.cli.exit_codes import USAGE_ERROR
from eujdef_tui.cli.opening import fact_file_path, named_base, open_named_base, rebuild_named_base
from eujdef_tui.cli.printing import print_message
from eujdef_tui.system.paths import settings
from eujdef_tui.text.unicode import clean

if TYPE_CHECKING:
    import argparse

    from eujdef_tui.tui.user_settings import UserSettings

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Open the explorer, and return its exit code. Without a usable terminal, say why and what answers instead."""
    if options.linear or _only_lines():
        return _run_linear(options)
    from eujdef_tui.tui.driver.tty import unavailable_reason

    if reason := unavailable_reason():
        instead = (
            "Ask for one with ssh -t; find WORDS answers"
            if options.kiosk
            else "eujdef find WORDS and eujdef --linear answer"
        )
        print_message(f"eujdef: the explorer needs a terminal: {reason}. {instead} without one")
        return USAGE_ERROR
    base = open_named_base(options)
    from eujdef_tui.tui.app import run as run_app

    fact_file = None if named_base(options) else fact_file_path(options)
    return run_app(
        base,
        clean(options.query),
        fact_file=fact_file,
        kiosk=options.kiosk,
        fresh=options.fresh,
        settings=_user_settings(),
        repair=partial(rebuild_named_base, options) if fact_file and not base.repaired else None,
    )


def _only_lines() -> bool:
    """Whether nothing can be drawn: a dumb terminal, whatever types into it, or output that goes elsewhere."""
    if os.environ.get("TERM") == "dumb":
        return True
    return sys.stdin.isatty() and not (sys.stdout.isatty() or sys.stderr.isatty())


def _run_linear(options: argparse.Namespace) -> int:
    """Answer lines until they end."""
    base = open_named_base(options)
    from eujdef_tui.linear.explorer import Opening
    from eujdef_tui.linear.session import run as run_lines

    fact_file = None if named_base(options) else fact_file_path(options)
    opening = Opening(fact_file=fact_file, kiosk=options.kiosk, fresh=options.fresh)
    if found := _user_settings():
        opening.searches, opening.copy_form, opening.message = found.searches, found.copy_form, found.message
    repair = partial(rebuild_named_base, options) if fact_file and not base.repaired else None
    return run_lines(base, sys.stdin, sys.stdout, opening, clean(options.query), repair)


def _user_settings() -> UserSettings | None:
    """What the settings file says; None where there is no such file, and nothing of it is loaded."""
    found = settings()
    if not found:
        return None
    from eujdef_tui.tui.user_settings import user_settings

    return user_settings(found)
