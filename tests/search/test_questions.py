"""What a question asks for is answered by the record that says it; what is typed around it is forgiven."""

from __future__ import annotations

from pathlib import Path

import pytest

from eujdef_tui.model.records import Statement, Tension
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.search.questions import measure
from eujdef_tui.search.results import Reading
from eujdef_tui.store import Base, open_base
from tests.helpers.fact_files import HEAD, write
from tests.helpers.found_ids import ids

# Facts of a harbour: an article of four sentences, and what rests on them.
ARTICLE = (
    "Mayor Ada Brunn opened the new quay on 3 May 2024. She wants trams as well. The sluice is 40 metres long and was "
    "built by Holm Works and Norvik Steel. Two papers disagree on the price. A tram line is to follow in 2031."
)
FACTS = """
actors:
  - {id: brunn, kind: person, name: Ada Brunn, summary: Mayor of the town,
     evidence: [{source: s, quote: Mayor Ada Brunn}]}
  - {id: holm, kind: company, name: Holm Works, summary: Builder of the sluice,
     evidence: [{source: s, quote: Holm Works}]}
  - {id: spokesman, kind: person, name: Per Lund, summary: Spokesman of the council,
     evidence: [{source: s, quote: Mayor}]}
  - {id: council, kind: organization, name: Sund Council, evidence: [{source: s, quote: Two papers}]}
  - {id: town, kind: public-body, name: Town of Sund, evidence: [{source: s, quote: new quay}]}
events:
  - {id: opening, kind: opening, title: Quay opened, date: 2024-05-03, status: happened, location: Sund,
     actors: [brunn], evidence: [{source: s, quote: opened the new quay on 3 May 2024}]}
  - {id: built, kind: works, title: Sluice finished, status: happened, actors: [holm],
     evidence: [{source: s, quote: The sluice is 40 metres long}]}
  - {id: tram, kind: plan, title: Tram line follows, date: 2031, status: planned, actors: [town],
     evidence: [{source: s, quote: A tram line is to follow in 2031}]}
  - {id: walkout, kind: strike, title: Tram builders strike, status: happened, actors: [town],
     evidence: [{source: s, quote: A tram line}]}
statements:
  - {id: noise, kind: claim, speaker: brunn, text: The trams make noise.,
     evidence: [{source: s, quote: Two papers disagree}]}
  - {id: wish, kind: position, speaker: brunn, text: Trams are next.,
     evidence: [{source: s, quote: She wants trams as well}]}
  - {id: length, kind: figure, text: The sluice is 40 metres long., value: "40", unit: metres,
     evidence: [{source: s, quote: 40 metres long}]}
  - {id: price, kind: figure, text: The sluice cost 7 million crowns., value: "7", unit: million crowns,
     evidence: [{source: s, quote: disagree on the price}]}
tensions:
  - {id: prices, title: The price of the sluice, facts: [length, price], reading: Two papers differ.,
     evidence: [{source: s, quote: Two papers disagree}, {source: s, quote: the price}]}
"""


@pytest.fixture(scope="module")
def sund(tmp_path_factory: pytest.TempPathFactory) -> Base:
    """The base of those facts."""
    folder = tmp_path_factory.mktemp("sund")
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return open_base(write(folder, HEAD + FACTS))


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("how long is the sluice", "length"),
        ("how much did the sluice cost", "price"),
        ("where do the papers differ on the sluice", "prices"),
        ("which companies finished the sluice", "built"),
        ("what is planned", "tram"),
        ("what is planned for the town of sund", "tram"),
        ("whats planned for the tram", "tram"),
        ("what happened", "opening"),
        ("when is the tram", "tram"),
        ("where was the quay opened", "opening"),
        ("what does the mayor want", "wish"),
        ("what did ada brunn say about trams", "wish"),
        ("what did the mayor say about trams", "wish"),
        ("what hapened on 3 may", "opening"),
        ("who is ada brunn", "brunn"),
    ],
)
def test_a_question_is_answered_by_the_record_that_it_wants(sund: Base, asked: str, answer: str) -> None:
    assert ids(sund, asked)[:1] == [answer]


@pytest.mark.parametrize("asked", ["who is the mayor of norvik", "who is the king of sund", "how many zebras has sund"])
def test_what_no_fact_says_is_not_answered(sund: Base, asked: str) -> None:
    assert ids(sund, asked) == []


def test_words_of_a_sentence_lead_to_the_facts_that_rest_on_it(sund: Base) -> None:
    assert "built" in ids(sund, "norvik steel")
    assert [match.field for match in search(sund, parse("norvik sluice")).hits[0].why] == ["sentence", "title"]
    assert set(ids(sund, "norvik kind:event")) <= {"built", "opening", "tram"}


def test_misspelt_words_of_the_grammar_are_told(sund: Base) -> None:
    assert Reading("mended", "hapened", "happened") in search(sund, parse("what hapened on 3 may")).readings
    assert parse("what happened on 3 may").mended == ()
    assert parse("kallas whcih").mended == ()


def test_words_that_are_left_out_of_a_question_are_told(sund: Base) -> None:
    result = search(sund, parse("when was the tram really opened"))
    assert set(result.left_out) <= {"really", "opened"}
    assert search(sund, parse("quay after sluice")).left_out == ()


@pytest.mark.parametrize(("asked", "unit"), [("how old is it", "year"), ("how long", "metre"), ("how big is it", "")])
def test_a_measure_has_units(asked: str, unit: str) -> None:
    assert (unit in measure(asked.split())) == bool(unit)


def test_a_speaker_comes_before_others_who_are_named(corpus: Base) -> None:
    for hit in search(corpus, parse("what did kallas say about china")).hits[:2]:
        record = corpus.record(hit.n).record
        assert isinstance(record, Statement)
        assert record.speaker == "kallas"


def test_a_question_that_names_what_differs_shows_the_difference_first(corpus: Base) -> None:
    for hit in search(corpus, parse("where do the articles differ on gcap")).hits[:2]:
        assert isinstance(corpus.record(hit.n).record, Tension)


def test_a_base_without_actors_or_tensions_answers_nothing_of_them(tmp_path: Path) -> None:
    base = open_base(write(tmp_path, HEAD))
    questions = "what did the mayor say", "where do the articles differ", "where do they differ on trams", "how much"
    for asked in questions:
        assert search(base, parse(asked)).hits == ()
    base.close()


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("what is the price of the sluice", "price"),  # a figure, though the word is in a tension's title
        ("what did the sluice cost", "price"),
        ("who built the sluice", "holm"),  # by a description, in another word
        ("who speaks for the council", "spokesman"),  # not the council itself
        ("who complains about noise", "noise"),  # whoever says it
        ("when did the tram builders walk out", "walkout"),  # two words that are one
    ],
)
def test_a_question_is_answered_by_who_did_it_and_not_by_what_it_names(sund: Base, typed: str, answer: str) -> None:
    assert ids(sund, typed)[:1] == [answer]


@pytest.mark.parametrize("typed", ["how much", "how many", "how much is it"])
def test_a_question_of_an_amount_and_nothing_else_finds_the_figures(sund: Base, typed: str) -> None:
    assert sorted(ids(sund, typed)) == ["length", "price"]


MEASURED = """
events:
  - {id: dike, kind: works, title: Dike built, status: happened, evidence: [{source: s, quote: A new dike}]}
statements:
  - {id: width, kind: figure, text: The dike is 900 metres long., value: "900", unit: metres,
     evidence: [{source: s, quote: 900 metres}]}
  - {id: flow, kind: figure, text: The dike drains 4 metres a second., value: "4", unit: metres a second,
     evidence: [{source: s, quote: 4 metres a second}]}
  - {id: sum, kind: figure, text: The dike cost 2 million crowns., value: "2", unit: million crowns,
     evidence: [{source: s, quote: 2 million crowns}]}
tensions:
  - {id: lengths, title: 900 or 950 metres of dike, facts: [width, flow], reading: They measure differently.,
     evidence: [{source: s, quote: 900 metres}, {source: s, quote: 950 metres}]}
"""
ABOUT = "A new dike of 900 metres, or of 950 metres, takes 4 metres a second. It cost 2 million crowns."


@pytest.fixture(scope="module")
def dike(tmp_path_factory: pytest.TempPathFactory) -> Base:
    """The base of a dike that was measured twice."""
    folder = tmp_path_factory.mktemp("dike")
    (folder / "a.txt").write_text(ABOUT, encoding="utf-8")
    return open_base(write(folder, HEAD + MEASURED))


def test_how_long_is_answered_by_lengths_before_figures_of_anything_else(dike: Base) -> None:
    found = ids(dike, "how long is the dike")
    assert set(found[:2]) == {"width", "lengths"}
    assert set(found[2:]) >= {"flow", "sum"}


def test_how_fast_is_answered_by_a_speed(dike: Base) -> None:
    assert ids(dike, "how much does the dike drain")[0] == "flow"


def test_where_nothing_has_the_unit_figures_are_near_and_no_answer(dike: Base) -> None:
    result = search(dike, parse("how heavy is the dike"))
    assert not result.hits
    assert dike.record(result.nearest[0].n).record.id in ("width", "flow", "sum")


def test_if_one_thing_is_binding_is_no_question_of_which_are(corpus: Base) -> None:
    assert ids(corpus, "is the defence partnership legally binding")[0] == "sdp"
    assert ids(corpus, "which partnerships are legally binding")[0] == "spa"
