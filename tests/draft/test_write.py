"""What is kept is written as facts that load; what people wrote stays."""

from __future__ import annotations

import difflib
import json
import os
from pathlib import Path

import pytest

from eujdef_tui.draft.review import Review
from eujdef_tui.draft.write import target_of
from eujdef_tui.errors import FactFileError, UsageError
from eujdef_tui.factfile.anchoring import anchor_evidence
from eujdef_tui.factfile.loader import load
from eujdef_tui.model.parts import evidence_of
from tests.helpers.places import CORPUS
from tests.helpers.reviews import Case, at, make_case


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return make_case(tmp_path / "facts")


@pytest.fixture
def review(case: Case) -> Review:
    review = case.open()
    review.keep_clean(review.order)
    return review


def removed(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line[1:] for line in lines if line.startswith("-") and not line.startswith("---")]


def test_what_is_kept_loads_with_every_quote_verbatim(case: Case, review: Review) -> None:
    at(review, "Norway")
    review.keep()
    case.write(review)
    corpus = anchor_evidence(load(case.folder))
    grades = {one.grade for record in corpus.file.records() for one in evidence_of(record)}
    assert grades == {"verbatim"}
    assert [event.title for event in corpus.file.events if event.date == "2028"] == ["A third one is planned for 2028"]
    (source,) = [one for one in corpus.file.sources if one.id == "ferry"]
    assert source.x["x-reviewed"].startswith("2026-11-29, ")
    (norway,) = [actor for actor in corpus.file.actors if actor.id == "norway"]
    assert {one.source for one in norway.evidence} == {"other", "ferry"}


def test_nothing_is_written_before_anything_is_kept(case: Case) -> None:
    case.write(case.open())
    assert not case.facts.exists()


def test_the_file_is_written_whole_again_and_only_where_something_changed(case: Case, review: Review) -> None:
    case.write(review)
    first = case.facts.read_text("utf-8")
    assert case.write(review).changed == 0
    assert case.facts.read_text("utf-8") == first
    assert len(case.wrote()) == 1
    review.undo()
    review.keep()
    case.write(case.open())
    assert len(load(case.folder).events) == 0
    assert "Port town signs" in case.facts.read_text("utf-8")


def test_lines_that_a_person_wrote_stay_when_facts_come_and_go(case: Case, review: Review) -> None:
    case.write(review)
    mine = case.facts.read_text("utf-8").replace("# from then", "# mine\n# from then")
    mine = mine.replace('title: "A third one is planned for 2028"', "title: A third ferry is planned for 2028")
    case.facts.write_text(mine, encoding="utf-8")
    at(review, "The deal does not")
    review.keep()
    case.write(review)
    after = case.facts.read_text("utf-8")
    assert [line for line in removed(mine, after) if "x-reviewed" not in line] == []
    assert "The deal does not cover three routes" in after
    at(review, "The deal does not")
    review.drop()
    case.write(review)
    back = case.facts.read_text("utf-8")
    assert "The deal does not cover three routes" not in back
    assert [line for line in removed(mine, back) if "x-reviewed" not in line] == []
    at(review, "A third one")
    review.drop()
    written = case.write(review)
    assert any("it stays" in line for line in written.left)
    assert "A third ferry is planned" in case.facts.read_text("utf-8")


def test_into_a_single_fact_file_entries_are_inserted_and_taken_out_again(case: Case, review: Review) -> None:
    single = case.folder / "facts.yaml"
    with pytest.raises(FactFileError, match=r"within \[ \]"):
        case.write(review, single)  # its sources are a list within [ ]
    text = single.read_text("utf-8").replace(
        "sources: [{id: other, type: article, file: other.txt}]",
        "sources:\n  - {id: other, type: article, file: other.txt}  # mine",
    )
    single.write_text(text, encoding="utf-8")
    case.write(review, single)
    after = single.read_text("utf-8")
    assert removed(text, after) == []
    assert len(load(single).events) == 4
    review.undo()
    case.write(review, single)
    assert removed(text, single.read_text("utf-8")) == []
    assert len(load(single).events) == 0


def test_what_is_edited_and_what_is_dropped_in_one_go_is_not_taken_for_the_work_of_somebody_else(
    case: Case, review: Review
) -> None:
    case.write(review)
    mine = case.facts.read_text("utf-8").replace("# from then", "# mine\n# from then")
    case.facts.write_text(mine, encoding="utf-8")
    first, last = [n for n in review.order if review.items[n].draft.record == "event" and review.items[n].id][::3]
    review.go(first)
    review.edit_date("2026-11-27")
    review.go(last)
    review.drop()
    written = case.write(review)
    assert written.left == ()
    assert written.changed == 2
    after = {event.id: event.date for event in load(case.folder).events}
    assert after[review.items[first].id] == "2026-11-27"
    assert review.items[last].id not in after


def test_a_write_that_would_not_load_is_not_made_and_says_why(case: Case, review: Review) -> None:
    broken = case.folder / "broken.yaml"
    broken.write_text('schema_version: "1"\nevents:\n  - id: x\n', encoding="utf-8")
    with pytest.raises(FactFileError, match=r"ferry\.yaml is not written") as raised:
        case.write(review)
    assert "broken.yaml" in str(raised.value)
    assert not case.facts.exists()
    assert sorted(path.name for path in case.folder.iterdir()) == [
        "broken.yaml", "facts.yaml", "ferry.draft", "ferry.txt", "other.txt",
    ]  # fmt: skip
    assert case.wrote() == ()
    broken.unlink()
    case.write(review)
    assert case.facts.exists()


def test_words_that_stand_twice_are_told_apart_by_what_stands_beside_them(case: Case, review: Review) -> None:
    n = at(review, "Lofjord Shipping Company")
    quote = review.items[n].draft.evidence[0]
    assert review.text.count(quote.quote) > 1
    case.write(review)
    corpus = anchor_evidence(load(case.folder))
    (actor,) = [one for one in corpus.file.actors if one.name == "Lofjord Shipping Company"]
    assert (actor.evidence[0].start, actor.evidence[0].grade) == (quote.start, "verbatim")


def test_the_shipped_facts_are_not_written_to_and_the_next_step_is_told(case: Case) -> None:
    with pytest.raises(UsageError, match="come with eujdef") as raised:
        target_of(CORPUS, case.path, "ferry", CORPUS)
    assert "eujdef new FOLDER" in raised.value.advice


def test_a_read_only_folder_is_told(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    case.folder.chmod(0o555)
    if os.geteuid() == 0:  # root may write everywhere, and is told here that it may not
        monkeypatch.setattr(os, "access", lambda *_: False)
    try:
        with pytest.raises(UsageError, match="read only"):
            target_of(case.folder, case.path, "ferry", CORPUS)
    finally:
        case.folder.chmod(0o755)


@pytest.mark.parametrize("single", [False, True])
def test_a_source_that_the_fact_file_has_already_is_not_written_again(case: Case, *, single: bool) -> None:
    facts = case.folder / "facts.yaml"
    text = facts.read_text(encoding="utf-8").replace(
        "other.txt}]", "other.txt}, {id: ferry, type: a, file: ferry.txt}]"
    )
    facts.write_text(text.replace("file: ferry.txt}", "file: ferry.txt, no_fact: []}"), encoding="utf-8")
    lines = case.path.read_text(encoding="utf-8").split("\n")
    lines[0] = json.dumps({**json.loads(lines[0]), "catalogued": "yes"})
    case.path.write_text("\n".join(lines), encoding="utf-8")
    review = case.open()
    for n in [n for n in review.order if review.items[n].draft.record == "event"]:
        review.go(n)
        review.keep()
    case.write(review, facts if single else None)
    file = load(case.folder)
    assert [source.id for source in file.sources] == ["other", "ferry"]
    assert file.events
    assert {one.source for event in file.events for one in evidence_of(event)} == {"ferry"}
