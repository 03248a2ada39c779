"""The search line: words completed, errors shown where they are, the nearest name taken, searches kept."""

from __future__ import annotations

import pytest

from eujdef_tui.tui.layout import completion_footer
from eujdef_tui.tui.widgets.line_view import width_of
from eujdef_tui.tui.widgets.search_bar import SearchInput
from tests.helpers.explorer import Driver, driven, explorer

pytestmark = pytest.mark.slow  # the whole explorer is driven


def wrong(at: Driver) -> str:
    """The part of the search line that is underlined."""
    (line,) = at.styled(at.main.query_one(SearchInput))
    return "".join(char for char, style in line if style.underline)


def kept(at: Driver) -> list[str]:
    """The earlier searches, newest first."""
    return list(at.main.search.searches)


# --- completion ---


@pytest.mark.counts_lines
@driven
async def test_tab_completes_a_field_then_steps_through_its_values() -> None:
    async with explorer() as at:
        await at.find(":ki")
        await at.press("tab")
        assert (at.typed, at.place) == ("kind:", "search")
        await at.press("tab")
        assert at.typed == "kind:actor"
        assert at.note.startswith("10 records")
        assert at.bar_text("footer").startswith("actor  event")
        assert " 1 of " in at.bar_text("footer")
        await at.press("tab", "tab", "shift+tab")
        assert at.typed == "kind:event"
        assert " 2 of " in at.bar_text("footer")
        await at.press("shift+tab", "shift+tab")
        assert " of " in at.bar_text("footer")
        assert at.typed != "kind:event"


@driven
async def test_the_list_follows_each_candidate() -> None:
    async with explorer() as at:
        await at.find("kind:")
        for kind in ("actor", "event"):
            await at.press("tab")
            assert at.typed == f"kind:{kind}"
            assert at.main.row is not None
            assert at.main.row.record.__class__.__name__.lower() == kind


@pytest.mark.counts_lines
@driven
async def test_typing_on_keeps_the_candidate_and_ends_the_offer() -> None:
    async with explorer() as at:
        await at.find("kind:")
        await at.press("tab")
        await at.type(" :ki")
        assert at.typed == "kind:actor :ki"
        assert at.bar_text("footer").startswith("tab narrow")
        await at.press("tab")
        assert at.typed == "kind:actor kind:"


@pytest.mark.counts_lines
@driven
async def test_esc_takes_a_completion_back_and_then_leaves_the_line() -> None:
    async with explorer() as at:
        await at.find("kind:")
        await at.press("left", "left", "tab", "tab", "escape")
        assert (at.typed, at.place, at.main.bar.input.cursor_position) == ("kind:", "search", 3)
        assert "esc back" in at.bar_text("footer")
        await at.press("escape")
        assert (at.typed, at.place) == ("", "pane")


@pytest.mark.counts_lines
@driven
async def test_enter_keeps_a_completion_and_reads_the_fact() -> None:
    async with explorer() as at:
        await at.find("actor:kib")
        await at.press("tab", "enter")
        assert (at.typed, at.place, at.picked) == ('actor:"Bryan Kibble"', "reader", "kibble")


@pytest.mark.parametrize("typed", ["", "ki", "kibble"])
def test_tab_completes_no_word_without_a_colon(typed: str) -> None:
    @driven
    async def hop() -> None:
        async with explorer() as at:
            await at.find(typed)
            await at.press("tab")
            assert (at.place, at.typed) == ("search", typed)

    hop()


@driven
async def test_one_tab_too_many_does_not_leave_the_line_that_was_completed() -> None:
    async with explorer() as at:
        await at.find("kind:pers")
        await at.press("tab", "tab", "shift+tab")
        assert (at.typed, at.place) == ("kind:person", "search")
        assert at.bar_text("footer").startswith("person")


@driven
async def test_a_word_in_the_middle_is_completed_where_it_stands() -> None:
    async with explorer() as at:
        await at.find("kind:pers kibble")
        await at.press(*["left"] * 7, "tab")
        assert (at.typed, at.main.bar.input.cursor_position) == ("kind:person kibble", 11)


@pytest.mark.counts_lines
@pytest.mark.parametrize("width", [20, 40, 80])
def test_the_candidate_that_stands_in_the_line_is_among_those_shown_and_fits(width: int) -> None:
    texts = ["person", "public-body", "country", "organization", "artefact"]
    for nth in range(len(texts)):
        left, right = completion_footer(texts, nth, width)
        (picked,) = [text for text, role in left if role == "tab tab-picked"]
        assert picked.strip() == texts[nth]
        assert width_of([*left, *right]) <= width or len(left) == 1
        assert right[0][0].strip() == f"{nth + 1} of 5"


# --- errors ---


@driven
async def test_the_word_in_which_a_query_fails_is_shown_in_the_line() -> None:
    async with explorer() as at:
        await at.find("kibble knd:person japan")
        assert wrong(at) == "knd:person"
        assert at.note.startswith("column 8: there is no field knd")
        await at.press("ctrl+u")
        await at.type("kibble")
        assert wrong(at) == ""


@pytest.mark.slow
@pytest.mark.parametrize("after", ["", " kibble", " 2018 "])
def test_tab_puts_the_nearest_field_in_the_place_of_one_that_is_none(after: str) -> None:
    @driven
    async def mend() -> None:
        async with explorer() as at:
            await at.find(f"japan !knd:person{after}")
            await at.press("tab")
            assert (at.typed, wrong(at)) == (f"japan !kind:person{after}", "")
            assert at.main.search.error is None
            await at.press("escape")
            assert wrong(at) == "knd:person"

    mend()


@driven
async def test_an_error_stays_while_the_picked_fact_moves() -> None:
    async with explorer() as at:
        await at.find("kilogram")
        await at.paste(" foo:x")
        said = at.note
        assert said.startswith("column 10:")
        picked = at.picked
        await at.press("down")
        assert at.picked != picked
        assert at.note.startswith("column 10:")


# --- the mended query ---


@driven
async def test_enter_takes_the_mended_query_where_nothing_is_found() -> None:
    async with explorer() as at:
        await at.find("delambre prototipe zzzz")
        mended = at.main.search.results.mended
        if mended:
            assert f"read as {at.main.search.results.mended_words}" in at.bar_text("footer")
            await at.press("enter")
            assert at.typed == mended


# --- earlier searches ---


@pytest.mark.counts_lines
@pytest.mark.slow
@driven
async def test_a_search_is_kept_when_the_line_is_left_with_hits_and_listed_newest_first() -> None:
    async with explorer() as at:
        for text, key in (
            ("japan", "enter"),
            ("kibble", "enter"),
            ("zzzzzz", "enter"),
            ("japan", "enter"),
            ("foo:x", "enter"),
        ):
            await at.press("escape", "slash", "ctrl+u")
            await at.type(text)
            await at.press(key)
        assert kept(at) == ["japan", "kibble"]
        await at.press("ctrl+r")
        assert (at.overlay, "Earlier searches" in at.text) == ("Choose", True)
        await at.press("j", "enter")
        assert (at.typed, at.place, at.overlay) == ("kibble", "pane", "")
        assert (at.main.view, at.picked) == ("all", "kibble")


@driven
async def test_the_earlier_searches_open_from_the_line_too_and_esc_leaves_it_as_it_was() -> None:
    async with explorer() as at:
        await at.find("japan")
        await at.press("enter", "escape", "slash", "ctrl+u", "k", "ctrl+r")
        assert at.overlay == "Choose"
        await at.press("escape")
        assert (at.typed, at.place) == ("k", "search")


@pytest.mark.counts_lines
@driven
async def test_a_search_given_at_the_start_is_kept() -> None:
    async with explorer(query="japan") as at:
        assert kept(at) == ["japan"]


@pytest.mark.counts_lines
@driven
async def test_no_earlier_search_is_told() -> None:
    async with explorer() as at:
        await at.press("ctrl+r")
        assert await at.shows("No search is kept yet")
