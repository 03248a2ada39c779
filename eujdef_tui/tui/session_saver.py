"""Promise: what is remembered is written once things are at rest, and costs an idle program nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from eujdef_tui.tui.session_state import SessionState, load_state, save_state

__all__ = ["SessionSaver"]

REST = 0.5  # seconds without a change


class SessionSaver:
    """What was remembered at the start, and the place for what is remembered of this session; None for nowhere.

    `fresh`: what was on the screen is not brought back; marks, searches and the copy form are.
    """

    def __init__(self, path: Path | None = None, *, fresh: bool = False) -> None:
        self._path = path
        self.state = SessionState() if path is None else load_state(path)
        if fresh:
            self.state = self.state._replace(view="", query="", picked="")
        self._kept = self.state
        self._later: asyncio.TimerHandle | None = None

    def save_soon(self, state: Callable[[], SessionState]) -> None:
        """Something may have changed: write the state unless more changes follow at once."""
        self.cancel()
        if self._path is not None:
            self._later = asyncio.get_running_loop().call_later(REST, lambda: self.save(state()))

    def save(self, state: SessionState) -> None:
        """Write the state, if it is another than the last."""
        self.cancel()
        if self._path is not None and state != self._kept:
            self._kept = state
            save_state(self._path, state)

    def cancel(self) -> None:
        """Write nothing later."""
        if self._later:
            self._later.cancel()
        self._later = None
