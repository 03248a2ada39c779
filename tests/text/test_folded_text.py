"""A text that is folded once: the same fold, and spans of the text as it stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from eujdef_tui.text.folded_text import FoldedText
from eujdef_tui.text.unicode import fold, fold_with_offsets

letters = st.sampled_from([*"abSs \n.", "ß", "…", "½", "é", "e\u0301", "ﬁ", "“", "防", "\u00ad", "\u0301", "ø"])
texts = st.lists(letters, max_size=40).map("".join) | st.text(max_size=40)


@pytest.mark.slow
@settings(deadline=None, max_examples=300)
@given(texts, st.data())
@example("Straße…", None)
def test_spans_are_those_of_the_fold_that_keeps_every_offset(text: str, data: st.DataObject | None) -> None:
    folded, slow = FoldedText(text), fold_with_offsets(text)
    assert folded.folded == slow.text
    for place in range(len(slow.text)):
        assert folded.offset(place) == slow.starts[place]
    if slow.text and data:
        start = data.draw(st.integers(0, len(slow.text) - 1))
        end = data.draw(st.integers(start + 1, len(slow.text)))
        first, last = folded.span(start, end)
        assert first == slow.starts[start]
        assert fold(text[last : slow.span(start, end)[1]]) == ""  # what is not seen may follow
        assert fold(text[:last]) == slow.text[: max(end, len(fold(text[:last])))]


def test_matches_that_come_from_one_character_are_one() -> None:
    folded = FoldedText("Straße, SOS")
    assert [folded.span(*found) for found in folded.matches(re.compile("s"))] == [(0, 1), (4, 5), (8, 9), (10, 11)]
