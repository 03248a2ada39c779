"""One line of a list in words: "23 July 2025: EU–Japan summit in Tokyo, happened, articles differ"."""

from __future__ import annotations

from eujdef_tui.linear.marks_in_words import kind_words
from eujdef_tui.linear.speech import in_full, joined, sentence, spoken_date
from eujdef_tui.model.labels import kind_of
from eujdef_tui.model.records import Agreement, Event, Source, Statement, Tension
from eujdef_tui.present.list_row import cells
from eujdef_tui.present.sheet_heading import SheetHeading, sheet_heading, whole_title
from eujdef_tui.store import Base, Row

__all__ = ["heading_words", "row_words"]


def row_words(base: Base, row: Row, today: int, *, marked: bool, why: str = "") -> str:
    """Return the line of a record as of a day (yyyymmdd); `why` says how it matched."""
    shown = cells(base, row, today)
    record = row.record
    parts = [shown.text, kind_words(record, today)]
    match record:
        case Event():
            parts.insert(1, spoken_date(record.date))
        case Statement():
            date = record.date or record.as_of
            parts += [shown.note, spoken_date(date) if date else ""]
        case Tension():
            parts.append(f"in {shown.right}")
        case Source():
            parts = [shown.text, shown.note, f"source, {spoken_date(record.issued)}"]
        case Agreement():
            parts.append(in_full(shown.note))
        case _:
            parts.append(shown.note)
    if shown.support > 1 and isinstance(record, Event):
        parts.append(f"told by {shown.support:,} sources")
    if shown.differs and not isinstance(record, Tension):
        parts.append("articles differ")
    return sentence(joined(*parts, why, "marked" if marked else ""))


def heading_words(base: Base, row: Row, today: int, *, marked: bool) -> str:
    """Return the heading of a record's sheet: its title, its kind, and how many articles tell it."""
    found: SheetHeading = sheet_heading(base, row)
    kind = kind_of(row.record).replace("-", " ")
    notes = [note for note in found.notes if note not in (kind, "note on reading")]
    title = in_full(whole_title(row)) if isinstance(row.record, Source) else whole_title(row)
    return sentence(joined(title, kind_words(row.record, today), *_kind(row, kind, today), *notes, "marked" * marked))


def _kind(row: Row, kind: str, today: int) -> list[str]:
    """The finer kind, where the words of the mark do not say it."""
    if isinstance(row.record, Tension) or kind in kind_words(row.record, today):
        return []
    return [kind]
