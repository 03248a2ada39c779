"""`eujdef review` without a screen: what it lists and counts, and what it says where it cannot open."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.places import ROOT
from tests.helpers.processes import Ran
from tests.helpers.pty_session import Session
from tests.helpers.reviews import Case, at, make_case

Here = Callable[..., Ran]


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return make_case(tmp_path / "facts")


def test_list_says_what_is_left_of_each_article(case: Case, here: Here) -> None:
    review = case.open()
    review.keep()
    review.drop()
    ran = here("review", "--list", "-f", str(case.folder))
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines == ["ferry: 21 left, 1 kept, 1 dropped; 2 of 10 sentences decided"]
    assert here("review", "ferry", "--list", "-f", str(case.folder)).lines == ran.lines
    assert here("review", str(case.path), "--list", "-f", str(case.folder)).lines == ran.lines


def test_stats_count_by_drafter_and_sort_what_was_kept_edited_and_dropped(case: Case, here: Here) -> None:
    review = case.open()
    review.keep()
    review.drop()
    at(review, "A third one")
    review.edit_words("A third ferry is planned for 2028")
    review.keep()
    ran = here("review", "--stats", "-f", str(case.folder))
    assert ran.code == 0
    rows = {tuple(line.split()[:2]): line.split()[2:] for line in ran.lines[1:]}
    assert ran.lines[0] == "ferry: kept as drafted / edited / dropped / left"
    assert rows["rules", "no_fact"] == "1 / 0 / 1 / 2".split()
    assert rows["rules", "event"] == "0 / 1 / 0 / 3".split()
    assert rows["model", "actor"] == "0 / 0 / 0 / 1".split()


def test_a_folder_without_drafts_says_what_makes_them(case: Case, here: Here) -> None:
    case.path.unlink()
    ran = here("review", "-f", str(case.folder))
    assert ran.code == 1
    assert "there are no drafts" in ran.err
    assert "eujdef draft ARTICLE" in ran.err


def test_drafts_that_are_not_there_are_told_by_their_name(case: Case, here: Here) -> None:
    ran = here("review", "nothing", "--list", "-f", str(case.folder))
    assert ran.code == 2
    assert "nothing.draft cannot be read" in ran.err


def test_an_article_that_changed_since_is_told_and_nothing_is_reviewed(case: Case, here: Here) -> None:
    (case.folder / "ferry.txt").write_text("Other words.\n", encoding="utf-8")
    ran = here("review", "--list", "-f", str(case.folder))
    assert ran.code == 2
    assert "has changed since it was drafted" in ran.err


def test_without_a_terminal_the_way_out_is_told(case: Case, here: Here) -> None:
    ran = here("review", "-f", str(case.folder))
    assert ran.code == 2
    assert "a review needs a terminal" in ran.err
    assert "eujdef review --list" in ran.err


def test_drafts_that_a_damaged_file_has_lost_are_told(case: Case, here: Here) -> None:
    header, first, second, *rest = case.path.read_text("utf-8").splitlines(keepends=True)
    case.path.write_text(
        "".join((header, first[:40] + "\n", second.replace('"start": ', '"start": 9'), *rest)), "utf-8"
    )
    ran = here("review", "--list", "-f", str(case.folder))
    assert "ferry.draft is damaged: 2 drafts cannot be read and are left out." in ran.err
    assert ran.lines[0].startswith("ferry: 21 left")


@pytest.mark.slow
def test_a_sentence_that_is_too_long_waits_for_a_decision(tmp_path: Path, here: Here) -> None:
    folder = make_case(tmp_path / "facts").folder
    (tmp_path / "long.txt").write_text("x" * 10_000, encoding="utf-8")
    drafted = here("draft", str(tmp_path / "long.txt"), "-f", str(folder))
    assert "1 draft is in" in drafted.err
    ran = here("review", "long", "--list", "-f", str(folder))
    assert (ran.lines, ran.err) == (["long: 1 left, 0 kept, 0 dropped; 0 of 1 sentences decided"], "")


# --- on a terminal ---


def command(case: Case) -> list[str]:
    return [sys.executable, "-m", "eujdef_tui", "review", "-f", str(case.folder)]


def opened(session: Session) -> None:
    session.await_text("? help")
    session.settle()


@pytest.mark.slow
def test_what_is_kept_is_in_the_file_when_the_screen_is_left(case: Case) -> None:
    with Session(command(case), PYTHONPATH=str(ROOT)) as session:
        opened(session)
        for key in (b"a", b"a", b"a", b"q"):
            session.type(key)
            session.settle(0.1)
        assert session.process.wait(20) == 0
        session.settle()
        assert "3 kept in" in session.seen.decode("utf-8", "replace")
    assert "The harbour board of Grimsvik" in case.facts.read_text("utf-8")
    assert sorted(path.name for path in case.folder.iterdir()) == [
        "facts.yaml", "ferry.draft", "ferry.txt", "ferry.yaml", "other.txt",
    ]  # fmt: skip


@pytest.mark.slow
def test_a_killed_review_has_lost_no_key_that_was_shown(case: Case, here: Here) -> None:
    count = 3
    with Session(command(case), PYTHONPATH=str(ROOT)) as session:
        opened(session)
        for _ in range(count):
            session.type(b"x")
            session.settle(0.1)
        session.process.kill()
        session.process.wait()
    assert case.open().counts().dropped == count
    ran = here("review", "--list", "-f", str(case.folder))
    assert f"{count} dropped" in ran.out


@pytest.mark.slow
def test_ctrl_c_twice_while_typing_leaves_the_terminal_as_it_was(case: Case) -> None:
    with Session(command(case), PYTHONPATH=str(ROOT)) as session:
        opened(session)
        for key in (b"e", b"\x03", b"\x03"):
            session.type(key)
            session.settle(0.1)
        assert session.process.wait(20) == 130
        session.settle()
        assert session.settings_now() == session.settings
        assert b"Traceback" not in session.seen


@pytest.mark.slow
def test_the_second_reviewer_may_read_and_is_told_who_the_first_is(case: Case) -> None:
    with Session(command(case), PYTHONPATH=str(ROOT)) as first:
        opened(first)
        with Session(command(case), (120, 36), PYTHONPATH=str(ROOT)) as second:
            second.await_text("Read only: it is being reviewed by process")
            assert f"process {first.process.pid} on" in second.seen.decode("utf-8", "replace")
            second.type(b"a")
            second.await_text("This review is read only")
            second.type(b"q")
            assert second.process.wait(20) == 0
        first.type(b"a")
        first.settle()
    assert case.open().counts().kept == 1


@pytest.mark.slow
def test_the_shipped_facts_are_not_reviewed_into(case: Case, tmp_path: Path) -> None:
    with Session(
        [sys.executable, "-m", "eujdef_tui", "review", str(case.path)], PYTHONPATH=str(ROOT), EUJDEF_FILE=""
    ) as session:
        session.await_text("are not written to")
        session.await_text("eujdef new FOLDER")
        assert session.process.wait(20) == 2
