"""A fact file that is hard to write out: marks of every format in its texts, and quotes of every grade."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from eujdef_tui.model.records import Record
from eujdef_tui.store import Base, open_base

ARTICLES = {
    "a.txt": 'One *marked_up* [line] & <b>bold</b>.\nShe said "no way" twice. =SUM(A1) costs 5% of $9.\n',
    "b.txt": "Japan said so.\nJapan said so again.\nThe quick brown fox jumps over the lazy dog at noon, 彼も。\n",
}
FACTS = r"""
schema_version: "1"
title: =Hard <to> write_out
sources:
  - id: tagged
    type: webpage
    title: 50% of {x} & y_z
    author: [{literal: "Smith and Sons, Ltd"}, {family: "Black, and White", given: Ann}, {family: Ek}]
    container-title: The $ Times
    issued: 2024-11-01
    URL: https://example.org/a_b?c={d}
    accessed: 2025-01-02
    file: a.txt
  - {id: wire, type: made-up, title: "[Supplied]", container-title-short: Wire, language: en, file: b.txt}
actors:
  - id: ann
    kind: person
    name: -Ann *Star*
    country: JP
    memberships:
      - organization: plan
        role: head_of
        start: 2020~
        end: 2022-03
        evidence: &fox [{source: wire, quote: The quick brown fox jumps}]
      - {organization: japan, role: envoy, evidence: *fox}
    evidence: *fox
  - {id: plan, kind: programme, name: Plan, evidence: *fox}
  - {id: japan, kind: country, name: Japan, other_names: [{name: JPN, kind: acronym}, {name: 日本}], evidence: *fox}
agreements:
  - id: pact
    title: Pact
    short_title: P
    instrument: treaty
    binding: legal
    parties: [japan, plan]
    milestones:
      - {action: entry-into-force, status: planned, evidence: *fox}
      - {action: signed, date: 2018-11, evidence: *fox}
    related: [{id: pact, reason: itself}]
    evidence: *fox
events:
  - id: graded
    kind: talk
    title: =cmd <script>alert(1)</script>
    date: 2026-33~
    status: planned
    actors: [ann, plan]
    agreements: [pact]
    evidence:
      - {source: tagged, quote: 'She said "no way" twice.'}
      - {source: wire, quote: the QUICK brown fox}
      - {source: wire, quote: The quick brown fox hops over the lazy dog at noon}
      - {source: wire, quote: Japan said so}
      - {source: wire, quote: lazy dog, prefix: nothing of the kind}
      - {source: wire, quote: Words that no article has in any form}
  - {id: undated, kind: talk, title: Undated, status: reported, evidence: *fox}
  - {id: before, kind: talk, title: Before, date: ../2035, status: target, evidence: *fox}
  - {id: span, kind: talk, title: Span, date: 2024-11-30/2024-12-02, status: happened, evidence: *fox}
  - {id: decade, kind: talk, title: Decade, date: 202X, status: happened, evidence: *fox}
statements:
  - id: cost
    kind: figure
    speaker: ann
    text: It costs 5% of $9.
    date: 2024-11-01
    value: "5"
    unit: "%"
    as_of: "2027"
    evidence:
      - {source: tagged, quote: =SUM(A1) costs 5% of $9.}
      - {source: tagged, quote: '*marked_up* [line] & <b>bold</b>'}
  - {id: plain, kind: position, speaker: wire, text: So it is in the U.S., about: [cost, plan], evidence: *fox}
tensions:
  - id: differ
    title: Which one?
    facts: [cost, plain]
    reading: Read both.
    evidence: [{source: wire, quote: Japan said so again}, {source: tagged, quote: costs 5% of $9}]
"""


def opened(path: Path, cache: Path) -> Iterator[Base]:
    """The base of a fact file, kept in a cache folder of the test's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EUJDEF_CACHE", str(cache))
        base = open_base(path)
    yield base
    base.close()


def awkward(folder: Path) -> Path:
    """The awkward fact file, written into a folder with its articles."""
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    path = folder / "facts.yaml"
    path.write_text(FACTS, encoding="utf-8")
    return path


def records(base: Base) -> list[Record]:
    """Every record of a base, in its order."""
    return [row.record for row in base.rows(range(1, base.count() + 1))]
