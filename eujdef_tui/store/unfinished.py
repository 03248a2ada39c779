"""What a build that was interrupted had prepared, kept beside the base until the next build has used it."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from eujdef_tui.store.base_key import base_key
from eujdef_tui.store.connection import ReadConnection, connect
from eujdef_tui.store.kept_fragments import Kept, read_kept, write_kept
from eujdef_tui.store.sql_schema import KEPT

__all__ = ["forget", "remember", "remembered"]

_BUILDING = ".building-"  # as the temporary files of bases: the next build sweeps away what a killed one left


def _beside(base: Path) -> Path:
    return base.with_suffix(".unfinished")


def remember(base: Path, prepared: Sequence[Kept], folder: str) -> None:
    """Keep what was prepared for the base at a path. Where it cannot be written, it is lost."""
    file = _beside(base)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=_BUILDING, suffix=file.suffix, dir=file.parent)  # for the user alone
    except OSError:
        return
    os.close(handle)
    temporary = Path(name)
    try:
        with closing(sqlite3.connect(temporary)) as db:
            db.executescript(f"CREATE TABLE meta (key TEXT, value TEXT); {KEPT}")
            db.execute("INSERT INTO meta VALUES ('format', ?)", (base_key(),))
            write_kept(db, prepared, folder)
            db.commit()
        with suppress(OSError):
            temporary.replace(file)
    except sqlite3.Error:
        pass
    finally:
        with suppress(OSError):  # it has its name now, or was not written
            temporary.unlink()


def remembered(base: Path, folder: str) -> dict[str, Kept]:
    """Return what an interrupted build of the base at a path had prepared, by path; nothing where there was none."""
    file = _beside(base)
    if not file.is_file():
        return {}
    try:
        with closing(connect(file)) as db:
            if db.execute("SELECT value FROM meta WHERE key = 'format'").fetchone() != (base_key(),):
                return {}
            return read_kept(ReadConnection(db), folder)
    except sqlite3.Error:
        return {}


def forget(base: Path) -> None:
    """Delete what was kept: the base has it now."""
    with suppress(OSError):
        _beside(base).unlink()
