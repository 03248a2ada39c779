"""Who leads, chairs, speaks for or mediates in something is found by the office that a record tells."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from eujdef_tui.search.engine import search
from eujdef_tui.search.offices import office_asked
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base, open_base
from eujdef_tui.text.word_forms import folded_words
from tests.helpers.fact_files import HEAD, write
from tests.helpers.found_ids import ids

PROOF = "evidence: [{source: s, quote: words}]"


def person(id_: str, name: str, summary: str, organization: str = "", role: str = "") -> str:
    held = f", memberships: [{{organization: {organization}, role: {role}, {PROOF}}}]" if role else ""
    return f'  - {{id: {id_}, kind: person, name: {name}, summary: "{summary}"{held}, {PROOF}}}\n'


def body(id_: str, name: str, summary: str, kind: str = "organization") -> str:
    return f'  - {{id: {id_}, kind: {kind}, name: {name}, summary: "{summary}", {PROOF}}}\n'


FACTS = "".join(
    (
        "actors:\n",
        person("onyx", "Ada Onyx", "Schoolteacher, diver and chair of Deep Voice", "deep-voice", "chair"),
        person("pyrite", "Bo Pyrite", "Geologist who leads the GRANITE survey"),
        person("quartz", "Cy Quartz", "Head of quality at the Harbour Works", "works", "head of quality"),
        person("beryl", "Di Beryl", "Director of the Harbour Works", "works", "director"),
        person("topaz", "Ed Topaz", "Vice-president of the Reef Bank", "bank", "vice-president"),
        person("opal", "Fay Opal", "Former judge, mediator between owners and crews"),
        person("jasper", "Gus Jasper", "Health minister, speaks for the Island League in the talks"),
        person("agate", "Hal Agate", "Spokesman of the rowers' families"),
        person("garnet", "Ida Garnet", "Boss of Blue Line; to lead the merged ferry company from 2030"),
        person("zircon", "Jo Zircon", "Former head of the Tide Office"),
        person("spinel", "Kai Spinel", "Secretary of the Tide Office"),
        person("mica", "Lea Mica", "Skipper of the harbour", "works", "member"),
        person("coral", "Mo Coral", "Japanese envoy at the talks"),
        person("pearl", "Ny Pearl", "President of the Dorvanian oarsmen"),
        person("azurite", "Oz Azurite", "Head of the Gull Museum"),
        person("jade", "Pat Jade", "Designated head of the planned museum of the new lighthouse"),
        person("lapis", "Quin Lapis", "Head of Ebb, the federation of growers in lowland Marsh"),
        person("amber", "Ray Amber", "Prime Minister of Fenland, with a majority of three"),
        person("slate", "Sol Slate", "Leader of Fenland's Sail League"),
        person("flint", "Tam Flint", "Lawyer of Ada Onyx"),
        person("chert", "Una Chert", "Advocate of the fishers who sued over the weir"),
        person("gneiss", "Val Gneiss", "Chief engineer of the tide gate", "gate-works", "chief engineer"),
        person("shale", "Wim Shale", "Director of Gate Works", "gate-works", "director"),
        person("loam", "Xan Loam", "Founder of the Register of Wrecks"),
        body("station", "Wave Station", "Island institute that runs the laboratory at Cape Low"),
        person("marble", "Zoe Marble", "Mayor of Cape Low"),
        body("gate-works", "Gate Works", "Yard in Fenland that builds the tide gate"),
        body("fenland", "Fenland", "Low country", "country"),
        body("ebb", "Ebb", "Federation of growers"),
        body("lobby", "Quay Circle", "Lobby of private pilots"),
        body("dockers", "Dock Court", "Court that heard the federation of Dorvania"),
        body("deep-voice", "Deep Voice", "association of the divers in the survey"),
        body("works", "Harbour Works", "Company that keeps the quays"),
        body("bank", "Reef Bank", "Lends to the port"),
        body("families", "Line Nine", "Association of the families of drowned rowers"),
        body("dorvania", "Dorvania", "Island state", "country"),
        body("kelp", "Kelp Fund", "Fund led by an engineer of the coast"),
        "agreements:\n",
        f"  - {{id: survey, title: GRANITE reef survey, short_title: GRANITE, instrument: survey, {PROOF}}}\n",
        "events:\n",
        f"  - {{id: dinner, kind: meeting, title: Dinner called off, status: happened, date: 2024, location: Geneva,"
        f" actors: [jasper], {PROOF}}}\n",
        f"  - {{id: mediation, kind: meeting, title: Sides meet under a mediator, status: planned, date: 2031,"
        f" actors: [opal, beryl], {PROOF}}}\n",
        f"  - {{id: race, kind: race, title: Race of the harbour, status: planned, date: 2032, actors: [mica],"
        f" {PROOF}}}\n",
    )
)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    folder: Path = tmp_path_factory.mktemp("offices")
    opened = open_base(write(folder, HEAD + FACTS))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("typed", "id_"),
    [
        ("who chairs the divers' association", "onyx"),  # her body says that it is one
        ("who leads the reef survey", "pyrite"),  # and the survey that it is of a reef
        ("who runs the harbour works", "beryl"),
        ("who is in charge of the harbour works", "beryl"),
        ("who is the harbour works' boss", "beryl"),
        ("who mediates between owners and crews", "opal"),
        ("who is mediating between director and crews", "opal"),  # with whom he meets
        ("who speaks for the island league", "jasper"),
        ("who speaks for the island league in geneva", "jasper"),  # where he was
        ("who speaks for the drowned rowers", "agate"),
        ("who will be boss of the merged ferry company", "garnet"),
        ("who runs the tide office", "spinel"),
        ("who headed the tide office", "zircon"),
        ("who represents japan", "coral"),
        ("who runs the harbor wroks", "beryl"),  # misspelt
        ("who will run the new museum", "jade"),  # who is to, before who does
        ("who leads the growers in marsh", "lapis"),  # what stands behind a comma is what she leads
        ("who governs fenland", "amber"),  # the leader of its league does not
        ("who leads the sail league of fenland", "slate"),
        ("who defends onyx", "flint"),
        ("who represents the fishers in court", "chert"),  # where such a one always does
        ("who runs the yard of the tide gate", "shale"),  # and not its chief engineer
        ("who runs the works in fenland", "shale"),  # where its own description has it
        ("chair of the divers' association", "onyx"),  # and the same in few words
        ("boss of the harbour works", "beryl"),
        ("spokesman for the drowned rowers", "agate"),
        ("head of the company that keeps the quays", "beryl"),
        ("who runs the laboratory", "station"),  # a body does
        ("who runs the lab at cape low", "station"),  # whose town's mayor does not
        ("who speaks for private pilots", "lobby"),  # where no person does
    ],
)
def test_who_holds_an_office_stands_first(base: Base, typed: str, id_: str) -> None:
    assert ids(base, typed)[:1] == [id_]


@pytest.mark.parametrize(
    "typed",
    [
        "who runs the reef bank",  # a vice-president does not
        "who leads dorvania",  # nor who leads some Dorvanians
        "who speaks for the harbour works",
        "who chairs the harbour works in spain",
        "who mediates in the reef bank",
        "who leads the kelp forest",
        "boss of the reef bank",
        "spokesman for the harbour works",
        "who leads the laboratory",  # which a body runs, and someone unnamed leads
        "who speaks for dorvania",  # of which a federation is named in passing
    ],
)
def test_where_no_one_is_told_to_hold_it_no_one_does(base: Base, typed: str) -> None:
    assert ids(base, typed) == []


def test_a_body_that_says_who_leads_it_answers(base: Base) -> None:
    assert ids(base, "who leads the kelp fund") == ["kelp"]


def test_what_a_query_leaves_out_holds_no_office(base: Base) -> None:
    assert "beryl" not in ids(base, "who runs the harbour works !beryl")


def test_how_each_word_was_found_is_told(base: Base) -> None:
    result = search(base, parse("who chairs the divers' association"))
    assert [(m.term, m.token, m.field, m.name) for m in result.hits[0].why] == [
        ("chairs", "chair", "words", ""),
        ("divers", "diver", "words", ""),
        ("association", "association", "link", "Deep Voice"),
    ]
    assert result.left_out == ()


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("who leads the talks", "leads"), ("who will lead the talks", "lead"), ("who is in charge of it", "charge"),
        ("who speaks for the crew", "speaks"), ("who is the council's chairwoman", "chairwoman"),
        ("who is the new head of the bank", "head"), ("boss of the bank", "boss"),
        ("spokesman for it all", "spokesman"),
    ],
)  # fmt: skip
def test_the_word_that_asks_for_an_office_is_known(typed: str, word: str) -> None:
    words = folded_words(typed)
    asked = office_asked(words)
    assert asked is not None
    assert words[asked[1]] == word


@pytest.mark.parametrize(
    "typed",
    [
        "the boss of the bank", "boss of", "head against the wall", "leads of the day",
        "who is running for mayor", "who speaks on friday", "who heads to the final",
        "who leads", "who paid the boss of the bank", "who", "", "which head of state came",
    ],
)  # fmt: skip
def test_other_lines_ask_for_no_office(typed: str) -> None:
    assert office_asked(folded_words(typed)) is None


# --- who did it ---


@pytest.mark.parametrize("typed", ["who won the race of the harbour", "who pays for the reef bank"])
def test_what_only_has_the_rest_does_not_tell_who_did_it(base: Base, typed: str) -> None:
    assert ids(base, typed) == []


@pytest.mark.parametrize(("mediators", "answers"), [(1, ["m0"]), (2, [])])
def test_the_only_mediator_is_one_in_any_dispute(mediators: int, answers: list[str], tmp_path: Path) -> None:
    made = "".join(person(f"m{n}", f"Ada Onyx{n}", "State mediator") for n in range(mediators))
    base = open_base(write(tmp_path, f"{HEAD}actors:\n{made}"))
    assert ids(base, "who mediates in the dispute") == answers
    base.close()


def test_a_question_of_a_year_is_answered_by_dates(base: Base) -> None:
    assert ids(base, "who leads the reef survey in 1999") == []
