"""What goes out says the same as the base."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, cast

import pytest
import yaml

from eujdef_tui.export.bibliography import csl_item
from eujdef_tui.export.formats import FORMATS, export
from eujdef_tui.export.writing import exported_bytes
from eujdef_tui.model.labels import quoted
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Event, Record, Source
from eujdef_tui.model.serialize import to_plain
from eujdef_tui.store import Base
from eujdef_tui.text import edtf
from tests.helpers.awkward_facts import ARTICLES, awkward, opened, records
from tests.helpers.places import METRE


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    yield from opened(awkward(tmp_path_factory.mktemp("facts")), tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def metre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    yield from opened(METRE, tmp_path_factory.mktemp("cache"))


def lines(base: Base, form: str) -> list[Any]:
    return [json.loads(line) for line in "".join(export(base, form)).splitlines()]


def table(base: Base) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(export(base, "csv")), newline="")))


def whole(base: Base, form: str) -> Any:
    return json.loads("".join(export(base, form)))


def proofs(base: Base) -> int:
    return sum(len(list(evidence_of(record))) for record in records(base))


class Watched:
    """A base that counts how many records were read from it in a row."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self.read = 0

    def plain(self) -> Iterator[tuple[Record, dict[str, Any]]]:
        for item in self._base.plain():
            self.read += 1
            yield item

    def __getattr__(self, name: str) -> Any:
        return getattr(self._base, name)


# A slide has room for the first events in time, so all are read; a calendar leaves out what is past.
@pytest.mark.parametrize("form", sorted({*FORMATS} - {"svg", "ics"}))
def test_records_go_out_as_they_are_read(metre: Base, form: str) -> None:
    watched = Watched(metre)
    pieces = export(cast("Base", watched), form)
    wanted = {"timelinejs": Event, "csl-json": Source, "bibtex": Source}.get(form)
    kept = [n for n, record in enumerate(records(metre), 1) if wanted is None or isinstance(record, wanted)]
    for n, piece in zip(kept[:3], pieces, strict=False):
        assert piece
        assert watched.read <= n


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_ends_with_a_newline_and_is_the_same_each_time(base: Base, form: str) -> None:
    text = "".join(export(base, form))
    assert text.endswith("\n")
    assert "".join(export(base, form)) == text


# --- jsonl ---


def covers(out: Any, written: Any) -> bool:
    """Whether all that the fact file writes stands in what went out."""
    if isinstance(written, dict):
        return all(covers(out[key], value) for key, value in written.items())
    if isinstance(written, list):
        return len(out) == len(written) and all(map(covers, out, written))
    return bool(out == written)


def test_jsonl_has_every_field_of_every_record_of_the_fact_file(metre: Base) -> None:
    written = yaml.load(METRE.read_text("utf-8"), yaml.BaseLoader)
    out = {record["id"]: record for record in lines(metre, "jsonl")}
    sections = ("sources", "actors", "agreements", "events", "statements", "tensions")
    assert len(out) == sum(len(written[section]) for section in sections) == metre.count()
    for section in sections:
        for record in written[section]:
            assert out[record["id"]]["record"] == section.removesuffix("s")
            assert covers(out[record["id"]], record)


def test_jsonl_places_count_code_points_of_the_file(metre: Base, base: Base) -> None:
    texts = {path.name: path.read_bytes().decode() for path in (METRE.parent / "articles").iterdir()} | ARTICLES
    found = [item for which in (metre, base) for item in pieces_of_evidence(lines(which, "jsonl"))]
    assert len(found) == proofs(metre) + proofs(base)
    for item in found:
        if item["grade"] == "verbatim":
            assert texts[item["file"].rpartition("/")[2]][item["start"] : item["end"]] == item["quote"]


def pieces_of_evidence(records: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for record in records:
        for part in (record, *record.get("memberships", ()), *record.get("milestones", ())):
            yield from part.get("evidence", ())


def test_jsonl_evidence_has_the_same_keys_whatever_its_grade(base: Base) -> None:
    places = {"source", "quote", "file", "sentence", "start", "end", "grade"}
    for item in pieces_of_evidence(lines(base, "jsonl")):
        assert set(item) - {"prefix", "suffix"} == places
        missing = item["grade"] == "orphan"
        assert all((item[key] is None) == missing for key in ("sentence", "start", "end"))
        assert item["file"] == {"tagged": "a.txt", "wire": "b.txt"}[item["source"]]


# --- csv ---


def test_csv_has_a_row_for_each_piece_of_evidence(base: Base) -> None:
    rows = table(base)
    assert len(rows) == proofs(base)
    graded = [row for row in rows if row["id"] == "graded"]
    assert [row["grade"] for row in graded] == ["verbatim", "normalised", "edited", "ambiguous", "moved", "orphan"]
    assert {row["date"] for row in graded} == {"2026-33~"}
    assert {row["status"] for row in graded} == {"planned"}
    assert [graded[-1][key] for key in ("sentence", "start", "end")] == ["", "", ""]
    assert ARTICLES["a.txt"][int(graded[0]["start"]) : int(graded[0]["end"])] == graded[0]["quote"]


def test_csv_gives_roles_and_milestones_rows_of_their_own(base: Base) -> None:
    found = [(r["record"], r["kind"], r["title"], r["date"], r["status"]) for r in table(base) if r["id"] == "pact"]
    assert found == [
        ("agreement", "treaty", "Pact", "", ""),
        ("agreement", "treaty", "Pact: entry into force", "", "planned"),
        ("agreement", "treaty", "Pact: signed", "2018-11", "happened"),
    ]


def test_csv_has_no_cell_that_a_spreadsheet_takes_for_a_formula(base: Base) -> None:
    text = "".join(export(base, "csv"))
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert "'=SUM(A1) costs 5% of $9." in cells
    assert "'-Ann *Star*" in cells
    assert "'=cmd <script>alert(1)</script>" in cells


# --- web annotation ---


def test_web_annotation_is_a_collection_of_one_annotation_for_each_piece_of_evidence(base: Base) -> None:
    collection = whole(base, "web-annotation")
    items = collection["first"]["items"]
    context, own = collection["@context"]
    assert context == "http://www.w3.org/ns/anno.jsonld"
    assert re.fullmatch("arcp://uuid,[-0-9a-f]{36}/", own["@base"])
    assert (collection["type"], collection["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert collection["total"] == len(items) == proofs(base)
    ids = [item["id"] for item in (collection, collection["first"], *items)]
    assert len(set(ids)) == len(ids)
    assert all(name.startswith("urn:uuid:") for name in ids)


def test_both_selectors_of_an_annotation_mark_the_same_words_of_the_file(base: Base) -> None:
    for item in whole(base, "web-annotation")["first"]["items"]:
        text = ARTICLES[item["target"]["source"]["id"]]
        words, *place = item["target"]["selector"]
        assert words["type"] == "TextQuoteSelector"
        if place:
            start, end = place[0]["start"], place[0]["end"]
            before, after = words.get("prefix", ""), words.get("suffix", "")
            assert text[start:end] == words["exact"]
            assert text[:start].endswith(before)
            assert len(before) == min(32, start)
            assert text[end:].startswith(after)
            assert len(after) == min(32, len(text) - end)


def test_an_annotation_of_a_quote_that_was_not_found_has_no_position(base: Base) -> None:
    items = [i for i in whole(base, "web-annotation")["first"]["items"] if i["body"][1]["value"] == "orphan"]
    assert [item["target"]["selector"] for item in items] == [
        [{"type": "TextQuoteSelector", "exact": "Words that no article has in any form"}]
    ]
    assert items[0]["body"][0]["value"] == "=cmd <script>alert(1)</script> (early 2026; planned)"
    assert items[0]["body"][0]["dcterms:identifier"] == "graded"


# --- timelinejs ---


class Html(HTMLParser):
    """The tags of some HTML, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        assert not attrs
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_timelinejs_has_every_dated_event_and_its_quotes_as_text(base: Base) -> None:
    timeline = whole(base, "timelinejs")
    assert Html(timeline["title"]["text"]["headline"]).text == base.title
    undated = sum(not event.date for event in records(base) if isinstance(event, Event))
    assert undated == 0 or f"{undated} undated" in timeline["title"]["text"]["text"]
    slides = {slide["unique_id"]: slide for slide in timeline["events"]}
    events = {r.id: r for r in records(base) if isinstance(r, Event) and r.date}
    assert slides.keys() == events.keys()
    assert "undated" not in slides
    for name, slide in slides.items():
        headline, text = Html(slide["text"]["headline"]), Html(slide["text"]["text"])
        assert (headline.tags, text.tags) == (set(), {"p", "br"})
        assert headline.text == events[name].title
        assert all(quoted(item.quote) in text.text for item in events[name].evidence)
        assert slide["group"] == events[name].status
        assert slide["display_date"] == edtf.in_english(events[name].date)


@pytest.mark.parametrize(
    ("event", "start", "end"),
    [
        ("graded", {"year": 2026, "month": 1, "day": 1}, {"year": 2026, "month": 3, "day": 31}),
        ("before", {"year": 2035, "month": 1, "day": 1}, {"year": 2035, "month": 12, "day": 31}),
        ("span", {"year": 2024, "month": 11, "day": 30}, {"year": 2024, "month": 12, "day": 2}),
        ("decade", {"year": 2020, "month": 1, "day": 1}, {"year": 2029, "month": 12, "day": 31}),
    ],
)
def test_timelinejs_has_the_first_and_the_last_day_of_each_date(
    base: Base, event: str, start: dict[str, int], end: dict[str, int] | None
) -> None:
    slide = next(slide for slide in whole(base, "timelinejs")["events"] if slide["unique_id"] == event)
    assert (slide["start_date"], slide.get("end_date")) == (start, end)


# --- csl-json ---


def test_csl_json_has_every_source(base: Base) -> None:
    sources = [record for record in records(base) if isinstance(record, Source)]
    assert whole(base, "csl-json") == [csl_item(source) for source in sources]


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files")
def test_a_database_that_finds_no_room_is_an_error_of_the_system_that_says_what_to_do(metre: Base) -> None:
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, limits[1]))
    try:
        with pytest.raises(OSError, match=r"cannot be written: .*TMPDIR"):
            list(exported_bytes(metre, "sqlite"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_jsonl_records_stand_in_the_order_of_the_screen(metre: Base) -> None:
    assert [record["id"] for record in lines(metre, "jsonl")] == [to_plain(r)["id"] for r in records(metre)]
