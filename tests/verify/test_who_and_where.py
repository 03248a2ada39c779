"""Who did something to whom, which office someone has, where something happened, what must be and what may be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.store import Base
from eujdef_tui.verify.checking import Checked, Checker
from eujdef_tui.verify.dates import dates_differ
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.facts import Facts
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.offices import offices_of

Check = Callable[[str], list[Checked]]


def said(check: Check, text: str) -> list[tuple[str, str]]:
    """The words of a sentence that differ, with what the base has instead."""
    (found,) = check(text)
    return [(one.said, one.instead) for one in found.verdict.differences]


@pytest.mark.parametrize(
    ("true", "swapped"),
    [
        (
            "Japan has for decades relied on the United States for military hardware.",
            "The United States has for decades relied on Japan for military hardware.",
        ),
        (
            "Fumio Kishida was hosted by Joe Biden for a state visit in April 2024.",
            "Joe Biden was hosted by Fumio Kishida for a state visit in April 2024.",
        ),
        (
            "Joe Biden hosted Fumio Kishida for a state visit in April 2024.",
            "Fumio Kishida hosted Joe Biden for a state visit in April 2024.",
        ),
        (
            "South Korea is increasing its weapons exports to Europe.",
            "Europe is increasing its weapons exports to South Korea.",
        ),
    ],
)
def test_who_did_it_and_to_whom_may_not_change_places(check: Check, true: str, swapped: str) -> None:
    assert said(check, true) == []
    assert said(check, swapped)


@pytest.mark.parametrize(
    "text",
    [
        "The EU and Japan announced their security and defence partnership in Tokyo.",
        "Japan and the EU announced their security and defence partnership in Tokyo.",
        "Iwaya and Borrell exchanged an instrument of ratification.",
        "Borrell exchanged an instrument of ratification with Iwaya.",
    ],
)
def test_what_two_do_together_may_be_told_in_either_order(check: Check, text: str) -> None:
    assert said(check, text) == []


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Prime Minister Takeshi Iwaya unveiled the pact together with Borrell.", "Prime Minister"),
        ("Kaja Kallas is the president of the European Commission.", "president"),
        ("Rahm Emanuel, the American secretary of defence, wants ships repaired in Japan.", "secretary"),
    ],
)
def test_an_office_that_the_base_does_not_give_to_someone_differs(check: Check, text: str, office: str) -> None:
    assert office in [one for one, _ in said(check, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Takeshi Iwaya unveiled the pact together with Borrell.",
        "Kaja Kallas is a vice president of the European Commission.",
        "Kaja Kallas is a former prime minister of Estonia.",
        "Rahm Emanuel, the American ambassador, wants ships repaired in Japan.",
        "Kishida was President Biden's guest for a state visit in April 2024.",
        "Premier Ishiba called for a regional alliance.",
    ],
)
def test_an_office_that_the_base_gives_to_someone_does_not(check: Check, text: str) -> None:
    (found,) = check(text)
    assert found.verdict.word == "supported"


@pytest.mark.parametrize(
    ("record", "offices"),
    [
        ("kallas", {"vice president", "prime minister"}),
        ("emanuel", {"ambassador"}),
        ("iwaya", {"minister"}),
        ("maslow", set[str]()),
        ("japan", set[str]()),
        ("nobody", set[str]()),
    ],
)
def test_the_offices_of_someone_are_those_that_the_base_tells_of(
    checker: Checker, record: str, offices: set[str]
) -> None:
    assert offices_of(checker.facts, record) == offices


def test_offices_are_read_of_any_facts(base: Base, checker: Checker) -> None:
    assert offices_of(Facts(base, checker.names, ()), "biden") == {"president"}


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("American and Japanese officials met in Washington in June 2024 to speed up industrial cooperation.", "Tokyo"),
        ("The EU and Japan announced their security and defence partnership in Paris.", "Tokyo"),
    ],
)
def test_another_city_than_that_of_the_fact_differs(check: Check, text: str, city: str) -> None:
    assert city in [instead for _, instead in said(check, text)]


@pytest.mark.parametrize(
    "text",
    [
        "American and Japanese officials met in Tokyo in June 2024 to speed up industrial cooperation.",
        "Washington is pressing Tokyo to spend more on defence.",
        "SJAC met NATO officials in the Belgian capital.",
    ],
)
def test_a_city_that_stands_for_a_government_is_no_place(check: Check, text: str) -> None:
    assert said(check, text) == []


def test_what_may_be_is_not_what_must_be(check: Check) -> None:
    assert said(check, "Third countries will have to be part of the naval exercises.")
    assert not said(check, "Third countries may be part of the naval exercises.")
    assert not said(check, "European firms must comply with Japanese and European export controls.")


@pytest.mark.parametrize(
    ("text", "city", "instead"),
    [
        (
            "At the Brussels summit of July 2025, the two sides launched talks on classified information.",
            "Brussels",
            "",
        ),
        ("The EU and Japan launched negotiations on classified information in Brussels.", "Brussels", "Tokyo"),
    ],
)
def test_the_city_that_stands_for_a_government_is_not_where_something_happened(
    check: Check, text: str, city: str, instead: str
) -> None:
    assert (city, instead) in [(one, other if instead else "") for one, other in said(check, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Subaru was among the Japanese corporations expected in Paris, as were Toray and IHI.",
        "Brussels and Tokyo launched a security and defence partnership in November 2024.",
        "Her colleagues in Brussels do not limit the push to Japan, Kallas said.",
    ],
)
def test_a_city_of_which_an_article_tells_as_a_place_is_one(check: Check, text: str) -> None:
    assert said(check, text) == []


def test_where_somebody_went_is_where_a_fact_has_them_go(check: Check) -> None:
    assert "China" in [one for one, _ in said(check, "From Tokyo Mr Borrell was going to China.")]
    assert said(check, "From Tokyo Mr Borrell was going to South Korea.") == []
    assert said(check, "Kallas travelled to Manila to set up a defence dialogue with the Philippines.") == []


def test_of_two_firms_that_are_told_to_be_of_one_country_each_must_be(check: Check) -> None:
    assert said(check, "Thales and Leonardo are French companies.") == [("French", "Italy")]
    assert said(check, "Thales and Safran are French companies.") == []


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("Pyongyang test-fired one of its newest missiles on Friday.", "Thursday"),
        ("It was on a Thursday that Borrell and Iwaya announced the security and defence partnership.", "Friday"),
    ],
)
def test_another_day_of_the_week_differs(check: Check, text: str, instead: str) -> None:
    assert instead in [other for _, other in said(check, text)]
    day = next(word for word in ("Friday", "Thursday") if word in text)
    assert instead not in [other for _, other in said(check, text.replace(day, instead))]


def test_a_day_before_the_year_1_has_no_day_of_the_week(checker: Checker, hear: Callable[..., Heard]) -> None:
    fact = Evidenced(checker.facts.facts[0], checker.facts)
    fact.__dict__.update(readings=(), said_on=((-4900912, -4900912),))
    assert list(dates_differ(hear("It was on a Friday that they met."), fact)) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ishiba has ruled out a NATO-like regional alliance.", "ruled out"),
        ("Japan and the EU suspended negotiations on classified information.", "suspended"),
    ],
)
def test_what_is_ruled_out_or_suspended_is_not_what_was_called_for_or_launched(
    check: Check, text: str, word: str
) -> None:
    assert word in [one for one, _ in said(check, text)]
