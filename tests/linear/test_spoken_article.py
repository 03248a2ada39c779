"""Sentences in words: where a quote begins and ends is said, and nothing of the article is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.linear.spoken_article import article_sentences, proof_lines, sentence_words
from eujdef_tui.model.records import Evidence
from eujdef_tui.model.struct import replace
from eujdef_tui.present.proofs import proofs
from eujdef_tui.store import Article, Base


def article(text: str) -> Article:
    return Article("s", text, 0, ((0, len(text)),), (0,))


def quoting(text: str, *quotes: str) -> str:
    """A text of one sentence, read with these quotes in it."""
    evidence = [
        Evidence(source="s", quote=quote, start=text.index(quote), end=text.index(quote) + len(quote), sentence=0,
                 last_sentence=0, grade="verbatim")
        for quote in quotes
    ]  # fmt: skip
    return sentence_words(article(text), 0, evidence).partition(": ")[2]


@pytest.mark.parametrize(
    ("text", "quotes", "words"),
    [
        ("The pact was signed in May.", ["pact was signed"], "The, quote begins, pact was signed, quote ends, in May."),
        ("The pact was signed.", ["The pact"], "Quote begins, The pact, quote ends, was signed."),
        ("The pact was signed.", ["was signed"], "The pact, quote begins, was signed, quote ends."),
        ("The pact was signed.", ["The pact was signed."], "The pact was signed. All of it is the quote."),
        ("The pact was signed.", ["The pact was signed"], "The pact was signed. All of it is the quote."),
        ("He said: “We signed,” and left.", ["We signed"], "He said: quote begins, “We signed, quote ends,” and left."),
        ("Now, it holds, he said.", ["it holds"], "Now, quote begins, it holds, quote ends, he said."),
        ("It holds! Yes, it does.", ["It holds!"], "Quote begins, It holds! quote ends, Yes, it does."),
        ("One and two and three.", ["One", "two"],
         "Quote begins, One, quote ends, and, quote begins, two, quote ends, and three."),
        ("One and two and three.", ["One and", "and two"], "Quote begins, One and two, quote ends, and three."),
        ("Nothing here.", [], "Nothing here."),
        ("A\nbroken │ line.", ["broken"], "A, quote begins, broken, quote ends, line."),
    ],
)  # fmt: skip
def test_the_beginning_and_the_end_of_a_quote_are_said(text: str, quotes: list[str], words: str) -> None:
    assert quoting(text, *quotes) == words


def plain(words: str) -> str:
    """What is left of words without what is said of quotes, spaces and commas."""
    words = re.sub("All of it is the quote|quote begins|quote ends", "", words, flags=re.I)
    return re.sub(r"[\s,.“‘(]", "", words).casefold()


def test_nothing_of_any_sentence_is_lost_and_each_quote_is_bounded(metre: Base, corpus: Base) -> None:
    for base in (metre, corpus):
        for n in range(1, base.count() + 1):
            for nth, one in enumerate(evidence := proofs(base.record(n).record)):
                where, *said = proof_lines(base, evidence, nth)
                text = base.article(one.source)
                first, last = text.spans[one.sentence][0], text.spans[one.last_sentence][1]
                assert plain(said[0]) == plain(" ".join(text.text[first:last].split()))
                assert said[0].casefold().count("quote begins") == said[0].count("quote ends") <= 1
                assert ("quote ends" in said[0]) != ("All of it is the quote." in said[0])
                assert f"sentence {one.sentence + 1} of {len(text.spans)}" in where


@pytest.mark.slow
@given(st.text("ab .,”“", min_size=1, max_size=30), st.data())
def test_any_quote_of_any_text_is_said_without_loss(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    one = Evidence(source="s", quote="q", start=start, end=end, sentence=0, last_sentence=0, grade="verbatim")
    said = sentence_words(article(text), 0, [one]).partition(": ")[2]
    assert plain(said) == plain(text)
    assert said.casefold().count("quote begins") == said.count("quote ends")


def test_a_proof_says_which_of_how_many_it_is_and_how_well_it_was_found(corpus: Base) -> None:
    evidence = proofs(corpus.record(corpus.number("kallas") or 0).record)
    lines = list(proof_lines(corpus, evidence, 1))
    assert lines[0] == "Second of seven quotes, word for word, Japan Times, about 23 July 2025, sentence 6 of 35."


def test_a_quote_that_was_not_found_is_read_from_the_fact_file(metre: Base) -> None:
    lost = Evidence(source="metre-article", quote="no such │ words", grade="orphan")
    assert list(proof_lines(metre, [lost], 0)) == [
        "The only quote, not found in the article, Measures, about May 2023.",
        "The fact file quotes: no such │ words.",  # the box goes where all lines go out
    ]


@pytest.mark.parametrize(
    ("grade", "words"),
    [("normalised", "in other typography"), ("edited", "in other words now"), ("ambiguous", "more than once")],
)
def test_no_other_grade_is_said_like_a_verbatim_one(metre: Base, grade: str, words: str) -> None:
    found = proofs(metre.record(metre.number("kibble") or 0).record)[0]
    lines = list(proof_lines(metre, [replace(found, grade=grade)], 0))
    assert words in lines[0]
    assert "word for word" not in lines[0]


def test_sentences_say_what_rests_on_them(metre: Base) -> None:
    text = metre.article("kilogram-article")
    evidence = proofs(metre.record(metre.number("kibble") or 0).record)
    lines = list(article_sentences(text, 0, len(text.spans) + 5, evidence))
    assert len(lines) == len(text.spans)
    assert lines[10].startswith("Sentence 11, this fact rests on it: One way to realise the unit is, quote begins, ")
    assert lines[11].startswith("Sentence 12, 1 fact on it: More than sixty states")
    assert lines[13] == "Sentence 14: Read more in our series on measurement."
