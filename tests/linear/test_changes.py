"""What changed since the facts were looked at last: a line of the start, a list whose numbers read, what is kept."""

from __future__ import annotations

import errno
import os
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import pytest

from eujdef_tui.linear.explorer import Opening
from eujdef_tui.store import open_base
from tests.helpers.linear import hear, said
from tests.tui.test_changed_files import change
from tests.tui.test_changes import edit

FIRST, LATER = "2025-11-21", "2026-02-01"
NEWS = "1 new, 2 changed since 21 November 2025; changes lists them."


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the state."""
    monkeypatch.setenv("EUJDEF_STATE", str(tmp_path / "state"))
    return tmp_path / "state"


def start(facts: Path, today: str = LATER, *, kiosk: bool = False) -> str:
    """What a session without a line says on a day."""
    with patch.dict(os.environ, EUJDEF_TODAY=today), closing(open_base(facts)) as base:
        return said(base, opening=Opening(fact_file=facts, kiosk=kiosk))


def answers(facts: Path, *lines: str, today: str = LATER, kiosk: bool = False) -> list[list[str]]:
    """What is said to each line on a day."""
    with patch.dict(os.environ, EUJDEF_TODAY=today), closing(open_base(facts)) as base:
        return hear(base, *lines, opening=Opening(fact_file=facts, kiosk=kiosk))


def test_what_changed_is_told_at_every_start_until_it_is_listed(facts: Path, state: Path) -> None:
    assert "since" not in start(facts, FIRST)
    edit(facts)
    for _ in range(2):
        assert start(facts).split("\n")[2] == NEWS
    listed, again = answers(facts, "changes", "d")
    assert listed == again == [
        "1 new, 2 changed since 21 November 2025.",
        "New:",
        "1. Talks about the second, 25 November 2025, happened.",
        "Changed:",
        "2. International Bureau of Weights and Measures (BIPM), organization, "
        "Keeps all international standards of measurement at Sèvres.",
        "Its words were changed.",
        "3. Redefinition of the second unit, 2030, planned, not yet due.",
        "Its words were changed.",
    ]  # fmt: skip
    assert "since" not in start(facts)
    assert answers(facts, "d") == [["Nothing has changed since you looked last, today."]]


def test_a_number_reads_the_fact_and_back_leads_to_the_query(facts: Path, state: Path) -> None:
    start(facts, FIRST)
    edit(facts)
    _, _, read, following, *_, back = answers(facts, "kibble", "changes", "1", "j", "b", "b", "list")
    assert read[0].startswith("Talks about the second, ")
    assert following[0].startswith("2. International Bureau of Weights and Measures")
    assert back[0] == "2 answers for kibble."


def test_values_are_said_as_they_were_and_as_they_are(facts: Path, state: Path) -> None:
    start(facts, FIRST)
    change(facts, "date: 2030\n", "date: 2031-05~\n")
    change(facts, "id: japan-joins", "id: japan-enters")
    article = facts.parent / "articles" / "metre.txt"
    change(article, "gave it a home at Sèvres, near Paris", "gave it rooms in Paris")
    text = "\n".join(line for answer in answers(facts, "changes", "more") for line in answer)
    assert "Date: was 2030, is about May 2031." in text
    assert "Renamed:" in text
    assert "Its id was japan-joins, and is japan-enters." in text
    assert "Article edited:" in text
    assert "quotes hold" in text
    assert (
        "In other words now, of International Bureau of Weights and Measures created: “The convention created" in text
    )


def test_a_record_that_is_gone_is_a_line_without_a_number(facts: Path, state: Path) -> None:
    before = facts.read_text(encoding="utf-8")
    edit(facts)
    start(facts, FIRST)
    facts.write_text(before, encoding="utf-8")
    listed, read = answers(facts, "changes", "9")
    assert listed[0] == "1 gone, 2 changed since 21 November 2025."
    assert listed[1] == "Gone: event talks, Talks about the second, 25 November 2025."
    assert listed[3].startswith("1. International Bureau")
    assert read == ["There is no answer 9: they go from 1 to 2, and list reads them."]


def test_where_only_a_record_is_gone_it_is_told_all_the_same(facts: Path, state: Path) -> None:
    before = facts.read_text(encoding="utf-8")
    visit = (
        "{id: visit, kind: meeting, title: A visit, date: 2001, status: happened, evidence: [{source: metre-article,"
    )
    added = f"{visit} quote: The idea of the metre was older.}}]}}"
    change(facts, "\n  - id: new-second", f"\n  - {added}\n\n  - id: new-second")
    start(facts, FIRST)
    facts.write_text(before, encoding="utf-8")
    assert "1 gone since 21 November 2025; changes lists it.\n" in start(facts)
    assert answers(facts, "changes") == [["1 gone since 21 November 2025.", "Gone: event visit, A visit, 2001."]]


def test_a_plan_whose_day_passed_is_told_though_no_file_changed(facts: Path, state: Path) -> None:
    change(facts, "date: 2030\n", "date: 2025-11-25\n")
    start(facts, FIRST)
    assert "1 planned date passed since 21 November 2025; changes lists it.\n" in start(facts)
    (listed,) = answers(facts, "changes")
    assert listed[1] == "Planned date passed:"
    assert listed[2].startswith("1. Redefinition of the second, 25 November 2025, planned, day passed")


def test_the_first_look_has_nothing_to_tell_and_says_so(facts: Path, state: Path) -> None:
    told = "These facts are looked at for the first time: what changes from now on is told."
    assert answers(facts, "changes") == [[told]]


def test_a_shared_box_neither_tells_nor_offers_nor_keeps_it(facts: Path, state: Path) -> None:
    start(facts, FIRST)
    (kept,) = state.glob("[!.]*.seen")
    before = kept.read_bytes()
    edit(facts)
    assert "since" not in start(facts, kiosk=True)
    refused, help_ = answers(facts, "changes", "help", kiosk=True)
    assert refused == ["Nothing is remembered here."]
    assert not [line for line in help_ if line.startswith("changes")]
    assert kept.read_bytes() == before


def test_where_nothing_can_be_kept_nothing_is_told(
    facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("EUJDEF_STATE", str(tmp_path / "file" / "state"))
    start(facts, FIRST)
    edit(facts)
    assert "since 2" not in start(facts)
    assert answers(facts, "changes") == [["Nothing is remembered here."]]


def test_a_first_look_that_cannot_be_written_is_told_as_none(
    facts: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("eujdef_tui.present.look_file.write_whole", full)
    assert answers(facts, "changes") == [["Nothing is remembered here."]]


def test_a_file_that_is_read_anew_is_told_in_the_same_way(facts: Path, state: Path) -> None:
    with patch.dict(os.environ, EUJDEF_TODAY=FIRST), closing(open_base(facts)) as base:
        hear(base, "kibble", opening=Opening(fact_file=facts))
        edit(facts)
        reloaded, listed = hear(base, "reload", "changes", opening=Opening(fact_file=facts))
    assert NEWS in reloaded
    assert listed[0] == NEWS.partition(";")[0] + "."


def test_two_renamed_records_that_point_at_each_other_are_renamed_and_neither_new_nor_gone(
    facts: Path, state: Path
) -> None:
    back = "    related:\n      - id: metre-convention\n        reason: It took effect on that day.\n    parties: "
    text = facts.read_text(encoding="utf-8")
    head, begun, rest = text.partition("\n  - id: kilogram-2019\n")
    facts.write_text(head + begun + rest.replace("    parties: ", back, 1), encoding="utf-8")
    start(facts, FIRST)
    renamed = facts.read_text(encoding="utf-8")
    for old, new in (("kilogram-2019", "kilogram-new"), ("metre-convention", "metre-pact")):
        renamed = (
            renamed.replace(f"id: {old}", f"id: {new}").replace(f"{old},", f"{new},").replace(f"{old}]", f"{new}]")
        )
    facts.write_text(renamed, encoding="utf-8")
    assert "2 renamed since 21 November 2025; changes lists them." in start(facts)
