"""What other tools say becomes drafts whose quotes stand in an article, or is refused with the reason; never a fact."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.cli.verb_table import IMPORT_FORMATS
from eujdef_tui.draft.importing import FORMATS, Imported, Text, drafts_of, read_candidates
from eujdef_tui.draft.known import Known
from eujdef_tui.errors import ArticleError
from eujdef_tui.model.records import Actor, Evidence, Source
from eujdef_tui.store import SHIPPED, Base, open_base
from tests.helpers.processes import eujdef

ARTICLE = (
    "The Harbour Board signed a pact with Norland on Friday, Ann Lee said. “We will build a pier,” she said. "
    "It costs 20 million euros. Boats come and go. Boats come and go."
)
TEXTS = [Text("herald", ARTICLE, ("herald", "articles/herald.txt", "https://example.org/pier"), "2025-07-25")]
KNOWN = Known([Actor(id="norland", kind="country", name="Norland", evidence=(Evidence(source="s", quote="Norland"),))])


def imported(form: str, value: object) -> list[Imported]:
    """The drafts of a file of that form, as text or as what it says in JSON."""
    text = value if isinstance(value, str) else json.dumps(value)
    found = drafts_of(read_candidates(form, text, "f"), TEXTS, KNOWN)
    for one in found:
        assert one.draft.refused or one.draft.evidence
        for quote in one.draft.evidence:
            assert ARTICLE[quote.start : quote.end] == quote.quote
    return found


def test_the_formats_of_the_verb_are_those_that_are_read() -> None:
    assert tuple(FORMATS) == IMPORT_FORMATS


# --- web-annotation ---

# As the API of Hypothesis answers, but for the names of people.
HYPOTHESIS = {
    "total": 2,
    "rows": [
        {
            "id": "abc",
            "created": "2025-01-01T00:00:00+00:00",
            "user": "acct:x@hypothes.is",
            "group": "__world__",
            "uri": "https://example.org/pier",
            "text": "The board wants a pier",
            "tags": ["event", "plan"],
            "permissions": {"read": ["group:__world__"]},
            "target": [
                {
                    "source": "https://example.org/pier",
                    "selector": [
                        {"type": "RangeSelector", "startContainer": "/p[2]", "startOffset": 0, "endOffset": 9},
                        {"type": "TextPositionSelector", "start": 1, "end": 9},
                        {"type": "TextQuoteSelector", "exact": "We will build a pier", "prefix": "“", "suffix": ","},
                    ],
                }
            ],
        },
        {
            "id": "def",
            "uri": "https://example.org/pier",
            "text": "a page note",
            "tags": [],
            "target": [{"source": "x"}],
        },
    ],
}


def test_an_annotation_of_hypothesis_has_its_quote_and_its_tags() -> None:
    event, note = imported("web-annotation", HYPOTHESIS)
    assert (event.draft.record, event.draft.kind, event.draft.title) == ("event", "plan", "The board wants a pier")
    assert event.draft.evidence[0].quote == "We will build a pier"
    assert event.source == "herald"
    assert note.draft.refused == "it has no quote (TextQuoteSelector)"


@pytest.mark.parametrize(
    ("exact", "prefix", "refused"),
    [
        ("We will build a pier", "", ""),
        ('"We will  build a pier,"', "", ""),  # cut from the article with its own marks
        ("We will build two piers", "", "herald has other words there: a quote is copied letter for letter"),
        ("Nothing like it stands there", "", "its words are in no article here"),
        ("Boats come and go", "", "its words stand more than once in herald: give the words before or after them"),
        ("Boats come and go", "20 million euros.", ""),
        ("We will build a pier", "A council of towns:", "in herald other words stand before and after it"),
    ],
)
def test_a_quote_that_does_not_hold_is_refused_with_the_reason(exact: str, prefix: str, refused: str) -> None:
    selector = {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix}
    target = {"source": {"id": "articles/herald.txt"}, "selector": selector}
    (one,) = imported("web-annotation", {"body": {"value": "A pier"}, "target": target})
    assert one.draft.refused == refused
    assert bool(one.draft.evidence) != bool(refused)


# --- csl-json ---

# What citation-js 0.7 makes of an @article of BibLaTeX.
CITATION_JS = {
    "type": "article-newspaper",
    "id": "lee2025",
    "citation-key": "lee2025",
    "title": "A pier for Norland",
    "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}, {"literal": "Harbour Board"}],
    "container-title": "The Herald",
    "DOI": "10.1000/x1",
    "URL": "https://example.org/pier",
    "language": "english",
    "issued": {"date-parts": [[2025, 7, 23]]},
}


def test_an_item_of_csl_is_a_source_with_our_fields_that_asks_for_its_text() -> None:
    (one,) = imported("csl-json", [CITATION_JS])
    told = one.candidate.told
    assert (one.draft.record, told["id"], told["type"]) == ("source", "lee2025", "article-newspaper")
    assert told["author"] == [
        {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
        {"literal": "Harbour Board"},
    ]
    assert (told["issued"], told["x-doi"], told["x-language"]) == ("2025-07-23", "10.1000/x1", "english")
    assert one.draft.refused.endswith("eujdef draft ARTICLE --id lee2025 --issued 2025-07-23")


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [[2025, 7]]}, "2025-07"),
        ({"date-parts": [["2025", "7", "3"]]}, "2025-07-03"),
        ({"date-parts": [[2025, 7, 3]], "circa": True}, "2025-07-03~"),
        ({"date-parts": [[2025, 7, 3], [2025, 7, 5]]}, "2025-07-03/2025-07-05"),
        ({"date-parts": [[2025]], "season": 3}, "2025-23"),
        ({"date-parts": [[-43]]}, "-0043"),
        ({"literal": "1 November 2024"}, "2024-11-01"),
        ({"raw": "2024-11"}, "2024-11"),
        ("2024", "2024"),
        ({"literal": "long ago"}, ""),
        ({"date-parts": [[]]}, ""),
        ({"date-parts": [[2025, 13, 45]]}, ""),
        ({"date-parts": "x"}, ""),
        ({"date-parts": [[10**9]]}, ""),
        (None, ""),
    ],
)
def test_dates_of_csl_become_edtf(issued: object, date: str) -> None:
    (one,) = imported("csl-json", {"items": [{"title": "T", "issued": issued}]})
    assert one.draft.date == date


# --- ftm, csv, timelinejs ---


def entity(id_: str, schema: str, **properties: str) -> dict[str, object]:
    """An entity as FollowTheMoney writes it: every property is a list."""
    return {"id": id_, "schema": schema, "properties": {name: [value] for name, value in properties.items()}}


def test_entities_are_looked_for_by_their_names_and_links_wait() -> None:
    entities = [
        entity("p", "Person", name="Ann Lee", alias="Lee", country="no", topics="role.pep"),
        entity("n", "PublicBody", name="Norland"),
        entity("o", "Company", name="Nobody Ltd"),
        entity("m", "Directorship", director="p", organization="o", role="CEO"),
        entity("e", "Event", name="A pact", date="2025-07-25", involved="n"),
        entity("d", "Documentation", entity="e", document="herald", summary="signed a pact"),
        entity("x", "Passport"),
        ["no entity"],
    ]
    found = imported("ftm", "\n".join(json.dumps(one) for one in entities))
    assert [(one.draft.record, bool(one.draft.refused)) for one in found] == [
        ("actor", False),
        ("mention", False),
        ("actor", True),
        ("membership", True),
        ("event", False),
        ("source", True),
        ("actor", True),
    ]
    lee, norland, nobody, role, pact, *_ = found
    assert lee.candidate.told == {"imported_id": "p", "other_names": ["Lee"], "country": "NO"}
    assert norland.draft.actors == ("norland",)
    assert nobody.draft.refused == "no article here has these words, and it quotes none"
    assert role.draft.name == "Ann Lee – Nobody Ltd – CEO"
    assert (pact.draft.evidence[0].quote, pact.draft.actors) == ("signed a pact", ("norland",))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_by_its_headings(delimiter: str) -> None:
    rows = [
        ["Type", "#", "Headline", "When", "Excerpt", "URL", "Colour"],
        ["event", "1", "A pact", "25 July 2025", "signed a pact with Norland", "https://example.org/pier", "red"],
        ["event", "1", "A pact", "25 July 2025", "'=Boats", "", ""],
        ["", "", "A pier", "", "We will build a pier", "", ""],
        ["tension", "", "T", "", "Boats", "", ""],
    ]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    pact, pier, tension = imported("csv", text)
    assert (pact.draft.date, pact.draft.evidence[0].quote) == ("2025-07-25", "signed a pact with Norland")
    assert (pact.candidate.place, [one.exact for one in pact.candidate.quotes][1]) == ("line 2", "=Boats")
    assert (pier.draft.record, pier.draft.text) == ("statement", "A pier")
    assert tension.draft.refused == "a tension is nothing that is drafted"


def test_a_figure_of_a_table_is_held_against_its_sentence() -> None:
    rows = [
        "title,quote,value,unit",
        "It costs 20 million,It costs 20 million euros,20,million euros",
        "It costs 30 million,It costs 20 million euros,30,million euros",
    ]
    text = "\n".join(rows)
    right, wrong = imported("csv", text)
    assert (right.draft.record, right.draft.kind, right.draft.refused) == ("statement", "figure", "")
    assert "30" in wrong.draft.refused


def test_a_slide_is_an_event_whose_sentence_is_looked_for_by_its_headline() -> None:
    slides = [
        {
            "start_date": {"year": "2025", "month": "7", "day": ""},
            "text": {"headline": "The Harbour Board signed a pact with Norland"},
        },
        {
            "start_date": {"year": 2025, "month": 1, "day": 1},
            "end_date": {"year": 2025, "month": 12, "day": 31},
            "text": {"headline": "x &amp; y", "text": "<p>“We will build a pier”<br>— Herald</p>"},
        },
        {"start_date": {"year": -44}, "text": {"headline": "Caesar"}},
        {"text": {"headline": 5}},
    ]
    pact, pier, caesar, _ = imported("timelinejs", {"events": slides, "title": {}})
    assert pact.draft.evidence[0].quote.endswith("Ann Lee said.")
    assert (pact.draft.date, "looked for by its title" in pact.draft.flags[0]) == ("2025-07", True)
    assert (pier.draft.title, pier.draft.date, pier.draft.evidence[0].quote) == (
        "x & y",
        "2025",
        "We will build a pier",
    )
    assert (caesar.draft.date, bool(caesar.draft.refused)) == ("-0043", True)


# --- our own exports ---


@pytest.fixture(scope="module")
def shipped() -> Base:
    return open_base(SHIPPED)


@pytest.mark.counts_lines
@pytest.mark.slow
@pytest.mark.parametrize(
    ("form", "least"), [("web-annotation", 0.85), ("csv", 0.85), ("ftm", 0.5), ("timelinejs", 0.9), ("csl-json", 0)]
)
def test_our_own_exports_come_back_with_their_quotes(shipped: Base, form: str, least: float) -> None:
    base = shipped
    from eujdef_tui.export.formats import export

    texts = [
        Text(record.id, base.article(record.id).text, (record.id, record.file), record.issued)
        for record in (base.record(number).record for number in base.span("sources"))
        if isinstance(record, Source)
    ]
    found = drafts_of(read_candidates(form, "".join(export(base, form)), "f"), texts, Known())
    placed = [one for one in found if one.draft.evidence]
    assert len(placed) >= least * len(found)
    by_id = {text.id: text.text for text in texts}
    for one in placed:
        assert all(by_id[one.source][quote.start : quote.end] == quote.quote for quote in one.draft.evidence)


# --- hostile ---

HOSTILE: tuple[object, ...] = (
    None,
    5,
    "x",
    [],
    {},
    [[]],
    [None],
    {"rows": 5},
    {"items": {}},
    [{"target": 5}],
    [{"issued": {"date-parts": 7}}],
)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("value", HOSTILE, ids=repr)
def test_wrong_types_are_refused_one_by_one(form: str, value: object) -> None:
    assert all(one.draft.refused for one in _or_a_place(form, json.dumps(value)))


def _or_a_place(form: str, text: str) -> list[Imported]:
    """The drafts of a text; of one that cannot be read, none, where its error has a place."""
    try:
        return imported(form, text)
    except ArticleError as error:
        if not str(error).startswith("f:") or not error.advice:
            raise
        return []


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "items rows events target selector type exact source body value text headline start_date year month"
                " end_date issued date-parts author id schema properties name title summary entity tags first".split()
            ),
            inner | st.sampled_from(["TextQuoteSelector", "Event", "Documentation", "Person"]),
            max_size=4,
        )
    ),
    max_leaves=25,
)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(_JSON, st.sampled_from([form for form in FORMATS if form != "csv"]))
def test_any_json_is_drafts_or_an_error_with_a_place(value: object, form: str) -> None:
    _or_a_place(form, json.dumps(value))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_table_is_drafts_or_an_error_with_a_place(text: str) -> None:
    _or_a_place("csv", f"title,quote\n{text}")


@pytest.mark.parametrize(
    ("form", "text", "place"),
    [
        ("web-annotation", '{"rows": [{"id": 1},\n {"id": ', "f:2:9: this is no JSON"),
        ("web-annotation", "[" * 100_000, "f:1: lists and objects lie too deep"),
        ("csl-json", "9" * 10_000, "f:1: a number here has too many digits"),
        ("ftm", '{"id": "a", "properties": {}}\n{"id"', "f:2:6: this is no JSON"),
        ("csv", 'title,quote\na,"b', "f:2: this row cannot be read"),
        ("csv", "a,b\n1,2\n", "f:1: no column is called quote or title"),
        ("csv", "", "f:1: no column is called quote or title"),
        ("timelinejs", "", "f:1:1: this is no JSON"),
    ],
)
def test_what_is_cut_off_is_told_with_its_place(form: str, text: str, place: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read_candidates(form, text, "f")
    assert str(caught.value).startswith(place)
    assert caught.value.advice


def test_more_records_than_anybody_reviews_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eujdef_tui.draft.importing.MOST", 3)
    with pytest.raises(ArticleError, match="more than 3 records"):
        read_candidates("csl-json", json.dumps([{}] * 4), "f")


# --- the verb ---


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    path = tmp_path / "sheet.csv"
    path.write_text('title,quote\nA pier,We will build a pier\n"\x1b]0;x\x07",nowhere\n', encoding="utf-8")
    (tmp_path / "f.yaml").write_text(
        'schema_version: "1"\ntitle: T\nsources: [{id: herald, type: article, file: a.txt}]\n', encoding="utf-8"
    )
    return path


@pytest.mark.counts_lines
@pytest.mark.slow
def test_drafts_go_beside_the_fact_file_one_file_an_article_and_nothing_is_lost(sheet: Path) -> None:
    facts = sheet.parent / "f.yaml"
    before = facts.read_bytes()
    ran = eujdef("import", "--from", "csv", str(sheet), "-f", str(facts))
    assert ran.code == 0
    assert ran.lines[0] == "1 statement"
    assert ran.lines[1].endswith("its words are in no article here")
    assert "\x1b" not in ran.out + ran.err
    head, draft = map(json.loads, (sheet.parent / "sheet-herald.draft").read_text(encoding="utf-8").splitlines())
    assert (head["id"], head["file"], head["sentences"]) == ("herald", "a.txt", 5)
    assert (draft["n"], draft["place"], draft["by"]) == (0, "line 2", "import")
    assert len((sheet.parent / "sheet-left.refused").read_text(encoding="utf-8").splitlines()) == 2
    assert facts.read_bytes() == before
    listed = eujdef("review", "--list", "-f", str(facts))
    assert (listed.code, listed.err) == (0, "")
    assert listed.out.startswith("herald: 1 left")
    again = eujdef("import", "--from", "csv", str(sheet), "-f", str(facts))
    assert (again.code, "is there already" in again.err) == (2, True)


@pytest.mark.counts_lines
@pytest.mark.slow
def test_a_new_article_is_named_with_its_id_and_day(sheet: Path) -> None:
    article = sheet.parent / "new.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    out = sheet.parent / "x.draft"
    facts = str(sheet.parent / "f.yaml")
    sheet.write_text("title,quote\nA pier,We will build a pier\n", encoding="utf-8")
    ran = eujdef(
        "import",
        "--from",
        "csv",
        str(sheet),
        "-f",
        facts,
        "--article",
        str(article),
        "--id",
        "n",
        "--issued",
        "2025-07-25",
        "--out",
        str(out),
    )
    assert ran.code == 0
    head = json.loads(out.read_text(encoding="utf-8").splitlines()[0])
    assert (head["id"], head["file"], head["issued"]) == ("n", "new.txt", "2025-07-25")


@pytest.mark.counts_lines
@pytest.mark.slow
@pytest.mark.parametrize(("data", "told"), [(b"\xff\xfe", "is not UTF-8"), (b"", "no column"), (b"title,quote\n", "")])
def test_a_file_without_records_is_told(sheet: Path, data: bytes, told: str) -> None:
    sheet.write_bytes(data)
    ran = eujdef("import", "--from", "csv", str(sheet), "-f", str(sheet.parent / "f.yaml"))
    assert ran.code in (1, 2)
    assert told in ran.err
    assert not list(sheet.parent.glob("*.draft"))


@pytest.mark.counts_lines
@pytest.mark.slow
def test_json_prints_every_draft_and_writes_nothing(sheet: Path) -> None:
    ran = eujdef("import", "--from", "csv", str(sheet), "--json", "-f", str(sheet.parent / "f.yaml"))
    assert [bool(json.loads(line)["refused"]) for line in ran.lines] == [False, True]
    assert not list(sheet.parent.glob("*.draft"))
