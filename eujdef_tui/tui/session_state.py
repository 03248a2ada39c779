"""The state of a session as a JSON file: it is restored whole at the next start, or not at all.

Each fact file has one small state file in the user's state folder (XDG), named like its base. It is written to a
temporary file and renamed into place. A damaged or foreign file is ignored; a folder that cannot be written is no
error: then nothing is saved.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from eujdef_tui.store import Base
from eujdef_tui.store.cache import base_path
from eujdef_tui.system.paths import state_folder
from eujdef_tui.text.unicode import clean
from eujdef_tui.tui.views import SCREEN_VIEWS

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


def save_state(path: Path, state: SessionState) -> None:
    """Write the state to `path`, whole or not at all."""
    import tempfile

    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", suffix=".json", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(serialize_state(state))
                file.flush()
                os.fsync(file.fileno())  # before the rename: else a power cut may leave an empty file under the name
            temporary.replace(path)
        except OSError:
            temporary.unlink(missing_ok=True)
