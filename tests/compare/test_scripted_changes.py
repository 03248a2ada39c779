"""Every kind of change, made to several facts, is found exactly, and nothing else is told."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.compare.comparing import compare
from tests.compare.scripted import CHANGES, Told, told
from tests.helpers.generated_facts import Facts, as_file, generated

FACTS = generated()
FILE = as_file(FACTS)
PLACES = (0, 3, 5)  # which of the generated records of a section are changed


# those that show in nothing else that is told
APART: dict[str, Callable[[Facts, int], Told]] = {
    name: make
    for name, make in CHANGES.items()
    if "renamed" not in name and "quote" not in name and "article" not in name
}


# the record that each changes
TARGETS = {name: make(FACTS.copy(), 5).id.replace("5", "{}") for name, make in APART.items()}


def found(changed: Facts) -> set[Told]:
    """What is told of the facts as they are now."""
    changes = compare(FILE, as_file(changed))
    assert len({told(change) for change in changes}) == len(changes)
    return {told(change) for change in changes}


def test_there_are_more_than_a_hundred_changes() -> None:
    assert len(CHANGES) * len(PLACES) > 100


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_found_exactly_and_nothing_else(name: str, place: int) -> None:
    changed = FACTS.copy()
    expected = CHANGES[name](changed, place)
    assert found(changed) == {expected}
    assert found(changed.shuffled(place)) == {expected}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_that_is_taken_back_is_none(name: str) -> None:
    changed = FACTS.copy()
    CHANGES[name](changed, 2)
    assert compare(as_file(changed), as_file(changed.shuffled(7))) == ()


def test_a_hundred_changes_at_once_to_as_many_facts_are_the_hundred_that_are_told() -> None:
    wide = generated(24)
    changed, expected = wide.copy(), dict[str, Told]()
    for name, n in product(sorted(APART), range(24)):
        target = TARGETS[name].format(n)
        if len(expected) < 105 and target not in expected:
            expected[target] = APART[name](changed, n)
    assert len(expected) == 105
    assert {told(change) for change in compare(as_file(wide), as_file(changed.shuffled(1)))} == set(expected.values())


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(APART)), st.integers(0, 5)), max_size=25), st.integers(0, 99))
def test_a_random_set_of_edits_is_the_set_that_is_told(edits: list[tuple[str, int]], seed: int) -> None:
    changed, expected = FACTS.copy(), dict[str, Told]()
    for name, place in edits:
        target = TARGETS[name].format(place)
        if target not in expected:  # one change a record, so that each is told by itself
            expected[target] = APART[name](changed, place)
    assert found(changed.shuffled(seed)) == set(expected.values())


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(st.sets(st.tuples(st.sampled_from(["source", "actor", "agreement", "event", "statement"]), st.integers(0, 5))))
def test_any_set_of_records_that_are_renamed_is_told_as_renamed(names: set[tuple[str, int]]) -> None:
    changed = FACTS.copy()
    expected = {CHANGES[f"{section} renamed"](changed, n) for section, n in names}
    assert found(changed) == expected


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000))
def test_another_order_of_everything_is_no_change(seed: int) -> None:
    assert found(FACTS.shuffled(seed)) == set()


def test_records_of_one_content_are_paired_each_with_one() -> None:
    twins = FACTS.copy()
    twins.sections["tensions"] += [{**twins.of("tension-0"), "id": f"twin-{n}"} for n in range(3)]
    changed = twins.copy()
    for n in range(3):
        changed.rename(f"twin-{n}", f"double-{n}")
    changed.sections["tensions"].remove(changed.of("double-2"))
    changes = {told(change) for change in compare(as_file(twins), as_file(changed))}
    assert {change.kind for change in changes} == {"renamed", "gone"}
    assert len(changes) == 3


def test_a_record_that_is_renamed_and_changed_is_gone_and_new() -> None:
    changed = FACTS.copy()
    changed.rename("tension-1", "tension-one")
    changed.of("tension-one")["reading"] = "another"
    assert found(changed) == {Told("gone", "tension-1"), Told("new", "tension-one")}


def test_an_id_that_now_is_of_another_sort_is_gone_and_new() -> None:
    changed = FACTS.copy()
    changed.sections["tensions"].remove(changed.of("tension-1"))
    changed.sections["statements"].append({**changed.of("statement-0"), "id": "tension-1"})
    assert found(changed) == {Told("gone", "tension-1"), Told("new", "tension-1")}


def test_the_order_of_authors_is_a_change() -> None:
    changed = FACTS.copy()
    changed.of("source-1")["author"].reverse()
    edit = ("author", "", "Writer 1; Editor", "Editor; Writer 1")
    assert found(changed) == {Told("changed", "source-1", frozenset([edit]))}


def test_where_an_article_lies_is_no_change_of_what_it_says() -> None:
    changed = FACTS.copy()
    changed.articles["elsewhere/a.txt"] = changed.articles["a1.txt"]
    changed.of("source-1").update(file="elsewhere/a.txt", sha256="0" * 64)
    assert found(changed) == set()


@pytest.mark.parametrize(("since", "today", "ids"), [
    (20250301, 20250303, ["event-0", "event-1"]), (20250302, 20250303, ["event-1"]), (20250301, 20250301, []),
    (20250401, 20251231, []), (20240101, 20250302, ["event-0"]),
])  # fmt: skip
def test_plans_whose_day_passed_since_are_told(since: int, today: int, ids: list[str]) -> None:
    assert [change.id for change in compare(FILE, FILE, since, today) if change.kind == "passed"] == ids


def test_a_plan_that_is_new_or_was_reported_is_not_told_as_passed() -> None:
    changed = FACTS.copy()
    changed.of("event-0")["status"] = "happened"
    changed.sections["events"].append({**changed.of("event-1"), "id": "plan", "title": "A new plan"})
    changed.rename("event-2", "event-two")
    changes = compare(FILE, as_file(changed), 20250301, 20250304)
    assert [change.id for change in changes if change.kind == "passed"] == ["event-1", "event-two"]


def test_changes_come_in_the_order_of_their_kinds_then_of_records_and_ids() -> None:
    changed = FACTS.copy()
    made = random.Random(3)
    for name in made.sample(sorted(APART), 12):
        APART[name](changed, made.randrange(6))
    kinds = [change.kind for change in compare(FILE, as_file(changed))]
    assert kinds == sorted(kinds, key=["new", "gone", "renamed", "changed", "edited", "passed"].index)
