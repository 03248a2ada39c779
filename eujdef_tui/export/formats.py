"""Exports of the whole base: JSON Lines, CSV, W3C Web Annotation, FollowTheMoney, TimelineJS, CSL-JSON.

Every format is streamed: a base of any size needs the memory of one record. `start` and `end` are offsets in code
points of the source file's text as decoded from UTF-8; `sentence` counts from 1. All three are missing (null, an empty
cell) for a quote that was not found in its source.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from eujdef_tui.export.bibliography import csl_item, date_parts
from eujdef_tui.export.citation import Claim, claims, where
from eujdef_tui.export.names import EXPORT_FORMATS
from eujdef_tui.model.labels import quoted, record_type, source_label
from eujdef_tui.model.records import Agreement, Event, Evidence, Record, Source
from eujdef_tui.store import Base
from eujdef_tui.text import edtf

__all__ = ["FORMATS", "export"]

CONTEXT = 32  # code points of context before and after a quote: as many as the Hypothesis client stores
JOINERS = "\u200c\u200d"  # at the edge of a context they join nothing and are only hidden characters
_CELLS = (
    "record", "id", "kind", "title", "date", "status", "source", "quote", "sentence", "start", "end", "grade",
)  # fmt: skip


def export(base: Base, format_name: str) -> Iterator[str]:
    """Yield the whole base in a format, one of FORMATS, as pieces of text to be written one after another.

    jsonl           one record a line, under the keys of the fact file, with `record` and placed evidence
    csv             one evidence a row; a cell that a spreadsheet would take for a formula (one that begins
                    with =, +, -, @, a tab or a carriage return) gets an apostrophe before it
    web-annotation  a W3C AnnotationCollection with one Annotation for each evidence
    ftm             one FollowTheMoney entity a line
    timelinejs      a TimelineJS 3 timeline of the events; it has no place for an event without a date,
                    and its first slide says how many there are
    csl-json        the sources as CSL-JSON
    """
    return _WRITERS[format_name](base)


def _jsonl(base: Base) -> Iterator[str]:
    for record, body in base.plain():
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


def _csv(base: Base) -> Iterator[str]:
    import csv
    import io

    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    writer.writerow(_CELLS)
    for record in _records(base):
        for claim, item in _claims_with_evidence(base, record):
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
        _kind(record),
        claim.title,
        claim.date,
        claim.status,
        item.source,
        item.quote,
    )
    return [*map(_cell, head), *place, item.grade]


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _web_annotation(base: Base) -> Iterator[str]:
    head = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": _urn(base.title),
        "type": "AnnotationCollection",
        "label": base.title,
    }
    page = {"id": _urn(base.title, "1"), "type": "AnnotationPage", "startIndex": 0}
    yield f'{_json(head)[:-1]}, "first": {_json(page)[:-1]}, "items": ['
    total = 0
    for record in _records(base):
        for number, (claim, item) in enumerate(_claims_with_evidence(base, record), 1):
            yield (",\n" if total else "\n") + _json(_annotation(base, record, claim, item, number))
            total += 1
    yield f'\n]}}, "total": {total}}}\n'


def _annotation(base: Base, record: Record, claim: Claim, item: Evidence, number: int) -> dict[str, Any]:
    from urllib.parse import quote as percent

    source = base.source(item.source)
    exact = {"type": "TextQuoteSelector", "exact": item.quote, "prefix": item.prefix, "suffix": item.suffix}
    selectors: list[dict[str, Any]] = [exact]
    if item.start >= 0:
        text = base.article(item.source).text
        exact["exact"] = text[item.start : item.end]
        exact["prefix"] = text[max(0, item.start - CONTEXT) : item.start].lstrip(JOINERS)
        exact["suffix"] = text[item.end : item.end + CONTEXT].rstrip(JOINERS)
        selectors.append({"type": "TextPositionSelector", "start": item.start, "end": item.end})
    body = {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": claim.line}
    grade = {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": item.grade}
    file = {"id": percent(source.file), "type": "Text", "format": "text/plain", "language": source.language}
    return {
        "id": _urn(base.title, record.id, str(number)),
        "type": "Annotation",
        "motivation": "describing",
        "body": [body | {"dcterms:identifier": record.id}, grade],
        "target": {
            "type": "SpecificResource",
            "source": {key: value for key, value in file.items() if value},
            "selector": [{key: value for key, value in selector.items() if value != ""} for selector in selectors],
        },
    }


def _urn(*names: str) -> str:
    """Return a URN that is the same for the same names (UUID version 5)."""
    import uuid

    return uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(names)).urn


def _ftm(base: Base) -> Iterator[str]:
    from eujdef_tui.export.followthemoney import entities

    for record in _records(base):
        yield from (_json(entity) + "\n" for entity in entities(base, record))


def _timelinejs(base: Base) -> Iterator[str]:
    from html import escape

    undated = 0
    yield '{"events": ['
    lead = "\n"
    for record in _records(base):
        if isinstance(record, Event) and record.date:
            yield lead + _json(_slide(base, record))
            lead = ",\n"
        undated += isinstance(record, Event) and not record.date
    title = {"headline": escape(base.title)} | ({"text": f"<p>Not shown: {undated} undated</p>"} if undated else {})
    yield f'\n], "title": {_json({"text": title})}}}\n'


def _slide(base: Base, event: Event) -> dict[str, Any]:
    from html import escape

    quotes = (
        f"<p>{escape(quoted(item.quote))}<br>— {escape(source_label(base.source(item.source)))}, {where(item)}</p>"
        for item in event.evidence
    )
    parsed = edtf.parse(event.date)
    # TimelineJS has no open end: the known side is drawn, and `display_date` says which side is open.
    sides = [side for side in dict.fromkeys((parsed.start, parsed.end)) if side not in ("", "..")]
    slide = {"unique_id": event.id, "start_date": _timeline_date(sides[0])}
    if len(sides) > 1:
        slide["end_date"] = _timeline_date(sides[1])
    return slide | {
        "display_date": edtf.in_english(event.date),
        "group": event.status,
        "text": {"headline": escape(event.title), "text": "".join(quotes)},
        "autolink": False,
    }


def _timeline_date(side: str) -> dict[str, int]:
    """Return year, month and day as far as the date gives them, else year and month of its earliest day."""
    lo = edtf.parse(side).lo
    parts = date_parts(side) or [lo // 10_000, lo // 100 % 100]
    return dict(zip(("year", "month", "day"), parts, strict=False))


def _csl_json(base: Base) -> Iterator[str]:
    yield "["
    yield from _json_items(csl_item(record) for record in _records(base) if isinstance(record, Source))
    yield "\n]\n"


def _records(base: Base) -> Iterator[Record]:
    for record, _ in base.plain():
        yield record


def _claims_with_evidence(base: Base, record: Record) -> Iterator[tuple[Claim, Evidence]]:
    for claim in claims(base, record):
        yield from ((claim, item) for item in claim.evidence)


def _kind(record: Record) -> str:
    return record.instrument if isinstance(record, Agreement) else getattr(record, "kind", record_type(record))


def _json_items(items: Iterable[object]) -> Iterator[str]:
    """Yield the items of a JSON list, each on a line of its own."""
    for number, item in enumerate(items):
        yield (",\n" if number else "\n") + _json(item)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


_WRITERS: dict[str, Callable[[Base], Iterator[str]]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "web-annotation": _web_annotation,
    "ftm": _ftm,
    "timelinejs": _timelinejs,
    "csl-json": _csl_json,
}
FORMATS = EXPORT_FORMATS
