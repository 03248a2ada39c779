"""One builds a base where others may read it: `eujdef build --base`, `--base`, EUJDEF_BASE."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from eujdef_tui.cli.assistant_tools import AssistantTools
from eujdef_tui.cli.commands import main
from eujdef_tui.cli.doctor import Finding, examine
from eujdef_tui.cli.opening import open_named_base
from eujdef_tui.cli.parser import build_parser
from eujdef_tui.errors import UsageError
from eujdef_tui.store import open_base
from eujdef_tui.store.cache import base_path
from tests.helpers.cache_probes import retitled
from tests.helpers.places import METRE
from tests.helpers.processes import eujdef


@pytest.fixture
def shared(facts: Path, tmp_path: Path, cache: Path) -> Path:
    """A base that was built to be shared; its fact file is gone, and nothing is in the cache."""
    base = tmp_path / "shared.sqlite"
    assert main(["build", "-f", str(facts), "--base", str(base)]) == 0
    return base


def test_a_base_is_built_where_it_is_asked_for_and_told(
    facts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = tmp_path / "shared.sqlite"
    assert main(["build", "-f", str(facts), "--base", str(base)]) == 0
    assert capsys.readouterr().out == f"{base}: 35 records, {base.stat().st_size / 2**20:.1f} MB\n"
    made = base.stat().st_ino
    assert main(["build", "-f", str(facts), "--base", str(base)]) == 0
    assert base.stat().st_ino == made, "it is fresh, and stays"
    retitled(facts, "Another")
    assert main(["build", "-f", str(facts), "--base", str(base)]) == 0
    assert base.stat().st_ino != made


def test_a_base_without_a_name_is_built_in_the_cache(facts: Path, cache: Path) -> None:
    assert main(["build", "-f", str(facts)]) == 0
    made = base_path(facts).stat()
    open_base(facts).close()
    assert base_path(facts).stat().st_ino == made.st_ino
    assert stat.S_IMODE(made.st_mode) == 0o600


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o027, 0o640), (0o077, 0o600)])
def test_a_shared_base_is_read_by_whom_the_umask_lets(facts: Path, tmp_path: Path, umask: int, mode: int) -> None:
    before = os.umask(umask)
    try:
        main(["build", "-f", str(facts), "--base", str(tmp_path / "shared.sqlite")])
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "shared.sqlite").stat().st_mode) == mode


def test_a_fresh_shared_base_is_opened_to_whom_the_umask_lets_now(facts: Path, tmp_path: Path) -> None:
    made = tmp_path / "shared.sqlite"
    before = os.umask(0o077)
    try:
        main(["build", "-f", str(facts), "--base", str(made)])
        os.umask(0o022)
        main(["build", "-f", str(facts), "--base", str(made)])
    finally:
        os.umask(before)
    assert stat.S_IMODE(made.stat().st_mode) == 0o644


def test_a_shared_base_answers_without_its_fact_file_and_nothing_is_written(
    shared: Path, facts: Path, cache: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    facts.unlink()
    before = shared.read_bytes()
    assert main(["find", "kibble", "--base", str(shared)]) == 0
    named = capsys.readouterr().out
    monkeypatch.setenv("EUJDEF_BASE", str(shared))
    assert main(["find", "kibble"]) == 0
    assert capsys.readouterr().out == named
    assert shared.read_bytes() == before
    assert not cache.exists()


@pytest.mark.counts_lines
def test_a_shared_box_answers_from_a_base(shared: Path, facts: Path) -> None:
    facts.unlink()
    ran = eujdef("--kiosk", "--base", str(shared), SSH_ORIGINAL_COMMAND="find kibble")
    assert (ran.code, ran.err) == (0, "")
    assert "Kibble" in ran.out


def test_a_fact_file_that_is_named_goes_before_the_base_of_the_environment(
    shared: Path, facts: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    retitled(facts, "Another")
    monkeypatch.setenv("EUJDEF_BASE", str(shared))
    with closing(open_named_base(build_parser().parse_args(["show", "x", "-f", str(facts)]))) as base:
        assert base.title == "Another"
    with closing(open_named_base(build_parser().parse_args(["show", "x"]))) as base:
        assert base.title != "Another"


def test_a_check_of_a_base_asks_for_the_fact_file(
    shared: Path, facts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--base", str(shared)]) == 2
    assert capsys.readouterr().err == (
        f"eujdef: {shared} is a base, and a check reads the fact file and its articles\n"
        "    name the fact file with -f\n"
    )
    assert main(["check", "--base", str(shared), "-f", str(facts)]) == 0
    with pytest.raises(UsageError):
        AssistantTools(build_parser().parse_args(["mcp", "--base", str(shared)])).check()


def test_doctor_looks_at_the_base_that_is_named(shared: Path) -> None:
    def told() -> Finding:
        (finding,) = [finding for finding in examine({}, METRE, str(shared)) if finding.name == "facts"]
        return finding

    assert told() == Finding("facts", f"{shared}: a base of 35 records, to be read only")
    shared.unlink()
    fix = f"eujdef build -f FACTS --base {shared}"
    assert told() == Finding("facts", f"there is no base {shared}", fix, "fault")


def other_version(base: Path) -> None:
    with closing(sqlite3.connect(base)) as db, db:
        db.execute("UPDATE meta SET value = 'eujdef 1' WHERE key = 'format'")


def damaged(base: Path) -> None:
    base.write_bytes(base.read_bytes()[:5000])


@pytest.mark.parametrize(
    ("spoil", "said"),
    [(other_version, "another version"), (damaged, "damaged"), (Path.unlink, "there is no base")],
)
def test_a_shared_base_that_cannot_be_read_is_reported_with_the_way_out_and_stays(
    shared: Path, capsys: pytest.CaptureFixture[str], spoil: object, said: str
) -> None:
    assert callable(spoil)
    spoil(shared)
    there = shared.exists()
    assert main(["find", "kibble", "--base", str(shared)]) == 3
    told = capsys.readouterr().err
    assert said in told
    assert "eujdef build" in told or "delete it" in told
    assert shared.exists() == there


def test_a_file_that_is_no_base_is_not_overwritten(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = facts.read_bytes()
    assert main(["build", "-f", str(facts), "--base", str(facts)]) == 3
    assert "is left as it is" in capsys.readouterr().err
    assert facts.read_bytes() == before


def test_the_database_of_another_program_is_not_overwritten(
    facts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = tmp_path / "notes.sqlite"
    with closing(sqlite3.connect(notes)) as db, db:
        db.execute("CREATE TABLE meta (key, value)")
        db.execute("INSERT INTO meta VALUES ('format', 'notes 1')")
    before = notes.read_bytes()
    assert main(["build", "-f", str(facts), "--base", str(notes)]) == 3
    assert "is left as it is" in capsys.readouterr().err
    assert notes.read_bytes() == before


@pytest.mark.parametrize("spoil", [other_version, lambda path: path.write_bytes(b""), lambda path: spoil_page(path)])
def test_an_old_or_damaged_base_is_built_anew_in_its_place(shared: Path, facts: Path, spoil: Any) -> None:
    spoil(shared)
    assert main(["build", "-f", str(facts), "--base", str(shared)]) == 0
    assert main(["find", "kibble", "--base", str(shared)]) == 0


def spoil_page(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:100] + b"\xff" * 8000 + data[8100:])


def test_a_base_that_cannot_be_written_is_reported(facts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "-f", str(facts), "--base", str(facts / "no" / "base")]) == 3
    assert "cannot be written: Not a directory\n" in capsys.readouterr().err


def test_why_a_base_cannot_be_written_is_told(
    facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    assert main(["build", "-f", str(facts), "--base", str(tmp_path / "b.sqlite")]) == 3
    assert "b.sqlite cannot be written: No space left on device\n" in capsys.readouterr().err
