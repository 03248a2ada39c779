"""CSV and TSV with a line of headings: one row a quote; rows of one record in a row are one candidate."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import groupby

from eujdef_tui.draft.imports.candidate import KINDS, Candidate, Quote, date_of, status_of, text_of, word_of
from eujdef_tui.errors import ArticleError
from eujdef_tui.text.unicode import clean

__all__ = ["COLUMNS", "candidates"]

# Headings, and what other tools call the same.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "record": ("record", "type"), "id": ("id", "#"), "kind": ("kind", "category", "tag"),
    "title": ("title", "name", "headline", "text", "note", "statement"), "date": ("date", "when"),
    "status": ("status",), "speaker": ("speaker", "who", "by"), "actors": ("actors", "involved", "parties"),
    "quote": ("quote", "exact", "excerpt", "highlight", "quotation"), "prefix": ("prefix",), "suffix": ("suffix",),
    "source": ("source", "file", "url", "uri", "document", "article"), "value": ("value", "amount"),
    "unit": ("unit", "currency"),
}  # fmt: skip
Row = tuple[str, dict[str, str]]  # where it stands, and its cells by our headings


def candidates(text: str, name: str) -> Iterator[Candidate]:
    """Yield a candidate for each record. Raises ArticleError where no heading is known, or a row cannot be read."""
    rows = list(_rows(text, name))
    for _, group in groupby(rows, key=lambda row: row[1].get("id") or row[0]):
        yield _candidate(list(group))


def _rows(text: str, name: str) -> Iterator[Row]:
    first = text.split("\n", 1)[0]
    delimiter = max("\t;,", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        headings = [_heading(cell) for cell in next(reader, [])]
        if not {"quote", "title"} & set(headings):
            known = ", ".join(COLUMNS)
            raise ArticleError(f"{name}:1: no column is called quote or title.", f"Name the columns: {known}.")
        for cells in reader:
            if any(map(str.strip, cells)):
                row: dict[str, str] = {}
                for key, cell in zip(headings, cells, strict=False):
                    if key and key not in row:
                        row[key] = _unguarded(cell)
                yield f"line {reader.line_num}", row
    except csv.Error as error:
        advice = "Save it as CSV in UTF-8 again; a cell with a quotation mark in it stands in quotation marks."
        raise ArticleError(f"{name}:{reader.line_num}: this row cannot be read: {error}.", advice) from error


def _heading(cell: str) -> str:
    plain = cell.strip().lower()
    return next((key for key, names in COLUMNS.items() if plain in names), "")


def _unguarded(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from evaluating it."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@\t\r") else cell


def _candidate(rows: list[Row]) -> Candidate:
    place, row = rows[0]
    told = {key: text_of(row.get(key, "")) for key in COLUMNS}
    quotes = tuple(_quote(cells) for _, cells in rows if cells.get("quote", "").strip())
    given = told["record"].lower()
    figure = given == "figure" or bool(told["value"])
    record = "statement" if figure else given if given in KINDS else "event" if told["date"] else "statement"
    refused = ""
    if given and given not in (*KINDS, "figure"):
        refused = f"a {given} is nothing that is drafted"
    date, wrong = date_of(told["date"])
    actors = tuple(filter(None, (one.strip() for one in told["actors"].replace("|", ";").split(";"))))
    status = status_of([told["status"]])
    return Candidate(
        record, told["title"] or (text_of(quotes[0].exact) if quotes else ""), place,
        "figure" if figure else word_of(told["kind"], KINDS[record]), quotes, date, status,
        told["speaker"], actors, told["value"], told["unit"], (wrong,) if wrong else (), refused,
        {"imported_id": told["id"]} if told["id"] else {},
    )  # fmt: skip


def _quote(row: Mapping[str, str]) -> Quote:
    before, after = (clean(row.get(key, "")) for key in ("prefix", "suffix"))
    return Quote(clean(row["quote"]), before, after, text_of(row.get("source", "")))
