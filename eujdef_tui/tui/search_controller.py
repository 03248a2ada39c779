"""The query of the main screen: run it as it is typed, keep its result, and remember earlier searches.

Typing never waits for a search. A base that is searched in less than a frame is searched at once; a larger one in a
thread (see `SearchWorker`), and its result is shown in one frame with the letter where it comes in time. While a query
has an error the last good result stays.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from eujdef_tui.errors import QueryError
from eujdef_tui.present.session_state import add_to_history
from eujdef_tui.present.view_results import ViewResults, view_results
from eujdef_tui.store import Base
from eujdef_tui.text.shorten import shorten
from eujdef_tui.tui.host import Host
from eujdef_tui.tui.key_queue import KeyQueue
from eujdef_tui.tui.widgets.line_view import Piece

if TYPE_CHECKING:
    from eujdef_tui.search.completion import Completion
    from eujdef_tui.search.engine import Hit, Result
    from eujdef_tui.search.query import Query
    from eujdef_tui.tui.search_worker import SearchWorker

__all__ = ["SearchController", "SearchSnapshot", "asked_field", "without_asked_field"]

_BEFORE = 24  # cells of the query before, which the list still answers while the line has an error
AT_ONCE = 0.02  # seconds a letter is held back so that it is drawn in one frame with its result


_ASKED = re.compile(r"(?:^|(?<= )):(\w*)$")


def asked_field(line: str) -> str | None:
    """The beginning of a field's name after a colon that begins the last word; None where none is asked for."""
    found = _ASKED.search(line)
    return found[1].lower() if found else None


def without_asked_field(line: str) -> str:
    """The line without the word that asks for the fields: it is no part of the query."""
    return _ASKED.sub("", line)


def _is_being_dated(line: str, error: QueryError) -> bool:
    """Whether a query fails at the value of a field at its end, which may still become a date."""
    from eujdef_tui.search.pieces import DATED, pieces
    from eujdef_tui.search.signs import plain_quotes
    from eujdef_tui.text.unfinished_date import may_become_date

    field = next((one.field for one in pieces(line) if one.start <= error.column < one.end), "")
    return field in DATED and may_become_date(plain_quotes(line[error.column :]).removeprefix('"'))


def _other_name(hit: Hit) -> bool:
    """Whether a hit was found by another name than the one it is listed with, which the list does not show."""
    return any(match.label.startswith(("other name", "short title")) for match in hit.why)


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
        self._unfinished: QueryError | None = None  # of a date at the end of the line that may still become one

    # --- running a query ---

    async def find(self, text: str, n: int = 0) -> None:
        """Make `text` the query, with record `n` picked if it is among the hits."""
        from eujdef_tui.search.query import parse  # the first screen searches for nothing

        self.typed = text
        self._unfinished = None
        try:
            await self._run(parse(without_asked_field(text)), n)
        except QueryError as error:
            if self._host.place == "search" and _is_being_dated(text, error):
                self._wait_for_date(error)
            else:
                self._refuse(error)

    def _wait_for_date(self, error: QueryError) -> None:
        """Leave all as it is while a date is typed: what is no date yet is an error once it is to be searched for."""
        self.cancel()
        self._show_error(None)
        self._unfinished = error
        self._host.show_note()
        self._host.show_footer()

    def judge_date(self) -> None:
        """Say that a date is none: nothing more of it is typed."""
        if error := self._unfinished:
            self._unfinished = None
            self._refuse(error)

    def _refuse(self, error: QueryError) -> None:
        self.cancel()
        self._show_error(error)
        self._host.show_note()
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
        self._see()
        self._show_error(None)
        self._host.show_results(n)
        if self._host.place != "search":  # the focus left the line before the result came
            self.remember()

    def _see(self) -> None:
        """Have the screen show records by the clock of the query."""
        query = self.results.result.query if self.results.result else None
        if query is None or not query.clocks:
            self._host.see(self._base)
            return
        from eujdef_tui.search.clocks import seen_by  # few queries have a clock

        self._host.see(seen_by(self._base, query))

    @property
    def answered(self) -> bool:
        """Whether what is listed is the answer to the line as it is typed."""
        result = self.results.result
        text = without_asked_field(self.typed)
        return self.error is None and (result.query.text if result else "") == text

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
        self._unfinished = None
        self.typed, self.results = snapshot.typed, snapshot.results
        self._see()
        self._show_error(snapshot.error)

    def clear(self) -> None:
        """Have no query; the list is not shown anew."""
        self.restore(SearchSnapshot("", view_results(self._base, None)))

    # --- what is said of the query ---

    def _show_error(self, error: QueryError | None) -> None:
        self.error = error
        if error:
            self._host.bar.mark_error(error.column)
        else:
            self._host.bar.clear_error()

    def note(self) -> Sequence[Sequence[Piece]]:
        """What a candidate means, what is wrong with the query, or how it was read: its forms, the fullest first."""
        offer = self._host.bar.offer
        if offer:
            return [[(offer.candidate.means, "quiet")]] if offer.candidate.means else []
        result = self.results.result
        if self.error:
            column = f"column {self.error.column + 1}"  # its word is underlined
            forms = (f"{column}: {self.error}; {self.error.advice}", f"{column}: {self.error}", f"{column} is wrong")
            below: list[Piece] = [(f" · below: {shorten(result.query.text, _BEFORE)}", "quiet")] if result else []
            return [[(forms[0], "error"), *below], *([(form, "error")] for form in forms)]
        if result is None or result.query.empty or self.results.nothing:
            return []
        from eujdef_tui.present.match_reason import match_reason
        from eujdef_tui.present.understood import understood_pieces

        if self.results.views is None:  # a clock alone
            return [understood_pieces(result)]
        best = result.hits[0]
        read = understood_pieces(result)
        reason = match_reason(self._base, best) if not read and _other_name(best) else ""
        return [read] if read else [[(reason, "quiet")]] if reason else []

    def why_nothing(self) -> list[list[Piece]]:
        """Why nothing was found, a sentence a line; nothing where something was."""
        result = self.results.result
        if result is None or self.error or not self.results.nothing:
            return []
        from eujdef_tui.present.why_nothing import why_nothing

        return [list(sentence) for sentence in why_nothing(result, enter=True)]

    # --- completing the line, and leaving it ---

    def completion(self, line: str, cursor: int) -> Completion | None:
        """The candidates for the word at the cursor, or else for the word that has the error."""
        from eujdef_tui.search.completion import Candidate, Completion, complete

        fields = self.fields()
        if fields:
            candidates = tuple(Candidate(name, means) for name, means in fields)
            return Completion(line.rfind(":"), len(line), candidates)
        completion = complete(self._base, line, cursor)
        return completion or (complete(self._base, line, self.error.column + 1) if self.error else None)

    def completes(self) -> bool:
        """Whether the key tab completes: in a word with a colon, a query with an error, or a completion in progress."""
        bar = self._host.bar
        line, cursor = bar.input.value, bar.input.cursor_position
        word = line[line.rfind(" ", 0, cursor) + 1 :].partition(" ")[0]
        return bar.offer is not None or self.error is not None or ":" in word

    def fields(self) -> list[tuple[str, str]]:
        """The fields to choose from while the word at the cursor begins with a colon, with what each takes."""
        asked = asked_field(self._host.bar.input.value)
        if asked is None:
            return []
        from eujdef_tui.search.pieces import FIELDS

        return [(f"{field}:", means) for field, means in FIELDS.items() if field.startswith(asked)]

    def complete(self, by: int) -> bool:
        """Complete the word at the cursor; False where there is nothing to complete."""
        done = self._host.bar.complete(by)
        if done:
            self._host.show_note()
            self._host.show_footer()
        return done

    def undo_completion(self) -> bool:
        """Put back the word as it was before it was completed; False where none was."""
        undone = self._host.bar.undo_completion()
        if undone:
            self._host.show_note()
            self._host.show_footer()
        return undone

    def leave_line(self) -> None:
        """Remember the search and accept the completed word: the focus has left the line."""
        self.judge_date()
        self.remember()
        if self._host.bar.offer:
            self._host.bar.offer = None
            self._host.show_note()

    def take_mended(self) -> bool:
        """Search for the mended query where nothing was found; False where there is none."""
        mended = "" if self.error else self.results.mended
        if mended:
            self._host.bar.set_text(mended)
        return bool(mended)

    # --- earlier searches ---

    def remember(self) -> None:
        """Add the query to the earlier searches if it has hits."""
        query, result = self.typed.strip(), self.results.result
        if query and result and result.hits and self.answered:
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
