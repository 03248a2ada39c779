"""Save the session half a second after its last change; an idle program does nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from eujdef_tui.present.saved_session import SavedSession
from eujdef_tui.present.session_state import SessionState

__all__ = ["SessionSaver"]

DELAY = 0.5  # seconds without a change before the state is written


class SessionSaver(SavedSession):
    """A session that is saved soon after each change."""

    def __init__(self, path: Path | None = None, *, fresh: bool = False) -> None:
        """Restore the state at `path`, as `SavedSession` does."""
        super().__init__(path, fresh=fresh)
        self._timer: asyncio.TimerHandle | None = None

    def save_soon(self, state: Callable[[], SessionState]) -> None:
        """Save once `DELAY` has passed without another call: something may have changed."""
        self.cancel()
        if self._path is not None:
            self._timer = asyncio.get_running_loop().call_later(DELAY, lambda: self.save(state()))

    def save(self, state: SessionState) -> None:
        """Write the state now, if it differs from the one written last."""
        self.cancel()
        super().save(state)

    def cancel(self) -> None:
        """Stop the timer of `save_soon`."""
        if self._timer:
            self._timer.cancel()
        self._timer = None
