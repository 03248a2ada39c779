"""A question "why" is answered by the reasons told of what its best hit is about, where no hit tells one itself."""

from __future__ import annotations

from functools import partial

import pytest

from eujdef_tui.model.records import Event, Statement
from eujdef_tui.search.answers import gives_reason
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base, open_base
from tests.helpers.fact_files import HEAD, write
from tests.helpers.found_ids import ids

ARTICLE = (
    "The pump stopped on 3 May 2024 and the cellar flooded. A hose was clogged with leaves, said Ada Brunn, because "
    "nobody swept. The town counted 12 wet cellars. The mill burned down. Nobody knows more."
)
FACTS = """
actors:
  - {id: brunn, kind: person, name: Ada Brunn, summary: Mayor of the town,
     evidence: [{source: s, quote: said Ada Brunn}]}
events:
  - {id: stop, kind: failure, title: Pump stopped, date: 2024-05-03, status: happened,
     evidence: [{source: s, quote: The pump stopped on 3 May 2024}]}
  - {id: fire, kind: fire, title: Mill burned down, status: happened,
     evidence: [{source: s, quote: The mill burned down}]}
statements:
  - {id: leaves, kind: claim, speaker: brunn, text: A hose was clogged because nobody swept., about: [stop],
     evidence: [{source: s, quote: because nobody swept}]}
  - {id: unknown, kind: claim, text: More is not known., about: [stop],
     evidence: [{source: s, quote: Nobody knows more}]}
  - {id: cellars, kind: figure, text: Wet were 12 cellars because of it., value: "12", unit: cellars, about: [stop],
     evidence: [{source: s, quote: The town counted 12 wet cellars}]}
"""


@pytest.fixture(scope="module")
def pump(tmp_path_factory: pytest.TempPathFactory) -> Base:
    """The base of a pump that failed, and a mill that burned."""
    folder = tmp_path_factory.mktemp("pump")
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return open_base(write(folder, HEAD + FACTS))


@pytest.mark.parametrize("typed", ["why did the pump stop", "why the pump stopped", "reason the pump stopped"])
def test_the_reason_told_of_an_event_stands_before_the_event(pump: Base, typed: str) -> None:
    assert ids(pump, typed)[:2] == ["leaves", "stop"]


def test_what_is_only_about_the_event_gives_no_reason(pump: Base) -> None:
    assert "unknown" not in ids(pump, "why did the pump stop")


def test_a_figure_is_no_reason(pump: Base) -> None:
    assert ids(pump, "why did the pump stop")[0] != "cellars"


def test_an_event_of_which_no_reason_is_told_stands_alone_before_its_article(pump: Base) -> None:
    assert ids(pump, "why did the mill burn") == ["fire", "s"]


def test_another_question_keeps_its_order(pump: Base) -> None:
    assert ids(pump, "when did the pump stop")[0] == "stop"


def test_why_it_was_found_is_its_link_to_the_event(pump: Base) -> None:
    hit = search(pump, parse("why did the pump stop")).hits[0]
    assert {(match.field, match.name, match.via) for match in hit.why} == {
        ("link", "Pump stopped", pump.number("stop") or 0)
    }


def test_a_reason_is_known_by_its_words_and_no_bare_from_is_one() -> None:
    said = partial(Statement, id="a", evidence=())
    assert not gives_reason(said(kind="claim", text="It is counted from the failure."))
    assert gives_reason(said(kind="claim", text="It failed owing to rust."))
    assert gives_reason(said(kind="motive", text="They want more."))
    assert not gives_reason(Event(id="b", evidence=(), kind="fire", title="A fire", status="happened"))
