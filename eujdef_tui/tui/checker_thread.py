"""A checker that is made in a thread: to prepare 5,000 facts for the first text takes five seconds, and keys answer."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress

from eujdef_tui.errors import BaseFileError, EujdefError
from eujdef_tui.store import Base
from eujdef_tui.verify.checking import Checker

__all__ = ["CheckerThread"]


class CheckerThread:
    """Makes the checker of a text, of a base that it opens for itself."""

    def __init__(self) -> None:
        """Nothing is opened before `made`."""
        self._base: Base | None = None

    async def made(self, base: Base, text: str) -> Checker:
        """The checker. Raises EujdefError of a damaged base.

        The thread is a daemon, as that of the reloader is: whoever quits meanwhile does not wait for it.
        """
        loop = asyncio.get_running_loop()
        made: asyncio.Future[Checker] = loop.create_future()
        own = self._base = base.reopen()

        def tell(result: Checker | EujdefError) -> None:
            if made.done():  # whoever waited has left
                return
            if isinstance(result, EujdefError):
                made.set_exception(result)
            else:
                made.set_result(result)

        def work() -> None:
            result: Checker | EujdefError = BaseFileError(
                "the text could not be checked", "eujdef doctor looks at the base"
            )
            try:
                result = Checker(own, text)
            except EujdefError as error:
                result = error
            finally:
                with suppress(RuntimeError):  # the explorer has ended
                    loop.call_soon_threadsafe(tell, result)

        threading.Thread(target=work, daemon=True).start()
        return await made

    def stop(self) -> None:
        """Give up what is not made. The base is closed with the checker, which may still read it."""
        if self._base is not None:
            self._base.interrupt()
