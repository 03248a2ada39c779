"""What changed since the facts were looked at last: a word in the footer, a list by one key, and what is remembered."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
import threading
import time
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from unittest.mock import patch

import pytest

from eujdef_tui.errors import BaseFileError
from eujdef_tui.present.look_file import load_look, save_look
from eujdef_tui.store import Base, open_base
from eujdef_tui.tui.app import LOOKING, NOT_LOOKED, Explorer
from eujdef_tui.tui.changes import Changes
from eujdef_tui.tui.overlays.modals import Choose
from tests.helpers.explorer import Driver, driven, explorer
from tests.helpers.places import METRE
from tests.helpers.pty_session import DEADLINE, Session
from tests.tui.test_changed_files import change, reread

pytestmark = pytest.mark.slow  # the whole explorer is driven

FIRST, LATER = "2025-11-21", "2025-11-29"


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A copy of a fact file with its articles, that a test may change."""
    folder = tmp_path / "facts"
    shutil.copytree(METRE.parent, folder)
    return folder / METRE.name


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """The folder of the state."""
    return tmp_path / "state"


@asynccontextmanager
async def opened(
    facts: Path, state: Path, today: str = LATER, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Driver]:
    """The explorer on a file, once it was looked at."""
    around = {
        "EUJDEF_CACHE": f"{os.devnull}/none", "EUJDEF_STATE": str(state), "EUJDEF_TODAY": today,
        "EUJDEF_THEME": "dark", "TERM": "xterm-256color",
    }  # fmt: skip
    with patch.dict(os.environ, around, TMUX="", STY=""), patch("eujdef_tui.tui.app.AFTER_START", 0.01):
        app = Explorer(open_base(facts), fact_file=facts)
        async with app.run_test(size=size, notifications=True) as pilot:
            at = Driver(app, pilot)
            await at.changes_known()
            yield at


def edit(facts: Path) -> None:
    """Change what is told as: 1 new, 2 changed."""
    change(facts, "title: Redefinition of the second", "title: Redefinition of the second unit")
    change(facts, "summary: Keeps the international", "summary: Keeps all international")
    added = """
  - id: talks
    kind: meeting
    title: Talks about the second
    date: 2025-11-25
    status: happened
    evidence: [{source: metre-article, quote: The idea of the metre was older.}]
"""
    change(facts, "\n  - id: new-second", f"{added}\n  - id: new-second")


def kept(state: Path) -> Path:
    """The file of the last look; a hidden one is not written to its end."""
    (found,) = state.glob("[!.]*.seen")
    return found


@pytest.mark.counts_lines
def test_what_changed_is_told_at_the_next_start_until_it_is_listed(facts: Path, state: Path) -> None:
    @driven
    async def look() -> None:
        async with opened(facts, state, FIRST) as at:
            assert "since" not in at.bar_text("footer")
            await at.press("d")
            assert "looked at for the first time" in at.main.frame.message
        edit(facts)
        for _ in range(2):
            async with opened(facts, state) as at:
                assert at.bar_text("footer").startswith("d 1 new, 2 changed since 21 Nov   / search")
                assert at.bar_text("footer").endswith("? help")
        async with opened(facts, state) as at:
            await at.press("d")
            assert at.overlay == "Choose"
            assert at.line("1 new, 2 changed since 21 Nov")
            assert isinstance(at.app.screen, Choose)
            assert at.app.screen.count == 3, "what was edited of a fact has lines too"
            assert at.line("new  ● Talks about the second")
            assert at.line("changed  ○ Redefinition of the second unit")
            await at.press("j", "j", "enter")
            assert (at.overlay, at.picked) == ("", "bipm")
            assert "since" not in at.bar_text("footer")
            await at.press("d")
            assert at.line("new  ● Talks about the second"), "it can be listed again"
        async with opened(facts, state, "2025-12-24") as at:
            assert "since" not in at.bar_text("footer")
            await at.press("d")
            assert at.main.frame.message == "Nothing has changed since you looked last, on 29 Nov"

    look()


@pytest.mark.counts_lines
def test_values_gone_records_and_fallen_quotes_have_their_lines(facts: Path, state: Path) -> None:
    @driven
    async def look() -> None:
        async with opened(facts, state, FIRST):
            pass
        change(facts, "date: 2030\n", "date: 2031\n")
        change(facts, "id: japan-joins", "id: japan-enters")
        article = facts.parent / "articles" / "metre.txt"
        change(article, "gave it a home at Sèvres, near Paris", "gave it rooms in Paris")
        async with opened(facts, state, size=(120, 36)) as at:
            await at.press("d")
            assert at.line("its id was japan-joins, is japan-enters")
            assert at.line("date: 2030 → 2031")
            assert at.line("edited  ▤ Measures")
            assert "do not" in at.text
            assert "~ “The convention created" in at.text

    look()


@pytest.mark.counts_lines
def test_a_record_that_is_gone_is_listed_and_leads_nowhere(facts: Path, state: Path) -> None:
    @driven
    async def look() -> None:
        edit(facts)
        async with opened(facts, state, FIRST) as at:
            pass
        shutil.copy(METRE, facts)
        async with opened(facts, state) as at:
            picked = at.picked
            await at.press("d")
            assert at.line("gone  Talks about the second")
            await at.press("g", "enter")
            assert (at.overlay, at.picked) == ("", picked)
            assert "It is in the fact file no longer" in at.text

    look()


def test_a_plan_whose_day_passed_is_told_though_no_file_changed(facts: Path, state: Path) -> None:
    @driven
    async def look() -> None:
        change(facts, "date: 2030\n", "date: 2025-11-25\n")
        async with opened(facts, state, FIRST):
            pass
        async with opened(facts, state) as at:
            assert at.bar_text("footer").startswith("d 1 planned date passed since 21 Nov")
            await at.press("d", "enter")
            assert at.picked == "new-second"
        async with opened(facts, state, "2025-12-01") as at:
            assert "since" not in at.bar_text("footer")

    look()


def test_what_r_brings_is_told_in_the_same_way(facts: Path, state: Path) -> None:
    @driven
    async def look() -> None:
        async with opened(facts, state) as at:
            edit(facts)
            await reread(at)
            await at.changes_known()
            await at.press("J")
            assert at.bar_text("footer").startswith("d 1 new, 2 changed since 29 Nov")
            await at.press("slash")
            assert "since" not in at.bar_text("footer"), "d is a letter of the line"
            await at.press("d")
            assert (at.typed, at.overlay) == ("d", "")

    look()


def test_in_few_columns_the_word_is_short(facts: Path, state: Path) -> None:
    @driven
    async def look() -> None:
        async with opened(facts, state, FIRST):
            pass
        edit(facts)
        async with opened(facts, state, size=(40, 12)) as at:
            assert at.bar_text("footer").startswith("d what changed")
            assert at.bar_text("footer").endswith("? help")
            await at.press("d")
            assert at.overlay == "Choose"

    look()


@pytest.mark.parametrize("where", ["a file", "a device"])
def test_where_nothing_can_be_remembered_there_is_no_word_and_no_error(facts: Path, tmp_path: Path, where: str) -> None:
    @driven
    async def look() -> None:
        (tmp_path / "file").touch()
        folder = tmp_path / "file" if where == "a file" else Path(os.devnull) / "none"
        for _ in range(2):
            async with opened(facts, folder, FIRST) as at:
                edit(facts)
                await at.press("d")
                assert "Nothing is remembered here" in at.text
                assert "since" not in at.bar_text("footer")

    look()


def test_a_damaged_file_of_the_last_look_counts_as_none(facts: Path, state: Path) -> None:
    @driven
    async def look() -> None:
        async with opened(facts, state, FIRST):
            pass
        edit(facts)
        whole = kept(state).read_bytes()
        endless = zlib.compress(re.sub(rb'"size": \d+', b'"size": Infinity', zlib.decompress(whole)))
        for data in (b"", b"\x00" * 100, whole[:-9], endless):
            kept(state).write_bytes(data)
            async with opened(facts, state) as at:
                assert "since" not in at.bar_text("footer")
            assert load_look(kept(state))

    look()


@driven
async def test_a_look_that_fails_is_no_longer_being_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is wrong is told by Python; the explorer goes on."""
    failed: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda raised: failed.append(raised.exc_type))
    changes = Changes(tmp_path / "state", lambda words: None)
    with patch("eujdef_tui.present.look_file.look_again", side_effect=ZeroDivisionError):
        changes.look(open_base(METRE))
        while changes.pending:
            await asyncio.sleep(0)
    assert changes.looked is None
    assert changes.failed
    while not failed:  # the thread tells it as it ends
        await asyncio.sleep(0)
    assert failed == [ZeroDivisionError]


@driven
async def test_who_pressed_d_before_a_look_failed_is_told() -> None:
    async with explorer() as at:
        await at.changes_known()
        at.app._changes.pending = True
        await at.press("d")
        assert at.main.frame.message == LOOKING
        at.app._changes._end(None, failed=True)
        await at.settle()
        assert at.bar_text("footer") == NOT_LOOKED
        await at.press("j", "d")
        assert at.bar_text("footer") == NOT_LOOKED
        with patch.object(Base, "reopen", side_effect=BaseFileError("damaged")):
            at.app._changes.look(at.app.base)
        assert (at.app._changes.failed, at.app._changes.pending) == (True, False)


@pytest.mark.parametrize("place", [(), ("tab",), ("enter",), ("enter", "z")])
def test_d_is_answered_wherever_the_focus_is(place: tuple[str, ...]) -> None:
    @driven
    async def answered() -> None:
        async with explorer() as at:
            await at.changes_known()
            await at.press(*place, "d")
            assert at.bar_text("footer") == "Nothing is remembered here"

    answered()


@driven
async def test_a_shared_box_has_no_such_key() -> None:
    async with explorer(kiosk=True) as at:
        assert "changes" not in {key.name for key in at.app.keys.keys}
        await at.press("d")
        assert (at.overlay, at.main.frame.message) == ("", "d is no key here: / searches, ? lists the keys")


@pytest.mark.counts_lines
def test_two_explorers_each_keep_what_the_other_looked_at(facts: Path, state: Path) -> None:
    @driven
    async def look() -> None:
        async with opened(facts, state, FIRST):
            pass
        before = load_look(kept(state))
        edit(facts)
        async with opened(facts, state) as one, opened(facts, state) as two:
            await one.press("d", "escape")
            await two.press("d", "escape")
        now = load_look(kept(state))
        assert now
        assert now != before
        async with opened(facts, state) as at:
            assert "since" not in at.bar_text("footer")

    look()


@pytest.mark.counts_lines
def test_a_look_that_goes_on_does_not_hold_up_whoever_quits(facts: Path, state: Path) -> None:
    @driven
    async def look() -> None:
        with patch("eujdef_tui.compare.last_look._BATCH", 1), patch("eujdef_tui.compare.last_look._REST", 0.05):
            around = {"EUJDEF_CACHE": f"{os.devnull}/none", "EUJDEF_STATE": str(state), "EUJDEF_TODAY": FIRST}
            with patch.dict(os.environ, around), patch("eujdef_tui.tui.app.AFTER_START", 0.001):
                app = Explorer(open_base(facts), fact_file=facts)
                async with app.run_test(size=(80, 24)) as pilot:
                    await pilot.pause(0.05)
                    assert app._changes.pending
                    await Driver(app, pilot).press("d")
                    assert app.main.frame.message == LOOKING
                assert not app._changes.pending
        assert not list(state.glob("[!.]*.seen"))

    look()


@pytest.mark.counts_lines
def test_d_before_it_is_known_lists_what_changed_once_it_is_unless_a_key_came_since(facts: Path, state: Path) -> None:
    @driven
    async def look() -> None:
        async with opened(facts, state, FIRST):
            pass
        change(facts, "date: 2030\n", "date: 2031\n")
        for key in ("j", ""):
            async with opened(facts, state) as at:
                changes = at.app._changes
                looked, changes.looked, changes.pending = changes.looked, None, True
                await at.press("d", *[key] * bool(key))
                assert (at.main.frame.message == LOOKING) is not bool(key)
                changes.looked, changes.pending = looked, False
                assert looked
                assert looked.news
                at.app._show_news(looked.news.words())
                await at.settle()
                assert at.overlay == ("" if key else "Choose")

    look()


@pytest.mark.counts_lines
def test_a_look_is_written_whole_or_not_at_all(facts: Path, state: Path) -> None:
    @driven
    async def look() -> None:
        async with opened(facts, state, FIRST):
            pass

    look()
    found = load_look(kept(state))
    assert found
    before = kept(state).read_bytes()
    with patch("os.fsync", side_effect=OSError("no space left")):
        assert not save_look(kept(state), found._replace(day=20251222), found)
    assert kept(state).read_bytes() == before
    assert [path.suffix for path in state.iterdir() if path.suffix != ".json"] == [".seen"]


def test_what_was_looked_at_outlives_a_program_that_is_killed(facts: Path, state: Path) -> None:
    command = [sys.executable, "-m", "eujdef_tui", "-f", str(facts)]
    cache = str(state.parent / "cache")

    def started(today: str) -> Session:
        return Session(command, EUJDEF_STATE=str(state), EUJDEF_CACHE=cache, EUJDEF_TODAY=today, LC_ALL="C.UTF-8")

    with started(FIRST) as session:
        session.await_text("? help")
        end = time.monotonic() + DEADLINE
        while not list(state.glob("[!.]*.seen")):
            assert time.monotonic() < end, "it is not written"
            session.read(0.02)
        session.process.kill()
        session.await_end()
    edit(facts)
    for _ in range(2):
        with started(LATER) as session:
            session.await_text("1 new, 2 changed since 21 Nov")
            session.process.kill()
            session.await_end()
    with started(LATER) as session:
        session.await_text("since 21 Nov")
        session.type(b"d")
        session.await_text("Talks about the second")
        session.process.kill()
        session.await_end()
    found = load_look(kept(state))
    assert found
    assert found.day == 20251129


@driven
async def test_what_is_found_when_the_explorer_has_ended_is_told_to_nobody() -> None:
    async with explorer() as at:
        app = at.app
    app._show_news("12 new")  # the thread that looks may end between the last screen and the app
