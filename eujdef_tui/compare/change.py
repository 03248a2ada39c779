"""What a comparison tells: one change of a record each, and the counts of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from eujdef_tui.model.field_types import Grade
from eujdef_tui.model.labels import date_of, record_type, title_of
from eujdef_tui.model.records import RECORDS, Record
from eujdef_tui.named_tuple import NamedTuple

__all__ = ["HOLDING", "KINDS", "Change", "Edit", "FallenQuote", "change_of", "counted", "counted_words", "in_order"]

# Kinds of changes in the order in which they are told, and what one and several of them are called.
KINDS: Mapping[str, tuple[str, str]] = {
    "new": ("new", "new"),
    "gone": ("gone", "gone"),
    "renamed": ("renamed", "renamed"),
    "changed": ("changed", "changed"),
    "edited": ("article edited", "articles edited"),
    "passed": ("planned date passed", "planned dates passed"),
}

# Grades of a quote that holds: its words stand in the article, if with other signs or in several places. From the best
# to the worst.
HOLDING: tuple[Grade, ...] = ("verbatim", "normalised", "moved", "ambiguous")


class Edit(NamedTuple):
    """A value of a record that is another one now.

    Attributes:
        field: its key in the fact file, of a part with the key of the parts: "date", "milestones.date", "evidence".
        part: which part changed, such as a milestone by its action, or the source of a quote; "" for the record itself
            and for a whole part that is gone or new.
        old, new: the values; "" where there is none.
    """

    field: str
    part: str
    old: str
    new: str


class FallenQuote(NamedTuple):
    """A quote that held in an article before it was edited, or held by a better grade.

    `id` is the record that rests on it, `grade` the one it has now, `now` the words that it may have become, "" where
    nothing there is like it, or too many quotes fell to look for all of them.
    """

    id: str
    quote: str
    grade: Grade
    now: str


class Change(NamedTuple):
    """One change. `kind` is a key of KINDS.

    Attributes:
        record: the type of the record.
        id: of the record, and `title` and `date` what it has now; of one that is gone what it had.
        was: its former id, where it was renamed.
        edits: its values that changed.
        hold: how many quotes of an edited article hold.
        fell: those that do not hold any more.
        weaker: those that hold by a worse grade than before; none where the grade before is not known.
    """

    kind: str
    record: str
    id: str
    title: str = ""
    date: str = ""
    was: str = ""
    edits: tuple[Edit, ...] = ()
    hold: int = 0
    fell: tuple[FallenQuote, ...] = ()
    weaker: tuple[FallenQuote, ...] = ()


def change_of(kind: str, record: Record) -> Change:
    """Return a change of a record as it is."""
    return Change(kind, record_type(record), record.id, title_of(record), date_of(record))


def in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Sort changes by kind, then by the type of the record, then by id."""
    kinds, records = list(KINDS), list(RECORDS)
    return tuple(sorted(changes, key=lambda one: (kinds.index(one.kind), records.index(one.record), one.id)))


def counted(changes: Iterable[Change]) -> dict[str, int]:
    """Count the changes of each kind, in the order of KINDS."""
    counts = Counter(change.kind for change in changes)
    return {kind: counts[kind] for kind in KINDS}


def counted_words(counts: Mapping[str, int]) -> str:
    """How many changes of each kind there are: "12 new, 3 changed, 1 planned date passed"; "nothing changed"."""
    told = [f"{count:,} {KINDS[kind][count != 1]}" for kind, count in counts.items() if count]
    return ", ".join(told) or "nothing changed"
