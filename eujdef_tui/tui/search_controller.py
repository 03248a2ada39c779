"""Promise: typing never waits for a search, and what is found is shown with the letter where it is found in time.

A base that is searched in less than a frame is searched at once; a larger one beside (see `beside`). While a query is
wrong the last good result stays.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from eujdef_tui.errors import QueryError
from eujdef_tui.store import VIEWS, Base
from eujdef_tui.tui.fact_actions import Errands
from eujdef_tui.tui.key_queue import TypeAhead
from eujdef_tui.tui.result_views import Found, found
from eujdef_tui.tui.session_state import searched
from eujdef_tui.tui.widgets.search_bar import SearchBar

if TYPE_CHECKING:
    from eujdef_tui.search.completion import Completion
    from eujdef_tui.search.engine import Result
    from eujdef_tui.search.query import Query
    from eujdef_tui.tui.search_worker import Beside
    from eujdef_tui.tui.widgets.record_list import Pane

__all__ = ["Seeking"]

AT_ONCE = 0.02  # seconds a letter is held back so that it is drawn together with what it finds


class Seeking(Errands):
    """The search of the main screen: the line, what it finds, and what was searched before."""

    if TYPE_CHECKING:

        @property
        def pane(self) -> Pane: ...
        @property
        def place(self) -> str: ...
        def say_footer(self) -> None: ...

    def __init__(self, base: Base) -> None:
        super().__init__(base)
        self.typed = ""
        self.found = found(base, None)
        self.error: QueryError | None = None
        self.searches: tuple[str, ...] = ()  # newest first
        self._beside: Beside | None = None

    @property
    def bar(self) -> SearchBar:
        """The search line."""
        return self.query_one(SearchBar)

    # --- what is typed, and what it finds ---

    async def on_search_bar_typed(self, message: SearchBar.Typed) -> None:
        await self.seek(message.text)

    async def seek(self, text: str, n: int = 0) -> None:
        """Search from now on for this, with record `n` picked where it is among what is found."""
        from eujdef_tui.search.query import parse  # the first screen searches for nothing

        self.typed = text
        try:
            await self._answer(parse(text), n)
        except QueryError as error:
            self._refuse(error)

    def _refuse(self, error: QueryError) -> None:
        self.overtake()
        self._say(error)
        self.say_note()
        self.say_footer()
        self.changed()

    async def _answer(self, query: Query, n: int) -> None:
        from eujdef_tui.search.engine import SMALL, search

        if query.empty or self.base.count() <= SMALL:
            self.overtake()
            self._show(n, search(self.base, query))
            return
        if self._beside is None:
            from eujdef_tui.tui.search_worker import Beside

            self._beside = Beside(self.base)
        self._beside.overtake(query)
        assert isinstance(self.app, TypeAhead)
        self.run_worker(self._find(self._beside, self.app, query, n))
        if not self.app.hurried:
            with suppress(TimeoutError):
                async with asyncio.timeout(AT_ONCE):
                    await self.answered()

    async def _find(self, beside: Beside, app: TypeAhead, query: Query, n: int) -> None:
        try:
            result = await beside.find(query)
        except QueryError as error:  # of words that only the base knows
            await app.show(partial(self._refuse, error))
        else:
            if result:
                await app.show(partial(self._show, n, result))

    def _show(self, n: int, result: Result) -> None:
        self.found = found(self.base, result)
        self._say(None)
        self.show_view(self.view, n)
        if self.place != "search":  # the line was left before this was found
            self.keep_search()

    async def answered(self) -> None:
        """Wait until what was typed is answered."""
        if self._beside:
            await self._beside.answered()

    def overtake(self) -> None:
        """What is looked for now is not waited for any more."""
        if self._beside:
            self._beside.overtake()

    def put_back(self, typed: str, now: Found, error: QueryError | None = None) -> None:
        """Have this typed and found, without a search."""
        self.overtake()
        with self.prevent(SearchBar.Typed):
            self.bar.put(typed)
        self.typed, self.found = typed, now
        self._say(error)

    def _say(self, error: QueryError | None) -> None:
        """Show in the line where it fails, or that it does not."""
        self.error = error
        if error:
            self.bar.wrong(error.column, self.ink("wrong"))
        else:
            self.bar.right()

    def say_note(self) -> None:
        """Beside the line: what a candidate means, what is wrong with the query, or why the picked record matched."""
        if self.bar.offer:
            self.bar.note(self.bar.offer.candidate.means)
        elif self.error:
            # what was meant comes first: there may be room for little more
            meant = self.error.nearest
            said = f"did you mean {meant} ? {self.error}" if meant else f"{self.error}; {self.error.advice}"
            self.bar.note(f"column {self.error.column + 1}: {said}", "error")
        else:
            self.bar.note(" · ".join(self._why()))

    def _why(self) -> list[str]:
        hit = self.found.hits(self.view).get(self.pane.picked)
        better = self.found.better(self.base, self.view)
        words: list[str] = []
        if better:
            view = self.base.view(better)
            nth = list(VIEWS).index(view) + 1
            title = self.base.title_of(self.base.record(better).record.id)
            words.append(f"best in {nth} {view.capitalize()}: {title}")
        elif hit:
            from eujdef_tui.present.match_reason import match_reason

            words.append(match_reason(self.base, hit))
        left_out = self.found.result.left_out if self.found.result else ()
        return words + [f"without {word}" for word in left_out]

    # --- the line ---

    def completion(self, line: str, cursor: int) -> Completion | None:
        """What the word at the cursor may become, or else the word in which the query fails."""
        from eujdef_tui.search.completion import complete

        found = complete(self.base, line, cursor)
        return found or (complete(self.base, line, self.error.column + 1) if self.error else None)

    def complete(self, by: int) -> bool:
        """Complete the word at the cursor; False where there is nothing to complete."""
        done = self.bar.complete(by)
        if done:
            self.say_note()
            self.say_footer()
        return done

    def on_search_bar_entered(self, message: SearchBar.Entered) -> None:
        self.keep_search()
        if not self.take_nearest():
            self.pane.focus()

    def line_left(self) -> None:
        """The focus is elsewhere: the search is kept, and the word is completed."""
        self.keep_search()
        if self.bar.offer:
            self.bar.offer = None
            self.say_note()

    def take_nearest(self) -> bool:
        """Search for the known name that is nearest to what found nothing; False where there is none."""
        name = "" if self.error else self.found.nearest.replace('"', " ")
        if name:
            self.bar.put(f'"{name}"')
        return bool(name)

    # --- what was searched before ---

    def keep_search(self) -> None:
        """Keep what is typed among the earlier searches, if it found something."""
        query, result = self.typed.strip(), self.found.result
        if query and result and result.hits and result.query.text == self.typed:
            self.searches = searched(query, self.searches)
            self.changed()

    def action_searches(self) -> None:
        if not self.searches:
            self.tell("No search is kept yet: enter keeps one")
            return
        from eujdef_tui.tui.overlays.modals import Choice, Choose

        choices = [Choice(query, "", nth) for nth, query in enumerate(self.searches)]
        self.app.push_screen(Choose("Earlier searches", choices), self._search_again)

    def _search_again(self, nth: int | None) -> None:
        if nth is not None:
            self.bar.put(self.searches[nth])
            self.pane.focus()
