"""Promise: a base is opened if it is true to its fact file, and made anew, whole or not at all, if it is not.

Bases stand in the user's cache folder (XDG) under the name of their fact file. A new one is written beside
and renamed into place, so that sessions that have the old one open go on undisturbed. Where none can be
written, the base is made in memory.
"""

from __future__ import annotations

import os
import re
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from eujdef_tui.errors import BaseFileError
from eujdef_tui.store.connection import Reading, connect, identity
from eujdef_tui.store.database import Base
from eujdef_tui.store.fingerprint import fresh, place_of, read
from eujdef_tui.store.sql_schema import FORMAT
from eujdef_tui.system.paths import cache_folder

__all__ = ["SHIPPED", "base_path", "open_base", "standing"]

Progress = Callable[[int, int], None]
Fill = Callable[[sqlite3.Connection], None]

_BUILDING = ".building-"
_ABANDONED = 24 * 3600  # seconds; no build takes a day

_PACKAGE = Path(__file__).resolve().parent.parent


def _shipped() -> Path:
    """The corpus as a checkout has it, or as a wheel carries it."""
    checkout = _PACKAGE.parent / "data" / "facts.yaml"
    return checkout if checkout.exists() else _PACKAGE / "corpus" / "data" / "facts.yaml"


SHIPPED = _shipped()


def base_path(fact_file: Path) -> Path:
    """Where the base of a fact file stands in the user's cache. `EUJDEF_CACHE` names another folder."""
    place = place_of(fact_file)
    stem = re.sub(r"[^\w.-]", "_", place.stem)[:40]
    name = f"{stem}-{_digest(os.fsencode(place)):016x}.sqlite"
    return cache_folder() / name


def _digest(data: bytes) -> int:
    """FNV-1a of 64 bits: to tell the bases of one folder apart it is enough, and no library is loaded for it."""
    found = 0xCBF29CE484222325
    for byte in data:
        found = (found ^ byte) * 0x100000001B3 % 2**64
    return found


def _silent(done: int, total: int) -> None:
    """No progress is shown."""


def open_base(fact_file: Path, progress: Progress = _silent, *, write: bool = True) -> Base:
    """The base of a fact file, built first where it is missing or stale. Without `write`, no file is touched.

    Raises FactFileError where the fact file is missing or invalid; the last good base then stays in place.
    """
    path = base_path(fact_file)
    base = _open(path, path, heals=write)
    if base is not None:
        recorded = base.meta.get("inputs", "")
        if inputs := fresh(recorded, fact_file):
            return base if inputs == recorded or not write else _noted(base, path, inputs)
        base.close()
    return _make(fact_file, path if write else None, progress)


def standing(fact_file: Path) -> str:
    """How the base of a fact file stands in the cache: "fresh", "stale" or "missing". Nothing is touched."""
    path = base_path(fact_file)
    base = _open(path, path, heals=False)
    if base is None:
        return "missing"
    is_fresh = fresh(base.meta.get("inputs", ""), fact_file)
    base.close()
    return "fresh" if is_fresh else "stale"


def _noted(base: Base, path: Path, inputs: str) -> Base:
    """The same base in a new file that knows how its inputs stand now: they need not be read at every start."""

    def fill(db: sqlite3.Connection) -> None:
        base.copy(db)
        with db:
            db.execute("UPDATE meta SET value = ? WHERE key = 'inputs'", (inputs,))

    written = _written(path, fill)
    if written:
        base.close()
    return written or base


def _open(path: Path, file: Path, *, heals: bool = True) -> Base | None:
    """The base at `path`, to be known as `file`; None where there is none that this version can read.

    `heals`: it is put away where it turns out to be damaged.
    """
    try:
        if not path.is_file():  # a pipe would be waited for
            return None
        known = identity(path)
        db = connect(path)
    except (sqlite3.Error, OSError):
        return None
    try:
        if dict(db.execute("SELECT key, value FROM meta")).get("format") == FORMAT:
            return Base(Reading(db, file, known, heals))
    except (sqlite3.Error, BaseFileError):
        pass
    db.close()
    return None


def _make(fact_file: Path, path: Path | None, progress: Progress) -> Base:
    # Only now: an up-to-date base opens without YAML or sentence splitting.
    from eujdef_tui.factfile.anchoring import anchor_evidence
    from eujdef_tui.store.compiler import build
    from eujdef_tui.text.unicode import clean

    file, inputs = read(fact_file)
    corpus = anchor_evidence(file, progress)
    meta = {"format": FORMAT, "title": file.title, "path": clean(str(fact_file)), "inputs": inputs}

    def fill(db: sqlite3.Connection) -> None:
        build(db, corpus, meta, progress)

    return (_written(path, fill) if path else None) or _in_memory(fact_file, fill)


def _written(path: Path, fill: Fill) -> Base | None:
    """The base, filled and put at `path`; None where it cannot be written there."""
    import tempfile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path.parent)
        handle, name = tempfile.mkstemp(prefix=_BUILDING, suffix=".sqlite", dir=path.parent)
    except OSError:
        return None
    beside = Path(name)
    try:
        with closing(sqlite3.connect(beside)) as db:
            db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            fill(db)
        os.fsync(handle)
        base = _open(beside, path)  # ours, whatever another process puts at `path` meanwhile
        if base is not None:
            with suppress(OSError):  # without a name it still serves this session
                beside.replace(path)
        return base
    except (sqlite3.Error, OSError):
        return None
    finally:
        os.close(handle)
        with suppress(OSError):
            beside.unlink()


def _sweep(folder: Path) -> None:
    """Remove what builds left behind that were killed, say by a lost connection."""
    for left in folder.glob(f"{_BUILDING}*"):
        with suppress(OSError):  # another process may sweep too
            if time.time() - left.stat().st_mtime > _ABANDONED:
                left.unlink()


def _in_memory(fact_file: Path, fill: Fill) -> Base:
    db = sqlite3.connect(":memory:", check_same_thread=False)
    try:
        fill(db)
    except sqlite3.Error as error:
        db.close()
        message = f"the base of {fact_file} cannot be made: {error}"
        raise BaseFileError(message, "this needs SQLite with FTS5, and memory for the whole base") from error
    return Base(Reading(db))
