"""The key table: every key in it is bound and does what it says, and so does every word of the footer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple
from unittest.mock import patch

import pytest
from textual.binding import Binding

from eujdef_tui.tui.app import Explorer
from eujdef_tui.tui.key_bindings import FOOTERS, KEYS, table, words_at
from eujdef_tui.tui.layout import footer
from eujdef_tui.tui.main_screen import MainScreen
from eujdef_tui.tui.overlays.help import help_lines
from tests.helpers.explorer import Driver, driven, explorer

pytestmark = pytest.mark.slow  # the whole explorer is driven

Look = Callable[[Driver], object]


class Pressed(NamedTuple):
    """Keys pressed before, where to look, and what is to be seen there once the key is pressed, not before."""

    before: Sequence[str]
    look: Look
    seen: object


def place(at: Driver) -> object:
    return at.place


def view(at: Driver) -> object:
    return at.main.view


def over(at: Driver) -> object:
    return at.overlay


def picked(at: Driver) -> object:
    return at.picked


def sentence(at: Driver) -> object:
    return at.bar_text("reader-rule").split("· ")[-1][:6]


def zoomed(at: Driver) -> object:
    return at.main.panes.zoom


def finding(at: Driver) -> object:
    return at.reader.find is not None


def typing_find(at: Driver) -> object:
    return at.reader.find is not None and at.reader.find.typing


def sought(at: Driver) -> object:
    return at.reader.find.typed if at.reader.find else None


def match(at: Driver) -> object:
    return at.reader.find.nth if at.reader.find else None


def marked(at: Driver) -> object:
    return len(at.main.facts.marks)


def copied(at: Driver) -> object:
    return "voted to define" in at.app.clipboard


def typed(at: Driver) -> object:
    return at.typed


def said(at: Driver) -> object:
    return at.main.frame.message


def running(at: Driver) -> object:
    return at.app.is_running


EFFECTS: dict[str, Pressed] = {
    "slash": Pressed((), place, "search"),
    "escape": Pressed(("enter",), place, "pane"),
    "ctrl+r": Pressed(("slash", *"vote", "enter", "escape"), over, "Choose"),
    "t": Pressed((), over, "Ask"),
    "0": Pressed(("2",), view, "all"),
    "1": Pressed(("2",), view, "timeline"),
    "2": Pressed((), view, "actors"),
    "3": Pressed((), view, "agreements"),
    "4": Pressed((), view, "statements"),
    "5": Pressed((), view, "tensions"),
    "6": Pressed((), view, "sources"),
    "left_square_bracket": Pressed(("3",), view, "actors"),
    "right_square_bracket": Pressed(("3",), view, "statements"),
    "down": Pressed(("g",), picked, "signing"),
    "j": Pressed(("g",), picked, "signing"),
    "up": Pressed((), picked, "comparison"),
    "k": Pressed((), picked, "comparison"),
    "pagedown": Pressed(("2", "g"), picked, "npl"),
    "space": Pressed(("2", "g"), picked, "npl"),
    "pageup": Pressed(("2", "G"), picked, "japan"),
    "ctrl+f": Pressed(("2", "g"), picked, "npl"),
    "ctrl+b": Pressed(("2", "G"), picked, "japan"),
    "ctrl+d": Pressed(("2", "g"), picked, "japan"),
    "ctrl+u": Pressed(("2", "G"), picked, "npl"),
    "r": Pressed((), said, "The fact file is as it was read"),
    "e": Pressed((), lambda at: at.main.frame.message[:18], "Only a base is ope"),
    "o": Pressed((), said, "This source has no address (URL) in the fact file"),
    "d": Pressed((), said, "Nothing is remembered here"),
    "x": Pressed((), lambda at: at.main.counting is not None, True),
    "g": Pressed((), picked, "survey"),
    "home": Pressed((), picked, "survey"),
    "G": Pressed((), picked, "bureau-created"),
    "end": Pressed((), picked, "bureau-created"),
    "tab": Pressed((), place, "detail"),
    "shift+tab": Pressed((), place, "reader"),
    "enter": Pressed((), place, "reader"),
    "z": Pressed((), zoomed, "pane"),
    "n": Pressed(("3",), sentence, "2 of 3"),
    "N": Pressed(("3",), sentence, "3 of 3"),
    "f": Pressed(("enter",), over, "Choose"),
    "J": Pressed(("enter",), picked, "new-second"),
    "K": Pressed(("tab",), picked, "comparison"),
    "backspace": Pressed(("f", "2"), picked, "vote"),
    "y": Pressed((), over, "Choose"),
    "Y": Pressed((), copied, True),
    "m": Pressed((), marked, 1),
    "apostrophe": Pressed(("m",), over, "Choose"),
    "c": Pressed((), over, "Sheet"),
    "ctrl+p": Pressed((), over, "Palette"),
    "ctrl+c": Pressed((), lambda at: at.bar_text("footer"), "Press ^c again to quit"),
    "q": Pressed((), running, False),
    "question_mark": Pressed((), over, "Sheet"),
    "f1": Pressed((), over, "Sheet"),
}

# How the focus gets to each place that the footer knows; the fact picked has three sentences there.
WAYS = {
    "pane": ("3",),
    "detail": ("3", "tab"),
    "reader": ("3", "enter"),
    "finding": ("3", "enter", "slash", *"the"),
    "find": ("3", "enter", "slash", *"the", "enter"),
    "search": ("slash", *"kilogram"),
    "searching-nothing": ("slash", *"kibbb zzzz"),
}
FOOTER: dict[str, dict[str, Pressed]] = {
    "pane": {
        "search": Pressed((), place, "search"),
        "read": Pressed((), place, "reader"),
        "view": Pressed((), view, "actors"),
        "copy": Pressed((), over, "Choose"),
        "card": Pressed((), over, "Sheet"),
        "mark": Pressed((), marked, 1),
        "zoom": Pressed((), zoomed, "pane"),
        "help": Pressed((), over, "Sheet"),
    },
    "detail": {
        "link": Pressed((), lambda at: bool(at.detail.link), True),
        "follow": Pressed(("j",), picked, "japan"),
        "next sentence": Pressed((), sentence, "2 of 3"),
        "copy": Pressed((), over, "Choose"),
        "back": Pressed((), place, "pane"),
        "zoom": Pressed((), zoomed, "detail"),
        "pane": Pressed((), place, "reader"),
        "help": Pressed((), over, "Sheet"),
    },
    "reader": {
        "find": Pressed((), finding, True),
        "next sentence": Pressed((), sentence, "2 of 3"),
        "facts here": Pressed((), over, "Choose"),
        "next fact": Pressed((), picked, "kilogram-2019"),
        "copy": Pressed((), over, "Choose"),
        "back": Pressed((), place, "pane"),
        "zoom": Pressed((), zoomed, "reader"),
        "help": Pressed((), over, "Sheet"),
    },
    "finding": {
        "keep": Pressed((), typing_find, False),
        "end the find": Pressed((), finding, False),
        "clear": Pressed((), sought, ""),
        "search everything": Pressed(("ctrl+u",), place, "search"),
        "help": Pressed((), over, "Sheet"),
    },
    "find": {
        "next, before": Pressed((), match, 2),
        "end the find": Pressed((), finding, False),
        "facts here": Pressed((), over, "Choose"),
        "zoom": Pressed((), zoomed, "reader"),
        "help": Pressed((), over, "Sheet"),
    },
    "search": {
        "pick": Pressed((), lambda at: at.main.list.place(), 2),
        "read": Pressed((), place, "reader"),
        "narrow": Pressed((), view, "timeline"),
        "clear": Pressed((), typed, ""),
        "back": Pressed((), place, "pane"),
        "help": Pressed((), over, "Sheet"),
    },
    "searching-nothing": {
        "a nearest fact": Pressed((), picked, "kibble"),
        "read as": Pressed((), lambda at: at.typed != "kibbb zzzz", True),
        "clear": Pressed((), typed, ""),
        "back": Pressed((), place, "pane"),
        "help": Pressed((), over, "Sheet"),
    },
}


async def assert_pressed(key: str, pressed: Pressed) -> None:
    async with explorer() as at:
        await at.press(*pressed.before)
        assert pressed.look(at) != pressed.seen
        await at.changes_known()
        await at.press(key)
        assert pressed.look(at) == pressed.seen


def test_every_key_of_the_table_is_tried() -> None:
    assert {key for entry in KEYS for key in entry.keys.split(",")} == {
        *EFFECTS,
        "ctrl+l",
        "ctrl+z",
    }  # test_ways_out presses that


@pytest.mark.slow
@pytest.mark.parametrize("key", EFFECTS)
def test_a_key_does_what_it_says(key: str) -> None:
    driven(lambda: assert_pressed(key, EFFECTS[key]))()


@pytest.mark.counts_lines
@pytest.mark.parametrize("over", [(), ("question_mark",), ("c",), ("y",), ("t",), ("ctrl+p",), ("slash",)], ids=str)
@driven
async def test_ctrl_l_draws_the_whole_screen_again_whatever_is_open(over: tuple[str, ...]) -> None:
    async with explorer() as at:
        await at.press(*over)
        driver = type(at.app._driver)  # one without a terminal stands in
        with (
            patch(f"{Explorer.__module__}.DiffDriver", driver),
            patch.object(driver, "invalidate", create=True) as forget,
        ):
            await at.press("ctrl+l")
        forget.assert_called_once_with()


# words that say more, or are left out, there
IDLE = {"searching-nothing": {"read as"}, "nothing": {"read as"}, "finding": {"search everything"}}


@pytest.mark.parametrize("where", FOOTER)
def test_the_footer_shows_the_words_of_the_place_that_has_the_focus(where: str) -> None:
    @driven
    async def show() -> None:
        async with explorer(size=(200, 60)) as at:
            await at.press(*WAYS[where])
            said = at.bar_text("footer")
            for shown, word in words_at(where):
                if word not in IDLE.get(where, ()):
                    assert f"{shown} {word}" in said

    assert [word for _, word in words_at(where)] == list(FOOTER[where])
    show()


@pytest.mark.slow
@pytest.mark.parametrize(("where", "word"), [(where, word) for where, words in FOOTER.items() for word in words])
def test_every_word_of_the_footer_works_where_it_is_shown(where: str, word: str) -> None:
    if word in IDLE.get(where, ()):
        return  # tested where it stands: test_enter_takes_the_mended_query, test_a_slash_on_the_empty_find_searches
    (entry,) = [entry for entry in FOOTERS[where] if entry.word == word]
    pressed = FOOTER[where][word]
    driven(lambda: assert_pressed(entry.key, pressed._replace(before=(*WAYS[where], *pressed.before))))()


@driven
async def test_the_footer_leaves_out_the_next_sentence_where_a_fact_has_one() -> None:
    async with explorer(size=(120, 36)) as at:
        await at.press("enter")
        assert "next sentence" not in at.bar_text("footer")
        await at.press("escape", "3", "enter")
        assert "n next sentence" in at.bar_text("footer")


@pytest.mark.counts_lines
@driven
async def test_a_passing_word_stands_in_the_footer_until_the_next_step_and_covers_nothing() -> None:
    async with explorer() as at:
        above = at.lines[:-1]
        await at.press("backspace")
        assert at.bar_text("footer") == "Nothing to go back to: follow a link first"
        assert at.lines[:-1] == above
        await at.press("j")
        assert at.bar_text("footer").endswith("? help")


@driven
async def test_the_palette_does_by_name_what_the_keys_do() -> None:
    async with explorer() as at:
        names = {command.title: command for command in at.app.commands()}
        for entry in KEYS:
            assert entry.group in ("Move", "App") or entry.does[:1].upper() + entry.does[1:] in names
        await names["Actors"].callback()
        await at.settle()
        assert at.main.view == "actors"
        await at.press("ctrl+p", *"agreem", "enter")
        assert (at.overlay, at.main.view) == ("", "agreements")


@pytest.mark.parametrize("where", FOOTER)
@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_a_footer_without_room_keeps_its_last_word_and_fits(where: str, width: int) -> None:
    left, right = footer(where, width)
    said = "".join(text for text, _ in [*left, *right])
    words = list(words_at(where))
    assert len(said) <= width
    assert said.endswith(f"{words[-1][1]} ")
    assert [text.strip() for text, role in left if role == "key"] == [key for key, _ in words[: len(left) // 2]]


def test_no_key_is_bound_twice() -> None:
    keys = [key for entry in KEYS for key in entry.keys.split(",")]
    assert len(keys) == len(set(keys))
    assert len({entry.shown for entry in KEYS}) == len(KEYS)


def test_the_main_screen_binds_the_keys_of_the_table_and_no_others() -> None:
    bound = {(binding.key, binding.action) for binding in MainScreen.BINDINGS if isinstance(binding, Binding)}
    assert bound == {(entry.keys, entry.action) for entry in KEYS}
    assert {binding.id for binding in MainScreen.BINDINGS if isinstance(binding, Binding)} == {key.name for key in KEYS}


def test_no_action_lives_only_on_keys_that_do_not_arrive_everywhere() -> None:
    for entry in KEYS:
        plain = [key for key in entry.keys.split(",") if not key.startswith(("alt+", "ctrl+shift+", "f1"))]
        assert plain, entry


def test_the_tables_of_keys_are_made_from_the_one() -> None:
    rows = table().splitlines()
    assert rows[2:] == [f"| `{entry.shown}` | {entry.name} | {entry.does} |" for entry in KEYS]
    helped = "\n".join("".join([" ", *(text for text, _ in line)]) for line in help_lines(96))
    assert all(f" {entry.shown} " in helped and entry.does in helped for entry in KEYS)
