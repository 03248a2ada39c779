"""Change a copy of a base where an edit changed little: the rows that changed, and those of others that tell of them.

Records that are new or moved get numbers between those of their neighbours (see places.py), so that all else stays as
it is. What changes more than a tenth of the records is compiled from the fragments.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

from eujdef_tui.errors import BaseFileError
from eujdef_tui.store.database import Base
from eujdef_tui.store.edit_plan import Plan
from eujdef_tui.store.edit_states import States, TooMuchError
from eujdef_tui.store.edit_writer import write_plan
from eujdef_tui.store.folder import Folder, is_edit
from eujdef_tui.store.kept_fragments import Kept, kept_row

__all__ = ["EDITS", "patching"]

EDITS = "edits"  # key of `meta`: how often a base was changed in place since it was compiled
_MOST_EDITS = 100  # after so many its index is made whole again
_SHARE = 10  # of so many records one may have changed
_FEW = 40  # records that may change whatever their share

Fill = Callable[[sqlite3.Connection], None]


def patching(old: Base, kept: Mapping[str, Kept], folder: Folder, meta: Mapping[str, str]) -> Fill | None:
    """Return what fills an empty database with a changed copy of an `old` base; None where it must be compiled.

    `kept` is what the old base has of its files, `meta` what the new one says of itself.
    """
    paths = [file.path for file in folder.files]
    edits = int(old.meta.get(EDITS, "0")) + 1
    if not is_edit(paths, kept, len(folder.made)) or edits > _MOST_EDITS:
        return None
    try:
        plan = Plan(States(old, kept, folder), max(_FEW, old.count() // _SHARE))
    except (TooMuchError, BaseFileError, KeyError, ValueError):  # but for the first, a damaged base
        return None

    def fill(db: sqlite3.Connection) -> None:
        old.connection.copy_verified_to(db)  # the copy gets a seal of its own: damage would never show again
        with db:
            write_plan(db, plan)
            db.execute("DELETE FROM meta WHERE key IN ('synonyms', 'searches')")
            db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", {**meta, EDITS: str(edits)}.items())
            parent = paths[0].rpartition("/")[0]
            for nth, file in enumerate(folder.files):
                if file.path in folder.made:
                    db.execute("INSERT OR REPLACE INTO part VALUES (?,?,?,?,?)", kept_row(nth, file, parent))

    return fill
