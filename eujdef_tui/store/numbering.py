"""Numbers, links and counts of all records of a base, worked out over all fragments before anything is written."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from eujdef_tui.store.filter_tags import has_tag, tie_tags
from eujdef_tui.store.fragment import Entry
from eujdef_tui.store.places import STEP
from eujdef_tui.store.screen_order import Groups, headings, screen_order
from eujdef_tui.store.sql_schema import VIEWS

__all__ = ["Numbering", "all_tags", "document_number", "origins"]

_HEAVIEST, _NUMBERS = 2**20 - 1, 36  # together 56 bits, which SQLite writes in 8 bytes; the next one would take 9

_OWN_TIES = {"actor": "l", "agreement": "l", "source": "e"}  # the letter of the tag by which a record has itself


class Numbering:
    """The number of each record (its place on the screen), and of each document (its place by importance).

    Attributes:
        entries: every record, in the order of the files.
        order: places in `entries`, in the order of numbers.
        numbers: of each place in `entries`, the number.
        document: places in `entries`, in the order of documents: what most records and sources mention comes first.
        spans: (view, first place, count) of each view.
        headings: (view, first number, text).
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self.at = {entry.id: nth for nth, entry in enumerate(entries)}
        groups = Groups(entries)
        views = screen_order(entries, self.at.values(), groups)
        self.order = [nth for view in VIEWS for nth in views[view]]
        self.numbers = array("q", bytes(8 * len(entries)))
        for place, nth in enumerate(self.order, 1):
            self.numbers[nth] = place * STEP
        self.spans = list(_spans(views))
        self.headings = [
            (view, self.numbers[nth], text) for view in VIEWS for nth, text in headings(entries, views[view], groups)
        ]
        origin = origins({entry.id: entry.origin for entry in entries if entry.record == "source"})
        self._supports = array("L", (len({origin[source] for source in entry.proof}) for entry in entries))
        self._mentions = array("L", bytes(self._supports.itemsize * len(entries)))
        for entry in entries:
            for target in set(entry.targets):
                self._mentions[self.at[target]] += 1
        self._differing = {target for entry in entries for role, target in entry.links if role == "differs"}
        self.document = sorted(self.order, key=lambda nth: -self.weight(nth))

    def number(self, record_id: str) -> int:
        """Return the number of a record."""
        return self.numbers[self.at[record_id]]

    def support(self, nth: int) -> int:
        """Count the independent sources of a record."""
        return self._supports[nth]

    def mentions(self, nth: int) -> int:
        """Count the records that link to a record."""
        return self._mentions[nth]

    def weight(self, nth: int) -> int:
        """Return the importance of a record: the count of its sources and of records that link to it."""
        return self._supports[nth] + self._mentions[nth]

    def documents(self) -> Iterator[tuple[int, int]]:
        """Yield (d, place in `entries`) of each document."""
        for nth in self.document:
            yield document_number(self.weight(nth), self.numbers[nth]), nth

    def tags(self, nth: int, own: Sequence[str]) -> str:
        """Return the filter tags of a record: its `own` ones (see `SearchPart`), and those that need the others."""
        entry = self.entries[nth]
        return all_tags(
            entry, own, self.number, supported=self._supports[nth] > 1, differing=entry.id in self._differing
        )

    def linked(self, nth: int) -> list[int]:
        """Return the places of the actors and agreements that a record points at, each once, in order."""
        places = [self.at[target] for target in dict.fromkeys(self.entries[nth].targets)]
        return [place for place in places if self.entries[place].record in ("actor", "agreement")]


def document_number(weight: int, n: int) -> int:
    """Return the number of the document of a record with this weight and number: the heaviest have the lowest.

    Those of one weight stand in the order of the screen. Nothing else decides, so that search looks at the documents of
    an edited base in the order in which it looks at those of a base made whole: it does not look at all of them.
    """
    return (_HEAVIEST - min(weight, _HEAVIEST)) << _NUMBERS | n


def all_tags(
    entry: Entry, own: Sequence[str], number: Callable[[str], int], *, supported: bool, differing: bool
) -> str:
    """Return the filter tags of a record: its `own` ones, and its ties to others by the `number` of an id.

    `supported`: it has several independent sources; `differing`: a tension says that it does.
    """
    kind, has, dated = own
    ties = {("l", number(target)) for target in entry.targets}
    ties.update([("p", number(target)) for role, target in entry.links if role == "party"])
    ties.update([("e", number(source)) for source in entry.found])
    if letter := _OWN_TIES.get(entry.record):
        ties.add((letter, number(entry.id)))
    shared = [has_tag("corroborated")] * supported + [has_tag("differing")] * differing
    return " ".join(filter(None, (kind, *shared, has, *tie_tags(ties), dated)))


def _spans(views: Mapping[str, Sequence[Any]]) -> Iterator[tuple[str, int, int]]:
    first = 1
    for view in VIEWS:
        yield view, first, len(views[view])
        first += len(views[view])


def origins(parent: Mapping[str, str]) -> dict[str, str]:
    """Return for each source id the first report it derives from. Two sources of one origin are not independent.

    `parent` says what each derives from, "" for nothing. Those of a ring have one origin: the first of them in the
    file. Each source is looked at once.
    """
    order = {source_id: nth for nth, source_id in enumerate(parent)}
    found: dict[str, str] = {}
    for start in parent:
        origin, path = start, dict[str, int]()
        while parent.get(origin) and origin not in found and origin not in path:
            path[origin] = len(path)
            origin = parent[origin]
        if origin in path:
            origin = min(list(path)[path[origin] :], key=order.__getitem__)
        found.update(dict.fromkeys((start, *path), found.get(origin, origin)))
    return found
