"""What is exported means the same in the programs that it is for (`helpers/consumers`, the extra `dev`)."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml

from eujdef_tui.export.bibliography import bibtex_entry, csl_item
from eujdef_tui.export.formats import export
from eujdef_tui.export.plain_database import write_database
from eujdef_tui.export.selection import Selection
from eujdef_tui.factfile.json_schema import schema
from eujdef_tui.model.records import Event, Person, Source
from eujdef_tui.store import Base
from tests.helpers.awkward_facts import awkward, opened
from tests.helpers.places import CORPUS
from tests.text.test_portable_dates import REFUSED, TAKEN

pytestmark = pytest.mark.slow  # node, and Python programs in processes of their own

CONSUMERS = Path(__file__).parents[1] / "helpers" / "consumers"
NODE_MODULES = os.environ.get("EUJDEF_CONSUMERS", str(CONSUMERS / "node_modules"))

# What is asked of the readers of dates and documents.
DOCUMENT: dict[str, Any] = {
    "schema_version": "1",
    "events": [
        {"id": "e", "kind": "talk", "title": "E", "status": "planned", "evidence": [{"source": "s", "quote": "q"}]}
    ],
}
DATES = {
    "2024-11": True,
    2024: True,
    "2024-13": False,
    "2023-02-29": False,
    "2024-02-29": True,
    "2024/..": True,
    13: False,
}
ADAM = Person(family="Marlow", given="Adam", suffix="Jr.")
COUNCIL = Person(family="Council of Elders")
WRITTEN = Source(
    id="w", type="article-newspaper", title="The “new” deal & 5% of {x}", author=(ADAM, COUNCIL), issued="2020-05-06",
    container_title="The Gazette", URL="https://example.org/a_b", accessed="2025-01-02", file="a.txt",
)  # fmt: skip
SEASON = Source(id="v", type="book", title="Waves", author=(COUNCIL,), issued="2020-22", file="a.txt")
STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><id>x</id><title>x</title><updated>2020-01-01T00:00:00Z</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><names variable="author"><name/></names><text variable="title" prefix=" | "/>
<date variable="issued" form="text" prefix=" | "/><text variable="container-title" prefix=" | "/>
</layout></bibliography>
</style>"""
LOCALE = """<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US">
<date form="text"><date-part name="day" suffix=" "/><date-part name="month" suffix=" "/><date-part name="year"/></date>
<terms><term name="et-al">et al.</term><term name="and">and</term>
<term name="season-02">Summer</term><term name="month-05">May</term></terms></locale>"""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    yield from opened(awkward(tmp_path_factory.mktemp("facts")), tmp_path_factory.mktemp("cache"))


def ran(*command: str | Path, stdin: str = "") -> str:
    done = subprocess.run(list(map(str, command)), input=stdin, capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def told(corpus: Base) -> dict[str, Any]:
    """What the programs of npm say, all in one process."""
    asked = {
        "edtf": TAKEN + REFUSED,
        "schema": schema(),
        "documents": [
            {**DOCUMENT, "events": [{**DOCUMENT["events"][0], "date": date}]} for date in DATES
        ] + [yaml.load(CORPUS.read_text(encoding="utf-8"), yaml.BaseLoader)],
        "timeline": json.loads("".join(export(corpus, "timelinejs"))),
        "bibtex": "".join(export(corpus, "bibtex")) + bibtex_entry(WRITTEN),
        "csl": [csl_item(WRITTEN), csl_item(SEASON)],
        "style": STYLE,
        "locale": LOCALE,
    }  # fmt: skip
    found: dict[str, Any] = json.loads(
        ran("node", CONSUMERS / "consume.mjs", NODE_MODULES, stdin=json.dumps(asked, default=str))
    )
    return found


# --- npm ---


def test_edtf_4_takes_what_is_portable(told: dict[str, Any]) -> None:
    answers = dict(zip(TAKEN + REFUSED, told["edtf"], strict=True))
    assert [date for date in TAKEN if not answers[date]] == []


def test_strict_ajv_8_compiles_the_schema_and_refuses_dates_that_no_calendar_has(told: dict[str, Any]) -> None:
    *dates, corpus = told["schema"]
    assert dict(zip(DATES, dates, strict=True)) == DATES
    assert corpus


def test_timelinejs_3_draws_every_event_from_its_first_day_to_its_last(told: dict[str, Any], corpus: Base) -> None:
    timeline = told["timeline"]
    assert timeline["errors"] == []
    slides = {slide["id"]: slide for slide in timeline["slides"]}
    dated = [record.id for record, _ in corpus.plain() if isinstance(record, Event) and record.date]
    assert sorted(slides) == sorted(dated)
    launch = slides["dialogue-launch"]
    assert (launch["start"], launch["end"], launch["shown"]) == ([2026, 1, 1], [2026, 3, 31], "early 2026")
    assert (slides["invasion-of-ukraine"]["start"], slides["invasion-of-ukraine"]["end"]) == (
        [2022, 1, 1],
        [2022, 12, 31],
    )


def test_the_parser_of_better_bibtex_for_zotero_reads_every_field(told: dict[str, Any]) -> None:
    assert told["bibtex"]["errors"] == []
    entries = {entry["key"]: entry["fields"] for entry in told["bibtex"]["entries"]}
    assert len(entries) == 6
    written = entries["w"]
    assert written["title"] == "The “new” deal & 5% of {x}"
    assert written["author"] == [
        {"lastName": "Marlow", "firstName": "Adam", "suffix": "Jr."},
        {"name": "Council of Elders"},
    ]
    assert (written["date"], written["year"], written["url"]) == ("2020-05-06", "2020", "https://example.org/a_b")
    # BibTeX's ~ is a space: the words of a date in doubt stand in its note.
    assert entries["japan-times"]["note"] == "dated about 23 Jul 2025"


def test_citeproc_2_prints_seasons_suffixes_and_undivided_names(told: dict[str, Any]) -> None:
    written, season = (" ".join(entry.split()) for entry in told["csl"])
    assert "Adam Marlow Jr." in written
    assert "Council of Elders" in written
    assert "6 May 2020" in written
    assert "Summer 2020" in season


# --- PyPI ---


@pytest.fixture(scope="module")
def database(corpus: Base, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("database") / "facts.db"
    write_database(Selection(corpus), path)
    return path


DATASETTE = """
import asyncio, json, sys
from datasette.app import Datasette
async def ask(path, addresses):
    client = Datasette([path]).client
    answers = [await client.get(f"/facts{address}") for address in addresses]
    print(json.dumps([(answer.status_code, answer.text) for answer in answers]))
asyncio.run(ask(sys.argv[1], sys.argv[2:]))
"""


@pytest.mark.counts_lines
def test_datasette_0_65_shows_every_table_and_searches_facts(database: Path) -> None:
    with closing(sqlite3.connect(database)) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    pages = [f"/{table}.json?_size=1" for table in tables]
    search = "/fact.json?_search=kallas&_shape=array&_size=max"
    answers = json.loads(ran(sys.executable, "-W", "ignore", "-c", DATASETTE, database, search, "", *pages))
    assert [status for status, _ in answers] == [200] * len(answers)
    assert "kallas" in {row["id"] for row in json.loads(answers[0][1])}


def test_sqlite_utils_lists_searches_and_prints_the_schema(database: Path) -> None:
    tool = (sys.executable, "-W", "ignore", "-m", "sqlite_utils")
    counts = {row["table"]: row["count"] for row in json.loads(ran(*tool, "tables", database, "--counts"))}
    assert (counts["source"], counts["event"]) == (5, 62)
    assert "kallas" in {row["id"] for row in json.loads(ran(*tool, "search", database, "fact", "kallas", "-c", "id"))}
    assert "CREATE TABLE" in ran(*tool, "schema", database)


# The terms of http://www.w3.org/ns/anno.jsonld that are used (W3C Web Annotation Vocabulary, appendix A).
TERMS = {
    "id": "@id",
    "type": "@type",
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "as": "http://www.w3.org/ns/activitystreams#",
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "canonical": {"@type": "@id", "@id": "oa:canonical"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "exact": "oa:exact",
    "first": {"@type": "@id", "@id": "as:first"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
}


@pytest.mark.parametrize("seen_at", ["https://example.org/exports/all.json", "file:///srv/all.json"])
def test_pyld_3_reads_a_target_of_its_own_and_the_address_of_its_page(base: Base, seen_at: str) -> None:
    from pyld import jsonld

    def load(url: str, options: object = None) -> dict[str, Any]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": TERMS}, "contentType": "x/ld+json"}

    collection = json.loads("".join(export(base, "web-annotation")))
    (expanded,) = jsonld.expand(collection, {"base": seen_at, "documentLoader": load})
    oa = "http://www.w3.org/ns/oa#"
    (items,) = expanded["http://www.w3.org/ns/activitystreams#first"][0]["http://www.w3.org/ns/activitystreams#items"]
    targets = [item[f"{oa}hasTarget"][0][f"{oa}hasSource"][0] for item in items["@list"]]
    assert {target["@id"].startswith("arcp://uuid,") for target in targets} == {True}
    pages = {target["@id"].rpartition("/")[2]: target.get(f"{oa}canonical") for target in targets}
    assert pages == {"a.txt": [{"@id": "https://example.org/a_b?c={d}"}], "b.txt": None}


def test_prefixdate_takes_every_date_that_goes_to_followthemoney(corpus: Base, base: Base) -> None:
    from prefixdate import Precision, parse

    dates = []
    for which in (corpus, base):
        for line in "".join(export(which, "ftm")).splitlines():
            properties = json.loads(line)["properties"]
            dates += [
                date for key in ("date", "startDate", "endDate", "publishedAt") for date in properties.get(key, ())
            ]
    assert len(dates) > 50
    assert [date for date in dates if parse(date).precision == Precision.EMPTY or parse(date).text != date] == []
