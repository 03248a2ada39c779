"""Promise: what `find --json` prints is one object of this form, stable by its `schema_version`.

`start` and `end` are code points in the file's text as decoded from UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from eujdef_tui.errors import QueryError
from eujdef_tui.model.glyphs import GRADE_MARKS
from eujdef_tui.model.labels import date_of, kind_of, record_type
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Actor, Agreement, Evidence, Source, Statement, Tension
from eujdef_tui.present.list_row import agreement_status, cells
from eujdef_tui.present.match_reason import match_reason
from eujdef_tui.search.engine import Hit, Result
from eujdef_tui.search.query import Query
from eujdef_tui.store import Base, Row
from eujdef_tui.text import edtf

__all__ = ["answer", "hit_lines", "refusal", "summary_of"]


def answer(base: Base, query: Query, result: Result, most: int) -> dict[str, Any]:
    """The object for a query; at most `most` hits are written out, 0 for all. `count` counts them all."""
    shown = result.hits[:most] if most else result.hits
    return {
        "schema_version": 1,
        "query": query.text,
        "count": result.total,
        "hits": [_hit(base, hit) for hit in shown],
        "left_out": list(result.left_out),
        "did_you_mean": result.suggestion or None,
    }


def _hit(base: Base, hit: Hit) -> dict[str, Any]:
    row = base.record(hit.n)
    record = row.record
    return {
        "id": record.id,
        "record": record_type(record),
        "kind": kind_of(record),
        "title": base.title_of(record.id),
        "summary": summary_of(row),
        "date": date_of(record) or None,
        "score": round(hit.score, 4),
        "why": match_reason(base, hit),
        "sources": row.support,
        "evidence": [_evidence(item) for item in evidence_of(record)],
    }


def _evidence(item: Evidence) -> dict[str, Any]:
    found = item.start >= 0
    return {
        "source": item.source,
        "file": item.file,
        "quote": item.quote,
        "sentence": item.sentence + 1 if found else None,
        "start": item.start if found else None,
        "end": item.end if found else None,
        "grade": item.grade,
    }


def summary_of(row: Row) -> str:
    """One line on a record beside its title."""
    match row.record:
        case Actor():
            return row.record.summary
        case Agreement():
            return agreement_status(row.record, edtf.today())[0]
        case Statement():
            return f"{row.record.value} {row.record.unit}".strip()
        case Tension():
            return row.record.reading
        case Source():
            return row.record.issued_basis
    return " · ".join(word for word in (row.record.status, row.record.location) if word)


def refusal(text: str, error: QueryError) -> dict[str, Any]:
    """The object for a line that is no query."""
    wrong = {"message": str(error), "advice": error.advice, "column": error.column}
    return {
        "schema_version": 1,
        "query": text,
        "count": 0,
        "hits": [],
        "left_out": [],
        "did_you_mean": None,
        "error": wrong,
    }


def hit_lines(base: Base, result: Result, most: int) -> Iterator[tuple[str, int]]:
    """The hits for a person: a line on each fact, and under it the first quote that proves it.

    With each line goes how far to indent what does not fit on it.
    """
    from eujdef_tui.model.labels import source_label
    from eujdef_tui.text.unicode import one_line

    for hit in result.hits[:most] if most else result.hits:
        row = base.record(hit.n)
        shown = cells(base, row, edtf.today())
        told = "  ".join(one_line(part) for part in (shown.lead, shown.text, shown.note) if part)
        yield f"{shown.mark} {told}  [{row.record.id}]", 2
        for item in list(evidence_of(row.record))[:1]:
            mark = GRADE_MARKS.get(item.grade, "?")
            yield f"    {mark} {source_label(base.source(item.source))}: “{one_line(item.quote)}”", 6
