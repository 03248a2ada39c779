"""What is read of a value of another tool's file, and how an article is found by what that tool calls it."""

from __future__ import annotations

import json

import pytest

from eujdef_tui.draft.importing import Text, drafts_of, read_candidates
from eujdef_tui.draft.imports.candidate import KINDS, date_of, status_of, text_of, texts_of, word_of
from eujdef_tui.draft.known import Known


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  two\n words ", "two words"),
        (5, "5"),
        (2.5, "2.5"),
        (True, ""),
        (None, ""),
        ({}, ""),
        ([None, "", "first", "second"], "first"),
        ([["inner"]], ""),
        ("\x1b[31mred\u202e", "\ufffd[31mred\ufffd"),
        ("x" * 5000, "x" * 2000),
    ],
)
def test_a_text_is_one_clean_line_and_anything_else_is_none(value: object, text: str) -> None:
    assert text_of(value) == text


@pytest.mark.parametrize(
    ("words", "status"),
    [(["planned"], "planned"), (["ferries", "target", "planned"], "target"), (["Planned", "done", ""], ""), ([], "")],
)
def test_the_status_is_the_first_word_that_is_one(words: list[str], status: str) -> None:
    assert status_of(words) == status


@pytest.mark.parametrize("record", KINDS)
def test_a_record_without_a_kind_gets_the_same_one_from_a_table_and_from_an_annotation(record: str) -> None:
    table = f"record,title,quote\n{record},Boats,new boats\n"
    selector = {"type": "TextQuoteSelector", "exact": "new boats"}
    annotation = json.dumps({"tags": [record], "target": {"selector": selector}})
    for form, text in (("csv", table), ("web-annotation", annotation)):
        (found,) = read_candidates(form, text, "file")
        assert (found.record, found.kind) == (record, KINDS[record])


def test_the_texts_of_a_list_are_those_that_say_anything() -> None:
    assert list(texts_of(["a", "", 5, None, ["b"], {}])) == ["a", "5"]
    assert list(texts_of("a")) == ["a"]


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ("Public Body", "public-body"),
        ("article-newspaper", "article-newspaper"),
        ("Ärzte!", "arzte"),
        ("—", "x"),
        ("", "x"),
    ],
)
def test_a_kind_is_lower_case_with_hyphens(words: str, word: str) -> None:
    assert word_of(words, "x") == word


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2024-11-01~", "2024-11-01~"),
        ("1 November 2024", "2024-11-01"),
        ("Nov 2024", "2024-11"),
        ("2020/2022", "2020/2022"),
        ("2024-02-30", ""),
        ("some day", ""),
        ("", ""),
    ],
)
def test_a_date_in_edtf_or_in_words_is_read_and_what_is_none_is_told(words: str, date: str) -> None:
    found, wrong = date_of(words)
    assert found == date
    assert bool(wrong) == (not date and bool(words))


TEXTS = [
    Text("first", "Boats come and go. A pier is built.", ("first", "articles/first-1.txt")),
    Text(
        "second", "A pier is built. Trains come and go.", ("second", "articles/second.txt", "https://example.org/s/a?b")
    ),
]


@pytest.mark.parametrize(
    ("named", "source"),
    [
        ("", "first"),
        ("second", "second"),
        ("SECOND.TXT", "second"),
        ("../other/second.txt", "second"),
        ("https://example.org/s/a?b", "second"),
        ("https://example.com/articles/second.html", "second"),
        ("https://example.com/nothing-like-it", "first"),
    ],
)
def test_words_that_two_articles_have_are_taken_from_the_one_that_is_named(named: str, source: str) -> None:
    text = f"title,quote,source\nA pier,A pier is built,{named}\n"
    (one,) = drafts_of(read_candidates("csv", text, "f"), TEXTS, Known())
    assert (one.source, one.draft.refused) == (source, "")


def test_words_that_only_another_article_has_are_found_there() -> None:
    text = "title,quote,source\nTrains,Trains come and go,first\n"
    (one,) = drafts_of(read_candidates("csv", text, "f"), TEXTS, Known())
    assert one.source == "second"


def test_a_record_with_quotes_of_two_articles_is_a_draft_of_the_first() -> None:
    text = "id,title,quote,source\n1,Traffic,Boats come and go,first\n1,Traffic,Trains come and go,second\n"
    (one,) = drafts_of(read_candidates("csv", text, "f"), TEXTS, Known())
    assert (one.source, [quote.quote for quote in one.draft.evidence]) == ("first", ["Boats come and go"])


def test_without_articles_everything_is_refused_and_nothing_lost() -> None:
    items = [{"title": "T", "target": {"selector": {"type": "TextQuoteSelector", "exact": "x"}}}] * 3
    found = drafts_of(read_candidates("web-annotation", json.dumps(items), "f"), [], Known())
    assert [one.draft.refused for one in found] == ["there is no article to look in"] * 3


@pytest.mark.slow
def test_five_megabytes_of_one_cell_or_one_string_are_read_or_told() -> None:
    long = "word " * 1_000_000
    found = read_candidates("csl-json", json.dumps([{"title": long}]), "f")
    assert len(found[0].label) == 2000
    quote = {"target": {"selector": {"type": "TextQuoteSelector", "exact": long}}}
    (one,) = drafts_of(read_candidates("web-annotation", json.dumps([quote]), "f"), TEXTS, Known())
    assert one.draft.refused
