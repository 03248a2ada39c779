"""Exports of a base, or of some of its records, as text: JSON Lines, CSV, FollowTheMoney, TimelineJS and others.

Every format but the drawing is streamed: a base of any size needs the memory of one record. `start` and `end` are
offsets in code points of the source file's text as decoded from UTF-8; `sentence` counts from 1. All three are missing
(null, an empty cell) for a quote that was not found in its source.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any

from eujdef_tui.export.bibliography import bibtex_entry, csl_item
from eujdef_tui.export.citation import Claim, claims_with_evidence
from eujdef_tui.export.names import TEXT_FORMATS
from eujdef_tui.export.selection import Selection
from eujdef_tui.model.labels import kind_of, record_type
from eujdef_tui.model.records import Evidence, Record
from eujdef_tui.store import Base
from eujdef_tui.text import edtf

__all__ = ["FORMATS", "export"]

_CELLS = (
    "record", "id", "kind", "title", "date", "status", "source", "quote", "sentence", "start", "end", "grade",
)  # fmt: skip
FORMATS = TEXT_FORMATS


def export(base: Base, format_name: str, numbers: Sequence[int] | None = None) -> Iterator[str]:
    """Yield a base, or the records with these numbers, in a format, one of FORMATS, as pieces of text.

    jsonl           one record a line, under the keys of the fact file, with `record` and placed evidence
    csv             one evidence a row; a cell that a spreadsheet would take for a formula (one that begins
                    with =, +, -, @, a tab or a carriage return, and is no number or date) gets an apostrophe before it
    web-annotation  a W3C AnnotationCollection with one Annotation for each evidence
    ftm             one FollowTheMoney entity a line; of some records also what they refer to and rest on
    timelinejs      a TimelineJS 3 timeline of the events; it has no place for an event without a date,
                    and its first slide says how many there are
    csl-json        the sources as CSL-JSON; of some records those that they rest on
    bibtex          the same sources for BibTeX and biblatex
    ics             what is planned or a target, as all-day events of a calendar
    svg             the dated events as a drawing for a slide of 1920 × 1080
    """
    chosen = Selection(base, numbers)
    if writer := _WRITERS.get(format_name):
        return writer(chosen)
    # The larger formats are modules of their own, loaded when they are asked for.
    module = import_module(f"eujdef_tui.export.{_MODULES[format_name]}")
    pieces: Iterator[str] = getattr(module, _MODULES[format_name])(chosen)
    return pieces


def _jsonl(chosen: Selection) -> Iterator[str]:
    for record, body in chosen.plain():
        plain = {"record": record_type(record), **body}
        for item in _evidence_in(plain):
            grade = item.pop("grade")
            item.pop("last_sentence", None)
            item |= {key: item.pop(key, None) for key in ("file", "sentence", "start", "end")}
            item["sentence"] = None if item["sentence"] is None else item["sentence"] + 1
            item["grade"] = grade
        yield _json(plain) + "\n"


def _evidence_in(plain: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the evidence of a plain record and of all its parts."""
    for key, value in plain.items():
        for item in value if isinstance(value, list) else ():
            if isinstance(item, dict):
                yield from (item,) if key == "evidence" else _evidence_in(item)


def _csv(chosen: Selection) -> Iterator[str]:
    import csv
    import io

    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    writer.writerow(_CELLS)
    for record in chosen.records():
        for claim, item in claims_with_evidence(chosen.base, record):
            writer.writerow(_row(record, claim, item))
            yield line.getvalue()
            line.seek(0)
            line.truncate()
    yield line.getvalue()


def _row(record: Record, claim: Claim, item: Evidence) -> list[str | int]:
    place = [item.sentence + 1, item.start, item.end] if item.start >= 0 else ["", "", ""]
    head = (
        record_type(record),
        record.id,
        kind_of(record),
        claim.title,
        claim.date,
        claim.status,
        item.source,
        item.quote,
    )
    return [*map(_cell, head), *place, item.grade]


def _cell(text: str) -> str:
    """Return a cell that no spreadsheet evaluates. A negative number or a date before our era is none of these."""
    if not text.startswith(("=", "+", "-", "@", "\t", "\r")) or _is_number_or_date(text):
        return text
    return f"'{text}"


def _is_number_or_date(text: str) -> bool:
    if re.fullmatch(r"[-+]?[0-9]+([.,][0-9]+)*", text):
        return True
    try:
        edtf.parse(text)
    except edtf.DateError:
        return False
    return True


def _ftm(chosen: Selection) -> Iterator[str]:
    from eujdef_tui.export.followthemoney import entities

    for record in chosen.with_linked().records():
        yield from (_json(entity) + "\n" for entity in entities(chosen.base, record))


def _csl_json(chosen: Selection) -> Iterator[str]:
    yield "["
    yield from _json_items(map(csl_item, chosen.sources()))
    yield "\n]\n"


def _bibtex(chosen: Selection) -> Iterator[str]:
    for number, source in enumerate(chosen.sources()):
        yield ("\n" if number else "") + bibtex_entry(source) + "\n"


def _json_items(items: Iterable[object]) -> Iterator[str]:
    """Yield the items of a JSON list, each on a line of its own."""
    for number, item in enumerate(items):
        yield (",\n" if number else "\n") + _json(item)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


_WRITERS: dict[str, Callable[[Selection], Iterator[str]]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "ftm": _ftm,
    "csl-json": _csl_json,
    "bibtex": _bibtex,
}
_MODULES = {"web-annotation": "web_annotation", "timelinejs": "timelinejs", "ics": "ics", "svg": "timeline_svg"}
