"""Who came before or after someone in office is answered with that person, from descriptions and from dated roles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.search.succession_grammar import succession_asked
from eujdef_tui.store import Base, open_base
from tests.helpers.fact_files import PROOF, write

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
        ("expanded", "after borrell", "the next EU foreign policy chief")
    ]
    assert result.left_out == ()
    told = search(corpus, parse("who came before ishiba")).readings
    assert [(one.typed, one.read) for one in told] == [("before ishiba", "as a description says")]


@pytest.mark.parametrize("typed", ["who came after borrell !kallas", "who came after borrell from:2026"])
def test_what_a_query_leaves_out_is_no_answer(corpus: Base, typed: str) -> None:
    assert first(corpus, typed)[1] != "office"


# --- by dated roles ---


def offices(folder: Path, *people: tuple[str, str, str]) -> Base:
    """A base of persons: id, name, and role with its dates."""
    made = (PERSON.format(id=id_, name=name, role=role, dates="") for id_, name, role in people)
    return open_base(write(folder, HEAD + "".join(made)))


HEAD_OF = "head of the board"


def test_of_three_in_one_office_the_next_in_time_answers(tmp_path: Path) -> None:
    base = offices(
        tmp_path, ("one", "Ada Onyx", f"{HEAD_OF}, start: 2010"), ("two", "Bo Pyrite", f"{HEAD_OF}, start: 2015"),
        ("three", "Cy Quartz", f"{HEAD_OF}, start: 2020"),
    )  # fmt: skip
    assert first(base, "who came after onyx")[0] == "two"
    assert first(base, "who came before quartz")[0] == "two"
    assert first(base, "who came after quartz")[1] != "office"
    assert first(base, "who replaced onyx as head of the board")[0] == "two"
    assert first(base, "who succeeded onyx in 2015")[0] == "two"
    assert first(base, "who was onyx replaced by")[0] == "two"
    base.close()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (", start: 2010, end: 2014", ", start: 2014"),
        (", end: 2014", ", start: 2014-12-01"),
        (", end: 2014", ", end: 2018"),
    ],
)
def test_a_start_and_an_end_tell_who_came_first(one: str, other: str, tmp_path: Path) -> None:
    base = offices(tmp_path, ("one", "Ada Onyx", HEAD_OF + one), ("two", "Bo Pyrite", HEAD_OF + other))
    assert first(base, "who came after onyx") == ("two", "office")
    assert first(base, "who came before pyrite") == ("one", "office")
    assert first(base, "who came before onyx")[1] != "office"
    base.close()


@pytest.mark.parametrize(
    ("role", "other"),
    [
        (f"former {HEAD_OF}, start: 2010", f"former {HEAD_OF}, start: 2015"),  # it is over
        ("member, start: 2010", "member, start: 2015"),  # many are members
        ("co-chair of the board, start: 2010", "co-chair of the board, start: 2011"),
        (f"{HEAD_OF}, start: 2010", "head of the fund, start: 2015"),  # another office
        (HEAD_OF, HEAD_OF),  # no dates
        (f"{HEAD_OF}, start: 2010", HEAD_OF),
        (f"{HEAD_OF}, start: 2010", f"{HEAD_OF}, start: 2010"),
    ],
)
def test_what_no_dates_of_one_office_tell_is_not_made_up(role: str, other: str, tmp_path: Path) -> None:
    base = offices(tmp_path, ("one", "Ada Onyx", role), ("two", "Bo Pyrite", other))
    assert first(base, "who came after onyx")[1] != "office"
    base.close()


def test_who_stands_in_for_someone_comes_after_them(tmp_path: Path) -> None:
    base = offices(tmp_path, ("one", "Ada Onyx", "president"), ("two", "Bo Pyrite", "acting president"))
    assert first(base, "who replaced onyx") == ("two", "office")
    assert first(base, "who did onyx replace")[1] != "office"
    base.close()


def test_the_same_role_in_another_organization_is_another_office(tmp_path: Path) -> None:
    text = HEAD + "- {id: c, kind: organization, name: Club, evidence: [{source: s, quote: words}]}\n"
    text += PERSON.format(id="one", name="Ada Onyx", role="chief", dates=", start: 2010")
    text += PERSON.format(id="two", name="Bo Pyrite", role="chief", dates=", start: 2015").replace(
        "organization: b", "organization: c"
    )
    base = open_base(write(tmp_path, text))
    assert first(base, "who came after onyx")[1] != "office"
    base.close()


# --- by descriptions ---


def described(folder: Path, **summaries: str) -> Base:
    """A base of persons by their names, with _ for the space, each with a description."""
    made = ""
    for written, summary in summaries.items():
        id_, name = written.lower().replace("_", "-"), written.replace("_", " ")
        made += f"- {{id: {id_}, kind: person, name: {name}, summary: {json.dumps(summary)}, {PROOF}}}\n"
    return open_base(write(folder, HEAD + made))


@pytest.mark.parametrize(
    "summaries",
    [
        {"Ada_Onyx": "Painter", "Bo_Pyrite": "Head since May, successor of Ada Onyx"},
        {"Ada_Onyx": "Painter", "Bo_Pyrite": "Onyx's successor"},
        {"Ada_Onyx": "Painter", "Bo_Pyrite": "Head; Onyx was his predecessor"},
        {"Ada_Onyx": "Pyrite's predecessor", "Bo_Pyrite": "Painter"},
        {"Ada_Onyx": "Head; Bo Pyrite was her successor", "Bo_Pyrite": "Painter"},
    ],
)
def test_a_description_tells_who_came_after_whom(summaries: dict[str, str], tmp_path: Path) -> None:
    base = described(tmp_path, **summaries)
    assert first(base, "who came after onyx") == ("bo-pyrite", "office")
    assert first(base, "who came before pyrite") == ("ada-onyx", "office")
    assert first(base, "who came before onyx")[1] != "office"
    base.close()


def test_of_two_with_one_surname_only_the_whole_name_is_meant(tmp_path: Path) -> None:
    base = described(tmp_path, Ada_Onyx="Head", Bo_Onyx="Painter", Cy_Quartz="Head; Ada Onyx was his predecessor")
    assert first(base, "who came after ada onyx") == ("cy-quartz", "office")
    assert first(base, "who came after bo onyx")[1] != "office"
    base.close()


# --- how it is asked ---


@pytest.mark.parametrize(
    ("line", "later"),
    [
        ("who replaced ada", True), ("who was replaced by ada", False),
        ("who was ada replaced by", True), ("who will succeed ada", True),
        ("who did ada succeed", False), ("adas successor", True), ("successor of ada", True),
        ("who was before ada", False),
        ("who was right before ada", False), ("talks before the summit", None), ("who spoke after the summit", None),
        ("who came over from ada", True), ("who came from ada", None),
        ("", None), ("who", None), ("successor", None), ("ada replaced bo", None),
    ],
)  # fmt: skip
def test_a_line_says_whether_the_one_before_or_after_is_meant(line: str, later: bool | None) -> None:
    asked = succession_asked(line.split())
    assert (asked.later if asked else None) is later
