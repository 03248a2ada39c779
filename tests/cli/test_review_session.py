"""A review from its files to its facts, in this process: what is opened, written and said; a function is the hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eujdef_tui.cli.review_session import Session, open_session
from eujdef_tui.cli.verbs import review as verb
from eujdef_tui.draft.review import Review
from eujdef_tui.errors import UsageError
from eujdef_tui.store import Base, open_base
from eujdef_tui.tui import review_app
from eujdef_tui.tui.driver import tty
from tests.helpers.places import CORPUS
from tests.helpers.processes import Ran
from tests.helpers.reviews import Case, make_case

Here = Callable[..., Ran]


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return make_case(tmp_path / "facts")


@pytest.fixture
def base(case: Case, cache: Path) -> Iterator[Base]:
    with_it = open_base(case.folder)
    yield with_it
    with_it.close()


@pytest.fixture
def session(case: Case, base: Base) -> Iterator[Session]:
    opened = open_session(case.path, case.folder, base, ())
    yield opened
    opened.lock.release()


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Review], object]], list[str]]:
    """Let a review on a terminal be answered by a function; what it was opened with is returned: title and note."""

    def answered_by(keys: Callable[[Review], object]) -> list[str]:
        opened: list[str] = []

        def run(review: Review, known: object, title: str, note: str, write: object) -> int:
            opened.extend((title, note))
            keys(review)
            return 0

        monkeypatch.setattr(tty, "unavailable_reason", lambda: "")
        monkeypatch.setattr(review_app, "run", run)
        return opened

    return answered_by


Hands = Callable[[Callable[[Review], object]], list[str]]


# --- what is opened ---


def test_an_article_is_called_by_its_headline_and_without_one_by_its_id(session: Session) -> None:
    assert session.title == "Port town signs ferry deal"
    session.review.order = []
    assert session.title == "ferry"


def test_of_a_review_that_another_one_has_the_note_says_who_and_nothing_can_be_decided(
    case: Case, base: Base, session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    second = open_session(case.path, case.folder, base, ())
    assert second.note.startswith("Read only: it is being reviewed by process ")
    assert capsys.readouterr().err == f"eujdef: {second.note}\n"
    assert second.review.read_only
    assert not session.review.read_only
    second.lock.release()


def test_drafts_that_the_file_has_lost_are_in_the_note(case: Case, base: Base) -> None:
    header, first, *rest = case.path.read_text("utf-8").splitlines(keepends=True)
    case.path.write_text("".join((header, first[:40] + "\n", *rest)), "utf-8")
    opened = open_session(case.path, case.folder, base, ())
    assert opened.note == "ferry.draft is damaged: 1 draft cannot be read and is left out."
    opened.lock.release()


def test_the_id_of_a_record_of_another_article_is_not_given_a_second_time(case: Case, base: Base) -> None:
    header, *drafts = case.path.read_text("utf-8").splitlines(keepends=True)
    case.path.write_text(header + "".join(drafts).replace("Zo Zu", "Norway").replace("zo zu", "norway"), "utf-8")
    opened = open_session(case.path, case.folder, base, ())
    review = opened.review
    name = next(item for item in review.items.values() if item.draft.record == "actor" and item.draft.name == "Norway")
    assert review._kept(name) == {"state": "keep", "id": "norway-2"}
    opened.lock.release()


def test_a_review_into_the_shipped_facts_is_refused(case: Case, base: Base) -> None:
    with pytest.raises(UsageError, match="not written to") as caught:
        open_session(case.path, CORPUS, base, ())
    assert "eujdef new FOLDER" in caught.value.advice


# --- what is written ---


def test_what_is_kept_is_written_once_and_said_only_where_something_is_left(case: Case, session: Session) -> None:
    wrote = list(session.log.wrote)
    session.review.keep()
    assert session.write_later(wrote)() == ""
    assert [one.file for one in wrote] == ["ferry.yaml"]
    assert case.facts.exists()
    session.write_later(wrote)()
    assert len(wrote) == 1


def test_facts_that_cannot_be_written_are_said_to_be_safe_with_the_drafts(case: Case, session: Session) -> None:
    session.review.keep()
    case.facts.mkdir()
    assert session.write_later([])() == "Not written: Is a directory. All that was decided is in ferry.draft."
    assert case.open().counts().kept == 1


def test_facts_that_would_not_load_are_said_with_the_first_problem(case: Case, session: Session) -> None:
    session.review.keep()
    (case.folder / "facts.yaml").write_text("title: [", encoding="utf-8")
    said = session.write_later([])()
    assert "ferry.yaml is not written: " in said
    assert said.endswith("All that was decided is in ferry.draft.")
    assert not case.facts.exists()


# --- the verb, with hands ---


def test_the_end_of_a_review_says_what_was_kept_dropped_and_left_and_the_lock_is_gone(
    case: Case, here: Here, hands: Hands
) -> None:
    opened = hands(lambda review: (review.keep(), review.drop()))
    ran = here("review", "-f", str(case.folder))
    assert opened == ["Port town signs ferry deal", ""]
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"eujdef: 1 kept in {case.facts}, 1 dropped, 21 left\n"
    assert "Port town signs ferry deal" in case.facts.read_text("utf-8")
    assert not list(case.folder.glob(".*.lock"))


def test_where_not_all_can_be_written_the_end_says_why_and_names_no_file(case: Case, here: Here, hands: Hands) -> None:
    def keys(review: Review) -> None:
        review.keep()
        case.facts.mkdir()

    hands(keys)
    lines = here("review", "-f", str(case.folder)).err.splitlines()
    assert lines[0] == "eujdef: Not written: Is a directory. All that was decided is in ferry.draft."
    assert lines[1] == "eujdef: 1 kept, 0 dropped, 22 left"


def test_a_review_that_another_one_has_is_looked_at_and_writes_nothing(
    case: Case, here: Here, hands: Hands, session: Session
) -> None:
    opened = hands(lambda review: review.keep())
    ran = here("review", "ferry", "-f", str(case.folder))
    assert opened[1].startswith("Read only")
    assert ran.err.splitlines()[-1] == "eujdef: 0 kept, 0 dropped, 23 left"
    assert not case.facts.exists()


def test_of_several_drafts_the_one_with_most_left_is_opened_and_one_that_cannot_be_read_is_the_last(
    case: Case, here: Here, hands: Hands
) -> None:
    (case.folder / "a.draft").write_text("none", encoding="utf-8")
    (case.folder / "z.draft").mkdir()  # a folder holds no drafts
    (case.folder / ".b.draft").write_text("hidden", encoding="utf-8")
    opened = hands(lambda _: None)
    assert here("review", "-f", str(case.folder)).code == 0
    assert opened[0] == "Port town signs ferry deal"


def test_a_fact_that_rests_on_another_article_too_is_known_and_one_of_this_alone_is_not(
    case: Case, base: Base, here: Here, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    known: list[str] = []

    def run(review: Review, of: object, *_: object) -> int:
        known.extend(sorted(review.known.names))
        return 0

    hands(lambda _: None)
    monkeypatch.setattr(review_app, "run", run)
    here("review", "-f", str(case.folder))
    assert known == ["norway"]


def test_names_of_drafts_are_ids_or_paths(case: Case) -> None:
    assert verb._named(case.folder, "ferry") == case.path
    assert verb._named(case.folder, "ferry.draft") == case.path
    assert verb._named(Path("elsewhere"), str(case.path)) == case.path


def test_a_list_goes_on_behind_drafts_that_cannot_be_read_and_ends_in_an_error(case: Case, here: Here) -> None:
    (case.folder / "a.draft").write_text("none", encoding="utf-8")
    ran = here("review", "--list", "-f", str(case.folder))
    assert ran.code == 2
    assert "a.draft is no file of drafts" in ran.err
    assert ran.lines == ["ferry: 23 left, 0 kept, 0 dropped; 0 of 10 sentences decided"]


def test_stats_leave_known_names_out_until_they_are_decided(case: Case) -> None:
    review = case.open()
    before = list(verb._stats(review))
    mention = next(item for item in review.items.values() if item.draft.record == "mention")
    assert not any(line.split()[1] == "mention" for line in before[1:])
    review.go(mention.n)
    review.keep()
    row = next(line for line in verb._stats(review) if "mention" in line)
    assert row.split()[2:] == "1 / 0 / 0 / 0".split()
