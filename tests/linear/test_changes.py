"""What changed since the facts were looked at last: a line of the start, a list whose numbers read, what is kept."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import pytest

from eujdef_tui.linear.explorer import Opening
from eujdef_tui.present.look_file import load_look, save_look
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
        "Other words.",
        "3. Redefinition of the second unit, 2030, planned, not yet due.",
        "Other words.",
    ]  # fmt: skip
    assert "since" not in start(facts)
    assert answers(facts, "d") == [["Nothing has changed since 1 February 2026."]]


def test_a_number_reads_the_fact_and_back_leads_to_the_query(facts: Path, state: Path) -> None:
    start(facts, FIRST)
    edit(facts)
    _, _, read, following, *_, back = answers(facts, "kibble", "changes", "1", "j", "b", "b", "list")
    assert read[0].startswith("Talks about the second, ")
    assert following[0].startswith("International Bureau of Weights and Measures")
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
