"""Searching: as it is typed, in every view, with what it means and where it fails beside it."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest

from tests.helpers.explorer import Driver, driven, explorer


def counts(at: Driver) -> list[int]:
    """The numbers on the five tabs."""
    return [int(found) for found in re.findall(r"(?<= )\d+(?=  |$)", at.bar_text("tabs"))]


def marked(at: Driver) -> list[str]:
    """The words of the list that are marked as matches: those that are underlined."""
    lines = ("".join(char if style.underline else "\n" for char, style in line) for line in at.styled(at.records))
    return [word for line in lines for word in line.split("\n") if word]


@driven
async def test_each_letter_narrows_the_list_and_the_counts_on_every_tab() -> None:
    async with explorer() as at:
        whole = counts(at)
        assert whole == [10, 10, 4, 9, 2]
        await at.press("slash")
        seen = [whole]
        for letter in "kibb":
            await at.type(letter)
            seen.append(counts(at))
        assert seen[1] != whole
        actors = [count[1] for count in seen]  # names, by their beginnings; in texts short beginnings say nothing
        assert actors == sorted(actors, reverse=True)
        assert seen[-1] == [0, 1, 0, 0, 1]
        assert at.place == "search"


@driven
async def test_the_list_says_how_many_of_how_many_it_shows_and_all_again_when_cleared() -> None:
    async with explorer() as at:
        assert "─ 10 ─" in at.line("Timeline ─")
        await at.find("kilogram")
        shown = counts(at)[0]
        assert 0 < shown < 10
        assert f" {shown} of 10 " in at.line("─ Timeline ")
        await at.press("escape", "escape")
        assert (at.typed, counts(at)) == ("", [10, 10, 4, 9, 2])
        assert " of 10 " not in at.text


@driven
async def test_the_best_hit_is_picked_and_its_proof_is_shown_while_typing() -> None:
    async with explorer() as at:
        await at.press("2")
        await at.find("kibble")
        assert at.picked == "kibble"
        assert "Bryan Kibble" in at.bar_text("detail-rule")
        assert at.bar_text("reader-rule").startswith("─ The Daily Balance")


@driven
async def test_what_matched_is_marked_in_the_list_and_told_beside_the_search() -> None:
    async with explorer() as at:
        await at.press("2")
        await at.find("kibble")
        assert marked(at) == ["Kibble"]
        assert "Bryan Kibble" in at.bar_text("search-note")


@driven
async def test_nothing_is_marked_where_nothing_is_searched() -> None:
    async with explorer() as at:
        assert marked(at) == []


@driven
async def test_an_unknown_field_keeps_the_last_good_result_and_names_its_column() -> None:
    async with explorer(size=(120, 36)) as at:
        await at.press("2")
        await at.find("kibble")
        good = counts(at), at.picked, at.shown(at.records)
        await at.paste(" foo:bar")
        assert at.typed == "kibble foo:bar"
        assert "column 8: did you mean from: ? there is no field foo" in at.bar_text("search-note")
        assert (counts(at), at.picked, at.shown(at.records)) == good
        await at.press(*["backspace"] * 8)
        assert "column" not in at.text
        assert (counts(at), at.picked) == good[:2]


@driven
async def test_a_date_that_is_none_is_an_error_with_its_column() -> None:
    async with explorer(size=(120, 36)) as at:
        await at.press("slash")
        await at.paste("from:20")
        assert "column 6:" in at.bar_text("search-note")
        assert counts(at) == [10, 10, 4, 9, 2]
        await at.type("18")
        assert "column" not in at.bar_text("search-note")
        assert 0 < counts(at)[0] < 10


@driven
async def test_a_kind_that_is_none_is_an_error_with_its_column() -> None:
    async with explorer(size=(120, 36)) as at:
        await at.press("slash")
        await at.paste("kind:zebra")
        assert at.bar_text("search-note").startswith("column 6: there is no kind zebra")
        assert counts(at) == [10, 10, 4, 9, 2]


@driven
async def test_an_error_is_cropped_to_its_room_and_said_in_full_when_there_is_more() -> None:
    async with explorer() as at:
        await at.find("foo:bar")
        assert at.bar_text("search-note").endswith("…")
        await at.resize(200, 60)
        assert at.bar_text("search-note").startswith("column 1: did you mean from: ? there is no field foo")
        assert not at.bar_text("search-note").endswith("…")


@driven
async def test_an_empty_result_says_what_was_searched_where_else_to_look_and_how_to_clear_it() -> None:
    async with explorer() as at:
        await at.find("kibble")
        searched, elsewhere, clear = (line.strip() for line in at.shown(at.records)[:3])
        assert searched == "Nothing in timeline matches kibble"
        assert elsewhere.startswith("Elsewhere: 2 Actors 1")
        assert clear == "esc clears the search"
        assert at.bar_text("search-note") == "best in 2 Actors: Bryan Kibble"
        assert (at.picked, at.records.picked) == ("", 0)
        assert "".join(at.shown(at.detail) + at.shown(at.reader)).strip() == ""
        await at.press("enter")
        assert (at.place, at.bar_text("footer").split()) == ("pane", "/ search esc clear ? help".split())
        for key in ("j", "G", "pagedown", "n", "J", "enter", "f", "m", "c", "y", "Y"):
            await at.press(key)
        assert (at.place, at.overlay, at.picked) == ("pane", "", "")
        await at.press("2")
        assert at.picked == "kibble"


@driven
async def test_a_query_given_at_the_start_is_searched_at_once() -> None:
    async with explorer(query="kibble") as at:
        assert (at.typed, counts(at), at.picked, at.place) == ("kibble", [0, 1, 0, 0, 1], "", "pane")
        assert "".join(at.shown(at.detail)).strip() == ""


@driven
async def test_the_search_stays_when_the_view_changes() -> None:
    async with explorer() as at:
        await at.find("japan")
        await at.press("enter")
        for view, picked in (("2", "japan"), ("1", "japan-joins")):
            await at.press(view)
            assert (at.typed, at.picked) == ("japan", picked)


@driven
async def test_digits_and_letters_with_keys_of_their_own_are_typed_into_the_search() -> None:
    async with explorer() as at:
        await at.find("q1?n[/x]'")
        assert (at.typed, at.main.view, at.overlay, at.place) == ("q1?n[/x]'", "timeline", "", "search")
        assert "q1?n[/x]'" in at.lines[1]


@driven
async def test_ctrl_u_clears_what_was_typed() -> None:
    async with explorer() as at:
        await at.find("kibble")
        await at.press("ctrl+u")
        assert (at.typed, counts(at)[0], at.place) == ("", 10, "search")


@pytest.mark.parametrize("key", ["enter", "escape", "tab"])
def test_the_search_line_is_left_for_the_list_with_the_query_kept(key: str) -> None:
    @driven
    async def leave() -> None:
        async with explorer() as at:
            await at.find("kilogram")
            await at.press(key)
            assert (at.place, at.typed) == ("pane", "kilogram")

    leave()


@driven
async def test_fast_typing_ends_with_the_answer_to_the_whole_query() -> None:
    async with explorer() as at:
        await at.press("slash", *"delambre", "enter", "G")
        assert at.picked == "survey"
        assert at.bar_text("detail-rule").startswith("─ Event")


@pytest.mark.slow
@driven
async def test_what_is_typed_replaces_the_search_before_and_right_goes_on_with_it() -> None:
    async with explorer() as at:
        await at.find("kibble")
        await at.press("enter")
        await at.find("metre")
        assert at.typed == "metre"
        await at.press("enter", "slash", "right")
        await at.type(" 1960")
        assert at.typed == "metre 1960"


@pytest.mark.slow
@driven
async def test_a_letter_that_picks_the_same_fact_draws_neither_it_nor_its_proof_again() -> None:
    async with explorer() as at:
        await at.press("2")
        await at.find("kibbl")
        with patch.object(at.detail, "draw") as sheet, patch.object(at.reader, "draw") as proof:
            await at.type("e")
            assert (at.picked, sheet.called, proof.called) == ("kibble", False, False)
        await at.press("enter")
        with patch.object(at.detail, "draw", wraps=at.detail.draw) as sheet:
            await at.find("delambre")
            assert (at.picked, sheet.called) == ("delambre", True)
