"""`eujdef export` and `eujdef brief`: to stdout or a file, as text or bytes, of all facts or of some."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.places import METRE
from tests.helpers.processes import Ran

Here = Callable[..., Ran]
F = ("-f", str(METRE))


@pytest.mark.parametrize("verb", [("export", "--to", "sqlite"), ("brief", "--as", "docx")])
def test_bytes_are_not_written_on_a_terminal(
    here: Here, monkeypatch: pytest.MonkeyPatch, verb: tuple[str, ...]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    ran = here(*verb, *F)
    assert (ran.code, ran.out) == (2, "")
    assert "is no text: name a file with -o, or redirect the output" in ran.err


def test_an_export_of_a_query_is_the_same_in_a_file_and_on_stdout(here: Here, tmp_path: Path) -> None:
    ran = here("export", "--to", "jsonl", "kibble", *F)
    assert ran.code == 0
    assert all(json.loads(line)["id"] for line in ran.lines)
    out = tmp_path / "out.jsonl"
    assert here("export", "--to", "jsonl", "kibble", "-o", str(out), *F) == Ran(0, "", "")
    assert out.read_text("utf-8") == ran.out


def test_a_brief_has_its_form_on_stdout_and_in_a_file(here: Here, tmp_path: Path) -> None:
    assert here("brief", "kibble", *F).out.startswith("# Bryan Kibble\n")
    page = tmp_path / "brief.html"
    assert here("brief", "kibble", "--as", "html", "-o", str(page), *F).code == 0
    assert "<h1>Bryan Kibble</h1>" in page.read_text("utf-8").replace("\n", "")
    word = tmp_path / "brief.docx"
    assert here("brief", "kibble", "--as", "docx", "-o", str(word), *F).code == 0
    assert word.read_bytes().startswith(b"PK")


def test_nothing_found_is_nothing_written(here: Here, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    ran = here("export", "--to", "csv", "zzyzxq", "-o", str(out), *F)
    assert ran.code == 1
    assert "nothing matches" in ran.err
    assert not out.exists()
