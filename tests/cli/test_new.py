"""`eujdef new`: a folder with an empty fact file that passes `check`."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from eujdef_tui.cli.commands import main
from eujdef_tui.factfile.json_schema import schema
from eujdef_tui.factfile.loader import load
from tests.helpers.processes import eujdef

pytestmark = pytest.mark.slow  # folders are built


@pytest.mark.parametrize("title", ["Harbours", 'A "b": [c] # d', "日本", "two\nlines"])
def test_a_new_fact_file_passes_check_and_has_its_title(tmp_path: Path, title: str) -> None:
    folder = tmp_path / "deep" / "harbours"
    ran = eujdef("new", str(folder), "--title", title)
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == f"Check it: eujdef check {folder}"
    assert load(folder / "facts.yaml").title == " ".join(title.split())
    assert eujdef("check", str(folder)).code == 0
    assert json.loads((folder / "facts.schema.json").read_text(encoding="utf-8")) == schema()
    assert (folder / "articles").is_dir()


def test_the_example_in_it_is_right_once_it_is_not_commented_out(tmp_path: Path) -> None:
    eujdef("new", str(tmp_path / "f"))
    path = tmp_path / "f" / "facts.yaml"
    head, body = path.read_text(encoding="utf-8").split("sources: []\n")
    body = body.replace("\n#", "\n").replace("#  - id: gazette", "  - id: gazette").replace("actors: []", "actors:")
    path.write_text(f"{head}sources:\n{body}", encoding="utf-8")
    (tmp_path / "f" / "articles" / "gazette-1.txt").write_text(
        "the words of the article, in quotation marks by Ann Lee", encoding="utf-8"
    )
    assert "evidence" not in eujdef("check", str(path)).out.split("\n0")[0].split("quotes")[0]
    assert eujdef("check", str(path)).code == 0


def test_without_a_title_it_is_named_after_its_folder(tmp_path: Path) -> None:
    eujdef("new", str(tmp_path / "harbours"))
    assert load(tmp_path / "harbours").title == "harbours"


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    for place in (tmp_path, tmp_path / "a.txt"):
        ran = eujdef("new", str(place))
        assert (ran.code, ran.out) == (2, "")
        assert "is there already, and not empty." in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.counts_lines
@pytest.mark.parametrize("there", [False, True])
def test_where_a_file_cannot_be_written_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, there: bool
) -> None:
    folder = tmp_path / "f"
    if there:
        folder.mkdir()
    write_text = Path.write_text

    def full(path: Path, text: str, encoding: str) -> int:
        if path.name == "facts.yaml":
            write_text(path, text[:100], encoding=encoding)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write_text(path, text, encoding=encoding)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_text", full)
        assert main(["new", str(folder)]) == 2
    assert f"{folder} cannot be filled: No space left on device" in capsys.readouterr().err
    assert list(tmp_path.rglob("*")) == [folder] * there
    assert main(["new", str(folder)]) == 0
