"""`eujdef build`: build the base of a fact file, for oneself or where others read it."""

from __future__ import annotations

import argparse
import os
from contextlib import closing
from pathlib import Path

from eujdef_tui.cli.exit_codes import SUCCESS
from eujdef_tui.cli.opening import build_progress, fact_file_path, named_base
from eujdef_tui.cli.printing import print_line
from eujdef_tui.store.cache import base_path, build_at
from eujdef_tui.text.unicode import clean

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Build the base at the path named by `--base`, else in the cache; say where it is, and what it holds."""
    fact_file = fact_file_path(options)
    named = named_base(options)
    path = Path(os.path.abspath(named)) if named else base_path(fact_file)  # noqa: PTH100 — links stay as they are
    with closing(build_at(fact_file, path, build_progress(), shared=bool(named))) as base:
        size = path.stat().st_size / 2**20
        print_line(clean(f"{path}: {base.count():,} records, {size:,.1f} MB"))
    return SUCCESS
