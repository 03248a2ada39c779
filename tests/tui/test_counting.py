"""A count is typed behind x, shown while it is typed, and taken back by esc; a digit alone lists a view at once."""

from __future__ import annotations

import pytest

from tests.helpers.explorer import Driver, driven, explorer

pytestmark = pytest.mark.slow  # the whole explorer is driven


def place(at: Driver) -> int:
    return at.main.list.place()


@pytest.mark.counts_lines
@driven
async def test_a_count_moves_so_many_places() -> None:
    async with explorer() as at:
        await at.press("g", "x", "5", "j")
        assert place(at) == 6
        await at.press("x", "3", "k")
        assert place(at) == 3
        await at.press("x", "2", "down")
        assert place(at) == 5
        await at.press("x", "8", "G")
        assert place(at) == 8
        await at.press("x", "4", "g")
        assert place(at) == 4
        await at.press("x", "2", "J")
        assert place(at) == 6


@driven
async def test_a_count_beyond_the_end_goes_to_the_end() -> None:
    async with explorer() as at:
        await at.press("G")
        last = place(at)
        await at.press("g", "x", *"99999999", "j")
        assert place(at) == last
        await at.press("x", *"999999", "k")
        assert place(at) == 1


@pytest.mark.counts_lines
@driven
async def test_the_count_is_shown_while_it_is_typed_and_esc_takes_it_back() -> None:
    async with explorer() as at:
        await at.press("g", "x")
        assert at.bar_text("footer").startswith("count …: then j, G or another move; esc drops it")
        await at.press("1", "2")
        assert at.bar_text("footer").startswith("count 12: ")
        await at.press("backspace")
        assert at.bar_text("footer").startswith("count 1: ")
        await at.press("escape")
        assert "? help" in at.bar_text("footer")
        assert (at.main.view, place(at), at.main.counting) == ("timeline", 1, None)
        await at.press("2")
        assert at.main.view == "actors"


@driven
async def test_a_digit_without_the_prefix_lists_its_view_at_once() -> None:
    async with explorer() as at:
        await at.press("5", "j")
        assert at.main.view == "tensions"


@pytest.mark.counts_lines
@driven
async def test_a_key_that_is_no_move_ends_the_count_and_does_what_it_does() -> None:
    async with explorer() as at:
        await at.press("x", "5", "m")
        assert (len(at.main.facts.marks), at.main.counting) == (1, None)
        await at.press("x", "5", "slash", "5", "j")
        assert (at.place, at.typed, at.main.counting) == ("search", "5j", None)


@driven
async def test_x_is_a_letter_on_the_search_line() -> None:
    async with explorer() as at:
        await at.find("x5")
        assert at.typed == "x5"


@pytest.mark.counts_lines
@driven
async def test_a_count_works_on_sentences_links_proofs_views_and_pages() -> None:
    async with explorer() as at:
        await at.press("3", "x", "2", "n")
        assert "3 of 3" in at.bar_text("reader-rule")
        await at.press("x", "2", "]")
        assert at.main.view == "tensions"
        await at.press("1", "enter")
        before = at.reader.cursor
        await at.press("x", "2", "j")
        assert at.reader.cursor == before + 2
        await at.press("escape", "2", "g", "x", "2", "ctrl+d")
        halves = place(at)
        await at.press("g", "ctrl+d", "ctrl+d")
        assert abs(halves - place(at)) <= 1


@driven
async def test_a_count_walks_the_matches_of_a_find() -> None:
    async with explorer() as at:
        await at.press("3", "enter", "slash", *"the", "enter", "x", "2", "n")
        assert at.reader.find
        assert at.reader.find.nth == 3
