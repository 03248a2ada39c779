"""Why a query found nothing, in sentences that stand for the parts of its proof."""

from __future__ import annotations

import pytest

from eujdef_tui.present.why_nothing import why_nothing
from eujdef_tui.search.proof import Part, Proof
from eujdef_tui.search.query import Query
from eujdef_tui.search.results import Reading, Result

READ = Proof(1_031, 5, 176)


def said(proof: Proof, *, enter: bool = False, result: Result | None = None) -> list[str]:
    """The sentences behind the one on what was read."""
    told = why_nothing((result or Result(Query("x")))._replace(proof=proof), enter=enter)
    first, *rest = ["".join(text for text, _ in sentence) for sentence in told]
    assert first.startswith("Read: ")
    return rest


def words(*typed: str, kind: str = "word") -> tuple[Part, ...]:
    return tuple(Part(kind, one, 4, 1) for one in typed)


@pytest.mark.parametrize(
    ("proof", "sentence"),
    [
        (READ, "Read: 1,031 facts, 5 articles, 176 sentences."),
        (Proof(1, 1, 1), "Read: 1 fact, 1 article, 1 sentence."),
        (Proof(3, 0, 0), "Read: 3 facts."),
    ],
)
def test_how_much_was_read_is_told_first(proof: Proof, sentence: str) -> None:
    assert why_nothing(Result(Query("x"), proof=proof), enter=True)[0] == [(sentence, "quiet")]


@pytest.mark.parametrize(
    ("absent", "sentences"),
    [
        (words("a"), ["a is in none of them."]),
        (words("a", "b"), ["a and b are in none of them."]),
        (words("a", "b", "c"), ["a, b and c are in none of them."]),
        (words("kind:x", kind="field"), ["kind:x fits none of them."]),
        ((*words("a"), *words("1850", kind="date"), *words("!b", kind="without")),
         ["a is in none of them.", "1850: none of them is surely of then.", "!b fits none of them."]),
    ],
)  # fmt: skip
def test_what_is_in_none_is_told(absent: tuple[Part, ...], sentences: list[str]) -> None:
    assert said(READ._replace(absent=absent)) == sentences


@pytest.mark.parametrize(
    ("group", "sentence"),
    [
        (words("a", "b"), "a (4 facts, 1 article) and b (4 facts, 1 article): none has both."),
        ((Part("word", "a", 1, 0), Part("date", "1850", 0, 2)), "a (1 fact) and 1850 (2 articles): none fits both."),
        (
            (Part("word", "a", 1), Part("word", "b", 1_200, more=True), Part("word", "c", 1)),
            "a (1 fact), b (at least 1,200 facts) and c (1 fact): none has all three.",
        ),
        (
            tuple(Part("word", one, 1) for one in "abcd"),
            "a (1 fact), b (1 fact), c (1 fact) and d (1 fact): none has all 4.",
        ),
    ],
)
def test_what_is_nowhere_together_is_told_with_how_often_each_is_there(group: tuple[Part, ...], sentence: str) -> None:
    assert said(READ._replace(apart=(group,))) == [sentence]


def test_what_is_together_and_no_answer_is_told() -> None:
    together = Part("all", "x", 2, 1)
    assert said(READ._replace(together=together)) == [
        "All of it is somewhere in 2 facts and 1 article, but none answers it."
    ]
    assert said(READ) == ["None answers all of it."]


MENDED = Result(
    Query("tokyo sumit"), mended="tokyo summit", mended_count=12, readings=(Reading("mended", "sumit", "summit"),)
)


def test_what_the_mended_line_finds_is_told_with_the_key_that_takes_it_or_without() -> None:
    proof = READ._replace(absent=words("sumit"))
    for enter, sentence in (
        (True, "sumit is in none of them.  enter reads it as summit: 12 hits for tokyo summit"),
        (False, "sumit is in none of them.  12 hits for tokyo summit"),
    ):
        assert said(proof, enter=enter, result=MENDED) == [sentence]
    one = MENDED._replace(mended_count=1)
    assert said(proof, result=one) == ["sumit is in none of them.  1 hit for tokyo summit"]
    more = MENDED._replace(mended_count=10_000, mended_more=True)
    assert said(proof, result=more) == ["sumit is in none of them.  at least 10,000 hits for tokyo summit"]
    assert said(READ, enter=True, result=MENDED) == [
        "None answers all of it.",
        "enter reads sumit as summit: 12 hits for tokyo summit",
    ]


def test_what_was_typed_and_the_key_stand_out() -> None:
    told = why_nothing(
        MENDED._replace(proof=READ._replace(absent=words("sumit"), apart=(words("a", "b"),))), enter=True
    )
    assert [text for sentence in told for text, role in sentence if role == "key"] == [
        "sumit",
        "a",
        "b",
        "enter",
        "summit",
    ]
    assert {role for sentence in told for _, role in sentence} == {"text", "key", "quiet"}


def test_a_quotation_mark_without_its_other_is_told() -> None:
    assert said(READ, result=Result(Query('"unclosed'))) == ["None answers all of it.", 'close the quotation mark: "…"']
