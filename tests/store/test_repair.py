"""A damaged base is built anew, once, and that is said: whatever is asked, and whatever is wrong with it."""

from __future__ import annotations

import random
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import IO

import pytest

from eujdef_tui.cli.commands import main
from eujdef_tui.store import connection, open_base
from eujdef_tui.store.cache import base_path, base_state
from eujdef_tui.store.seal import copy_sealed, is_intact, seal
from tests.helpers.pty_session import Session

REPAIRED = "eujdef: the base was damaged ("


def not_utf_8_in_the_schema(path: Path) -> None:
    """Damage the schema where SQLite quotes it in its message: sqlite3 cannot decode that."""
    data = path.read_bytes().replace(b"record_kind", b"\xffecord_kind")
    path.write_bytes(data.replace(b"CREATE INDEX \xff", b"CRXATE INDEX \xff"))


def garbage(path: Path) -> None:
    path.write_bytes(b"garbage" * 1000)


def nothing(path: Path) -> None:
    path.write_bytes(b"")


def run(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(statement)


def bodies_of_endless_depth(path: Path) -> None:
    run(path, f"UPDATE record SET body = '{'[' * 100_000}'")


def no_bodies(path: Path) -> None:
    run(path, "UPDATE record SET body = '[]'")


def no_title(path: Path) -> None:
    run(path, "DELETE FROM view")


def endless_date(path: Path) -> None:
    run(path, "UPDATE document SET lo = 9e999, weight = 'x', n = 'x'")


def no_words(path: Path) -> None:
    run(path, "DROP TABLE text")


WAYS = [
    not_utf_8_in_the_schema, garbage, nothing, bodies_of_endless_depth, no_bodies, no_title, endless_date, no_words
]  # fmt: skip
QUESTIONS = [("find", "kibble"), ("find", "kibble", "--json"), ("show", "kibble"), ("cite", "kibble")]


@pytest.mark.slow
@pytest.mark.parametrize("damage", WAYS)
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_damaged_base_answers_as_a_whole_one_and_is_said_once(
    facts: Path, capsys: pytest.CaptureFixture[str], damage: Callable[[Path], None], question: tuple[str, ...]
) -> None:
    def asked() -> tuple[int, str, str]:
        code = main([*question, "-f", str(facts)])
        return code, *capsys.readouterr()

    whole = asked()
    assert whole[0] == 0
    damage(base_path(facts))
    code, out, err = asked()
    assert (code, out) == whole[:2]
    if damage in (endless_date, no_words) and question[0] != "find":
        return  # `show` and `cite` read neither the words nor the documents
    assert err.startswith(REPAIRED)
    assert err.removesuffix(whole[2]).endswith("): it was built anew\n")
    assert asked() == whole


@pytest.mark.parametrize("further", [(), ("--json",)], ids=["plain", "json"])
def test_damage_that_sqlite_accepts_does_not_hide_a_fact(
    facts: Path, capsys: pytest.CaptureFixture[str], further: tuple[str, ...]
) -> None:
    question = ["find", "kibble", *further, "-f", str(facts)]
    assert main(question) == 0
    whole = capsys.readouterr()
    run(base_path(facts), "INSERT INTO text (text) VALUES ('delete-all')")
    run(base_path(facts), "DELETE FROM vocabulary")
    assert main(question) == 0
    answered = capsys.readouterr()
    assert answered.out == whole.out
    assert answered.err.startswith(REPAIRED + "it is not as it was written): it was built anew\n")


def test_a_file_is_intact_as_it_was_sealed_and_without_a_seal(tmp_path: Path) -> None:
    path = tmp_path / "base"
    path.write_bytes(b"12345678" * 1000)
    assert is_intact(path)
    seal(path)
    assert is_intact(path)
    sealed = path.read_bytes()
    for at in (0, 4000, 7999):
        path.write_bytes(sealed[:at] + b"\xff" + sealed[at + 1 :])
        assert not is_intact(path)


@pytest.mark.slow
@pytest.mark.parametrize("damage", WAYS)
def test_doctor_says_that_a_base_is_damaged_and_leaves_it(
    facts: Path, capsys: pytest.CaptureFixture[str], damage: Callable[[Path], None]
) -> None:
    open_base(facts).close()
    damage(base_path(facts))
    damaged = base_path(facts).read_bytes()
    main(["doctor", "-f", str(facts)])
    out = capsys.readouterr().out
    assert "its base is damaged" in out
    assert f"rm {base_path(facts)}" in out
    assert base_path(facts).read_bytes() == damaged


def test_a_page_of_zeros_is_found_by_doctor(facts: Path) -> None:
    open_base(facts).close()
    whole = base_path(facts).read_bytes()
    for page in range(len(whole) // 4096):
        spoilt = whole[: page * 4096] + bytes(4096) + whole[(page + 1) * 4096 :]
        base_path(facts).write_bytes(spoilt)
        assert base_state(facts) in (("fresh",) if spoilt == whole else ("damaged", "missing"))


@pytest.mark.parametrize("at", [0.3, 0.6, 0.99])
def test_a_changed_byte_that_sqlite_accepts_is_found_by_doctor(
    facts: Path, capsys: pytest.CaptureFixture[str], at: float
) -> None:
    open_base(facts).close()
    whole = base_path(facts).read_bytes()
    place = int(len(whole) * at)
    base_path(facts).write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
    main(["doctor", "-f", str(facts)])
    assert "its base is damaged" in capsys.readouterr().out
    base_path(facts).write_bytes(whole)
    main(["doctor", "-f", str(facts)])
    assert "its base is up to date" in capsys.readouterr().out


def test_a_base_whose_end_was_cut_off_is_damaged_though_sqlite_reads_it(facts: Path) -> None:
    open_base(facts).close()
    whole = base_path(facts).read_bytes()
    base_path(facts).write_bytes(whole[: len(whole) // 4096 * 4096])
    assert base_state(facts) == "damaged"


def test_a_damaged_base_that_may_not_be_written_is_built_in_memory_and_stays(facts: Path) -> None:
    open_base(facts).close()
    garbage(base_path(facts))
    with closing(open_base(facts, write=False)) as base:
        assert base.repaired.endswith("it was built anew, in memory")
        assert base.file is None
        assert base.count() == 35
    assert base_path(facts).read_bytes().startswith(b"garbage")


@pytest.mark.slow
def test_no_damage_of_bytes_ends_in_a_traceback(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dice = random.Random(12)
    open_base(facts).close()
    whole = base_path(facts).read_bytes()
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(dice.choice((1, 20, 400))):
            data[dice.randrange(min(len(data), dice.choice((4096, len(data)))))] = dice.choice((0, 0xFF, 0x80, 0x41))
        base_path(facts).write_bytes(data)
        for question in (*QUESTIONS, ("doctor",)):
            assert main([*question, "-f", str(facts)]) in (0, 1), question
    capsys.readouterr()


@pytest.mark.slow
def test_the_explorer_opens_once_more_on_a_base_that_was_built_anew(facts: Path, cache: Path) -> None:
    open_base(facts).close()
    run(base_path(facts), "UPDATE article SET spans = 'x'")
    command = [sys.executable, "-m", "eujdef_tui", "-f", str(facts), "-q", "kibble"]
    with Session(command, EUJDEF_CACHE=str(cache)) as session:
        session.await_text("sentence 11")  # which the first explorer cannot know
        session.await_text("? help")
        assert b"it was built anew" in session.seen
        session.type(b"\x03\x03")
        assert session.await_end()[0] == 130
    with closing(open_base(facts)) as base:
        assert base.article("metre-article").spans
        assert not base.repaired


def test_a_copy_has_no_seal_and_tells_whether_the_file_was_as_it_was_sealed(tmp_path: Path) -> None:
    path, copy = tmp_path / "file", tmp_path / "copy"

    def copied() -> bool:
        with path.open("rb") as source, copy.open("wb") as target:
            return copy_sealed(source, target)

    whole = b"0123456789" * 3
    path.write_bytes(whole)
    assert (copied(), copy.read_bytes()) == (True, whole), "what has no seal is copied as it is"
    seal(path)
    assert (copied(), copy.read_bytes()) == (True, whole)
    path.write_bytes(b"x" + path.read_bytes()[1:])
    assert not copied()


def test_a_base_that_another_one_was_renamed_over_is_copied_from_what_is_open(facts: Path) -> None:
    with closing(open_base(facts)) as base, closing(sqlite3.connect(facts.parent / "copy")) as db:
        title, path = base.title, base_path(facts)
        path.with_suffix(".new").write_bytes(b"no base")
        path.with_suffix(".new").replace(path)
        base.connection.copy_verified_to(db)
        assert db.execute("SELECT value FROM meta WHERE key = 'title'").fetchall() == [(title,)]


def test_a_base_that_another_one_is_renamed_over_as_it_is_copied_is_copied_from_what_is_open(
    facts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_base(facts)) as base, closing(sqlite3.connect(facts.parent / "copy")) as db:
        title, path = base.title, base_path(facts)

        def opened(name: str, mode: str) -> IO[bytes]:
            path.with_suffix(".new").write_bytes(b"no base")
            path.with_suffix(".new").replace(path)
            return Path(name).open(mode)

        monkeypatch.setattr(connection, "open", opened, raising=False)
        base.connection.copy_verified_to(db)
        assert db.execute("SELECT value FROM meta WHERE key = 'title'").fetchall() == [(title,)]
        assert path.read_bytes() == b"no base"
