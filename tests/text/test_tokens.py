"""Words of ASCII text that needs no pattern are those that the pattern finds."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from eujdef_tui.text.tokens import _words_by_pattern, words


@given(st.text("aBc19 .,'%-_\n\x1f&/", max_size=20))
@example("Mr. Smith, of No. 5 (the 'old' house) -- said: no_one.")
@example("a.b 1,000 it's 2%")
def test_words_are_those_that_the_pattern_finds(text: str) -> None:
    assert words(text) == _words_by_pattern(text)
