"""A sheet laid out at a width: nothing is lost or too wide, items hang under their mark, links are where they show."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from eujdef_tui.present.sheet_lines import Line, Part, item, mark_part
from eujdef_tui.tui.widgets.sheet_layout import LaidLine, lay_out
from tests.helpers.work import count_calls

words = st.text("ab é日-", min_size=1, max_size=40)
parts = st.builds(Part, words, st.sampled_from(["text", "quiet", "mark"]), st.integers(0, 3))
sheets = st.lists(
    st.builds(
        Line,
        st.sampled_from(["", "who", "says 17", "Japan Times, ~23 Jul 2025"]),
        st.lists(parts, min_size=1, max_size=5).map(tuple),
        st.sampled_from([0, 2]),
        st.booleans(),
        st.booleans(),
    ),
    max_size=6,
)


def shown(lines: Sequence[LaidLine]) -> list[str]:
    """The lines as the detail pane draws them."""
    drawn = (f" {line.label}".ljust(line.indent) + "".join(part.text for part, _ in line.parts) for line in lines)
    return [line.rstrip().replace("\N{NO-BREAK SPACE}", " ") for line in drawn]


def at(sheet: Sequence[Line], width: int, *, above: bool = False) -> list[str]:
    return shown(lay_out(sheet, width, above=above)[0])


@pytest.mark.slow
@settings(deadline=None, max_examples=200)
@given(sheets, st.integers(24, 90), st.booleans())
@example([Line("", (Part("日" * 30),), 2)], 24, False)
def test_no_word_is_lost_and_no_line_is_wider_than_the_pane(sheet: list[Line], width: int, above: bool) -> None:
    lines, _ = lay_out(sheet, width, above=above)
    laid = "".join(part.text for line in lines for part, _ in line.parts)
    assert laid == "".join(part.text for line in sheet for part in line.parts)
    assert [line.label for line in lines if line.label] == [line.label for line in sheet if line.label]
    assert all(cell_len(line) < max(width, cell_len("Japan Times, ~23 Jul 2025") + 2) for line in shown(lines))


@pytest.mark.slow
@settings(deadline=None, max_examples=200)
@given(sheets, st.integers(24, 90))
def test_each_link_is_on_the_line_that_its_first_words_are_shown_on(sheet: list[Line], width: int) -> None:
    lines, links = lay_out(sheet, width, above=False)
    assert [link.n for link in links] == [part.link for line in sheet for part in line.parts if part.link]
    for nth, link in enumerate(links):
        on = [place for place, line in enumerate(lines) if any(of == nth for _, of in line.parts)]
        assert on[0] == link.line
        assert all(part.link == link.n for place in on for part, of in lines[place].parts if of == nth)


def test_a_label_stands_in_its_column_once_and_an_item_hangs_under_its_mark() -> None:
    sheet = [
        Line("who", (Part("EU foreign policy chief, also vice president"),)),
        item("says 17", "“", Part("Kallas sees much room for cooperation.")),
        item("", "“", Part("Kallas hopes.")),
    ]
    assert at(sheet, 38) == [
        " who       EU foreign policy chief,",
        "           also vice president",
        " says 17   “ Kallas sees much room",
        "             for cooperation.",
        "           “ Kallas hopes.",
    ]


def test_a_label_too_long_for_its_column_and_every_label_of_a_narrow_terminal_stands_above() -> None:
    sheet = [Line("said of 131", (Part("one"),)), Line("who", (Part("two"),))]
    assert at(sheet, 40) == [" said of 131", "           one", " who       two"]
    assert at(sheet, 40, above=True) == [" said of 131", "   one", " who", "   two"]


def test_the_sides_of_a_tension_share_a_column_where_it_leaves_room_for_their_words() -> None:
    sheet = [
        Line("AFP report, ~1 Nov 2024", (Part("“the NATO standard”"),), side=True),
        Line("Japan Times, ~23 Jul 2025", (Part("“5% by 2035”"),), side=True),
        Line("read so", (Part("One is earlier."),)),
    ]
    assert at(sheet, 80) == [
        " AFP report, ~1 Nov 2024    “the NATO standard”",
        " Japan Times, ~23 Jul 2025  “5% by 2035”",
        " read so   One is earlier.",
    ]
    assert at(sheet, 45)[:2] == [" AFP report, ~1 Nov 2024", "           “the NATO standard”"]


def steps(*words: str) -> Line:
    parts: list[Part] = []
    for nth, word in enumerate(words):
        parts += [mark_part("●"), Part(word), *[Part("\N{NO-BREAK SPACE}── ", "rule")] * (nth < len(words) - 1)]
    return Line("track", tuple(parts), hang=2, steps=True)


def test_a_track_is_broken_between_steps_only_unless_a_step_is_wider_than_the_pane() -> None:
    track = steps("agreed 2024", "instruments exchanged 1 Nov", "entry into force 2025")
    assert at([track], 100) == [" track     ● agreed 2024 ── ● instruments exchanged 1 Nov ── ● entry into force 2025"]
    assert at([track], 64) == [
        " track     ● agreed 2024 ── ● instruments exchanged 1 Nov ──",
        "           ● entry into force 2025",
    ]
    assert at([track], 36) == [
        " track     ● agreed 2024 ──",
        "           ● instruments exchanged",
        "             1 Nov ──",
        "           ● entry into force 2025",
    ]


def test_twice_the_links_in_one_line_are_laid_out_in_twice_the_work() -> None:
    names = [Part(f"Name {n}, ", "link", n) for n in range(1, 2_001)]
    half = count_calls(lambda: lay_out([Line("who", tuple(names[:1000]))], 30, above=False))
    assert count_calls(lambda: lay_out([Line("who", tuple(names))], 30, above=False)) < 2.2 * half
