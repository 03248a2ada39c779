"""The cache: a base opens whatever is in its place, wherever the cache folder is, and damage is reported."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from platformdirs import user_cache_path

import eujdef_tui.store.compiler
from eujdef_tui.errors import BaseFileError, FactFileError
from eujdef_tui.present.fact_sheet import sheet
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base, open_base
from eujdef_tui.store.base_key import base_key
from eujdef_tui.store.cache import base_path
from eujdef_tui.store.places import STEP
from eujdef_tui.system.paths import HOMELESS, cache_folder
from tests.helpers.cache_probes import OPEN, left_over, opened, recorded_disk_calls, retitled
from tests.helpers.named_actors import base_of
from tests.helpers.processes import python

# --- what stands in the way ---


def garbage(path: Path) -> None:
    path.write_bytes(b"garbage" * 1000)


def nothing(path: Path) -> None:
    path.write_bytes(b"")


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE meta (what)")


def claiming(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE meta (key, value)")
        db.execute("INSERT INTO meta VALUES ('format', ?)", (base_key(),))


def forgetful(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE meta SET value = '{\"parts\": 5}' WHERE key = 'inputs'")


@pytest.mark.slow
@pytest.mark.parametrize("spoil", [garbage, nothing, truncated, foreign, claiming, forgetful])
def test_what_is_no_base_of_ours_is_replaced(facts: Path, spoil: Callable[[Path], None]) -> None:
    opened(facts)
    spoil(base_path(facts))
    with closing(open_base(facts)) as base:
        assert base.count() == 35
        assert base.file == base_path(facts)
    with closing(open_base(facts)) as base:
        assert base.file == base_path(facts)


ODD_VALUES = {
    "a view is missing": "DELETE FROM view WHERE view = 'actors'",
    "a view has no size": "UPDATE view SET size = 'x'",
    "a body is a list": "UPDATE record SET body = '[]'",
    "a body is empty": "UPDATE record SET body = '{}'",
    "a record is of no kind": "UPDATE record SET record = 'x'",
    "a record is gone": "DELETE FROM record WHERE id = 'kibble'",
    "an article is gone": "DELETE FROM article",
    "a sentence has no end": "UPDATE article SET spans = '[[1]]'",
    "a document is gone": "DELETE FROM document",
    "a document is of no record": "UPDATE document SET n = n + 1000000",
    "a name has no label": "UPDATE document SET names = 'kibble'",
    "a link is to no record": "UPDATE document SET links = '1000' || char(9) || 'name' || char(9) || 'K' || char(9)",
    "a link is to no number": "UPDATE document SET links = 'x' || char(9) || 'name' || char(9) || 'K' || char(9)",
    "a date is a word": "UPDATE document SET lo = 'x', hi = 'y'",
    "a weight is negative": "UPDATE document SET weight = -1",
    "words are bytes": "UPDATE document SET words = x'ff'",
}


@pytest.mark.counts_lines
@pytest.mark.slow
@pytest.mark.parametrize("odd", ODD_VALUES)
def test_a_base_that_holds_odd_values_is_reported_as_damaged_or_replaced_and_heals(facts: Path, odd: str) -> None:
    def everything() -> None:
        with closing(open_base(facts)) as base:
            assert works(base)
            assert len(list(base.plain())) == len(base.rows(range(1, base.count() + 1))) == 35
            assert base.article("metre-article").spans

    opened(facts)
    with closing(sqlite3.connect(base_path(facts))) as db, db:
        db.execute(ODD_VALUES[odd])
    with suppress(BaseFileError):
        everything()
    everything()


@pytest.mark.counts_lines
@pytest.mark.slow
@pytest.mark.parametrize(
    "odd",
    [
        "UPDATE link SET src = src + 1000",
        "UPDATE link SET src = 'x' || src",
        "UPDATE rests SET record = record + 1000",
        "UPDATE rests SET record = 'x' || record",
        'UPDATE record SET body = replace(body, \'"source":"\', \'"source":"x\')',
        "UPDATE record SET id = 'x' || id WHERE record = 'source'",
        "UPDATE record SET record = 'actor', body = '{}' WHERE record = 'source'",
    ],
)
def test_a_base_that_points_at_what_is_not_there_is_reported_as_damaged_on_a_sheet(facts: Path, odd: str) -> None:
    opened(facts)
    with closing(sqlite3.connect(base_path(facts))) as db, db:
        db.execute(odd)
    with closing(open_base(facts)) as base, pytest.raises(BaseFileError):
        all_sheets(base)
    assert not base_path(facts).exists()


def all_sheets(base: Base) -> None:
    for n in range(1, base.count() + 1):
        sheet(base, base.record(n), 20250901)


def test_damage_does_not_put_away_a_newer_base_that_has_taken_the_place(facts: Path) -> None:
    opened(facts)
    with closing(sqlite3.connect(base_path(facts))) as db, db:
        db.execute("UPDATE record SET body = '[]'")
    with closing(open_base(facts)) as old:
        retitled(facts, "Another")
        opened(facts)
        with pytest.raises(BaseFileError):
            old.record(1)
    assert base_path(facts).exists()
    assert opened(facts)[0] == "Another"


@pytest.mark.parametrize("odd", ["[]", "{}", "5", '{"id": "x"}'])
def test_an_odd_record_is_reported_as_damage_when_all_are_read(facts: Path, odd: str) -> None:
    opened(facts)
    with closing(sqlite3.connect(base_path(facts))) as db, db:
        db.execute("UPDATE record SET body = ? WHERE n = ?", (odd, 3 * STEP))
    with closing(open_base(facts)) as base, pytest.raises(BaseFileError):
        list(base.plain())
    assert not base_path(facts).exists()


@pytest.mark.slow
def test_a_pipe_in_the_place_of_the_base_is_not_waited_for_but_replaced(facts: Path, cache: Path) -> None:
    cache.mkdir()
    os.mkfifo(base_path(facts))
    ran = python(OPEN, str(facts), EUJDEF_CACHE=str(cache))
    assert ran.out == "The metre and the kilogram 35 False\n"
    assert base_path(facts).is_file()


def works(base: Base) -> bool:
    """Whether a base answers, from wherever it is read."""
    return [base.record(hit.n).record.id for hit in search(base, parse("kibble")).hits][:1] == ["kibble"]


def test_a_folder_in_the_place_of_the_base_does_not_keep_it_from_opening(facts: Path, cache: Path) -> None:
    base_path(facts).mkdir(parents=True)
    with closing(open_base(facts)) as base:
        assert works(base)
    assert left_over(cache) == []


def test_without_a_place_to_write_the_base_is_in_memory(
    facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("EUJDEF_CACHE", str(tmp_path / "file" / "cache"))
    with closing(open_base(facts)) as base:
        assert base.file is None
        assert works(base)


@pytest.mark.slow
def test_a_disk_that_fills_up_midway_leaves_the_base_in_memory(facts: Path, cache: Path) -> None:
    limited = "import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    limited += "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
    ran = python(limited + OPEN, str(facts), EUJDEF_CACHE=str(cache), COVERAGE_PROCESS_CONFIG="")
    assert (ran.out, ran.err) == ("The metre and the kilogram 35 True\n", "")
    assert list(cache.iterdir()) == []


def test_a_sqlite_that_cannot_make_the_base_at_all_is_reported(
    facts: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_fts(db: sqlite3.Connection, *_: object) -> None:
        db.execute("CREATE VIRTUAL TABLE text USING fts55 (title)")

    monkeypatch.setattr(eujdef_tui.store.compiler, "compile_base", without_fts)
    with pytest.raises(BaseFileError, match="fts55") as caught:
        open_base(facts)
    assert "FTS5" in caught.value.advice
    assert left_over(cache) == []


NO_FTS5 = """
import sys
import eujdef_tui.store.sql_schema as schema, eujdef_tui.store.sqlite_features as features
schema.SCHEMA = schema.SCHEMA.replace("USING fts5", "USING fts5_that_is_missing")
features._NEEDED["FTS5"] = features._NEEDED["FTS5"].replace("fts5", "fts5_that_is_missing")
from eujdef_tui.cli.commands import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.slow
def test_a_sqlite_without_fts5_ends_with_three_and_a_message_that_names_it(facts: Path, cache: Path) -> None:
    ran = python(NO_FTS5, "find", "kibble", "-f", str(facts), EUJDEF_CACHE=str(cache))
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.splitlines() == [
        f"eujdef: the base of {facts} cannot be made: no such module: fts5_that_is_missing",
        "    this needs SQLite with FTS5, and memory for the whole base",
    ]
    assert left_over(cache) == []


@pytest.mark.slow
def test_doctor_reports_a_sqlite_without_fts5_as_a_fault(facts: Path) -> None:
    ran = python(NO_FTS5, "doctor", "-f", str(facts))
    assert ran.code == 1
    assert f"✗ sqlite     SQLite {sqlite3.sqlite_version} without FTS5" in ran.out


def test_damage_of_a_base_in_memory_is_reported_with_advice_to_start_again() -> None:
    with closing(base_of(["Ada", "Grace"])) as base:
        base._connection._db.execute("UPDATE record SET body = '[]'")
        with pytest.raises(BaseFileError, match="the base in memory is damaged") as caught:
            base.record(1)
    assert (caught.value.advice, caught.value.exit_code) == ("start again", 3)


def test_damage_of_a_base_that_may_not_be_written_is_reported_and_its_file_stays(facts: Path) -> None:
    opened(facts)
    with closing(sqlite3.connect(base_path(facts))) as db, db:
        db.execute("UPDATE record SET body = '[]'")
    damaged = base_path(facts).read_bytes()
    with closing(open_base(facts, write=False)) as base, pytest.raises(BaseFileError) as caught:
        base.record(1)
    assert caught.value.advice == "delete it: it is made anew"
    assert base_path(facts).read_bytes() == damaged


def test_a_base_is_synced_to_disk_before_it_gets_its_name(facts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = recorded_disk_calls(monkeypatch)
    opened(facts)
    inode = base_path(facts).stat().st_ino
    assert calls == [("fsync", inode), ("replace", inode)]


# --- where it stands ---


def test_the_cache_folder_is_that_of_the_system_unless_another_is_named(
    facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.delenv("EUJDEF_CACHE")
    assert base_path(facts).parent == tmp_path / "xdg" / "eujdef"
    monkeypatch.setenv("EUJDEF_CACHE", "")
    assert base_path(facts).parent == tmp_path / "xdg" / "eujdef"
    monkeypatch.setenv("EUJDEF_CACHE", str(tmp_path / "mine"))
    assert base_path(facts).parent == tmp_path / "mine"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EUJDEF_CACHE", "here")
    assert base_path(facts).parent == tmp_path / "here"


def test_where_nothing_is_named_the_cache_folder_is_what_platformdirs_says(
    facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EUJDEF_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert base_path(facts).parent == user_cache_path("eujdef")


def test_a_user_without_a_home_keeps_nothing_and_is_answered(
    facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("EUJDEF_CACHE", "EUJDEF_STATE", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)  # as it is for a number that is no user's
    monkeypatch.chdir(tmp_path)
    assert cache_folder() == Path(HOMELESS)
    with closing(open_base(facts)) as base:
        assert base.file is None
    assert not (tmp_path / "~").exists()


ODD = [
    "with space",
    "a?b=c&d",
    "a#b",
    "100%25%",
    "日本 é",
    "quo'te\"",
    ":memory:",
    "new\nline",
    os.fsdecode(b"\xff\xfe"),
]


@pytest.mark.slow
@pytest.mark.parametrize("name", ODD)
def test_any_path_will_do(facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    odd = tmp_path / name / f"{name}.yaml"
    shutil.copytree(facts.parent, odd.parent)
    facts = (odd.parent / facts.name).rename(odd)
    monkeypatch.setenv("EUJDEF_CACHE", str(tmp_path / name / "cache"))
    _, before = opened(facts)
    assert opened(facts)[1] == before
    with closing(open_base(facts)) as base:
        assert works(base)
        assert base.file == base_path(facts)


def test_a_name_that_is_as_long_as_a_name_can_be_will_do(facts: Path) -> None:
    facts = facts.rename(facts.with_name("長" * 83 + ".yaml"))
    _, before = opened(facts)
    assert opened(facts)[1] == before


def test_a_relative_path_means_the_same_base_from_another_folder(facts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, before = opened(facts)
    for folder, name in ((facts.parent, "metre.yaml"), (facts.parent.parent, "facts/metre.yaml")):
        monkeypatch.chdir(folder)
        assert opened(Path(name))[1] == before
    monkeypatch.chdir(facts.parent / "articles")
    assert opened(Path("../metre.yaml"))[1] == before
    monkeypatch.chdir(facts.parent)
    with closing(open_base(Path())) as base:
        assert base.title == "The metre and the kilogram"


def test_a_link_beside_other_articles_has_a_base_of_its_own(facts: Path, tmp_path: Path) -> None:
    shutil.copytree(facts.parent / "articles", tmp_path / "linked" / "articles")
    article = tmp_path / "linked" / "articles" / "metre.txt"
    article.write_text(article.read_text(encoding="utf-8") + "Here.\n", encoding="utf-8")
    link = tmp_path / "linked" / "metre.yaml"
    link.symlink_to(facts)
    for path, ends in ((facts, "of this.\n"), (link, "Here.\n")) * 2:
        with closing(open_base(path)) as base:
            assert base.article("metre-article").text.endswith(ends)


def test_a_missing_fact_file_is_reported_even_where_its_base_is_still_there(facts: Path) -> None:
    opened(facts)
    facts.unlink()
    with pytest.raises(FactFileError, match="1 problem"):
        open_base(facts)


def test_a_path_that_leads_in_a_circle_is_reported(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(FactFileError):
        open_base(tmp_path / "loop" / "facts.yaml")
    with pytest.raises(FactFileError):
        open_base(tmp_path / "loop")
