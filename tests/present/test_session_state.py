"""What is remembered between starts: read whole or not at all, written whole or not at all."""

from __future__ import annotations

import asyncio
import json
import os
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.present.session_state import (
    LONGEST,
    MARKS,
    MAX_BYTES,
    SEARCHES,
    SessionState,
    add_to_history,
    load_state,
    merged,
    parse_state,
    save_state,
    serialize_state,
    state_path,
)
from eujdef_tui.store import VIEWS, open_base
from eujdef_tui.store.cache import base_path
from eujdef_tui.text.unicode import clean
from eujdef_tui.tui.session_saver import SessionSaver
from tests.helpers.cache_probes import recorded_disk_calls
from tests.helpers.explorer import base_of
from tests.helpers.named_actors import base_of as base_of_names
from tests.helpers.places import METRE

LINES = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(lambda text: clean(text).replace("\n", " "))
TEXTS = st.lists(LINES, max_size=5, unique=True).map(tuple)
STATES = st.builds(SessionState, st.sampled_from(["", *VIEWS]), LINES, LINES, LINES, TEXTS, TEXTS)
FULL = SessionState("actors", "kibble", "npl", "bibtex", ("vote", "npl"), ("kibble", "japan"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def held(**values: object) -> bytes:
    """A file that holds a full state, but for these values."""
    return json.dumps(json.loads(serialize_state(FULL)) | values).encode()


# --- the form ---


@pytest.mark.slow
@settings(deadline=None)
@given(STATES)
def test_what_is_written_is_what_is_read(state: SessionState) -> None:
    assert parse_state(serialize_state(state)) == state


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=200))
def test_any_bytes_at_all_are_a_state(data: bytes) -> None:
    assert isinstance(parse_state(data), SessionState)


@pytest.mark.slow
@settings(deadline=None, max_examples=100)
@given(st.sampled_from(["schema_version", "view", "query", "picked", "form", "marks", "searches"]), JSON)
def test_a_file_with_any_other_value_is_read_whole_or_not_at_all(name: str, value: object) -> None:
    state = parse_state(held(**{name: value}))
    others = {"view", "query", "picked", "copy_format", "marks", "searches"} - {
        "copy_format" if name == "form" else name
    }
    assert state == SessionState() or all(getattr(state, other) == getattr(FULL, other) for other in others)
    assert state.view in ("", *VIEWS)
    for words in (state.query, state.picked, state.copy_format, *state.marks, *state.searches):
        words.encode()
        assert words == clean(words)
        assert "\n" not in words


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(serialize_state(FULL)) - 1), st.integers(0, 255))
def test_a_file_with_a_byte_spoilt_is_a_state_or_none(place: int, byte: int) -> None:
    data = bytearray(serialize_state(FULL))
    data[place] = byte
    assert isinstance(parse_state(bytes(data)), SessionState)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(serialize_state(FULL)) - 2))
def test_a_file_cut_short_is_none(length: int) -> None:
    assert parse_state(serialize_state(FULL)[:length]) == SessionState()


@pytest.mark.parametrize(
    "data",
    [
        b"", b"null", b"[]", b"\xff", b"[" * 100_000, b'{"schema_version": "2"}', b"9" * 5000,
        held(marks="vote"), held(marks=[1]), held(query=None),
        held(query="\ud800"), held(searches={"a": "b"}), b" " * (MAX_BYTES + 1),
    ],
)  # fmt: skip
def test_a_file_that_is_none_of_ours_is_no_state(data: bytes) -> None:
    assert parse_state(data) == SessionState()


def test_what_a_file_says_is_made_safe_to_show() -> None:
    assert parse_state(held(query="a\x1b[2J\nb\u202e")).query == "a\ufffd[2J b\ufffd"
    assert parse_state(held(view="nowhere")).view == ""


def test_keys_that_are_not_known_and_keys_that_are_missing_harm_nothing() -> None:
    assert parse_state(held(later="x")) == FULL
    assert parse_state(b'{"schema_version": "1", "query": "x"}') == SessionState(query="x")


def test_no_more_is_written_than_is_read() -> None:
    many = tuple(map(str, range(2000)))
    state = parse_state(serialize_state(SessionState(marks=many, searches=many)))
    assert state.marks == many[-MARKS:], "those marked last"
    assert state.searches == many[:SEARCHES], "those searched last"
    longest = tuple(str(n) + "\U0001f980" * (LONGEST - 4) for n in range(1000, 2000))
    assert len(serialize_state(SessionState(marks=longest, searches=longest))) < MAX_BYTES
    assert parse_state(serialize_state(SessionState(query="half of one \ud83e"))).query == "half of one ?"


@settings(deadline=None)
@given(st.lists(st.sampled_from([*"abcdef", *map(str, range(150))]), max_size=300))
def test_searches_are_kept_newest_first_once_each_and_no_more_than_a_hundred(queries: list[str]) -> None:
    kept: tuple[str, ...] = ()
    for query in queries:
        kept = add_to_history(query, kept)
    assert list(kept) == list(dict.fromkeys(reversed(queries)))[:SEARCHES]


# --- the file ---


def test_a_state_that_was_remembered_is_recalled(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "x.json"
    save_state(path, FULL)
    assert load_state(path) == FULL
    assert path.stat().st_mode & 0o077 == 0, "nobody else reads what was add_to_history"
    save_state(path, SessionState(query="other"))
    assert load_state(path) == SessionState(query="other")
    assert [item.name for item in path.parent.iterdir()] == ["x.json"]


def test_what_cannot_be_read_or_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder.json").mkdir()
    os.mkfifo(tmp_path / "pipe.json")
    for path in (tmp_path / "none.json", tmp_path / "file" / "x.json", tmp_path / "folder.json"):
        assert load_state(path) == SessionState()
    assert load_state(tmp_path / "pipe.json") == SessionState(), "nobody waits for a pipe"
    for path in (Path(os.devnull) / "none" / "x.json", tmp_path / "file" / "x.json", tmp_path / "folder.json"):
        save_state(path, FULL)
    assert sorted(item.name for item in tmp_path.iterdir()) == ["file", "folder.json", "pipe.json"]


def test_each_fact_file_has_a_file_named_as_its_base_is(
    facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_base(facts)) as base:
        monkeypatch.setenv("EUJDEF_STATE", str(tmp_path / "state"))
        assert state_path(base) == tmp_path / "state" / f"{base_path(facts).stem}.json"
        monkeypatch.delenv("EUJDEF_STATE")
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "xdg"))
        path = state_path(base)
        assert path
        assert path.name == f"{base_path(facts).stem}.json"
        assert "eujdef" in path.parts


def test_a_base_in_memory_is_remembered_under_the_same_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EUJDEF_STATE", "x")
    path = state_path(base_of(METRE))
    assert path
    assert path.stem == base_path(METRE).stem
    assert state_path(base_of_names(["A"])) is None, "a base of no file"


def test_a_text_that_is_too_long_is_cut_and_loses_nothing_else() -> None:
    state = SessionState(query="x" * (LONGEST + 1), marks=("vote",))
    assert parse_state(serialize_state(state)) == state._replace(query="x" * LONGEST)


# --- when it is written ---


def test_changes_are_written_once_when_they_have_come_to_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.json"
    monkeypatch.setattr("eujdef_tui.tui.session_saver.DELAY", 0)

    async def change() -> None:
        memory = SessionSaver(path)
        made: list[int] = []

        def state() -> SessionState:
            made.append(1)
            return FULL

        for _ in range(5):
            memory.save_soon(state)
        assert not path.exists()
        while not path.exists():
            await asyncio.sleep(0)
        assert (load_state(path), made) == (FULL, [1])

    asyncio.run(change())


def test_what_is_the_same_as_before_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    SessionSaver(path).save(FULL)
    before = path.stat().st_ino
    memory = SessionSaver(path)
    assert memory.state == FULL
    memory.save(FULL)
    assert path.stat().st_ino == before
    memory.save(SessionState())
    assert load_state(path) == SessionState()


def test_of_two_that_write_the_last_one_wins_but_for_marks_and_searches(tmp_path: Path) -> None:
    one, other = SessionSaver(tmp_path / "x.json"), SessionSaver(tmp_path / "x.json")
    one.save(FULL)
    other.save(SessionState(query="other"))
    kept = SessionState(query="other", marks=FULL.marks, searches=FULL.searches)
    assert load_state(tmp_path / "x.json") == kept


def test_a_fresh_start_recalls_nothing_of_the_screen_and_writes(tmp_path: Path) -> None:
    SessionSaver(tmp_path / "x.json").save(FULL)
    memory = SessionSaver(tmp_path / "x.json", fresh=True)
    assert memory.state == FULL._replace(view="", query="", picked="")
    memory.save(SessionState(query="new"))
    assert load_state(tmp_path / "x.json") == SessionState(query="new")


def test_nowhere_nothing_is_remembered() -> None:
    memory = SessionSaver()
    memory.save_soon(lambda: FULL)
    memory.save(FULL)
    assert memory.state == SessionState()


def test_a_state_is_synced_to_disk_before_it_gets_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = recorded_disk_calls(monkeypatch)
    save_state(tmp_path / "state.json", FULL)
    inode = (tmp_path / "state.json").stat().st_ino
    assert calls == [("fsync", inode), ("replace", inode)]


IDS = st.lists(st.sampled_from("abcdef"), unique=True).map(tuple)


@given(IDS, IDS, IDS)
def test_merging_does_to_theirs_what_was_done_to_ours(
    before: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]
) -> None:
    found = merged(*(SessionState(marks=marks) for marks in (before, ours, theirs)))
    expected = (set(theirs) - (set(before) - set(ours))) | (set(ours) - set(before))
    assert set(found.marks) == expected
    assert len(found.marks) == len(expected)
    assert [mark for mark in found.marks if mark in theirs] == [mark for mark in theirs if mark in expected]


@pytest.mark.slow
@given(IDS, IDS, IDS)
def test_merging_puts_the_newest_of_our_searches_before_theirs(
    before: tuple[str, ...], typed: tuple[str, ...], theirs: tuple[str, ...]
) -> None:
    ours = before
    for query in typed:
        ours = add_to_history(query, ours)
    found = merged(*(SessionState(searches=searches) for searches in (before, ours, theirs)))
    assert set(found.searches) >= set(theirs)
    assert found.searches[0:1] == (ours[0:1] if ours != before else theirs[0:1])
