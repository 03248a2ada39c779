"""Questions whose answer is told otherwise than it was asked for: by a linked record, on a day, in another word."""

from __future__ import annotations

from functools import partial

import pytest

from eujdef_tui.model.records import Statement
from eujdef_tui.search.answers import gives_reason
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base, open_base
from tests.helpers.fact_files import HEAD, write

ARTICLE = (
    "The ferry contract is worth 3 million crowns, or 4 million by another count. The ferry line was founded in 1981. "
    "The regatta in Brune was called off in May 2024. A dinner was cancelled: nobody was paid since Brune. If the list "
    "was seen, results of the trial are worth little. Results of the trial are expected in 2027. A crack was known to "
    "nobody. A trolley finds a crack. The mayor wants no more money for the quay. The council halves its money for the "
    "quay. Ada Brunn is the minister. Minister Brunn signed the pay deal in 2025."
)
FACTS = """
actors:
  - {id: ferries, kind: company, name: Sund Ferries, evidence: [{source: s, quote: The ferry line}]}
  - {id: brunn, kind: person, name: Ada Brunn, summary: Minister, evidence: [{source: s, quote: Ada Brunn}]}
events:
  - {id: founded, kind: founding, title: Ferry line founded, date: 1981, status: happened, actors: [ferries],
     evidence: [{source: s, quote: was founded in 1981}]}
  - {id: regatta, kind: cancellation, title: Regatta in Brune called off, date: 2024-05, status: happened,
     evidence: [{source: s, quote: The regatta in Brune was called off in May 2024}]}
  - {id: dinner, kind: cancellation, title: Dinner cancelled, status: happened,
     evidence: [{source: s, quote: "A dinner was cancelled: nobody was paid since Brune"}]}
  - {id: results, kind: result, title: Results of the trial expected, date: 2027, status: planned,
     evidence: [{source: s, quote: Results of the trial are expected in 2027}]}
  - {id: crack, kind: finding, title: Trolley finds a crack, date: 2024, status: happened,
     evidence: [{source: s, quote: A trolley finds a crack}]}
  - {id: cut, kind: decision, title: Council halves its money for the quay, date: 2024, status: happened,
     evidence: [{source: s, quote: The council halves its money for the quay}]}
  - {id: pay, kind: deal, title: Minister signs the pay deal, date: 2025, status: happened, actors: [brunn],
     evidence: [{source: s, quote: Minister Brunn signed the pay deal in 2025}]}
statements:
  - {id: three, kind: figure, text: The ferry contract is worth 3 million crowns., value: "3", unit: million crowns,
     evidence: [{source: s, quote: worth 3 million crowns}]}
  - {id: four, kind: figure, text: The ferry contract is worth 4 million crowns., value: "4", unit: million crowns,
     evidence: [{source: s, quote: or 4 million by another count}]}
  - {id: little, kind: concern, text: "If the list was seen, the trial results are worth little.",
     evidence: [{source: s, quote: results of the trial are worth little}]}
  - {id: wish, kind: position, text: The mayor wants no more money for the quay., about: [cut],
     evidence: [{source: s, quote: The mayor wants no more money for the quay}]}
tensions:
  - {id: worth, title: Three or four million?, facts: [three, four], reading: Two counts.,
     evidence: [{source: s, quote: worth 3 million crowns}, {source: s, quote: or 4 million by another count}]}
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
        ("where do the papers differ on the ferry contract", "worth"),  # what lists both facts, though in other words
        ("why was the brune regatta cancelled", "regatta"),
        ("why was brune cancelled", "regatta"),  # a name in a quote is told in passing: the dinner was not in Brune
        ("when will we see the trial results", "results"),  # what has all words has no day
        ("since when was the crack known", "crack"),
        ("since when does the ferry line exist", "founded"),
        ("what changed in the money for the quay", "cut"),
    ],
)
def test_a_question_is_answered_by_what_tells_it_otherwise(sund: Base, asked: str, answer: str) -> None:
    assert sund.record(search(sund, parse(asked)).hits[0].n).record.id == answer


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("us defence budget", "fig-us-budget"),  # another figure is told beside it
        ("when was the japanese general election", "japan-general-election"),  # its title has Japan
        ("where did kallas go in june 2025", "kallas-in-manila"),
    ],
)
def test_what_a_fact_is_about_counts_more_than_what_it_has_beside_it(corpus: Base, typed: str, answer: str) -> None:
    assert corpus.record(search(corpus, parse(typed)).hits[0].n).record.id == answer


@pytest.mark.parametrize("asked", ["when did brunn become minister", "why did brunn leave sweden"])
def test_what_has_only_the_names_and_roles_of_a_question_does_not_answer_it(sund: Base, asked: str) -> None:
    assert search(sund, parse(asked)).hits == ()


@pytest.mark.parametrize(
    ("typed", "asks"),
    [("since when is it open", {"when"}), ("for how long is it open", {"much"}), ("to whom was it sold", set())],
)
def test_a_question_may_open_behind_a_preposition(typed: str, asks: set[str]) -> None:
    query = parse(typed)
    assert query.asked
    assert query.asks - {"fact"} == asks
    assert [term.text for term in query.terms] == [typed.split()[-1]]


@pytest.mark.parametrize("typed", ["at the quay", "in 2024", "since 2018", "on it"])
def test_a_preposition_alone_opens_no_question(typed: str) -> None:
    assert not parse(typed).asked


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It was late due to fog.", True),
        ("It was due to begin at six.", False),
        ("They sail, since the port is shut.", True),
        ("They sail since May.", False),
        ("They sail since 2018.", False),
    ],
)
def test_due_and_since_give_a_reason_only_where_they_tell_no_time(text: str, reason: bool) -> None:
    assert gives_reason(partial(Statement, id="a", evidence=())(kind="claim", text=text)) == reason
