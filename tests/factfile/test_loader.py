"""Fact files and folders, the articles they name, and whatever else may come."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.errors import FactFileError
from eujdef_tui.factfile import files as inputs
from eujdef_tui.factfile.loader import load
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import SECTIONS, FactFile
from eujdef_tui.model.serialize import to_plain
from eujdef_tui.text.sentences import sentences
from eujdef_tui.text.unicode import clean
from tests.helpers.fact_files import ACTOR, EVENT, HEAD, assert_problems, failure, places, said, write
from tests.helpers.places import METRE
from tests.helpers.work import count_calls

OTHER = METRE.parent


def source(keys: str) -> str:
    return f'schema_version: "1"\ntitle: T\nsources:\n- id: s\n  type: article\n  {keys}\n'


# --- a file ---


@pytest.mark.parametrize("version", ["§title: T\n", "title: T\nschema_version: §2\n", "title: T\nschema_version:§\n"])
def test_only_schema_version_1_is_read(tmp_path: Path, version: str) -> None:
    assert_problems(tmp_path, version, "schema-version")


@pytest.mark.parametrize("text", ["§", "§# nothing yet\n", "§x-a: b\n"])
def test_an_empty_file_is_told_what_it_needs(tmp_path: Path, text: str) -> None:
    assert_problems(tmp_path, text, "missing-key+schema-version")


@pytest.mark.parametrize("text", ["§- a\n", "§only words\n", "---\n§"])
def test_a_file_that_is_no_mapping_is_one_problem(tmp_path: Path, text: str) -> None:
    assert_problems(tmp_path, text, "wrong-type")


def test_a_file_that_is_missing_is_said_without_a_line(tmp_path: Path) -> None:
    (problem,) = failure(tmp_path / "no.yaml").problems
    assert (str(problem.place), problem.rule) == (str(tmp_path / "no.yaml"), "missing-file")


def test_the_next_step_does_not_say_where_the_problems_are_printed(tmp_path: Path) -> None:
    assert failure(tmp_path / "gone.yaml").advice == "Mend it, and open it again."


def test_what_is_not_a_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert places(tmp_path / "pipe.yaml") == ["0:0 missing-file"]


def test_a_file_the_system_refuses_is_said_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 300)
    assert places(path) == ["0:0 unreadable-file"]
    assert "name too long" in said(path)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, HEAD)
    monkeypatch.setattr(inputs, "MAX_BYTES", len(HEAD))
    load(path)
    monkeypatch.setattr(inputs, "MAX_BYTES", len(HEAD) - 1)
    assert places(path) == ["0:0 too-large"]


def test_a_byte_that_is_not_utf_8_is_said_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD.encode() + "é: ".encode() + b"caf\xe9\n")
    assert places(path) == ["4:7 encoding"]
    assert "0xE9" in said(path)


def test_each_line_that_is_not_nfc_is_a_problem(tmp_path: Path) -> None:
    text = HEAD + "x-a: M§e\u0301chain\nx-b: Méchain\nx-c: ab§e\u0301\n"
    assert_problems(tmp_path, text, "not-nfc not-nfc")


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    assert load(write(tmp_path, "\ufeff" + HEAD)).title == "T"


# --- a folder ---


def test_a_folder_is_read_as_one_fact_file(tmp_path: Path) -> None:
    write(tmp_path, f'schema_version: "1"\n{ACTOR}\n', "1.yml")
    write(tmp_path, HEAD, "2.yaml")
    write(tmp_path, 'schema_version: "1"\ntitle: U\n', "3.yaml")
    write(tmp_path, "not: [read", ".hidden.yaml")
    write(tmp_path, "not: [read", "notes.txt")
    (tmp_path / "folder.yaml").mkdir()
    file = load(tmp_path)
    assert (file.title, file.path) == ("T", tmp_path)
    assert [record.id for record in file.records()] == ["s", "a"]
    assert [path.name for path in file.inputs] == ["1.yml", "2.yaml", "3.yaml", "a.txt"]


def test_in_a_folder_a_title_that_is_not_needed_must_be_text_too(tmp_path: Path) -> None:
    write(tmp_path, HEAD, "1.yaml")
    write(tmp_path, 'schema_version: "1"\ntitle: [T]\n', "2.yaml")
    assert places(tmp_path) == ["2:8 wrong-type"]


def test_in_a_folder_ids_are_unique_over_all_files_and_each_says_its_version(tmp_path: Path) -> None:
    write(tmp_path, HEAD + ACTOR, "1.yaml")
    write(tmp_path, f"{ACTOR}\n", "2.yaml")
    version, duplicate = failure(tmp_path).problems
    assert (str(version.place), version.rule) == (f"{tmp_path}/2.yaml:1:1", "schema-version")
    assert (str(duplicate.place), duplicate.rule) == (f"{tmp_path}/2.yaml:1:15", "duplicate-id")
    assert f"{tmp_path}/1.yaml:4:15" in duplicate.message


def test_where_a_file_cannot_be_read_the_ids_it_may_hold_are_not_missed(tmp_path: Path) -> None:
    write(tmp_path, "a: [", "1.yaml")
    write(tmp_path, f'schema_version: "1"\nevents: [{{{EVENT}}}]\n', "2.yaml")
    assert [problem.rule for problem in failure(tmp_path).problems] == ["yaml-syntax"]


def test_a_folder_without_fact_files_is_a_problem(tmp_path: Path) -> None:
    assert places(tmp_path) == ["0:0 missing-file"]


# --- articles ---


def test_texts_are_cleaned_and_what_was_hidden_is_counted(tmp_path: Path) -> None:
    raw = "one\x1b[31m\u202etwo\r\nthree"
    (tmp_path / "a.txt").write_bytes(raw.encode())
    file = load(write(tmp_path, HEAD))
    assert file.texts == {"s": clean(raw)}
    assert len(file.texts["s"]) == len(raw)
    assert file.hidden == {"s": 2}


def test_an_article_lies_relative_to_the_fact_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "facts").mkdir()
    write(tmp_path / "facts", source("file: ../a.txt"))
    monkeypatch.chdir(tmp_path)
    file = load(Path("facts"))
    assert file.texts == {"s": "words"}
    assert file.inputs == ((tmp_path / "facts/f.yaml").resolve(), (tmp_path / "a.txt").resolve())


def test_an_article_that_is_missing_is_said_where_it_is_named(tmp_path: Path) -> None:
    assert_problems(tmp_path, source("file: §b.txt"), "missing-source-file")
    assert str(tmp_path / "b.txt") in said(tmp_path / "f.yaml")


def test_an_article_that_is_missing_is_said_even_where_its_record_is_wrong_too(tmp_path: Path) -> None:
    text = source("language: §English\n  file: §b.txt")
    assert_problems(tmp_path, text, "bad-language missing-source-file")


def test_an_article_that_is_not_utf_8_is_said_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one\ntwo \xff\n")
    assert_problems(tmp_path, source("file: §a.txt"), "source-encoding")
    assert "line 2 has the byte 0xFF" in said(tmp_path / "f.yaml")


def test_an_article_must_be_the_one_that_was_catalogued(tmp_path: Path) -> None:
    digest = hashlib.sha256(b"words").hexdigest()
    assert load(write(tmp_path, source(f"file: a.txt\n  sha256: {digest.upper()}"))).texts
    assert_problems(tmp_path, source(f"file: a.txt\n  sha256: §{'0' * 64}"), "sha256-mismatch")
    assert digest in said(tmp_path / "f.yaml")


# --- whatever comes ---


@pytest.mark.slow
@given(st.binary(max_size=200) | st.text("aéx-:[]{}&*'\"\n\t #~1,?|>!%@`", max_size=80).map(str.encode))
@settings(deadline=None, max_examples=300)
def test_any_bytes_are_a_fact_file_or_problems(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = write(tmp_path_factory.getbasetemp(), HEAD.encode() + data)
    try:
        file: FactFile | None = load(path)
    except FactFileError:
        file = None
    if file is None:
        assert all(p.place.path == str(path) and p.place.line >= 1 for p in failure(path).problems)
    else:
        assert file.inputs[0] == path.resolve()


@pytest.mark.slow
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
@settings(deadline=None, max_examples=100)
def test_any_text_is_read_cleaned_and_else_unchanged(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    escaped = "".join(f"\\U{ord(char):08X}" for char in title)
    path = write(tmp_path_factory.getbasetemp(), f'schema_version: "1"\ntitle: "T{escaped}"\n')
    assert load(path).title == clean("T" + title)


@pytest.mark.slow
def test_reading_twice_the_facts_is_twice_the_work(tmp_path: Path) -> None:
    event = (
        "- id: e{0}\n  kind: talk\n  title: Talk number {0}\n  date: 2024-11-01\n  date_text: on Friday\n"
        "  date_basis: relative to issued\n  status: happened\n  location: Tokyo\n"
        "  evidence:\n    - source: s\n      quote: 'It was on Friday: the talk of number {0}.'\n"
    )

    def calls(facts: int) -> int:
        path = write(tmp_path, HEAD + "events:\n" + "".join(event.format(i) for i in range(facts)))
        return count_calls(lambda: load(path))

    assert calls(400) < 2.2 * calls(200)


# --- a fact file of another subject ---


def test_the_other_fact_file_keeps_names_as_they_are_written() -> None:
    actors = {actor.id: actor for actor in load(OTHER / "metre.yaml").actors}
    assert actors["norway"].country == "NO"
    assert actors["mechain"].name == "Pierre Méchain"
    assert actors["japan"].other_names[0].name == "日本"


def test_every_sentence_of_the_other_articles_is_evidence_or_no_fact() -> None:
    file = load(OTHER / "metre.yaml")
    quotes = [(item.source, item.quote) for record in file.records() for item in evidence_of(record)]
    quotes += [(article.id, item.quote) for article in file.sources for item in article.no_fact]
    assert all(file.texts[name].count(quote) == 1 for name, quote in quotes)
    spans = [(name, file.texts[name].index(quote), len(quote)) for name, quote in quotes]
    for name, text in file.texts.items():
        for start, end in sentences(text):
            covered = (at < end and start < at + length for source, at, length in spans if source == name)
            assert any(covered), text[start:end]


def test_what_was_read_and_written_again_is_read_the_same(tmp_path: Path) -> None:
    file = load(OTHER / "metre.yaml")
    records = {section: [to_plain(record) for record in getattr(file, section)] for section in SECTIONS}
    shutil.copytree(OTHER / "articles", tmp_path / "articles")
    plain = {"schema_version": "1", "title": file.title} | records
    again = load(write(tmp_path, json.dumps(plain, ensure_ascii=False)))
    assert again.records() == file.records()
    assert (again.title, again.texts, again.hidden) == (file.title, file.texts, file.hidden)
