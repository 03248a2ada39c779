"""What opens over the main screen: boxes with their name and their keys in the top line, and the help in them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise

import pytest

from eujdef_tui.store import SHIPPED
from eujdef_tui.text.ascii_fallback import stand_in
from eujdef_tui.tui.key_bindings import KEYS
from eujdef_tui.tui.overlays.help import EVERYWHERE, HERE, lines_of_place
from eujdef_tui.tui.overlays.meeting_card import card_lines
from eujdef_tui.tui.overlays.modals import BOX
from tests.helpers.explorer import Driver, base_of, driven, explorer
from tests.helpers.places import METRE

pytestmark = pytest.mark.slow  # the whole explorer is driven

PLACES = {"pane": (), "detail": ("tab",), "reader": ("enter",)}
OPENED = {
    "help": ("question_mark",),
    "card": ("c",),
    "copy": ("y",),
    "marks": ("m", "apostrophe"),
    "date": ("t",),
}


@asynccontextmanager
async def opened(name: str, size: tuple[int, int]) -> AsyncIterator[Driver]:
    """An explorer of a size with one of the boxes over it."""
    async with explorer(size=size) as at:
        await at.press(*OPENED[name])
        yield at


def box(at: Driver) -> list[str]:
    """The lines of the open box, with its edges."""
    region = at.app.screen.query_one(".box").region
    return [f"{line:<{region.right}}"[region.x : region.right] for line in at.lines[region.y : region.bottom]]


@pytest.mark.parametrize("name", OPENED)
@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 60)])
@driven
async def test_a_box_has_four_edges_its_name_on_the_ground_of_the_focus_and_the_key_that_closes_it(
    name: str, size: tuple[int, int]
) -> None:
    async with opened(name, size) as at:
        lines = box(at)
        assert (len(lines[0]), len(lines)) <= (min(BOX, size[0]), size[1] - 2)
        assert lines[0].startswith("┌─ ")
        assert lines[0].endswith(" esc close ─┐")
        assert all((line[0], line[-1]) == ("│", "│") for line in lines[1:-1])
        assert lines[-1] == f"└{'─' * (len(lines[0]) - 2)}┘"
        assert at.lit_rules == ["overlay-rule"]
        await at.press("escape")
        assert at.overlay == ""


@pytest.mark.parametrize("name", ["help", "card", "copy", "marks"])
@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
@driven
async def test_a_letter_that_is_no_key_of_a_box_and_a_paste_are_answered_on_its_rule_until_the_next_key(
    name: str, size: tuple[int, int]
) -> None:
    async with opened(name, size) as at:
        before = at.lines
        await at.press("d")
        assert "d is no key here" in box(at)[0]
        await at.press("w")
        assert "w is no key here" in box(at)[0]
        await at.press("g")
        assert at.lines == before
        await at.paste("kibble")
        await at.settle()
        assert "no paste here" in box(at)[0]
        await at.press("g")
        assert at.lines == before
        await at.press("d", "escape")
        assert at.overlay == ""


@driven
async def test_what_is_wrong_with_a_line_is_said_until_it_is_mended() -> None:
    async with explorer() as at:
        await at.press("t")
        hint = box(at)
        await at.type("soonish")
        assert box(at)[2:] == hint[2:]
        await at.press("enter")
        wrong = box(at)
        assert wrong[2:] != hint[2:]
        await at.press("enter")
        assert box(at) == wrong
        await at.press("backspace")
        assert box(at)[2:] == hint[2:]
        await at.press("escape")
        assert at.overlay == ""


@driven
async def test_a_box_covers_only_itself() -> None:
    async with explorer() as at:
        before = at.lines
        await at.press("question_mark")
        region = at.app.screen.query_one(".box").region
        for y, (was, now) in enumerate(zip(before, at.lines, strict=True)):
            if not region.y <= y < region.bottom:
                assert now == was
            else:
                assert f"{now:<80}"[: region.x] == f"{was:<80}"[: region.x]


@pytest.mark.parametrize("place", PLACES)
def test_the_help_begins_with_the_keys_of_the_focused_pane_and_fits_without_scrolling(place: str) -> None:
    @driven
    async def look() -> None:
        async with explorer() as at:
            await at.press(*PLACES[place], "question_mark")
            name, rows = HERE[place]
            lines = box(at)
            assert f"Help: {name}" in lines[0]
            assert "tab all keys · esc close" in lines[0]
            assert "scroll" not in lines[0]
            shown = [line[1:-1].strip() for line in lines[1:-1]]
            heads = [shown.index(head) for head in (f"here: {name}", "everywhere", "marks")]
            assert heads == [0, len(rows) + 1, len(rows) + len(EVERYWHERE) + 2]
            for keys, does in (*rows, *EVERYWHERE):
                assert any(line.startswith(keys) and line.endswith(does) for line in shown), keys
            await at.press("tab")
            assert "Help: all keys" in box(at)[0]
            assert "tab back · esc close" in box(at)[0]
            await at.press("tab")
            assert box(at) == lines

    look()


def test_the_help_shows_the_keys_of_a_pane_as_the_key_table_writes_them() -> None:
    shown = {key.keys: key.shown for key in KEYS}
    moves = next(keys for keys, does in HERE["pane"][1] if does == "one fact up or down")
    assert sorted(moves.split()) == sorted(f"{shown['down,j']} {shown['up,k']}".split())
    assert ("m ' c", "mark; the marked; meeting card") in EVERYWHERE


def test_each_key_of_the_help_is_in_the_key_table() -> None:
    known = {word for key in KEYS for word in key.shown.split()}
    for _, rows in HERE.values():
        for keys, _ in (*rows, *EVERYWHERE):
            assert set(keys.split()) - {"…"} <= known, keys


@pytest.mark.parametrize("place", HERE)
def test_the_help_of_a_place_has_no_line_that_is_cut_at_eighty_columns(place: str) -> None:
    lines = ["".join(text for text, _ in line) for line in lines_of_place(place, BOX - 4)]
    assert len(lines) <= 20
    assert max(map(len, lines)) <= BOX - 4


def test_the_marks_of_the_help_stay_apart_in_ascii() -> None:
    rows = [pieces[0][0].split() for pieces in lines_of_place("pane", BOX - 4) if len(pieces) > 1][-5:]
    for marks in (rows[0], rows[1] + rows[2], rows[3], rows[4]):
        assert len({stand_in(mark) for mark in marks}) == len(marks) > 1


@driven
async def test_the_palette_of_commands_is_a_box_too_and_keeps_its_size_while_typed_into() -> None:
    async with explorer() as at:
        await at.press("ctrl+p")
        assert await at.shows("Commands")
        box = at.app.screen.query_one("#--container").region
        assert box.width == BOX
        assert at.lines[box.y][box.x : box.right].startswith("┌─ Commands ─")
        await at.type("colours")
        assert await at.shows("Change the colours")
        assert at.app.screen.query_one("#--container").region == box
        for word in ("theme", "dark", "light"):  # as people call it
            await at.press(*["backspace"] * 8)
            await at.type(word)
            assert await at.shows("Change the colours")


@pytest.mark.counts_lines
def test_a_card_names_a_source_once_after_its_quotes_and_says_who_an_actor_is_and_what_became_of_an_agreement() -> None:
    base = base_of(METRE)

    def card(record_id: str) -> list[str]:
        row = base.record(base.number(record_id) or 0)
        return ["".join(text for text, _ in line) for line in card_lines(base, row, BOX - 4)]

    assert card("mechain")[1:3] == ["Pierre Méchain", "Astronomer; measured the meridian with Jean-Baptiste Delambre."]
    treaty = card("metre-convention")
    assert [line for line in treaty if line.startswith("● ")] == ["● signed 20 May 1875"]
    quotes, sources = ([line for line in treaty if line.startswith(mark)] for mark in ("“", "✓ verbatim, "))
    assert len(quotes) > len(sources)
    assert all(one != other for one, other in pairwise(sources))


def test_a_card_says_a_quote_once_though_several_parts_of_the_record_rest_on_it() -> None:
    base = base_of(SHIPPED)
    lines = [
        "".join(text for text, _ in line) for line in card_lines(base, base.record(base.number("kallas") or 0), 68)
    ]
    quotes = [line for line in lines if line.startswith("“")]
    assert len(set(quotes)) == len(quotes) > 2


@driven
async def test_what_is_wrong_with_a_date_is_said_whole_on_a_narrow_screen() -> None:
    async with explorer(size=(30, 8)) as at:
        await at.press("t")
        assert "early 2026" in " ".join(" ".join(line.strip("│ ") for line in box(at)).split())
        await at.type("zzz")
        await at.press("enter")
        assert "zzz is not a date: write 2024 or nov 2024" in " ".join(line.strip("│ ") for line in box(at))


@pytest.mark.counts_lines
@driven
async def test_a_paste_of_many_lines_into_a_question_is_judged_whole() -> None:
    async with explorer() as at:
        await at.press("t")
        await at.paste("1889\nnobody")
        await at.press("enter")
        assert "1889 nobody is not a date" in at.text
