"""Make the base of the shipped corpus that a wheel carries (`hatch_build.py`)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from eujdef_tui.store.building import ways_to_fill
from eujdef_tui.store.cache import SHIPPED
from eujdef_tui.store.fingerprint import portable

__all__ = ["write_shipped"]


def _no_progress(*_: object) -> None:
    """Show nothing."""


def write_shipped(path: Path) -> None:
    """Write the base of the shipped corpus to a new file, the same bytes wherever the corpus lies."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    (fill,) = ways_to_fill(Path(SHIPPED), path, None, _no_progress)
    with closing(sqlite3.connect(path)) as db:
        fill(db)
        ((inputs,),) = db.execute("SELECT value FROM meta WHERE key = 'inputs'")
        with db:
            db.execute("UPDATE meta SET value = ? WHERE key = 'inputs'", (portable(inputs),))
            db.execute("UPDATE meta SET value = '' WHERE key = 'path'")
        db.execute("VACUUM")  # a shorter value leaves its old bytes behind
