"""What can be asked is told with names of the open fact file, and each of these names finds something."""

from __future__ import annotations

from pathlib import Path

import pytest

from eujdef_tui.present.query_examples import query_examples
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base
from tests.helpers.explorer import base_of, driven, explorer
from tests.helpers.named_actors import base_of as many
from tests.helpers.places import CORPUS, METRE


@pytest.mark.parametrize("fact_file", [CORPUS, METRE], ids=["shipped", "metre"])
def test_each_name_among_the_examples_finds_something(fact_file: Path) -> None:
    base = base_of(fact_file)
    names, meaning = query_examples(base)[0]
    assert meaning.startswith("names")
    for name in names.split(", "):
        assert search(base, parse(name)).hits, name


@pytest.mark.parametrize("fact_file", [CORPUS, METRE], ids=["shipped", "metre"])
def test_every_other_example_is_of_the_open_file_and_finds_something(fact_file: Path) -> None:
    base = base_of(fact_file)
    examples = query_examples(base)
    assert len({typed for typed, _ in examples}) == len(examples) == 11
    for typed, means in examples[1:]:
        lines = typed.split(", ") if means == "dates" else typed.split("  ")
        for line in lines:
            if not line.startswith("is:") or means.startswith("fields"):  # a file may have nothing to come
                assert search(base, parse(line)).hits, line


@pytest.mark.slow
@driven
async def test_where_nothing_is_found_the_examples_fill_the_screen() -> None:
    async with explorer(CORPUS) as at:
        await at.find("tokyo xqzw")
        assert "what can be asked" in at.text
        blank = [row for row, line in enumerate(at.lines) if not line]
        assert len(blank) == 1, "between what is near and what can be asked"


def test_nobody_without_a_name_is_asked_about() -> None:
    people = base_of_people(["Woman (unnamed)", "Anna Kleist"])
    questions = [typed for typed, means in query_examples(people) if means == "a question"]
    assert questions == ["what did kleist say"]
    nobody = base_of_people(["Woman (unnamed)"])
    assert ("when did they sign the treaty", "a question") in query_examples(nobody)


def base_of_people(names: list[str]) -> Base:
    return many(names, kind="person")


def test_a_fact_file_of_any_names_has_examples() -> None:
    assert query_examples(many(["Xyz"]))[0][0]
