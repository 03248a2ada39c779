"""A lost link loses nothing: view, query, picked fact, marks, copy form and searches return at the next start."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

import pytest

from eujdef_tui.present.session_state import SessionState, load_state, save_state
from eujdef_tui.store.cache import base_path
from tests.helpers.explorer import DAY, Driver, base_of, driven, explorer
from tests.helpers.places import METRE
from tests.helpers.pty_session import DEADLINE, Session

pytestmark = pytest.mark.slow  # real terminals

COMMAND = [sys.executable, "-m", "eujdef_tui", "-f", str(METRE)]


def place(folder: Path) -> Path:
    """The file in which the metre is remembered."""
    return folder / f"{base_path(METRE).stem}.json"


def seen(at: Driver) -> tuple[object, ...]:
    """All that returns."""
    return (
        at.main.view,
        at.typed,
        at.picked,
        at.main.facts.copy_format,
        list(at.main.facts.marks),
        at.main.search.searches,
    )


async def used(at: Driver) -> None:
    """Search, narrow to the actors, mark two, copy, and pick another than the best."""
    await at.find("pierre")
    await at.press("tab", "tab", "enter", "m", "J", "m", "y", "3")
    assert (at.main.view, at.picked) == ("actors", "delambre")


# --- between two explorers ---


@driven
async def test_what_was_on_the_screen_returns(tmp_path: Path) -> None:
    async with explorer(state=tmp_path) as at:
        await used(at)
        before, lines = seen(at), at.lines
    async with explorer(state=tmp_path) as at:
        assert seen(at) == before
        assert at.lines[:-1] == lines[:-1]
        await at.press("apostrophe")
        assert "Marked facts" in at.text


@driven
async def test_a_link_that_was_followed_returns_without_the_search_that_hid_it(tmp_path: Path) -> None:
    async with explorer(state=tmp_path) as at:
        await at.find("japan")
        await at.press("enter", "t")
        await at.type("1879")
        await at.press("enter")
        assert (at.picked, at.typed) == ("cylinder-cast", "")
    async with explorer(state=tmp_path) as at:
        assert (at.picked, at.typed, at.main.view) == ("cylinder-cast", "", "timeline")


@driven
async def test_a_query_in_error_returns_with_its_error(tmp_path: Path) -> None:
    async with explorer(state=tmp_path) as at:
        await at.find("kibble knd:x")
    async with explorer(state=tmp_path) as at:
        assert at.typed == "kibble knd:x"
        assert at.note.startswith("column 8: there is no field knd:; did you mean kind: ?")


@driven
async def test_a_fresh_start_opens_where_the_first_did_and_loses_no_marks(tmp_path: Path) -> None:
    async with explorer(start="") as at:
        first = seen(at)[:3]
    async with explorer(state=tmp_path) as at:
        await used(at)
        kept = (list(at.main.facts.marks), at.main.search.searches)
        assert all(kept)
    async with explorer(state=tmp_path, fresh=True) as at:
        assert seen(at)[:3] == first
        assert (list(at.main.facts.marks), at.main.search.searches) == kept


@driven
async def test_a_kiosk_neither_reads_nor_writes(tmp_path: Path) -> None:
    save_state(place(tmp_path), SessionState(query="kibble"))
    before = place(tmp_path).read_bytes()
    async with explorer(state=tmp_path, kiosk=True) as at:
        assert at.typed == ""
        await used(at)
    assert place(tmp_path).read_bytes() == before


@driven
async def test_a_query_given_at_the_start_wins_and_the_rest_returns(tmp_path: Path) -> None:
    async with explorer(state=tmp_path) as at:
        await used(at)
        _, _, _, form, marks, searches = seen(at)
    async with explorer(state=tmp_path, query="japan") as at:
        assert (at.typed, at.main.view, at.picked) == ("japan", "all", "japan")
        assert (at.main.facts.copy_format, list(at.main.facts.marks)) == (form, marks)
        assert at.main.search.searches == ("japan", *searches)  # type: ignore[misc]


@pytest.mark.parametrize(
    "state",
    [
        SessionState(
            view="actors", query="kible", picked="gone", marks=("gone", "vote", "nowhere"), copy_format="none"
        ),
        SessionState(view="actors", query="kible", picked="vote", marks=("vote",)),
    ],
)
def test_what_is_no_more_in_the_fact_file_falls_back_quietly(state: SessionState, tmp_path: Path) -> None:
    @driven
    async def start() -> None:
        save_state(place(tmp_path), state)
        async with explorer(state=tmp_path) as at:
            assert (at.main.view, at.typed, at.picked) == ("actors", "kible", "kibble")
            assert list(at.main.facts.marks) == [base_of(METRE).number("vote")]
            await at.press("Y")
            assert at.bar_text("footer").startswith("markdown: ")

    start()


@pytest.mark.parametrize("data", [b"", b"{", b"\x00\xff", b'{"schema_version": "1", "view": 7}', b"[" * 9999])
def test_a_damaged_file_is_as_none(data: bytes, tmp_path: Path) -> None:
    @driven
    async def start() -> None:
        place(tmp_path).write_bytes(data)
        async with explorer(state=tmp_path) as at:
            assert (at.main.view, at.typed, at.picked) == ("all", "", "new-second")
            await at.press("2")
        assert load_state(place(tmp_path)).view == "actors"

    start()


@driven
async def test_of_two_explorers_the_last_to_write_wins(tmp_path: Path) -> None:
    async with explorer(state=tmp_path) as one:
        await one.press("2")
        async with explorer(state=tmp_path) as other:
            await other.press("3")
        assert load_state(place(tmp_path)).view == "agreements"
        await one.find("kibble")
    assert load_state(place(tmp_path))[:2] == ("all", "kibble")


# --- the program itself, ended in every way ---


def started(folder: Path, *more: str) -> Session:
    """The program, remembering in a folder."""
    return Session([*COMMAND, *more], EUJDEF_STATE=str(folder), EUJDEF_TODAY=DAY, LC_ALL="C.UTF-8")


def typed(session: Session) -> None:
    """Search, narrow to the actors, read, and wait for the answer."""
    session.await_text("? help")
    session.type(b"3/kible\t\r")
    session.await_text("kible ~ Kibble")
    session.await_text("? help")


def awaited(session: Session, path: Path, wanted: tuple[str, str, str]) -> None:
    """Wait until this is remembered."""
    end = time.monotonic() + DEADLINE
    while load_state(path)[:3] != wanted:
        assert time.monotonic() < end, "it is not serialize_state"
        session.read(0.02)


@pytest.mark.parametrize("way", ["kill", "hang up", "terminate", "quit"])
def test_however_the_program_ends_the_next_start_shows_what_the_last_did(way: str, tmp_path: Path) -> None:
    with started(tmp_path) as session:
        typed(session)
        match way:
            case "kill":
                awaited(session, place(tmp_path), ("actors", "kible", "kibble"))
                session.process.kill()
            case "hang up":
                session.hang_up()
            case "terminate":
                session.process.send_signal(signal.SIGTERM)
            case "quit":
                session.type(b"q")
        session.await_end()
    assert load_state(place(tmp_path))[:3] == ("actors", "kible", "kibble")
    kept = {place(tmp_path).name, place(tmp_path).with_suffix(".seen").name}  # the latter once the facts were looked at
    assert {item.name for item in tmp_path.iterdir()} <= kept
    with started(tmp_path) as session:
        session.await_text("▌ @ Bryan Kibble")
        session.await_text("/ kible ")
        session.await_text("kible ~ Kibble")
    with started(tmp_path, "--fresh") as session:
        session.await_text("▌ to come    ○ Redefinition of the second")
        assert "kible" not in "\n".join(session.glass.display)


def test_at_rest_nothing_is_sent_and_nothing_written_again(tmp_path: Path) -> None:
    with started(tmp_path) as session:
        typed(session)
        awaited(session, place(tmp_path), ("actors", "kible", "kibble"))
        session.settle()
        before = place(tmp_path).stat()
        assert session.settle(1.5) == b""
        assert place(tmp_path).stat() == before


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with started(tmp_path / "file") as session:
        typed(session)
        session.type(b"q")
        assert session.await_end()[0] == 0


# --- two explorers at once ---


@driven
async def test_two_explorers_keep_each_others_marks_and_bring_none_back(
    tmp_path: Path,
) -> None:
    save_state(place(tmp_path), SessionState(marks=("delambre", "norway")))
    async with explorer(state=tmp_path) as one, explorer(state=tmp_path) as two:
        await one.find("kibble")
        await one.press("enter", "m")
        one.main.save_session()
        await two.find("delambre")
        await two.press("enter", "m")  # takes the mark off
        two.main.save_session()
        await one.press("m")  # takes its own off again
        await one.press("m")
        one.main.save_session()
    kept = load_state(place(tmp_path))
    assert kept.marks == ("norway", "kibble")
    assert set(kept.searches) == {"kibble", "delambre"}


@driven
async def test_a_mark_that_will_not_be_remembered_is_said_when_it_is_set(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    async with explorer(state=tmp_path / "file") as at:
        await at.find("kibble")
        await at.press("enter", "m")
        assert "Not remembered: the state folder cannot be written; see eujdef doctor" in at.text
