"""Lines of a fact sheet: labels and parts with a role, built from fields, links and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from eujdef_tui.model.glyphs import OUTSIDE, date_mark, mark_of, mark_role
from eujdef_tui.model.labels import date_of, source_label, source_name, title_of
from eujdef_tui.model.records import Event, Evidence, Name, Record, Source, Statement
from eujdef_tui.present.list_row import grade_mark
from eujdef_tui.store import Base
from eujdef_tui.text import edtf

__all__ = [
    "LABEL_WIDTH",
    "MAX_LISTED",
    "Line",
    "Part",
    "counted_label",
    "evidence_note",
    "item",
    "link_line",
    "linked_lines",
    "mark_part",
    "other_names_line",
    "record_lines",
    "remaining_line",
    "text_line",
    "unbreakable",
]

# Linked records listed on a sheet; a query lists the rest.
MAX_LISTED = 50
LABEL_WIDTH = 10  # cells of the column of labels; a label and the space behind it must fit


class Part(NamedTuple):
    """Words of one role: title, text, quiet, mark, link, quote, outside and others of the style sheet.

    `link` is the number of the record that the words lead to, or 0.
    """

    text: str
    role: str = "text"
    link: int = 0


class Line(NamedTuple):
    """One line before wrapping (`tui.widgets.sheet_layout`).

    Attributes:
        label: stands in a column of its own; "" continues the line above.
        parts: its words.
        hang: cells by which all but its first line are indented: the width of its mark, and the space behind it.
        steps: whether each part with a mark begins a step, and the line is broken between steps only.
        side: whether its label is one side of a tension: the labels of all sides share a column of their own.
    """

    label: str
    parts: tuple[Part, ...]
    hang: int = 0
    steps: bool = False
    side: bool = False


def text_line(label: str, words: str, role: str = "text") -> Iterator[Line]:
    """Yield a line of one part, or nothing where there are no words."""
    if words:
        yield Line(label, (Part(words, role),))


def mark_part(mark: str) -> Part:
    """Return a mark and the space behind it, in the role of what is ahead, of what differs, or of any other mark."""
    role = mark_role(mark)
    return Part(f"{mark} ", role if role == "mark" else f"mark {role}")


def item(label: str, mark: str, *parts: Part) -> Line:
    """Return a line that hangs under its mark."""
    return Line(label, (mark_part(mark), *parts), hang=2)


def link_line(base: Base, label: str, ids: Sequence[str]) -> Iterator[Line]:
    """Yield the titles of records, in one line."""
    parts: list[Part] = []
    for record_id in ids[:MAX_LISTED]:
        if parts:
            parts.append(Part(" · "))  # as bright as the names: two colours for each dot were 5 % of a move's bytes
        parts.append(Part(base.title_of(record_id), "link", base.number(record_id) or 0))
    if parts:
        yield Line(label, tuple(parts))
    yield from remaining_line(len(ids) - MAX_LISTED)


def record_lines(base: Base, label: str, numbers: Iterable[int]) -> Iterator[Line]:
    """Yield records one below the other, each under its mark; a date is said once for all on the same day."""
    last = ""
    for row in base.rows(list(numbers)):
        parts = [Part(_title(row.record), "link", row.n)]
        dated = isinstance(row.record, Event | Statement)
        date = date_of(row.record) if dated else ""
        if dated and date != last:
            parts.append(Part(f"  {unbreakable(edtf.in_english(date))}{date_mark(row.record)}", "date"))
            last = date
        yield item(label, mark_of(row.record), *parts)
        label = ""


def linked_lines(base: Base, label: str, n: int, role: str, query: str = "") -> Iterator[Line]:
    """Yield how many records point at record `n` in a role, the first of them, and the query that lists all."""
    numbers = base.backlinks(n, role, MAX_LISTED)
    count = len(numbers) if len(numbers) < MAX_LISTED else base.count_backlinks(n, role)
    yield from record_lines(base, counted_label(label, count), numbers)
    yield from remaining_line(count - len(numbers), query)


def counted_label(label: str, count: int) -> str:
    """Return "says 17"."""
    return f"{label} {count:,}"


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
    notes: dict[str, list[str]] = {}  # kinds and languages by name
    outside: set[str] = set()
    for other in names:
        notes.setdefault(other.name, []).extend((other.kind.replace("-", " "), other.lang))
        outside |= {other.name} if "x-outside" in other.x else set()
    parts: list[Part] = []
    for name, words in notes.items():
        if parts:
            parts.append(Part(" · ", "quiet"))
        parts.append(Part(name))
        note = ", ".join(word for word in dict.fromkeys(words) if word) + OUTSIDE * (name in outside)
        parts += [Part(f" {note}", "quiet")] * (note != "")
    if parts:
        yield Line("also", tuple(parts))


def evidence_note(base: Base, evidence: Iterable[Evidence]) -> str:
    """Return the grade and the sources of a field's own evidence: "✓ Japan Times"."""
    items = tuple(evidence)
    sources = dict.fromkeys(source_name(base.source(item.source)) for item in items)
    return f"{grade_mark(items)}\N{NO-BREAK SPACE}{', '.join(map(unbreakable, sources))}"
