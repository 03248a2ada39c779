"""Who came before or after someone in office is answered with that person, from descriptions and from dated roles."""

from __future__ import annotations

from pathlib import Path

import pytest

from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.search.succession_grammar import in_office
from eujdef_tui.store import Base, open_base
from tests.helpers.fact_files import write

HEAD = """\
schema_version: "1"
title: T
sources: [{id: s, type: article, file: a.txt, issued: 2024-05-01, issued_basis: told}]
actors:
- {id: b, kind: organization, name: Board, evidence: [{source: s, quote: words}]}
"""
PERSON = """\
- id: {id}
  kind: person
  name: {name}
  memberships: [{{organization: b, role: {role}{dates}, evidence: [{{source: s, quote: words}}]}}]
  evidence: [{{source: s, quote: words}}]
"""


def first(base: Base, typed: str) -> tuple[str, str]:
    """The id of the first record that a line finds, and by which rule."""
    result = search(base, parse(typed))
    return (base.record(result.hits[0].n).record.id, result.hits[0].why[0].rule) if result.hits else ("", "")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("who came after borrell", "kallas"), ("who replaced borrell", "kallas"), ("who did kallas replace", "borrell"),
        ("borrell's successor", "kallas"), ("who came before kallas", "borrell"),
        ("who took over from kishida", "ishiba"),
                ("who succeeded kishida", "ishiba"), ("predecessor of ishiba", "kishida"),
        ("who came before ishiba", "kishida"),
        ("who preceded kallas", "borrell"), ("who follows borrell", "kallas"),
    ],
)  # fmt: skip
def test_who_came_before_or_after_someone_stands_first(corpus: Base, typed: str, found: str) -> None:
    assert first(corpus, typed) == (found, "office")


@pytest.mark.parametrize(
    "typed",
    [
        "successor of kallas",
        "who came after iwaya",
        "who came after the summit",
        "kallas after the talks",
        "borrell",
        "who succeeded ishiba",
        "predecessor of kishida",
        "who replaced iwaya",
        "whom did iwaya replace",
    ],
)
def test_what_the_file_does_not_tell_is_not_made_up(corpus: Base, typed: str) -> None:
    assert first(corpus, typed)[1] != "office"


def test_where_no_one_is_told_what_relates_them_stands_for_no_other_word(corpus: Base) -> None:
    assert first(corpus, "who replaced iwaya") == ("", "")  # he and Borrell exchanged an instrument


def test_how_it_was_read_is_told_and_no_word_as_left_out(corpus: Base) -> None:
    result = search(corpus, parse("who came after borrell"))
    assert [(one.kind, one.typed, one.read) for one in result.readings] == [
        ("expanded", "successor", "eu foreign policy chief")
    ]
    assert result.left_out == ()


def test_of_three_in_one_office_the_next_in_time_answers(tmp_path: Path) -> None:
    people = [("one", "Ada Onyx", 2010), ("two", "Bo Pyrite", 2015), ("three", "Cy Quartz", 2020)]
    text = HEAD + "".join(
        PERSON.format(id=id_, name=name, role="head of the board", dates=f", start: {year}")
        for id_, name, year in people
    )
    base = open_base(write(tmp_path, text))
    assert first(base, "who came after onyx")[0] == "two"
    assert first(base, "who came before quartz")[0] == "two"
    assert first(base, "who came after quartz")[1] != "office"
    base.close()


@pytest.mark.parametrize(
    ("role", "dates"), [("former head of the board", ", start: 2015"), ("member", ", start: 2015")]
)
def test_another_role_or_a_former_one_is_no_succession(role: str, dates: str, tmp_path: Path) -> None:
    text = HEAD + PERSON.format(id="one", name="Ada Onyx", role="head of the board", dates=", start: 2010")
    base = open_base(write(tmp_path, text + PERSON.format(id="two", name="Bo Pyrite", role=role, dates=dates)))
    assert first(base, "who came after onyx")[1] != "office"
    base.close()


@pytest.mark.parametrize(
    ("line", "later"),
    [
        ("who replaced ada", True), ("who was replaced by ada", False), ("who will succeed ada", True),
        ("who did ada succeed", False), ("adas successor", True), ("successor of ada", True),
        ("who was before ada", False),
        ("who was right before ada", False), ("talks before the summit", None), ("who spoke after the summit", None),
        ("", None), ("who", None), ("successor", None), ("ada replaced bo", None),
    ],
)  # fmt: skip
def test_a_line_says_whether_the_one_before_or_after_is_meant(line: str, later: bool | None) -> None:
    asked = in_office(line.split())
    assert (asked.later if asked else None) is later
