"""The explorer as a whole: its views, its ways out, its sizes, and fact files of any content."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.color import Color
from textual.events import Resize
from textual.geometry import Size

from eujdef_tui.present.views import SCREEN_VIEWS
from eujdef_tui.store import SHIPPED, VIEWS
from eujdef_tui.tui.key_bindings import KEYS
from eujdef_tui.tui.themes import DARK, LIGHT
from tests.helpers.explorer import Driver, driven, explorer

pytestmark = pytest.mark.slow  # the whole explorer is driven

FIRST = {  # what each view opens at: the timeline at the last event before today, the others at their top
    "timeline": "vote",
    "actors": "delambre",
    "agreements": "metre-convention",
    "statements": "which-changed",
    "tensions": "age-of-the-cylinder",
    "sources": "metre-article",
}


def view_of(at: Driver) -> str:
    """The view that is shown, as the tab on the ground of the focus names it."""
    here = at.main.role_style("text here").bgcolor
    (tab,) = [
        word
        for line in [next(at.styled(at.main.query_one("#tabs")))]
        for word in "".join(char if style.bgcolor == here else "\n" for char, style in line).split("\n")
        if word.strip()
    ]
    return tab.split()[1].lower()


@driven
async def test_each_view_has_a_number_and_opens_where_it_should() -> None:
    async with explorer() as at:
        for nth, (view, first) in enumerate(FIRST.items(), 1):
            await at.press(str(nth))
            assert (view_of(at), at.picked, at.place) == (view, first, "pane")
            assert at.counted.endswith(f" of {len(at.main.base.span(view))}")
            assert at.counted in at.lines[0]


@driven
async def test_brackets_turn_the_views_round_both_ways() -> None:
    async with explorer() as at:
        names = list(SCREEN_VIEWS)
        for view in [*names[2:], *names[:2]]:
            await at.press("right_square_bracket")
            assert view_of(at) == view
        for view in [names[0], *reversed(names)]:
            await at.press("left_square_bracket")
            assert view_of(at) == view


@driven
async def test_a_view_keeps_what_was_picked_in_it() -> None:
    async with explorer() as at:
        await at.press("k", "k", "2", "j", "1")
        assert at.picked == "light"
        await at.press("2")
        assert at.picked == "kibble"


@driven
async def test_keys_move_the_cursor_by_records_and_to_the_ends() -> None:
    async with explorer() as at:
        events = [at.main.base.record(n).record.id for n in at.main.base.span("timeline")]
        await at.press("g")
        place = 0
        moves = {"j": 1, "down": 1, "up": -1, "k": -1, "end": 99, "home": -99, "G": 99, "g": -99}
        for key, by in moves.items():
            await at.press(key)
            place = min(max(place + by, 0), len(events) - 1)
            assert at.picked == events[place], key
            assert sum(line.startswith("▌") for line in at.shown(at.records)) == 1


@pytest.mark.parametrize("size", [(80, 24), (40, 8)])
@pytest.mark.parametrize(("down", "up"), [("pagedown", "pageup"), ("space", "pageup"), ("ctrl+d", "ctrl+u")])
def test_pages_pass_over_no_record_unseen_and_reach_both_ends(size: tuple[int, int], down: str, up: str) -> None:
    @driven
    async def page() -> None:
        async with explorer(size=size) as at:
            for start, key, end in [("g", down, "bureau-created"), ("G", up, "survey")]:
                await at.press(start)
                seen = {item for item, _ in at.records.in_sight}
                for _ in at.records.model.numbers:
                    await at.press(key)
                    seen |= {item for item, _ in at.records.in_sight}
                assert at.picked == end
                assert seen >= {at.records.model.index(n) for n in at.records.model.numbers}

    page()


@driven
async def test_a_record_under_a_heading_is_shown_with_it() -> None:
    async with explorer() as at:
        await at.press("2", "G", "g")
        assert [line.strip() for line in at.shown(at.records)[:1]] == ["Person"]


@driven
async def test_esc_steps_one_level_out_and_never_quits() -> None:
    async with explorer() as at:
        await at.find("kilogram")
        await at.press("enter", "question_mark")
        seen = []
        for _ in range(6):
            seen.append((at.overlay, at.place, at.typed))
            await at.press("escape")
        assert seen[:4] == [
            ("Sheet", "reader", "kilogram"),
            ("", "reader", "kilogram"),
            ("", "pane", "kilogram"),
            ("", "pane", ""),
        ], "the query is dropped last, and the view of before it is back"
        assert set(seen[3:]) == {("", "pane", "")}
        assert at.app.is_running
        assert (at.main.view, at.picked) == ("timeline", "vote")


@driven
async def test_q_quits() -> None:
    async with explorer() as at:
        await at.press("q")
        assert at.app.return_code == 0
        assert not at.app.is_running


@driven
async def test_the_focus_goes_round_the_panes_and_has_one_signal() -> None:
    async with explorer() as at:
        for key, places in [("tab", ["detail", "reader", "pane"]), ("shift+tab", ["reader", "detail", "pane"])]:
            for place in places:
                await at.press(key)
                assert at.place == place
                assert at.lit_rules == ["tabs" if place == "pane" else f"{place}-rule"]


@driven
async def test_on_a_small_screen_enter_shows_the_reader_alone_and_tab_from_it_the_sheet() -> None:
    async with explorer(size=(40, 12)) as at:
        for key, place, alone in (("enter", "reader", True), ("tab", "detail", True), ("tab", "pane", False)):
            await at.press(key)
            assert at.place == place
            assert bool(at.records.region) != alone
            assert bool(at.reader.region) == (place != "detail")


@driven
async def test_the_search_line_says_what_can_be_typed_what_the_file_is_and_how_much_there_is() -> None:
    async with explorer(size=(120, 36), start="") as at:
        said = "/ a name, a word, a date, a question The metre and the kilogram · 33 facts"
        assert at.lines[0].split() == said.split()


@driven
async def test_the_explorer_wears_its_own_themes() -> None:
    async with explorer() as at:
        for theme in (DARK, LIGHT):
            at.app.theme = theme.name
            await at.pilot.pause()
            assert theme.background is not None
            assert at.main.styles.background.rgb == Color.parse(theme.background).rgb
            (style, *_) = [style for char, style in next(at.styled(at.main.query_one("#tabs"))) if char == "T"]
            assert style.bgcolor is not None
            near = zip(style.bgcolor.get_truecolor(), Color.parse(theme.primary).rgb, strict=True)
            assert all(abs(a - b) <= 1 for a, b in near)


@driven
async def test_a_sheet_picked_while_the_terminal_was_small_has_its_labels_beside_its_lines_again() -> None:
    async with explorer(size=(80, 24)) as at:
        await at.press("down")
        sheet = at.detail.line_count(), at.line(" when ")
        await at.press("up")
        await at.resize(40, 12)
        await at.press("down")
        await at.resize(80, 24)
        assert (at.detail.line_count(), at.line(" when ")) == sheet


@driven
async def test_a_smaller_and_a_larger_terminal_keep_the_picked_fact() -> None:
    async with explorer(size=(120, 36)) as at:
        await at.press("k", "k")
        picked = at.picked
        assert "┬─ Measures" in at.line("─ ● The metre is defined by light ─")
        await at.resize(80, 24)
        assert "Measures" not in at.line("─ ● The metre is defined by light ─")
        await at.resize(40, 12)
        assert "─ ● The metre is defined" not in at.text
        assert "▌1983 or later   ● The metre is…" in at.text
        assert "─ Measures" in at.text, "the list and its proof share the screen"
        await at.press("enter")
        assert "─ Measures" in at.text
        assert at.lit_rules == ["reader-rule"]
        assert "● The metre is" not in at.text
        await at.resize(19, 5)
        assert at.text.split() == "Needs 20×6 or more".split()
        await at.resize(80, 24)
        assert at.picked == picked
        assert "▌1983 or later " in at.text
        assert "─ Measures" in at.text
        assert at.lit_rules == ["reader-rule"]


@pytest.mark.parametrize("size", [(19, 24), (80, 5), (1, 1), (20, 5), (19, 6), (10, 3)])
def test_a_terminal_too_small_says_so_and_nothing_else(size: tuple[int, int]) -> None:
    @driven
    async def shrink() -> None:
        async with explorer(size=size) as at:
            said = "".join(at.lines)
            assert said == "Needs 20×6 or more"[: size[0]].rstrip()
            await at.press("j", "question_mark", "tab", "enter")
            assert "".join(at.lines) == said
            await at.press("escape", "escape")
            await at.find("foo:bar")
            assert at.typed == "foo:bar"
            assert "".join(at.lines) == said

    shrink()


@pytest.mark.parametrize("place", ["detail", "reader", "search"])
def test_the_focus_is_where_it_was_after_the_terminal_was_too_small(place: str) -> None:
    @driven
    async def shrink() -> None:
        async with explorer() as at:
            await at.press({"detail": "tab", "reader": "enter", "search": "slash"}[place])
            await at.resize(19, 5)
            await at.resize(40, 12)
            assert at.place == place
            assert at.main.focused is not None
            if place != "search":
                assert at.lit_rules == ["tabs" if place == "pane" else f"{place}-rule"]

    shrink()


@pytest.mark.parametrize("key", ["question_mark", "c", "y", "t"])
def test_what_stands_over_the_screen_is_back_once_the_terminal_is_no_longer_too_small(key: str) -> None:
    @driven
    async def shrink() -> None:
        async with explorer() as at:
            await at.press(key)
            before = at.lines
            await at.resize(19, 5)
            assert at.text.split() == "Needs 20×6 or more".split()
            await at.resize(80, 24)
            assert at.lines == before
            await at.press("escape")
            assert (at.overlay, at.place) == ("", "pane")

    shrink()


@pytest.mark.parametrize("over", [(), ("question_mark",), ("ctrl+p",)], ids=["list", "help", "palette"])
def test_a_size_that_the_terminal_has_no_longer_changes_nothing(over: tuple[str, ...]) -> None:
    @driven
    async def stale() -> None:
        async with explorer() as at:
            await at.press(*over)
            before = at.lines
            old = Size(40, 12)
            for screen in at.app.screen_stack:
                screen.post_message(Resize(old, old))
            await at.pilot.pause()
            assert at.lines == before

    stale()


@pytest.mark.counts_lines
@driven
async def test_the_help_is_wrapped_anew_for_another_width() -> None:
    async with explorer(size=(120, 36)) as at:
        does = next(key.does for key in KEYS if key.keys == "slash")
        await at.press("question_mark", "tab")
        for size in ((120, 36), (60, 24)):
            await at.resize(*size)
            await at.press("g")
            text = " ".join(line[19:] for line in at.shown(at.app.screen.query_one("#sheet")))
            assert does in " ".join(text.split())


@pytest.mark.parametrize("size", [(20, 6), (40, 12), (59, 15), (60, 16), (80, 24), (99, 30), (100, 30), (200, 60)])
def test_every_line_fits_every_size_with_a_footer_that_ends_in_help(size: tuple[int, int]) -> None:
    @driven
    async def draw() -> None:
        async with explorer(size=size) as at:
            for view in "12345":
                await at.press(view, "G")
                assert len(at.lines) == size[1]
                assert at.bar_text("footer").endswith("? help")
                rows = [at.records.model.item(item) for item, _ in at.records.in_sight].count(at.records.picked)
                assert sum(line.startswith("▌") for line in at.lines) == rows == (2 if rows == 2 and view == "4" else 1)
            for key in ("tab", "tab"):
                await at.press(key)
                assert at.lit_rules == [f"{at.place}-rule"]

    draw()


MARKUP = """\
schema_version: "1"
title: "[bold]Not[/x] markup"
sources: [{id: s, type: article, title: "A [/x] day", container-title: "[red]Paper", file: a.txt}]
actors:
  - {id: a, kind: person, name: "[/] Ann [b]", summary: "[link=x]", evidence: [{source: s, quote: "[/x] she said"}]}
events:
  - {id: e, kind: talk, title: "Talk [/x] of [bold]bold[/bold]", status: happened, actors: [a], location: "[/nowhere]",
     evidence: [{source: s, quote: "Ships [/x] sailed [bold] north."}]}
"""


@pytest.fixture
def markup(tmp_path: Path) -> Path:
    """A fact file whose every text looks like markup."""
    (tmp_path / "a.txt").write_text("Ships [/x] sailed [bold] north.\n[/x] she said.\n", encoding="utf-8")
    path = tmp_path / "markup.yaml"
    path.write_text(MARKUP, encoding="utf-8")
    return path


@driven
async def test_text_that_looks_like_markup_is_shown_as_it_was_written(markup: Path) -> None:
    async with explorer(markup, size=(120, 36)) as at:
        for words in (
            "[bold]Not[/x] markup",
            "Talk [/x] of [bold]bold[/bold]",
            "[/] Ann [b]",
            "[/nowhere]",
            "Ships [/x] sailed [bold] north.",
            "─ [red]Paper",
        ):
            assert words in at.text
        await at.press("c")
        assert "“Ships [/x] sailed [bold] north.”" in at.text
        await at.press("escape", "m", "apostrophe")
        assert "Talk [/x] of [bold]bold[/bold]" in at.line("▌ ● Talk")
        await at.press("escape", "enter", "f")
        assert "Talk [/x] of [bold]bold[/bold]" in at.line("▌ ● Talk")
        await at.press("escape", "2", "Y")
        assert "[/] Ann [b]  [link=x]" in at.text
        await at.find("[/x]")
        assert " / [/x] " in at.text


@pytest.mark.counts_lines
@driven
async def test_a_view_of_a_fact_file_that_has_no_such_record_says_so(markup: Path) -> None:
    async with explorer(markup) as at:
        await at.press("3")
        assert "This fact file has no agreements." in at.text
        assert at.picked == ""
        await at.press("j", "enter", "y", "m", "c", "f", "n", "t")
        assert at.overlay == "Ask"


@pytest.mark.counts_lines
@driven
async def test_a_fact_file_without_a_single_fact_opens(tmp_path: Path) -> None:
    path = tmp_path / "bare.yaml"
    path.write_text('schema_version: "1"\ntitle: Bare\n', encoding="utf-8")
    async with explorer(path) as at:
        for view in VIEWS:
            assert f"This fact file has no {view}." in at.text
            await at.press("j", "enter", "right_square_bracket")
        await at.press("t", *"2024", "enter", "n", "G", "slash", "x")
        assert at.app.is_running


@driven
async def test_the_timeline_opens_at_today_with_what_is_to_come_in_sight() -> None:
    async with explorer(Path(SHIPPED), size=(80, 24), today="2026-11-30", start="") as at:
        await at.press("1")
        rows = at.lines
        today = next(nth for nth, row in enumerate(rows) if "┄ today" in row)
        assert rows[today - 1].startswith("▌")
        assert "2027" in rows[today + 1]
        top = rows[4]
        await at.press("k", "k")
        assert at.lines[4] == top  # a move scrolls no more than it must
