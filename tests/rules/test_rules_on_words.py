"""The rules that hold dates, numbers and names against the words that are quoted."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.draft.amounts import amounts
from eujdef_tui.draft.tokens import tokens_of
from eujdef_tui.factfile.anchoring import anchor_evidence
from eujdef_tui.model.records import Actor, Event, Evidence, FactFile, Name, Source, Statement
from eujdef_tui.rules import check
from eujdef_tui.text.fraction_signs import SIGNS
from eujdef_tui.text.numbers import numbers_read
from tests.helpers.rule_cases import assert_found, report, rules_of

# --- dates ---


@pytest.mark.parametrize(
    "words",
    ["Last week", "on Friday", "early next year", "two weeks ago", "this year", "yesterday", "in recent years"],
)
def test_relative_words_need_a_basis(tmp_path: Path, words: str) -> None:
    assert_found(
        tmp_path,
        "relative-date-without-basis",
        f"""\
        events:
          - {{§id: a, kind: talk, title: A, date_text: {words}, status: happened, evidence: [{{source: s, quote: x}}]}}
          - id: b
            kind: talk
            title: B
            date_text: {words}
            date_basis: counted from the day of the article
            status: happened
            evidence: [{{source: s, quote: x}}]
        agreements:
          - id: c
            title: C
            instrument: treaty
            milestones: [{{§action: signed, date_text: {words}, evidence: [{{source: s, quote: x}}]}}]
            evidence: [{{source: s, quote: x}}]
        """,
    )


@pytest.mark.parametrize("words", ["on 3 May 2021", "Monday, 3 May 2021", "the last week of May", "by 2035"])
def test_words_that_stand_by_themselves_need_no_basis(tmp_path: Path, words: str) -> None:
    statement = f"{{id: x, kind: position, text: X, date_text: '{words}', evidence: [{{source: s, quote: x}}]}}"
    assert_found(tmp_path, "relative-date-without-basis", f"statements: [{statement}]")


def test_a_date_is_in_a_quote_or_says_where_it_comes_from(tmp_path: Path) -> None:
    def event(first: str, date: str, note: str = "") -> str:
        return f"  - {{{first}, kind: talk, title: T, date: {date}, status: happened{note}, evidence: [*q]}}\n"

    assert_found(
        tmp_path,
        "date-not-in-quote",
        "actors: [{id: ann, kind: person, name: Ann Lee, evidence: [&q {source: s, quote: on 3 May 2021}]}]\n"
        "events:\n"
        + event("id: day", "2021-05-03")
        + event("id: month", "2021-05")
        + event("id: interval", "../2021~")
        + event("§id: other-day", "2021-05-04")
        + event("§id: other-year", "2021/2022")
        + event("id: basis", "2022", ", date_basis: the year after")
        + event("id: outside", "2022", ", x-outside: from the treaty series")
        + event("§id: no-reason", "2022", ", x-outside: ''")
        + event("§id: not-explicit", "2022", ", date_basis: explicit"),
    )


@settings(deadline=None, max_examples=50)
@given(st.dates(date(1000, 1, 1)), st.integers(0, 400))
def test_a_date_whose_words_are_quoted_is_never_told(first: date, length: int) -> None:
    last = min(date.max - timedelta(days=length), first) + timedelta(days=length)
    quote = f"from {first.day} {first:%B} {first.year} to {last.day} {last:%B} {last.year}"
    assert "date-not-in-quote" not in _rules_of_date(f"{first}/{max(first, last)}", quote)


@settings(deadline=None, max_examples=50)
@given(st.integers(1000, 9998))
def test_both_years_of_a_short_range_are_read(year: int) -> None:
    end = f"{year + 1}"
    told = "date-not-in-quote" in _rules_of_date(f"{year}/{end}", f"in {year}-{end[2:]}")
    assert told == (f"{year}"[:2] != end[:2])


def test_a_number_too_long_for_a_year_is_passed_over() -> None:
    assert "date-not-in-quote" not in _rules_of_date("2024", "9" * 5000 + " ships in 2024")


def _rules_of_date(date: str, quote: str) -> list[str]:
    evidence = (Evidence(source="s", quote=quote),)
    return rules_of(quote, Event(id="x", kind="talk", title="X", date=date, status="planned", evidence=evidence))


def test_date_text_stands_in_a_quote_of_its_own_record(tmp_path: Path) -> None:
    assert_found(
        tmp_path,
        "date-text-not-in-quote",
        """\
        events:
          - id: a
            kind: k
            title: A
            date_text: last  WEEK
            status: happened
            evidence: [&q {source: s, quote: Last week}]
          - {§id: b, kind: k, title: B, date_text: on Friday, status: happened, evidence: [*q]}
        agreements:
          - id: c
            title: C
            instrument: treaty
            milestones: [{§action: signed, date_text: Last week, evidence: [{source: s, quote: ministers met}]}]
            evidence: [{source: s, quote: Last week}]
        """,
    )


def test_a_date_of_issue_says_how_it_is_known(tmp_path: Path) -> None:
    assert_found(
        tmp_path,
        "issued-without-basis",
        """\
        sources:
          - {§id: s, type: article, file: a.txt, issued: 2021-05-10}
          - {id: t, type: article, file: a.txt, issued: 2021-05-10, issued_basis: printed on the page}
          - {id: u, type: article, file: a.txt}
        """,
    )


def test_what_begins_after_its_latest_source_has_not_happened(tmp_path: Path) -> None:
    def event(first: str, date: str, status: str, sources: str) -> str:
        quotes = ", ".join(f"{{source: {source}, quote: Last week}}" for source in sources)
        return f"  - {{{first}, kind: k, title: T, date: {date}, status: {status}, evidence: [{quotes}]}}\n"

    assert_found(
        tmp_path,
        "happened-in-future",
        "sources:\n"
        "  - {id: s, type: article, file: a.txt, issued: 2021-05~}\n"
        "  - {id: t, type: article, file: a.txt, issued: 2022-01-10}\n"
        "  - {id: u, type: article, file: a.txt}\n"
        "events:\n"
        + event("id: same-month", "2021-05-31", "happened", "s")
        + event("§id: next-month", "2021-06", "happened", "s")
        + event("id: planned", "2021-06", "planned", "s")
        + event("id: later-source", "2021-06", "happened", "st")
        + event("id: undated-source", "2021-06", "happened", "su")
        + event("id: begun", "2021-03/2021-09", "happened", "s")
        + "agreements:\n"
        "  - id: c\n"
        "    title: C\n"
        "    instrument: treaty\n"
        "    milestones: [{§action: signed, date: 2023, evidence: [{source: t, quote: Last week}]}]\n"
        "    evidence: [{source: t, quote: Last week}]\n",
    )


# --- figures ---


def test_a_figure_has_a_value_and_a_unit(tmp_path: Path) -> None:
    assert_found(
        tmp_path,
        "figure-without-value",
        """\
        statements:
          - {id: a, kind: figure, text: A, value: 10, unit: ships, evidence: [&q {source: s, quote: Ten ships sailed}]}
          - {§id: b, kind: figure, text: B, value: 10, evidence: [*q]}
          - {§id: c, kind: figure, text: C, unit: ships, evidence: [*q]}
          - {id: d, kind: position, text: D, evidence: [*q]}
        """,
    )


@pytest.mark.parametrize(
    ("value", "quote"),
    [
        ("1250", "$1,250 million"), ("1250000000", "$1,250 million"), ("1250", "1 250 ships"),
        ("1.25", "1,25 Millionen"), ("1234567.89", "1.234.567,89 euros"), ("376.7", "($376.7 billion)"),
        ("2", "2% of GDP"), ("2.0", "2% of GDP"), ("12", "twelve jets"), ("2", "to double spending"),
        ("1000", "a thousand troops"), ("24", "two dozen"), ("25", "twenty-five ships"), ("-5", "fell by 5 points"),
        ("60", "More than sixty states"), ("5000000000", "€5bn"), ("300", "in 2024 300 ships"), ("0.5", "half of it"),
        ("326", "three hundred and twenty-six billion euros"), ("150", "a hundred and fifty ships"),
        ("326000000000", "three hundred and twenty-six billion euros"), ("6200", "six thousand two hundred men"),
        ("3.5", "3½ million euros"), ("3500000", "3½ million euros"), ("0.5", "½ a percent"), ("3.125", "3⅛ percent"),
        ("1.3333", "1⅓ percent"), ("3.5", "3 ½ million euros"), ("35000000000", "35 to 40 billion euros"),
    ],
)  # fmt: skip
def test_a_value_is_read_in_figures_and_words(value: str, quote: str) -> None:
    assert "value-not-in-quote" not in _rules_of_value(value, quote)


@pytest.mark.parametrize(
    ("value", "quote"),
    [
        ("1000", "thousands of troops"),
        ("25", "2.5 percent"), ("5", "2.5 percent"), ("250", "$1,250 million"), ("1000", "1,000,000 ships"),
        ("935", "$953 billion"), ("3", "two jets"), ("202", "in 2024"), ("21", "twenty states and one more"),
        ("32600", "three hundred and twenty-six billion euros"), ("106", "a hundred, and six"),
        ("31", "3½ million euros"), ("3125", "3⅛ percent"), ("1", "½ a percent"),
        ("1.3", "1⅓ percent"), ("3.5", "3, ½ of it"), ("35000000000", "35 and then 40 billion euros"),
    ],
)  # fmt: skip
def test_a_value_that_is_not_quoted_is_told(value: str, quote: str) -> None:
    assert "value-not-in-quote" in _rules_of_value(value, quote)
    assert "value-not-in-quote" not in _rules_of_value(value, quote, {"x-outside": "worked out"})


@given(
    st.sampled_from(("{}{} percent", "{} {} million euros", "${}{}bn", "{}{} thousand yen", "{}{} to 90 billion won")),
    st.sampled_from(("", "12", "1,234")),
    st.sampled_from(SIGNS),
)
def test_a_value_that_draft_reads_of_a_fraction_is_in_its_quote(form: str, whole: str, sign: str) -> None:
    quote = f"It took {form.format(whole, sign)}."
    found = amounts(quote, 0, len(quote), tokens_of(quote, 0, len(quote)), ())
    assert found
    for one in found:
        assert "value-not-in-quote" not in _rules_of_value(one.value, quote)


def test_a_fraction_sign_is_told_as_it_is_written() -> None:
    found = [(one.written, one.in_digits) for one in numbers_read("Of 3½ or ⅔ at 1,234 ⅓.")]
    assert found == [("3½", True), ("⅔", True), ("1,234", True), ("⅓", True)]


@settings(deadline=None, max_examples=60)
@given(st.decimals(0, 10**12, places=2), st.sampled_from(["{:,f}", "{:f}"]))
def test_every_number_is_found_with_and_without_separators(number: object, form: str) -> None:
    assert "value-not-in-quote" not in _rules_of_value(f"{number:f}", f"about {form.format(number)} tons")


@pytest.mark.parametrize("quote", ["9" * 10**6 + " million of 5", "m " * 20_000 + "5"])
def test_a_number_without_end_is_passed_over(quote: str) -> None:
    assert any(Decimal(5) in number.values for number in numbers_read(quote))


def test_a_quote_without_a_word_has_no_value() -> None:
    assert "value-not-in-quote" in _rules_of_value("5", "…")


def test_a_value_without_end_is_told() -> None:
    assert "value-not-in-quote" in _rules_of_value("-" + "9" * (10**6 + 1), "5 ships")


def _rules_of_value(value: str, quote: str, x: dict[str, str] | None = None) -> list[str]:
    evidence = (Evidence(source="s", quote=quote),)
    return rules_of(
        quote, Statement(id="x", kind="figure", text="X", value=value, unit="u", evidence=evidence, x=x or {})
    )


# --- names ---


def test_a_name_stands_in_a_source_or_is_noted_as_from_outside(tmp_path: Path) -> None:
    assert_found(
        tmp_path,
        "unsourced-name",
        """\
        actors:
          - id: a
            kind: person
            name: ANN LÉE
            other_names: [{name: Ann}, {§name: 李安}, {name: Lee, x-outside: how she signs}, {name: 東京}, {§name: Li}]
            evidence: [&q {source: s, quote: Ann Lee}]
          - {id: b, kind: person, name: Robert, x-outside: in no article, other_names: [{name: Bob}], evidence: [*q]}
          - {§id: c, kind: person, name: Lee signed pact, evidence: [*q]}
          - {§id: d, kind: person, name: pac, evidence: [*q]}
        agreements:
          - {§id: p, title: Any words, short_title: Bergen pact, instrument: treaty, evidence: [*q]}
          - id: q
            title: Any words at all
            short_title: Oslo pact
            other_names: [{§name: Oslo Accord}]
            instrument: treaty
            evidence: [*q]
        """,
        article="Ann-Lee signed the Oslo pact in 東京都.\n",
    )


def test_a_name_does_not_reach_from_one_source_into_the_next() -> None:
    sources = tuple(Source(id=name, type="article", file=f"{name}.txt") for name in "st")
    evidence = (Evidence(source="s", quote="Ann"),)
    actors = (
        Actor(id="a", kind="person", name="Ann Lee", evidence=evidence),
        Actor(id="b", kind="person", name="Ann", other_names=(Name(name="Lee"),), evidence=evidence),
    )
    file = FactFile(
        path=Path("f"), title="T", inputs=(), sources=sources, actors=actors, texts={"s": "Ann", "t": "Lee"}
    )
    found = [p.message for p in check(anchor_evidence(file)).problems if p.rule == "unsourced-name"]
    assert found == ["The name “Ann Lee” stands in no source."]


# --- words of vocabularies ---


def test_a_word_that_is_nearly_a_known_one_is_told_with_it(tmp_path: Path) -> None:
    text = """\
        actors:
          - {§id: a, kind: persn, name: Ann, evidence: [&q {source: s, quote: Ann Lee}]}
          - {id: b, kind: lighthouse, name: Bo, evidence: [*q]}
        events:
          - {§id: c, kind: voet, title: C, status: happened, evidence: [*q]}
          - {id: d, kind: votes, title: D, status: happened, evidence: [*q]}
          - {id: e, kind: tast, title: E, status: happened, evidence: [*q]}
          - {id: f, kind: tast, title: F, status: happened, evidence: [*q]}
          - {id: g, kind: tast, title: G, status: happened, evidence: [*q]}
        agreements:
          - id: h
            title: H
            instrument: treaty
            milestones: [{§action: signd, evidence: [*q]}]
            evidence: [*q]
        statements: [{§id: i, kind: figur, text: I, evidence: [*q]}]
        """
    assert_found(tmp_path, "misspelt-word", text)
    whole = "sources: [{id: s, type: article, file: a.txt}]\n" + dedent(text).replace("§", "")
    found = {p.message: p.advice for p in report(tmp_path, whole).problems}
    assert found["`action: signd` is no word that is known."] == "Write `signed`, if that is meant."
