"""The file of drafts, and the article it was made from."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from eujdef_tui.draft.article import MAX_CHARACTERS, read_article
from eujdef_tui.draft.draft_file import Header, draft_path, source_id, write_drafts, write_text
from eujdef_tui.draft.draft_record import Draft, Quoted
from eujdef_tui.errors import ArticleError

HEADER = Header("gazette", "gazette.txt", "0" * 64, "2024", "", 1)
DRAFT = Draft("actor", "person", (Quoted("Ann", 0, 3, 0),), name="Ann")


@pytest.mark.parametrize(
    ("words", "id"),
    [("Ferry Pact", "ferry-pact"), ("Größe_1", "grosse-1"), ("2024 news", "article-2024-news"), ("...", "article")],
)
def test_an_id_is_made_of_the_name_of_a_file(words: str, id: str) -> None:
    assert source_id(words) == id


def test_drafts_go_into_the_folder_of_the_fact_file(tmp_path: Path) -> None:
    assert draft_path(tmp_path, "a") == tmp_path / "a.draft"
    assert draft_path(tmp_path / "facts.yaml", "a") == tmp_path / "a.draft"
    assert draft_path(None, "a") == Path("a.draft")


def test_a_file_has_a_header_and_a_numbered_draft_a_line(tmp_path: Path) -> None:
    path = tmp_path / "gazette.draft"
    write_drafts(path, HEADER, [DRAFT, DRAFT])
    header, *drafts = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert header == {"draft": 1, **HEADER._asdict()}
    assert drafts == [{"n": n, **DRAFT.plain(), "by": "rules"} for n in (0, 1)]
    with pytest.raises(ArticleError, match="is there already"):
        write_drafts(path, HEADER, [])


def test_standard_input_is_an_article_whose_text_is_kept(tmp_path: Path) -> None:
    article = read_article("-", io.BytesIO(b"Norway left\x1b[31m."))
    assert (article.file, article.text) == (None, "Norway left\ufffd[31m.")
    write_text(tmp_path / "a.txt", article)
    write_text(tmp_path / "a.txt", article)
    (tmp_path / "b.txt").write_text("other", encoding="utf-8")
    with pytest.raises(ArticleError, match="with another text"):
        write_text(tmp_path / "b.txt", article)


def test_an_article_that_is_too_long_is_refused() -> None:
    with pytest.raises(ArticleError, match="more than 2,000,000 characters"):
        read_article("-", io.BytesIO(b"x" * (MAX_CHARACTERS + 1)))


def test_drafts_and_texts_may_be_read_by_those_who_may_read_the_facts(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_drafts(tmp_path / "new" / "a.draft", HEADER, [DRAFT])
        write_text(tmp_path / "new" / "a.txt", read_article("-", io.BytesIO(b"Norway left.")))
    finally:
        os.umask(before)
    assert {file.stat().st_mode & 0o777 for file in (tmp_path / "new").iterdir()} == {0o644}


def test_drafts_that_cannot_be_written_are_told_by_their_name_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ArticleError, match=r"file/a\.draft cannot be written: ") as raised:
        write_drafts(tmp_path / "file" / "a.draft", HEADER, [DRAFT])
    assert "--out" in raised.value.advice
