"""The order of records on the screen, view by view, and the headings over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

from eujdef_tui.model.glyphs import KIND_MARKS
from eujdef_tui.model.records import Actor, Agreement, Event, Record, Statement, Tension
from eujdef_tui.store.fragment import Entry
from eujdef_tui.store.sql_schema import VIEWS, view_of
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import sort_key

__all__ = [
    "FIGURES",
    "UNSPOKEN",
    "Group",
    "Groups",
    "heading_of",
    "headings",
    "place_of",
    "screen_order",
    "speaker_group",
]

Group: TypeAlias = tuple[tuple[Any, ...], str]  # of statements: key that sorts them, heading

# Order of kinds on the screen. Kinds not named here follow in alphabetical order.
KIND_ORDER = ("person", "country", "bloc", "public-body", "organization", "company")
INSTRUMENT_ORDER = ("treaty", "agreement", "partnership", "dialogue", "negotiation", "programme")
# Last words of instruments of which two parties can agree, and one can set up alone.
NO_ACCORD = ("bill", "funding", "law", "paper", "plan", "policy", "proposal", "rule", "standard", "strategy")

# Headings of tensions by kind, in their order.
_TENSIONS = {
    "difference": f"{KIND_MARKS['difference']} where the articles differ, or seem to, and how to read them",
    "reading": f"{KIND_MARKS['reading']} notes on reading: no difference, but easily mistaken for one",
}


UNSPOKEN: Group = (1,), "The articles themselves"
FIGURES: Group = (2,), "Figures"


def place_of(record: Record) -> list[Any]:
    """Return the key that sorts a record among those of its view, as far as the record alone can say."""
    match record:
        case Event() | Statement():
            return [*edtf.sort_key(record.date)]
        case Actor():
            return _grouped(KIND_ORDER, record.kind, record.sort_name or record.name)
        case Agreement():
            alone = _of_one_side(record)
            return [alone, *_grouped(() if alone else INSTRUMENT_ORDER, record.instrument, record.title)]
        case Tension():
            return [list(_TENSIONS).index(record.kind)]
    return []


def heading_of(record: Record) -> str:
    """Return the heading that a record stands under; "" for none, and for a statement, which has its speaker's."""
    match record:
        case Event():
            return _year(record.date)
        case Actor():
            return _words(record.kind)
        case Agreement():
            heading = _words(record.instrument)
            return f"Not an agreement: {heading.lower()}" if _of_one_side(record) else heading
        case Tension():
            return _TENSIONS[record.kind]
    return ""


class Groups:
    """The groups of statements: who says most first, then the articles' own words, then figures."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        said = Counter(one.speaker for one in entries if one.record == "statement" and one.kind != "figure")
        self._of = {
            entry.id: speaker_group(said[entry.id], entry.label)
            for entry in entries
            if entry.record == "actor" and entry.id in said
        }

    def of(self, entry: Entry) -> Group:
        """Return the group of a statement."""
        return FIGURES if entry.kind == "figure" else self._of.get(entry.speaker, UNSPOKEN)


def speaker_group(said: int, label: str) -> Group:
    """Return the group of an actor with this label who says so many statements."""
    return (0, -said, *sort_key(label)), label


def screen_order(entries: Sequence[Entry], places: Iterable[int], groups: Groups) -> dict[str, list[int]]:
    """Return by view the places in `entries` of its records, in the order of the screen. `places` are all of them."""
    views: dict[str, list[int]] = {view: [] for view in VIEWS}
    for nth, entry in zip(places, entries, strict=True):
        views[view_of(entry.record)].append(nth)

    def key(nth: int) -> tuple[Any, ...]:
        entry = entries[nth]
        return (groups.of(entry)[0], entry.place) if entry.record == "statement" else (entry.place,)

    for found in views.values():
        found.sort(key=key)
    return views


def headings(entries: Sequence[Entry], order: Iterable[int], groups: Groups) -> Iterator[tuple[int, str]]:
    """Yield (place of the first record under it, text) of each heading of a view in this order."""
    last = ""
    for nth in order:
        entry = entries[nth]
        heading = groups.of(entry)[1] if entry.record == "statement" else entry.heading
        if heading and heading != last:
            yield nth, heading
            last = heading


def _of_one_side(agreement: Agreement) -> bool:
    """Whether it is no accord of anyone, but a rule, a strategy or the like of one side or of nobody named."""
    return agreement.instrument.split("-")[-1] in NO_ACCORD and len(agreement.parties) < 2


def _grouped(order: tuple[str, ...], kind: str, name: str) -> list[Any]:
    return [order.index(kind) if kind in order else len(order), kind, *sort_key(name)]


def _words(kind: str) -> str:
    return kind.replace("-", " ").capitalize()


@lru_cache(maxsize=4096)  # as many as `edtf.parse` keeps
def _year(date: str) -> str:
    """Return the heading of an event with a date: its year in words, such as "2024" or "44 BCE"."""
    year = edtf.year(date)
    if year is None:
        return "Undated"
    if abs(year) > 9999:
        return edtf.in_english(f"Y{year}")
    return edtf.in_english(f"{year:05}" if year < 0 else f"{year:04}")
