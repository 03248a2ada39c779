"""A base is opened while its inputs are unchanged, and else built again, whole or not at all."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

from eujdef_tui.errors import FactFileError
from eujdef_tui.factfile import files as inputs
from eujdef_tui.factfile import single_file
from eujdef_tui.factfile.single_file import SingleFile
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import compiler, edit_writer, open_base, patch, prepared
from eujdef_tui.store.base_key import base_key
from eujdef_tui.store.cache import base_path
from tests.helpers.cache_probes import OPEN, left_over, opened, retitled
from tests.helpers.processes import python

# --- when a base is made ---


def test_a_missing_base_is_built_under_the_name_of_its_fact_file(facts: Path, cache: Path) -> None:
    title, _ = opened(facts)
    assert title == "The metre and the kilogram"
    assert [path.name for path in cache.iterdir()] == [base_path(facts).name]
    assert base_path(facts).name.startswith("metre-")


BUILD_ALONE = "factfile.anchoring factfile.loader factfile.yaml_nodes text.sentences store.building search".split()


def test_a_fresh_base_is_opened_without_what_only_a_build_needs(facts: Path, cache: Path) -> None:
    opened(facts)
    code = OPEN + "print(*sys.modules)"
    loaded = set(python(code, str(facts), EUJDEF_CACHE=str(cache)).out.split())
    assert "eujdef_tui.store.database" in loaded
    assert not loaded & {"yaml", "nupunkt", "rapidfuzz", "anyascii", "rich", "textual", "tempfile"}
    build = {f"eujdef_tui.{name}" for name in BUILD_ALONE}
    assert all(find_spec(name) for name in build)
    assert not loaded & build


def test_a_fact_file_that_changed_is_read_again(facts: Path) -> None:
    _, before = opened(facts)
    retitled(facts, "Another")
    title, after = opened(facts)
    assert (title, after != before) == ("Another", True)


def test_of_an_edit_no_rows_are_packed_for_the_compiler(facts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(facts)
    retitled(facts, "Another")
    monkeypatch.setattr(prepared, "ready_file", lambda *_: pytest.fail("they were"))
    assert opened(facts)[0] == "Another"


def test_an_article_that_changed_is_read_again(facts: Path) -> None:
    _, before = opened(facts)
    article = facts.parent / "articles" / "metre.txt"
    article.write_text(article.read_text(encoding="utf-8") + "One more line.\n", encoding="utf-8")
    _, after = opened(facts)
    assert after != before
    with closing(open_base(facts)) as base:
        assert base.article("metre-article").text.endswith("One more line.\n")
        assert base.meta["read"] == "2 28"  # articles, and the sentences of both


def touched(facts: Path) -> None:
    for path in (facts, *facts.parent.glob("articles/*")):
        os.utime(path, (1, 1))
        path.chmod(0o640)


def test_a_base_of_files_that_were_only_touched_is_not_made_again(facts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(facts)
    touched(facts)
    monkeypatch.setattr(compiler, "compile_base", lambda *_: pytest.fail("it was"))
    with closing(open_base(facts)) as base:
        assert search(base, parse("kibble")).hits


def test_files_that_were_touched_are_read_once_and_then_no_more(facts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(facts)
    touched(facts)
    _, noted = opened(facts)
    monkeypatch.setattr(Path, "open", lambda path, *_: pytest.fail(f"{path} was read"))
    assert opened(facts)[1] == noted


def test_files_that_were_touched_open_where_nothing_can_be_noted(
    facts: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, before = opened(facts)
    touched(facts)
    monkeypatch.setattr(tempfile, "mkstemp", lambda **_: (_ for _ in ()).throw(OSError("full")))
    assert opened(facts)[1] == before
    assert left_over(cache) == []


def test_a_damaged_base_of_files_that_were_touched_is_not_copied_but_made_again(facts: Path) -> None:
    opened(facts)
    path = base_path(facts)
    good = path.read_bytes()
    path.write_bytes(good.replace(b"kibble", b"kabble"))
    assert path.read_bytes() != good
    touched(facts)
    with closing(open_base(facts)) as base:
        assert "it is not as it was written" in base.repaired
        assert search(base, parse("kibble")).hits


def test_files_that_stand_as_they_stood_are_not_even_read(facts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(facts)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", lambda path, *_: pytest.fail(f"{path} was read"))
        open_base(facts).close()


def test_a_change_that_keeps_size_and_time_is_seen(facts: Path) -> None:
    opened(facts)
    stood = facts.stat()
    retitled(facts, "The metre and the kilogram".swapcase())
    os.utime(facts, ns=(stood.st_atime_ns, stood.st_mtime_ns))
    assert facts.stat().st_size == stood.st_size
    assert opened(facts)[0] == "tHE METRE AND THE KILOGRAM"


EXTRA = """\
schema_version: "1"
actors:
  - id: pole
    kind: place
    name: North Pole
    evidence: [{source: metre-article, quote: the way from the pole to the equator}]
"""


def test_a_folder_is_read_again_when_a_file_comes_or_goes(facts: Path) -> None:
    folder, extra = facts.parent, facts.parent / "z.yaml"
    _, first = opened(folder)
    (folder / ".hidden.yaml").write_text("no: fact file", encoding="utf-8")
    (folder / "notes.txt").write_text("not one either", encoding="utf-8")
    (folder / "folder.yaml").mkdir()
    assert opened(folder)[1] == first
    extra.write_text(EXTRA, encoding="utf-8")
    with closing(open_base(folder)) as base:
        assert base.number("pole")
    extra.rename(folder / "y.yml")
    with closing(open_base(folder)) as base:
        assert base.number("pole")
    (folder / "y.yml").unlink()
    with closing(open_base(folder)) as base:
        assert base.number("pole") is None


@pytest.mark.parametrize("other", ["eujdef 0", "eujdef 999", "1", ""])
def test_a_base_of_another_format_is_built_again(facts: Path, other: str) -> None:
    opened(facts)
    with closing(sqlite3.connect(base_path(facts))) as db, db:
        db.execute("UPDATE meta SET value = ? WHERE key = 'format'", (other,))
    with closing(open_base(facts)) as base:
        assert base.meta["format"] == base_key()


# --- what is not read ---


@pytest.mark.slow
@pytest.mark.parametrize("changed", [False, True])
def test_a_pipe_in_the_place_of_the_fact_file_is_refused_unread(facts: Path, cache: Path, changed: bool) -> None:
    if changed:
        opened(facts)
    facts.unlink()
    os.mkfifo(facts)
    ran = python(OPEN, str(facts), EUJDEF_CACHE=str(cache))
    assert ran.err.splitlines()[-1].startswith("eujdef_tui.errors.FactFileError")


def test_a_fact_file_that_never_ends_is_read_no_further_than_the_limit(
    facts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(facts)
    facts.write_bytes(facts.read_bytes() + b"#" * 100)
    monkeypatch.setattr(inputs, "MAX_BYTES", facts.stat().st_size - 1)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} was read whole"))
    with pytest.raises(FactFileError) as caught:
        open_base(facts)
    assert [problem.rule for problem in caught.value.problems] == ["too-large"]


# --- what changes while it is read ---


@pytest.mark.parametrize("what", ["the fact file", "an article", "the folder"])
def test_what_changes_while_it_is_read_is_read_again_next_time(
    facts: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    load_single = single_file.load_single

    def then_changed(path: Path, *, alone: bool) -> SingleFile | None:
        file = load_single(path)
        if what == "the fact file":
            retitled(facts, "Changed")
        elif what == "an article":
            (facts.parent / "articles" / "metre.txt").write_text("All else.\n", encoding="utf-8")
        else:
            (facts.parent / "z.yaml").write_text(EXTRA, encoding="utf-8")
        return file

    monkeypatch.setattr(prepared, "load_single", then_changed)
    with closing(open_base(facts.parent)) as base:
        old = base.title, base.article("metre-article").text, base.number("pole")
    monkeypatch.undo()
    monkeypatch.setenv("EUJDEF_CACHE", str(cache))
    with closing(open_base(facts.parent)) as base:
        new = base.title, base.article("metre-article").text, base.number("pole")
    assert [a != b for a, b in zip(old, new, strict=True)] == [
        what == "the fact file",
        what == "an article",
        what == "the folder",
    ]
    with closing(open_base(facts.parent)) as base:
        assert base.meta["inputs"], "and then it is at rest"


# --- whole or not at all ---


def test_a_fact_file_that_became_invalid_leaves_the_last_good_base(facts: Path, cache: Path) -> None:
    _, before = opened(facts)
    good = facts.read_text(encoding="utf-8")
    facts.write_text(good + "unknown: key\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(FactFileError):
            open_base(facts)
    assert [path.name for path in cache.iterdir()] == [base_path(facts).name]
    assert base_path(facts).stat().st_ino == before
    facts.write_text(good, encoding="utf-8")
    assert opened(facts)[0] == "The metre and the kilogram"


@pytest.mark.parametrize(
    ("module", "writes"), [(compiler, "write_documents"), (edit_writer, "indexed_terms")], ids=["compiled", "changed"]
)
def test_a_build_that_breaks_off_leaves_the_last_good_base_and_nothing_else(
    facts: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, module: ModuleType, writes: str
) -> None:
    _, before = opened(facts)
    retitled(facts, "Another")

    def broken_off(*_: object) -> None:
        raise KeyboardInterrupt

    if module is compiler:
        monkeypatch.setattr(patch, "_MOST_EDITS", 0)
    monkeypatch.setattr(module, writes, broken_off)
    with pytest.raises(KeyboardInterrupt):
        open_base(facts)
    assert [path.name for path in cache.iterdir()] == [base_path(facts).name]
    assert base_path(facts).stat().st_ino == before


def test_who_has_the_old_base_open_goes_on_with_it(facts: Path) -> None:
    with closing(open_base(facts)) as old:
        retitled(facts, "Another")
        with closing(open_base(facts)) as new:
            assert (old.title, new.title) == ("The metre and the kilogram", "Another")
            assert old.rows(range(1, old.count() + 1)) == new.rows(range(1, new.count() + 1))
            assert old.article("metre-article") == new.article("metre-article")
            assert search(old, parse("kibble")).hits == search(new, parse("kibble")).hits


@pytest.mark.slow
def test_processes_that_build_at_once_all_succeed(facts: Path, cache: Path) -> None:
    env = os.environ | {"EUJDEF_CACHE": str(cache)}
    running = [
        subprocess.Popen([sys.executable, "-c", OPEN, facts], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
        for _ in range(3)
    ]
    reported = [process.communicate(timeout=60) for process in running]
    assert {out for out, _ in reported} == {b"The metre and the kilogram 35 False\n"}, reported
    assert [path.name for path in cache.iterdir()] == [base_path(facts).name]


def test_what_a_killed_build_left_is_swept_away_after_a_day(facts: Path, cache: Path) -> None:
    cache.mkdir()
    for name, age in (("old", 100_000), ("new", 60)):
        path = cache / f".building-{name}.sqlite"
        path.write_bytes(b"half")
        os.utime(path, (time.time() - age,) * 2)
    opened(facts)
    assert left_over(cache) == [".building-new.sqlite"]


def test_what_another_process_swept_away_first_is_no_reason_to_fail(facts: Path, cache: Path) -> None:
    cache.mkdir()
    (cache / ".building-gone.sqlite").symlink_to("nowhere")
    with closing(open_base(facts)) as base:
        assert base.file == base_path(facts)
