"""Who someone is, is who the latest source says; as of a day, who a source of about that day says."""

from __future__ import annotations

import pytest

from eujdef_tui.search.engine import search
from eujdef_tui.search.latest import latest_first
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base


def first(base: Base, typed: str) -> str:
    return base.record(search(base, parse(typed)).hits[0].n).record.id


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("who is eu foreign policy chief", "kallas"),  # Borrell was, in an article of 2024
        ("boss of eu diplomacy", "kallas"),
        ("who is eu foreign policy chief asof:2024-11-05", "borrell"),
        ("who was prime minister asof:2024-06-30", "kishida"),  # an article of that June names him
        ("who was prime minister asof:2024-11-02", "ishiba"),
        ("what does sjac stand for", "sjac"),
        ("what is sjac short for", "sjac"),
    ],
)
def test_who_or_what_is_meant_comes_first(corpus: Base, typed: str, answer: str) -> None:
    assert first(corpus, typed) == answer


def test_whose_name_was_typed_and_what_is_no_person_keep_their_order(corpus: Base) -> None:
    for typed in ("borrell kallas", "nato", "security partnership"):
        hits = search(corpus, parse(typed)).hits
        assert latest_first(corpus, hits) == hits
    assert latest_first(corpus, ()) == ()


def test_what_is_linked_to_an_answer_is_kept_out_by_a_field_or_a_negated_word(corpus: Base) -> None:
    asked = "where do the articles differ on the fighter"
    assert corpus.view(search(corpus, parse(asked)).hits[0].n) == "tensions"
    assert all(corpus.view(hit.n) == "statements" for hit in search(corpus, parse(f"{asked} kind:statement")).hits)
