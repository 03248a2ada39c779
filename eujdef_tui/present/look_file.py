"""The file of what was looked at last, beside the state of the session, and what changed since.

It is read whole or not at all, and written so. What another explorer looked at meanwhile is kept
(`last_look.merged_looks`).
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from eujdef_tui.compare.last_look import LastLook, input_key, look_at, merged_looks, pack_look, unpack_look
from eujdef_tui.compare.news import News, news_of
from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.present.session_state import locked
from eujdef_tui.store import Base
from eujdef_tui.system.paths import is_writable
from eujdef_tui.system.whole_file import write_whole
from eujdef_tui.text import edtf

__all__ = ["Looked", "load_look", "look_again", "look_path", "mark_seen", "save_look"]

MAX_BYTES = 16 * 2**20


class Looked(NamedTuple):
    """A look at a base. `before` is the last one, None for none, and `news` then what changed since."""

    before: LastLook | None
    now: LastLook
    news: News | None


def look_again(base: Base, state: Path | None) -> Looked | None:
    """Look at a base, and keep that look where nothing changed since the last.

    `state` is the file of the session's state. None where nothing can be remembered beside it.
    """
    if state is None or not is_writable(state.parent):
        return None
    path, today, key = look_path(state), edtf.today(), input_key(base)
    before = load_look(path)
    if before is not None and before.key == key != "":
        now = before._replace(day=max(today, before.day))
    else:
        now = look_at(base, today)
    news = news_of(base, before, now) if before is not None else None
    if not news and now != before and not save_look(path, now, before) and before is None:
        return None
    return Looked(before, now, news)


def mark_seen(state: Path, looked: Looked) -> Looked:
    """Keep a look whose changes were read, so that the next one tells what changed since."""
    return looked._replace(before=looked.now) if save_look(look_path(state), looked.now, looked.before) else looked


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
