"""Files as other programs write them: pandoc's and citation-js's CSL, a reader's table, a page of annotations."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from eujdef_tui.draft.importing import read_candidates
from eujdef_tui.draft.imports.candidate import Candidate
from eujdef_tui.export.formats import export
from eujdef_tui.store import SHIPPED, Base, open_base

# As citation-js 0.7 prints three entries of a BibLaTeX file.
CITATION_JS = """\
[
 {
  "type": "article-journal",
  "id": "kal2025",
  "citation-key": "kal2025",
  "author": [
   {"family": "Kallas", "given": "Kaja"},
   {"literal": "European Commission"}
  ],
  "container-title": "The Japan Times",
  "DOI": "10.1000/x1",
  "issued": {"date-parts": [[2025, 7, 23]]},
  "language": "en-GB",
  "note": "n",
  "title": "EU and Japan aim for deeper ties",
  "URL": "https://example.org/a"
 },
 {
  "type": "book",
  "id": "b2",
  "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}],
  "issued": {"date-parts": [[1999]]},
  "publisher": "P",
  "title": "A Book",
  "volume": "2"
 },
 {"type": "document", "id": "c3", "title": "No date"}
]
"""
# As Zotero's Better CSL JSON has a web page: dates of texts, a season, an access date.
ZOTERO = {
    "items": [
        {
            "id": "http://zotero.org/users/1/items/ABCD",
            "type": "webpage",
            "title": "A pier for Norland",
            "container-title": "The Herald",
            "URL": "https://example.org/pier",
            "accessed": {"date-parts": [["2025", 8, 1]]},
            "issued": {"date-parts": [["2025"]], "season": "2"},
            "author": [{"family": "Lee", "given": "Ann", "suffix": "Jr.", "comma-suffix": True}],
        }
    ]
}


@pytest.fixture(scope="module")
def shipped() -> Base:
    return open_base(SHIPPED)


def _sources(text: str) -> dict[str, Candidate]:
    """The sources of a CSL file by their ids."""
    found = read_candidates("csl-json", text, "f")
    assert {one.record for one in found} == {"source"}
    return {one.told["id"]: one for one in found}


def test_citation_js() -> None:
    found = _sources(CITATION_JS)
    assert found["kal2025"].told == {
        "id": "kal2025",
        "type": "article-journal",
        "title": "EU and Japan aim for deeper ties",
        "container-title": "The Japan Times",
        "URL": "https://example.org/a",
        "language": "en-GB",
        "author": [{"family": "Kallas", "given": "Kaja"}, {"literal": "European Commission"}],
        "issued": "2025-07-23",
        "x-citation-key": "kal2025",
        "x-doi": "10.1000/x1",
        "x-note": "n",
    }
    assert found["b2"].told["author"][0]["non-dropping-particle"] == "van der"
    assert (found["b2"].date, found["c3"].date) == ("1999", "")


def test_zotero() -> None:
    (one,) = _sources(json.dumps(ZOTERO)).values()
    assert (one.date, one.told["accessed"]) == ("2025-22", "2025-08-01")
    assert one.told["author"] == [{"family": "Lee", "given": "Ann", "suffix": "Jr."}]
    assert one.told["id"].startswith("http-zotero-org")


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")
def test_pandoc_reads_our_bibliography_and_we_read_pandocs(shipped: Base) -> None:
    bibtex = "".join(export(shipped, "bibtex"))
    made = subprocess.run(
        ["pandoc", "-f", "biblatex", "-t", "csljson"], input=bibtex, capture_output=True, text=True, check=True
    )
    found = _sources(made.stdout)
    own = _sources("".join(export(shipped, "csl-json")))
    assert set(found) == set(own)
    for id_, one in own.items():
        assert found[id_].date == one.date
        assert found[id_].told.get("author") == one.told.get("author")
        assert found[id_].label.casefold() == one.label.casefold()


def test_a_list_a_page_and_a_collection_of_annotations_are_the_same() -> None:
    one = {
        "type": "Annotation",
        "bodyValue": "A pier",
        "target": {"source": "x", "selector": {"type": "TextQuoteSelector", "exact": "a pier"}},
    }
    ways = ([one], one, {"type": "AnnotationPage", "items": [one]}, {"first": {"items": [one]}}, {"@graph": [one]})
    found = [read_candidates("web-annotation", json.dumps(way), "f") for way in ways]
    assert all(len(each) == 1 for each in found)
    assert all(each[0].label == "A pier" for each in found)
    assert all(each[0].quotes[0].exact == "a pier" for each in found)


def test_two_quotes_of_one_annotation_are_both_taken() -> None:
    selectors = [{"type": "TextQuoteSelector", "exact": words} for words in ("one", "two")]
    annotation = {"text": "Both", "target": [{"source": "x", "selector": selectors}]}
    (one,) = read_candidates("web-annotation", json.dumps(annotation), "f")
    assert [quote.exact for quote in one.quotes] == ["one", "two"]


def test_our_own_csv_has_one_candidate_a_record_with_all_of_its_quotes(shipped: Base) -> None:
    found = read_candidates("csv", "".join(export(shipped, "csv")), "f")
    by_id = {one.told["imported_id"]: one for one in found if one.record == "event"}
    war = by_id["invasion-of-ukraine"]
    assert (war.date, war.kind, len(war.quotes) > 2) == ("2022", "invasion", True)
    assert len({quote.source for quote in war.quotes}) > 2
