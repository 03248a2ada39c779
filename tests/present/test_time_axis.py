"""The time axis: a bar for each quarter, month or year, in one row."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.model.glyphs import BARS
from eujdef_tui.present.time_axis import time_axis
from eujdef_tui.text import edtf

TODAY = 2026_11_29
FACTS = [
    (2022_00, 2), (2022_01, 1), (2023_12, 2), (2024_00, 1), (2024_04, 2), (2024_06, 7), (2024_10, 2), (2024_11, 8),
    (2025_00, 3), (2025_01, 1), (2025_06, 6), (2025_07, 13), (2026_01, 1), (2027_00, 1), (2035_00, 3),
]  # fmt: skip


def shown(width: int, facts: list[tuple[int, int]] = FACTS, hits: dict[int, int] | None = None) -> str:
    return "".join(text for text, _ in time_axis(facts, hits, None, TODAY, width))


def test_a_cell_is_a_quarter_after_that_of_the_year_alone() -> None:
    assert shown(79) == " 2022 ▃▂···  2023 ···▃  2024 ▂·▆·▇  2025 ▃▂▅█·  2026 ▂···│  2027 ▂  ┄  2035 ▃"


def test_where_all_fits_a_cell_is_a_month() -> None:
    assert shown(119) == (
        " 2022 ▃▂···········  2023 ···········▃  2024 ▂···▃·▅···▃▆·  2025 ▃▂····▅█·····  2026 ▂··········│·  2027 ▂"
        "  ┄  2035 ▃"
    )


def test_where_quarters_do_not_fit_a_cell_is_a_year_and_of_those_some_around_the_picked_one() -> None:
    assert shown(60) == " 2022 ▂  2023 ▂  2024 █  2025 █  2026 ▂│  2027 ▂  ┄  2035 ▂"
    around = time_axis(FACTS, None, 2025_07, TODAY, 39)
    assert "".join(text for text, _ in around) == "… 2023 ▂  2024 █  2025 █  2026 ▂│ …"
    assert shown(20) == " 2022 ▂  2023 ▂ …"


def test_with_a_query_the_bars_are_those_of_its_hits() -> None:
    hits = {2024_06: 1, 2025_07: 3, 2022_00: 1}
    assert shown(79, hits=hits) == " 2022 ▄▁···  2023 ···▁  2024 ▁·▄·▁  2025 ▁▁▁█·  2026 ▁···│  2027 ▁  ┄  2035 ▁"
    assert set(shown(79, hits={})) <= set(" 0123456789▁·│┄")


def test_the_picked_quarter_and_its_year_stand_out_and_today_is_ahead() -> None:
    def standing_out(picked: int | None) -> list[tuple[str, str]]:
        axis = time_axis(FACTS, None, picked, TODAY, 79)
        bars = {char for text, role in axis if role == "text" for char in text}
        assert bars <= set(BARS), "only bars are in ink"
        assert not any(char in BARS for text, role in axis if role == "quiet" for char in text)
        return [(text, role) for text, role in axis if role not in ("quiet", "text")]

    assert standing_out(2025_08) == [("2025 ", "title"), ("█", "accent"), ("│", "ahead")]
    assert standing_out(2024_00) == [("2024 ", "title"), ("▂", "accent"), ("│", "ahead")]
    assert standing_out(None) == [("│", "ahead")]


def test_today_is_marked_only_where_the_axis_reaches_it() -> None:
    assert shown(80, [(2019_05, 1), (2020_00, 1)]).count("│") == 0
    assert shown(80, [(2019_00, 1), (2030_00, 1)]) == " 2019 █  ┄  2026 ···········│·  ┄  2030 █"


def test_nothing_dated_is_no_axis() -> None:
    assert time_axis([], None, None, TODAY, 80) == []


@pytest.mark.slow
@settings(deadline=None, max_examples=200)
@given(
    st.dictionaries(st.tuples(st.integers(-50, 2100), st.integers(0, 12)), st.integers(1, 999), min_size=1),
    st.integers(20, 200),
    st.data(),
)
def test_the_axis_fits_and_every_fact_is_in_sight_or_beyond_an_ellipsis(
    found: dict[tuple[int, int], int], width: int, data: st.DataObject
) -> None:
    facts = sorted((year * 100 + month, count) for (year, month), count in found.items())
    picked = data.draw(st.sampled_from([month for month, _ in facts]))
    pieces = time_axis(facts, None, picked, TODAY, width)
    text = "".join(text for text, _ in pieces)
    assert len(text) <= width
    assert [role for _, role in pieces].count("accent") == 1
    bars = sum(text.count(bar) for bar in "▂▃▄▅▆▇█")
    assert "…" in text or bars >= len({month // 100 for month, _ in facts})


def test_a_date_stands_in_the_month_in_which_it_begins_or_in_its_year_alone() -> None:
    expected = {
        "2025": 2025_00, "2025~": 2025_00, "../2035": 2035_00, "2022/..": 2022_01, "2026-33~": 2026_01,
        "2025-07-23~": 2025_07, "../2025-06~": 2025_06, "2024-11-30/2024-12-02": 2024_11, "2024/2026": 2024_01,
        "-0043-03-15": -43_00 + 3, "198X": 1980_00, "Y12025": 12025_00, "2025-XX": 2025_00,
    }  # fmt: skip
    assert {date: edtf.month(date) for date in expected} == expected
    assert edtf.month("") is None
