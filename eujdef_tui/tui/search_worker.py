"""Search in a thread: only the newest query is answered, and a search that a newer query superseded is dropped."""

from __future__ import annotations

import asyncio

from eujdef_tui.errors import GivenUpError, QueryError
from eujdef_tui.search.engine import Result, search
from eujdef_tui.search.query import Query
from eujdef_tui.store import Base

__all__ = ["SearchWorker"]


class SearchWorker:
    """Searches in a thread beside the event loop, on a connection of its own."""

    def __init__(self, base: Base) -> None:
        self._base = base.reopen()
        self._lock = asyncio.Lock()  # the connection serves one search at a time
        self._newest: Query | None = None
        self._answered = asyncio.Event()
        self._answered.set()

    def supersede(self, query: Query | None = None) -> None:
        """Make `query` the newest, or none, and interrupt the search that runs."""
        self._newest = query
        self._base.interrupt()
        if query is None:
            self._answered.set()
        else:
            self._answered.clear()

    async def find(self, query: Query) -> Result | None:
        """Search; None where a newer query superseded this one.

        Raises QueryError for field values that only the base knows to be none.
        """
        try:
            async with self._lock:
                if self._newest is query:
                    self._base.resume()
                    found = await asyncio.to_thread(search, self._base, query)
                    return found if self._newest is query else None
        except GivenUpError:
            pass
        except QueryError:
            if self._newest is query:
                raise
        finally:
            if self._newest is query:
                self._answered.set()
        return None

    async def wait_for_answer(self) -> None:
        """Wait until the newest query has its result, its error, or was dropped."""
        await self._answered.wait()
