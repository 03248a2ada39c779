"""Who did something is found where a fact tells who, also by two facts, and not where it tells no one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from eujdef_tui.search.deeds import deed_of
from eujdef_tui.search.engine import search
from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base, open_base
from tests.helpers.fact_files import HEAD, write
from tests.helpers.found_ids import ids

PROOF = "evidence: [{source: s, quote: words}]"


def actor(id_: str, kind: str, name: str, summary: str) -> str:
    return f'  - {{id: {id_}, kind: {kind}, name: {name}, summary: "{summary}", {PROOF}}}\n'


def event(id_: str, kind: str, title: str, actors: str = "", status: str = "happened") -> str:
    told = f'kind: {kind}, title: "{title}", status: {status}, date: 2030, actors: [{actors}]'
    return f"  - {{id: {id_}, {told}, {PROOF}}}\n"


def said(id_: str, text: str, about: str = "", kind: str = "claim") -> str:
    return f'  - {{id: {id_}, kind: {kind}, text: "{text}", about: [{about}], {PROOF}}}\n'


FACTS = "".join(
    (
        "actors:\n",
        actor("holm", "company", "Holm Works", "Firm chosen to build the sluice"),
        actor("norvik", "company", "Norvik Yards", "Yard with a double-decked ferry"),
        actor("heron", "group", "Night Heron", "Group that claimed the theft of the charts"),
        actor("onyx", "person", "Ada Onyx", "Candidate for mayor of the port"),
        actor("pyrite", "person", "Bo Pyrite", "Pilot of the ferry"),
        actor("quartz", "person", "Cy Quartz", "Director of the port until 2031"),
        actor("beryl", "person", "Di Beryl", "Harbour clerk"),
        actor("reef", "organization", "Reef Circle", "Campaign group on the coast"),
        actor("loam", "person", "Xan Loam", "Founder of the Register of Wrecks"),
        actor("chalk", "person", "Yan Chalk", "Engineer who made recordings of the foghorn"),
        actor("silt", "person", "Zed Silt", "Skipper of the trawler Ebbtide"),
        actor("chalcedony", "person", "Abe Chalcedony", "Leader of those who study the foghorn"),
        actor("marl-lab", "company", "Echo Lab", "Firm of Bremen that studies the foghorn and the lamps"),
        actor("hedge", "company", "Hedge House", "Insurer of the lamps"),
        actor("marl", "company", "Marl Firm", "Oslo auditor hired to look into the books of the reef circle"),
        actor("loess", "organization", "Loess Club", "Losing bidder for the ferry rights"),
        actor("dike", "dam", "Sand Dike", "Dike that the ferry passes"),
        actor("gabbro", "company", "Gabbro Coast", "Builds Sand Dike for the town"),
        actor("coach", "company", "Gabbro Wheels", "Bus firm with eight wheels, for sale"),
        "agreements:\n",
        f"  - {{id: pact, title: Kelp Pact, instrument: treaty, parties: [reef], {PROOF}}}\n",
        "events:\n",
        event("works", "works", "Building of the sluice begins", "reef"),
        event("signing", "signing", "Ministers sign the Kelp Pact", "beryl"),
        event("late", "vote", "Vote on the Kelp Pact is put off", "beryl"),
        event("collision", "accident", "Ferry Nine collides with the mole", "pyrite"),
        event("charged", "charge", "Pilot charged with negligence", "pyrite"),
        event("fined", "charge", "Clerk charged with fraud", "beryl"),
        event("debate", "debate", "Debate of the candidates on television", "onyx", "planned"),
        event("talk", "debate", "Talk for the mayor", "onyx"),
        event("visit", "visit", "Ferry fair opened by the mayor", "onyx"),
        event("stolen", "theft", "Bell of the lighthouse stolen"),
        event("called-off", "cancellation", "Regatta called off", "dike"),
        event("diary", "find", "Diary of the foghorn found", "beryl"),
        event("skipper", "charge", "Skipper of Ebbtide fined", "silt"),
        event("bonn", "meeting", "Wreckers meet at the mole", "beryl"),
        event("ruling", "ruling", "Ruling on the award of the buoy contract", "gabbro", "planned"),
        event("awarded", "award", "Buoy contract awarded to Marl Firm", "marl"),
        event("draft", "draft", "Draft of the tide rules circulated"),
        event("strike-off", "cancellation", "Walkout called off", "reef"),
        event("sold", "sale", "Shareholders of Gabbro Coast meet", "gabbro"),
        "statements:\n",
        said("gone", "The lamp of the mole had been stolen in the night.", "collision"),
        said("bought", "The bell was bought by Night Heron.", "heron"),
        said("to-pay", "The yard is to mend the lantern.", "norvik"),
        said("heir", "The council wants a successor from outside the town.", "quartz"),
        said("tree", "The harbour clerk gave nine oars.", "beryl", "figure"),
        said("most", "The reef circle gave forty oars, the most of all.", "reef", "figure"),
        said("theft", "What was said of the sea charts and of a theft is not known.", "collision"),
    )
)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    folder: Path = tmp_path_factory.mktemp("deeds")
    opened = open_base(write(folder, HEAD + FACTS))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("typed", "id_"),
    [
        ("who builds the sluice", "holm"),  # before the event of the building
        ("which company builds the sluice", "holm"),
        ("who makes the double-decked ferry", "norvik"),  # a yard makes what it has
        ("who is standing for mayor", "onyx"),
        ("who put their names to the kelp pact", "signing"),  # not where something was put off
        ("who gave the most oars", "most"),  # not any who gave some
        ("kind:event who was charged over the collision", "charged"),
        ("who was charged over the collision", "charged"),  # of two charges, that of someone who was in it
        ("who succeeds quartz", "heir"),
        ("who bought the bell", "bought"),
        ("who is to mend the lantern", "to-pay"),
        ("who audits the reef circle", "marl"),  # the word for who does it
        ("who lost the bid for the rights", "loess"),
        ("who founded the wreck register", "loam"),
        ("who studies the foghorn", "chalcedony"),
        ("which company studies the foghorn", "marl-lab"),  # no person
        ("who won the buoy contract", "awarded"),  # and not what is still to be ruled
        ("who recorded the foghorn", "chalk"),  # by its own word, and no diary
        ("who captains the ebbtide", "silt"),
        ("who meets at the mole", "bonn"),  # which an event tells
        ("who builds the sand dike dam", "gabbro"),  # which is named, and is a dam
    ],
)
def test_who_did_it_stands_first(base: Base, typed: str, id_: str) -> None:
    assert ids(base, typed)[:1] == [id_]


@pytest.mark.parametrize(
    "typed",
    [
        "who stole the lamp",  # it had been stolen
        "who won the debate",  # it is planned
        "who pays for the reef circle",
        "who was charged over the debate",
        "who precedes quartz",
        "who stole the bell of the lighthouse",  # an event of no one
        "who cancelled the regatta",  # nor is a dike who did it
        "who wrote the draft of the tide rules",  # which no one is told to have circulated
        "who called off the parade",  # something else was
        "which company sings at the debate",  # to which none is tied
        "who insured the ferry",  # and no insurer is, of whom the line is read as misspelt
        "who owns gabbro wheels",  # which are not the coast
    ],
)
def test_where_no_one_is_told_to_have_done_it_nothing_is_found(base: Base, typed: str) -> None:
    assert ids(base, typed) == []


def test_a_deed_in_the_passive_answers_to_whom_it_was_done(base: Base) -> None:
    assert ids(base, "what was stolen in the night")[:1] == ["gone"]


def test_how_two_facts_answer_is_told(base: Base) -> None:
    best = search(base, parse("who was charged over the collision")).hits[0]
    told = [(match.term, match.field, match.name) for match in best.why]
    assert told == [("charged", "title", ""), ("collision", "link", "Ferry Nine collides with the mole")]


@pytest.mark.parametrize("typed", ["who was charged over the collision !pilot", "who succeeds quartz !successor"])
def test_what_a_query_leaves_out_answers_nothing(base: Base, typed: str) -> None:
    assert ids(base, typed) == []


@pytest.mark.parametrize(
    ("typed", "deed"),
    [("who builds it", "builds"), ("who else was fined", "fined"), ("which company makes it", "makes"), ("who", "")],
)
def test_the_deed_that_a_question_asks_for_is_known(base: Base, typed: str, deed: str) -> None:
    assert deed_of(Pipeline(base, parse(typed), 10)) == deed


# --- by sentences, and in bases that lack something ---

SENTENCES = (
    "Night Heron says that it has them. Thieves stole the charts of the sea at dawn. The Net House cannot "
    "pay for its roof. The Union gave 72 vials, the most of all. Japan has given 38 vials."
)
ON_SENTENCES = """
actors:
  - {id: heron, kind: group, name: Night Heron, summary: Group that claimed the theft of the charts,
     evidence: [{source: s, quote: Night Heron says}]}
  - {id: port, kind: organization, name: Port Office, summary: Keeps the doors,
     evidence: [{source: s, quote: at dawn}]}
  - {id: house, kind: company, name: Net House, summary: Last net maker of the coast,
     evidence: [{source: s, quote: The Net House}]}
  - {id: reef, kind: company, name: Reef Wheels, summary: Bus firm, evidence: [{source: s, quote: Japan}]}
events:
  - {id: dawn, kind: report, title: Doors found open, date: 2030, status: happened,
     evidence: [{source: s, quote: at dawn}]}
  - {id: owners, kind: meeting, title: Shareholders of Reef Sails meet, date: 2030, status: happened, actors: [house],
     evidence: [{source: s, quote: Japan}]}
  - {id: show, kind: show, title: Foghorn show opens, date: 2030, status: happened, actors: [heron],
     evidence: [{source: s, quote: Japan}]}
statements:
  - {id: most, kind: figure, text: "The Union has donated 72 vials, the most of all.",
     evidence: [{source: s, quote: the most of all}]}
  - {id: some, kind: figure, text: "Japan has given 38 vials.", evidence: [{source: s, quote: given 38 vials}]}
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    folder: Path = tmp_path_factory.mktemp("sentences")
    (folder / "a.txt").write_text(SENTENCES, encoding="utf-8")
    opened = open_base(write(folder, HEAD + ON_SENTENCES))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        ("who stole the sea charts", ["heron"]),  # before what rests on a sentence of the theft
        ("who has given the most vials", ["most"]),
        ("who pays for the net maker", []),  # it cannot pay for its roof
        ("who owns reef wheels", []),  # of whose sails the shareholders meet
        ("which company sold the foghorn show", []),
        ("who was charged in 2030", []),
        ("mayor of the coast", []),
    ],
)
def test_what_a_sentence_tells_in_passing_is_no_answer(told: Base, typed: str, answers: list[str]) -> None:
    assert ids(told, typed)[:1] == answers


def test_a_base_without_actors_has_no_one_in_charge(tmp_path: Path) -> None:
    base = open_base(write(tmp_path, f"{HEAD}events:\n{event('vote', 'vote', 'Vote on the pier')}"))
    assert ids(base, "who leads the pier") == []
    base.close()
