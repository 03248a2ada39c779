"""Taking something from a fact: marks, the meeting card, copies, a date, the help."""

from __future__ import annotations

import pytest

from eujdef_tui.export.citation import FORMATS, cite, cite_all
from eujdef_tui.tui.key_bindings import KEYS
from tests.helpers.explorer import Driver, driven, explorer

pytestmark = pytest.mark.slow  # the whole explorer is driven


def row(at: Driver) -> str:
    """The line of the list that the cursor stands on."""
    return next(line for line in at.shown(at.records) if line.startswith("▌"))


@driven
async def test_m_marks_the_picked_fact_and_takes_the_mark_off() -> None:
    async with explorer() as at:
        assert " ● " in row(at)
        await at.press("m")
        assert " ★ " in row(at)
        assert "─ ★ · " in at.bar_text("detail-rule")
        assert at.picked == "vote"
        await at.press("m")
        assert " ● " in row(at)
        assert "★" not in at.bar_text("detail-rule")


@pytest.mark.counts_lines
@driven
async def test_marked_facts_of_all_views_are_listed_and_gone_to() -> None:
    async with explorer() as at:
        await at.press("apostrophe")
        assert await at.shows("No fact is marked: m marks")
        await at.press("m", "2", "m", "3", "apostrophe")
        assert at.overlay == "Choose"
        marks = at.lines[next(nth for nth, line in enumerate(at.lines) if "─ Marked facts ─" in line) :]
        assert "General Conference votes for a new kilogram" in marks[1]
        assert "Jean-Baptiste Delambre" in marks[2]
        await at.press("G", "enter")
        assert (at.main.view, at.picked, at.overlay) == ("actors", "delambre", "")
        await at.press("backspace")
        assert at.main.view == "agreements"


@pytest.mark.counts_lines
@driven
async def test_all_marked_facts_are_copied_from_their_list_with_their_citations() -> None:
    async with explorer(size=(120, 36)) as at:
        base = at.main.base
        await at.press("m", "k", "m", "apostrophe")
        assert "y copy all" in at.text
        await at.press("y")
        numbers = [base.number(name) or 0 for name in ("vote", "comparison")]
        assert at.app.clipboard == cite_all(base, numbers, FORMATS[0])
        assert await at.shows(f"{FORMATS[0]}, 2 facts: ")
        await at.press("y", "y")
        assert at.overlay == "Choose", "where there is no all, y chooses nothing"


@driven
async def test_a_mark_stays_when_the_search_changes() -> None:
    async with explorer() as at:
        await at.press("m")
        await at.find("votes")
        assert " ★ " in row(at)


@driven
async def test_the_meeting_card_says_the_fact_and_its_proof() -> None:
    async with explorer() as at:
        await at.press("c")
        assert at.overlay == "Sheet"
        text = " ".join("\n".join(line[5:75] for line in at.lines).split())
        for words in (
            "─ Card ─",
            "General Conference votes for a new kilogram",
            "16 Nov 2018 · ● happened",
            "“On 16 November 2018 the General Conference on Weights and Measures, meeting in Versailles,",
            "✓ verbatim, The Daily Balance, 1 Nov 2024",
        ):
            assert words in text
        await at.press("c")
        assert (at.overlay, at.picked) == ("", "vote")


@pytest.mark.counts_lines
@driven
async def test_the_card_of_every_record_opens() -> None:
    async with explorer(size=(120, 36)) as at:
        for view in "2345":
            await at.press(view, "G", "c")
            assert "─ Card ─" in at.text
            await at.press("escape")


@pytest.mark.parametrize("form", FORMATS)
def test_a_copy_in_each_form_is_the_citation_and_says_by_which_way_it_went(form: str) -> None:
    @driven
    async def take() -> None:
        async with explorer(size=(120, 36)) as at:
            await at.press("y")
            assert at.overlay == "Choose"
            assert [line for line in at.lines if "─ Copy as ─" in line]
            await at.press(str(1 + FORMATS.index(form)))
            text = cite(at.main.base, at.main.base.number("vote") or 0, form)
            assert at.app.clipboard == text
            assert await at.shows(f"{form}: {len(text):,} characters")
            assert await at.shows("(OSC 52)")

    take()


@pytest.mark.counts_lines
@driven
async def test_a_copy_is_repeated_in_the_form_chosen_last() -> None:
    async with explorer() as at:
        base = at.main.base
        await at.press("Y")
        assert at.app.clipboard == cite(base, base.number("vote") or 0, FORMATS[0])
        await at.press("y", "j", "j", "enter", "k", "Y")
        assert at.picked == "comparison"
        assert at.app.clipboard == cite(base, base.number("comparison") or 0, FORMATS[2])


@pytest.mark.parametrize("size", [(80, 24), (30, 7)])
def test_the_copy_menu_opens_at_the_form_chosen_last(size: tuple[int, int]) -> None:
    @driven
    async def take() -> None:
        async with explorer(size=size) as at:
            await at.press("y", "G", "enter")
            await at.press("y")
            await at.pilot.pause()
            assert f"▌ {FORMATS[-1]}" in at.text
            await at.press("enter")
            assert at.app.clipboard == cite(at.main.base, at.main.base.number("vote") or 0, FORMATS[-1])

    take()


@pytest.mark.counts_lines
@driven
async def test_a_copy_not_chosen_copies_nothing() -> None:
    async with explorer() as at:
        await at.press("y", "escape")
        assert (at.app.clipboard, at.overlay) == ("", "")


@pytest.mark.parametrize(
    ("typed", "picked"),
    [
        ("1879", "cylinder-cast"),
        ("1880", "japan-joins"),
        ("nov 2018", "vote"),
        ("17 nov 2018", "new-second"),
        ("1700", "survey"),
        ("2500", "bureau-created"),
    ],
)
def test_a_date_typed_goes_to_the_first_event_that_begins_then_or_later(typed: str, picked: str) -> None:
    @driven
    async def go() -> None:
        async with explorer() as at:
            await at.press("2", "t")
            assert at.overlay == "Ask"
            await at.type(typed)
            await at.press("enter")
            assert (at.main.view, at.picked, at.overlay) == ("timeline", picked, "")
            await at.press("backspace")
            assert at.main.view == "actors"

    go()


@driven
async def test_what_is_no_date_is_told_and_can_be_typed_again() -> None:
    async with explorer() as at:
        await at.press("t")
        await at.type("soon")
        await at.press("enter")
        assert "soon is not a date: write 2024 or nov 2024" in at.text
        await at.press(*["backspace"] * 4)
        await at.type("1889")
        await at.press("enter")
        assert (at.picked, at.overlay) == ("prototypes", "")


@pytest.mark.counts_lines
@driven
async def test_a_date_out_of_what_was_found_leaves_the_search() -> None:
    async with explorer() as at:
        await at.find("japan")
        await at.press("enter", "t")
        await at.type("1879")
        await at.press("enter")
        assert (at.picked, at.typed) == ("cylinder-cast", "")
        await at.press("backspace")
        assert (at.picked, at.typed) == ("japan", "japan")


@driven
async def test_a_date_not_given_changes_nothing() -> None:
    async with explorer() as at:
        await at.press("t", "escape")
        assert (at.overlay, at.picked, at.place) == ("", "vote", "pane")


@driven
async def test_the_help_holds_every_key_and_scrolls_to_its_end() -> None:
    async with explorer(size=(100, 24)) as at:
        await at.press("question_mark", "tab")
        assert at.overlay == "Sheet"
        seen = at.text
        for _ in range(6):
            await at.press("pagedown")
            seen += at.text
        for key in KEYS:
            assert f" {key.shown} " in seen
            assert key.does[:40] in seen
        for words in ("kalas manila", "kind:", "quote verbatim", "quote orphan", "other facts rest on the sentence"):
            assert words in seen
        await at.press("g")
        assert "search all" in at.text
        await at.press("tab")
        assert "here: the list" in at.text
        await at.press("question_mark")
        assert (at.overlay, at.picked) == ("", "vote")


@pytest.mark.parametrize("key", ["escape", "q", "f1", "enter"])
def test_the_help_is_closed_by_any_key_that_leaves(key: str) -> None:
    @driven
    async def close() -> None:
        async with explorer() as at:
            await at.press("f1", key)
            assert (at.overlay, at.place) == ("", "pane")
            assert at.app.is_running

    close()
