"""The places of a quote by its rarest word are those that a look at every letter finds."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eujdef_tui.factfile import word_places
from eujdef_tui.factfile.alignment import occurrences
from eujdef_tui.factfile.word_places import WordPlaces
from tests.helpers.work import count_calls

WORDS = st.text("ab é\n", max_size=12)


def listed(text: str) -> WordPlaces:
    """Words of a text that was asked for so many quotes that they are listed."""
    places = WordPlaces(text)
    for _ in range(word_places.FEW + 1):
        list(places.occurrences("a b c"))
    return places


@given(text=st.text("ab é\n", max_size=60), quote=WORDS)
@example("a b a b a", "a b a")
@example(" a  b", " a ")
@example("aa b aa b aab", "a b a")
@example("", "a b c")
@example("b a ab a abb", "b a")
@example("a b", " ")
def test_the_places_are_those_that_a_look_at_every_letter_finds(text: str, quote: str) -> None:
    quote = quote or "a"
    assert list(listed(text).occurrences(quote)) == list(occurrences(text, quote))


def test_a_quote_whose_inner_words_the_text_lacks_is_sought_at_no_place() -> None:
    text = "Alpha met Beta in Paris. " * 4000
    places = listed(text)
    assert count_calls(lambda: list(places.occurrences("Alpha met Gamma in Paris."))) < 20


def test_a_quote_is_held_against_the_places_of_its_rarest_word_alone() -> None:
    text = "Alpha met Beta in Paris. " * 4000 + "Alpha met Gamma in Paris. " + "Alpha met Beta in Paris. " * 4000
    places = listed(text)
    quote = "Alpha met Gamma in Paris."
    assert list(places.occurrences(quote)) == [(text.index(quote), text.index(quote) + len(quote))]
    assert count_calls(lambda: list(places.occurrences(quote))) < 30


def test_the_letters_of_a_text_are_counted_for_quotes_of_common_words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[str] = []
    monkeypatch.setattr(WordPlaces, "_is_monotonous", property(lambda places: counted.append("all")))
    places = WordPlaces("Alpha met Beta in Paris. " * 400 + "Alpha met Gamma in Paris.")
    assert places.work("met Gamma in") == 1
    assert not counted
    assert places.work("Alpha met Beta") == 100
    assert counted == ["all"]


def test_a_quote_of_two_words_is_sought_where_words_begin_like_its_second() -> None:
    text = "Alpha met Beta in Paris. " * 4000
    places = listed(text)
    assert count_calls(lambda: list(places.occurrences("met Gamma"))) < 20
    assert list(places.occurrences("pha me")) == list(occurrences(text, "pha me"))


def by_letters(text: str) -> WordPlaces:
    """A text that was asked for so many quotes of one word that its letters are listed."""
    places = WordPlaces(text)
    for _ in range(word_places.SOUGHT):
        list(places.occurrences("a"))
    return places


@given(text=st.text("abcdé日 ", max_size=200), quote=st.text("abcdé日", min_size=1, max_size=12))
@example("abcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabcabc", "abc")
@example("日本日本日本" * 40 + "日本語", "日本語")
@example("aaaa", "aaa")
@example("ab", "abc")
def test_one_word_is_found_by_its_rarest_letters_where_a_look_at_all_finds_it(text: str, quote: str) -> None:
    assert list(by_letters(text).occurrences(quote)) == list(occurrences(text, quote))


def test_of_many_quotes_of_one_word_each_is_sought_where_its_rarest_letters_stand() -> None:
    text = "".join(f"{n:05}日本" for n in range(20_000))
    places = by_letters(text)
    assert list(places.occurrences("日本19999日")) == list(occurrences(text, "日本19999日"))
    assert count_calls(lambda: list(places.occurrences("日本19999日"))) < 300
    assert count_calls(lambda: list(places.occurrences("Ｎ日本1999"))) < 100


@pytest.mark.parametrize("letters", ["abcdefghij", "日本語の文字で書く", "abcdefghijklmnop"])
def test_to_seek_one_word_costs_the_whole_text_where_all_of_its_letters_stand_nearly_everywhere(letters: str) -> None:
    places = WordPlaces(letters * 10_000)
    assert places.work(letters * 3 + letters[0] * 2) == 0  # the last letters stand nowhere so
    assert places.work(letters * 30 + letters[0]) == len(letters) * 100
    before = places.work("elsewhere")
    for _ in range(word_places.SOUGHT + 1):
        list(places.occurrences(letters * 30))
    assert (before, places.work("elsewhere")) == (0, 0)


def test_letters_that_stand_nearly_everywhere_are_sought_one_by_one() -> None:
    places = by_letters("aaab" * 50_000)
    list(places.occurrences("aab"))
    assert count_calls(lambda: list(places.occurrences("aabaab"))) < 40
