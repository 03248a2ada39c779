"""What every output calls a record: its type, kind, title and date; the short label of a source; text in quotes."""

from __future__ import annotations

import re

from eujdef_tui.model.records import Actor, Agreement, Person, Record, Source, Statement
from eujdef_tui.text import edtf
from eujdef_tui.text.quote_marks import in_quote_marks
from eujdef_tui.text.unicode import one_line

__all__ = ["date_of", "full_name", "kind_of", "quoted", "record_type", "source_label", "source_name", "title_of"]


def title_of(record: Record) -> str:
    """What a record is called."""
    match record:
        case Actor():
            return record.name
        case Statement():
            return record.text
        case Source():
            return record.title or record.container_title or record.container_title_short or record.id
    return record.title


def record_type(record: Record) -> str:
    """The type of a record as files, filters and JSON write it: source, actor, agreement, event, statement, tension."""
    return type(record).__name__.lower()


def kind_of(record: Record) -> str:
    """A record's finer kind."""
    match record:
        case Agreement():
            return record.instrument
        case Source():
            return record.type
    return record.kind


def date_of(record: Record) -> str:
    """The date a record is found under; an agreement's milestones have their own."""
    if isinstance(record, Source):
        return record.issued
    return getattr(record, "date", "") or getattr(record, "as_of", "")


def quoted(text: str) -> str:
    """The text in one line between quotation marks; marks within it are turned, so that the whole balances."""
    return in_quote_marks(one_line(text))


def full_name(person: Person) -> str:
    """Return a name as it is read: "Adam van der Marlow Jr.", or with a comma before the suffix if it has one."""
    if person.literal:
        return person.literal
    parts = (person.given, person.dropping_particle, person.non_dropping_particle, person.family)
    name = " ".join(part for part in parts if part)
    # A particle that ends in an apostrophe is joined: Jean d'Ormesson.
    name = re.sub(r"(?<=['’]) (?=\w)", "", name) if person.dropping_particle or person.non_dropping_particle else name
    comma = "," if person.comma_suffix == "true" else ""
    return f"{name}{comma} {person.suffix}" if person.suffix else name


def source_name(source: Source) -> str:
    """The shortest name of a source: "Japan Times"."""
    return one_line(source.container_title_short or source.container_title or source.title or source.id)


def source_label(source: Source) -> str:
    """The name of a source and its date: "Japan Times, about 23 Jul 2025"."""
    return f"{source_name(source)}, {edtf.in_english(source.issued)}"
