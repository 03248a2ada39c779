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

from eujdef_tui.store import VIEWS, open_base
from eujdef_tui.store.cache import base_path
from eujdef_tui.text.unicode import clean
from eujdef_tui.tui.session_saver import Memory
from eujdef_tui.tui.session_state import (
    LONGEST,
    MARKS,
    MAX_BYTES,
    SEARCHES,
    State,
    parsed,
    recalled,
    remember,
    searched,
    state_path,
    written,
)
from tests.helpers.explorer import METRE, base_of
from tests.helpers.named_actors import base_of as base_of_names

LINES = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(lambda text: clean(text).replace("\n", " "))
TEXTS = st.lists(LINES, max_size=5, unique=True).map(tuple)
STATES = st.builds(State, st.sampled_from(["", *VIEWS]), LINES, LINES, LINES, TEXTS, TEXTS)
FULL = State("actors", "kibble", "npl", "bibtex", ("vote", "npl"), ("kibble", "japan"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def held(**values: object) -> bytes:
    """A file that holds a full state, but for these values."""
    return json.dumps(json.loads(written(FULL)) | values).encode()


# --- the form ---


@settings(deadline=None)
@given(STATES)
def test_what_is_written_is_what_is_read(state: State) -> None:
    assert parsed(written(state)) == state


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=200))
def test_any_bytes_at_all_are_a_state(data: bytes) -> None:
    assert isinstance(parsed(data), State)


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(["schema_version", "view", "query", "picked", "form", "marks", "searches"]), JSON)
def test_a_file_with_any_other_value_is_read_whole_or_not_at_all(name: str, value: object) -> None:
    state = parsed(held(**{name: value}))
    others = {"view", "query", "picked", "form", "marks", "searches"} - {name}
    assert state == State() or all(getattr(state, other) == getattr(FULL, other) for other in others)
    assert state.view in ("", *VIEWS)
    for words in (state.query, state.picked, state.form, *state.marks, *state.searches):
        words.encode()
        assert words == clean(words)
        assert "\n" not in words


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(written(FULL)) - 1), st.integers(0, 255))
def test_a_file_with_a_byte_spoilt_is_a_state_or_none(place: int, byte: int) -> None:
    data = bytearray(written(FULL))
    data[place] = byte
    assert isinstance(parsed(bytes(data)), State)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(written(FULL)) - 2))
def test_a_file_cut_short_is_none(length: int) -> None:
    assert parsed(written(FULL)[:length]) == State()


@pytest.mark.parametrize(
    "data",
    [
        b"", b"null", b"[]", b"\xff", b"[" * 100_000, b'{"schema_version": "2"}', b"9" * 5000,
        held(marks="vote"), held(marks=[1]), held(query=None),
        held(query="\ud800"), held(searches={"a": "b"}), b" " * (MAX_BYTES + 1),
    ],
)  # fmt: skip
def test_a_file_that_is_none_of_ours_is_no_state(data: bytes) -> None:
    assert parsed(data) == State()


def test_what_a_file_says_is_made_safe_to_show() -> None:
    assert parsed(held(query="a\x1b[2J\nb\u202e")).query == "a\ufffd[2J b\ufffd"
    assert parsed(held(view="nowhere")).view == ""


def test_keys_that_are_not_known_and_keys_that_are_missing_harm_nothing() -> None:
    assert parsed(held(later="x")) == FULL
    assert parsed(b'{"schema_version": "1", "query": "x"}') == State(query="x")


def test_no_more_is_written_than_is_read() -> None:
    many = tuple(map(str, range(2000)))
    state = parsed(written(State(marks=many, searches=many)))
    assert state.marks == many[-MARKS:], "those marked last"
    assert state.searches == many[:SEARCHES], "those searched last"
    longest = tuple(str(n) + "\U0001f980" * (LONGEST - 4) for n in range(1000, 2000))
    assert len(written(State(marks=longest, searches=longest))) < MAX_BYTES
    assert parsed(written(State(query="half of one \ud83e"))).query == "half of one ?"


@settings(deadline=None)
@given(st.lists(st.sampled_from([*"abcdef", *map(str, range(150))]), max_size=300))
def test_searches_are_kept_newest_first_once_each_and_no_more_than_a_hundred(queries: list[str]) -> None:
    kept: tuple[str, ...] = ()
    for query in queries:
        kept = searched(query, kept)
    assert list(kept) == list(dict.fromkeys(reversed(queries)))[:SEARCHES]


# --- the file ---


def test_a_state_that_was_remembered_is_recalled(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "x.json"
    remember(path, FULL)
    assert recalled(path) == FULL
    assert path.stat().st_mode & 0o077 == 0, "nobody else reads what was searched"
    remember(path, State(query="other"))
    assert recalled(path) == State(query="other")
    assert [item.name for item in path.parent.iterdir()] == ["x.json"]


def test_what_cannot_be_read_or_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder.json").mkdir()
    os.mkfifo(tmp_path / "pipe.json")
    for path in (tmp_path / "none.json", tmp_path / "file" / "x.json", tmp_path / "folder.json"):
        assert recalled(path) == State()
    assert recalled(tmp_path / "pipe.json") == State(), "nobody waits for a pipe"
    for path in (Path(os.devnull) / "none" / "x.json", tmp_path / "file" / "x.json", tmp_path / "folder.json"):
        remember(path, FULL)
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
    state = State(query="x" * (LONGEST + 1), marks=("vote",))
    assert parsed(written(state)) == state._replace(query="x" * LONGEST)


# --- when it is written ---


def test_changes_are_written_once_when_they_have_come_to_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.json"
    monkeypatch.setattr("eujdef_tui.tui.session_saver.REST", 0)

    async def change() -> None:
        memory = Memory(path)
        made: list[int] = []

        def state() -> State:
            made.append(1)
            return FULL

        for _ in range(5):
            memory.soon(state)
        assert not path.exists()
        while not path.exists():
            await asyncio.sleep(0)
        assert (recalled(path), made) == (FULL, [1])

    asyncio.run(change())


def test_what_is_the_same_as_before_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    Memory(path).now(FULL)
    before = path.stat().st_ino
    memory = Memory(path)
    assert memory.state == FULL
    memory.now(FULL)
    assert path.stat().st_ino == before
    memory.now(State())
    assert recalled(path) == State()


def test_of_two_that_write_the_last_one_wins(tmp_path: Path) -> None:
    one, other = Memory(tmp_path / "x.json"), Memory(tmp_path / "x.json")
    one.now(FULL)
    other.now(State(query="other"))
    assert recalled(tmp_path / "x.json") == State(query="other")


def test_a_fresh_start_recalls_nothing_of_the_screen_and_writes(tmp_path: Path) -> None:
    Memory(tmp_path / "x.json").now(FULL)
    memory = Memory(tmp_path / "x.json", fresh=True)
    assert memory.state == FULL._replace(view="", query="", picked="")
    memory.now(State(query="new"))
    assert recalled(tmp_path / "x.json") == State(query="new")


def test_nowhere_nothing_is_remembered() -> None:
    memory = Memory()
    memory.soon(lambda: FULL)
    memory.now(FULL)
    assert memory.state == State()
