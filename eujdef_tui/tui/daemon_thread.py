"""What takes long and is waited for, done in a thread: keys are answered meanwhile, and whoever quits does not wait."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from eujdef_tui.errors import BaseFileError, EujdefError

__all__ = ["in_daemon_thread"]

_T = TypeVar("_T")


async def in_daemon_thread(work: Callable[[], _T], failed: BaseFileError) -> _T:
    """Return what `work` returns. Raises the EujdefError that it raises, and `failed` where it raises anything else.

    The interpreter waits at its end for the thread of `asyncio.to_thread`, but not for a daemon.
    """
    loop = asyncio.get_running_loop()
    returned: asyncio.Future[_T] = loop.create_future()

    def tell(result: _T | None, error: EujdefError | None) -> None:
        if returned.done():  # whoever waited has left
            return
        if error is not None:
            returned.set_exception(error)
        else:
            returned.set_result(result)  # type: ignore[arg-type]

    def run() -> None:
        result: _T | None = None
        error: EujdefError | None = failed
        try:
            result, error = work(), None
        except EujdefError as raised:
            error = raised
        finally:
            with suppress(RuntimeError):  # the explorer has ended
                loop.call_soon_threadsafe(tell, result, error)

    threading.Thread(target=run, daemon=True).start()
    return await returned
