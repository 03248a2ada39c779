"""A part that is added to a record class is read, checked, searched, shown and exported without a list of part names.

`Actor` here is the actor of the package with one more part, `visits`.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eujdef_tui.errors import Problem
from eujdef_tui.export.citation import FORMATS as CITATION_FORMATS
from eujdef_tui.export.citation import cite
from eujdef_tui.export.formats import export
from eujdef_tui.factfile.anchoring import anchor_evidence
from eujdef_tui.factfile.loader import load
from eujdef_tui.model import records
from eujdef_tui.model.field_specs import keys_of
from eujdef_tui.model.field_types import Edtf, Text
from eujdef_tui.model.parts import evidence_of, part_types, parts_of
from eujdef_tui.model.records import RECORDS, SECTIONS, Evidence, Membership, Milestone, Node
from eujdef_tui.model.serialize import from_plain, to_plain
from eujdef_tui.present.fact_sheet import sheet
from eujdef_tui.rules import check
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base, open_base


class Visit(Node):
    """A part that the package does not know."""

    purpose: Text
    date: Edtf = ""
    evidence: tuple[Evidence, ...]


class Actor(records.Actor):
    """An actor with visits."""

    visits: tuple[Visit, ...] = ()


ARTICLE = "Ann Lee leads the board. She toured the harbour in May.\n"
FACTS = """\
schema_version: "1"
title: T
sources: [{id: s, type: article, title: The harbour, file: a.txt}]
actors:
  - id: ann
    kind: person
    name: Ann Lee
    evidence: [{source: s, quote: Ann Lee leads the board.}]
    visits:
      - purpose: inspection
        date: 2024-05
        evidence: [{source: s, quote: QUOTE}]
"""
QUOTE = "She toured the harbour in May."


@pytest.fixture(autouse=True)
def _an_actor_has_visits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SECTIONS, "actors", Actor)
    monkeypatch.setitem(RECORDS, "actor", Actor)


def write(folder: Path, quote: str) -> Path:
    """A fact file whose only visit rests on that quote."""
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    path = folder / "f.yaml"
    path.write_text(FACTS.replace("QUOTE", quote), encoding="utf-8")
    return path


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Base:
    """The compiled base of an actor with a visit."""
    monkeypatch.setenv("EUJDEF_CACHE", str(tmp_path / "cache"))
    return open_base(write(tmp_path, QUOTE))


def problems(folder: Path, quote: str) -> list[Problem]:
    """What `check` finds wrong where the visit rests on that quote."""
    return [
        problem
        for problem in check(anchor_evidence(load(write(folder, quote)))).problems
        if problem.level == "evidence"
    ]


def test_an_added_part_is_read_and_its_quote_anchored(tmp_path: Path) -> None:
    (actor,) = anchor_evidence(load(write(tmp_path, QUOTE))).file.actors
    assert isinstance(actor, Actor)
    (visit,) = actor.visits
    assert (visit.purpose, visit.evidence[0].grade, visit.evidence[0].sentence) == ("inspection", "verbatim", 1)
    assert [evidence.quote for evidence in evidence_of(actor)] == ["Ann Lee leads the board.", QUOTE]


def test_an_added_part_is_checked(tmp_path: Path) -> None:
    assert problems(tmp_path, QUOTE) == []
    (found,) = problems(tmp_path, "Nobody wrote these twelve words about any port or ship.")
    assert found.rule == "quote-orphan"


def test_the_sentence_of_an_added_part_counts_as_covered(tmp_path: Path) -> None:
    (share,) = check(anchor_evidence(load(write(tmp_path, QUOTE)))).shares
    assert (share.sentences, share.supporting, share.neither) == (2, 2, 0)


@pytest.mark.parametrize("typed", ["inspection", "harbour in May", "toured"])
def test_an_added_part_is_searched_by_its_words_and_its_quote(base: Base, typed: str) -> None:
    assert base.number("ann") in [hit.n for hit in search(base, parse(typed)).hits]


def test_an_added_part_is_shown(base: Base) -> None:
    number = base.number("ann")
    assert number is not None
    lines = [
        "".join(part.text for part in line.parts) for line in sheet(base, base.record(number), 20250101, quotes=True)
    ]
    assert any("inspection" in line and "✓" in line for line in lines)
    assert any(QUOTE in line for line in lines)


@pytest.mark.parametrize("form", ["jsonl", "csv", "web-annotation", "ftm"])
def test_an_added_part_is_exported(base: Base, form: str) -> None:
    text = "".join(export(base, form))
    assert "inspection" in text
    assert QUOTE in text


def test_the_evidence_of_an_added_part_is_exported_with_its_place(base: Base) -> None:
    (actor,) = (found for line in export(base, "jsonl") if (found := json.loads(line))["record"] == "actor")
    assert actor["visits"][0]["evidence"][0]["sentence"] == 2


@pytest.mark.parametrize("form", CITATION_FORMATS)
def test_an_added_part_is_cited(base: Base, form: str) -> None:
    assert "toured the harbour" in cite(base, base.number("ann") or 0, form)


def test_an_added_part_survives_the_store(tmp_path: Path) -> None:
    (actor,) = anchor_evidence(load(write(tmp_path, QUOTE))).file.actors
    assert from_plain(Actor, to_plain(actor)) == actor


@pytest.mark.parametrize("cls", [*SECTIONS.values(), Membership, Milestone, Actor], ids=lambda cls: cls.__name__)
def test_the_parts_read_from_the_annotation_texts_are_those_of_the_evaluated_annotations(cls: type[Node]) -> None:
    evaluated = {key.name: key.inner for key in keys_of(cls).values() if key.inner}
    assert part_types(cls) == evaluated


def test_parts_come_evidence_first_and_each_before_its_own_parts(tmp_path: Path) -> None:
    (actor,) = load(write(tmp_path, QUOTE)).actors
    assert [type(part) for part in parts_of(actor)] == [Evidence, Visit, Evidence]
