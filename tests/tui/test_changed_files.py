"""The fact file, an article or the day changes while the explorer is open: it is noticed at the next key."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from unittest.mock import patch

import pytest

from eujdef_tui.export.citation import FORMATS
from eujdef_tui.store import open_base
from eujdef_tui.tui.app import Explorer
from tests.helpers.explorer import DAY, Driver, driven, explorer
from tests.helpers.places import METRE

pytestmark = pytest.mark.slow  # the whole explorer is driven

NOTICED = "read the changed file"


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A copy of a fact file with its articles, that a test may change."""
    folder = tmp_path / "facts"
    shutil.copytree(METRE.parent, folder)
    return folder / METRE.name


@asynccontextmanager
async def opened(facts: Path, state: Path | None = None, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Driver]:
    """The explorer on a file that is watched."""
    around = {
        "EUJDEF_CACHE": f"{os.devnull}/none", "EUJDEF_STATE": str(state or f"{os.devnull}/none"),
        "EUJDEF_TODAY": DAY, "EUJDEF_THEME": "dark", "TERM": "xterm-256color",
    }  # fmt: skip
    with patch.dict(os.environ, around, TMUX="", STY=""):
        app = Explorer(open_base(facts), fact_file=facts)
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            at = Driver(app, pilot)
            await at.press("1")
            yield at


def change(path: Path, old: str, new: str) -> None:
    """Change a file, in size or in time."""
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    stat = path.stat()
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns + 1_000_000))


async def reread(at: Driver) -> None:
    """Read the changed file, and wait until it is shown."""
    await at.press("r")
    for _ in range(400):
        if at.app.main.frame.message[:7] not in ("", "Reading"):
            break
        await at.pilot.pause(0.02)
    await at.settle()


@pytest.mark.counts_lines
@driven
async def test_without_a_change_nothing_is_said_and_r_says_so() -> None:
    async with explorer() as at:
        await at.press("j")
        assert NOTICED not in at.text
        await at.press("r")
        assert "The fact file is as it was read" in at.text


@pytest.mark.counts_lines
def test_a_change_is_said_at_the_next_key_and_r_shows_the_new_facts_at_the_same_place(facts: Path) -> None:
    @driven
    async def look() -> None:
        async with opened(facts) as at:
            await at.find("kilogram")
            await at.press("enter", "tab", "j", "j", "j", "n")
            before = (at.picked, at.place, at.typed, at.main.view, at.records.scroll_offset.y, at.main.record.nth)
            assert NOTICED not in at.text
            change(facts, "voted", "voted")
            await at.press("m")
            assert NOTICED not in at.text, "touched, but the same"
            change(facts, "The metre and the kilogram", "The metre, the kilogram and the second")
            await at.press("m")
            assert at.bar_text("footer").startswith(f"r {NOTICED}")
            await reread(at)
            assert at.app.base.title == "The metre, the kilogram and the second"
            now = (at.picked, at.place, at.typed, at.main.view, at.records.scroll_offset.y, at.main.record.nth)
            assert now == before
            assert "The changed file has been read" in at.text
            assert "The metre, the kilogram" in at.lines[0]
            await at.press("j")
            assert NOTICED not in at.text

    look()


@pytest.mark.counts_lines
def test_a_changed_article_is_noticed_and_a_copy_of_what_rests_on_it_says_so(facts: Path) -> None:
    @driven
    async def look() -> None:
        async with opened(facts) as at:
            source = at.main.base.source(at.main.record.evidence[0].source)
            change(facts.parent / source.file, "the", "the ")
            await at.press("Y")
            assert "the article has changed since its quotes were checked" in at.main.frame.message
            assert at.app.clipboard.endswith("Note: the article has changed since its quotes were checked.")
            for name in FORMATS:
                at.main.facts.copy_format = name
                await at.press("Y")
                assert ("has changed" in at.app.clipboard) is (name != "csl-json")
                assert "the article has changed" in at.main.frame.message

    look()


@pytest.mark.counts_lines
def test_what_is_put_back_as_it_was_has_not_changed(facts: Path) -> None:
    @driven
    async def look() -> None:
        async with opened(facts) as at:
            text = facts.read_text(encoding="utf-8")
            facts.unlink()
            await at.press("j")
            assert NOTICED in at.text
            facts.write_text(text, encoding="utf-8")
            await at.press("j")
            assert NOTICED not in at.text

    look()


@pytest.mark.counts_lines
def test_a_file_that_is_wrong_leaves_the_facts_of_before_and_says_where(facts: Path) -> None:
    @driven
    async def look() -> None:
        async with opened(facts) as at:
            picked = at.picked
            change(facts, "schema_version", "schema_vers")
            await reread(at)
            assert at.main.frame.message.startswith("The facts of before stay: ")
            assert facts.name in at.main.frame.message
            assert at.overlay == "Sheet"
            assert await at.shows("schema_version")
            await at.press("escape")
            assert at.picked == picked
            await at.find("kible")
            assert "Kibble" in at.text
            assert "r after esc: " + NOTICED in at.bar_text("footer")

    look()


def test_under_an_open_box_the_new_facts_wait_until_it_is_closed(facts: Path) -> None:
    @driven
    async def look() -> None:
        async with opened(facts) as at:
            change(facts, "The metre and the kilogram", "Units")
            await at.press("r", "question_mark")
            for _ in range(400):
                if at.app._reloader.ready:
                    break
                await at.pilot.pause(0.02)
            assert at.overlay == "Sheet"
            await at.press("escape", "j")
            assert at.app.base.title == "Units"

    look()


@pytest.mark.counts_lines
def test_a_picked_fact_that_is_gone_is_said(facts: Path) -> None:
    @driven
    async def look() -> None:
        async with opened(facts) as at:
            await at.press("2")
            change(facts, "japan", "nippon")
            at.main.go_to(at.main.base.number("japan") or 0)
            await at.settle()
            await reread(at)
            assert "The picked fact is in the file no longer" in at.text

    look()


@pytest.mark.counts_lines
@driven
async def test_today_follows_the_day_at_the_next_key() -> None:
    async with explorer(today="2018-11-15") as at:
        await at.press("g")

        def above() -> str:
            lines = at.shown(at.records)
            place = next((nth for nth, line in enumerate(lines) if "┄ today" in line), -1)
            return lines[place - 1] if place > 0 else ""

        await at.press("G")
        await at.press(*"kkkk")
        before, picked = above(), at.picked
        with patch.dict(os.environ, EUJDEF_TODAY="2018-11-17"):
            await at.press("m")
            assert above() != before
            assert at.picked == picked
            await at.press("0")
            assert at.main.list.records.model.labels
        assert at.main._today == 20181117


@pytest.mark.counts_lines
@driven
async def test_what_is_to_come_is_asked_anew_on_another_day() -> None:
    async with explorer(today="2018-11-15") as at:
        await at.find("is:coming")
        await at.press("enter")
        before = len(at.records.model)
        with patch.dict(os.environ, EUJDEF_TODAY="2100-01-01"):
            await at.press("escape")
            assert len(at.records.model) != before or at.main.search.results.nothing
