"""A fact leaves with the words that prove it and where they stand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from eujdef_tui.export.citation import FORMATS, OUTSIDE_LEGEND, cite, claims, escape_markdown, where
from eujdef_tui.model.labels import quoted
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Evidence, Source
from eujdef_tui.store import Base, open_base
from eujdef_tui.text.unicode import one_line
from tests.helpers.awkward_facts import awkward, opened, records
from tests.helpers.fact_files import HEAD, PROOF, write
from tests.helpers.places import METRE


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    yield from opened(awkward(tmp_path_factory.mktemp("facts")), tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def metre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    yield from opened(METRE, tmp_path_factory.mktemp("cache"))


def cited(base: Base, record_id: str, form: str) -> str:
    n = base.number(record_id)
    assert n is not None
    return cite(base, n, form)


def shown(markdown: str) -> str:
    """What a reader of CommonMark sees: the text without its marks."""
    html = MarkdownIt().render(markdown)
    return one_line(unescape(re.sub(r"</?(?:p|strong|blockquote|a)(?: [^>]*)?>", "", html)))


def readable(text: str, form: str) -> str:
    """The words of a citation, with the escapes of its format undone."""
    if form == "csl-json":
        return "\n".join(item.get("note", "") for item in json.loads(text))
    if form == "bibtex":
        return re.sub(r"\\([$&#_%])", r"\1", text)
    return shown(text) if form == "markdown" else text


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("which", ["base", "metre"])
def test_every_quote_of_every_fact_leaves_whole_and_with_its_place(
    which: str, form: str, request: pytest.FixtureRequest
) -> None:
    opened_base: Base = request.getfixturevalue(which)
    for n, record in enumerate(records(opened_base), 1):
        text = readable(cite(opened_base, n, form), form)
        for item in evidence_of(record):
            assert quoted(item.quote) in text
            assert where(item) in text


@pytest.mark.parametrize("form", FORMATS)
def test_every_claim_of_a_fact_is_said(metre: Base, form: str) -> None:
    for n, record in enumerate(records(metre), 1):
        text = readable(cite(metre, n, form), form)
        assert all(claim.line in text for claim in claims(metre, record))


@pytest.mark.parametrize(
    ("record_id", "line"),
    [
        ("span", "Span (30 Nov – 2 Dec 2024)"),
        ("graded", "=cmd <script>alert(1)</script> (early 2026; planned)"),
        ("before", "Before (by 2035; target)"),
        ("undated", "Undated (undated; reported)"),
        ("cost", "It costs 5% of $9 (-Ann *Star*; 5 %; as of 2027; 1 Nov 2024)"),
        ("plain", "So it is in the U.S. (Wire, undated)"),
        ("differ", "Which one? Read both."),
    ],
)
def test_a_fact_is_one_line_with_what_qualifies_it(base: Base, record_id: str, line: str) -> None:
    assert cited(base, record_id, "plain").startswith(f"{line}\n\n  ")


def test_a_role_stands_above_its_own_quotes_with_its_dates(base: Base) -> None:
    text = cited(base, "ann", "plain")
    own, role, envoy = (
        "-Ann *Star*\n",
        "-Ann *Star*: head_of, Plan (from about 2020; until Mar 2022)\n",
        "envoy, Japan\n",
    )
    parts = re.split("|".join(map(re.escape, (own, role, f"-Ann *Star*: {envoy}"))), text)
    assert [part.count("“The quick brown fox jumps”") for part in parts] == [0, 1, 1, 1]


def test_a_milestone_stands_above_its_own_quotes_with_its_date_and_status(base: Base) -> None:
    lines = [line for line in cited(base, "pact", "plain").splitlines() if line and not line.startswith(" ")]
    assert lines == ["Pact", "Pact: entry into force (undated; planned)", "Pact: signed (Nov 2018)"]


def test_a_quote_that_is_not_verbatim_says_how_it_was_found(base: Base) -> None:
    places = re.findall("^  — (.*)$", cited(base, "graded", "plain"), re.MULTILINE)
    assert [re.sub(r"^.*?(, sentence|, not)", r"\1", place) for place in places] == [
        ", sentence 2",
        ", sentence 3; the source has it in other case, accents, quotation marks, dashes or spaces",
        ", sentence 3; the source has it in other words",
        ", sentence 1; the source has it more than once",
        ", sentence 3; the source has it, but not between the prefix and suffix given",
        ", not found in the source",
    ]


@pytest.mark.parametrize(
    ("first", "last", "said"), [(0, 0, "sentence 1"), (3, 4, "sentences 4–5"), (-1, -1, "not found in the source")]
)
def test_sentences_are_counted_from_one(first: int, last: int, said: str) -> None:
    grade = "verbatim" if first >= 0 else "orphan"
    assert where(Evidence(source="s", quote="q", sentence=first, last_sentence=last, grade=grade)) == said  # type: ignore[arg-type]


def test_plain_text_is_the_fact_then_each_quote_and_its_source(metre: Base) -> None:
    assert cited(metre, "new-second", "plain") == (
        "Redefinition of the second (2030; planned)\n"
        "\n"
        "  “The General Conference plans to redefine the second at its meeting in 2030.”\n"
        "  — Staff of The Daily Balance, “Farewell to a cylinder,” The Daily Balance, 1 Nov 2024, sentence 13"
    )


def test_a_chicago_note_for_each_source_stands_below_the_fact(metre: Base) -> None:
    fact, balance, measures = cited(metre, "age-of-the-cylinder", "chicago").split("\n\n")
    assert fact.startswith("Since when the cylinder was the kilogram: It was cast in 1879")
    assert balance == (
        "Staff of The Daily Balance, “Farewell to a cylinder,” The Daily Balance, November 1, 2024. "
        "“was cast in 1879 and kept under glass at Sèvres” (sentence 3)."
    )
    assert measures.startswith(
        "Ada Arpent, “The metre, from a bar to a beam of light,” The Measures Reader, ca. May 2023. “a cylinder"
    )


def test_a_note_on_an_undated_source_ends_with_one_full_stop(base: Base) -> None:
    assert cited(base, "wire", "chicago") == "[Supplied], [Wire], n.d."


def test_bibtex_has_one_entry_for_each_source_with_all_its_quotes(base: Base) -> None:
    text = cited(base, "graded", "bibtex")
    assert re.findall(r"^@\w+\{(.*),$", text, re.MULTILINE) == ["tagged", "wire"]
    tagged, wire = text.split("\n\n")
    assert tagged.count("(sentence") == 1
    assert wire.count("(sentence") == 4
    assert r"title = {{50\% of \textbraceleft{}x\textbraceright{} \& y\_z}}" in tagged
    assert "url = {https://example.org/a_b?c=%7Bd%7D}" in tagged


def test_csl_json_is_a_list_of_the_sources_with_the_quotes_as_their_notes(base: Base) -> None:
    tagged, wire = json.loads(cited(base, "graded", "csl-json"))
    assert (tagged["id"], wire["id"], wire["type"]) == ("tagged", "wire", "document")
    assert tagged["issued"] == {"date-parts": [[2024, 11, 1]]}
    fact = "=cmd <script>alert(1)</script> (early 2026; planned)"
    assert tagged["note"] == f"{fact} — “She said ‘no way’ twice.” (sentence 2)"
    assert "issued" not in wire


@pytest.mark.parametrize("form", FORMATS)
def test_a_copy_with_a_mark_for_dates_from_outside_says_what_that_is(corpus: Base, metre: Base, form: str) -> None:
    marked, plain = cited(corpus, "kallas", form), cited(metre, "signing", form)
    assert "from 1 Dec 2024†" in marked
    assert (marked.rpartition("\n")[2].removeprefix("% ") == OUTSIDE_LEGEND) is (form != "csl-json")
    assert OUTSIDE_LEGEND not in plain


@pytest.mark.parametrize("form", FORMATS)
def test_a_source_cites_itself_without_quotes(metre: Base, form: str) -> None:
    text = cited(metre, "metre-article", form)
    assert "The metre, from a bar to a beam of light" in text
    assert "Arpent" in text
    assert "sentence" not in text
    assert not text.endswith("\n")


def test_markdown_shows_marks_in_the_texts_as_they_are(base: Base) -> None:
    html = MarkdownIt().render(cited(base, "cost", "markdown"))
    assert "<strong>It costs 5% of $9 (-Ann *Star*; 5 %; as of 2027; 1 Nov 2024)</strong>" in html
    assert "“*marked_up* [line] &amp; &lt;b&gt;bold&lt;/b&gt;”" in html
    assert '<a href="https://example.org/a_b?c=%7Bd%7D">' in html
    assert html.count("<blockquote>") == 2
    assert html.count("<strong>") == 1


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://e.org/> <b>", "http://"])
def test_markdown_links_to_web_addresses_only(url: str) -> None:
    assert "<a" not in MarkdownIt().render(cite(one(title="T", URL=url), 1, "markdown"))


TEXT = st.text(st.sampled_from("a1 \\`*_[]()<>#|~&$!-+.=:{}\"'“é日\n")) | st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])
)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(TEXT, TEXT)
@example("", "1. C")
@example("", "- C")
def test_any_title_and_container_are_shown_in_markdown_as_they_are(title: str, container: str) -> None:
    text = cite(one(title=title, container_title=container), 1, "markdown")
    assert shown(text) == cite(one(title=title, container_title=container), 1, "plain")
    assert "<em>" not in MarkdownIt().render(text)


def one(**fields: Any) -> Base:
    """A base of one source."""
    source = Source(id="s", type="webpage", file="s.txt", **fields)
    return cast("Base", SimpleNamespace(record=lambda _: SimpleNamespace(record=source)))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("[Japan and EU announce it], [AFP report]", "[Japan and EU announce it], [AFP report]"),
        ("[a link](to) [ab][cd] [ab]: c", "[a link\\](to) \\[ab\\]\\[cd] \\[ab\\]: c"),
        ("![image](x)", "![image\\](x)"),
        ("[^1] [x] [ ] [@key] [[wiki]]", "\\[^1] \\[x] \\[ ] \\[@key] \\[[wiki\\]]"),
    ],
)
def test_brackets_are_escaped_only_where_they_would_mean_something(text: str, escaped: str) -> None:
    assert escape_markdown(text) == escaped
    assert shown(escape_markdown(text)) == text


def test_the_formats_are_all_different(metre: Base) -> None:
    texts = sorted(cited(metre, "signing", form) for form in FORMATS)
    assert all(one_text != other for one_text, other in pairwise(texts))


@pytest.mark.parametrize("text", ["&copy; and &#169; are &amp; stay", "$x$ costs $5 and $$y$$", "Q&A: R&D, AT&T;"])
def test_entities_and_dollars_are_literal_in_markdown(tmp_path: Path, text: str) -> None:
    facts = HEAD + f"events:\n  - {{id: e, kind: k, title: '{text}', status: happened, {PROOF}}}\n"
    facts += f"statements:\n  - {{id: q, kind: position, text: T, evidence: [{{source: s, quote: '{text}'}}]}}\n"
    with closing(open_base(write(tmp_path, facts))) as base:
        for record_id in ("e", "q"):
            markdown = cited(base, record_id, "markdown")
            assert text in shown(markdown)
            assert not re.search(r"(?<!\\)[&$]", markdown), "unescaped, a reader with maths or entities would change it"
