"""What `find` and `show` print: a JSON object, lines for a person, and the sheet of a record as text.

The JSON object keeps its shape as long as its `schema_version` (`docs/releasing.md`). Its `start` and `end` count code
points in the text of the source file as decoded from UTF-8. Lines for a person are (line, indent) pairs: `indent` is
that of continuation lines where a terminal is too narrow.
"""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.errors import QueryError
from eujdef_tui.model.glyphs import GRADE_MARKS
from eujdef_tui.model.labels import date_of, kind_of, record_type, title_of
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Actor, Agreement, Event, Evidence, Record, Source, Statement, Tension
from eujdef_tui.present.list_row import agreement_status, cells
from eujdef_tui.present.match_reason import match_reason
from eujdef_tui.store import Base, Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from eujdef_tui.present.sheet_lines import Part
    from eujdef_tui.search.engine import Hit, Result
    from eujdef_tui.search.proof import Proof
    from eujdef_tui.search.query import Query

__all__ = [
    "error_object",
    "evidence_object",
    "fact_line",
    "hit_lines",
    "result_object",
    "seen_by_clock",
    "sheet_text",
    "summary_of",
]


def result_object(base: Base, query: Query, result: Result, most: int | None = None) -> dict[str, Any]:
    """Return the JSON object for a query, with at most `most` hits, None for all. Its `count` counts all of them."""
    base = seen_by_clock(base, query)
    base.rows([hit.n for hit in (*result.hits[:most], *result.nearest)])  # in one read, and kept
    return {
        "schema_version": 1,
        "query": query.text,
        "count": result.total,
        "hits": [_hit(base, hit) for hit in result.hits[:most]],
        "left_out": list(result.left_out),
        "did_you_mean": result.suggestion or None,
        "understood": [reading._asdict() for reading in result.readings],
        "absent": list(result.absent),
        "nearest": [_hit(base, hit) for hit in result.nearest],
        "mended": {"query": result.mended, "count": result.mended_count} if result.mended else None,
        **({"clock": _clock(query)} if query.clocks else {}),
        "proof": _proof_object(result.proof) if result.proof else None,
    }


def _proof_object(proof: Proof) -> dict[str, Any]:
    return {
        "facts": proof.facts,
        "articles": proof.articles,
        "sentences": proof.sentences,
        "absent": [part._asdict() for part in proof.absent],
        "apart": [[part._asdict() for part in group] for group in proof.apart],
        "together": proof.together._asdict() if proof.together else None,
    }


def seen_by_clock(base: Base, query: Query) -> Base:
    """Return the base as it stands by the clock of a query, itself where it has none."""
    if not query.clocks:
        return base
    from eujdef_tui.search.clocks import seen_by  # few queries have a clock

    return seen_by(base, query)


def _clock(query: Query) -> dict[str, str | None]:
    """Return the days (ISO 8601) by which a query is answered."""
    from eujdef_tui.search.clocks import clock_of
    from eujdef_tui.text.edtf import iso_day

    return {field: iso_day(day) if day else None for field, day in clock_of(query)._asdict().items()}


def _hit(base: Base, hit: Hit) -> dict[str, Any]:
    row = base.record(hit.n)
    record = row.record
    return {
        "id": record.id,
        "record": record_type(record),
        "kind": kind_of(record),
        "title": title_of(record),
        "summary": summary_of(row, base.shown_day),
        "date": date_of(record) or None,
        "score": round(hit.score, 4),
        "why": match_reason(base, hit),
        "sources": row.support,
        "evidence": [evidence_object(item) for item in evidence_of(record)],
        **_then(base, record),
    }


def _then(base: Base, record: Record) -> dict[str, Any]:
    """Return what a clock says of a record, under the key "then"; nothing of a base without one."""
    if not base.clock:
        return {}
    from eujdef_tui.export.told import told_words  # few queries have a clock

    return {"then": list(told_words(base, record))}


def evidence_object(item: Evidence) -> dict[str, Any]:
    """Return the JSON object for a quote: its source, its place there, and its grade."""
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


def summary_of(row: Row, day: int) -> str:
    """Return one line that describes a record beside its title, as of a day (yyyymmdd)."""
    match row.record:
        case Actor():
            return row.record.summary
        case Agreement():
            return agreement_status(row.record, day)[0]
        case Statement():
            return f"{row.record.value} {row.record.unit}".strip()
        case Tension():
            return row.record.reading
        case Source():
            return row.record.issued_basis
    return " · ".join(word for word in (row.record.status, row.record.location) if word)


def error_object(text: str, error: QueryError) -> dict[str, Any]:
    """Return the JSON object for a line that is no query."""
    details = {"message": str(error), "advice": error.advice, "column": error.column}
    return {
        "schema_version": 1,
        "query": text,
        "count": 0,
        "hits": [],
        "left_out": [],
        "did_you_mean": None,
        "understood": [],
        "absent": [],
        "nearest": [],
        "mended": None,
        "proof": None,
        "error": details,
    }


def hit_lines(base: Base, result: Result, most: int | None = None) -> Iterator[tuple[str, int]]:
    """Yield for each hit a line on the fact, and below it the first quote that proves it."""
    from eujdef_tui.model.labels import quoted, source_label

    base = seen_by_clock(base, result.query)
    for hit in result.hits[:most]:
        row = base.record(hit.n)
        yield fact_line(base, row), 2
        for words in _then(base, row.record).get("then", ()):
            yield f"    {words}", 6
        for item in list(evidence_of(row.record))[:1]:
            mark = GRADE_MARKS.get(item.grade, "?")
            yield f"    {mark} {source_label(base.source(item.source))}: {quoted(item.quote)}", 6


def fact_line(base: Base, row: Row) -> str:
    """Return one line on a fact, with its id."""
    from eujdef_tui.text.unicode import one_line

    shown = cells(base, row, base.shown_day)
    date = shown.right if isinstance(row.record, Event | Statement | Source) else ""
    text = "  ".join(one_line(part) for part in (date, shown.text, shown.note) if part)
    return f"{shown.mark} {text}  [{row.record.id}]"


def sheet_text(base: Base, row: Row, today: int) -> Iterator[tuple[str, int]]:
    """Yield the heading and sheet of a record as plain lines, with quotes in full and the id of every linked record."""
    from eujdef_tui.present.fact_sheet import sheet, sheet_heading  # only now: `find` starts without it
    from eujdef_tui.present.sheet_lines import LABEL_WIDTH

    heading = sheet_heading(base, row)
    yield f"{heading.mark} {heading.title}", 2
    yield " · ".join(heading.notes), 0
    for line in sheet(base, row, today, quotes=True):
        words = " ".join("".join(_plain(base, part) for part in line.parts).split("\n")).rstrip()
        yield f"{line.label:<{LABEL_WIDTH}} {words}".rstrip(), LABEL_WIDTH + 1 + line.hang


def _plain(base: Base, part: Part) -> str:
    if part.link:
        return f"{part.text} [{base.record(part.link).record.id}]"
    # On the screen a no-break space keeps words together; whoever searches the text types a plain space.
    own = part.role in ("quiet", "date", "ahead", "rule")
    return part.text.replace("\N{NO-BREAK SPACE}", " ") if own else part.text
