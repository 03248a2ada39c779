"""Read a fact file anew beside the explorer, which goes on with the base that it has."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from eujdef_tui.errors import BaseFileError
from eujdef_tui.store import Base, InputWatch, open_base
from eujdef_tui.tui.daemon_thread import in_daemon_thread

__all__ = ["Reloader"]


class Reloader:
    """Builds the base of one fact file in a thread. `ready` is the new base until it is taken.

    `fact_file` is None where only a base is open.
    """

    def __init__(self, fact_file: Path | None, *, write: bool) -> None:
        """Without `write` no file is written: the base is built in memory."""
        self.fact_file = fact_file
        self._write = write
        self.running = False
        self.ready: Base | None = None

    def watch(self, base: Base) -> InputWatch | None:
        """A watch over the inputs of a base that was built from the fact file; None without one."""
        return InputWatch(base.meta.get("inputs", ""), self.fact_file) if self.fact_file else None

    async def read(self) -> None:
        """Open the base of the fact file as it is now. Raises FactFileError and BaseFileError.

        Whoever quits meanwhile does not wait for it: what is written is renamed into place when it is whole.
        """
        assert self.fact_file is not None
        build = partial(open_base, self.fact_file, write=self._write)
        self.running = True
        try:
            failed = BaseFileError("the changed file could not be read", "eujdef check says more")
            self.ready = await in_daemon_thread(build, failed)
        finally:
            self.running = False
