"""A text that is folded once: the same fold, and spans of the text as it stands."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from eujdef_tui.text.folded_text import FoldedText
from eujdef_tui.text.unicode import _PIECE, fold

letters = st.sampled_from(
    [*"abSs \n.", "  ", "ß", "…", "½", "¨", "é", "e\u0301", "ﬁ", "“", "防", "\u00ad", "\u0301", "ø"]
)
texts = st.lists(letters, max_size=40).map("".join) | st.text(max_size=40)


def with_offsets(text: str, *, squeezed: bool) -> list[tuple[str, int, int]]:
    """Each character of the fold, and the span of the piece of the text that it came from."""
    found: list[tuple[str, int, int]] = []
    for match in _PIECE().finditer(text):
        start, end = match.span()
        folded = fold(match[0])
        if match[0].isascii():
            found += [(char, at, at + 1) for at, char in enumerate(folded, start)]
        else:
            found += [(char, start, end) for char in folded]
    if squeezed:
        found = [one for nth, one in enumerate(found) if one[0] != " " or (nth and found[nth - 1][0] != " ")]
    return found


@pytest.mark.slow
@settings(deadline=None, max_examples=300)
@given(texts, st.booleans(), st.data())
@example("Straße…", False, None)
@example("  Straße \n…  ¨  b", True, None)
def test_spans_are_those_of_the_fold_that_keeps_every_offset(
    text: str, squeezed: bool, data: st.DataObject | None
) -> None:
    folded, slow = FoldedText(text, squeezed=squeezed), with_offsets(text, squeezed=squeezed)
    assert folded.folded == "".join(char for char, _, _ in slow)
    assert squeezed or folded.folded == fold(text)
    for place, (_, begun, _) in enumerate(slow):
        assert folded.offset(place) == begun
        assert folded.span(place, place) == (begun, begun)
    if slow and data:
        start = data.draw(st.integers(0, len(slow) - 1))
        end = data.draw(st.integers(start + 1, len(slow)))
        first, last = folded.span(start, end)
        assert first == slow[start][1]
        assert fold(text[slow[end - 1][2] : last]).strip() == ""  # what is not seen or left out may follow


def test_a_page_of_ascii_in_one_piece_is_one_run_of_it() -> None:
    folded = FoldedText("One line. " * 1000, squeezed=True)
    assert len(folded._at) == 1


def test_matches_that_come_from_one_character_are_one() -> None:
    folded = FoldedText("Straße, SOS")
    assert [folded.span(*found) for found in folded.matches(re.compile("s"))] == [(0, 1), (4, 5), (8, 9), (10, 11)]


def test_a_character_that_is_spelled_out_is_never_cut() -> None:
    folded = FoldedText("xßy")
    assert folded.folded == "xssy"
    assert folded.span(1, 2) == folded.span(2, 3) == (1, 2)


def test_of_no_text_the_span_is_its_beginning() -> None:
    assert FoldedText("", squeezed=True).span(0, 0) == (0, 0)


@pytest.mark.parametrize(("text", "folded"), [("  A \n b", "a b"), ("…  ½", "... 1/2"), ("A ¨b", "a b")])
def test_squeezed_it_has_single_spaces_and_none_at_its_beginning(text: str, folded: str) -> None:
    assert "  " not in FoldedText(text, squeezed=True).folded
    assert FoldedText(text, squeezed=True).folded.replace("\u0308", "") == folded
