"""Words of text that needs no pattern are those that the pattern finds."""

from __future__ import annotations

from hypothesis import assume, example, given
from hypothesis import strategies as st

from eujdef_tui.text.joints import joint_forms, may_join
from eujdef_tui.text.quantities import has_number, quantities
from eujdef_tui.text.tokens import _COUNTED, LONGEST_WORD, _words_by_pattern, may_count, simple_words, words
from eujdef_tui.text.unicode import evenly_folded


@given(st.text("aBc19 .,'%-_\n\x1f&/éØß’–½\u0301日", max_size=20))
@example("Mr. Smith, of No. 5 (the 'old' house) -- said: no_one.")
@example("a.b 1,000 it's 2%")
def test_words_are_those_that_the_pattern_finds(text: str) -> None:
    assert words(text) == _words_by_pattern(text, evenly_folded(text))


@given(st.text("aBc19 .,'%-_\n\x1f&/é", max_size=20))
@example("x" * (LONGEST_WORD + 1))
def test_simple_words_are_the_words_without_their_places(text: str) -> None:
    found = simple_words(text)
    assert found is None or [word.lower() for word in found] == [word.folded for word in words(text)]


@given(
    st.lists(st.sampled_from(["Talks", "a", "J", "R.", "B-52", "AT&T", "&", " - ", "'x'"]), max_size=6).map(" ".join)
)
def test_what_is_said_to_join_nothing_gives_no_further_words(text: str) -> None:
    written = simple_words(text)
    assume(written is not None)
    assert may_join(text, written or []) or not joint_forms(text)


@given(
    st.lists(st.sampled_from(["Talks", "two", "7", "3bn", "9兆円", "①", "٣", "often", "é"]), max_size=4).map(" ".join)
)
@example("5 thousands, 2 points")
@example("100 US dollars and 3 percent points")
def test_every_text_with_a_quantity_is_said_to_have_a_number(text: str) -> None:
    folded = [word.folded for word in words(text)]
    assert has_number(folded, " ".join(folded)) or not list(quantities(text))


def test_words_are_simple_where_nothing_joins_them() -> None:
    assert simple_words("Talks, in Rome: No. 5 (the 'old' house)") == "Talks in Rome No 5 the old house".split()
    assert [simple_words(text) for text in ("it's", "1,000", "2%", "U.S.", "Émile")] == [None] * 5


NUMBERS = "one twelve seventeen twenty thirty forty fifty sixty seventy eighty ninety".split()


@given(st.lists(st.sampled_from([*NUMBERS, "security", "often", "SIXTY", "-", "party's"]), max_size=4).map(" ".join))
@example("ninety-one")
@example("Zwan\u017fig")
def test_a_text_may_count_where_a_word_for_a_number_stands_in_it(text: str) -> None:
    assert may_count(text) == (_COUNTED().search(text) is not None)


def test_what_only_ends_like_a_number_counts_nothing() -> None:
    assert not may_count("security and defence partnership")
