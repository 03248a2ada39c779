"""Numbers of records after an edit: what it does not move keeps its own, and what it moves stands between others."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.store import Base, open_base
from eujdef_tui.store.cache import base_path
from eujdef_tui.store.compiler import build
from eujdef_tui.store.edit_order import _longest_rise
from eujdef_tui.store.numbering import document_number
from eujdef_tui.store.patch import EDITS as EDITED
from eujdef_tui.store.places import STEP
from tests.bench.scale import Crowd, typed
from tests.store.test_edits_in_place import (
    ACTORS,
    BEFORE,
    EDITS,
    EVENTS,
    NAMES,
    SAID,
    Fact,
    Files,
    fact,
    folder,
    in_cache,
    whole,
    with_file,
    written,
)

__all__ = ["folder"]

Numbers = dict[str, int]


@given(st.lists(st.integers(0, 8), max_size=8, unique=True))
def test_the_longest_rise_is_the_longest(values: list[int]) -> None:
    found = [values[at] for at in _longest_rise(values)]
    rising = (
        some for size in range(len(values), 0, -1) for some in combinations(values, size) if [*some] == sorted(some)
    )
    assert all(one < other for one, other in pairwise(found))
    assert len(found) == len(next(rising, ()))


def kept(path: Path) -> tuple[Numbers, Numbers]:
    """The numbers of records and of documents by id, once the base in the cache is opened."""
    open_base(path).close()
    with closing(sqlite3.connect(base_path(path))) as db:
        numbers = dict(db.execute("SELECT id, n FROM record"))
        return numbers, dict(db.execute("SELECT id, d FROM document JOIN record USING (n)"))


def changed(before: Numbers, after: Numbers) -> set[str]:
    """The ids that are in both with another number."""
    return {id_ for id_ in before.keys() & after.keys() if before[id_] != after[id_]}


MOVED = {
    "an event is added at the end": set[str](),
    "an event is added at the beginning": set[str](),
    "an event is taken out": set[str](),
    "events are exchanged": {"f4", "f5"},
    "an event gets another day": {"f3"},
    "an event gets another actor": set[str](),
    "an actor becomes a company": {"f1"},
    "an agreement gets another title": set[str](),
    "a fact rests on another source": set[str](),
    "nobody says it": {"f7", "f8"},
}


@pytest.mark.slow
@pytest.mark.parametrize("what", MOVED)
def test_what_an_edit_does_not_move_keeps_its_number(folder: Path, what: str) -> None:
    written(BEFORE, folder)
    before, _ = kept(folder)
    written(EDITS[what], folder)
    after, _ = kept(folder)
    assert changed(before, after) <= MOVED[what]


@pytest.mark.parametrize(
    ("after", "moved"),
    [
        (with_file(1, *EVENTS, fact(20, "event", day=3)), {"f0"}),  # one more mentions it
        (with_file(1, EVENTS[0]._replace(source=1), *EVENTS[1:]), set[str]()),
        (with_file(1, EVENTS[0], EVENTS[1]._replace(to=2), *EVENTS[2:]), {"f1", "f11"}),
        (with_file(0, ACTORS[0], ACTORS[1]._replace(name=5), ACTORS[2]), set[str]()),
    ],
    ids=["added", "requoted", "another actor", "renamed"],
)
def test_a_document_moves_where_its_weight_changes(folder: Path, after: Files, moved: set[str]) -> None:
    written(BEFORE, folder)
    _, before = kept(folder)
    written(after, folder)
    _, now = kept(folder)
    events_agree_on = {"f2"}  # every event names the first agreement
    assert changed(before, now) <= moved | events_agree_on
    assert moved <= changed(before, now)


def test_who_says_more_than_another_stands_before_them(folder: Path) -> None:
    def speakers() -> list[str]:
        with closing(open_base(folder)) as base:
            return [text for _, text in base.headings("statements")]

    written(BEFORE, folder)
    first = speakers()
    more = [fact(20 + nth, "statement", day=1, to=2) for nth in range(4)]
    written(with_file(2, *SAID, *more), folder)
    assert speakers() != first
    assert speakers()[0] == "岩屋 毅"
    written(BEFORE, folder)
    assert speakers() == first


def test_a_heading_follows_the_first_record_under_it(folder: Path) -> None:
    def years() -> list[tuple[str, str]]:
        with closing(open_base(folder)) as base:
            return [(base.record(n).record.id, text) for n, text in base.headings("timeline")]

    written(BEFORE, folder)
    assert years() == [("f3", "2021"), ("f4", "2022")]
    written(with_file(1, fact(20, "event", day=2), *EVENTS[1:]), folder)
    assert years() == [("f20", "2022")]
    written(with_file(1, fact(20, "event"), *EVENTS), folder)
    assert years() == [("f3", "2021"), ("f4", "2022"), ("f20", "Undated")]


def test_a_renamed_actor_gives_its_statements_another_heading(folder: Path) -> None:
    written(BEFORE, folder)
    open_base(folder).close()
    written(with_file(0, ACTORS[0]._replace(name=7), *ACTORS[1:]), folder)
    with closing(open_base(folder)) as base:
        assert "EUR 35 billion" in [text for _, text in base.headings("statements")]
        assert base.places.plain or base.count() == sum(map(len, BEFORE)) + len(BEFORE)


# --- a base that was compiled ---


@pytest.fixture(scope="module")
def crowd() -> Crowd:
    """What the bench of growing bases is made of: two files of actors, two of events."""
    return Crowd(12_000)


def test_the_bench_makes_as_many_facts_as_it_says(crowd: Crowd) -> None:
    files = [corpus.file for corpus in crowd.files()]
    ids = [one.id for file in files for one in file.actors] + [one.id for file in files for one in file.events]
    assert len(ids) == len(set(ids)) == crowd.facts
    assert [name for file in files for name in (actor.name for actor in file.actors)] == list(crowd.names())
    assert all(len(file.actors) + len(file.events) <= 5000 for file in files)


@pytest.mark.slow
def test_what_the_bench_types_is_the_beginning_of_names(crowd: Crowd) -> None:
    letters = list(typed(crowd))
    assert letters == list(typed(crowd))
    right = [text for text in letters if any(name.lower().startswith(text) for name in crowd.names())]
    assert len(letters) / 2 < len(right) < len(letters)


def test_numbers_leave_room_between_records_and_documents_of_one_weight_stand_as_on_the_screen(metre: Base) -> None:
    select = metre.connection.select
    assert [n for (n,) in select("SELECT n FROM record ORDER BY n")] == [
        STEP * place for place in range(1, metre.count() + 1)
    ]
    documents = select("SELECT d, weight, n FROM document ORDER BY d")
    assert documents == sorted(documents, key=lambda row: (-row[1], row[2]))
    assert len({weight for _, weight, _ in documents}) > 3


def test_the_number_of_a_document_grows_as_its_weight_falls_and_has_no_more_than_8_bytes() -> None:
    most = 200_000_000 * STEP
    assert document_number(1, STEP) < document_number(1, 2 * STEP) < document_number(1, most)
    assert document_number(1, most) < document_number(0, STEP) < document_number(0, most) < 2**56
    assert document_number(10**9, STEP) == document_number(10**7, STEP) > 0  # both are known to all


@pytest.mark.slow
def test_a_whole_file_is_compiled_as_its_parts_are(crowd: Crowd) -> None:
    some = next(iter(crowd.files()))
    with closing(sqlite3.connect(":memory:")) as db:
        build(db, some, {"title": "Some"}, lambda done, total: None)
        assert db.execute("SELECT count(*) FROM record").fetchone() == (len(some.file.actors) + 1,)
        assert db.execute("SELECT count(*) FROM moved").fetchone() == (0,)
        ((support,),) = db.execute("SELECT DISTINCT support FROM record WHERE record = 'actor'")
        assert support == 1


# --- many files ---

FILES, OF_EACH = 24, 10
FEW = 7  # segments of the index after 16 edits: three of a size, and that of the first build


def many(draw: random.Random) -> list[list[Fact]]:
    """The facts of so many files: enough that a tenth of them is more than one edit changes."""
    kinds = ("actor", "event", "event", "statement", "statement", "figure")

    def one(number: int) -> Fact:
        name, day, to = draw.randrange(len(NAMES)), draw.randrange(4), draw.randrange(80)
        return Fact(number, draw.choice(kinds), name, day, draw.randrange(FILES), to, f"f{number}")

    return [[one(nth * OF_EACH + at) for at in range(OF_EACH)] for nth in range(FILES)]


def one_edit(draw: random.Random, files: list[list[Fact]], step: int) -> None:
    """Change one of the files, as a person does between two looks at the screen; now and then two of them."""
    facts = draw.choice(files)
    at = draw.randrange(len(facts))
    match step % 4:
        case 0:
            facts.insert(at, facts[at]._replace(id=f"new{step}"))
        case 1:
            facts[at] = facts[at]._replace(name=draw.randrange(len(NAMES)), day=draw.randrange(4))
        case 2:
            files[0].append(facts.pop(at))
        case 3:
            facts[at] = facts[at]._replace(id=f"again{step}")


@pytest.mark.slow
def test_a_folder_of_many_files_is_edited_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EUJDEF_CACHE", str(tmp_path / "cache"))
    into = tmp_path / "facts"
    into.mkdir()
    draw = random.Random(16)
    files = many(draw)
    written(tuple(map(tuple, files)), into)
    open_base(into).close()
    patched = 0
    for step in range(16):
        one_edit(draw, files, step)
        written(tuple(map(tuple, files)), into)
        said = in_cache(into)
        with closing(open_base(into)) as base:
            patched += EDITED in base.meta
            assert len(base.connection.select("SELECT DISTINCT segid FROM text_idx")) <= FEW, "what a query has to ask"
        if step % 4 == 3:
            assert said == whole(into)
    assert patched > 12
