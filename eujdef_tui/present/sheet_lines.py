"""Lines of a fact sheet: labels and parts with a role, built from fields, links and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from eujdef_tui.model.glyphs import OUTSIDE
from eujdef_tui.model.labels import source_label, source_name, title_of
from eujdef_tui.model.records import Evidence, Name, Record, Source
from eujdef_tui.present.list_row import grade_mark
from eujdef_tui.store import Base
from eujdef_tui.text import edtf

__all__ = [
    "MAX_LISTED",
    "Line",
    "Part",
    "date_line",
    "evidence_note",
    "link_line",
    "linked_lines",
    "other_names_line",
    "record_lines",
    "remaining_line",
    "text_line",
]

# Linked records listed on a sheet; a query lists the rest.
MAX_LISTED = 50


class Part(NamedTuple):
    """Words of one role: title, text, quiet, mark, link, outside.

    `link` is the number of the record that the words lead to, or 0.
    """

    text: str
    role: str = "text"
    link: int = 0


class Line(NamedTuple):
    """One line before wrapping. `label` stands in a column of its own; "" continues the line above."""

    label: str
    parts: tuple[Part, ...]


def text_line(label: str, words: str, role: str = "text") -> Iterator[Line]:
    """Yield a line of one part, or nothing where there are no words."""
    if words:
        yield Line(label, (Part(words, role),))


def date_line(label: str, date: str, date_text: str, basis: str) -> Iterator[Line]:
    """Yield a date in words, with the article's own words and how the date was worked out."""
    if not (date or date_text or basis):
        return
    note = f"  “{date_text}”" if date_text else ""
    note += f", {basis}" if note and basis else f"  {basis}" if basis else ""
    yield Line(label, (Part(edtf.in_english(date)), Part(note, "quiet")))


def link_line(base: Base, label: str, ids: Sequence[str]) -> Iterator[Line]:
    """Yield the titles of records, in one line."""
    parts: list[Part] = []
    for record_id in ids[:MAX_LISTED]:
        if parts:
            parts.append(Part(" · ", "quiet"))
        parts.append(Part(base.title_of(record_id), "link", base.number(record_id) or 0))
    if parts:
        yield Line(label, tuple(parts))
    yield from remaining_line(len(ids) - MAX_LISTED)


def record_lines(base: Base, label: str, numbers: Iterable[int]) -> Iterator[Line]:
    """Yield records one below the other, each with its date where it has one."""
    for row in base.rows(list(numbers)):
        record = row.record
        date = getattr(record, "date", "") or getattr(record, "as_of", "")
        parts = [Part(_title(record), "link", row.n)]
        if date:
            parts.append(Part(f"  {unbreakable(edtf.in_english(date))}", "quiet"))
        yield Line(label, tuple(parts))
        label = ""


def linked_lines(base: Base, label: str, n: int, role: str, query: str = "") -> Iterator[Line]:
    """Yield the first records that point at record `n` in a role, and the query that lists all of them."""
    numbers = base.backlinks(n, role, MAX_LISTED)
    yield from record_lines(base, label, numbers)
    if len(numbers) == MAX_LISTED:
        yield from remaining_line(base.count_backlinks(n, role) - MAX_LISTED, query)


def remaining_line(left: int, query: str = "") -> Iterator[Line]:
    """Yield how many records are not listed, and the query that lists them."""
    if left > 0:
        yield Line("", (Part(f"and {left:,} more" + (f": {query} lists them" if query else ""), "quiet"),))


def unbreakable(words: str) -> str:
    """Return the words with no-break spaces, so that wrapping keeps them on one line."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def _title(record: Record) -> str:
    """Return what a record is called in a list of links."""
    return source_label(record) if isinstance(record, Source) else title_of(record)


def other_names_line(names: Iterable[Name]) -> Iterator[Line]:
    """Yield the other names of a record in one line, each with its kind and language."""
    parts: list[Part] = []
    for other in names:
        mark = OUTSIDE if "x-outside" in other.x else ""
        if parts:
            parts.append(Part(" · ", "quiet"))
        parts.append(Part(other.name))
        note = ", ".join(word for word in (other.kind, other.lang) if word)
        if note or mark:
            parts.append(Part(f" {note}{mark}", "quiet"))
    if parts:
        yield Line("also", tuple(parts))


def evidence_note(base: Base, evidence: Iterable[Evidence]) -> str:
    """Return the grade and the sources of a field's own evidence: "✓ Japan Times"."""
    items = tuple(evidence)
    sources = dict.fromkeys(source_name(base.source(item.source)) for item in items)
    return f"{grade_mark(items)}\N{NO-BREAK SPACE}{', '.join(map(unbreakable, sources))}"
