"""The file of what was looked at last, beside the state of the session: read whole or not at all, and written so.

What another explorer looked at meanwhile is kept (`last_look.merged_looks`).
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from eujdef_tui.compare.last_look import LastLook, merged_looks, pack_look, unpack_look
from eujdef_tui.present.session_state import locked
from eujdef_tui.system.whole_file import write_whole

__all__ = ["load_look", "look_path", "save_look"]

MAX_BYTES = 16 * 2**20


def look_path(state: Path) -> Path:
    """The file of the last look that belongs to a state file."""
    return state.with_suffix(".seen")


def load_look(path: Path) -> LastLook | None:
    """Read a last look; None where there is no such file or it is none."""
    with suppress(OSError):
        if path.is_file():  # reading a pipe would wait
            with path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
            return unpack_look(data) if len(data) <= MAX_BYTES else None
    return None


def save_look(path: Path, look: LastLook, before: LastLook | None) -> bool:
    """Write a look, whole or not at all; whether it could be written. `before` is ours as it was read."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locked(path.parent):
            theirs = load_look(path)
            if theirs is not None and before is not None and theirs != before:
                look = merged_looks(before, look, theirs)
            write_whole(path, pack_look(look))
    except OSError:
        return False
    return True
