"""Files of a folder are prepared one by one and kept: a base that an edit changed is the base of a whole build."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eujdef_tui.errors import FactFileError
from eujdef_tui.factfile.anchoring import anchor_evidence
from eujdef_tui.factfile.loader import load
from eujdef_tui.factfile.single_file import anchored, load_single
from eujdef_tui.model.records import Source
from eujdef_tui.store import SHIPPED, compiler, open_base, patch
from eujdef_tui.store import prepared as preparing
from eujdef_tui.store.cache import base_path
from eujdef_tui.store.file_rows import fragment_of
from eujdef_tui.store.fragment import Fragment, pack, unpack
from tests.helpers.base_content import said_by
from tests.helpers.cache_probes import opened

HEAD = 'schema_version: "1"\ntitle: Made\n'


def whole(path: Path) -> list[str]:
    """Everything in the base of a fact file or folder that is read and compiled as one, but for `meta` and `part`."""
    with closing(sqlite3.connect(":memory:")) as db:
        file = load(path)
        compiler.build(db, anchor_evidence(file), {"title": file.title}, lambda done, total: None)
        return _comparable(db)


def cached(path: Path) -> list[str]:
    """The same of the base that is opened in the cache, which is left as it is."""
    open_base(path).close()
    with closing(sqlite3.connect(":memory:")) as db, closing(sqlite3.connect(base_path(path))) as kept:
        kept.backup(db)
        return _comparable(db)


def _comparable(db: sqlite3.Connection) -> list[str]:
    db.execute("UPDATE vocabulary SET small = small > 0")
    return said_by(db)


def small_letters(path: Path) -> list[tuple[str, int]]:
    """How many files write each word in lower case, as the base in the cache has it."""
    with closing(sqlite3.connect(base_path(path))) as db:
        return db.execute("SELECT token, small FROM vocabulary ORDER BY token").fetchall()


@pytest.mark.slow
@pytest.mark.parametrize("path", [SHIPPED, Path("tests/corpora/rails.yaml")], ids=["shipped", "rails"])
def test_one_file_gives_what_the_whole_gives(path: Path, cache: Path) -> None:
    assert cached(path) == whole(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_an_article_of_another_file_that_is_a_pipe_is_not_waited_for(facts: Path) -> None:
    os.mkfifo(facts.parent / "pipe.txt")
    read = load_single(facts)
    assert read
    assert anchored(read.file, (Source(id="elsewhere", type="article", file="pipe.txt"),)) is None


def test_a_fragment_comes_back_as_it_was_packed(facts: Path) -> None:
    made = fragment_of(anchor_evidence(load(facts)))
    assert unpack(bytes(bytearray(pack(made)))) == made  # the same bytes from elsewhere: lists for lists, none a tuple


def test_a_fragment_that_was_just_packed_is_not_read_again(facts: Path) -> None:
    made = fragment_of(anchor_evidence(load(facts)))
    packed = pack(made)
    assert unpack(packed) is made
    assert unpack(packed) == made  # it is let go once it was asked for, and then read


def test_a_fragment_that_was_packed_before_another_is_read(facts: Path) -> None:
    made = fragment_of(anchor_evidence(load(facts)))
    first = pack(made)
    pack(Fragment([], [], []))
    assert unpack(first) == made


# --- generated folders, and what people do to them ---


class Fact(NamedTuple):
    """A fact of a generated folder: a number, which makes its id, words, and which source it quotes."""

    number: int
    words: str
    source: int


class Folder(NamedTuple):
    """The facts of each file. Each file has a source of its own, of its number; `more` ends the first one's article."""

    files: tuple[tuple[Fact, ...], ...]
    more: str = ""


NAMES = "Ada Byron|Kaja Kallas|Łucja Straße|岩屋 毅|O'Brien & Sons|F-2 Jet|EUR 35 billion|the treaty of 1951".split("|")
words = st.sampled_from(NAMES)


def written(folder: Folder, into: Path) -> None:
    """Write the files of a folder; those that are gone are deleted."""
    for left in [*into.glob("*.yaml"), *into.glob("*.txt")]:
        left.unlink()
    actors = [fact.number for facts in folder.files for fact in facts if fact.number % 3 == 0]
    for nth, facts in enumerate(folder.files):
        text = [HEAD, f"sources:\n  - {{id: s{nth}, type: article, title: Story {nth}, file: s{nth}.txt"]
        text += [", derived_from: s0" * (nth == 2), ', issued: "2024-05-02", x-outside: calendar' * (nth == 1), "}\n"]
        sections: dict[str, list[str]] = {"actors": [], "events": [], "statements": []}
        for fact in facts:
            source = fact.source % len(folder.files)
            evidence = f'evidence: [{{source: s{source}, quote: "{fact.words} said so."}}]'
            linked = actors[fact.number % len(actors)] if actors else None
            if fact.number % 3 == 0:
                sections["actors"].append(f'{{id: f{fact.number}, kind: person, name: "{fact.words}", {evidence}}}')
            elif fact.number % 3 == 1:
                more = "" if linked is None else f"actors: [f{linked}], "
                more += f'date: 2024-05-03, date_text: tomorrow, status: planned, title: "{fact.words}"'
                sections["events"].append(f"{{id: f{fact.number}, kind: talks, {more}, {evidence}}}")
            else:
                more = "" if linked is None else f"speaker: f{linked}, "
                more += f'text: "{fact.words}"'
                sections["statements"].append(f"{{id: f{fact.number}, kind: position, {more}, {evidence}}}")
        for section, made in sections.items():
            text += [f"{section}:\n", *(f"  - {one}\n" for one in made)] if made else []
        (into / f"f{nth}.yaml").write_text("".join(text), encoding="utf-8")
        article = "".join(f"{words} said so.\n" for words in NAMES) + f"Story {nth}.\n"
        (into / f"s{nth}.txt").write_text(article + ("" if nth else folder.more), encoding="utf-8")


@st.composite
def folders(draw: st.DrawFn) -> Folder:
    numbers = iter(range(1000))
    fact = st.builds(lambda words, source: (words, source), words, st.integers(0, 3))
    files = draw(st.lists(st.lists(fact, max_size=4), min_size=1, max_size=4))
    return Folder(tuple(tuple(Fact(next(numbers), *one) for one in facts) for facts in files))


@st.composite
def edits(draw: st.DrawFn, folder: Folder) -> Folder:
    """A folder in which a fact was reworded, moved to another file, added or taken out, or a file was deleted."""
    files = [list(facts) for facts in folder.files]
    full = [nth for nth, facts in enumerate(files) if facts]
    what = draw(st.sampled_from(["reword", "requote", "move", "delete", "add", "drop", "tell"]))
    at = draw(st.sampled_from(full)) if full else 0
    more = folder.more
    if what == "tell":
        more = draw(
            st.sampled_from(["", "Nobody else said so.\n", "nobody Else, in 1951, for €7bn.\n", "日本もだ。\n"])
        )
    elif what == "add" or not full:
        free = 1 + max((fact.number for facts in files for fact in facts), default=0)
        files[at].append(Fact(free, draw(words), draw(st.integers(0, 3))))
    elif what == "drop" and len(files) > 1:
        del files[-1]
    else:
        nth = draw(st.integers(0, len(files[at]) - 1))
        fact = files[at].pop(nth)
        if what == "reword":
            files[at].insert(nth, fact._replace(words=draw(words)))
        elif what == "requote":
            files[at].insert(nth, fact._replace(source=draw(st.integers(0, 3))))
        elif what == "move":
            files[draw(st.integers(0, len(files) - 1))].append(fact)
    return Folder(tuple(map(tuple, files)), more)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder, and a cache of its own, that every example of a property starts with anew."""
    with tempfile.TemporaryDirectory() as made, pytest.MonkeyPatch.context() as patch:
        patch.setenv("EUJDEF_CACHE", f"{made}/cache")
        yield Path(made)


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_after_any_edits_a_base_is_that_of_a_whole_build(folder: Path, data: st.DataObject) -> None:
    shutil.rmtree(folder / "cache", ignore_errors=True)
    into = folder / "facts"
    into.mkdir(exist_ok=True)
    state = data.draw(folders())
    for _ in range(4):
        written(state, into)
        assert cached(into) == whole(into)
        state = data.draw(edits(state))
    counted = small_letters(into)
    shutil.rmtree(folder / "cache")
    open_base(into).close()
    assert counted == small_letters(into)


# --- what is made anew ---


@pytest.fixture
def three(folder: Path) -> Path:
    """A folder of three files; f2.yaml quotes the article of f1.yaml."""
    facts = [Fact(nth, NAMES[nth], nth) for nth in range(3)]
    written(Folder(((facts[0],), (facts[1],), (facts[2]._replace(source=1),))), folder)
    return folder


@pytest.fixture
def prepared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are prepared from now on."""
    names: list[str] = []
    prepare = preparing.prepare_some

    def noted(tasks: list[preparing.Task], *rest: preparing.Progress) -> list[preparing.Prepared]:
        names.extend(Path(task.path).name for task in tasks)
        return prepare(tasks, *rest)

    monkeypatch.setattr(preparing, "prepare_some", noted)
    return names


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_edit_prepares_the_file_that_it_changed_alone(three: Path, prepared: list[str]) -> None:
    opened(three)
    prepared.clear()
    edited(three / "f0.yaml", 'name: "Ada', 'name: "Eva')
    assert cached(three) == whole(three)
    assert prepared == ["f0.yaml"]


def test_an_article_that_changed_prepares_every_file_that_quotes_it(three: Path, prepared: list[str]) -> None:
    opened(three)
    prepared.clear()
    edited(three / "s1.txt", "Ada Byron", "First of all Ada Byron")
    assert cached(three) == whole(three)
    assert set(prepared) == {"f1.yaml", "f2.yaml"}


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A list that gets an entry whenever a base is compiled, and not a copy of it changed."""
    times: list[int] = []
    compile_base = compiler.compile_base

    def noted(*rest: object) -> None:
        times.append(1)
        compile_base(*rest)  # type: ignore[arg-type]

    monkeypatch.setattr(compiler, "compile_base", noted)
    return times


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("f2.yaml", 'text: "', 'text: "Once in July Strangely, '),
        ("f1.yaml", "date_text: tomorrow", "date_text: the day after"),
        ("f1.yaml", "status: planned", "status: happened"),
        ("f1.yaml", "kind: talks,", "kind: talks, location: Narva,"),
        ("f1.yaml", "title: Story 1, ", 'title: Story 1, issued_basis: "by post", '),
        ("s2.txt", "Ada Byron said so.", "ada byron, who else, said this in 1999."),
        ("f0.yaml", 'name: "Ada', 'name: "Eva'),
        ("f0.yaml", "kind: person", "kind: company"),
        ("f0.yaml", "evidence: [{source: s0", "evidence: [{source: s1"),
        ("s0.txt", "O'Brien & Sons said so.\n", "Nobody did.\n"),
    ],
)
def test_what_an_edit_changed_is_changed_in_a_copy_of_the_base(
    three: Path, compiled: list[int], name: str, old: str, new: str
) -> None:
    opened(three)
    compiled.clear()
    for before, after in ((old, new), (new, old)):
        edited(three / name, before, after)
        open_base(three).close()
        assert compiled == []
        assert cached(three) == whole(three)
        compiled.clear()


def test_articles_that_become_one_text_or_no_longer_are_give_other_counts_of_sources(
    three: Path, compiled: list[int]
) -> None:
    opened(three)
    for before, after in (("Story 1.", "Story 0."), ("Story 0.", "Story 1.")):
        compiled.clear()
        edited(three / "s1.txt", before, after)
        open_base(three).close()
        assert compiled == [1]
        assert cached(three) == whole(three)


def test_articles_of_one_text_in_other_bytes_are_one_text(three: Path, compiled: list[int]) -> None:
    edited(three / "s1.txt", "Story 1.", "Story\t0.")
    opened(three)
    for before, after in (("0.", "1."), ("1.", "0.")):
        compiled.clear()
        edited(three / "s0.txt", f"Story {before}", f"Story {after}")
        open_base(three).close()
        assert compiled == [1]
        assert cached(three) == whole(three)


def test_after_so_many_edits_the_whole_is_compiled(
    three: Path, compiled: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patch, "_MOST_EDITS", 2)
    opened(three)
    compiled.clear()
    for nth in range(3):
        edited(three / "s0.txt", "Ada", f"{nth} Ada")
        open_base(three).close()
    assert compiled == [1]
    assert cached(three) == whole(three)


def test_a_copy_that_cannot_be_changed_is_compiled(
    three: Path, compiled: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(three)
    compiled.clear()
    with closing(sqlite3.connect(base_path(three))) as db, db:
        db.execute("DROP TABLE rests")
    edited(three / "s0.txt", "Ada", "Now Ada")
    assert cached(three) == whole(three)


def test_a_damaged_base_is_not_copied_but_compiled(three: Path, compiled: list[int]) -> None:
    opened(three)
    compiled.clear()
    data = bytearray(base_path(three).read_bytes())
    at = data.index(b"Story 2")
    data[at : at + 7] = b"Glory 2"
    base_path(three).write_bytes(data)
    edited(three / "s0.txt", "Ada", "Now Ada")
    open_base(three).close()
    assert compiled == [1]
    assert cached(three) == whole(three)


def test_a_file_that_was_deleted_prepares_nothing(three: Path, prepared: list[str]) -> None:
    opened(three)
    prepared.clear()
    (three / "f2.yaml").unlink()
    assert cached(three) == whole(three)
    assert prepared == []


def test_what_only_the_whole_folder_shows_is_reported_with_its_place(three: Path) -> None:
    opened(three)
    edited(three / "f0.yaml", "id: f0", "id: f1")
    with pytest.raises(FactFileError) as caught:
        open_base(three)
    assert {problem.rule for problem in caught.value.problems} == {"duplicate-id", "dangling-id"}
    assert all(problem.place.line for problem in caught.value.problems)


@pytest.mark.parametrize(
    "odd",
    [
        "rows = x'00'",
        "header = '[]'",
        "header = replace(header, 'Made', 'Mode')",
        "inputs = replace(inputs, 's1', 's0')",
    ],
)
def test_what_is_kept_and_damaged_is_prepared_anew(three: Path, prepared: list[str], odd: str) -> None:
    opened(three)
    prepared.clear()
    with closing(sqlite3.connect(base_path(three))) as db, db:
        db.execute(f"UPDATE part SET {odd} WHERE nth = 1")
    edited(three / "f0.yaml", 'name: "Ada', 'name: "Eva')
    assert cached(three) == whole(three)
    assert set(prepared) == {"f0.yaml", "f1.yaml"}


def test_a_base_tells_nothing_of_where_its_files_stand(three: Path) -> None:
    opened(three)
    with closing(sqlite3.connect(base_path(three))) as db:
        kept = repr(db.execute("SELECT inputs, header FROM part").fetchall())
    assert os.fspath(three) not in kept
