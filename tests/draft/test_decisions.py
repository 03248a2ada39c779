"""Decisions about drafts: appended, taken back, and read again after every kind of end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eujdef_tui.draft.decisions import Change, Decision, LogWriter, Wrote, read_log, standing
from eujdef_tui.draft.draft_file import Header, write_drafts
from eujdef_tui.draft.draft_record import Draft, Quoted
from eujdef_tui.errors import ArticleError

HEADER = Header("gazette", "gazette.txt", "0" * 64, "2024", "", 1)
NOON = "2026-11-29T12:00:00"
QUOTE = (Quoted("Ann left.", 0, 9, 0),)
DRAFTS = [Draft("event", "departure", QUOTE, title=f"Ann left {n}", status="happened") for n in range(3)]
UNDO = Decision("undo", (), NOON)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "gazette.draft"
    write_drafts(file, HEADER, DRAFTS)
    return file


def keep(n: int, words: str = "keep") -> Decision:
    return Decision(words, (Change(n, {"state": ""}, {"state": "keep"}),), NOON)


def append(path: Path, *decisions: Decision) -> None:
    writer = LogWriter(path)
    for decision in decisions:
        writer.decide(decision)


def test_a_file_of_drafts_has_no_decisions_at_first(path: Path) -> None:
    log = read_log(path)
    assert (log.header, log.decisions, log.wrote) == (HEADER, (), ())
    assert list(log.drafts) == [0, 1, 2]


def test_decisions_are_read_as_they_were_appended_below_what_stood_there(path: Path) -> None:
    before = path.read_bytes()
    append(path, keep(2), keep(0))
    assert path.read_bytes().startswith(before)
    assert read_log(path).decisions == (keep(2), keep(0))


def test_undo_takes_back_one_decision_at_a_time_and_across_restarts(path: Path) -> None:
    append(path, keep(0), keep(1), UNDO)
    assert standing(read_log(path).decisions) == [keep(0)]
    append(path, UNDO, UNDO)  # there is nothing left to take back
    append(path, keep(1))
    assert standing(read_log(path).decisions) == [keep(1)]


@pytest.mark.parametrize("cut", [1, 10, 60])
def test_a_line_that_was_cut_off_at_the_end_loses_that_decision_alone(path: Path, cut: int) -> None:
    append(path, keep(0), keep(1))
    path.write_bytes(path.read_bytes()[:-cut] if cut > 1 else path.read_bytes() + b'{"decision": "ke')
    before = read_log(path).decisions
    assert before == ((keep(0),) if cut > 1 else (keep(0), keep(1)))
    append(path, keep(2))
    assert read_log(path).decisions == (*before, keep(2))


@pytest.mark.parametrize(
    "line",
    [
        "null", "[]", "{}", '{"decision": 1, "time": "", "changes": []}', '{"decision": "keep", "changes": []}',
        '{"decision": "keep", "time": "", "changes": [1]}', '{"decision": "keep", "time": "", "changes": {}}',
        '{"decision": "keep", "time": "", "changes": [{"draft": "0", "before": {}, "after": {}}]}',
        '{"decision": "keep", "time": "", "changes": [{"draft": true, "before": {}, "after": {}}]}',
        '{"wrote": "a", "sha256": 1, "decisions": 1}', "[" * 100_000,
    ],
)  # fmt: skip
def test_a_line_of_another_form_is_no_decision(path: Path, line: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    append(path, keep(1))
    log = read_log(path)
    assert (log.decisions, log.wrote) == ((keep(1),), ())


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_a_sign_that_ends_a_line_elsewhere_ends_no_line_here(path: Path, sign: str) -> None:
    edit = Decision("words", (Change(0, {"title": "Ann left 0"}, {"title": f"Ann{sign}left"}),), NOON)
    append(path, edit, keep(0))
    assert read_log(path).decisions == (edit, keep(0))


def test_writes_stand_among_the_decisions(path: Path) -> None:
    writer = LogWriter(path)
    writer.decide(keep(0))
    writer.wrote(Wrote("gazette.yaml", "1" * 64, 1, whole=True))
    log = read_log(path)
    assert (log.decisions, log.wrote) == ((keep(0),), (Wrote("gazette.yaml", "1" * 64, 1, whole=True),))


def test_a_draft_keeps_its_number_where_another_is_lost(path: Path) -> None:
    header, first, *rest = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join((header, first[: len(first) // 2] + "\n", *rest)), encoding="utf-8")
    assert [(n, one["title"]) for n, one in read_log(path).drafts.items()] == [(1, "Ann left 1"), (2, "Ann left 2")]


def test_a_header_of_other_types_is_that_of_no_file_of_drafts(path: Path) -> None:
    header, *rest = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join((json.dumps(json.loads(header) | {"id": 5}) + "\n", *rest)), encoding="utf-8")
    with pytest.raises(ArticleError, match="is no file of drafts"):
        read_log(path)


@pytest.mark.parametrize("text", ["", "not json\n", "[1]\n", '{"a": 1}\n'])
def test_another_file_is_no_file_of_drafts(tmp_path: Path, text: str) -> None:
    path = tmp_path / "other.draft"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ArticleError, match="is no file of drafts"):
        read_log(path)


def test_a_file_that_is_not_there_says_what_makes_it(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="cannot be read") as raised:
        read_log(tmp_path / "none.draft")
    assert "eujdef draft" in raised.value.advice


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("draft", 2, "another version"), ("draft", "1", "another version"), ("id", "../../elsewhere", "`id`"),
        ("id", "a/b", "`id`"), ("id", "", "`id`"), ("issued", "yesterday", "`issued`"),
    ],
)  # fmt: skip
def test_a_header_that_was_never_written_is_refused_with_the_field(
    path: Path, field: str, value: object, told: str
) -> None:
    header, *rest = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join((json.dumps(json.loads(header) | {field: value}) + "\n", *rest)), encoding="utf-8")
    with pytest.raises(ArticleError, match=told) as raised:
        read_log(path)
    assert "raft the article again" in raised.value.advice
