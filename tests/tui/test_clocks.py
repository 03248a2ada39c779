"""The clocks on the screen: the line of today moves to the day, the title says so, and all that is shown is of it."""

from __future__ import annotations

import re

import pytest

from tests.helpers.explorer import Driver, driven, explorer
from tests.helpers.places import CORPUS

pytestmark = pytest.mark.slow  # the whole explorer is driven

SUMMIT = "eu-japan-summit-2025"


async def ask(at: Driver, query: str) -> None:
    await at.press("slash")
    await at.press("ctrl+u")
    await at.type(query)
    await at.press("enter", "escape")


def shown(at: Driver) -> str:
    return "\n".join(at.lines)


@driven
async def test_the_line_of_today_moves_to_the_day_and_the_title_says_so() -> None:
    async with explorer(CORPUS) as at:
        await at.press("1", "down")
        assert "┄ today ┄" in shown(at)
        await ask(at, "asof:2024-11-15")
        assert "as of 15 Nov 2024" in at.lines[0]
        await at.press("1", "down")
        lines = at.lines
        place = next(nth for nth, line in enumerate(lines) if "┄ as of 15 Nov 2024 ┄" in line)
        assert "today" not in shown(at)
        assert any("●" in line for line in lines[:place])


@pytest.mark.counts_lines
@driven
async def test_a_clock_alone_shows_the_first_screen_of_its_day() -> None:
    async with explorer(CORPUS) as at:
        await at.press("slash")
        await at.type("asof:2024-12-01")
        assert at.main.search.results.views is None
        first = at.main.base.record(at.records.picked).record.id
        assert first == "ministerial-agreement-goal"  # of 2024, which is not over
        assert at.lines[3].split("○")[1].startswith(" EU-Japan SPA to enter")
        assert "12 in all" not in shown(at)


@pytest.mark.counts_lines
@driven
async def test_marks_that_no_source_had_told_by_then_are_not_exported() -> None:
    async with explorer(CORPUS) as at:
        main = at.main
        for name in ("kallas", "sdp"):
            main.facts.marks.toggle(main.base.record(main.base.number(name) or 0))
        await at.press("slash")
        await at.type("known:2024-01-01 japan")
        await at.settle()
        main.action_export_marked()
        await at.settle()
        assert "No source had told a marked fact by then" in shown(at)
        await ask(at, "known:2024-11-01 japan")
        main.action_export_marked()
        await at.settle()
        assert "Export 1 fact (1 not told by then) as" in shown(at)


@pytest.mark.counts_lines
@driven
async def test_rows_sheet_and_card_have_the_status_of_the_day() -> None:
    async with explorer(CORPUS) as at:
        await ask(at, "summit asof:2025-06-30")
        assert at.main.row is not None
        assert at.main.row.record.id == SUMMIT
        row = next(line for line in at.lines if "summit of July 2025 in Tokyo" in line)
        assert "○" in row
        assert "○ planned" in shown(at)
        assert "planned on the word of Caliber.Az" in shown(at)
        await at.press("c")
        for words in ("· ○ planned ", "planned on the word of Caliber.Az", "as of 30 Jun 2025"):
            assert re.search(f"│.*{words}.*│", shown(at)), words


@driven
async def test_without_the_clock_all_is_as_it_was() -> None:
    async with explorer(CORPUS) as at:
        before = at.lines
        await ask(at, "summit asof:2025-06-30")
        assert at.main.seen is not at.main.base
        await at.press("escape", "escape")
        assert at.main.seen is at.main.base
        assert at.lines == before


@driven
async def test_only_evidence_that_was_out_is_read() -> None:
    async with explorer(CORPUS) as at:
        await ask(at, "summit known:2025-06-30")
        assert {item.source for item in at.main.record.evidence} == {"caliber"}
        assert at.main.record.source == "caliber"
        assert "Japan Times" not in shown(at)
        assert "known by 30 Jun 2025" in at.lines[0]


@driven
async def test_what_only_later_sources_tell_is_not_listed_and_said() -> None:
    async with explorer(CORPUS) as at:
        await at.press("slash")
        await at.type("kallas known:2024-12-01")
        assert at.main.row is None
        assert "known by 1 Dec 2024" in shown(at)
        assert "of later or undated sources" in shown(at)


@driven
async def test_an_agreements_track_has_the_day_of_the_clock_between_its_steps() -> None:
    async with explorer(CORPUS, size=(120, 36)) as at:
        await ask(at, "kind:agreement spa asof:2024-11-15")
        words = shown(at).replace("\N{NO-BREAK SPACE}", " ")
        assert "┆ 15 Nov 2024 ┆" in words
        assert "┆ today ┆" not in words
