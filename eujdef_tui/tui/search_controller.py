"""The query of the main screen: run it as it is typed, keep its result, and remember earlier searches.

Typing never waits for a search. A base that is searched in less than a frame is searched at once; a larger one in a
thread (see `SearchWorker`), and its result is shown in one frame with the letter where it comes in time. While a query
has an error the last good result stays.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from eujdef_tui.errors import QueryError
from eujdef_tui.store import VIEWS, Base
from eujdef_tui.tui.host import Host
from eujdef_tui.tui.key_queue import KeyQueue
from eujdef_tui.tui.result_views import ViewResults, view_results
from eujdef_tui.tui.session_state import add_to_history

if TYPE_CHECKING:
    from eujdef_tui.search.completion import Completion
    from eujdef_tui.search.engine import Result
    from eujdef_tui.search.query import Query
    from eujdef_tui.tui.search_worker import SearchWorker

__all__ = ["SearchController", "SearchSnapshot"]

AT_ONCE = 0.02  # seconds a letter is held back so that it is drawn in one frame with its result


class SearchSnapshot(NamedTuple):
    """A query, its result and its error, to come back to without another search."""

    typed: str
    results: ViewResults
    error: QueryError | None = None


class SearchController:
    """The query of one screen. `searches` are the earlier ones, newest first."""

    def __init__(self, host: Host, base: Base, searches: tuple[str, ...] = ()) -> None:
        self._host = host
        self._base = base
        self._worker: SearchWorker | None = None
        self.searches = searches
        self.typed = ""
        self.results = view_results(base, None)
        self.error: QueryError | None = None

    # --- running a query ---

    async def find(self, text: str, n: int = 0) -> None:
        """Make `text` the query, with record `n` picked if it is among the hits."""
        from eujdef_tui.search.query import parse  # the first screen searches for nothing

        self.typed = text
        try:
            await self._run(parse(text), n)
        except QueryError as error:
            self._refuse(error)

    def _refuse(self, error: QueryError) -> None:
        self.cancel()
        self._show_error(error)
        self.show_note()
        self._host.show_footer()
        self._host.state_changed()

    async def _run(self, query: Query, n: int) -> None:
        from eujdef_tui.search.engine import SMALL, search

        if query.empty or self._base.count() <= SMALL:
            self.cancel()
            self._show(n, search(self._base, query))
            return
        if self._worker is None:
            from eujdef_tui.tui.search_worker import SearchWorker

            self._worker = SearchWorker(self._base)
        self._worker.supersede(query)
        app = self._host.app
        assert isinstance(app, KeyQueue)
        app.run_worker(self._find_in_thread(self._worker, app, query, n))
        if not app.more_keys_wait:
            with suppress(TimeoutError):
                async with asyncio.timeout(AT_ONCE):
                    await self.wait_for_answer()

    async def _find_in_thread(self, worker: SearchWorker, app: KeyQueue, query: Query, n: int) -> None:
        try:
            result = await worker.find(query)
        except QueryError as error:  # of words that only the base knows
            await app.show(partial(self._refuse, error))
        else:
            if result:
                await app.show(partial(self._show, n, result))

    def _show(self, n: int, result: Result) -> None:
        self.results = view_results(self._base, result)
        self._show_error(None)
        self._host.show_view(self._host.view, n)
        if self._host.place != "search":  # the focus left the line before the result came
            self.remember()

    async def wait_for_answer(self) -> None:
        """Wait until the newest query has its result."""
        if self._worker:
            await self._worker.wait_for_answer()

    def cancel(self) -> None:
        """Drop the search that runs in the thread."""
        if self._worker:
            self._worker.supersede()

    def snapshot(self) -> SearchSnapshot:
        """The query and its result as they are now."""
        return SearchSnapshot(self.typed, self.results, self.error)

    def restore(self, snapshot: SearchSnapshot) -> None:
        """Put an earlier query and its result back without a search; the list is not shown anew."""
        self.cancel()
        self._host.bar.set_text_silently(snapshot.typed)
        self.typed, self.results = snapshot.typed, snapshot.results
        self._show_error(snapshot.error)

    def clear(self) -> None:
        """Have no query; the list is not shown anew."""
        self.restore(SearchSnapshot("", view_results(self._base, None)))

    # --- what the search line shows ---

    def _show_error(self, error: QueryError | None) -> None:
        self.error = error
        if error:
            self._host.bar.mark_error(error.column)
        else:
            self._host.bar.clear_error()

    def show_note(self) -> None:
        """Note beside the line what a candidate means, what is wrong, or why the picked record matched."""
        bar = self._host.bar
        if bar.offer:
            bar.show_note(bar.offer.candidate.means)
        elif self.error:
            # the suggestion comes first: there may be room for little more
            nearest = self.error.nearest
            text = f"did you mean {nearest} ? {self.error}" if nearest else f"{self.error}; {self.error.advice}"
            bar.show_note(f"column {self.error.column + 1}: {text}", "error")
        else:
            bar.show_note(" · ".join(self._match_notes()))

    def _match_notes(self) -> list[str]:
        row, view = self._host.row, self._host.view
        hit = self.results.hits(view).get(row.n if row else 0)
        better = self.results.better(self._base, view)
        notes: list[str] = []
        if better:
            other = self._base.view(better)
            title = self._base.title_of(self._base.record(better).record.id)
            notes.append(f"best in {list(VIEWS).index(other) + 1} {other.capitalize()}: {title}")
        elif hit:
            from eujdef_tui.present.match_reason import match_reason

            notes.append(match_reason(self._base, hit))
        left_out = self.results.result.left_out if self.results.result else ()
        return notes + [f"without {word}" for word in left_out]

    # --- completing the line, and leaving it ---

    def completion(self, line: str, cursor: int) -> Completion | None:
        """The candidates for the word at the cursor, or else for the word that has the error."""
        from eujdef_tui.search.completion import complete

        completion = complete(self._base, line, cursor)
        return completion or (complete(self._base, line, self.error.column + 1) if self.error else None)

    def complete(self, by: int) -> bool:
        """Complete the word at the cursor; False where there is nothing to complete."""
        done = self._host.bar.complete(by)
        if done:
            self.show_note()
            self._host.show_footer()
        return done

    def undo_completion(self) -> bool:
        """Put back the word as it was before it was completed; False where none was."""
        undone = self._host.bar.undo_completion()
        if undone:
            self.show_note()
            self._host.show_footer()
        return undone

    def leave_line(self) -> None:
        """Remember the search and accept the completed word: the focus has left the line."""
        self.remember()
        if self._host.bar.offer:
            self._host.bar.offer = None
            self.show_note()

    def take_nearest(self) -> bool:
        """Search for the known name nearest to a query without hits; False where there is none."""
        name = "" if self.error else self.results.nearest.replace('"', " ")
        if name:
            self._host.bar.set_text(f'"{name}"')
        return bool(name)

    # --- earlier searches ---

    def remember(self) -> None:
        """Add the query to the earlier searches if it has hits."""
        query, result = self.typed.strip(), self.results.result
        if query and result and result.hits and result.query.text == self.typed:
            self.searches = add_to_history(query, self.searches)
            self._host.state_changed()

    def choose_earlier(self) -> None:
        """Open the list of earlier searches; the chosen one is run again."""
        if not self.searches:
            self._host.show_message("No search is kept yet: enter keeps one")
            return
        from eujdef_tui.tui.overlays.modals import Choice, Choose

        choices = [Choice(query, "", nth) for nth, query in enumerate(self.searches)]
        self._host.app.push_screen(Choose("Earlier searches", choices), self._search_again)

    def _search_again(self, nth: int | None) -> None:
        if nth is not None:
            self._host.bar.set_text(self.searches[nth])
            self._host.focus_list()
