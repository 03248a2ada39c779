"""The places of many quotes, by rows of their letters, are those that a look at every letter finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice, product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eujdef_tui.factfile import quote_places
from eujdef_tui.factfile.alignment import occurrences
from eujdef_tui.factfile.quote_finding import Page, find
from eujdef_tui.factfile.quote_places import QuotePlaces
from tests.helpers.work import count_calls

LETTERS = "ab é\n日"


@pytest.fixture(autouse=True, scope="module")
def listed_at_once() -> Iterator[None]:
    """One quote is enough for a pass."""
    patch = pytest.MonkeyPatch()
    patch.setattr(quote_places, "_SOME", 0)
    patch.setattr(quote_places, "_MANY", 0)
    yield
    patch.undo()


@given(text=st.text(LETTERS, max_size=80), quotes=st.lists(st.text(LETTERS, min_size=1, max_size=20), max_size=5))
@example("a b a b a", ["a b a"])
@example(" a  b", [" a "])
@example("aaaa", ["aa", "aaa", "aaaa", "aaaaa"])
@example("ab " * 40, ["ab ab ab ab ab ab ab ab ab ab", "b ab ab a", " ab", "b ab", "ab a"])
@example("", ["a b c"])
@example("日本語日本" * 20, ["日本日", "日本語日本日本語日", "語"])
def test_the_places_are_those_that_a_look_at_every_letter_finds(text: str, quotes: list[str]) -> None:
    places = QuotePlaces(text, quotes)
    for quote in [*quotes, "ab a", "elsewhere than here"]:
        found = list(occurrences(text, quote))
        assert list(places.occurrences(quote)) == found
        assert not places.stands(quote) or found


def places_by_find(text: str, words: str) -> list[tuple[int, int]]:
    """Every place of words in a text, by `str.find` alone."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append((at, at + len(words)))
        at = text.find(words, at + 1)
    return found


@given(
    text=st.sampled_from(["a ", "ab ", "ab \n", " 日本"]).flatmap(lambda letters: st.text(letters, max_size=120)),
    others=st.lists(st.text("ab 日\n", min_size=1, max_size=12), max_size=40),
    few=st.sampled_from([0, 100]),
    common=st.sampled_from([1, 100]),
)
@example("b ab", [], 100, 1)
@example(" b a", [], 100, 100)
@example("a b a b a", [], 0, 1)
@example(" " * 30, [], 0, 1)
@example(" ", ["a", "  ", " a", "a "], 100, 1)
def test_all_that_stands_in_a_text_is_found_and_nothing_else(
    text: str, others: list[str], few: int, common: int
) -> None:
    """Quotes are cut from the text: one that is made up stands in it too seldom to be missed."""
    cut = (text[at : at + size] for size in range(1, 13) for at in range(len(text) - size + 1))
    quotes = list(dict.fromkeys([*cut, *others]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quote_places, "_FEW", few)
        patch.setattr(quote_places, "_COMMON", common)
        places = QuotePlaces(text, quotes)
        found = {quote: list(places.occurrences(quote)) for quote in quotes}
        seen = [quote for quote in quotes if places.stands(quote)]
    assert found == {quote: places_by_find(text, quote) for quote in quotes}
    assert found == {quote: list(occurrences(text, quote)) for quote in quotes}
    assert all(found[quote] for quote in seen)


@pytest.mark.parametrize("text", ["aab a baabb", "a  a a aa   ", " b aba b b a "])
def test_all_quotes_of_two_letters_and_spaces_are_found_at_once(text: str) -> None:
    """Each way to fill up to nine letters is a quote; the x between make the text long enough for rows to be rare."""
    quotes = ["".join(letters) for size in range(1, 10) for letters in product("a b", repeat=size)]
    padded = f"{text}{'x' * 900}{text}"
    places = QuotePlaces(padded, quotes)
    for quote in quotes:
        assert list(places.occurrences(quote)) == places_by_find(padded, quote)


@pytest.mark.parametrize("count", [40, 89, 400])
@pytest.mark.parametrize("shape", ["{} men", "{} me", "{} m", "{} ", " {}", "of {}", "{} of men"])
def test_short_quotes_with_a_space_are_verbatim_however_many_an_article_has(
    monkeypatch: pytest.MonkeyPatch, shape: str, count: int
) -> None:
    monkeypatch.setattr(quote_places, "_SOME", 50)
    monkeypatch.setattr(quote_places, "_MANY", 300)
    quotes = [shape.format("".join(pair)) for pair in islice(product("ABCDEFGHIJKLMNOPQRSTU", repeat=2), count)]
    page = Page("\n".join(f"Some say ({quote}) and no more was heard." for quote in quotes), quotes)
    assert {find(page, quote).grade for quote in quotes} == {"verbatim"}


@given(text=st.text(LETTERS, max_size=80), quotes=st.lists(st.text(LETTERS, max_size=20), max_size=5))
def test_a_quote_among_others_is_found_as_alone(text: str, quotes: list[str]) -> None:
    page = Page(text, quotes)
    assert [find(page, quote) for quote in quotes] == [find(text, quote) for quote in quotes]


@pytest.mark.parametrize("shape", ["{}", "the {} of all these", "{}, said he", "日本{}日本"])
def test_a_quote_is_held_against_the_places_of_its_rarest_letters_alone(shape: str) -> None:
    quotes = [shape.format(f"{n:05}") for n in range(2000)]
    places = QuotePlaces("\n".join(quotes), [*quotes, shape.format("12345")])
    assert list(places.occurrences(quotes[1234])) == list(occurrences("\n".join(quotes), quotes[1234]))
    assert count_calls(lambda: list(places.occurrences(quotes[999]))) < 120
    assert count_calls(lambda: list(places.occurrences(shape.format("12345")))) < 120
    assert places.work(quotes[7]) <= 20


@pytest.mark.parametrize("letters", ["ab", "a b c d ", "日本"])
def test_where_all_letters_stand_nearly_everywhere_the_whole_text_is_looked_through_and_counted(letters: str) -> None:
    text = letters * 5_000
    places = QuotePlaces(text, [f"{letters * 5}{letters[0]}"])
    assert places.work(f"{letters * 5}{letters[0]}") == len(text) // 50
    assert count_calls(lambda: next(places.occurrences(f"{letters * 5}{letters[0]}"))) < 30


def test_a_quote_that_is_no_longer_than_a_row_is_counted_as_no_work() -> None:
    places = QuotePlaces("the end. " * 5_000, ["the", "end.", "the end."])
    assert [places.work(quote) for quote in ("the", "end.", "the end.")] == [0, 0, 0]
    assert next(places.occurrences("end.")) == (4, 8)


def few(text: str, count: int) -> int:
    """The work of one quote, of so many that the text lacks."""
    places = QuotePlaces(text, [f"z{n:03}{'a' * 20}" for n in range(count)])
    return places.work("z000" + "a" * 20)


@pytest.mark.parametrize(("text", "least"), [("a" * 50_000, 50), ("".join(map(str, range(9_000))), 300)])
def test_few_quotes_are_sought_one_by_one_of_a_text_of_few_letters_fewer(
    monkeypatch: pytest.MonkeyPatch, text: str, least: int
) -> None:
    monkeypatch.setattr(quote_places, "_SOME", 50)
    monkeypatch.setattr(quote_places, "_MANY", 300)
    looked: list[str] = []
    rows: Callable[[QuotePlaces, Iterable[str], quote_places._Kind], object] = QuotePlaces._rows

    def counted(places: QuotePlaces, quotes: Iterable[str], kind: quote_places._Kind) -> object:
        looked.append("pass")
        return rows(places, quotes, kind)

    monkeypatch.setattr(QuotePlaces, "_rows", counted)
    assert few(text, least) == 0
    assert not looked
    few(text, least + 1)
    assert looked


def test_of_a_very_long_text_no_places_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quote_places, "_LONGEST", 10)
    places = QuotePlaces("The end of it all.", ["end of it all"])
    assert list(places.occurrences("end of it all")) == [(4, 17)]
    assert not places.stands("end of it all")
    assert places.work("end of it all") == 0
