"""Words of a role that is asked for stand in one role of a person, not in two."""

from __future__ import annotations

import pytest

from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base


def people(base: Base, typed: str) -> list[str]:
    found = (base.record(hit.n).record for hit in search(base, parse(typed)).hits)
    return [record.id for record in found if getattr(record, "kind", "") == "person"]


@pytest.mark.parametrize(
    "typed", ["foreign minister", "japan's foreign minister", "japanese foreign minister", "estonian president"]
)
def test_a_role_is_not_gathered_from_two_posts(corpus: Base, typed: str) -> None:
    assert "kallas" not in people(corpus, typed)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("foreign policy chief", "kallas"),
        ("estonian prime minister", "kallas"),
        ("kallas foreign minister", "kallas"),  # who is named is meant
        ("japanese foreign minister", "iwaya"),
        ("who was prime minister before ishiba", "kishida"),  # and a name in a summary is no role
    ],
)
def test_a_role_that_is_held_is_found(corpus: Base, typed: str, found: str) -> None:
    assert people(corpus, typed)[0] == found


@pytest.mark.parametrize(
    ("typed", "found"), [("us ambassador", "emanuel"), ("former prime minister of estonia", "kallas")]
)
def test_who_holds_a_role_stands_before_all_else(corpus: Base, typed: str, found: str) -> None:
    hit = search(corpus, parse(typed)).hits[0]
    assert corpus.record(hit.n).record.id == found


def test_a_role_that_is_only_named_in_a_quote_is_no_ones(corpus: Base) -> None:
    assert people(corpus, "who is the head of nato") == []
    assert search(corpus, parse("who is the head of nato")).hits == ()
