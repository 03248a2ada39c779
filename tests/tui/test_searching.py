"""Searching: as it is typed, for every kind of record, with what it means and where it fails beside it."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest

from eujdef_tui.present.views import SCREEN_VIEWS
from tests.helpers.explorer import Driver, driven, explorer
from tests.helpers.places import CORPUS

pytestmark = pytest.mark.slow  # the whole explorer is driven


def counts(at: Driver) -> list[int]:
    """How many records each view lists: of all, the timeline, actors, agreements, statements, tensions, sources."""
    return [at.main.search.results.shown(at.main.base, view) for view in SCREEN_VIEWS]


def on_tabs(at: Driver) -> dict[str, int]:
    """The counts on the tabs, by view; views without one have no hits."""
    return {name.lower(): int(count) for name, count in re.findall(r"(\w+) (\d+)", at.bar_text("tabs"))}


WHOLE = [35, 10, 10, 4, 8, 1, 2]


def marked(at: Driver) -> list[str]:
    """The words of the list that are marked as matches: those that are underlined."""
    lines = ("".join(char if style.underline else "\n" for char, style in line) for line in at.styled(at.records))
    return [word for line in lines for word in line.split("\n") if word]


@driven
async def test_each_letter_narrows_the_list_and_the_counts_on_every_tab() -> None:
    async with explorer() as at:
        whole = counts(at)
        assert whole == WHOLE
        await at.press("slash")
        seen = [whole]
        for letter in "kibb":
            await at.type(letter)
            seen.append(counts(at))
        assert seen[1] != whole
        actors = [count[2] for count in seen]  # names, by their beginnings; in texts short beginnings say nothing
        assert actors == sorted(actors, reverse=True)
        assert seen[-1] == [2, 0, 1, 0, 0, 0, 1]
        assert on_tabs(at) == {"all": 2, "actors": 1, "sources": 1}
        assert at.place == "search"


@driven
async def test_the_search_line_says_how_many_are_listed_and_all_again_when_cleared() -> None:
    async with explorer() as at:
        assert at.counted == "8 of 10"
        await at.find("kilogram")
        shown = counts(at)[0]
        assert 0 < shown < 35
        assert at.counted == f"1 of {shown}"
        assert at.counted in at.lines[0]
        await at.press("escape")
        assert (at.typed, counts(at)) == ("", WHOLE)
        assert at.counted == "8 of 10", "the view and the record of before the query"


@pytest.mark.slow
@driven
async def test_the_first_letter_turns_to_hits_of_every_kind_from_any_view() -> None:
    async with explorer() as at:
        for view in "0123456":
            await at.press(view)
            await at.find("kibble")
            assert (at.main.view, at.picked) == ("all", "kibble")
            await at.press("escape")
            assert at.main.view == SCREEN_VIEWS[int(view)]


@driven
async def test_tab_narrows_to_the_views_with_hits_and_round_to_all_and_keeps_the_query() -> None:
    async with explorer() as at:
        await at.find("kibble")
        for view in ("actors", "sources", "all"):
            await at.press("tab")
            assert (at.main.view, at.typed, at.place) == (view, "kibble", "search")
        await at.press("shift+tab")
        assert at.main.view == "sources"
        await at.type(" ")
        assert at.main.view == "sources", "a query that goes on stays narrowed"


@pytest.mark.counts_lines
@driven
async def test_a_view_without_hits_gives_way_to_all_and_is_not_gone_to() -> None:
    async with explorer() as at:
        await at.find("japan")
        await at.press("tab")
        assert at.main.view == "timeline"
        await at.press("ctrl+u")
        await at.type("kibble")
        assert (at.main.view, at.picked) == ("all", "kibble")
        await at.press("enter", "3")
        assert at.main.view == "all"
        assert "Nothing in Agreements" in at.bar_text("footer")


@driven
async def test_arrows_and_pages_move_the_pick_while_typing_and_digits_and_letters_are_typed() -> None:
    async with explorer() as at:
        await at.find("metre")
        listed = [at.main.base.record(n).record.id for n in at.records.model.numbers]
        for key, place in (("down", 1), ("ctrl+n", 2), ("up", 1), ("ctrl+p", 0), ("pagedown", 0)):
            before = at.picked
            await at.press(key)
            assert at.picked == listed[place] if key != "pagedown" else at.picked != before
        await at.type("1")
        assert (at.typed, at.place) == ("metre1", "search")


@driven
async def test_a_pick_stays_where_the_query_is_narrowed_to_its_view_and_back() -> None:
    async with explorer() as at:
        await at.find("metre")
        while at.main.base.view(at.main.row.n if at.main.row else 0) != "timeline":
            await at.press("down")
        picked = at.picked
        await at.press("enter", "1")
        assert (at.main.view, at.picked) == ("timeline", picked)
        await at.press("0")
        assert (at.main.view, at.picked) == ("all", picked)


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
        await at.find("kible")
        assert marked(at)[:1] == ["Kibble"]
        assert at.note.startswith("kible ~ Kibble")


@driven
async def test_nothing_is_marked_where_nothing_is_searched() -> None:
    async with explorer() as at:
        assert marked(at) == []


@driven
async def test_statements_take_one_row_where_not_all_hits_have_room_also_after_a_query_without_hits() -> None:
    async with explorer(CORPUS) as at:
        await at.find("tokyo sumi")
        assert at.picked == ""
        await at.type("t")
        rows = at.lines[2 : 2 + at.records.size.height]
        assert len(rows) == 7 < int(at.counted.removeprefix("1 of "))
        assert any(row[2] == "“" and row.rstrip().endswith("…") for row in rows)
        assert all(row[2] in "●○◎◌@§“#≠¶▤" for row in rows)


@driven
async def test_an_unknown_field_keeps_the_last_good_result_and_names_its_column() -> None:
    async with explorer(size=(120, 36)) as at:
        await at.press("2")
        await at.find("kibble")
        good = counts(at), at.picked, at.shown(at.records)
        await at.paste(" foo:bar")
        assert at.typed == "kibble foo:bar"
        assert at.note.startswith("column 8: there is no field foo")
        assert "did you mean from: ?" in at.note
        assert "· below: kibble" in at.note
        assert (counts(at), at.picked, at.shown(at.records)) == good
        await at.press(*["backspace"] * 8)
        assert "column" not in at.text
        assert (counts(at), at.picked) == good[:2]


@driven
async def test_a_date_that_is_none_is_an_error_with_its_column() -> None:
    async with explorer(size=(120, 36)) as at:
        await at.press("slash")
        await at.paste("from:20 ")
        await at.type("kibble")
        assert "column 6:" in at.note
        assert counts(at) == WHOLE
        await at.press("ctrl+u")
        await at.paste("from:2018")
        assert "column" not in at.note
        assert 0 < counts(at)[1] < 10


@driven
async def test_a_kind_that_is_none_is_an_error_with_its_column() -> None:
    async with explorer(size=(120, 36)) as at:
        await at.press("slash")
        await at.paste("kind:zebra")
        assert at.note.startswith("column 6: there is no kind zebra")
        assert counts(at) == WHOLE


@pytest.mark.parametrize("width", [40, 80, 200])
def test_an_error_is_said_whole_at_every_width(width: int) -> None:
    @driven
    async def err() -> None:
        async with explorer(size=(width, 24)) as at:
            await at.find("kibble foo:bar")
            said = " ".join(at.text.split())
            assert "column 8: there is no field foo" in said
            assert "did you mean from: ?" in said

    err()


@driven
async def test_where_nothing_is_found_the_nearest_stands_apart_and_nothing_is_picked_until_a_key_picks_it() -> None:
    async with explorer() as at:
        await at.find("delambre zzzz")
        assert "Read: 33 facts, 2 articles, 27 sentences." in at.shown(at.records)[0]
        assert "zzzz is in none of them." in at.shown(at.records)[1]
        assert "nearest, not all words" in at.text
        assert (at.picked, at.counted) == ("", "0 of 33")
        assert not at.reader.region
        assert "a nearest fact" in at.bar_text("footer")
        await at.press("down")
        assert (at.picked, at.place) == ("delambre", "search")
        assert at.reader.region
        await at.press("escape")
        assert (at.typed, at.main.view, at.picked) == ("", "timeline", "vote")


@driven
async def test_enter_stays_in_the_line_where_there_is_nothing_to_read() -> None:
    async with explorer() as at:
        await at.find("zzzzqqq")
        await at.press("enter")
        assert (at.place, at.typed) == ("search", "zzzzqqq")
        assert "Nothing to read" in at.bar_text("footer")
        await at.type("t")
        assert (at.overlay, at.typed) == ("", "zzzzqqqt")


@pytest.mark.counts_lines
@driven
async def test_keys_that_act_on_a_fact_do_nothing_where_none_is_picked() -> None:
    async with explorer(query="zzzzqqq") as at:
        assert at.place == "pane"
        assert at.bar_text("footer").split() == "/ search esc drop 0-6 view ? help".split()
        for key in ("j", "G", "pagedown", "n", "J", "enter", "f", "m", "c", "y", "Y", "z"):
            await at.press(key)
        assert (at.place, at.overlay, at.picked) == ("pane", "", "")


@driven
async def test_a_query_given_at_the_start_is_searched_at_once() -> None:
    async with explorer(query="kibble") as at:
        assert (at.typed, at.picked, at.place) == ("kibble", "kibble", "pane")
        assert counts(at) == [2, 0, 1, 0, 0, 0, 1]


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
        assert (at.typed, at.main.view, at.overlay, at.place) == ("q1?n[/x]'", "all", "", "search")
        assert "q1?n[/x]'" in at.lines[0]


@driven
async def test_ctrl_u_clears_what_was_typed() -> None:
    async with explorer() as at:
        await at.find("kibble")
        await at.press("ctrl+u")
        assert (at.typed, counts(at), at.place) == ("", WHOLE, "search")


@driven
async def test_enter_reads_the_answer_and_esc_steps_back_to_where_one_was() -> None:
    async with explorer() as at:
        await at.find("kilogram")
        await at.press("enter")
        assert (at.place, at.typed) == ("reader", "kilogram")
        await at.press("escape")
        assert (at.place, at.typed) == ("pane", "kilogram")
        await at.press("escape")
        assert (at.place, at.typed, at.main.view, at.picked) == ("pane", "", "timeline", "vote")


@driven
async def test_esc_while_typing_restores_view_pick_scroll_and_focus() -> None:
    async with explorer() as at:
        await at.press("4", "G", "enter")
        before = (at.main.view, at.picked, at.place, at.records.scroll_offset.y)
        await at.press("slash", "slash")
        await at.type("kibble")
        assert (at.main.view, at.place) == ("all", "search")
        await at.press("escape")
        assert (at.main.view, at.picked, at.place, at.records.scroll_offset.y) == before


@driven
async def test_esc_in_the_line_brings_back_the_query_of_before_and_esc_in_the_list_the_place_before_any() -> None:
    async with explorer() as at:
        await at.find("kilogram")
        await at.press("enter", "escape", "down")
        before = (at.main.view, at.typed, at.picked, at.place)
        await at.find("kibble")
        await at.press("escape")
        assert (at.main.view, at.typed, at.picked, at.place) == before
        await at.press("escape")
        assert (at.main.view, at.typed, at.picked) == ("timeline", "", "vote")


@pytest.mark.counts_lines
@driven
async def test_esc_in_the_list_goes_back_along_a_followed_link() -> None:
    async with explorer(size=(120, 36)) as at:
        await at.press("tab", "j", "enter")
        assert at.picked != "vote"
        await at.press("escape", "escape")
        assert (at.main.view, at.picked) == ("timeline", "vote")


@driven
async def test_esc_in_the_list_goes_back_to_before_the_first_link_at_once() -> None:
    async with explorer(size=(120, 36)) as at:
        await at.press("tab", "j", "enter", "j", "enter", "j", "enter")
        assert len(at.main.way._trail) == 3
        await at.press("escape", "escape")
        assert (at.main.view, at.picked, at.main.way._trail) == ("timeline", "vote", [])


@driven
async def test_a_query_that_esc_dropped_is_not_brought_back_by_a_link_followed_in_it() -> None:
    async with explorer(size=(120, 36)) as at:
        await at.find("kibble")
        await at.press("enter", "shift+tab", "j", "enter")
        assert at.main.way.followed
        await at.press(*["escape"] * 5)
        assert (at.place, at.typed) == ("pane", "")
        await at.press("escape")
        assert (at.place, at.typed) == ("pane", "")


@driven
async def test_enter_mends_the_field_that_is_none() -> None:
    async with explorer() as at:
        await at.find("knd:person")
        await at.press("enter")
        assert (at.typed, at.place) == ("kind:person", "search")


@pytest.mark.parametrize("typed", [":", "kibble :"])
def test_a_colon_alone_lists_every_field(typed: str) -> None:
    @driven
    async def ask() -> None:
        async with explorer() as at:
            await at.find(typed)
            assert "kind:" in at.shown(at.records)[0]

    ask()


@driven
async def test_a_colon_lists_the_fields_and_tab_takes_one() -> None:
    async with explorer() as at:
        await at.find("kibble :k")
        assert counts(at)[0] == 2, "what asks for a field is no part of the query"
        assert "kind:" in at.shown(at.records)[0]
        await at.press("tab")
        assert (at.typed, at.place) == ("kibble kind:", "search")


@pytest.mark.counts_lines
@driven
async def test_a_question_mark_on_an_empty_line_opens_the_help_and_is_typed_after_a_word() -> None:
    async with explorer() as at:
        await at.press("slash", "question_mark")
        assert (at.overlay, at.typed) == ("Sheet", "")
        await at.press("escape")
        await at.type("who?")
        assert (at.overlay, at.typed) == ("", "who?")


@driven
async def test_fast_typing_ends_with_the_answer_to_the_whole_query() -> None:
    async with explorer() as at:
        await at.press("slash", *"delambre", "enter", "escape", "G")
        assert at.picked == at.main.base.record(at.records.model.numbers[-1]).record.id != "delambre"


@pytest.mark.slow
@driven
async def test_what_is_typed_replaces_the_search_before_and_right_goes_on_with_it() -> None:
    async with explorer() as at:
        await at.find("kibble")
        await at.press("enter", "escape")
        await at.find("metre")
        assert at.typed == "metre"
        await at.press("enter", "escape", "slash", "right")
        await at.type(" 1960")
        assert at.typed == "metre 1960"


@pytest.mark.slow
@driven
async def test_a_letter_that_picks_the_same_fact_draws_neither_it_nor_its_proof_again() -> None:
    async with explorer() as at:
        await at.find("kibbl")
        with patch.object(at.detail, "draw") as sheet, patch.object(at.reader, "draw") as proof:
            await at.type("e")
            assert (at.picked, sheet.called, proof.called) == ("kibble", False, False)
        await at.press("enter", "escape")
        with patch.object(at.detail, "draw", wraps=at.detail.draw) as sheet:
            await at.find("delambre")
            assert (at.picked, sheet.called) == ("delambre", True)


@driven
async def test_a_paste_of_many_lines_is_taken_whole_as_one() -> None:
    async with explorer() as at:
        await at.press("slash")
        await at.paste("Bryan\nKibble\n")
        await at.settle()
        assert (at.typed, at.picked) == ("Bryan Kibble", "kibble")


@pytest.mark.counts_lines
@driven
async def test_what_is_typed_after_the_terminal_was_too_small_goes_on_with_the_line() -> None:
    async with explorer() as at:
        await at.find("kib")
        await at.resize(19, 5)
        await at.resize(80, 24)
        await at.type("ble")
        assert at.typed == "kibble"


@driven
async def test_a_paste_of_many_lines_is_taken_as_one_and_that_is_said() -> None:
    async with explorer() as at:
        await at.press("slash")
        await at.paste("\n\nInternational\r\n\nBureau\n")
        assert at.typed == "International Bureau"
        assert "2 lines pasted as one" in at.text


@driven
async def test_a_paste_of_one_line_says_nothing() -> None:
    async with explorer() as at:
        await at.press("slash")
        await at.paste("\n\nInternational\n")
        assert at.typed == "International"
        assert "pasted" not in at.text


@pytest.mark.counts_lines
@driven
async def test_of_a_paste_that_does_not_fit_the_beginning_is_taken_and_that_is_said() -> None:
    async with explorer() as at:
        await at.press("slash", "k", "i", "b")
        await at.paste("x" * 3000)
        assert at.typed == "kib" + "x" * 997
        assert "Only the first 997 of 3,000 characters fit" in at.text


# --- a date that is being typed ---


@driven
async def test_while_a_date_is_typed_nothing_is_wrong_and_the_list_stays() -> None:
    async with explorer() as at:
        await at.find("kibble KNOWN:")
        listed = counts(at)
        for letter in "2017":
            assert (counts(at), "column" in at.text) == (listed, False)
            await at.type(letter)
        assert counts(at) != listed
        await at.type("-1")
        assert "column" not in at.text


@driven
async def test_what_is_no_date_is_told_once_it_is_to_be_searched_for() -> None:
    async with explorer() as at:
        await at.find("kibble known:201")
        assert "column" not in at.text
        await at.press("enter")
        assert at.note.startswith("column 14: 201 is not a date")
        await at.type("7")
        assert "column" not in at.text
        await at.press("slash", "ctrl+u")
        await at.paste("kibble known:soon")
        assert at.note.startswith("column 14: soon is not a date")
