"""Which words of a line may be left out, who answers a question of who does something, and where silence is honest."""

from __future__ import annotations

from pathlib import Path

import pytest

from eujdef_tui.search.engine import search
from eujdef_tui.search.grammar import grammar
from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.query import parse
from eujdef_tui.search.questions import asked_for, measure
from eujdef_tui.search.worth import facts_with, is_ordinary, share_left_out, worth_of
from eujdef_tui.store import Base, open_base
from eujdef_tui.text.word_forms import same_word
from tests.helpers.fact_files import HEAD, write
from tests.helpers.found_ids import ids

# Facts of a railway: an article, and what rests on it.
ARTICLE = (
    "Lundrail lost 12 million crowns in 2024. Its head, Vera Moss, blamed the loss on snow. Holm Works builds the "
    "viaduct for Lundrail. Holm speaks of a builder's summer at the viaduct. A tunnel of 9 kilometres was opened. "
    "Osk and Tarn held a joint exercise. The ministry launches a ferry with 40 cabins. Dunes were guarded by day."
)
FACTS = """
actors:
  - {id: lundrail, kind: company, name: Lundrail, summary: Railway company, evidence: [{source: s, quote: Lundrail}]}
  - {id: moss, kind: person, name: Vera Moss, summary: Head of Lundrail,
     memberships: [{organization: lundrail, role: head, evidence: [{source: s, quote: "Its head, Vera Moss"}]}],
     evidence: [{source: s, quote: "Its head, Vera Moss"}]}
  - {id: holm, kind: company, name: Holm Works, summary: Builds the viaduct, evidence: [{source: s, quote: Holm Works}]}
  - {id: osk, kind: country, name: Osk, evidence: [{source: s, quote: Osk}]}
  - {id: tarn, kind: country, name: Tarn, evidence: [{source: s, quote: Tarn}]}
events:
  - {id: tunnel, kind: opening, title: Tunnel of 9 kilometres opened, status: happened,
     evidence: [{source: s, quote: A tunnel of 9 kilometres was opened}]}
  - {id: exercise, kind: exercise, title: Joint exercise of Osk and Tarn, date: 2024, status: happened,
     actors: [osk, tarn], evidence: [{source: s, quote: Osk and Tarn held a joint exercise}]}
  - {id: ferry, kind: launch, title: Ministry launches a ferry, status: happened,
     evidence: [{source: s, quote: The ministry launches a ferry}]}
statements:
  - {id: loss, kind: claim, speaker: moss, text: The loss came from snow.,
     evidence: [{source: s, quote: blamed the loss on snow}]}
  - {id: summer, kind: claim, text: The builder builds the viaduct in summer.,
     evidence: [{source: s, quote: a builder's summer at the viaduct}]}
  - {id: fig-loss, kind: figure, text: Lundrail lost 12 million crowns., value: "12", unit: million crowns,
     evidence: [{source: s, quote: Lundrail lost 12 million crowns}]}
  - {id: fig-cabins, kind: figure, text: The ferry has 40 cabins., value: "40", unit: cabins,
     evidence: [{source: s, quote: a ferry with 40 cabins}]}
"""


@pytest.fixture(scope="module")
def rail(tmp_path_factory: pytest.TempPathFactory) -> Base:
    """The base of those facts."""
    folder: Path = tmp_path_factory.mktemp("rail")
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return open_base(write(folder, HEAD + FACTS))


# --- who answers ---


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("who builds the viaduct", "holm"),
        ("boss of lundrail", "moss"),
        ("lundrail boss", "moss"),
        ("who is in charge of lundrail", "moss"),
        ("why did moss make a loss", "loss"),
        ("how many cabins has the ferry", "fig-cabins"),
        ("when was the ferry launched", "ferry"),
        ("railway company", "lundrail"),
    ],
)
def test_a_line_is_answered_by_whom_or_what_it_asks_for(rail: Base, typed: str, answer: str) -> None:
    assert ids(rail, typed)[:1] == [answer]


def test_an_actor_whose_name_was_typed_did_not_do_all_of_it(rail: Base) -> None:
    assert ids(rail, "who exercised with osk")[:1] == ["exercise"]


@pytest.mark.parametrize(
    ("words", "ask"),
    [
        ("boss of the firm", "role"),
        ("firm boss", "role"),
        ("mayor", "role"),
        ("who is in charge of it", "runs"),
        ("who is responsible for trains", "runs"),
    ],
)
def test_a_role_is_asked_for(words: str, ask: str) -> None:
    assert ask in asked_for(words.split()).asks


@pytest.mark.parametrize(
    "words", ["bell", "age of the boss", "the firm and its boss and all that it has said", "bosses meet"]
)
def test_other_lines_ask_for_no_role(words: str) -> None:
    assert "role" not in asked_for(words.split()).asks


def test_a_verb_that_supports_a_noun_says_nothing() -> None:
    assert "make" in asked_for("why did they make a loss".split()).idle
    assert "make" not in asked_for("who did make the trains".split()).idle
    assert "make" not in asked_for("make a loss".split()).idle


@pytest.mark.parametrize(
    ("typed", "read"), [("wich", "which"), ("waht", "what"), ("hwen", "when"), ("hat", "hat"), ("here", "here")]
)
def test_the_word_with_which_a_question_opens_may_be_misspelt(typed: str, read: str) -> None:
    assert grammar([typed, "train", "is", "late"])[0] == (read,)


@pytest.mark.parametrize(
    ("words", "unit"), [("age of the abbot", "year"), ("viaduct height", "metre"), ("ferry cabins", "")]
)
def test_a_noun_of_a_measure_has_units(words: str, unit: str) -> None:
    assert (unit in measure(words.split())) == bool(unit)


# --- where silence is honest ---


@pytest.mark.parametrize(
    "typed",
    [
        "how much did the tunnel cost",  # that it is of 9 kilometres is no price
        "price of the tunnel",
        "depth of the ferry",  # that it has 40 cabins is no depth
        "when did osk join tarn",  # a joint exercise is no joining
        "who is the president of osk",
    ],
)
def test_what_lacks_the_word_that_matters_is_no_answer(rail: Base, typed: str) -> None:
    result = search(rail, parse(typed))
    assert not result.hits
    assert result.nearest


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("when was the EPA tunnel opened", "when was the big tunnel opened"),
        ("when was the Zanzibar tunnel opened", "when was the zanzibar tunnel opened"),
        ("was the joint exercise of Osk and Tarn in SPQR", "was the joint exercise of Osk and Tarn in yonder"),
    ],
)
def test_a_name_that_no_fact_has_is_known_by_its_capitals_and_never_left_out(
    rail: Base, typed: str, other: str
) -> None:
    assert ids(rail, typed) == []
    for line in (other, typed.upper()):
        result = search(rail, parse(line))
        assert (bool(result.hits), len(result.left_out)) == (True, 1), line


def test_an_article_that_has_the_words_here_and_there_is_near_and_no_hit(rail: Base) -> None:
    assert ids(rail, "where did the snow guard dunes") == []
    assert ids(rail, "snow dunes") == []
    near = search(rail, parse("snow dunes")).nearest
    assert "s" in [rail.record(hit.n).record.id for hit in near]


# --- what words are worth ---


def test_what_is_rare_is_worth_more_and_what_many_sentences_have_little(rail: Base) -> None:
    query = parse("lundrail ferry really")
    pipeline = Pipeline(rail, query, 50)
    name, ferry, really = query.terms
    assert len(facts_with(pipeline, name)) > len(facts_with(pipeline, ferry)) > 0
    assert worth_of(pipeline, name) < worth_of(pipeline, ferry)
    assert facts_with(pipeline, really) == []
    assert worth_of(pipeline, really) < worth_of(pipeline, name)


def test_what_is_left_out_counts_by_worth_and_number(rail: Base) -> None:
    query = parse("lundrail snow really")
    pipeline = Pipeline(rail, query, 50)
    found = search(rail, parse("lundrail snow"))
    assert share_left_out(pipeline, found, query.terms) == 0
    little = share_left_out(pipeline, found._replace(left_out=("really",)), query.terms)
    much = share_left_out(pipeline, found._replace(left_out=("snow",)), query.terms)
    assert 0 < little < 1 / 3 < much < 1


def test_only_words_in_small_letters_are_of_every_subject() -> None:
    (small,), (large,) = parse("angry").terms, parse("Angry").terms
    assert is_ordinary(small)
    assert not is_ordinary(large)


# --- forms ---


@pytest.mark.parametrize(
    ("token", "word"), [("launches", "launch"), ("taxes", "tax"), ("passes", "pass"), ("relaxes", "relax")]
)
def test_a_word_that_ends_in_a_hiss_has_es_in_its_forms(token: str, word: str) -> None:
    assert same_word(token, word)
    assert same_word(word, token)


@pytest.mark.parametrize(("token", "word"), [("francs", "france"), ("shame", "sham"), ("planes", "plan")])
def test_another_e_at_the_end_makes_another_word(token: str, word: str) -> None:
    assert not same_word(token, word)
