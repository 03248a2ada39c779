"""Promise: a base is opened if it is true to its fact file, and made anew, whole or not at all, if it is not.

Bases stand in the user's cache folder (XDG) under the name of their fact file. A new one is written beside
and renamed into place, so that sessions that have the old one open go on undisturbed.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from eujdef_tui.base.store import Base
from eujdef_tui.base.tables import FORMAT
from eujdef_tui.problems import BaseFileError, FactFileError

__all__ = ["SHIPPED", "base_path", "open_base"]

Progress = Callable[[int, int], None]

_PACKAGE = Path(__file__).resolve().parent.parent


def _shipped() -> Path:
    """The corpus as a checkout has it, or as a wheel carries it."""
    checkout = _PACKAGE.parent / "data" / "facts.yaml"
    return checkout if checkout.exists() else _PACKAGE / "corpus" / "data" / "facts.yaml"


SHIPPED = _shipped()


def base_path(fact_file: Path) -> Path:
    """Where the base of a fact file stands in the user's cache. `EUJDEF_CACHE` names another folder."""
    path = fact_file.resolve()
    name = f"{path.stem}-{hashlib.sha256(str(path).encode()).hexdigest()[:12]}.sqlite"
    folder = os.environ.get("EUJDEF_CACHE")
    if folder:
        return Path(folder) / name
    from platformdirs import user_cache_path

    return user_cache_path("eujdef") / name


def _silent(done: int, total: int) -> None:
    """No progress is shown."""


def open_base(fact_file: Path, progress: Progress = _silent) -> Base:
    """The base of a fact file, built first where it is missing or stale.

    Raises FactFileError where the fact file is missing or invalid; the last good base then stays in place.
    """
    path = base_path(fact_file)
    base = _open(path)
    if base is not None:
        if _fresh(base.meta["inputs"], fact_file):
            return base
        base.close()
    return _make(fact_file, path, progress)


def _open(path: Path) -> Base | None:
    """The base at `path`, or None where there is none that this version can read."""
    if not path.is_file():
        return None
    # immutable: a base never changes once it has its name, so no lock is needed and pages are shared
    uri = f"file:{_quoted(path)}?mode=ro&immutable=1"
    try:
        base = Base(sqlite3.connect(uri, uri=True))
    except sqlite3.Error:
        return None
    if base.meta.get("format") == FORMAT:
        return base
    base.close()
    return None


def _quoted(path: Path) -> str:
    return str(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _stamp(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _fresh(inputs: str, fact_file: Path) -> bool:
    """Whether every input still is what it was: by size and time first, by content where those moved."""
    recorded = json.loads(inputs)
    try:
        if recorded["parts"] != _parts(fact_file):
            return False
        return all(
            _stamp(Path(path)) == (size, time) or _digest(Path(path)) == digest
            for path, size, time, digest in recorded["files"]
        )
    except OSError:
        return False


def _parts(fact_file: Path) -> list[str]:
    """The names of the files in a folder of fact files: one more or one less makes a base stale."""
    if not fact_file.is_dir():
        return []
    return sorted(p.name for p in fact_file.iterdir() if p.suffix in (".yaml", ".yml") and p.name[0] != ".")


def _inputs(fact_file: Path, files: Iterable[Path]) -> str:
    stamped = [(str(path), *_stamp(path), _digest(path)) for path in files]
    return json.dumps({"parts": _parts(fact_file), "files": stamped})


def _make(fact_file: Path, path: Path, progress: Progress) -> Base:
    # Only now: an up-to-date base opens without YAML or sentence splitting.
    from eujdef_tui.anchor import settle
    from eujdef_tui.base.build import build
    from eujdef_tui.load import load

    file = load(fact_file)
    corpus = settle(file)
    meta = {"format": FORMAT, "title": file.title, "path": str(fact_file)}
    meta["inputs"] = _inputs(fact_file, file.inputs)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".building-", suffix=".sqlite", dir=path.parent)
    except OSError:
        memory = sqlite3.connect(":memory:")
        build(memory, corpus, meta, progress)
        return Base(memory)
    os.close(handle)
    beside = Path(name)
    try:
        db = sqlite3.connect(beside)
        db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        build(db, corpus, meta, progress)
        db.close()
        beside.replace(path)
    except (sqlite3.Error, OSError) as error:
        message = f"the base of {fact_file} could not be written to {path.parent}: {error}"
        raise BaseFileError(message, "free some space there, or name another folder in EUJDEF_CACHE") from error
    finally:
        beside.unlink(missing_ok=True)
    opened = _open(path)
    if opened is None:
        raise FactFileError(f"the base of {fact_file} vanished from {path} as it was made", "start again")
    return opened
