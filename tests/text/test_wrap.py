"""Wrapped text: lines as offsets, no wider than the screen, that leave nothing out."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from eujdef_tui.text.unicode import clean
from eujdef_tui.text.wrap import wrap
from tests.helpers.places import ARTICLES
from tests.helpers.work import count_calls

quick = settings(deadline=None, max_examples=300)

# words, spaces of all kinds, scripts without spaces, marks that take no cell, wide signs
letters = st.sampled_from([*"ab é日本語ﾊ-", "\n", "\u0301", "\u3099", "\u3000", "\xa0", "\u2009", "🦀", "❤\ufe0f", "ü"])
texts = st.lists(letters, max_size=60).map("".join) | st.text(max_size=60).map(clean)
widths = st.integers(1, 30)


def shown(text: str, start: int, end: int) -> str:
    """What must be seen of a line: spaces at its end may fall off the screen."""
    return text[start:end].rstrip(" \u3000")


@pytest.mark.slow
@quick
@given(texts, widths)
@example("a" + "\xa0b" * 30, 10)
@example("❤\ufe0f" * 30, 7)
@example("日本" * 20, 1)
@example(" " * 40 + "word", 6)
def test_every_line_fits_its_width_unless_one_character_is_wider(text: str, width: int) -> None:
    for start, end in wrap(text, width):
        line = shown(text, start, end)
        alone = cell_len(line) == 2 and len([char for char in line if cell_len(char)]) == 1
        assert cell_len(line) <= width or (width == 1 and alone)


@pytest.mark.slow
@quick
@given(texts, widths)
def test_lines_tile_the_text_but_for_its_newlines(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert lines[0][0] == 0
    assert lines[-1][1] == len(text)
    for (_, end), (start, _) in zip(lines, lines[1:], strict=False):
        assert text[end:start] in ("", "\n")
        assert "\n" not in text[slice(*lines[0])]
    assert sum(end - start for start, end in lines) == len(text) - text.count("\n")


@pytest.mark.slow
@quick
@given(texts, widths)
def test_a_mark_stays_with_the_letter_that_carries_it(text: str, width: int) -> None:
    for (_, end), (start, _) in zip(lines := wrap(text, width), lines[1:], strict=False):
        carried = end == start and text[end - 1 : end] not in ("", " ", "\u3000")
        assert not (carried and text[start] in "\u0301\u3099\ufe0f")


@pytest.mark.slow
@quick
@given(st.lists(st.text("abcdé", min_size=1, max_size=9), min_size=1, max_size=30).map(" ".join), st.integers(9, 30))
def test_a_word_that_fits_a_line_is_never_cut_and_no_line_could_take_another(text: str, width: int) -> None:
    lines = [shown(text, start, end) for start, end in wrap(text, width)]
    assert " ".join(lines).split() == text.split()
    for line, following in zip(lines, lines[1:], strict=False):
        assert cell_len(line) + 1 + cell_len(following.split()[0]) > width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one\n\ntwo", 7, ["one", "", "two"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("a unbreakable b", 4, ["a", "unbr", "eaka", "ble", "b"]),
        ("日本語の記事", 5, ["日本", "語の", "記事"]),
        ("日本", 1, ["日", "本"]),
        ("cafe\u0301s", 4, ["cafe\u0301", "s"]),
        ("10\xa0000 ships", 8, ["10\xa0000", "ships"]),
        ("two", 0, ["t", "w", "o"]),
    ],
)
def test_text_breaks_at_spaces_and_inside_words_too_wide(text: str, width: int, lines: list[str]) -> None:
    assert [shown(text, start, end) for start, end in wrap(text, width)] == lines


@given(st.text("ab \n", max_size=30), st.text("ab \n", max_size=30), st.text("ab \n", max_size=9), widths)
@settings(deadline=None, max_examples=100)
def test_a_part_wraps_like_the_same_text_alone(before: str, text: str, after: str, width: int) -> None:
    start, end = len(before), len(before) + len(text)
    part = wrap(before + text + after, width, start, end)
    assert [(left - start, right - start) for left, right in part] == wrap(text, width)


@pytest.mark.parametrize("width", [16, 76, 196])
def test_articles_wrap_at_every_width_in_work_that_grows_with_their_length(width: int) -> None:
    for text in (clean(path.read_text("utf-8")) for path in ARTICLES):
        assert all(cell_len(shown(text, *line)) <= width for line in wrap(text, width))
        assert count_calls(lambda text=text: wrap(text, width)) < 3 * len(text)  # type: ignore[misc]
