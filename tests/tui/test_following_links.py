"""Following: from a sentence to the facts that rest on it, from a fact to those it is tied to, and back."""

from __future__ import annotations

import pytest

from eujdef_tui.tui.widgets.line_view import LineView
from tests.helpers.explorer import Driver, driven, explorer

pytestmark = pytest.mark.slow  # the explorer walks through many records


def where(at: Driver) -> tuple[str, str, str]:
    """The view, the query and the record that the screen stands at."""
    return at.main.view, at.typed, at.picked


def underlined(at: Driver, *, marked: bool = False) -> str:
    """The words that are underlined on the sheet; those of the marked link are bold too."""
    lines = (
        "".join(char for char, style in line if style.underline and (style.bold or not marked))
        for line in at.styled(at.detail)
    )
    return " ".join(line.strip() for line in lines if line)


def link(at: Driver) -> str:
    """The words of the marked link."""
    return underlined(at, marked=True)


@pytest.mark.counts_lines
@driven
async def test_f_lists_the_facts_on_the_sentence_under_the_cursor_and_the_chosen_one_is_gone_to() -> None:
    async with explorer() as at:
        await at.press("enter", "f")
        assert at.overlay == "Choose"
        assert "─ Facts that rest on sentence 8 ─" in at.text
        assert "public body" in at.line("@ General Conference on Weights and Measures")
        await at.press("j", "enter")
        assert at.overlay == ""
        assert where(at) == ("actors", "", "general-conference")
        assert at.place == "reader"
        await at.press("backspace")
        assert where(at) == ("timeline", "", "vote")


@driven
async def test_every_fact_listed_for_a_sentence_has_its_quote_there() -> None:
    async with explorer() as at:
        base = at.main.base
        await at.press("enter", "g")
        source = base.number(at.reader.article.source) or 0
        for sentence, rests in enumerate(at.reader.article.fact_counts):
            await at.press("f")
            facts = base.citing_sentence(source, sentence)
            assert len(facts) == rests
            assert (at.overlay == "Choose") == bool(facts)
            if facts:
                assert at.app.screen.query_one("#choices", LineView).line_count() == rests
                assert at.line(f"─ Facts that rest on sentence {sentence + 1} ─")
                await at.press("escape")
            else:
                assert await at.shows("No fact rests on this sentence")
            await at.press("j")


@pytest.mark.counts_lines
@driven
async def test_enter_in_the_reader_lists_the_facts_too_and_a_number_chooses() -> None:
    async with explorer() as at:
        await at.press("enter", "enter", "3")
        assert where(at) == ("agreements", "", "kilogram-2019")


@pytest.mark.counts_lines
@pytest.mark.parametrize("key", ["escape", "q"])
def test_a_list_over_the_screen_is_left_without_going_anywhere(key: str) -> None:
    @driven
    async def leave() -> None:
        async with explorer() as at:
            await at.press("enter", "f", "j", key)
            assert (at.overlay, at.place, at.picked) == ("", "reader", "vote")
            await at.press("backspace")
            assert await at.shows("Nothing to go back to")

    leave()


@driven
async def test_links_on_the_sheet_are_marked_one_after_another_and_followed() -> None:
    async with explorer(size=(120, 36)) as at:
        assert underlined(at) == ""
        await at.press("tab")
        assert (at.place, link(at)) == ("detail", "")
        assert underlined(at).startswith("General Conference on Weights and Measures Definition of the kilogram")
        await at.press("j")
        assert link(at) == "General Conference on Weights and Measures"
        await at.press("j")
        assert link(at) == "Definition of the kilogram by the Planck constant"
        await at.press("k", "enter")
        assert where(at) == ("actors", "", "general-conference")
        assert (at.place, link(at)) == ("detail", "")
        while link(at) != "Definition of the kilogram by the Planck constant":
            await at.press("j")
        await at.press("enter")
        assert where(at) == ("agreements", "", "kilogram-2019")
        for back in [("actors", "", "general-conference"), ("timeline", "", "vote")]:
            await at.press("backspace")
            assert where(at) == back


@pytest.mark.counts_lines
@driven
async def test_enter_on_a_sheet_without_a_marked_link_marks_the_first() -> None:
    async with explorer(size=(120, 36)) as at:
        await at.press("tab", "enter")
        assert (at.picked, link(at)) == ("vote", "General Conference on Weights and Measures")
        await at.press("enter")
        assert at.picked == "general-conference"


# what the Metre Convention is tied to, in the order of its sheet
LINKS = "japan sweden norway kilogram-2019 signing japan-joins bureau-created members".split()


@driven
async def test_a_marked_link_that_is_out_of_sight_is_not_followed() -> None:
    async with explorer() as at:
        await at.press("6", "tab", "G", "j")
        marked = at.detail.link
        await at.press("g", "enter")
        assert (at.picked, link(at)) == ("metre-article", "")
        for _ in range(at.detail.line_count()):
            if link(at):
                break
            await at.press("enter")
        assert at.detail.link != marked
        await at.press("enter")
        assert at.picked == "survey"


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (30, 9)])
def test_every_link_of_a_long_sheet_is_reached_and_in_sight_when_marked(size: tuple[int, int]) -> None:
    @driven
    async def walk() -> None:
        async with explorer(size=size) as at:
            await at.press("3", *(["tab"] if size == (80, 24) else ["enter", "tab"]))  # narrow: the sheet comes last
            assert (at.picked, at.place) == ("metre-convention", "detail")
            for key, wanted in [("j", LINKS), ("k", LINKS[-2::-1])]:
                reached: list[str] = []
                begun = at.detail.link
                for _ in range(at.detail.line_count()):
                    await at.press(key)
                    marked = at.detail.link
                    found = at.main.base.record(marked).record.id if marked not in (0, begun) else ""
                    if found and found not in reached:
                        assert link(at) != ""
                        reached.append(found)
                    if reached == wanted:
                        break
                assert reached == wanted

    walk()


@pytest.mark.counts_lines
@driven
async def test_the_whole_of_a_sheet_can_be_read() -> None:
    async with explorer() as at:
        await at.press("2", "tab")
        seen = set(at.shown(at.detail))
        for _ in range(at.detail.line_count()):
            await at.press("j")
            seen |= set(at.shown(at.detail))
        assert len(seen) >= len({line for line in seen if line.strip()}) >= at.detail.line_count() - 1
        await at.press("G")
        last = at.shown(at.detail)[-1]
        await at.press("g")
        assert at.shown(at.detail)[0].strip().startswith("who ")
        await at.press("pagedown", "pagedown")
        assert at.shown(at.detail)[-1] == last


@driven
async def test_what_of_a_sheet_is_out_of_sight_below_is_counted() -> None:
    async with explorer() as at:
        await at.press("6", "tab")
        below = at.detail.line_count() - at.detail.size.height
        assert f" ↓ {below} more " in at.bar_text("detail-rule")
        await at.press("pagedown")
        assert f" ↓ {below - at.detail.size.height} more " in at.bar_text("detail-rule")
        await at.press("G")
        assert "more" not in at.bar_text("detail-rule")
        await at.press("g", "z")
        below = at.detail.line_count() - at.detail.size.height
        assert f" ↓ {below} more " in at.bar_text("detail-rule")
        await at.resize(80, 60)
        assert "more" not in at.bar_text("detail-rule")


@driven
async def test_after_a_page_the_next_link_marked_is_one_in_sight() -> None:
    async with explorer(size=(80, 24)) as at:
        await at.press("6", "tab", "G", "j")
        assert link(at) != ""
        await at.press("g")
        assert link(at) == ""
        for _ in range(at.detail.line_count()):
            await at.press("j")
            if link(at):
                break
        assert link(at) == "Survey of the meridian from Dunkirk to Barcelona"


@driven
async def test_a_fact_that_another_differs_from_leads_to_the_tension_and_it_to_both_sides() -> None:
    async with explorer(size=(120, 36)) as at:
        await at.find("prototype cast")
        await at.press("tab", "enter")
        assert at.picked == "cylinder-cast"
        assert at.line("▌1879            ● International prototype of the kilogram cast").endswith(" ≠")
        assert any("differs" in line and "≠" in line for line in at.shown(at.detail))
        await at.press("escape", "tab", *"jj", "enter")
        assert where(at) == ("tensions", "", "age-of-the-cylinder")
        sheet = " ".join(" ".join(at.shown(at.detail)).split())
        for words in (
            "count from the second.",
            "“was cast in 1879 and kept under glass at Sèvres”",
            "“a cylinder of the same alloy as that of the kilogram”",
        ):
            assert words in sheet
        sides = []
        for _ in range(2):
            await at.press("j")
            sides.append(at.main.base.record(at.detail.link).record.id)
        assert sides == ["cylinder-cast", "prototypes"]
        await at.press("n")
        assert (at.reader.article.source, at.picked) == ("metre-article", "age-of-the-cylinder")
        await at.press("backspace")
        assert where(at) == ("timeline", "prototype cast", "cylinder-cast")


@driven
async def test_following_out_of_a_search_leaves_it_and_backspace_restores_it() -> None:
    async with explorer() as at:
        await at.find("kilogram")
        await at.press("tab", "enter", "escape", "G")
        assert (where(at), at.counted) == (("timeline", "kilogram", "vote"), "4 of 4")
        await at.press("enter", "f", "2")
        assert where(at) == ("actors", "", "general-conference")
        assert at.counted.endswith(" of 10")
        await at.press("backspace")
        assert (where(at), at.counted) == (("timeline", "kilogram", "vote"), "4 of 4")


@driven
async def test_following_within_a_search_keeps_it() -> None:
    async with explorer(size=(120, 36)) as at:
        await at.find("japan")
        await at.press("tab", "enter", "escape", "tab", "j", "enter")
        assert where(at) == ("actors", "japan", "japan")
        await at.press("backspace")
        assert where(at) == ("timeline", "japan", "japan-joins")


@driven
async def test_a_query_in_error_comes_back_with_its_last_good_result_and_its_error() -> None:
    async with explorer(size=(120, 36)) as at:
        await at.find("survey")
        await at.paste(" foo:")
        good = where(at), at.shown(at.records)
        at.main.focus_pane("detail")  # as a click does
        await at.press("j", "enter")
        assert where(at)[1:] == ("", "delambre")
        assert "column" not in at.text
        await at.press("backspace")
        assert (where(at), at.shown(at.records)) == (good[0], at.shown(at.records))
        assert at.note.startswith("column 8: there is no field foo:; did you mean from: ?")
        await at.press("escape", "escape")
        assert "column" not in at.text


@driven
async def test_backspace_says_when_there_is_nothing_to_go_back_to() -> None:
    async with explorer() as at:
        await at.press("backspace")
        assert await at.shows("Nothing to go back to: follow")
        assert where(at) == ("timeline", "", "vote")


@driven
async def test_an_agreement_shows_its_steps_as_a_track_with_where_it_stands() -> None:
    async with explorer(size=(120, 36)) as at:
        await at.find("planck")
        await at.press("enter", "3")
        await at.pilot.pause()
        assert at.picked == "kilogram-2019"
        sheet = [line.strip().replace("\xa0", " ") for line in at.shown(at.detail)]
        assert sheet[:4] == [
            "Definition of the kilogram by the",
            "Planck constant",
            "track     ● adopted 16 Nov 2018 ──",
            "● entry into force 20 May 2019",
        ]
        assert "today" not in " ".join(sheet)


@driven
async def test_the_track_has_today_in_its_place() -> None:
    async with explorer(size=(120, 36), today="2019-01-01") as at:
        await at.press("3", "j")
        assert at.picked == "kilogram-2019"
        sheet = [line.strip().replace("\xa0", " ") for line in at.shown(at.detail)]
        assert sheet[2:5] == [
            "track     ● adopted 16 Nov 2018 ──",
            "┆ today ┆ ──",
            "● entry into force 20 May 2019",
        ]
