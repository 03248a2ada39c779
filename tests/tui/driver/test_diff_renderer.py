"""Random screens through both byte streams, and the shortest ways from one to another."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from eujdef_tui.tui.driver.diff_renderer import DiffRenderer, motion
from eujdef_tui.tui.driver.screen_buffer import ScreenBuffer, is_frame
from eujdef_tui.tui.driver.scroll_region import find_scroll
from eujdef_tui.tui.driver.sgr import DEFAULT_STYLE, CellStyle, apply_sgr, sgr_between
from tests.helpers.long_form import LONG
from tests.helpers.terminal_screen import Glass, differences

pytestmark = pytest.mark.slow  # many made-up screens

WIDTH, HEIGHT = 24, 6
SYSTEMS = {"16": ColorSystem.STANDARD, "256": ColorSystem.EIGHT_BIT, "true": ColorSystem.TRUECOLOR}

colours = st.sampled_from([None, "default", "red", "bright_cyan", "color(8)", "color(231)", "#102030", "#f0e0d0"])
flags = st.sampled_from([None, True])
styles = st.builds(
    Style, color=colours, bgcolor=colours, bold=flags, dim=flags, italic=flags, underline=flags, underline2=flags,
    blink=flags, reverse=flags, strike=flags, overline=flags,
)  # fmt: skip
texts = st.text(st.sampled_from("   aab─é外文ｶﾞ한🦀e\u0301ไ"), max_size=WIDTH).map(lambda text: text.lstrip("\u0301ﾞ"))
parts = st.tuples(st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1), st.lists(st.tuples(texts, styles), max_size=4))
frames = st.lists(parts, min_size=1, max_size=6)


def frame_of(parts: list[tuple[int, int, list[tuple[str, Style]]]], system: str) -> str:
    """The bytes Textual would write: each part at its place, cut at the edge, then the cursor."""
    console = Console(color_system=None)
    console._color_system = SYSTEMS[system]
    words = []
    for x, y, segments in parts:
        strip = Strip([Segment(text, Style.combine([style])) for text, style in segments]).crop(0, WIDTH - x)
        words.append(f"\x1b[{y + 1};{x + 1}H{strip.render(console)}" + "\n" * (y + 1 < HEIGHT))
    return "".join(words) + "\x1b[3;5H"


class Pair:
    """Two terminals: one shows the frames, the other the differences."""

    def __init__(self, erases: bool = True) -> None:
        self.grid, self.painter = ScreenBuffer(WIDTH, HEIGHT), DiffRenderer(erases)
        self.stock, self.wire = Glass(WIDTH, HEIGHT), Glass(WIDTH, HEIGHT)

    def show(self, frame: str) -> str:
        """Show a frame on both and return the difference."""
        self.grid.draw(frame)
        text = self.painter.render(self.grid)
        self.stock.feed(frame)
        self.wire.feed(text)
        return text


@settings(max_examples=120 * LONG, deadline=None)
@given(st.lists(frames, min_size=1, max_size=6), st.sampled_from(list(SYSTEMS)), st.booleans())
def test_random_screens_show_the_same_cells_as_stock_textual(
    frames: list[list[tuple[int, int, list[tuple[str, Style]]]]], system: str, erases: bool
) -> None:
    pair = Pair(erases)
    for parts in frames:
        pair.show(frame_of(parts, system))
        assert not list(differences(pair.stock, pair.wire))
        assert (pair.wire.cursor.y, pair.wire.cursor.x) == (2, 4)
        assert pair.painter.render(pair.grid) == ""


@settings(max_examples=40, deadline=None)
@given(frames, frames)
def test_after_forgetting_every_cell_is_written_again(
    one: list[tuple[int, int, list[tuple[str, Style]]]], two: list[tuple[int, int, list[tuple[str, Style]]]]
) -> None:
    pair = Pair()
    pair.show(frame_of(one, "256"))
    pair.wire.feed("\x1b[2;2H\x1b[7;31mrubble from elsewhere\x1b[6;1H\n\n")
    pair.painter.invalidate()
    pair.show(frame_of(two, "256"))
    assert not list(differences(pair.stock, pair.wire))


@pytest.mark.counts_lines
def test_a_joiner_that_is_left_of_an_emoji_joins_nothing() -> None:
    grid = ScreenBuffer(16, 1)
    grid.draw("\x1b[1;1H👩\u200d🔬\x1b[1;4H👩\u200d\x1b[1m\u200dx می\u200cخ \x1b[m👩\u200d…👩\u200d❤")
    shown = "".join(character for character, _ in grid.rows[0]).rstrip()
    assert shown == "👩\u200d🔬 👩x می\u200cخ 👩👩\u200d❤"


def test_every_motion_leads_to_its_place_and_none_is_longer_than_an_address() -> None:
    places = [0, 1, 2, 5, WIDTH - 1]
    for y, x, row, column in product(range(HEIGHT), [*places, None], range(HEIGHT), places):
        glass, way = Glass(WIDTH, HEIGHT), motion(y, x, row, column)
        glass.feed(f"\x1b[{y + 1};{x + 1}H" if x is not None else f"\x1b[{y + 1};{WIDTH}H!")
        glass.feed(way)
        assert (glass.cursor.y, glass.cursor.x) == (row, column)
        assert len(way) <= len(f"\x1b[{row + 1};{column + 1}H")


codes = st.sampled_from(
    ["0", "1", "2", "3", "4", "7", "9", "21", "22", "24", "27", "31", "39", "38;5;9", "48;2;1;2;3", "100", "49"]
)


@pytest.mark.counts_lines
@settings(max_examples=200, deadline=None)
@given(st.lists(codes), st.lists(codes))
def test_a_change_of_pen_is_what_a_terminal_takes_it_for_and_no_longer_than_a_reset(
    one: list[str], two: list[str]
) -> None:
    old, new = apply_sgr(DEFAULT_STYLE, ";".join(one)), apply_sgr(DEFAULT_STYLE, ";".join(two))
    stepped, reset = sgr_between(old, new), sgr_between(None, new)
    assert apply_sgr(old, stepped.strip("\x1b[m")) == new if stepped else old == new
    assert apply_sgr(old, reset.strip("\x1b[m")) == new
    assert len(stepped) <= len(reset)


@pytest.mark.counts_lines
@pytest.mark.parametrize(
    ("before", "after", "sent"),
    [
        ("\x1b[1;1Habcdef", "\x1b[1;3HX", "\x1b[3GX"),  # one cell, and the cursor is where it is wanted
        ("\x1b[1;1Habcdef", "\x1b[1;1HXbcYef\x1b[1;5H", "\rXbcY"),  # two unchanged cells are shorter than a motion
        ("\x1b[1;1Habcdefghij", "\x1b[1;1HX\x1b[1;8HY", "\rX\x1b[8GY"),  # six are not
        ("\x1b[1;1Habcdefghij", "\x1b[2;1HX\x1b[1;11H", "\r\nX\x1b[1;11H"),  # the start of the next line is near
        ("\x1b[1;1Hab", "\x1b[1;1H\x1b[1ma\x1b[31mb", "\r\x1b[1ma\x1b[31mb"),  # only what changes in the pen
        ("\x1b[1;1Hab", "\x1b[1;1H\x1b[1;3ma\x1b[0mc", "\r\x1b[1;3ma\x1b[mc"),  # all of it where that is shorter
        ("\x1b[1;1H" + "x" * WIDTH, "\x1b[1;4H" + " " * 21 + "\x1b[1;4H", "\x1b[4G\x1b[K"),  # blanks to the edge
        ("\x1b[1;1H" + "x" * WIDTH, "\x1b[1;4H" + " " * 15 + "\x1b[1;4H", "\x1b[4G\x1b[15X"),  # blanks within
        ("\x1b[1;1Hxxx", "\x1b[1;1H\x1b[31ma\x1b[32m \x1b[31mb", "\r\x1b[31ma b"),  # no ink shows in a space
        ("\x1b[1;1Hxx", "\x1b[1;1H\x1b[4;42m \x1b[0;31;42mb", "\r\x1b[4;42m \x1b[24;31mb"),  # an underline does
        ("\x1b[1;1H外文", "\x1b[1;2Hz", "\r z"),  # half a wide character takes the other with it
    ],
)  # fmt: skip
def test_the_bytes_sent_are_the_fewest_we_know(before: str, after: str, sent: str) -> None:
    pair = Pair()
    pair.show(before)
    assert pair.show(after) == sent
    assert not list(differences(pair.stock, pair.wire))


@pytest.mark.counts_lines
def test_where_erasing_does_not_take_the_background_spaces_are_written() -> None:
    pair = Pair(erases=False)
    pair.show("\x1b[1;1H" + "x" * WIDTH)
    text = pair.show("\x1b[1;1H\x1b[44m" + " " * WIDTH)
    assert " " * WIDTH in text
    assert "K" not in text
    assert "X" not in text


def test_blanks_that_show_something_are_never_erased() -> None:
    for code in ("4", "7", "9", "53"):
        pair = Pair()
        pair.show("\x1b[1;1H" + "x" * WIDTH)
        assert " " * WIDTH in pair.show(f"\x1b[1;1H\x1b[{code}m" + " " * WIDTH)


ROW = st.sampled_from(["", " " * 79 + "x", "one" * 26, "two" * 26, "a few words", "e\u0301" * 70])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(ROW, ROW), min_size=1, max_size=12))
def test_a_scroll_stays_within_the_screen(rows: list[tuple[str, str]]) -> None:
    shown, wanted = ([[(c, DEFAULT_STYLE) for c in row[which].ljust(80)[:80]] for row in rows] for which in (0, 1))
    if found := find_scroll(shown, wanted):
        assert 0 <= found.top < found.bottom < len(rows)
        assert 0 < abs(found.lines) <= found.bottom - found.top


def test_a_line_that_moved_and_changed_its_look_is_no_reason_to_scroll() -> None:
    shown, wanted = ScreenBuffer(80, 12), ScreenBuffer(80, 12)
    shown.draw("\x1b[1;1H\x1b[7m" + "moved".ljust(80) + "".join(f"\x1b[{y};1H{'x' * 80}" for y in range(2, 13)))
    wanted.draw("\x1b[6;1Hmoved")
    assert find_scroll(shown.rows, wanted.rows) is None


@pytest.mark.counts_lines
def test_lines_that_moved_are_scrolled_and_only_new_ones_are_written() -> None:
    lines = [f"line {n} {'─' * n}{'words' * 2}"[:WIDTH] for n in range(9)]
    for order in ((0, 1, 3, 2, 0), (3, 2, 1, 0)):
        pair = Pair()
        for first in order:
            text = pair.show("".join(f"\x1b[{y + 1};1H{lines[first + y]:{WIDTH}}" for y in range(HEIGHT)))
            assert not list(differences(pair.stock, pair.wire))
        assert len(text.encode()) < 120
        assert pair.wire.margins is None


def test_the_cell_after_a_character_of_doubtful_width_is_addressed() -> None:
    pair = Pair()
    assert "\x1b[3Gb" in pair.show("\x1b[1;1H🦀b")
    assert "\x1b[3Gb" in pair.show("\x1b[2;1H❤\ufe0fb")
    assert "b" in pair.show("\x1b[3;1He\u0301b")


@pytest.mark.parametrize(
    "attack",
    ["\x1b]52;c;ZXZpbA==\x07", "\x1b]0;title\x1b\\", "\x1b[2J", "\x1bc", "\x1bP+q\x1b\\", "\x9b2J", "\x1b]8;;http://x\x1b\\",
     "\x1b[?1000h", "\x07", "\x1b[6n", "\x0e"],
)  # fmt: skip
def test_what_is_on_the_screen_cannot_speak_to_the_terminal(attack: str) -> None:
    pair = Pair()
    pair.show("\x1b[1;1Hbefore")
    pair.grid.draw(f"\x1b[2;1H\x1b[31mhe{attack}re\x1b[0m")
    assert pair.painter.render(pair.grid) == "\r\n\x1b[31mhere"


def test_a_frame_begins_with_a_place_and_nothing_else_is_one() -> None:
    assert is_frame("\x1b[1;1Htext")
    assert is_frame("\n\x1b[12;80Htext")
    assert not any(map(is_frame, ("text", "\x07", "\x1b]52;c;YQ==\x07", "\x1b[?1049h", "\x1b[H\x1b[2J")))


def test_another_size_is_painted_whole_and_keeps_what_lies_in_both() -> None:
    pair = Pair()
    pair.show("\x1b[1;1Hkept and cut off here\x1b[6;1Hgone")
    pair.grid.resize(9, 4)
    glass = Glass(9, 4)
    glass.feed("rubble\n" * 4)
    glass.feed(pair.painter.render(pair.grid))
    assert glass.display == ["kept and ", " " * 9, " " * 9, " " * 9]


@pytest.mark.counts_lines
def test_a_pen_knows_codes_and_passes_over_what_it_does_not_know() -> None:
    assert apply_sgr(DEFAULT_STYLE, "1;38;5;12;48;2;1;2;3") == CellStyle(frozenset({1}), "38;5;12", "48;2;1;2;3")
    assert apply_sgr(DEFAULT_STYLE, "1;77;4;22") == CellStyle(frozenset({4}))
    assert apply_sgr(CellStyle(frozenset({1}), "31", "41"), "") == DEFAULT_STYLE
    assert apply_sgr(DEFAULT_STYLE, "38").foreground == "38;"
