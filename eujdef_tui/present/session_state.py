"""The state of a session as a JSON file: it is restored whole at the next start, or not at all.

Each fact file has one small state file in the user's state folder (XDG), named like its base. It is written to a
temporary file and renamed into place. Marks and searches are merged with those that another explorer wrote meanwhile. A
damaged or foreign file is ignored; a folder that cannot be written is no error: then nothing is saved.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from eujdef_tui.present.views import SCREEN_VIEWS
from eujdef_tui.store import Base
from eujdef_tui.store.cache import base_path
from eujdef_tui.system.paths import state_folder
from eujdef_tui.system.whole_file import write_whole
from eujdef_tui.text.unicode import clean

__all__ = [
    "LONGEST",
    "MARKS",
    "SEARCHES",
    "SessionState",
    "add_to_history",
    "load_state",
    "locked",
    "merged",
    "parse_state",
    "save_state",
    "serialize_state",
    "state_path",
]

VERSION = "1"
SEARCHES = 100  # earlier searches that are kept
MARKS = 500  # marked facts that are kept
LONGEST = 1000  # characters of any one text: as many as the search line takes
MAX_BYTES = 4 * 2**20  # more than all of these can be


class SessionState(NamedTuple):
    """What is saved. `picked` and `marks` are record ids; `searches` are newest first.

    `copy_format` is the citation format used last; in the file its key is "form".
    """

    view: str = ""
    query: str = ""
    picked: str = ""
    copy_format: str = ""
    marks: tuple[str, ...] = ()
    searches: tuple[str, ...] = ()


def add_to_history(query: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """Add a search to the earlier ones as the newest; the oldest of more than `SEARCHES` drops out."""
    return (query, *(other for other in before if other != query))[:SEARCHES]


def state_path(base: Base) -> Path | None:
    """The state file of a base, None for a base without a fact file. `EUJDEF_STATE` names another folder."""
    named = base.meta.get("path")
    place = base.file or (base_path(Path(named)) if named else None)
    if place is None:
        return None
    return state_folder() / f"{place.stem}.json"


def load_state(path: Path) -> SessionState:
    """Read the state at `path`; an empty one if there is no such file or it is not a state."""
    with suppress(OSError):
        if path.is_file():  # reading a pipe would wait
            with path.open("rb") as file:
                return parse_state(file.read(MAX_BYTES + 1))
    return SessionState()


def parse_state(data: bytes) -> SessionState:
    """Parse the bytes of a state file; an empty state if they are not one."""
    if len(data) > MAX_BYTES:
        return SessionState()
    try:
        found = json.loads(data.decode("utf-8"))
        if not isinstance(found, dict) or found.get("schema_version") != VERSION:
            return SessionState()
        words = {name: _text(found.get(name, "")) for name in ("view", "query", "picked", "form")}
        marks, searches = (_texts(found.get(name, [])) for name in ("marks", "searches"))
    except (ValueError, RecursionError):
        return SessionState()
    words["view"] = words["view"] if words["view"] in SCREEN_VIEWS else ""
    return SessionState(
        words["view"], words["query"], words["picked"], words["form"], marks[-MARKS:], searches[:SEARCHES]
    )


def _text(found: Any) -> str:
    """Check that a value is text; return it as one safe line of at most `LONGEST` characters, or raise ValueError."""
    if not isinstance(found, str):
        raise ValueError("not a text")
    found.encode("utf-8")  # raises UnicodeEncodeError, a ValueError, for half of a surrogate pair
    return clean(found[:LONGEST]).replace("\n", " ")


def _texts(found: Any) -> tuple[str, ...]:
    if not isinstance(found, list):
        raise ValueError("not a list")
    return tuple(dict.fromkeys(_text(item) for item in found))


def serialize_state(state: SessionState) -> bytes:
    """The bytes of a state file."""
    values = {
        "schema_version": VERSION,
        "view": state.view,
        "query": state.query,
        "picked": state.picked,
        "form": state.copy_format,
        "marks": state.marks[-MARKS:],
        "searches": state.searches[:SEARCHES],
    }
    text = json.dumps(values, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "replace")


def merged(before: SessionState, ours: SessionState, theirs: SessionState) -> SessionState:
    """Return our state with the marks and searches that others wrote since ours was `before`.

    What we marked, unmarked or searched since then is done to theirs; all else stays as they left it.
    """
    gone = set(before.marks) - set(ours.marks)
    marks = dict.fromkeys(mark for mark in theirs.marks if mark not in gone)
    marks |= dict.fromkeys(mark for mark in ours.marks if mark not in before.marks)
    new = next(n for n in range(len(ours.searches) + 1) if _is_rest(ours.searches[n:], before, ours.searches[:n]))
    dropped = set(before.searches) - set(ours.searches)
    searches = dict.fromkeys((*ours.searches[:new], *(search for search in theirs.searches if search not in dropped)))
    return ours._replace(marks=tuple(marks)[-MARKS:], searches=tuple(searches)[:SEARCHES])


def _is_rest(searches: tuple[str, ...], before: SessionState, newer: tuple[str, ...]) -> bool:
    """Whether these searches are those of before, in their order, without newer ones and the oldest."""
    old = tuple(search for search in before.searches if search not in newer)
    return old[: len(searches)] == searches


def save_state(path: Path, state: SessionState, before: SessionState | None = None) -> str:
    """Write the state to `path`, whole or not at all; return what keeps it from being written, "" for nothing.

    With `before`, ours as it was read or written last, what other explorers wrote meanwhile is kept: see `merged`.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locked(path.parent):
            if before is not None and path.is_file():
                state = merged(before, state, load_state(path))
            write_whole(path, serialize_state(state))
    except OSError as error:
        return error.strerror or "it cannot be written"
    return ""


LOCK_TRIES = 20  # a hundredth of a second each: a stopped program may hold the lock, and the screen waits


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of the state folder, so that no other explorer writes between our reading and writing."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        for _ in range(LOCK_TRIES):
            with suppress(OSError):  # held by another, or a file system without locks
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            time.sleep(0.01)
        yield
    finally:
        os.close(handle)
