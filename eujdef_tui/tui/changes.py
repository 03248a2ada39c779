"""What changed since the facts were looked at last: a quiet word in the footer, and the list that a key opens.

It is worked out in a thread once the first screen is shown, and again when a changed fact file was read anew. What was
looked at is remembered when the list is opened, and where nothing had changed. Without a state folder that can be
written there is no word, and no error.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from eujdef_tui.errors import BaseFileError, EujdefError
from eujdef_tui.store import Base
from eujdef_tui.text import edtf
from eujdef_tui.tui.daemon_thread import in_daemon_thread

if TYPE_CHECKING:
    from eujdef_tui.present.look_file import Looked

__all__ = ["Changes"]


class Changes:
    """What changed in a base since the look that the file beside the session's state has; None looks at nothing.

    `looked` is None until it is worked out, and where nothing is remembered; `pending` says whether it is yet to come,
    `failed` whether the last look came to no end.
    """

    def __init__(self, state: Path | None, told: Callable[[str], None]) -> None:
        """`told` is given the words of the footer once a look has ended, "" for none."""
        self._state = state
        self._told = told
        self._base: Base | None = None  # a connection of the thread's own
        self._task: asyncio.Task[None] | None = None  # the loop alone does not keep it
        self.looked: Looked | None = None
        self.pending = state is not None
        self.failed = False

    def look(self, base: Base) -> None:
        """Begin to look at a base in a thread; an earlier look that is not done is dropped."""
        self.stop()
        if self._state is None:
            return
        try:
            own = base.reopen()
        except EujdefError:  # a damaged base: whoever reads it next is told
            self._end(None, failed=True)
            return
        self._base, self.pending = own, True
        self._task = asyncio.create_task(self._look(own))

    def stop(self) -> None:
        """Drop the look that is not done."""
        if self._base is not None:
            self._base.interrupt()
        self._base, self.pending = None, False

    async def _look(self, base: Base) -> None:
        found, failed = None, True
        with suppress(EujdefError):  # given up, or a damaged base: whoever reads it next is told
            found = await in_daemon_thread(
                partial(_looked_again, base, self._state), BaseFileError("nothing was found out")
            )
            failed = False
        base.close()
        if base is self._base:
            self._base = None
            self._end(found, failed=failed)

    def _end(self, found: Looked | None, *, failed: bool) -> None:
        """Keep what was found, and say that the look has ended, also where it found nothing: `d` may wait for it."""
        self.looked, self.failed, self.pending = found, failed, False
        self._told(found.news.words(edtf.today()) if found and found.news else "")

    def seen(self) -> None:
        """Remember that what there is now was looked at."""
        if self._state is not None and self.looked is not None and self.looked.news:
            from eujdef_tui.present.look_file import mark_seen

            self.looked = mark_seen(self._state, self.looked)
        self._told("")


def _looked_again(base: Base, state: Path | None) -> Looked | None:
    from eujdef_tui.present.look_file import look_again  # in the thread: the first screen needs none of it

    return look_again(base, state)
