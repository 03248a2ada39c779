"""The themes: what can be read, and what tells the roles apart where there is no colour."""

from __future__ import annotations

import os
from itertools import combinations
from unittest.mock import patch

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style

from eujdef_tui.system.terminal_capabilities import THEMES as NAMES
from eujdef_tui.tui.themes import THEMES
from eujdef_tui.tui.widgets.line_view import ROLES
from tests.helpers.explorer import Driver, driven, explorer

LINES = {"rule"}  # roles of what is drawn, not read
IN_A_ROW = (
    "text", "title", "quiet", "date", "mark", "count", "outside", "accent", "ahead", "differ", "match", "match-picked",
)  # fmt: skip
# What SCREEN.md gives as the lowest contrasts; idle never stands on the picked row.
LOWEST = {
    "dark": {"idle": 5.3, "quiet picked": 5.3},
    "light": {"idle": 5.1, "ahead picked": 5.1},
}
# Roles that nothing else has the colour of; the others of the same colour are said in `test_a_colour_has_one_meaning`.
INKS = ("text", "title", "quiet", "idle", "accent", "match", "ahead", "differ", "wrong")

# Magenta and red as xterm and GNOME have them: the terminal's own colours are not ours to choose.
PALETTES = {"color(5)": ("#cd00cd", "#a347ba"), "color(1)": ("#cd0000", "#c01c28")}


def luminance(color: Color) -> float:
    """How light a colour is, from 0 to 1 (WCAG 2.2, relative luminance)."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = color.get_truecolor()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def look(at: Driver, roles: str, ground: str = "text") -> Style:
    """What roles look like on the ground of a role."""
    return at.main.role_style(f"{ground} {roles}")


def colours(style: Style, system: ColorSystem) -> tuple[Color, Color]:
    """Ink and paper, as a terminal with so many colours shows them."""
    assert style.color
    assert style.bgcolor
    return style.color.downgrade(system), style.bgcolor.downgrade(system)


def attributes(style: Style) -> tuple[bool, ...]:
    """What is left of a style without its colours; a screen may show italics as reverse, so they do not count."""
    return bool(style.bold), bool(style.underline), bool(style.reverse)


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("system", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT], ids=lambda system: system.name)
def test_every_word_can_be_read_on_its_ground(theme: str, system: ColorSystem) -> None:
    @driven
    async def measure() -> None:
        async with explorer(theme=theme) as at:
            found = {role: contrast(*colours(look(at, role), system)) for role in ROLES - LINES}
            found |= {f"{role} picked": contrast(*colours(look(at, role, "picked"), system)) for role in IN_A_ROW}
            found |= {roles: contrast(*colours(look(at, roles), system)) for roles in ("lit quote", "lit inexact")}
            assert {role: ratio for role, ratio in found.items() if ratio < 4.5} == {}
            lines = {role: contrast(*colours(look(at, role), system)) for role in LINES}
            assert {role: ratio for role, ratio in lines.items() if ratio < 1.8} == {}
            if system is ColorSystem.TRUECOLOR:
                assert {name: round(found[name], 1) for name in LOWEST[theme]} == LOWEST[theme]
                assert min(found.values()) > 5.0

    measure()


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("system", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT], ids=lambda system: system.name)
def test_in_colour_the_picked_line_has_another_ground_and_proof_another_colour(theme: str, system: ColorSystem) -> None:
    @driven
    async def measure() -> None:
        async with explorer(theme=theme) as at:
            roles = ["text", "picked", "here", *(["lit", "lit quote"] if theme == "light" else [])]
            papers = [colours(look(at, role), system)[1] for role in roles]
            assert len({paper.get_truecolor() for paper in papers}) == len(roles)
            inks = [colours(look(at, role), system)[0] for role in ("text", "match", "inexact", "quiet", "ahead")]
            assert len({ink.get_truecolor() for ink in inks}) == 5

    measure()


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["dark", "light"])
def test_a_colour_has_one_meaning(theme: str) -> None:
    @driven
    async def compare() -> None:
        async with explorer(theme=theme) as at:
            worn = {role: look(at, role) for role in ROLES}
            inks = {role: worn[role].color for role in INKS} | {"proof": worn["gutter"].color}
            assert len(set(inks.values())) == len(inks)
            for same in (
                ("quiet", "date", "count", "mark", "outside", "tab"),
                ("text", "key", "heading", "link", "picked"),
                ("title", "tab-picked", "link-picked"),
                ("idle", "rests"),
                ("match", "match-picked"),
                ("wrong", "error", "inexact"),
            ):
                assert len({worn[role].color for role in same}) == 1, same
            assert worn["here"].bgcolor == worn["accent"].color
            grounds = {role for role in ROLES if worn[role].bgcolor != worn["text"].bgcolor}
            assert grounds == {"here", "picked", "link-picked"} | ({"lit", "quote"} if theme == "light" else set())

    compare()


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["ansi", "mono"])
def test_without_colour_weight_line_and_reverse_tell_the_roles_apart(theme: str) -> None:
    @driven
    async def compare() -> None:
        async with explorer(theme=theme) as at:
            # a match in an article and the quote are both bold and underlined; the quote has ┃ before it
            for roles in (
                ("text", "lit", "lit quote", "lit inexact", "text here"),
                ("text", "title", "text match", "text here"),
                ("link", "link link-picked", "text"),
                ("tab", "tab tab-picked", "tab tab-picked here"),
                ("title", "title here"),
                ("text", "wrong", "error"),
            ):
                for one, other in combinations(roles, 2):
                    assert attributes(look(at, one)) != attributes(look(at, other)), (one, other)
            in_the_picked_row = [look(at, role, "picked") for role in ("text", "title", "title match-picked")]
            assert all(style.reverse for style in in_the_picked_row)
            assert len({attributes(style) for style in in_the_picked_row}) == 3
            assert not look(at, "accent", "picked").reverse, "the bar before the picked row stands out from it"
            assert attributes(look(at, "differ")) != attributes(look(at, "text"))

    compare()


@driven
async def test_the_terminals_own_colours_are_few_and_read_on_black_and_on_white() -> None:
    async with explorer(theme="ansi") as at:
        worn = {colour.name for role in ROLES for colour in colours(look(at, role), ColorSystem.STANDARD)}
        assert worn == {"default", *PALETTES}
    for own in PALETTES.values():
        for colour in own:
            for paper in ("#000000", "#ffffff"):
                assert contrast(Color.parse(colour), Color.parse(paper)) > 3


def worn_on(at: Driver) -> set[str]:
    """The names of the colours on the screen."""
    strips = at.app.screen._compositor.render_strips()
    styles = [segment.style for strip in strips for segment in strip if segment.style]
    return {colour.name for style in styles for colour in (style.color, style.bgcolor) if colour}


@pytest.mark.slow
@driven
async def test_in_mono_nothing_that_is_opened_has_a_colour() -> None:
    async with explorer(theme="mono") as at:
        for keys in ((), ("enter",), ("tab", "j"), ("y",), ("t",), ("question_mark",), ("ctrl+p",), ("slash", "k")):
            await at.press(*keys)
            await at.pilot.pause(0.1)
            assert worn_on(at) <= {"default"}, keys
            if at.overlay:
                await at.press("escape")


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_cursor_of_a_line_has_the_ground_of_what_has_the_focus(theme: str) -> None:
    @driven
    async def look_at_cursor() -> None:
        async with explorer(theme=theme) as at:
            await at.press("slash", "k")
            (line,) = at.styled(at.main.bar.input)
            assert [style.bgcolor == look(at, "here").bgcolor for _, style in line][:3] == [False, True, False]

    look_at_cursor()


@pytest.mark.counts_lines
@pytest.mark.slow
@driven
async def test_the_cursor_of_the_search_line_shows_without_colour() -> None:
    async with explorer(theme="mono") as at:
        await at.press("slash", "k")
        (line,) = at.styled(at.main.bar.input)
        assert [style.reverse for _, style in line][:3] == [None, True, None]


@pytest.mark.slow
@driven
async def test_no_color_chooses_mono_and_another_theme_can_still_be_chosen() -> None:
    with patch.dict(os.environ, NO_COLOR="1"):
        async with explorer(theme="") as at:
            assert at.app.theme == "mono"
            await at.press("ctrl+p")
            await at.type("colours")
            await at.pilot.pause(0.3)
            await at.press("enter")
            await at.pilot.pause(0.3)
            assert at.overlay == "Choose"
            assert all(f" {name} " in at.text for name in NAMES)
            assert "▌ mono" in at.text, "the cursor stands on the theme that is worn"
            await at.press("1")
            await at.pilot.pause(0.1)
            assert at.app.theme == "dark"
            assert contrast(*colours(look(at, "text"), ColorSystem.TRUECOLOR)) > 4.5
            assert "#0d1014" in worn_on(at)


@pytest.mark.slow
@driven
async def test_every_theme_can_be_put_on_while_the_explorer_runs() -> None:
    async with explorer() as at:
        text = at.text
        for name in (*NAMES, *reversed(NAMES)):
            at.app.theme = name
            await at.pilot.pause()
            await at.pilot.pause()
            assert at.text == text
            assert ("default" in worn_on(at)) == (name in ("ansi", "mono")), name


def test_the_themes_are_those_that_can_be_asked_for() -> None:
    assert tuple(theme.name for theme in THEMES) == NAMES
