"""The cache of bases: open the base of a fact file, and build it where it is missing, stale or damaged.

Bases stand in the user's cache folder (XDG), named after their fact file. A new one is written to a temporary file,
fsynced and renamed into place: sessions that have the old one open keep it, and a crash leaves the old one or the new
one. Where no file can be written, the base is built in memory.
"""

from __future__ import annotations

import os
import sqlite3
import time
import zlib
from collections.abc import Callable
from contextlib import closing, suppress

from eujdef_tui.errors import BaseFileError
from eujdef_tui.store.base_key import base_key
from eujdef_tui.store.connection import ODD_VALUES, ReadConnection, connect, file_identity
from eujdef_tui.store.database import Base
from eujdef_tui.store.fingerprint import is_confined, refreshed, resolved
from eujdef_tui.system.paths import StrPath, cache_folder_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "DAMAGE",
    "SHIPPED",
    "base_path",
    "base_state",
    "build_at",
    "open_base",
    "open_shared",
    "rebuilt_base",
]

Progress = Callable[..., None]  # (done, total), and for files the word "files"
Fill = Callable[[sqlite3.Connection], None]

_BUILD_IT = "eujdef build -f FACTS --base FILE makes it"
_BUILDING = ".building-"
_ABANDONED = 24 * 3600  # seconds after which a temporary file belongs to no running build

# What reading a base raises that is damaged.
DAMAGE = (BaseFileError, sqlite3.DatabaseError, IndexError, *ODD_VALUES)

_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))


def _shipped() -> str:
    """Return the shipped fact file, in a checkout or in an installed wheel."""
    checkout = f"{os.path.dirname(_PACKAGE)}/data/facts.yaml"
    return checkout if os.path.exists(checkout) else f"{_PACKAGE}/corpus/data/facts.yaml"


SHIPPED = _shipped()
_SHIPPED_BASE = f"{_PACKAGE}/corpus/facts.sqlite"  # in a wheel (see store/shipping.py)


def base_path(fact_file: StrPath) -> Path:
    """Return where the base of a fact file stands in the user's cache. `EUJDEF_CACHE` names another folder.

    The name ends with a CRC-32 of the fact file's path. Two paths of one name and one CRC would take turns to build the
    base, for it records its inputs.
    """
    from pathlib import Path  # not for `find`, see system/paths.py

    return Path(_base_path(fact_file))


def _base_path(fact_file: StrPath) -> str:
    path = resolved(fact_file)
    stem, _ = os.path.splitext(os.path.basename(path))
    stem = "".join(sign if sign.isalnum() or sign in "_.-" else "_" for sign in stem[:40])
    return os.path.join(cache_folder_name(), f"{stem}-{zlib.crc32(os.fsencode(path)):08x}.sqlite")


def _no_progress(done: int, total: int, unit: str = "") -> None:
    """Show nothing."""


def open_base(fact_file: StrPath, progress: Progress = _no_progress, *, write: bool = True) -> Base:
    """Open the base of a fact file; build it first where it is missing or stale.

    `progress` is called with (done, total) while it is built. Without `write`, as on a shared box, no file is
    written or deleted, no article outside the folder of the fact file is read, and the base is built in memory where
    it must be. Raises FactFileError where the fact file is missing or invalid; the last good base then stays in place.
    Raises BaseFileError where SQLite cannot make one. A damaged base is built anew, and
    `repaired` of the new one says so.
    """
    path = _base_path(fact_file)
    try:
        base = _open(path, path, delete_damaged=write)
        if base is not None and (found := _fresh(base, fact_file, path, write=write)):
            return found
    except DAMAGE as error:
        return rebuilt_base(fact_file, error, progress, write=write)
    if os.fspath(fact_file) == SHIPPED and (shipped := _shipped_base(path, write=write)):
        if base:
            base.close()
        return shipped
    if base is None:
        return _build(fact_file, path if write else None, progress)
    with closing(base):
        return _build(fact_file, path if write else None, progress, base)


def _is_base(path: StrPath) -> bool:
    """Whether a file is empty or a base of ours, of whatever version and however damaged, and no other database."""
    from eujdef_tui.store.seal import is_sealed

    try:
        if not os.path.isfile(path):  # reading a pipe would block
            return False
        if os.stat(path).st_size == 0 or is_sealed(path):
            return True
        with closing(connect(path)) as db:
            ((value,),) = db.execute("SELECT value FROM meta WHERE key = 'format'")
            return str(value).startswith("eujdef ")
    except (OSError, *DAMAGE):
        return False


def _fresh(base: Base, fact_file: StrPath, path: str, *, write: bool) -> Base | None:
    """Return a base that is fresh, or a copy at `path` with the present times of its inputs; None for a stale one."""
    recorded = base.meta.get("inputs", "")
    fingerprint = refreshed(recorded, fact_file)
    if not fingerprint or not (write or is_confined(fingerprint, fact_file)):
        return None
    if fingerprint != recorded and write:
        return _with_fingerprint(base, path, fingerprint, fact_file)
    base.meta["inputs"] = fingerprint
    return base


def _shipped_base(path: str, *, write: bool) -> Base | None:
    """Open the base that a wheel carries, by a copy in the cache; None where there is none that fits its corpus."""
    try:
        base = _open(_SHIPPED_BASE, _SHIPPED_BASE, delete_damaged=False)
        return _fresh(base, SHIPPED, path, write=write) if base else None
    except DAMAGE:
        return None


def open_shared(path: StrPath) -> Base:
    """Open a base that somebody else made, read only. Raises BaseFileError where it is none that can be read here."""
    path = os.fspath(path)
    try:
        base = _open(path, path, delete_damaged=False)
    except DAMAGE as error:
        raise BaseFileError(f"the base {path} is damaged: {error.__cause__ or error}", _BUILD_IT) from error
    if base is None:
        known = os.path.isfile(path)
        message = f"the base {path} was made by another version" if known else f"there is no base {path}"
        raise BaseFileError(message, _BUILD_IT)
    return base


def build_at(fact_file: StrPath, path: StrPath, progress: Progress = _no_progress, *, shared: bool = True) -> Base:
    """Build the base of a fact file at a path. Where it is `shared`, whom the umask lets may read it.

    What the base there has kept is taken over; one that is fresh stays. Raises FactFileError, and BaseFileError where
    it cannot be written.
    """
    path = os.fspath(path)
    if os.path.exists(path) and not _is_base(path):
        raise BaseFileError(f"{path} is there and no base: it is left as it is", "name another file")
    try:
        old = _open(path, path, delete_damaged=False)
    except DAMAGE:
        old = None
    if old and old.meta.get("inputs") == refreshed(old.meta.get("inputs", ""), fact_file):
        if shared:
            with suppress(OSError):  # it is another's, who may read it
                _let_read(path)
        return old
    errors: list[Exception] = []
    base = _build(fact_file, path, progress, old, errors)
    if old:
        old.close()
    if base.file is None:
        why = "; ".join(dict.fromkeys(getattr(error, "strerror", None) or str(error) for error in errors))
        advice = "name a folder that you may write to, with room for it"
        raise BaseFileError(f"the base {path} cannot be written: {why or 'it cannot be opened'}", advice)
    if shared:
        _let_read(path)
    return base


def _let_read(path: str) -> None:
    """Let those read a base whom the umask lets. Raises OSError."""
    umask = os.umask(0)
    os.umask(umask)
    os.chmod(path, 0o666 & ~umask)


def rebuilt_base(
    fact_file: StrPath, error: Exception, progress: Progress = _no_progress, *, write: bool = True
) -> Base:
    """Build the base of a fact file anew, whatever stands in the cache: `error` says how that is damaged.

    Raises as `open_base`.
    """
    base = _build(fact_file, _base_path(fact_file) if write else None, progress)
    kept = "it was built anew" if base.file else "it was built anew, in memory"
    why = error.__cause__ or error  # without the path, which a client of a shared box need not know
    base.repaired = f"the base was damaged ({why}): {kept}"
    return base


def base_state(fact_file: StrPath) -> str:
    """Return "fresh", "stale", "missing" or "damaged" for the base of a fact file in the cache.

    All of it is looked at. No file is written or deleted.
    """
    path = _base_path(fact_file)
    try:
        base = _open(path, path, delete_damaged=False)
        if base is None:
            return "missing"
        with closing(base):
            is_fresh = refreshed(base.meta.get("inputs", ""), fact_file)
            return "damaged" if not base.is_whole() else "fresh" if is_fresh else "stale"
    except DAMAGE:
        return "damaged"


def _with_fingerprint(base: Base, path: str, fingerprint: str, fact_file: StrPath) -> Base:
    """Copy a base to a new file with the present fingerprint: else every start would hash the touched inputs again.

    Raises BaseFileError where the base is not as it was written.
    """
    from eujdef_tui.text.unicode import clean  # few starts need it

    def fill(db: sqlite3.Connection) -> None:
        base.connection.copy_verified_to(db)  # the copy gets a seal of its own: damage would never show again
        with db:
            told = {"inputs": fingerprint, "path": clean(str(fact_file))}
            db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", told.items())

    errors: list[Exception] = []
    if written := _written(path, fill, errors):
        base.close()
    elif damage := [error for error in errors if isinstance(error, BaseFileError)]:
        raise damage[0]
    return written or base


def _open(path: str, file: str, *, delete_damaged: bool = True) -> Base | None:
    """Open the base at `path`, which is or will be renamed to `file`; None where this version cannot read it.

    Raises one of DAMAGE where it is damaged.
    """
    try:
        if not os.path.isfile(path):  # opening a pipe would block
            return None
        identity = file_identity(path)
        db = connect(path)
    except (sqlite3.Error, OSError):
        return None
    try:
        if dict(db.execute("SELECT key, value FROM meta")).get("format") == base_key():
            return Base(ReadConnection(db, file, identity, delete_damaged=delete_damaged))
    except DAMAGE:
        db.close()
        raise
    db.close()
    return None


def _build(
    fact_file: StrPath,
    path: str | None,
    progress: Progress,
    old: Base | None = None,
    errors: list[Exception] | None = None,
) -> Base:
    """Build the base of a fact file at `path`, None: in memory. Of the `old` one, what still holds is taken over.

    To `errors` each one is added for which no file could be written.
    """
    # Imported only now: a fresh base opens without YAML and sentence splitting.
    from pathlib import Path

    from eujdef_tui.store.building import ways_to_fill
    from eujdef_tui.store.unfinished import forget

    ways = ways_to_fill(Path(fact_file), Path(path) if path else None, old, progress)
    if path:
        for fill in ways:
            if written := _written(path, fill, [] if errors is None else errors):
                forget(Path(path))
                return written
    return _in_memory(fact_file, ways[-1])


def _written(path: str, fill: Fill, errors: list[Exception]) -> Base | None:
    """Write a base at `path` and open it; None where it cannot be written there: the error is added to `errors`."""
    import tempfile

    from eujdef_tui.store.seal import seal  # a fresh base opens without it

    try:
        folder = os.path.dirname(path)
        os.makedirs(folder, exist_ok=True)
        _sweep(folder)
        handle, temporary = tempfile.mkstemp(prefix=_BUILDING, suffix=".sqlite", dir=folder)
    except OSError as error:
        errors.append(error)
        return None
    try:
        with closing(sqlite3.connect(temporary)) as db:
            db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            fill(db)
        seal(temporary)
        os.fsync(handle)  # before the rename: else a power cut may leave an empty file under the name
        base = _open(temporary, path)  # before the rename: another process may put its own at `path`
        if base is not None:
            with suppress(OSError):  # where it cannot be renamed it still serves this session
                os.replace(temporary, path)
        return base
    except (OSError, *DAMAGE) as error:
        errors.append(error)
        return None
    finally:
        os.close(handle)
        with suppress(OSError):
            os.unlink(temporary)


def _sweep(folder: str) -> None:
    """Delete temporary files of builds that were killed, for instance by a lost connection."""
    for name in os.listdir(folder):
        left = os.path.join(folder, name)
        with suppress(OSError):  # another process may delete it first
            if name.startswith(_BUILDING) and time.time() - os.stat(left).st_mtime > _ABANDONED:
                os.unlink(left)


def _in_memory(fact_file: StrPath, fill: Fill) -> Base:
    db = sqlite3.connect(":memory:", check_same_thread=False)
    try:
        fill(db)
    except sqlite3.Error as error:
        db.close()
        message = f"the base of {fact_file} cannot be made: {error}"
        raise BaseFileError(message, "this needs SQLite with FTS5, and memory for the whole base") from error
    return Base(ReadConnection(db))
