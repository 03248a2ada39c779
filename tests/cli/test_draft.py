"""`eujdef draft`: what it prints, what it writes, and how it ends."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path

import pytest

from tests.helpers.processes import eujdef

pytestmark = pytest.mark.slow  # articles are drafted whole

ARTICLE = "Ferry pact signed\nJapan and Norway signed a treaty on ferries on Friday.\nIt costs 5 million euros.\n"
PAGE = """<!doctype html><html><head><title>Ferry pact signed</title><meta property="article:published_time"
content="2024-11-04"></head><body><nav>Home | News</nav><article><h1>Ferry pact signed</h1>
<p>Japan and Norway signed a
treaty on ferries on Friday, after ten years of talks between their ministers in Oslo.</p><p>The
fund of five million euros will be spent by 2027, said Karin Holm, who heads the board.</p></article>
<footer>All rights reserved</footer></body></html>"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "Ferry pact.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_json_has_a_draft_a_line_and_writes_no_file(article: Path) -> None:
    ran = eujdef("draft", str(article), "--issued", "2024-11-04", "--json", cwd=article.parent)
    assert ran.code == 0, ran.err
    drafts = [json.loads(line) for line in ran.out.splitlines()]
    signing = next(one for one in drafts if one["record"] == "event")
    assert signing["date"] == "2024-11-01"
    assert "japan" in signing["actors"]  # an actor of the shipped base
    assert [path.name for path in article.parent.iterdir()] == ["Ferry pact.txt"]


def test_drafts_are_written_into_the_folder_of_the_named_fact_file_and_counted(article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "facts"
    folder.mkdir()
    (folder / "facts.yaml").write_text('schema_version: "1"\ntitle: T\n', encoding="utf-8")
    ran = eujdef(
        "draft", str(article), "--issued", "2024-11-04", "--basis", "printed", "-f", str(folder / "facts.yaml")
    )
    assert ran.code == 0, ran.err
    assert "1 event" in ran.out
    header, *drafts = [json.loads(line) for line in (folder / "ferry-pact.draft").read_text("utf-8").splitlines()]
    assert header["id"] == "ferry-pact"
    assert (folder / header["file"]).read_text("utf-8") == ARTICLE
    assert (header["issued"], header["issued_basis"], header["sentences"]) == ("2024-11-04", "printed", 3)
    assert [one["n"] for one in drafts] == list(range(len(drafts)))


def test_drafts_that_are_there_already_are_not_written_over(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.draft"
    out.write_text("mine", encoding="utf-8")
    ran = eujdef("draft", str(article), "--out", str(out))
    assert (ran.code, out.read_text("utf-8")) == (2, "mine")
    assert "is there already" in ran.err


@pytest.mark.counts_lines
@pytest.mark.slow  # trafilatura takes a second to load
def test_a_web_page_is_read_without_what_stands_around_its_article(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    ran = eujdef("draft", str(page), "--out", str(tmp_path / "p.draft"))
    assert ran.code == 0, ran.err
    text = (tmp_path / "p.txt").read_text("utf-8")
    assert "Home | News" not in text
    header, *drafts = [json.loads(line) for line in (tmp_path / "p.draft").read_text("utf-8").splitlines()]
    assert (header["file"], header["issued"]) == ("p.txt", "2024-11-04")
    for one in drafts:
        for quote in one["evidence"]:
            assert text[quote["start"] : quote["end"]] == quote["quote"]


@pytest.mark.counts_lines
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("missing.txt",), "There is no file"), (("empty.txt",), "has no text"), (("bad.txt",), "is not UTF-8"),
        (("good.txt", "--issued", "yesterday"), "--issued is no date"), (("good.txt", "--id", "A b"), "an id has"),
        (("good.txt", "--timeout", "0"), "is no number of seconds"), (("empty.html",), "No article was found"),
    ],
)  # fmt: skip
def test_what_cannot_be_drafted_is_said_with_the_next_step(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    (tmp_path / "empty.txt").write_bytes(b" \n")
    (tmp_path / "bad.txt").write_bytes(b"ab\xff")
    (tmp_path / "good.txt").write_text("Norway left.", encoding="utf-8")
    (tmp_path / "empty.html").write_text("<html></html>", encoding="utf-8")
    ran = eujdef("draft", *arguments, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.counts_lines
def test_without_a_day_of_issue_it_is_said_what_is_left_open(article: Path) -> None:
    assert "dates such as “on Friday” are left open" in eujdef("draft", str(article), "--json").err


@pytest.mark.counts_lines
def test_a_command_that_fails_is_no_draft(article: Path) -> None:
    command = shlex.join([sys.executable, "-c", "raise SystemExit(3)"])
    ran = eujdef("draft", str(article), "--json", "--with", command)
    assert (ran.code, ran.out) == (1, "")
    assert "failed with exit code 3" in ran.err
    assert "eujdef: sends " in ran.err
