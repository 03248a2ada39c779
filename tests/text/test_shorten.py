"""A text is cut at a word, and never inside a date."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from eujdef_tui.text.shorten import shorten
from eujdef_tui.text.unicode import clean

quick = settings(deadline=None, max_examples=300)
texts = st.text("abc ,–日本\u0301\u3000🦀", max_size=60) | st.text(max_size=60).map(clean)


@pytest.mark.parametrize(
    ("text", "width", "said"),
    [
        ("EU foreign policy chief", 23, "EU foreign policy chief"),
        ("EU foreign policy chief", 22, "EU foreign policy…"),
        ("EU foreign policy chief", 18, "EU foreign policy…"),
        ("EU foreign policy chief", 17, "EU foreign…"),
        ("at the July summit, or later", 20, "at the July summit…"),
        ("already under way – or explored", 20, "already under way…"),
        ("instruments exchanged 1 Nov 2024; entry into force", 27, "instruments exchanged…"),
        ("instruments exchanged 1 Nov 2024; entry into force", 34, "instruments exchanged 1 Nov 2024…"),
        ("agreed by about 23 Jul 2025", 20, "agreed…"),
        ("agreed ~23 Jul 2025", 15, "agreed…"),
        ("on November 1, 2024 in Tokyo", 14, "on…"),
        ("23 Jul 2025 in Tokyo", 8, "…"),
        # nowhere else to cut
        ("国際度量衡局と国際度量衡委員会", 11, "国際度量衡…"),
        ("EU 国際度量衡局と国際度量衡委員会", 14, "EU 国際度量衡…"),
        ("Donaudampfschiffahrtsgesellschaft", 10, "Donaudamp…"),
        ("Japan", 1, "…"),
        ("Japan", 0, ""),
    ],
)
def test_a_text_is_cut_before_the_word_or_the_date_that_has_no_room(text: str, width: int, said: str) -> None:
    assert shorten(text, width) == said


@pytest.mark.counts_lines
@pytest.mark.slow
@quick
@given(texts, st.integers(0, 40))
@example("a\u0301" * 9, 4)
def test_what_is_cut_fits_begins_as_the_text_and_says_that_it_is_cut(text: str, width: int) -> None:
    said = shorten(text, width)
    assert cell_len(said) <= width
    assert said == text or (said[-1:] in ("…", "") and text.startswith(said[:-1]))
    assert said == text or cell_len(text) > width
