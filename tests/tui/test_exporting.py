"""What is listed or marked is exported from the palette, into a file that was not there before."""

from __future__ import annotations

import csv
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from eujdef_tui.errors import BaseFileError
from eujdef_tui.store import Base
from tests.helpers.explorer import driven, explorer

pytestmark = pytest.mark.slow  # the whole explorer is driven


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@driven
async def test_the_palette_exports_the_hits_of_the_query(folder: Path) -> None:
    async with explorer(query="kilogram kind:event") as at:
        listed = [at.main.base.record(n).record.id for n in at.records.model.numbers]
        await at.press("ctrl+p", *"export listed", "enter")
        assert at.overlay == "Choose"
        await at.press("j", "enter")
        assert await at.shows("in kilogram-kind-event.csv")
        with (folder / "kilogram-kind-event.csv").open(encoding="utf-8", newline="") as file:
            assert list(dict.fromkeys(row["id"] for row in csv.DictReader(file))) == listed


@driven
async def test_the_palette_exports_the_marked_facts_and_writes_over_no_file(folder: Path) -> None:
    (folder / "marked.jsonl").write_text("mine", encoding="utf-8")
    async with explorer() as at:
        await at.press("1", "m", "j", "m")
        await at.press("ctrl+p", *"export marked", "enter")
        assert at.overlay == "Choose"
        await at.press("enter")
        assert await at.shows("in marked-2.jsonl")
        ids = [json.loads(line)["id"] for line in (folder / "marked-2.jsonl").read_text("utf-8").splitlines()]
        assert ids == list(at.main.facts.marks.values())
    assert (folder / "marked.jsonl").read_text("utf-8") == "mine"


@pytest.mark.counts_lines
@driven
async def test_a_whole_view_goes_into_a_database(folder: Path) -> None:
    async with explorer() as at:
        await at.press("1")
        at.main.action_export_listed()
        await at.settle()
        await at.press("G", "enter")
        assert await at.shows("in timeline.sqlite")
        count = len(at.main.base.span("timeline"))
    with closing(sqlite3.connect(folder / "timeline.sqlite")) as db:
        assert db.execute("SELECT count(*) FROM event").fetchone()[0] == count


@pytest.mark.counts_lines
@driven
async def test_what_cannot_be_written_or_is_not_there_is_said(folder: Path) -> None:
    async with explorer() as at:
        at.main.action_export_marked()
        await at.settle()
        assert at.bar_text("footer") == "Nothing is listed that could be exported"


@pytest.mark.counts_lines
@driven
async def test_a_base_that_cannot_be_read_any_more_is_said_and_the_explorer_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with explorer(query="kilogram kind:event") as at:

        def lost() -> Base:
            raise BaseFileError("the base is damaged", "start again")

        monkeypatch.setattr(at.main.base, "reopen", lost)
        await at.press("ctrl+p", *"export listed", "enter")
        await at.press("j", "enter")
        assert await at.shows("Not exported: the base is damaged")
    assert not list(folder.iterdir())


@driven
async def test_an_export_that_breaks_off_leaves_no_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with explorer(query="kilogram kind:event") as at:
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            await at.press("ctrl+p", *"export listed", "enter")
            await at.press("j", "enter")
            assert await at.shows("Not exported: No space left on device")
        assert list(folder.iterdir()) == []


@driven
async def test_a_shared_box_exports_nothing() -> None:
    async with explorer(kiosk=True) as at:
        assert not [one.title for one in at.app.commands() if "Export" in one.title]


@pytest.mark.counts_lines
@driven
async def test_all_that_is_listed_is_marked_all_marks_come_off_and_each_change_is_undone() -> None:
    async with explorer(query="kilogram kind:event") as at:
        hits = len(at.records.model.numbers)
        await at.press("ctrl+p", *"mark all", "enter")
        assert len(at.main.facts.marks) == hits > 1
        assert at.bar_text("footer").startswith(("Not remembered", f"{hits} more marked"))
        await at.press("ctrl+p", *"marks off", "enter")
        assert at.main.facts.marks == {}
        await at.press("ctrl+p", *"undo", "enter")
        assert len(at.main.facts.marks) == hits
        await at.press("ctrl+p", *"undo", "enter")
        assert at.main.facts.marks == {}
        await at.press("ctrl+p", *"undo", "enter")
        assert at.bar_text("footer") == "No mark was changed"
