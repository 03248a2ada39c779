"""Words of ASCII text that needs no pattern are those that the pattern finds."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from eujdef_tui.text.tokens import _COUNTED, _words_by_pattern, may_count, words


@given(st.text("aBc19 .,'%-_\n\x1f&/", max_size=20))
@example("Mr. Smith, of No. 5 (the 'old' house) -- said: no_one.")
@example("a.b 1,000 it's 2%")
def test_words_are_those_that_the_pattern_finds(text: str) -> None:
    assert words(text) == _words_by_pattern(text)


NUMBERS = "one twelve seventeen twenty thirty forty fifty sixty seventy eighty ninety".split()


@given(st.lists(st.sampled_from([*NUMBERS, "security", "often", "SIXTY", "-", "party's"]), max_size=4).map(" ".join))
@example("ninety-one")
@example("Zwan\u017fig")
def test_a_text_may_count_where_a_word_for_a_number_stands_in_it(text: str) -> None:
    assert may_count(text) == (_COUNTED().search(text) is not None)


def test_what_only_ends_like_a_number_counts_nothing() -> None:
    assert not may_count("security and defence partnership")
