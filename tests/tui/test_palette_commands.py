"""The palette lists saved searches, what the keys do, marks, exports and colours; each command does what it says.

What is typed finds a command by its title and by its verbs.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.command import CommandList
from textual.content import Content
from textual.widgets import Input

from eujdef_tui.tui.key_bindings import KEYS, Key
from eujdef_tui.tui.palette_commands import _literal, palette_commands
from eujdef_tui.tui.user_settings import UserSettings
from tests.helpers.explorer import Driver, driven, explorer

pytestmark = pytest.mark.slow  # the whole explorer is driven


def titles(at: Driver, searches: dict[str, str] | None = None, *, kiosk: bool = False) -> list[str]:
    found = palette_commands(at.main, searches or {}, at.app.search_themes, kiosk=kiosk)
    return [command.title for command in found]


def title_of(key: Key) -> str:
    return key.does[:1].upper() + key.does[1:]


@driven
async def test_saved_searches_stand_first_with_their_query_as_the_hint() -> None:
    async with explorer() as at:
        searches = {"To come": "is:coming", "The kilogram": "kilogram kind:event"}
        first, second, *_ = palette_commands(at.main, searches, at.app.search_themes, kiosk=False)
        assert (first.title, first.help) == ("Search: To come", "is:coming")
        assert (second.title, second.help) == ("Search: The kilogram", "kilogram kind:event")


@driven
async def test_every_key_but_those_that_move_has_a_command_and_no_title_stands_twice() -> None:
    async with explorer() as at:
        listed = titles(at)
        for key in KEYS:
            expected = key.group not in ("Move", "App") or key.name in ("quit", "changes", "reload")
            assert (title_of(key) in listed) is expected, key
        assert len(set(listed)) == len(listed)


@driven
async def test_a_shared_box_lists_no_command_that_writes_or_starts_anything() -> None:
    async with explorer() as at, explorer(kiosk=True) as shared:
        gone = set(titles(at)) - set(titles(shared, kiosk=True))
        refused = {title_of(key) for key in KEYS if key.name in ("edit", "open-source", "changes")}
        assert gone == refused | {"Check a text…", "Export what is listed", "Export what is marked"}


@pytest.mark.counts_lines
@driven
async def test_the_hint_of_a_command_is_the_key_in_force() -> None:
    async with explorer(settings=UserSettings()) as at:
        hints = {one.title: one.help for one in palette_commands(at.main, {}, at.app.search_themes, kiosk=False)}
        assert hints["Actors"] == "key 2"
        assert (hints["Help"], hints["Quit"]) == ("key ? · keys", "key q")


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("verify", "Check a text…"),
        ("check", "Check a text…"),
        ("diff", "What changed since the facts were looked at last"),
        ("changes", "What changed since the facts were looked at last"),
        ("cite", "Copy the fact with its citation: choose the form"),
        ("reload", "Read the fact file anew once it has changed; the place stays"),
        ("undo", "Undo the last change of marks"),
        ("show", "Read the fact; follow the link; list the facts on the sentence"),
    ],
)
def test_a_verb_of_the_command_line_or_of_linear_mode_finds_its_command_first(typed: str, title: str) -> None:
    @driven
    async def finds() -> None:
        async with explorer() as at:
            await at.press("ctrl+p", *typed)
            assert await at.shows(title)
            assert title in at.lines[3]  # below the line that is typed

    finds()


@driven
async def test_a_paste_of_several_lines_into_the_palette_is_one_line() -> None:
    async with explorer() as at:
        await at.press("ctrl+p")
        await at.paste("Take all\nmarks off\n")
        await at.settle()
        assert await at.shows("Take all marks off")
        assert "Take all marks off" in at.lines[2]


@pytest.mark.counts_lines
@pytest.mark.parametrize("late", [0, 1, 3])
def test_what_its_widgets_tell_as_the_palette_closes_is_left_alone(late: int) -> None:
    @driven
    async def look() -> None:
        async with explorer() as at:
            await at.press("ctrl+p", "h")
            palette = at.app.screen
            line, options = palette.query_one(Input), palette.query_one(CommandList)
            told = [
                Input.Changed(line, "x"),
                Input.Submitted(line, "x"),
                CommandList.OptionSelected(options, options.options[0], 0),
            ]
            closing = at.app.pop_screen()
            for _ in range(late):
                await asyncio.sleep(0)
            for message in told:
                palette.post_message(message)
            await closing
            await at.settle()
            assert (at.overlay, at.app._exception) == ("", None)

    look()


@pytest.mark.counts_lines
@driven
async def test_the_palette_is_filled_with_the_key_and_says_where_nothing_is_found() -> None:
    async with explorer() as at:
        await at.press("ctrl+p")
        assert at.line("Check a text…")
        await at.press(*"zzz")
        assert at.line("No matches found")
        assert not at.app.screen.workers._workers
        await at.press("ctrl+u")
        assert at.line("Check a text…")
        assert "No matches" not in at.text


@driven
async def test_a_verb_that_finds_a_command_stands_beside_it_where_its_title_has_it_not() -> None:
    async with explorer() as at:
        hints = {one.title: one.help for one in at.app.commands()}
        assert hints["What changed since the facts were looked at last"] == "key d · diff · changes"
        assert hints["Check a text…"] == "each sentence against the facts · verify"
        assert hints["Quit"] == "key q"


@driven
async def test_quit_and_help_are_commands_too() -> None:
    async with explorer() as at:
        await at.press("ctrl+p", *"help", "enter")
        assert at.overlay == "Sheet"
        await at.press("escape", "ctrl+p", *"quit", "enter")
        assert not at.app.is_running


@driven
async def test_a_search_that_cannot_be_read_is_typed_and_says_what_is_wrong() -> None:
    async with explorer(settings=UserSettings(searches={"Broken": "is:soon"})) as at:
        await at.press("ctrl+p", *"broken", "enter")
        assert at.typed == "is:soon"
        assert await at.shows("column 4: is: does not know soon")


@driven
async def test_a_search_with_brackets_and_hidden_characters_is_shown_as_text() -> None:
    hostile = {"[/x] [bold]red": "kible", "[link=x]": "metre [/]"}
    async with explorer(settings=UserSettings(searches=hostile)) as at:
        await at.press("ctrl+p", *"search")
        assert await at.shows("Search: [/x] [bold]red")
        await at.press("enter")
        assert at.overlay == ""
        assert at.typed in hostile.values()


@given(st.text("[]/\\\\ab =#@$'\"", max_size=12))
def test_any_text_is_shown_by_the_palette_as_it_is(text: str) -> None:
    shown = Content.from_markup(_literal(text))  # as the palette does
    assert (shown.plain, shown.spans) == (text, [])


@pytest.mark.counts_lines
@driven
async def test_a_search_asked_from_the_article_ends_the_zoom_and_esc_leads_back() -> None:
    async with explorer(settings=UserSettings(searches={"Kibble": "kible"})) as at:
        await at.press("enter", "z")
        view, picked = at.main.view, at.picked
        await at.press("ctrl+p", *"search: kibble", "enter")
        assert (at.typed, at.place, at.main.panes.zoom, at.main.view) == ("kible", "pane", "", "all")
        await at.press("escape")
        assert (at.typed, at.main.view, at.picked, at.place) == ("", view, picked, "reader")


@pytest.mark.counts_lines
@driven
async def test_a_theme_chosen_against_the_settings_file_says_what_the_next_start_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config.toml"
    config.write_text('theme = "dark"\n', encoding="utf-8")
    monkeypatch.setenv("EUJDEF_CONFIG", str(config))
    async with explorer(state=tmp_path / "state", size=(200, 60)) as at:
        for nth, said in ((1, f"For now: the next start has dark again, by {config}:1"), (0, "")):
            at.app.search_themes()
            await at.settle()
            await at.press("g", *["j"] * nth, "enter")
            assert at.main.frame.message == said
    assert (tmp_path / "state" / "theme").read_text("ascii") == "dark\n"


@driven
async def test_a_text_is_asked_for_and_checked_and_what_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "talk.md").write_text("Seventeen states signed the Metre Convention.\n", encoding="utf-8")
    async with explorer() as at:
        at.main.action_check_text()
        await at.settle()
        assert at.line("Check a text")
        await at.press(*str(tmp_path / "none.md"), "enter")
        assert at.line("There is no file")
        await at.press("ctrl+u", *str(tmp_path / "talk.md"), "enter")
        await at.settle()
        assert at.line("verify · ")


@driven
async def test_a_letter_that_is_no_key_says_how_to_search_and_a_key_does_not() -> None:
    async with explorer(start="") as at:
        await at.press("a")
        assert "a is no key here: / searches, ? lists the keys" in at.text.splitlines()[-1]
        await at.press("j")
        assert "no key" not in at.text
        await at.press("slash", "a")
        assert "no key" not in at.text
