"""Terminals that give characters another width than Textual laid them out by: nothing that was there before stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyte.screens import wcwidth
from rich.cells import cell_len

from eujdef_tui.tui.driver.diff_renderer import DiffRenderer
from eujdef_tui.tui.driver.screen_buffer import Row, ScreenBuffer
from eujdef_tui.tui.driver.uncertain_width import doubts, is_ambiguous, is_certain, spread
from tests.helpers.terminal_screen import Glass

WIDTH, HEIGHT = 24, 3
VS16, JOINER, TONE = "\ufe0f", "\u200d", "\U0001f3fb"
RARE = ("❤\ufe0f", "1\ufe0f\u20e3", "👩\u200d🔬", "👍🏽", "✅", "🫩", "🇪🇺", "⭐")
AMBIGUOUS = ("●", "“", "…", "─", "é")

# How a terminal may count, by character: its width in cells, None for what wcwidth says. pyte knows no clusters: a
# joined emoji takes the cells of all its parts, and an emoji with VS16 one.
TERMINALS: dict[str, Callable[[str], int | None]] = {
    "by character": lambda character: None,
    "joiners written out": lambda character: 6 if character == JOINER else None,
    "emoji narrow": lambda character: 1 if character in "✅⭐" or character > "\U0001f000" else None,
    "emoji dropped": lambda character: 0 if character == "🫩" else None,
    "ambiguous wide": lambda character: 2 if is_ambiguous(character) else None,
}


class OddGlass(Glass):
    """A terminal with widths of its own."""

    def __init__(self, counted: Callable[[str], int | None], width: int = WIDTH, height: int = HEIGHT) -> None:
        super().__init__(width, height)
        self.counted = counted

    def width_of(self, character: str) -> int:
        own = self.counted(character)
        width: int = wcwidth(character) if own is None else own
        return min(width, max(1, self.columns - self.cursor.x)) if own or not is_certain(character) else width

    def draw(self, data: str) -> None:
        super().draw("".join(character for character in data if self.counted(character) != 0))


parts = st.sampled_from([*"abcde   外", *RARE, *AMBIGUOUS, "──────"])
texts = st.lists(parts, max_size=14).map("".join)
codes = st.sampled_from(["", "44", "1;31", "7"])
frames = st.lists(
    st.lists(st.tuples(st.integers(1, HEIGHT), st.integers(1, WIDTH), codes, texts), min_size=1, max_size=4),
    min_size=2, max_size=5,
)  # fmt: skip


def shown(glass: Glass) -> list[list[str]]:
    return [[glass.buffer[y][x].data for x in range(glass.columns)] for y in range(glass.lines)]


def left_over(glass: Glass, y: int, row: Row) -> list[tuple[int, str, str]]:
    """Cells of a row that show neither what belongs there nor, where nothing certain does, part of what is doubtful.

    Where a rule was, a piece of it may stay: rules are not sent whole.
    """
    parts = "".join(cluster for cluster, _ in row if not is_certain(cluster)) + " ".join(AMBIGUOUS)
    return [
        (x, target, there)
        for x, (target, _) in enumerate(row)
        for there in [glass.buffer[y][x].data]
        if (there != target if is_certain(target) and target.strip() else there[:1] not in parts)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("kind", TERMINALS)
@settings(max_examples=60, deadline=None)
@given(frames)
def test_whatever_widths_a_terminal_gives_nothing_is_left_of_the_screen_before(
    kind: str, frames: list[list[tuple[int, int, str, str]]]
) -> None:
    buffer, renderer, glass = ScreenBuffer(WIDTH, HEIGHT), DiffRenderer(True), OddGlass(TERMINALS[kind])
    for frame in frames:
        buffer.draw("".join(f"\x1b[{y};{x}H\x1b[{code}m{text}\x1b[m" for y, x, code, text in frame) + "\x1b[1;1H")
        glass.feed(renderer.render(buffer))
        whole = OddGlass(TERMINALS[kind])
        whole.feed(DiffRenderer(True).render(buffer))
        for y, row in enumerate(buffer.rows):
            assert not left_over(glass, y, row), [cell for cell, _ in row]
        if kind != "ambiguous wide":
            assert shown(glass) == shown(whole)


def test_an_emoji_of_one_cell_that_the_terminal_drops_leaves_no_letter_of_before() -> None:
    buffer, renderer, glass = ScreenBuffer(WIDTH, 1), DiffRenderer(True), OddGlass(TERMINALS["emoji dropped"], WIDTH, 1)
    for line, cells in (("letters", 7), ("\U0001fae9", cell_len("\U0001fae9"))):
        buffer.draw(f"\x1b[1;1H{line}{' ' * (WIDTH - cells)}\x1b[1;1H")
        glass.feed(renderer.render(buffer))
    assert not "".join(shown(glass)[0]).strip()


def test_a_narrow_emoji_leaves_no_letter_of_the_fact_before() -> None:
    buffer, renderer, glass = ScreenBuffer(WIDTH, 1), DiffRenderer(True), OddGlass(TERMINALS["by character"], WIDTH, 1)
    for line in ("letters", "a❤\ufe0fb", "letters", "1\ufe0f\u20e3👩\u200d🔬!", "letters"):
        buffer.draw(f"\x1b[1;1H{line}\x1b[K{' ' * 12}\x1b[1;1H")
        glass.feed(renderer.render(buffer))
        assert set("letrs") - set(line) == set("letrs") - set(line) - set("".join(shown(glass)[0]))
    assert "".join(shown(glass)[0]).rstrip() == "letters"


def test_what_follows_an_ambiguous_character_stands_in_its_column() -> None:
    buffer, renderer, glass = ScreenBuffer(40, 1), DiffRenderer(True), OddGlass(TERMINALS["ambiguous wide"], 40, 1)
    for line in ("another fact before with words", "● Partnership “signed” … in Brussels", "● Two ─────── 2 of 2 ─"):
        buffer.draw(f"\x1b[1;1H{line:<40}\x1b[1;1H")
        glass.feed(renderer.render(buffer))
        there = shown(glass)[0]
        letters = {x: character for x, character in enumerate(line) if character.isascii() and character != " "}
        assert {x: there[x] for x in range(40) if there[x].isascii() and there[x].strip()} == letters
    assert there[0] == "●", "the space behind it leaves it room"


def test_drawing_anew_clears_the_terminal_first() -> None:
    buffer, renderer, glass = (
        ScreenBuffer(WIDTH, 2),
        DiffRenderer(True),
        OddGlass(TERMINALS["ambiguous wide"], WIDTH, 2),
    )
    buffer.draw("\x1b[1;1H● one\x1b[1;1H")
    glass.feed(renderer.render(buffer))
    glass.feed("\x1b[44m\x1b[1;1Hrubble ────\x1b[2;3H────")
    renderer.invalidate()
    text = renderer.render(buffer)
    assert text.startswith("\x1b[m\x1b[H\x1b[J")
    glass.feed(text)
    assert ["".join(row).rstrip() for row in shown(glass)] == ["●one", ""], "the mark covers the space behind it"


def test_a_rule_that_is_not_changed_is_not_sent_again() -> None:
    buffer, renderer = ScreenBuffer(80, 1), DiffRenderer(True)
    rule = "─ title " + "─" * 60 + " {} of 9 ─ "
    buffer.draw("\x1b[1;1H" + rule.format(1) + "\x1b[1;1H")
    renderer.render(buffer)
    buffer.draw("\x1b[1;1H" + rule.format(2) + "\x1b[1;1H")
    assert renderer.render(buffer) == "\x1b[70G2\r"


@pytest.mark.parametrize(
    ("cluster", "cells"),
    [("a", 1), ("外", 2), ("e\u0301", 1), ("❤\ufe0f", 3), ("👩\u200d🔬", 10), ("👍🏽", 4), ("1\ufe0f\u20e3", 4)],
)
def test_how_far_a_character_may_spread(cluster: str, cells: int) -> None:
    assert spread(cluster) == cells


def test_ambiguous_neighbours_are_one_doubt() -> None:
    buffer = ScreenBuffer(12, 1)
    buffer.draw("\x1b[1;1Ha── ❤\ufe0f外")
    end = 4 + cell_len("❤\ufe0f")  # rich 14 lays it out in one cell, rich 15 in two
    assert [tuple(doubt) for doubt in doubts(buffer.rows[0])] == [(1, 3, 5, True), (4, end, 7, False)]
