"""Decisions about drafts: appended, taken back, and read again after every kind of end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.draft.draft_file import Header, write_drafts
from eujdef_tui.draft.draft_record import Draft, Quoted
from eujdef_tui.draft.ledger import Decision, Ledger, append, read_ledger
from eujdef_tui.errors import ArticleError

HEADER = Header("gazette", "gazette.txt", "0" * 64, "2024", "", 1)
NOON = "2026-11-29T12:00:00"
QUOTE = (Quoted("Ann left.", 0, 9, 0),)
DRAFTS = [Draft("event", "departure", QUOTE, title=f"Ann left {n}", status="happened") for n in range(3)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "gazette.draft"
    write_drafts(file, HEADER, DRAFTS)
    return file


def keep(n: int) -> Decision:
    return Decision(n, "keep", {}, NOON)


def drop(n: int) -> Decision:
    return Decision(n, "drop", {}, NOON)


UNDO = Decision(0, "undo", {}, NOON)


def test_a_file_without_decisions_has_everything_open(path: Path) -> None:
    ledger = read_ledger(path)
    assert ledger.header == HEADER
    assert [ledger.state(n) for n in range(3)] == ["", "", ""]
    assert not ledger.kept()


def test_what_is_kept_is_read_again_in_the_order_of_the_drafts(path: Path) -> None:
    for decision in (keep(2), drop(1), keep(0)):
        append(path, decision)
    ledger = read_ledger(path)
    assert [ledger.state(n) for n in range(3)] == ["keep", "drop", "keep"]
    assert [one["title"] for one in ledger.kept()] == ["Ann left 0", "Ann left 2"]


def test_an_edit_changes_the_draft_and_not_its_line(path: Path) -> None:
    before = path.read_bytes()
    append(path, Decision(1, "edit", {"title": "Ann leaves"}, NOON))
    append(path, keep(1))
    assert path.read_bytes().startswith(before)
    assert [one["title"] for one in read_ledger(path).kept()] == ["Ann leaves"]


def test_undo_takes_back_one_decision_at_a_time_and_across_restarts(path: Path) -> None:
    for decision in (keep(0), drop(1), UNDO):
        append(path, decision)
    assert [read_ledger(path).state(n) for n in (0, 1)] == ["keep", ""]
    append(path, UNDO)
    append(path, UNDO)  # there is nothing left to take back
    assert not read_ledger(path).standing()
    append(path, keep(1))
    assert read_ledger(path).state(1) == "keep"


@pytest.mark.parametrize("cut", [1, 10, 60])
def test_a_line_that_was_cut_off_at_the_end_loses_that_decision_alone(path: Path, cut: int) -> None:
    append(path, keep(0))
    append(path, keep(1))
    path.write_bytes(path.read_bytes()[:-cut] if cut > 1 else path.read_bytes() + b'{"decision": {"n"')
    assert read_ledger(path).state(0) == "keep"
    append(path, keep(2))
    assert read_ledger(path).state(2) == "keep"


def test_a_decision_about_no_draft_is_not_counted(path: Path) -> None:
    append(path, keep(9))
    assert not read_ledger(path).decisions


@pytest.mark.parametrize(
    "decision",
    [
        "null", "[]", "{}", '{"n": "0", "what": "keep", "changed": {}, "time": ""}',
        '{"n": 0, "what": "burn", "changed": {}, "time": ""}', '{"n": 0, "what": "keep", "changed": [], "time": ""}',
        '{"n": 0, "what": "keep", "changed": {}, "time": "", "why": 1}', '{"n": 0.0, "what": [], "changed": {}}',
    ],
)  # fmt: skip
def test_a_line_of_another_form_is_no_decision(path: Path, decision: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(f'{{"decision": {decision}}}\n')
    append(path, keep(1))
    assert read_ledger(path).decisions == (keep(1),)


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_a_sign_that_ends_a_line_elsewhere_ends_no_line_here(path: Path, sign: str) -> None:
    edit = Decision(0, "edit", {"title": f"Ann{sign}left"}, NOON)
    append(path, edit)
    append(path, keep(0))
    assert read_ledger(path).decisions == (edit, keep(0))


def test_a_draft_keeps_its_number_where_another_is_lost(path: Path) -> None:
    header, first, *rest = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join((header, first[: len(first) // 2] + "\n", *rest)), encoding="utf-8")
    append(path, keep(1))
    append(path, keep(0))
    ledger = read_ledger(path)
    assert [one["title"] for one in ledger.kept()] == ["Ann left 1"]
    assert ledger.state(0) == ""


def test_a_header_of_other_types_is_that_of_no_file_of_drafts(path: Path) -> None:
    header, *rest = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join((json.dumps(json.loads(header) | {"id": 5}) + "\n", *rest)), encoding="utf-8")
    with pytest.raises(ArticleError, match="is no file of drafts"):
        read_ledger(path)


@pytest.mark.parametrize("text", ["", "not json\n", "[1]\n", '{"a": 1}\n'])
def test_another_file_is_no_file_of_drafts(tmp_path: Path, text: str) -> None:
    path = tmp_path / "other.draft"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ArticleError, match="is no file of drafts"):
        read_ledger(path)


@settings(max_examples=50)
@given(st.lists(st.sampled_from([keep(0), drop(0), keep(1), drop(1), UNDO]), max_size=12))
def test_undo_is_as_if_the_decision_had_not_been_made(decisions: list[Decision]) -> None:
    plain = {n: one.plain() for n, one in enumerate(DRAFTS)}
    before = Ledger(HEADER, plain, tuple(decisions))
    after = Ledger(HEADER, plain, (*decisions, drop(2), UNDO))
    assert before.standing() == after.standing()
    assert before.kept() == after.kept()
