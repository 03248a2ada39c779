"""What changed since the facts were looked at last: a quiet word in the footer, and the list that a key opens.

It is worked out in a thread once the first screen is shown, and again when a changed fact file was read anew. What was
looked at is remembered when the list is opened, and where nothing had changed. Without a state folder that can be
written there is no word, and no error.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from eujdef_tui.errors import EujdefError
from eujdef_tui.store import Base
from eujdef_tui.text import edtf

if TYPE_CHECKING:
    from eujdef_tui.compare.last_look import LastLook
    from eujdef_tui.compare.news import News

__all__ = ["Changes"]


class Changes:
    """What changed in a base since the look that the file beside the session's state has; None looks at nothing.

    `news` is None until it is worked out, and where nothing is remembered; `pending` says whether it is yet to come.
    """

    def __init__(self, state: Path | None, told: Callable[[str], None]) -> None:
        """`told` is given the words of the footer, "" for none."""
        self._state = state
        self._told = told
        self._base: Base | None = None  # a connection of the thread's own
        self._before: LastLook | None = None
        self._now: LastLook | None = None
        self.news: News | None = None
        self.pending = state is not None

    @property
    def remembers(self) -> bool:
        """Whether what is looked at can be remembered, once it was looked at."""
        return self._now is not None

    def look(self, base: Base) -> None:
        """Begin to look at a base in a thread; an earlier look that is not done is dropped.

        The thread is a daemon, as that of the reloader is: whoever quits meanwhile does not wait for it.
        """
        self.stop()
        if self._state is None:
            return
        loop, own = asyncio.get_running_loop(), base.reopen()
        self._base, self.pending = own, True

        def work() -> None:
            found = None
            try:
                with suppress(EujdefError):  # given up, or a damaged base: whoever reads it next is told
                    found = _looked(own, self._state)
            finally:
                with suppress(RuntimeError):  # the explorer has ended
                    loop.call_soon_threadsafe(self._take, own, found)

        threading.Thread(target=work, daemon=True).start()

    def stop(self) -> None:
        """Drop the look that is not done."""
        if self._base is not None:
            self._base.interrupt()
        self._base, self.pending = None, False

    def _take(self, base: Base, found: tuple[LastLook | None, LastLook, News | None] | None) -> None:
        if base is not self._base:
            base.close()
            return
        self._base, self.pending = None, False
        base.close()
        if found is not None:
            self._before, self._now, self.news = found
            self._told(self.news.words(edtf.today()) if self.news else "")

    def seen(self) -> None:
        """Remember that what there is now was looked at."""
        if self._state is not None and self._now is not None and self.news:
            from eujdef_tui.present.look_file import look_path, save_look

            if save_look(look_path(self._state), self._now, self._before):
                self._before = self._now
        self._told("")


def _looked(base: Base, state: Path | None) -> tuple[LastLook | None, LastLook, News | None] | None:
    """The last look, the present one and what changed between them; the present one is saved if that is nothing."""
    from eujdef_tui.compare.last_look import input_key, look_at
    from eujdef_tui.compare.news import news_of
    from eujdef_tui.present.look_file import load_look, look_path, save_look
    from eujdef_tui.system.paths import is_writable

    if state is None or not is_writable(state.parent):
        return None
    path, today, key = look_path(state), edtf.today(), input_key(base)
    before = load_look(path)
    if before is not None and before.key == key != "":
        now = before._replace(day=max(today, before.day))
    else:
        now = look_at(base, today)
    news = news_of(base, before, now) if before is not None else None
    if not news and now != before:
        save_look(path, now, before)
    return before, now, news
