"""A question of an amount is answered by the fact that tells it, and by nothing where no fact does."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from eujdef_tui.search import figures
from eujdef_tui.search.amount_words import Asking
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base, Document, open_base
from tests.helpers.fact_files import HEAD, write
from tests.helpers.found_ids import ids
from tests.helpers.named_actors import base_of_titles

ARTICLE = (
    "The ferry Astrid ran aground at Holmsund on 3 May 2024. It went at 31 knots. Another 17 were hurt. "
    "Captain Jon Berg said that the owners want 90 million crowns from the state. The Astrid has room for 420 people. "
    "Norlines' 85 sailors would rank below those of Ostline. Berg earns more than he says. A ticket to Sund costs 40 "
    "crowns. Salinity in the western bay has reached 29 grams a litre, and the bay has lost 60 percent of its fish. "
    "The fine would cost the port as much as 12 guards in a year. The port has a staff of 24. The court hears the "
    "owners on 9 September. Ostline bought 9 aircraft. Norlines carried 7 million crowns of debts. The wreck is "
    "to be raised. The relief fund aims at 9 million crowns, and the relief fund has 4 million crowns. Ostline offers "
    "5 million crowns for the mole. "
    "The mole is of 8 million crowns. A collapse in the mine killed six. It lies at a depth of 40 metres. "
    "A crane was ordered for 3 million crowns. A court in Sund heard it."
)
FACTS = """
actors:
  - {id: berg, kind: person, name: Jon Berg, summary: Captain of the ferry,
     evidence: [{source: s, quote: Captain Jon Berg}]}
  - {id: ostline, kind: company, name: Ostline, summary: Shipping company,
     evidence: [{source: s, quote: those of Ostline}]}
  - {id: norlines, kind: company, name: Norlines, evidence: [{source: s, quote: Norlines}]}
  - {id: port, kind: public-body, name: Sund Port, evidence: [{source: s, quote: the port}]}
  - {id: bay, kind: place, name: Great Bay, summary: A bay in the west, evidence: [{source: s, quote: the western bay}]}
events:
  - {id: aground, kind: accident, title: Ferry Astrid runs aground, date: 2024-05-03, status: happened,
     location: Holmsund, evidence: [{source: s, quote: The ferry Astrid ran aground at Holmsund on 3 May 2024}]}
  - {id: case, kind: trial, title: Court hears the owners against the state, date: 2024-09-09, status: planned,
     evidence: [{source: s, quote: The court hears the owners on 9 September}]}
  - {id: crane, kind: order, title: Crane ordered for the wreck, status: happened, actors: [port],
     evidence: [{source: s, quote: A crane was ordered for 3 million crowns}]}
  - {id: mine, kind: accident, title: Collapse in the mine kills six, status: happened,
     evidence: [{source: s, quote: A collapse in the mine killed six}]}
statements:
  - {id: fund-aims, kind: figure, text: The relief fund aims at 9 million crowns., value: "9", unit: million crowns,
     evidence: [{source: s, quote: The relief fund aims at 9 million crowns}]}
  - {id: fund-has, kind: figure, text: The relief fund has 4 million crowns., value: "4", unit: million crowns,
     evidence: [{source: s, quote: the relief fund has 4 million crowns}]}
  - {id: mole-offer, kind: figure, text: Ostline offers 5 million crowns for the mole., value: "5",
     unit: million crowns, about: [ostline], evidence: [{source: s, quote: offers 5 million crowns for the mole}]}
  - {id: mole, kind: figure, text: The mole is of 8 million crowns., value: "8", unit: million crowns,
     evidence: [{source: s, quote: The mole is of 8 million crowns}]}
  - {id: speed, kind: figure, text: It went at 31 knots., value: "31", unit: knots, about: [aground],
     evidence: [{source: s, quote: It went at 31 knots}]}
  - {id: hurt, kind: figure, text: Another 17 were hurt., value: "17", unit: hurt, about: [aground],
     evidence: [{source: s, quote: Another 17 were hurt}]}
  - {id: claim, kind: claim, text: The owners want 90 million crowns from the state., about: [case],
     evidence: [{source: s, quote: the owners want 90 million crowns from the state}]}
  - {id: room, kind: figure, text: The ferry has room for 420 people., value: "420", unit: people, about: [aground],
     evidence: [{source: s, quote: room for 420 people}]}
  - {id: rank, kind: concern, text: "Norlines' 85 sailors would rank below those of Ostline.", about: [ostline],
     evidence: [{source: s, quote: "Norlines' 85 sailors would rank below those of Ostline"}]}
  - {id: salinity, kind: figure, text: Salinity in the western bay has reached 29 grams a litre., value: "29",
     unit: grams a litre, about: [bay], evidence: [{source: s, quote: 29 grams a litre}]}
  - {id: fish, kind: figure, text: The bay has lost 60 percent of its fish., value: "60", unit: percent, about: [bay],
     evidence: [{source: s, quote: the bay has lost 60 percent of its fish}]}
  - {id: guards, kind: figure, text: The fine would cost the port as much as 12 guards., value: "12", unit: guards,
     about: [port], evidence: [{source: s, quote: as much as 12 guards}]}
  - {id: staff, kind: figure, text: The port has a staff of 24., value: "24", unit: people, about: [port],
     evidence: [{source: s, quote: The port has a staff of 24}]}
  - {id: fleet, kind: figure, text: Ostline bought 9 aircraft., value: "9", unit: aircraft, about: [ostline],
     evidence: [{source: s, quote: Ostline bought 9 aircraft}]}
  - {id: debts, kind: figure, text: Norlines carried 7 million crowns of debts., value: "7", unit: million crowns,
     about: [norlines], evidence: [{source: s, quote: 7 million crowns of debts}]}
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Base:
    """The base of a ferry that ran aground, and of its owners, port and bay."""
    folder = tmp_path_factory.mktemp("harbour")
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return open_base(write(folder, HEAD + FACTS))


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("how fast was the ferry going at holmsund", "speed"),
        ("how many were injured when the ferry ran aground", "hurt"),
        ("how many people has the ferry room for", "room"),
        ("how salty is the water in the western bay", "salinity"),
        ("what percentage of its fish has the bay lost", "fish"),
        ("how many planes did ostline buy", "fleet"),
        ("how many people work at the port", "staff"),
    ],
)
def test_a_figure_answers_by_its_unit_and_by_what_it_is_about(harbour: Base, typed: str, answer: str) -> None:
    assert ids(harbour, typed)[:1] == [answer]


def test_what_tells_the_amount_stands_before_what_only_has_the_words(harbour: Base) -> None:
    assert ids(harbour, "how much do the owners want from the state")[:1] == ["claim"]


def test_the_only_figure_that_counts_it_of_a_name_answers_also_to_another_verb(harbour: Base) -> None:
    assert ids(harbour, "how many aircraft did ostline scrap")[:1] == ["fleet"]
    assert ids(harbour, "how many planes did ostline scrap") == []


def test_how_long_is_answered_by_what_has_the_words_where_nothing_tells_a_time(harbour: Base) -> None:
    assert ids(harbour, "how long will the court hear the owners")[:1] == ["case"]
    assert ids(harbour, "how deep will the court hear the owners") == []


def test_a_death_toll_is_told_behind_its_verb(harbour: Base) -> None:
    assert ids(harbour, "how many workers were killed in the mine")[:1] == ["mine"]


def test_what_a_thing_costs_stands_before_what_someone_offers_for_it(harbour: Base) -> None:
    assert ids(harbour, "how much does the mole cost")[:2] == ["mole", "mole-offer"]
    assert ids(harbour, "how much did ostline offer for the mole")[:1] == ["mole-offer"]


def test_what_one_has_stands_before_what_one_aims_at(harbour: Base) -> None:
    assert ids(harbour, "how much money does the relief fund have")[:1] == ["fund-has"]


def test_an_event_answers_where_its_quote_tells_the_sum(harbour: Base) -> None:
    assert ids(harbour, "how much does the crane for the wreck cost")[:1] == ["crane"]


@pytest.mark.parametrize(
    "typed",
    [
        "how old is jon berg",
        "how many sailors does ostline have",
        "how many guards work at the port",
        "how salty is the eastern bay",
        "how much is jon berg paid",
        "how much does a bottle of water cost",
        "how many fishermen live in holmsund",
        "price of a ticket to holmsund",
        "how much power does ostline need",
        "what does a flight to holmsund cost",
        "how much did norlines earn in 2031",
        "how many percent of its ships has ostline lost",
    ],
)
def test_where_no_fact_tells_the_amount_of_that_thing_nothing_is_found(harbour: Base, typed: str) -> None:
    assert ids(harbour, typed) == []


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("what does the crane cost", "crane"),
        ("what are the debts of norlines", "debts"),
        ("number of aircraft that ostline bought", "fleet"),
        ("how many percent of its fish has the bay lost", "fish"),
        ("money for the owners", "claim"),
    ],
)
def test_an_amount_is_asked_for_in_other_ways_than_how(harbour: Base, typed: str, answer: str) -> None:
    assert ids(harbour, typed)[:1] == [answer]


def test_what_is_near_is_offered_where_no_amount_is_told(harbour: Base) -> None:
    near = search(harbour, parse("how many guards work at the port")).nearest
    assert "guards" in [harbour.record(hit.n).record.id for hit in near]


def test_a_number_of_another_one_answers_who_asks_about_that_one(harbour: Base) -> None:
    assert ids(harbour, "how many sailors does norlines have")[:1] == ["rank"]


def test_a_line_that_is_no_question_keeps_what_it_names(harbour: Base) -> None:
    assert ids(harbour, "sund port")[:1] == ["port"]


def test_what_the_amount_itself_tells_is_told_as_left_out(harbour: Base) -> None:
    result = search(harbour, parse("how fast was the ferry going at holmsund"))
    assert "going" in result.left_out


def test_a_word_of_what_a_figure_is_about_is_told_as_its_link(harbour: Base) -> None:
    best = search(harbour, parse("how fast was the ferry going at holmsund")).hits[0]
    assert {(match.term, match.field, match.via) for match in best.why if match.term == "holmsund"} == {
        ("holmsund", "link", harbour.number("aground") or 0)
    }


def test_a_filter_holds_for_the_answer_as_well(harbour: Base) -> None:
    assert "speed" not in ids(harbour, "how fast was the ferry going at holmsund kind:event")


def test_how_many_records_are_read_does_not_grow_with_the_base(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def counted(asking: Asking, documents: Sequence[Document]) -> list[Document]:
        read.append(len(documents))
        return telling(asking, documents)

    telling = figures._telling
    monkeypatch.setattr(figures, "_telling", counted)
    base = base_of_titles(
        [f"Ferry number {n} carries {n + 10} cars over the sound" for n in range(3 * figures.FIGURES)]
    )
    assert search(base, parse("how many cars do the ferries carry")).hits
    assert 0 < max(read) <= 2 * figures.READ + figures.ABOUT * figures.ANCHORS
    assert max(figures.READ, figures.ABOUT, figures.FACTS) < 100
    assert figures.FIGURES <= 400
