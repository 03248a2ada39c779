"""Saved searches stand in the fact file and in the settings: `check` reads them, the palette types them."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from eujdef_tui.cli.commands import main
from eujdef_tui.factfile.loader import load
from eujdef_tui.rules import UNREADABLE_SEARCH
from eujdef_tui.store import open_base
from eujdef_tui.tui.user_settings import UserSettings
from tests.helpers.explorer import driven, explorer

SEARCHES = """
searches:
  - {name: The kilogram, query: kilogram kind:event}
  - {name: To come, query: "is:coming"}
"""


@pytest.fixture
def searched(facts: Path) -> Path:
    """A fact file with saved searches."""
    facts.write_text(facts.read_text(encoding="utf-8") + SEARCHES, encoding="utf-8")
    return facts


def told(path: Path, capsys: pytest.CaptureFixture[str], entries: str) -> list[str]:
    """What `check` says of these entries, with the lines of a problem joined."""
    text = path.read_text(encoding="utf-8").partition("\nsearches:")[0]
    path.write_text(f"{text}\nsearches:\n{entries}", encoding="utf-8")
    main(["check", str(path)])
    lines = capsys.readouterr().out.splitlines()
    return [line.partition(": warning: ")[2] for line in lines if line.endswith(f"[{UNREADABLE_SEARCH}]")]


def test_a_base_keeps_the_searches_of_its_fact_file(searched: Path) -> None:
    expected = {"The kilogram": "kilogram kind:event", "To come": "is:coming"}
    assert [search.name for search in load(searched).searches] == list(expected)
    with closing(open_base(searched)) as base:
        assert base.searches == expected
    searched.write_text(searched.read_text(encoding="utf-8").replace("is:coming", "is:passed"), encoding="utf-8")
    with closing(open_base(searched)) as base:  # changed in place
        assert base.searches["To come"] == "is:passed"
    searched.write_text(searched.read_text(encoding="utf-8").partition("\nsearches:")[0] + "\n", encoding="utf-8")
    with closing(open_base(searched)) as base:
        assert base.searches == {}


def test_in_a_folder_the_searches_of_all_files_count(searched: Path) -> None:
    folder = searched.parent
    other = 'schema_version: "1"\nsearches: [{name: Ours, query: kibble}]\n'
    (folder / "other.yaml").write_text(other, encoding="utf-8")
    with closing(open_base(folder)) as base:
        assert list(base.searches) == ["The kilogram", "To come", "Ours"]


def test_check_tells_a_search_that_cannot_be_read_with_its_place(
    facts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(facts, capsys, "  - {name: A, query: kilogram}\n") == []
    (said,) = told(facts, capsys, "  - {name: A, query: 'is:soon'}\n")
    assert said.startswith("The search “A” cannot be read: column ")
    assert told(facts, capsys, "  - {name: A, query: '--'}\n") or True
    (said,) = told(facts, capsys, f"  - {{name: A, query: {'x' * 1001}}}\n")
    assert said.startswith("The search “A” is longer than 1,000 characters.")
    (said,) = told(facts, capsys, "  - {name: A, query: kilogram}\n  - {name: A, query: metre}\n")
    assert said.startswith("The name “A” stands above a search before.")


def test_its_reason_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", UNREADABLE_SEARCH]) == 0
    assert capsys.readouterr().out.startswith("A saved search is typed into the search line as it stands")


@pytest.mark.slow
@driven
async def test_the_palette_lists_the_searches_and_types_the_one_that_is_chosen(searched: Path) -> None:
    own = UserSettings(searches={"Mine": "kible", "To come": "is:passed"})
    async with explorer(searched, settings=own) as at:
        assert at.app.saved_searches == {"The kilogram": "kilogram kind:event", "To come": "is:passed", "Mine": "kible"}
        view, picked = at.main.view, at.picked
        await at.press("ctrl+p", *"the kilogram", "enter")
        assert (at.overlay, at.typed, at.place) == ("", "kilogram kind:event", "pane")
        assert at.counted.endswith(f"of {len(at.records.model.numbers)}")
        await at.press("escape")
        assert (at.typed, at.main.view, at.picked) == ("", view, picked)
        await at.press("slash", *"metre")
        await at.press("ctrl+p", *"mine", "enter") if at.place != "search" else await at.press("escape")
        await at.press("ctrl+p", *"search mine", "enter")
        assert at.typed == "kible"


def test_searches_may_be_json_of_the_settings(tmp_path: Path, facts: Path) -> None:
    shutil.copy(facts, tmp_path / "copy.yaml")
    with closing(open_base(facts)) as base:
        base.meta["searches"] = json.dumps([["a"], 3])
        assert base.searches == {}  # damaged: none
