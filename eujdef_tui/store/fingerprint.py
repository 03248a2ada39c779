"""Promise: a base counts as fresh only while its inputs hold just what it was made from.

An input whose size and times stand as they stood is taken to be the same; where they moved, its content decides.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from eujdef_tui.errors import Place, Problem
from eujdef_tui.factfile.files import fact_files, read_bytes

if TYPE_CHECKING:
    from eujdef_tui.model.records import FactFile

__all__ = ["fresh", "place_of", "read"]

# An input as it stands: its path; its size, time of change and time of status change; its SHA-256.
Entry: TypeAlias = tuple[str, list[int], str]


def place_of(fact_file: Path) -> Path:
    """One path for a fact file from whatever folder it is named. A link stays itself: articles lie beside it."""
    return Path(os.path.realpath(fact_file.parent)) / fact_file.name


def fresh(record: str, fact_file: Path) -> str:
    """The record of its inputs that `read` made, as they stand now, if they are still all there are and hold what they
    held; else "". It is another record where they were touched and nothing more."""
    try:
        recorded = json.loads(record)
        if recorded["parts"] != list(map(str, _parts(fact_file))):
            return ""
        entries = [_entry(Path(path), known=(stamp, digest)) for path, stamp, digest in recorded["inputs"]]
        if [digest for *_, digest in entries] != [digest for *_, digest in recorded["inputs"]]:
            return ""
        return _record(recorded["parts"], entries)
    except (OSError, KeyError, TypeError, ValueError):
        return ""


def read(fact_file: Path) -> tuple[FactFile, str]:
    """The fact file, and a record of its inputs for `fresh`. Raises FactFileError where it is missing or invalid.

    Where an input changed while it was read `fresh` will say no: the base serves now, and is made anew next time.
    """
    from eujdef_tui.factfile.loader import load

    try:
        entries = [_entry(path) for path in _parts(fact_file)]  # before: a change while it is read then shows
    except OSError:
        entries = []  # what is wrong, `load` tells
    file = load(fact_file)
    if not entries:
        return file, ""
    parts = [path for path, *_ in entries]
    folder = Path(parts[0]).parent
    texts = {folder / source.file: file.texts[source.id] for source in file.sources}
    try:
        entries += [_entry(path, text) for path, text in texts.items()]
    except (OSError, ValueError):
        return file, ""
    return file, _record(parts, entries)


def _record(parts: list[str], entries: list[Entry]) -> str:
    return json.dumps({"parts": parts, "inputs": entries})


def _parts(fact_file: Path) -> list[Path]:
    """The YAML files of a fact file: one more or one less in a folder makes a base stale."""
    files = fact_files(place_of(fact_file))
    return [] if isinstance(files, Problem) else files


def _entry(path: Path, text: str | None = None, known: tuple[list[int], str] | None = None) -> Entry:
    """An input as it stands, unread where it is `known` to stand so. Raises ValueError where it does not hold this
    text, if one is given."""
    stamp = _stamp(path)  # before its content: what changes between them is then seen to have moved
    if known and known[0] == stamp:
        return str(path), stamp, known[1]
    import hashlib

    data = _bytes(path)
    if text is not None:
        from eujdef_tui.text.unicode import clean

        if clean(data.decode()) != text:
            raise ValueError(f"{path} has changed")
    return str(path), stamp, hashlib.sha256(data).hexdigest()


def _bytes(path: Path) -> bytes:
    """What a file holds. Raises OSError for what `load` will not read: a pipe, a device, one that is too large."""
    data = read_bytes(path, Place(str(path)))
    if isinstance(data, Problem):
        raise OSError(data.message)
    return data


def _stamp(path: Path) -> list[int]:
    found = path.stat()
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns]
