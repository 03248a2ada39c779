"""What files of a folder give each other is counted over all of them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from eujdef_tui.errors import FactFileError
from eujdef_tui.factfile import loader
from eujdef_tui.store import open_base

HEAD = 'schema_version: "1"\ntitle: T\n'
EVIDENCE = "evidence: [{source: s, quote: words}]"


@pytest.fixture
def two_files(tmp_path: Path) -> Path:
    """A folder with long names in one file, and what points at them in another."""
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    source = "sources: [{id: s, type: article, title: T, file: a.txt}]\n"
    actor = f"actors: [{{id: a, kind: person, name: {'n' * 2_000}, {EVIDENCE}}}]\n"
    (tmp_path / "one.yaml").write_text(HEAD + source + actor, encoding="utf-8")
    rows = "".join(f"  - {{id: c{n}, kind: k, text: t, about: [a], {EVIDENCE}}}\n" for n in range(20))
    (tmp_path / "two.yaml").write_text(f"{HEAD}statements:\n{rows}", encoding="utf-8")
    return tmp_path


def test_names_that_another_file_has_are_counted_where_they_are_pointed_at(
    two_files: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loader, "MAX_NAMES", 0)
    with pytest.raises(FactFileError) as caught:
        open_base(two_files)
    (problem,) = caught.value.problems
    assert problem.rule == "too-many-names"
    assert problem.place.path.endswith("two.yaml")


def test_a_folder_within_the_limit_is_built_of_its_files(two_files: Path, cache: Path) -> None:
    with closing(open_base(two_files)) as base:
        ((count,),) = base.connection.select("SELECT count(*) FROM part")
        assert (base.count(), count) == (22, 2)
