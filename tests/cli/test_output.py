"""What `find --json` prints is one object of one form."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from eujdef_tui.cli.output import error_object, hit_lines, result_object, summary_of
from eujdef_tui.errors import QueryError
from eujdef_tui.model.labels import kind_of
from eujdef_tui.model.records import GRADES, RECORDS
from eujdef_tui.present.match_reason import match_reason
from eujdef_tui.search.engine import Hit, Result, search
from eujdef_tui.search.query import Query, parse
from eujdef_tui.search.results import READ
from eujdef_tui.store import Base, open_base
from tests.helpers.fact_files import HEAD, write
from tests.helpers.processes import CORPUS, METRE

PART = {
    "type": "object",
    "additionalProperties": False,
    "required": ["kind", "typed", "facts", "articles", "more"],
    "properties": {
        "kind": {"enum": ["word", "phrase", "date", "quantity", "field", "without", "all"]},
        "typed": {"type": "string", "minLength": 1},
        "facts": {"type": "integer", "minimum": 0},
        "articles": {"type": "integer", "minimum": 0},
        "more": {"type": "boolean"},
    },
}
FORM = {
    "$defs": {"part": PART},
    "type": "object",
    "additionalProperties": False,
    "required": [
        "schema_version", "query", "count", "hits", "left_out", "did_you_mean", "understood", "absent", "nearest",
        "mended", "proof",
    ],
    "properties": {
        "schema_version": {"const": 1},
        "query": {"type": "string"},
        "count": {"type": "integer", "minimum": 0},
        "left_out": {"type": "array", "items": {"type": "string"}},
        "did_you_mean": {"type": ["string", "null"], "minLength": 1},
        "understood": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["kind", "typed", "read"],
                "properties": {
                    "kind": {"enum": [*READ]},
                    "typed": {"type": "string", "minLength": 1},
                    "read": {"type": "string"},
                },
            },
        },
        "absent": {"type": "array", "items": {"type": "string", "minLength": 1}},
        "nearest": {"type": "array", "maxItems": 6},
        "mended": {
            "type": ["object", "null"],
            "additionalProperties": False,
            "required": ["query", "count"],
            "properties": {"query": {"type": "string"}, "count": {"type": "integer", "minimum": 1}},
        },
        "proof": {
            "type": ["object", "null"],
            "additionalProperties": False,
            "required": ["facts", "articles", "sentences", "absent", "apart", "together"],
            "properties": {
                **{count: {"type": "integer", "minimum": 0} for count in ("facts", "articles", "sentences")},
                "absent": {"type": "array", "items": {"$ref": "#/$defs/part"}},
                "apart": {
                    "type": "array",
                    "items": {"type": "array", "items": {"$ref": "#/$defs/part"}, "minItems": 2},
                },
                "together": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/part"}]},
            },
        },
        "error": {
            "type": "object",
            "additionalProperties": False,
            "required": ["message", "advice", "column"],
            "properties": {
                "message": {"type": "string", "minLength": 1},
                "advice": {"type": "string", "minLength": 1},
                "column": {"type": "integer", "minimum": 0},
            },
        },
        "hits": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": [
                    "id", "record", "kind", "title", "summary", "date", "score", "why", "sources", "evidence",
                ],
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "record": {"enum": [*RECORDS]},
                    "kind": {"type": "string", "minLength": 1},
                    "title": {"type": "string", "minLength": 1},
                    "summary": {"type": "string"},
                    "date": {"type": ["string", "null"], "minLength": 4},
                    "score": {"type": "number", "minimum": 0},
                    "why": {"type": "string"},
                    "sources": {"type": "integer", "minimum": 0},
                    "evidence": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["source", "file", "quote", "sentence", "start", "end", "grade"],
                            "properties": {
                                "source": {"type": "string", "minLength": 1},
                                "file": {"type": "string", "minLength": 1},
                                "quote": {"type": "string", "minLength": 1},
                                "sentence": {"type": ["integer", "null"], "minimum": 1},
                                "start": {"type": ["integer", "null"], "minimum": 0},
                                "end": {"type": ["integer", "null"], "minimum": 0},
                                "grade": {"enum": [*GRADES]},
                            },
                        },
                    },
                },
            },
        },
    },
}  # fmt: skip


def found(base: Base, typed: str, most: int | None = None) -> dict[str, Any]:
    """The object for a query, as it comes out of JSON again."""
    query = parse(typed)
    printed: dict[str, Any] = json.loads(json.dumps(result_object(base, query, search(base, query), most)))
    jsonschema.validate(printed, FORM)
    return printed


@pytest.mark.slow
@pytest.mark.parametrize(
    "typed", ["the", "2024", "kind:", "!zzyzx", "zzyzx", "has:tension", "is:planned", "日本", "k b"]
)
def test_every_answer_has_the_form(metre: Base, corpus: Base, typed: str) -> None:
    for base in (metre, corpus):
        printed = found(base, typed)
        assert printed["query"] == typed
        assert printed["count"] == len(printed["hits"])


@pytest.mark.slow
def test_every_record_can_be_an_answer(metre: Base, corpus: Base) -> None:
    for base in (metre, corpus):
        hits = tuple(Hit(n, 1.0) for n in range(1, base.count() + 1))
        printed = result_object(base, Query("all"), Result(Query("all"), hits))
        jsonschema.validate(json.loads(json.dumps(printed)), FORM)
        assert {hit["record"] for hit in printed["hits"]} == set(RECORDS)
        for n, hit in enumerate(printed["hits"], 1):
            assert hit["id"] == base.record(n).record.id
            assert hit["kind"] == kind_of(base.record(n).record)
            assert hit["summary"] == summary_of(base.record(n), base.shown_day)


@pytest.mark.parametrize(("path", "name"), [(METRE, "metre"), (CORPUS, "corpus")], ids=["metre", "corpus"])
def test_start_and_end_cut_every_quote_out_of_its_file(path: Path, name: str, request: pytest.FixtureRequest) -> None:
    base: Base = request.getfixturevalue(name)
    hits = tuple(Hit(n, 1.0) for n in range(1, base.count() + 1))
    cut = 0
    for hit in result_object(base, Query("all"), Result(Query("all"), hits))["hits"]:
        for item in hit["evidence"]:
            text = (path.parent / item["file"]).read_bytes().decode("utf-8")
            assert text[item["start"] : item["end"]] == item["quote"]
            assert item["grade"] == "verbatim"
            cut += 1
    assert cut > 30


def test_a_hit_says_what_it_is_and_why(metre: Base) -> None:
    (hit, *_) = found(metre, "kible")["hits"]
    assert {key: hit[key] for key in ("id", "record", "kind", "title", "date", "why", "sources")} == {
        "id": "kibble",
        "record": "actor",
        "kind": "person",
        "title": "Bryan Kibble",
        "date": None,
        "why": "kible ~1 Kibble",
        "sources": 1,
    }


@pytest.mark.parametrize(
    ("record", "kind", "date", "summary"),
    [
        ("signing", "signing", "1875-05-20", "happened · Paris"),
        ("metre-convention", "treaty", "", "signed 20 May 1875"),
        ("drift", "figure", "1988/1992", "50 micrograms"),
        ("metre-article", "article-magazine", "2023-05~", "chosen for these tests"),
        ("planck", "figure", "", "6.62607015 10⁻³⁴ joule seconds"),
        ("joke", "position", "", ""),
    ],
)
def test_each_kind_of_record_has_its_kind_date_and_summary(
    metre: Base, record: str, kind: str, date: str, summary: str
) -> None:
    hits = (Hit(metre.number(record) or 0, 1.0),)
    (hit,) = result_object(metre, Query(""), Result(Query(""), hits))["hits"]
    assert (hit["kind"], hit["date"] or "", hit["summary"]) == (kind, date, summary)


def test_the_title_is_the_records_own_without_what_a_list_adds(metre: Base) -> None:
    assert found(metre, "bipm")["hits"][0]["title"] == "International Bureau of Weights and Measures"


def test_at_most_so_many_hits_are_written_out_and_all_are_counted(metre: Base) -> None:
    whole = found(metre, "metre")
    some = found(metre, "metre", 2)
    assert some["hits"] == whole["hits"][:2]
    assert some["count"] == whole["count"] > 2


def test_left_out_words_and_the_nearest_name_are_told(metre: Base) -> None:
    assert found(metre, "bryan zzyzx kibble")["left_out"] == ["zzyzx"]
    assert found(metre, "kabbolx")["did_you_mean"] == "Bryan Kibble"
    assert found(metre, "zzyzx")["did_you_mean"] is None


def test_why_says_a_thing_once(metre: Base) -> None:
    query = parse("bryan kibble")
    assert match_reason(metre, search(metre, query).hits[0]) == "Bryan Kibble"
    query = parse("delambre survey")
    assert (
        match_reason(metre, search(metre, query).hits[0]) == "delambre → Jean-Baptiste Delambre · survey in the title"
    )


def test_a_line_that_is_no_query_is_an_object_that_says_so() -> None:
    error = QueryError("there is no field knd:", "did you mean kind: ?", 4)
    printed = error_object("a b knd:x", error)
    jsonschema.validate(printed, FORM)
    assert printed["error"] == {"message": "there is no field knd:", "advice": "did you mean kind: ?", "column": 4}
    assert printed["count"] == 0


@pytest.fixture
def spoiled(tmp_path: Path) -> Iterator[Callable[[str], Base]]:
    """Opens a small fact file with one event that has this evidence."""
    bases: list[Base] = []

    def open_with(event: str) -> Base:
        text = HEAD + f"events:\n  - {{id: e, kind: k, status: happened, {event}}}\n"
        bases.append(open_base(write(tmp_path, text)))
        return bases[-1]

    yield open_with
    for base in bases:
        base.close()


def test_a_quote_that_is_not_found_has_no_place(spoiled: Callable[[str], Base]) -> None:
    base = spoiled("title: Talks, evidence: [{source: s, quote: Words}, {source: s, quote: zzz}]")
    near, lost = found(base, "talks")["hits"][0]["evidence"]
    assert (near["sentence"], near["start"], near["end"], near["grade"]) == (1, 0, 5, "normalised")
    assert (lost["sentence"], lost["start"], lost["end"], lost["grade"]) == (None, None, None, "orphan")


# --- for people ---


def test_a_hit_is_a_line_and_below_it_the_quote_that_proves_it(metre: Base) -> None:
    lines = list(hit_lines(metre, search(metre, parse("signing"))))
    assert lines[:2] == [
        ("● 20 May 1875  Metre Convention signed by seventeen states  [signing]", 2),
        (
            "    ✓ Measures, about May 2023: “On 20 May 1875, representatives of seventeen states signed the Metre "
            "Convention in Paris.”",
            6,
        ),
    ]
    assert len(list(hit_lines(metre, search(metre, parse("metre")), 2))) <= 4


def test_no_hit_breaks_its_line(spoiled: Callable[[str], Base], metre: Base) -> None:
    base = spoiled('title: "Two\\nlines", evidence: [{source: s, quote: "no\\nsuch words"}]')
    lines = [line for line, _ in hit_lines(base, search(base, parse("lines")))]
    assert lines == ["● undated  Two lines  [e]", "    ✗ s, undated: “no such words”"]
    for n in range(1, metre.count() + 1):
        result = Result(Query(""), (Hit(n, 1.0),))
        assert not any("\n" in line for line, _ in hit_lines(metre, result))
