"""Read a fact file anew beside the explorer, which goes on with the base that it has."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from pathlib import Path

from eujdef_tui.errors import BaseFileError, EujdefError
from eujdef_tui.store import Base, InputWatch, open_base

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

        The thread is a daemon: whoever quits meanwhile does not wait for it. What it writes is renamed into place when
        it is whole.
        """
        loop = asyncio.get_running_loop()
        opened: asyncio.Future[Base] = loop.create_future()

        def tell(result: Base | EujdefError) -> None:
            if opened.done():
                return
            if isinstance(result, EujdefError):
                opened.set_exception(result)
            else:
                opened.set_result(result)

        def build() -> None:
            assert self.fact_file is not None
            result: Base | EujdefError = BaseFileError("the changed file could not be read", "eujdef check says more")
            try:
                result = open_base(self.fact_file, write=self._write)
            except EujdefError as error:
                result = error
            finally:
                with suppress(RuntimeError):  # the explorer has ended
                    loop.call_soon_threadsafe(tell, result)

        self.running = True
        try:
            threading.Thread(target=build, daemon=True).start()
            self.ready = await opened
        finally:
            self.running = False
