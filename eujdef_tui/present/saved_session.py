"""The session that is kept: the state that the one before left, and the file that this one writes."""

from __future__ import annotations

import os
from pathlib import Path

from eujdef_tui.present.session_state import SessionState, load_state, save_state
from eujdef_tui.system.paths import HOMELESS, is_writable

__all__ = ["SavedSession"]


class SavedSession:
    """The state saved by the session before, and the file for the state of this one; None saves nothing.

    With `fresh`, view, query and picked record are not restored; marks, searches and the copy format are.
    """

    def __init__(self, path: Path | None = None, *, fresh: bool = False) -> None:
        self._path = path
        self.state = SessionState() if path is None else load_state(path)
        if fresh:
            self.state = self.state._replace(view="", query="", picked="")
        self._saved = self.state
        self._failure = ""  # why the state could not be written last

    def save(self, state: SessionState) -> None:
        """Write the state now, if it differs from the one written last."""
        if self._path is not None and state != self._saved:
            self._failure = save_state(self._path, state, before=self._saved)
            if not self._failure:
                self._saved = state

    def failure(self) -> str:
        """Why nothing of this session will be remembered; "" where it will be, or where nothing ever is."""
        if self._path is None:
            return ""
        folder = self._path.parent
        if str(folder) != HOMELESS and Path(os.devnull) in folder.parents:
            return ""  # EUJDEF_STATE asks for no memory
        return self._failure or ("" if is_writable(folder) else "the state folder cannot be written; see eujdef doctor")
