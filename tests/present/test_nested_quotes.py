"""Wherever a quote is shown its own quotation marks are turned, so that one sees where it ends."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from eujdef_tui.cli.output import hit_lines, sheet_text
from eujdef_tui.cli.verbs.duplicates import _shown
from eujdef_tui.cli.verdict_lines import verdict_lines
from eujdef_tui.compare.change import Change, FallenQuote
from eujdef_tui.rules.duplicates import Pair
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base
from eujdef_tui.tui.overlays.changes import _choices
from eujdef_tui.tui.overlays.meeting_card import card_lines
from eujdef_tui.verify.helpers import checked
from tests.helpers.awkward_facts import awkward, opened
from tests.helpers.linear import hear

TODAY = 2026_01_15
QUOTE = 'She said "no way" twice.'
SHOWN = "“She said ‘no way’ twice.”"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    folder = tmp_path_factory.mktemp("facts")
    yield from opened(awkward(folder), folder / "cache")


def test_in_a_sheet_and_in_what_find_prints(base: Base) -> None:
    row = base.record(base.number("graded") or 0)
    assert any(SHOWN in line for line, _ in sheet_text(base, row, TODAY))
    assert any(SHOWN in line for line, _ in hit_lines(base, search(base, parse("alert"))))


def test_on_the_card_and_in_what_is_read_of_it(base: Base) -> None:
    row = base.record(base.number("graded") or 0)
    assert [(SHOWN, "lit quote")] in card_lines(base, row, 60)
    *_, card = hear(base, "alert", "1", "card")
    assert SHOWN in card


def test_below_a_verdict(base: Base) -> None:
    text = "The talk with Plan and Ann Star is planned for early 2026, alert(1)."
    lines = [line for line, _ in verdict_lines(base, "note", text, [checked(base, text)], whole=True)]
    assert any(SHOWN in line for line in lines)


def test_of_two_that_may_be_one(base: Base) -> None:
    record = base.record(base.number("graded") or 0).record
    assert f"        {SHOWN} tagged" in list(_shown(Pair(record, record, ("same",))))


def test_in_the_list_of_changes(base: Base) -> None:
    fell = FallenQuote("graded", QUOTE, "orphan", "")
    choices = _choices(base, Change("edited", "source", "tagged", fell=(fell,)), TODAY)
    assert any(choice.text.endswith(SHOWN) for choice in choices)
