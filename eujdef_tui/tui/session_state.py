"""Promise: what is remembered of a session comes back whole at the next start, or is as if it had never been.

There is one small JSON file for each fact file, in the user's state folder (XDG), named as the base is. It is written
beside and renamed into place. A file that is damaged, or not ours, is not read; a folder that cannot be written is no
error: then nothing is remembered.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from eujdef_tui.store import VIEWS, Base
from eujdef_tui.store.cache import base_path
from eujdef_tui.system.paths import state_folder
from eujdef_tui.text.unicode import clean

__all__ = [
    "LONGEST",
    "SEARCHES",
    "SessionState",
    "add_to_history",
    "load_state",
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
    """What is remembered. `picked` and `marks` are ids, `form` the form copied in last; `searches` newest first."""

    view: str = ""
    query: str = ""
    picked: str = ""
    form: str = ""
    marks: tuple[str, ...] = ()
    searches: tuple[str, ...] = ()


def add_to_history(query: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """The earlier searches, newest first, with this one as the newest."""
    return (query, *(other for other in before if other != query))[:SEARCHES]


def state_path(base: Base) -> Path | None:
    """Where what is remembered of a base stands. `EUJDEF_STATE` names another folder. None for a base of no file."""
    named = base.meta.get("path")
    place = base.file or (base_path(Path(named)) if named else None)
    if place is None:
        return None
    return state_folder() / f"{place.stem}.json"


def load_state(path: Path) -> SessionState:
    """What is remembered at `path`; nothing where there is no such file, or one that is none of ours."""
    with suppress(OSError):
        if path.is_file():  # a pipe would be waited for
            with path.open("rb") as file:
                return parse_state(file.read(MAX_BYTES + 1))
    return SessionState()


def parse_state(data: bytes) -> SessionState:
    """The state that these bytes hold; an empty one if they hold none."""
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
    words["view"] = words["view"] if words["view"] in VIEWS else ""
    return SessionState(**words, marks=marks[-MARKS:], searches=searches[:SEARCHES])


def _text(found: Any) -> str:
    """One line of text, made safe to show, and cut where it is too long. Raises ValueError for what is none."""
    if not isinstance(found, str):
        raise ValueError("not a text")
    found.encode("utf-8")  # half a character is none
    return clean(found[:LONGEST]).replace("\n", " ")


def _texts(found: Any) -> tuple[str, ...]:
    if not isinstance(found, list):
        raise ValueError("not a list")
    return tuple(dict.fromkeys(_text(item) for item in found))


def serialize_state(state: SessionState) -> bytes:
    """The state as it stands in a file."""
    kept = state._replace(marks=state.marks[-MARKS:], searches=state.searches[:SEARCHES])
    text = json.dumps({"schema_version": VERSION, **kept._asdict()}, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "replace")


def save_state(path: Path, state: SessionState) -> None:
    """Put the state at `path`, whole or not at all."""
    import tempfile

    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", suffix=".json", dir=path.parent)
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(serialize_state(state))
                file.flush()
                os.fsync(file.fileno())  # before the rename: else a power cut may leave an empty file under the name
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)
