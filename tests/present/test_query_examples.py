"""What can be asked is told with names of the open fact file, and each of these names finds something."""

from __future__ import annotations

from pathlib import Path

import pytest

from eujdef_tui.present.query_examples import query_examples
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import SHIPPED
from tests.helpers.explorer import base_of
from tests.helpers.named_actors import base_of as many
from tests.helpers.places import METRE


@pytest.mark.parametrize("fact_file", [SHIPPED, METRE], ids=["shipped", "metre"])
def test_each_name_among_the_examples_finds_something(fact_file: Path) -> None:
    base = base_of(fact_file)
    names, meaning = query_examples(base)[0]
    assert meaning.startswith("names")
    for name in names.split(", "):
        assert search(base, parse(name)).hits, name


def test_the_examples_of_fields_are_queries() -> None:
    base = base_of(SHIPPED)
    fields = next(typed for typed, means in query_examples(base) if means.startswith("fields"))
    for field in fields.split():
        assert search(base, parse(field)).hits, field


def test_a_fact_file_of_any_names_has_examples() -> None:
    assert query_examples(many(["Xyz"]))[0][0]
