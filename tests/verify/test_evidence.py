"""What a fact has to set against a sentence: its readings, whom it names, its figures, its dates and deadlines."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from eujdef_tui.verify.checking import Checker
from eujdef_tui.verify.evidence import Evidenced, evidenced

Of = Callable[[str], Evidenced]


@pytest.fixture(scope="module")
def of(checker: Checker) -> Of:
    """The evidence of the first fact with an id."""
    return lambda wanted: Evidenced(next(one for one in checker.facts.facts if one.id == wanted), checker.facts)


def test_the_fact_comes_before_its_quotes_and_these_before_its_sentences(of: Of) -> None:
    fact = of("jt-deal-limits")
    assert fact.readings == (fact.fact.own, *fact.quotes, *fact.sentences)
    assert fact.quotes[0].text in fact.sentences[0].text
    assert fact.near_roots <= fact.roots
    assert fact.near_sided <= fact.sided


def test_whom_it_names_is_told_from_whom_only_its_sentence_names(of: Of) -> None:
    fact = of("kishida-state-visit")
    assert {"kishida", "biden"} <= fact.own_ids
    assert "ishiba" not in fact.own_ids
    assert "ishiba" in fact.ids
    assert fact.names_near(("biden",)) == "own"
    assert fact.names_near(("borrell",)) == ""


def test_who_belongs_to_a_place_is_near(of: Of) -> None:
    fact = of("afp-japan-relied")
    assert fact.names_near(("japanese-defense-industry",)) == "own"


FIGURES = {
    "fig-us-budget": (Decimal(935) * 10**9, "usd"),
    "fig-japan-spending": (Decimal(9) * 10**12, "jpy"),
    "fig-japan-two-percent": (Decimal(2), "pct"),
    "jt-deal-limits": (None, ""),
}


@pytest.mark.parametrize(("fact", "wanted"), FIGURES.items())
def test_a_figure_has_its_multiple_and_unit(of: Of, fact: str, wanted: tuple[Decimal | None, str]) -> None:
    assert (of(fact).value, of(fact).unit) == wanted


def test_what_doubles_is_a_multiplier(of: Of) -> None:
    assert of("fig-japan-doubling").multipliers == {"2"}


def test_the_dates_of_an_event_are_its_own(of: Of) -> None:
    assert (20240401, 20240430) in of("kishida-state-visit").dates
    assert of("kishida-state-visit").date_words == "Apr 2024"


def test_a_statement_gives_the_dates_of_its_words_and_was_made_on_another_day(of: Of) -> None:
    fact = of("afp-iwaya-force")
    assert (20250101, 20250101) in fact.dates
    assert fact.said_on == ((20241101, 20241101),)
    assert fact.date_words == "1 January 2025"


def test_an_open_date_reaches_a_year_back(of: Of) -> None:
    spans = of("north-korean-troops-in-russia").dates
    assert all(hi - lo <= 20_000 for lo, hi in spans)


def test_deadlines_are_kept_apart_from_other_dates(of: Of) -> None:
    assert (20350101, 20351231) in of("fig-nato-five-percent").deadlines
    assert of("kishida-state-visit").deadlines == ()


def test_the_agreement_of_an_event_or_statement_is_known(of: Of) -> None:
    assert [one.id for one in of("spa").agreements] == ["spa"]
    assert [one.id for one in of("spa-entry-into-force").agreements] == ["spa"]
    assert of("fig-us-budget").agreements == ()


def test_what_is_near_a_fact_are_its_words_and_quotes_and_may_deny(checker: Checker) -> None:
    found = [evidenced(fact, checker.facts) for fact in checker.facts.facts[:80]]
    assert all(one.near == (one.fact.own, *one.quotes) for one in found)
    assert {bool(one.denied) for one in found} == {True, False}
    assert all(one.denied == {root for reading in one.near for root in reading.denied} for one in found)


def test_a_root_stands_first_in_the_fact_but_of_an_agreement_last(checker: Checker) -> None:
    for fact in checker.facts.facts[::9]:
        one = evidenced(fact, checker.facts)
        for readings, found in ((one.readings, one.reading_with), (one.near, one.near_with)):
            order = (*readings[1:], readings[0]) if fact.sort == "agreement" else readings
            assert found.keys() == {root for reading in readings for root in reading.roots}
            for root, reading in found.items():
                assert reading is next(other for other in order if root in other.roots)
