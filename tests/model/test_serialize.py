"""A record and its plain mapping say the same."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.errors import Place
from eujdef_tui.model.records import (
    RECORDS,
    UNSPELLING,
    Evidence,
    Link,
    Membership,
    Milestone,
    Name,
    NoFact,
    Person,
    Source,
)
from eujdef_tui.model.serialize import from_plain, to_plain
from eujdef_tui.model.struct import fields
from eujdef_tui.store import Base

PARTS: dict[str, type[Any]] = {
    "author": Person,
    "no_fact": NoFact,
    "other_names": Name,
    "memberships": Membership,
    "milestones": Milestone,
    "related": Link,
    "evidence": Evidence,
}
LISTS = ("parties", "actors", "agreements", "about", "facts")
notes = st.dictionaries(st.sampled_from(["x-outside", "x-note", "x-"]), st.text(max_size=8), max_size=2)


def nodes(cls: type[Any]) -> st.SearchStrategy[Any]:
    """Values of a record class, or of a part of one: any field filled in any way that a fact file can fill it."""
    given: dict[str, st.SearchStrategy[Any]] = {"x": notes}
    for name, default in fields(cls).items():
        # what is required, or means something where it is not given, is not empty
        least = 0 if default in ("", ()) else 1
        if name in PARTS:
            given[name] = st.lists(nodes(PARTS[name]), min_size=least, max_size=2).map(tuple)
        elif default == -1:
            given[name] = st.integers(-1, 10**6)
        elif name in LISTS:
            given[name] = st.lists(st.text(max_size=8), min_size=least, max_size=3).map(tuple)
        elif name not in ("place", "x"):
            given[name] = st.text(min_size=least, max_size=8)
    return st.builds(cls, **given)


@pytest.mark.slow
@pytest.mark.parametrize("name", RECORDS)
def test_a_record_comes_back_from_its_plain_mapping(name: str) -> None:
    @settings(deadline=None, max_examples=40)
    @given(nodes(RECORDS[name]))
    def comes_back(record: Any) -> None:
        plain = json.loads(json.dumps(to_plain(record)))
        assert from_plain(RECORDS[name], plain) == record

    comes_back()


def test_keys_are_those_of_the_fact_file_in_the_order_of_its_form() -> None:
    source = Source(id="s", type="webpage", container_title="The Wire", container_title_short="Wire", file="a.txt")
    assert list(to_plain(source)) == ["id", "type", "container-title", "container-title-short", "file"]
    parted = Person(family="Marlow", comma_suffix="true", non_dropping_particle="de", dropping_particle="von")
    assert set(UNSPELLING.values()) <= {*to_plain(source), *to_plain(parted)}


def test_what_is_empty_is_left_out_and_a_zero_is_not_empty() -> None:
    found = Evidence(source="s", quote="q", start=0, end=1, sentence=0, last_sentence=0, grade="verbatim")
    lost = Evidence(source="s", quote="q", grade="orphan")
    assert to_plain(found)["start"] == 0
    assert to_plain(lost) == {"source": "s", "quote": "q", "grade": "orphan"}


def test_notes_of_the_file_stay_under_their_own_keys() -> None:
    name = Name(name="N", x={"x-outside": "told elsewhere"})
    assert to_plain(name) == {"name": "N", "x-outside": "told elsewhere"}
    assert from_plain(Name, to_plain(name)) == name


def test_a_record_is_placed_where_it_is_said_to_stand() -> None:
    place = Place("f.yaml", 3, 5)
    assert from_plain(Name, {"name": "N"}, place).place == place


def test_every_part_of_a_record_is_read_back_as_that_part(metre: Base) -> None:
    for record, _ in metre.plain():
        for name in fields(record):
            if name in PARTS:
                assert all(isinstance(part, PARTS[name]) for part in getattr(record, name))
