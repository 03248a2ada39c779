"""How near facts have a word or a name: in their own words, their quote or their sentence, or as another word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.verify.checking import Checker
from eujdef_tui.verify.evidence import evidenced
from eujdef_tui.verify.holdings import OWN, Holdings, packed, unpacked
from eujdef_tui.verify.roots import root

QUOTED, BESIDE, NAMED_BESIDE = 0.8, 0.5, 0.75


@pytest.fixture(scope="module")
def holdings(checker: Checker) -> Holdings:
    """Those of the facts of the shipped base, with the other words of its thesaurus."""
    return Holdings(checker.facts, checker.thesaurus.others)


def test_a_word_of_the_fact_is_nearer_than_one_of_its_quote_and_that_than_one_of_its_sentence(
    checker: Checker,
) -> None:
    seen, holdings = set[float](), Holdings(checker.facts, lambda _: ())
    for at, one in enumerate(checker.facts.facts[:40]):
        fact = evidenced(one, checker.facts)
        for term in fact.roots:
            near = OWN if term in one.own.roots else QUOTED if term in fact.near_roots else BESIDE
            assert holdings.of(term)[at] == near, (one.id, term)
            seen.add(near)
    assert seen == {OWN, QUOTED, BESIDE}


def test_another_word_counts_less_than_the_word_itself_and_most_in_what_the_fact_says(
    checker: Checker, holdings: Holdings
) -> None:
    alone = Holdings(checker.facts, lambda _: ())
    buy, acquire = root("buy"), root("acquire")
    assert acquire in checker.thesaurus.others(buy)
    more = holdings.of(buy).keys() - alone.of(buy).keys()
    assert more
    otherwise = {OWN: 0.75, QUOTED: 0.55, BESIDE: 0.3}
    for at in more:
        nearest = max(held[at] for other in checker.thesaurus.others(buy) if at in (held := alone.of(other)))
        assert holdings.of(buy)[at] == otherwise[nearest]
    assert all(holdings.of(buy)[at] >= near for at, near in alone.of(buy).items())
    assert alone.of("zzyzx") == holdings.of("zzyzx") == {}


def test_a_name_is_near_where_the_fact_or_its_quote_names_it_or_one_of_its_place(
    checker: Checker, holdings: Holdings
) -> None:
    for at, one in enumerate(checker.facts.facts):
        fact = evidenced(one, checker.facts)
        for name in ("japan", "borrell", "eu"):
            near = {"own": OWN, "sentence": NAMED_BESIDE, "": 0.0}[fact.names_near((name,))]
            assert holdings.of(f"@{name}").get(at, 0.0) == near, (one.id, name)


def test_a_word_with_an_opposite_is_known_by_its_stem(checker: Checker, holdings: Holdings) -> None:
    stem, at = next(
        (stem, at)
        for at, one in enumerate(checker.facts.facts)
        for stem in evidenced(one, checker.facts).near_sided
    )  # fmt: skip
    assert holdings.of(f"~{stem}")[at] == OWN


def test_all_gives_each_term_that_a_fact_has_and_no_other(holdings: Holdings) -> None:
    found = holdings.all(["zzyzx", root("buy")])
    assert "zzyzx" not in found
    assert found[root("buy")] == holdings.of(root("buy"))
    assert all(found.values())


@given(st.dictionaries(st.integers(0, 2**32 - 1), st.sampled_from([OWN, QUOTED, BESIDE, NAMED_BESIDE])))
def test_what_is_packed_is_unpacked_again(held: dict[int, float]) -> None:
    assert unpacked(packed(held)) == held
