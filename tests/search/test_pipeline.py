"""Each step of a search by itself: parse → expand → candidates → judge → score → order."""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import Mock

import pytest

from eujdef_tui.search import score
from eujdef_tui.search.candidates import Documents, Restriction, candidates
from eujdef_tui.search.expansions import ExpandedTerm, expand
from eujdef_tui.search.expressions import of_term, of_very_word
from eujdef_tui.search.match import judge
from eujdef_tui.search.query import parse
from eujdef_tui.search.rank import Question, best_hit, order, score_without
from eujdef_tui.search.results import Hit, Match
from eujdef_tui.store import Base, Document, Names
from eujdef_tui.store.document import line_parser
from eujdef_tui.store.places import STEP, Places


def document(names: str = "", links: str = "", place: Callable[[int], int] | None = None) -> Document:
    """A document of an actor with these names, one a line (label|name|folded words).

    Links have a number before that, of which `place` gives the place.
    """
    own, linked = (
        Names(names.replace("|", "\t")),
        Names(links.replace("|", "\t"), place and line_parser(place)),
    )
    return Document(7, "actor", "person", None, None, 0, own, linked, "", "", "", "")


def expanded(base: Base, typed: str, depth: int = 0) -> list[ExpandedTerm]:
    """The terms of a query, expanded."""
    terms = parse(typed).terms
    return [expand(base.index, term, depth, several=len(terms) > 1) for term in terms]


KIBBLE = "name|Bryan Kibble|bryan kibble\nother name|B. Kibble|b kibble"


def test_names_are_parsed_into_lines_with_the_number_of_a_linked_record() -> None:
    found = document(KIBBLE, f"{12 * STEP}|name|Japan|japan", Places(12).place)
    assert [(line.label, line.name, line.tokens, line.number) for line in found.names.lines] == [
        ("name", "Bryan Kibble", ("bryan", "kibble"), 0),
        ("other name", "B. Kibble", ("b", "kibble"), 0),
    ]
    assert [(line.name, line.number) for line in found.links.lines] == [("Japan", 12)]
    assert Names("").lines == ()
    with pytest.raises(ValueError, match="unpack"):
        _ = Names("no tab").lines


def test_expand_gives_a_term_its_alternatives(metre: Base) -> None:
    (one,) = expanded(metre, "kible", 1)
    assert [(item.token, item.rule) for item in one.expansion.words.values()] == [("kibble", "~1")]
    assert expanded(metre, "1795")[0].expansion.typed == "1795"
    assert expanded(metre, '"speed of light"')[0].expansion.typed == ""


def test_an_expression_finds_a_document_for_each_alternative(metre: Base) -> None:
    (one,) = expanded(metre, "kible", 1)
    assert list(metre.index.matching(of_term(metre.index, one)))
    assert not list(metre.index.matching(of_very_word(metre.index, one)))


def test_candidates_come_source_by_source_and_once_each(metre: Base) -> None:
    read = Documents(metre.index)
    one, two, three = sorted(metre.index.matching("tags : (_all)"))[:3]
    found = [document.n for document in candidates(read, [[two, one], [one, three]], Restriction())]
    assert found == [document.n for document in metre.index.documents([two, one, three])]
    assert len(found) == 3
    kept = list(candidates(read, [[two, one], [one, three]], Restriction(tests=(lambda it: it.n == found[2],))))
    assert [one.n for one in kept] == found[2:]


def test_a_document_is_read_once_in_a_query() -> None:
    index = Mock()
    index.documents.side_effect = lambda ds: [document()._replace(n=d) for d in ds]
    documents = Documents(index)
    assert [one.n for one in documents.read([2, 1])] == [2, 1]
    assert [one.n for one in documents.read([1, 3])] == [1, 3]
    assert [list(call.args[0]) for call in index.documents.call_args_list] == [[2, 1], [3]]


def test_a_restriction_joins_what_must_hold_and_what_must_not() -> None:
    assert Restriction().all_of(["a", "b"]) == "(a) AND (b)"
    assert Restriction(("c",), ("d", "e")).all_of(["a"]) == "((a) AND (c)) NOT (d OR e)"
    assert Restriction().all_of() == "tags : (_all)"


def test_judge_gives_one_match_a_term_and_nothing_where_a_term_is_missing(metre: Base) -> None:
    readings = judge(document(KIBBLE), expanded(metre, "bryan kibble"))
    assert [(match.token, match.name) for match in readings[0]] == [
        ("bryan", "Bryan Kibble"),
        ("kibble", "Bryan Kibble"),
    ]
    assert judge(document(KIBBLE), expanded(metre, "bryan sweden")) == []


def test_judge_uses_a_word_of_a_name_for_one_term_only(metre: Base) -> None:
    (reading,) = judge(document("name|Bryan Kibble|bryan kibble"), expanded(metre, "kibble kib"))
    assert [match.score for match in reading] == [
        score.EXACT,
        pytest.approx((score.PREFIX + score.NEAR / 2) * score.TWICE),
    ]
    assert reading[1].share == 0.0


def test_a_weak_match_counts_only_beside_a_sure_one_in_the_same_name(metre: Base) -> None:
    one, two = document("name|Bryan Kibble|bryan kibble"), document("name|Bryan|bryan\nother name|Kibble|kibble")
    assert judge(one, expanded(metre, "bryan kbbile", 2))
    assert judge(two, expanded(metre, "bryan kbbile", 2)) == []


def test_the_reading_that_scores_highest_becomes_the_hit() -> None:
    low, high = Match("a", 0.4, "", "a", "words"), Match("a", 1.0, "", "a", "name", "A", "name", share=1.0)
    question = Question.of(parse("a"))
    best = best_hit(document("name|A|a"), [[low], [high]], question)
    assert best
    assert best.why == (high,)
    assert best_hit(document("name|A|a"), [], question) is None


def test_hits_are_ordered_by_score_and_equals_by_number() -> None:
    assert [hit.n for hit in order([Hit(3, 0.5), Hit(1, 0.9), Hit(2, 0.5)])] == [1, 2, 3]


def test_words_that_are_left_out_lower_the_score() -> None:
    hit = Hit(1, 1.2, (Match("a", 0.8, "", "a", "name"),))
    assert score_without(hit, 0) == 1.2
    assert score_without(hit, 0.5) == pytest.approx(0.8)
