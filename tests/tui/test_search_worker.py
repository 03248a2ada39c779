"""Typing never waits for a search: a large base is searched beside, and what a newer letter overtook is dropped."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from unittest.mock import patch

import pytest
from textual import events

from eujdef_tui.errors import BaseFileError
from eujdef_tui.search.engine import Result, search
from eujdef_tui.search.query import Query, parse
from eujdef_tui.store import Base
from eujdef_tui.tui.search_worker import SearchWorker
from tests.helpers.explorer import Driver, base_of, driven, explorer
from tests.helpers.places import METRE

pytestmark = pytest.mark.slow  # the whole explorer is driven

ENDLESS = "WITH RECURSIVE more(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more) SELECT count(*) FROM more"


class Searches:
    """The searches that were made beside: a query that holds "long" would go on for ever."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.ended: list[str] = []
        self.threads: set[int] = set()
        self.under_way = threading.Event()

    def __call__(self, base: Base, query: Query) -> Result:
        self.begun.append(query.text)
        self.threads.add(threading.get_ident())
        if "long" in query.text:
            self.under_way.set()
            base._select(ENDLESS)
        if "damaged" in query.text:
            raise BaseFileError("the base is damaged")
        self.ended.append(query.text)
        return search(base, query)


@pytest.fixture
def beside() -> Iterator[Searches]:
    """Every base is a large one."""
    searches = Searches()
    with patch("eujdef_tui.search.engine.SMALL", 0), patch("eujdef_tui.tui.search_worker.search", searches):
        yield searches


def post(at: Driver, *keys: str) -> None:
    """Send keys and wait for nothing."""
    for key in keys:
        at.app.post_message(events.Key(key, {"enter": "\r", "slash": "/"}.get(key, key if len(key) == 1 else None)))


async def shown(at: Driver, words: str) -> None:
    """Wait until the tabs say this."""
    async with asyncio.timeout(10):
        while words not in at.bar_text("tabs"):
            await asyncio.sleep(0)


async def begun(searches: Searches) -> None:
    """Wait until the endless search runs; the loop goes on, since it may have to start that search first."""
    async with asyncio.timeout(10):
        while not searches.under_way.is_set():
            await asyncio.sleep(0)


async def noted(at: Driver, start: str) -> None:
    """Wait until what is said beside the line begins so."""
    async with asyncio.timeout(10):
        while not at.note.startswith(start):
            await asyncio.sleep(0)


def test_what_is_found_beside_is_what_is_found_at_once(beside: Searches) -> None:
    @driven
    async def look() -> None:
        async with explorer() as at:
            await at.press("2")
            await at.find("kible")
            await at.press("enter")
            assert (at.picked, at.typed, at.place) == ("kibble", "kible", "reader")
            assert at.note.startswith("kible ~ Kibble   1 of 2 ")
            assert beside.threads
            assert threading.get_ident() not in beside.threads

    look()


def test_letters_go_on_while_a_search_runs_and_give_it_up(beside: Searches) -> None:
    @driven
    async def type_on() -> None:
        async with explorer() as at:
            await at.find("long")
            await begun(beside)
            before = at.bar_text("tabs")
            await at.type("er")
            assert (at.typed, at.bar_text("tabs")) == ("longer", before)
            await at.press("ctrl+u")
            await at.type("kibble")
            await at.press("enter")
            assert at.bar_text("tabs").startswith("All 2   Timeline   Actors 1 ")
            assert at.place == "reader"
            assert not [text for text in beside.ended if "long" in text]

    type_on()


def test_a_key_that_acts_on_what_is_found_waits_for_it(beside: Searches) -> None:
    @driven
    async def send() -> None:
        async with explorer() as at:
            post(at, "2", "slash", *"kibble", "enter", "n")
            await at.settle()
            assert (at.picked, at.place) == ("kibble", "reader")
            assert at.bar_text("reader-rule").endswith(" ✓ verbatim · 2 of 2 ─")
            assert beside.ended[-1] == "kibble"

    send()


def test_esc_waits_for_no_search_and_goes_back_to_where_it_began(beside: Searches) -> None:
    @driven
    async def leave() -> None:
        async with explorer() as at:
            await at.find("long")
            await begun(beside)
            await at.press("escape")
            assert (at.typed, at.place, at.main.view, at.picked) == ("", "pane", "timeline", "vote")
            assert "long" not in beside.ended

    leave()


@pytest.mark.counts_lines
@pytest.mark.slow
def test_esc_gives_up_a_search_that_a_key_waits_for_too_long(beside: Searches) -> None:
    @driven
    async def cancel_answer() -> None:
        async with explorer() as at:
            await at.find("long")
            await begun(beside)
            post(at, "enter")
            await at.pilot.pause()
            assert (at.app.busy, at.place) == (True, "search")
            with patch("eujdef_tui.tui.key_queue.CANCEL_AFTER", 0):
                await at.press("escape")
            assert (at.app.busy, at.place, at.typed) == (False, "pane", "")

    cancel_answer()


@pytest.mark.counts_lines
def test_a_search_under_way_does_not_hold_up_the_way_out(beside: Searches) -> None:
    @driven
    async def leave() -> None:
        async with explorer() as at:
            await at.find("long")
            await begun(beside)
            await at.press("escape", "q")
            assert not at.app.is_running

    leave()


@pytest.mark.slow
def test_an_error_gives_up_the_search_before_it_and_keeps_the_last_good_result(beside: Searches) -> None:
    @driven
    async def mistype() -> None:
        async with explorer() as at:
            await at.find("kibble")
            await shown(at, "Actors 1 ")
            await at.paste(" long")
            await begun(beside)
            await at.paste("foo foo:x")
            assert at.note.startswith("column 16: there is no field foo:; did you mean from: ?")
            assert (at.picked, at.place) == ("kibble", "search")
            assert "Actors 1 " in at.bar_text("tabs")

    mistype()


@pytest.mark.counts_lines
@pytest.mark.slow
def test_a_kind_that_only_the_base_knows_to_be_none_is_an_error_too(beside: Searches) -> None:
    @driven
    async def mistype() -> None:
        async with explorer() as at:
            await at.find("kibble")
            await shown(at, "Actors 1 ")
            await at.press("slash")
            await at.paste(" kind:zebra")
            async with asyncio.timeout(10):
                while "there is no kind zebra" not in at.note:
                    await asyncio.sleep(0)
            assert "Actors 1 " in at.bar_text("tabs")

    mistype()


@pytest.mark.counts_lines
def test_what_was_given_up_leaves_nothing_behind_when_a_search_follows() -> None:
    async def supersede() -> None:
        with patch("eujdef_tui.tui.search_worker.search", Searches()):
            beside = SearchWorker(base_of(METRE))
            tasks = []
            for text in ("long", "kibble", "longer", "japan"):
                query = parse(text)
                beside.supersede(query)
                tasks.append(asyncio.create_task(beside.find(query)))
                await asyncio.sleep(0)
            found = await asyncio.gather(*tasks)
            await beside.wait_for_answer()
            assert [result.query.text for result in found if result] == ["japan"]
            query = parse("kibble")
            beside.supersede(query)
            assert await beside.find(query) == search(base_of(METRE), query)

    asyncio.run(supersede())


@pytest.mark.counts_lines
def test_a_damaged_base_is_told_as_ever_and_nothing_waits_for_it() -> None:
    async def damage() -> None:
        with patch("eujdef_tui.tui.search_worker.search", Searches()):
            beside = SearchWorker(base_of(METRE))
            query = parse("damaged")
            beside.supersede(query)
            with pytest.raises(BaseFileError):
                await beside.find(query)
            await beside.wait_for_answer()

    asyncio.run(damage())


def test_what_is_found_late_is_shown_in_one_frame(beside: Searches) -> None:
    @driven
    async def find() -> None:
        async with explorer() as at:
            await at.press("2")
            with patch("eujdef_tui.tui.search_controller.AT_ONCE", 0), patch.object(at.app, "_display") as display:
                await at.find("kibbleq")
                await noted(at, "kibbleq ~ Kibble   1 of ")
                await at.settle()
                display.reset_mock()
                post(at, "backspace")
                await noted(at, "1 of 2 ")
                await at.settle()
            frames = [call.args[1] is not None for call in display.mock_calls]
            assert frames.count(True) <= 2, "the letter, and what it finds"
            assert at.picked == "kibble"

    find()


@driven
async def test_a_small_base_is_searched_at_once_in_the_frame_of_the_letter() -> None:
    with patch("eujdef_tui.tui.search_worker.search", Searches()) as searches:
        async with explorer() as at:
            await at.find("kibble")
            assert at.bar_text("tabs").startswith("All 2   Timeline   Actors 1 ")
        assert not searches.begun
