"""Who planned it, and who reports it as done: what a base says of its records when it is seen by a clock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from eujdef_tui.export.citation import claims
from eujdef_tui.export.told import known_since, told_words
from eujdef_tui.model.clock import Clock
from eujdef_tui.present.fact_sheet import sheet
from eujdef_tui.store import Base, open_base
from eujdef_tui.store.clocked_base import ClockedBase, by_clock

FACTS = """\
schema_version: "1"
title: A bridge
sources:
  - {id: spring, type: webpage, container-title: Spring Post, issued: 2024-04-01, file: spring.txt}
  - {id: autumn, type: webpage, container-title: Autumn Post, issued: 2024-10-15, file: autumn.txt}
  - {id: blog, type: webpage, container-title: Blog, file: blog.txt}
actors:
  - {id: town, kind: city, name: Town, evidence: [{source: spring, quote: The town}]}
agreements:
  - id: pact
    title: Bridge pact
    instrument: treaty
    parties: [town]
    milestones:
      - {action: entry-into-force, date: 2024-06-01, status: planned, evidence: [{source: spring, quote: in June}]}
      - {action: entry-into-force, date: 2024-07-01, evidence: [{source: autumn, quote: in force since July}]}
      - {action: drafted, evidence: [{source: spring, quote: drafted it}]}
    evidence: [{source: spring, quote: a pact}]
events:
  - id: opening
    kind: opening
    title: The bridge opens
    date: 2024-09-01
    date_text: 1 September
    status: happened
    evidence: [{source: spring, quote: the bridge will open}, {source: autumn, quote: opened on 1 September}]
  - {id: flood, kind: flood, title: Flood, date: 2024-08, status: happened, evidence: [{source: autumn, quote: flood}]}
  - {id: vote, kind: vote, title: Vote, date: 2024, status: happened, evidence: [{source: autumn, quote: a vote}]}
  - id: survey
    kind: survey
    title: A survey
    date: 2024-04
    status: happened
    evidence: [{source: spring, quote: a survey}, {source: autumn, quote: the survey}]
  - {id: fair, kind: fair, title: A fair, status: planned, evidence: [{source: spring, quote: a fair}]}
statements:
  - {id: praise, kind: position, text: It is fine., date: 2024-10-15, evidence: [{source: autumn, quote: fine}]}
  - {id: rant, kind: position, text: It is ugly., evidence: [{source: blog, quote: ugly}]}
"""
TEXTS = {
    "spring": "The town drafted it: a pact, in force in June. In autumn the bridge will open, with a fair."
    " First a survey.",
    "autumn": "It was opened on 1 September after a flood. The pact is in force since July. All is fine, the survey"
    " said: a vote.",
    "blog": "It is ugly.",
}
DONE = "planned on the word of Spring Post, 1 Apr 2024; reported done by Autumn Post, 15 Oct 2024"


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    folder: Path = tmp_path_factory.mktemp("bridge")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "facts.yaml").write_text(FACTS, encoding="utf-8")
    base = open_base(folder / "facts.yaml")
    yield base
    base.close()


def told(bridge: Base, clock: Clock, record_id: str) -> list[str]:
    base = by_clock(bridge, clock)
    return list(told_words(base, base.record(base.number(record_id) or 0).record))


def test_a_base_without_a_clock_says_nothing(bridge: Base) -> None:
    assert told(bridge, Clock(), "opening") == []


@pytest.mark.parametrize(
    ("clock", "record_id", "words"),
    [
        (Clock(asof=2024_05_01), "opening", [DONE]),
        (Clock(asof=2024_09_02), "opening", [DONE]),
        (Clock(known=2024_05_01), "opening", ["planned on the word of Spring Post, 1 Apr 2024"]),
        (Clock(known=2024_10_15), "opening", [DONE]),
        (Clock(asof=2024_05_01), "flood", ["ahead; reported done by Autumn Post, 15 Oct 2024"]),
        (Clock(asof=2024_08_10), "flood", ["perhaps later: its day is not told more closely"]),
        (Clock(asof=2024_08_31), "flood", []),
        (Clock(asof=2024_08_10), "vote", ["perhaps later: its day is not told more closely"]),
        (
            Clock(asof=2024_10_15),
            "vote",
            [],
        ),  # by then it was reported
        (Clock(known=2024_11_01), "vote", []),
        (Clock(asof=2024_04_15), "survey", ["perhaps later: its day is not told more closely"]),  # planned, as it seems
        (Clock(asof=2024_11_15), "survey", []),
        (Clock(asof=2024_05_01), "fair", ["not dated"]),
        (Clock(asof=2024_05_01), "praise", ["said later"]),
        (Clock(asof=2024_10_15), "praise", []),
        (Clock(asof=2024_05_01), "autumn", ["issued later"]),
        (Clock(asof=2024_05_01), "blog", ["not dated: known by no day"]),
        (Clock(asof=2024_05_01), "town", []),
    ],
)
def test_it_is_said_who_planned_and_who_reports(bridge: Base, clock: Clock, record_id: str, words: list[str]) -> None:
    assert told(bridge, clock, record_id) == words


def test_a_planned_step_and_its_own_end_are_said_together(bridge: Base) -> None:
    pact = told(bridge, Clock(asof=2024_12_01), "pact")
    assert pact == [f"entry into force: {DONE}", "drafted: not dated"]
    assert told(bridge, Clock(known=2024_05_01), "pact") == ["drafted: not dated"]


def test_a_sheet_says_it_below_its_first_line_and_since_when_it_is_known(bridge: Base) -> None:
    base = by_clock(bridge, Clock(known=2024_10_15))
    row = base.record(base.number("opening") or 0)
    lines = [(line.label, "".join(part.text for part in line.parts)) for line in sheet(base, row, base.shown_day)]
    assert [label for label, _ in lines[:3]] == ["when", "then", "known"]
    assert lines[1:3] == [("then", DONE), ("known", "first from Spring Post, 1 Apr 2024")]
    assert isinstance(base, ClockedBase)
    assert known_since(base, base.record(base.number("spring") or 0).record) == ""


def test_a_claim_says_it_in_brackets(bridge: Base) -> None:
    base = by_clock(bridge, Clock(asof=2024_05_01))
    (claim,) = claims(base, base.record(base.number("opening") or 0).record)
    assert claim.line == f"The bridge opens ({DONE}; 1 Sep 2024; planned)"


def test_what_is_still_ahead_is_said_to_be_so_once(bridge: Base) -> None:
    base = by_clock(bridge, Clock(asof=2024_05_01))
    (claim,) = claims(base, base.record(base.number("flood") or 0).record)
    assert claim.line.count("ahead") == 1
    assert "(ahead; reported done by Autumn Post, 15 Oct 2024; " in claim.line
