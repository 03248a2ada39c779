"""The tables of what people type: every record they name exists, halves have the same mix, every quote is verbatim."""

from __future__ import annotations

from collections import Counter

import pytest

from eujdef_tui.model.parts import evidence_of
from eujdef_tui.store import VIEWS, open_base
from tests.helpers.query_sets import HALVES, NOTHING, QuerySet, query_sets

SETS = {one.name: one for one in query_sets()}
INVENTED = ("water", "bells")
OF_EACH_STYLE = {
    "exact": 5, "typo": 7, "acronym": 5, "words": 7, "date": 5, "question": 7, "partial": 4, "topic": 3, "script": 2,
    NOTHING: 5,
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", SETS)
def test_every_right_answer_is_a_record_of_the_fact_file(name: str) -> None:
    base = open_base(SETS[name].fact_file)
    named = {record for one in SETS[name].queries for record in one.right}
    assert sorted(record for record in named if base.number(record) is None) == []
    base.close()


@pytest.mark.parametrize("name", SETS)
def test_no_query_stands_twice_and_only_those_of_style_none_have_no_answer(name: str) -> None:
    queries = SETS[name].queries
    assert Counter(one.query for one in queries).most_common(1)[0][1] == 1
    assert [one.query for one in queries if bool(one.right) == (one.style == NOTHING)] == []


@pytest.mark.parametrize("name", INVENTED)
def test_both_halves_of_an_invented_corpus_have_the_same_mix(name: str) -> None:
    for half in HALVES:
        assert Counter(one.style for one in SETS[name].half(half).queries) == OF_EACH_STYLE


@pytest.mark.parametrize("name", INVENTED)
def test_an_invented_corpus_has_many_facts_and_every_quote_is_verbatim(name: str) -> None:
    base = open_base(SETS[name].fact_file)
    facts = [row.record for view in VIEWS if view != "sources" for row in base.rows(base.span(view))]
    assert len(facts) >= 60
    assert {item.grade for fact in facts for item in evidence_of(fact)} == {"verbatim"}
    base.close()


def test_a_half_of_a_set_holds_its_own_queries_only() -> None:
    both: QuerySet = SETS["water"]
    tune, kept = (both.half(half).queries for half in HALVES)
    assert len(tune) == len(kept) == 50
    assert both.half("all").queries == both.queries
    assert {one.query for one in tune}.isdisjoint(one.query for one in kept)
