"""Promise: the newest search is answered, in a thread of its own; one that a newer has overtaken is dropped."""

from __future__ import annotations

import asyncio

from eujdef_tui.errors import GivenUpError, QueryError
from eujdef_tui.search.engine import Result, search
from eujdef_tui.search.query import Query
from eujdef_tui.store import Base

__all__ = ["SearchWorker"]


class SearchWorker:
    """Searches beside the event loop, with a reader of its own."""

    def __init__(self, base: Base) -> None:
        self._base = base.reopen()
        self._turn = asyncio.Lock()  # the reader serves one search at a time
        self._newest: Query | None = None
        self._answered = asyncio.Event()
        self._answered.set()

    def supersede(self, query: Query | None = None) -> None:
        """From now on `query` alone is waited for: what runs is given up."""
        self._newest = query
        self._base.interrupt()
        if query is None:
            self._answered.set()
        else:
            self._answered.clear()

    async def find(self, query: Query) -> Result | None:
        """What the query finds; None where it was overtaken. Raises QueryError for words that the base lacks."""
        try:
            async with self._turn:
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
        """Wait until no search is waited for."""
        await self._answered.wait()
