"""Two records become one in the text: nothing of either is lost, and what pointed at one points at the other."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

import pytest

from eujdef_tui.errors import FactFileError, UsageError
from eujdef_tui.factfile.loader import load
from eujdef_tui.factfile.merging import merge
from eujdef_tui.factfile.rewriting import write_files
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import FactFile
from eujdef_tui.model.serialize import to_plain
from tests.helpers.fact_files import write
from tests.helpers.places import METRE

FACTS = """\
schema_version: "1"
title: T
sources: [{id: s, type: article, file: a.txt}]   # the article

actors:
  - id: kaja   # the person
    kind: person
    name: Kaja Kallas
    evidence:
      - {source: s, quote: Kaja Kallas}   # her name

  # a comment above the other
  - id: kallas
    kind: person
    name: Kallas
    sort_name: "Kallas, Kaja"
    other_names: [{name: "Kallas, K.", kind: short}]
    memberships:
      - organization: eu
        role: chief
        evidence: [{source: s, quote: EU chief}]
    evidence:
      - source: s
        quote: >-
          Kallas
          said

  - {id: eu, kind: bloc, name: EU, evidence: [{source: s, quote: EU}]}
events:
- {id: talks, kind: talk, title: Talks, status: happened, actors: [kallas, eu, kaja],
   evidence: [{source: s, quote: talks}]}
- id: more
  kind: talk
  title: More talks
  status: planned
  actors:
  - eu
  - kallas
  evidence: [{source: s, quote: talks}]
statements:
- {id: said, kind: claim, speaker: kallas, text: It is so, about: [talks, kallas], evidence: [{source: s, quote: said}]}
mentions:
- {of: kallas, evidence: [{source: s, quote: her}]}
"""
ARTICLE = "Kaja Kallas, EU chief, spoke. Kallas said talks with her go on."


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return write(tmp_path, FACTS)


def _merged(path: Path, first: str, second: str) -> FactFile:
    write_files(path, merge(path, first, second))
    return load(path)


def test_the_first_gains_all_of_the_second(facts: Path) -> None:
    (kaja, _) = _merged(facts, "kaja", "kallas").actors
    assert to_plain(kaja) == {
        "id": "kaja",
        "kind": "person",
        "name": "Kaja Kallas",
        "sort_name": "Kallas, Kaja",
        "other_names": [{"name": "Kallas, K.", "kind": "short"}, {"name": "Kallas"}],
        "memberships": [{"organization": "eu", "role": "chief", "evidence": [{"source": "s", "quote": "EU chief"}]}],
        "evidence": [{"source": "s", "quote": words} for words in ("Kaja Kallas", "Kallas said", "her")],
        "x-merged": "kallas",
    }


def test_whatever_pointed_at_the_second_points_at_the_first_once(facts: Path) -> None:
    file = _merged(facts, "kaja", "kallas")
    assert [event.actors for event in file.events] == [("eu", "kaja"), ("eu", "kaja")]
    (said,) = file.statements
    assert (said.speaker, said.about) == ("kaja", ("talks", "kaja"))


def test_every_other_line_and_every_comment_stays(facts: Path) -> None:
    before = FACTS.splitlines()
    _merged(facts, "kaja", "kallas")
    after = facts.read_text(encoding="utf-8").splitlines()
    lost = [line for line in before if line not in after]
    block = before[
        before.index("  - id: kallas") : before.index(
            "  - {id: eu, kind: bloc, name: EU, evidence: [{source: s, quote: EU}]}"
        )
    ]
    assert all(line in block or "kallas" in line for line in lost)
    assert [line for line in after if "#" in line] == [line for line in before if "#" in line]


def test_the_other_way_round_the_other_keeps_its_place(facts: Path) -> None:
    (kallas, _) = _merged(facts, "kallas", "kaja").actors
    assert [one.name for one in kallas.other_names] == ["Kallas, K.", "Kaja Kallas"]
    assert [one.quote for one in kallas.evidence] == ["Kallas said", "Kaja Kallas", "her"]


def test_values_that_differ_are_kept_in_a_note(facts: Path) -> None:
    more = _merged(facts, "talks", "more").events[0]
    assert more.x["x-merged"] == "more; title: More talks; status: planned"
    assert [one.quote for one in more.evidence] == ["talks"], "the same quote stands once"


def test_a_third_record_is_added_to_the_note(facts: Path) -> None:
    text = facts.read_text(encoding="utf-8").replace(
        "  - {id: eu,", "  - {id: kk, kind: person, name: K.K., evidence: [{source: s, quote: EU chief}]}\n  - {id: eu,"
    )
    facts.write_text(text, encoding="utf-8")
    _merged(facts, "kaja", "kallas")
    assert _merged(facts, "kk", "kaja").actors[0].x["x-merged"] == "kaja; kallas"


def test_a_record_that_gained_another_gains_a_third(facts: Path) -> None:
    third = "  - {id: kk, kind: person, name: K.K., evidence: [{source: s, quote: EU chief}]}\n  - {id: eu,"
    facts.write_text(FACTS.replace("  - {id: eu,", third), encoding="utf-8")
    _merged(facts, "kaja", "kallas")
    kaja = _merged(facts, "kaja", "kk").actors[0]
    assert kaja.x["x-merged"] == "kallas; kk"
    assert [one.name for one in kaja.other_names] == ["Kallas, K.", "Kallas", "K.K."]


def test_records_of_two_files_of_a_folder_become_one(facts: Path) -> None:
    other = facts.parent / "g.yaml"
    lines = "actors:\n- {id: k, kind: person, name: K. Kallas, evidence: [{source: s, quote: EU chief}]}\n"
    other.write_text(
        f'schema_version: "1"\n{lines}mentions:\n- of: k\n  evidence: [{{source: s, quote: spoke}}]\n', encoding="utf-8"
    )
    kaja = _merged(facts.parent, "kaja", "k").actors[0]
    assert [one.quote for one in kaja.evidence] == ["Kaja Kallas", "EU chief", "spoke"]
    assert "of: kaja" in other.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("pair", "told"),
    [
        (("kaja", "talks"), "not two records of one sort"),
        (("kaja", "kaja"), "not two records of one sort"),
        (("kaja", "nobody"), "no record is written under the id nobody"),
        (("kallas", "eu"), "points at eu"),
        (("eu", "kallas"), "points at eu"),
    ],
)
def test_what_cannot_be_one_is_told(facts: Path, pair: tuple[str, str], told: str) -> None:
    with pytest.raises(UsageError, match=told) as caught:
        merge(facts, *pair)
    assert caught.value.advice
    assert facts.read_text(encoding="utf-8") == FACTS


def test_a_record_with_an_anchor_is_left_to_a_person(facts: Path) -> None:
    facts.write_text(
        FACTS.replace("evidence:\n      - source: s", "evidence:\n      - &q\n        source: s"), encoding="utf-8"
    )
    with pytest.raises(UsageError, match="anchor"):
        merge(facts, "kaja", "kallas")


def test_a_tension_between_the_two_keeps_them_two(facts: Path) -> None:
    tension = (
        "tensions:\n- {id: t, title: T, facts: [talks, more], reading: r, evidence: [{source: s, quote: talks}]}\n"
    )
    facts.write_text(FACTS + tension, encoding="utf-8")
    with pytest.raises(FactFileError):
        _merged(facts, "talks", "more")
    assert facts.read_text(encoding="utf-8") == FACTS + tension


def test_line_ends_stay(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    path = write(tmp_path, FACTS.replace("\n", "\r\n"))
    _merged(path, "kaja", "kallas")
    assert not re.search(rb"[^\r]\n", path.read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize("name", ["rails", "bells"])
def test_any_two_records_of_a_sort_lose_no_quote(name: str) -> None:
    path = METRE.parent / f"{name}.yaml"
    file = load(path)
    made = random.Random(name)
    before = _quotes(file)
    tried = 0
    for _ in range(25):
        section = made.choice(
            [one for one in (file.actors, file.events, file.statements, file.agreements) if len(one) > 1]
        )
        first, second = made.sample([record.id for record in section], 2)
        try:
            rewrites = merge(path, first, second)
            after = load(path, instead={one.path: one.after for one in rewrites})
        except (UsageError, FactFileError):
            continue
        tried += 1
        assert set(_quotes(after)) == set(before)
        assert len(after.records()) == len(file.records()) - 1
        assert second not in {record.id for record in after.records()}
    assert tried > 15


def _quotes(file: FactFile) -> Counter[tuple[str, str]]:
    return Counter((one.source, one.quote) for record in file.records() for one in evidence_of(record))
