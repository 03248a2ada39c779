"""What has most of the meaning answers where no fact has all words itself; a name is never left out, silence stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from eujdef_tui.search.engine import Result, search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base, open_base

CORPORA = Path(__file__).parents[1] / "corpora"


@pytest.fixture(scope="module")
def rails() -> Iterator[Base]:
    base = open_base(CORPORA / "rails.yaml")
    yield base
    base.close()


@pytest.fixture(scope="module")
def bells() -> Iterator[Base]:
    base = open_base(CORPORA / "bells.yaml")
    yield base
    base.close()


def found(base: Base, typed: str) -> Result:
    return search(base, parse(typed))


def first(base: Base, typed: str) -> str:
    hits = found(base, typed).hits
    return base.record(hits[0].n).record.id if hits else ""


# --- most of the meaning ---


@pytest.mark.parametrize(
    ("typed", "answer", "left"),
    [
        ("merger offer turned down", "bid-declined", ("merger",)),  # two words in a row are one of the table
        ("supplier wants higher price", "fig-12pc", ("supplier",)),
    ],
)
def test_the_fact_with_most_of_the_meaning_answers_and_the_rest_is_told(
    rails: Base, typed: str, answer: str, left: tuple[str, ...]
) -> None:
    assert first(rails, typed) == answer
    assert found(rails, typed).left_out == left
    assert {("left out", word) for word in left} <= {(one.kind, one.typed) for one in found(rails, typed).readings}


def test_a_row_of_words_is_one_word_of_the_table(bells: Base) -> None:
    assert first(bells, "freighter sets sail with bells") == "departure"
    read = found(bells, "freighter sets sail with bells").readings
    assert ("expanded", "sets sail", "leave") in [tuple(one) for one in read]


def test_what_describes_a_linked_actor_counts_as_a_link(bells: Base) -> None:
    (told,) = (one for one in found(bells, "freighter sets sail with bells").hits[0].why if one.term == "freighter")
    assert (told.field, told.name) == ("link", "Astrid Solberg")


@pytest.mark.parametrize("typed", ["bells eaten by rust", "lindqvist divorce", "salmon bells", "norrmark helicopter"])
def test_a_name_and_a_word_that_no_fact_has_find_nothing(bells: Base, typed: str) -> None:
    assert found(bells, typed).hits == ()


def test_a_word_with_a_capital_that_no_fact_has_may_be_a_name_and_is_not_left_out(corpus: Base) -> None:
    assert found(corpus, "Shanghai Cooperation Organisation").hits == ()


def test_a_word_in_the_fact_itself_keeps_it_before_what_lacks_one(bells: Base) -> None:
    assert first(bells, "where did the ship arrive") == "arrival"
    assert found(bells, "where did the ship arrive").left_out == ()


# --- what a line asks for ---


def test_who_does_something_is_answered_by_one_who_is_said_to_do_it(bells: Base) -> None:
    assert first(bells, "who built the house of bells") == "banna"


def test_a_sum_that_is_named_is_answered_by_a_figure(rails: Base, bells: Base) -> None:
    assert found(rails, "strike bill").hits[0].why
    assert first(rails, "strike bill").startswith("fig-strike") or first(rails, "strike bill") == "strike-cost"
    assert first(bells, "tin content") == "fig-tin"


def test_how_loud_asks_for_decibels(rails: Base) -> None:
    assert first(rails, "how loud is it at night") == "fig-noise"


@pytest.mark.parametrize("typed", ["which agreements are legally binding", "legally binding agreements"])
def test_agreements_that_bind_by_law_are_those_of_that_force(corpus: Base, typed: str) -> None:
    assert first(corpus, typed) == "spa"
    assert found(corpus, typed).readings[0].read == "is:legal"


def test_agreements_that_do_not_bind_are_political(corpus: Base) -> None:
    assert [item.value for item in parse("which agreements are not legally binding").filters] == ["political"]
    assert first(corpus, "which agreements are not legally binding") == "sdp"


@pytest.mark.parametrize(
    ("typed", "ask"),
    [("date of the signing", "when"), ("place of the signing", "where"), ("reason for the delay", "why")],
)
def test_a_noun_that_asks_opens_a_question(typed: str, ask: str) -> None:
    query = parse(typed)
    assert ask in query.asks
    assert [term.text for term in query.terms] == [typed.split()[-1]]


def test_a_party_is_answered_by_what_its_members_say(rails: Base) -> None:
    assert first(rails, "what did the farmers' party say") == "st-farmers"


# --- words that are still being typed, or are not meant ---


def test_the_last_word_beside_a_name_may_be_half_typed(bells: Base) -> None:
    assert first(bells, "sparrow mal") == "st-mallet"
    assert found(bells, "sparrow ma").hits == ()


def test_a_number_word_is_no_other_spelling_of_a_preposition(corpus: Base) -> None:
    hits = found(corpus, "four partners").hits
    assert not any(match.token == "for" for hit in hits for match in hit.why)


def test_no_date_ends_with_an_article(corpus: Base) -> None:
    assert [(term.text, term.date) for term in parse("2035 the").terms] == [("2035", "2035")]
    assert first(corpus, "2035 the") == first(corpus, "2035")


@pytest.mark.parametrize("typed", ["fighter germany", "macrn", "space junk"])
def test_a_name_or_a_word_of_the_language_is_mended_into_no_other_common_word(corpus: Base, typed: str) -> None:
    assert found(corpus, typed).mended == ""
    assert not any(one.kind == "mended" for one in found(corpus, typed).readings)


def test_of_a_whole_name_that_is_nowhere_no_far_names_are_near(corpus: Base) -> None:
    assert found(corpus, "shinzo abe").nearest == ()


# --- where a word is left out, too little is no answer ---


def test_half_of_the_words_matched_badly_is_the_nearest_and_no_answer(bells: Base) -> None:
    read = found(bells, "judges let cargo go")
    assert read.hits == ()
    assert read.nearest


def test_an_offer_to_buy_answers_who_wants_to(rails: Base) -> None:
    assert first(rails, "who wants to buy noctua") in ("bid", "noctua", "bid-declined", "mesecina")


@pytest.mark.parametrize("typed", ["bus timetable", "train departures board"])
def test_a_timetable_is_no_plan_of_another_thing(bells: Base, typed: str) -> None:
    assert found(bells, typed).hits == ()


def test_two_words_in_a_row_that_mean_one_thing_stand_before_two_guesses(corpus: Base) -> None:
    hits = found(corpus, "pact on secret files").hits
    assert [one.token for one in hits[0].why] == ["pact", "classified information"]
    assert [one.token for one in hits[1].why] == ["pact", "classified", "texts"]  # the best of either guess


# --- a word half typed behind a hyphen ---


@pytest.mark.parametrize("typed", ["turbo-c", "turbo-cha", "turbo-charge", "Turbo-charg"])
def test_what_is_being_typed_behind_a_hyphen_is_the_word_that_follows(corpus: Base, typed: str) -> None:
    hit = found(corpus, typed).hits[0]
    assert corpus.record(hit.n).record.id in ("afp-heng-turbo", "afp-heng-funding")


def test_behind_a_hyphen_no_other_word_that_begins_so_is_meant(corpus: Base) -> None:
    assert not any(
        match.rule == "prefix" and match.token == "china" for hit in found(corpus, "turbo-ch").hits for match in hit.why
    )
