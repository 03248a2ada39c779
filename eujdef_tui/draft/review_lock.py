"""One reviewer of an article at a time: a lock file that names host, process and time.

The file is locked too (flock), and the system lets go of that when the process ends, however it ends: what a killed
review left behind locks nobody out of its own machine.
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from eujdef_tui.text.unicode import clean, one_line

__all__ = ["Holder", "ReviewLock", "lock_path"]


class Holder(NamedTuple):
    """Who reviews: the name of the machine, the number of the process, and since when (ISO 8601)."""

    host: str
    pid: int
    time: str

    def __str__(self) -> str:
        since = f" since {self.time[:16].replace('T', ' ')}" if self.time else ""
        return one_line(clean(f"process {self.pid} on {self.host}{since}"))


def lock_path(draft: Path) -> Path:
    """The lock file of a file of drafts."""
    return draft.with_name(f".{draft.name}.lock")


class ReviewLock:
    """The lock of a file of drafts. `holder` is who else has it, None where it is ours."""

    def __init__(self, draft: Path, now: str) -> None:
        """Take the lock if it is free. Raises OSError where no lock file can be made."""
        self._path = lock_path(draft)
        here = socket.gethostname()
        self.holder: Holder | None = None
        while True:
            self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
            before = _read(self._handle)
            try:
                fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                self.holder = before or Holder("this machine or another", 0, "")
            if self._is_current():
                break
            os.close(self._handle)  # whoever had it deleted it meanwhile
            self.holder = None
        if self.holder is None and before and before.host != here:
            self.holder = before  # a network folder may not tell the locks of other machines
        if self.holder is None:
            line = json.dumps(Holder(here, os.getpid(), now)._asdict())
            os.ftruncate(self._handle, 0)
            os.pwrite(self._handle, line.encode(), 0)

    def _is_current(self) -> bool:
        """Whether the file that was opened is the one that stands there."""
        try:
            return os.path.samestat(os.fstat(self._handle), self._path.stat())
        except OSError:
            return False

    @property
    def advice(self) -> str:
        """What to do where another machine has the lock and nobody reviews there any more; "" where it is this one."""
        if self.holder is None or self.holder.host == socket.gethostname():
            return ""
        return f"If nobody reviews there any more, delete {clean(self._path.name)}."

    def release(self) -> None:
        """Let go of the lock."""
        if self._handle < 0:
            return
        if self.holder is None:
            with suppress(OSError):
                self._path.unlink()
        os.close(self._handle)
        self._handle = -1


def _read(handle: int) -> Holder | None:
    try:
        given = json.loads(os.pread(handle, 1000, 0))
    except (OSError, ValueError):
        return None
    match given:
        case {"host": str(host), "pid": int(pid), "time": str(time)}:
            return Holder(host[:80], pid, time[:40])
    return None
