"""A base as it stood by a clock: the same reads, without what no source had told by then, with the statuses of then.

Everything above reads records through a base, so that lists, sheets, exports and cards follow the clock by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache, partial
from itertools import islice
from typing import Any

from eujdef_tui.model.clock import Clock, is_known, seen
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Record, Source
from eujdef_tui.model.serialize import to_plain
from eujdef_tui.model.struct import replace
from eujdef_tui.store.database import BATCH, Base, Row
from eujdef_tui.store.due_events import done_later, not_over
from eujdef_tui.text import edtf

__all__ = ["ClockedBase", "by_clock"]

SMALL = 5_000  # records of a base whose known ones are looked up all at once
MOST = 1_000  # linked records that are looked at one by one in a larger base
FEW = 10_000  # events that happened later are read up to here at once, and kept: the first screen counts no further
_LINKS = ("actors", "parties", "agreements", "about", "facts")

CLOCKS = 4  # by which a base is seen that are kept: those of the queries that one comes back to


def by_clock(base: Base, clock: Clock) -> Base:
    """Return a base as it stood by a clock; the base itself by one that says no more than today."""
    if clock.asof in (0, edtf.today()) and not clock.known:
        return base
    if clock not in base.by_clock:
        base.by_clock = dict([*base.by_clock.items()][1 - CLOCKS :]) | {clock: ClockedBase(base, clock)}
    return base.by_clock[clock]


class ClockedBase(Base):
    """A base by a clock. `raw` is the base as it is."""

    clock: Clock

    def __init__(self, raw: Base, clock: Clock) -> None:
        """See a base by a clock; it shares its connection."""
        super().__init__(raw.connection)
        self.raw, self.clock, self.repaired = raw, clock, raw.repaired
        self.index = raw.index  # with what it remembers
        self._issued: dict[str, str] = {}
        self._done_later = lru_cache(maxsize=2)(partial(done_later, self._select))

    @property
    def due_day(self) -> int:
        """The day of `is:coming` and `is:passed`."""
        return self.shown_day

    @property
    def shown_day(self) -> int:
        """The day that stands where today would."""
        return self.clock.asof or self.clock.known or self.raw.shown_day

    def reopen(self) -> Base:
        """Open the same base once more, by the same clock."""
        return ClockedBase(self.raw.reopen(), self.clock)

    def issued(self, source_id: str) -> str:
        """Return when a source was issued (EDTF), "" where that is not dated."""
        if source_id not in self._issued:
            self._issued[source_id] = self.raw.source(source_id).issued
        return self._issued[source_id]

    # --- what is known ---

    @cached_property
    def _known_numbers(self) -> frozenset[int]:
        """The numbers of the known records of a small base."""
        rows = (row for first in range(1, self.count() + 1, BATCH) for row in self._raw_rows(first))
        return frozenset(row.n for row in rows if is_known(row.record, self.clock, self.issued))

    def _raw_rows(self, first: int) -> list[Row]:
        return self.raw.rows(range(first, min(first + BATCH, self.count() + 1)))

    def known(self, numbers: Sequence[int]) -> list[int]:
        """Return those of some records that a source issued by then tells, in their order."""
        if not self.clock.known:
            return list(numbers)
        if self.count() <= SMALL:
            return [n for n in numbers if n in self._known_numbers]
        batches = (numbers[first : first + BATCH] for first in range(0, len(numbers), BATCH))
        rows = (row for batch in batches for row in self.raw.rows(batch))
        return [row.n for row in rows if is_known(row.record, self.clock, self.issued)]

    def _first_known(self, numbers: Sequence[int], most: int | None) -> list[int]:
        batches = (numbers[first : first + BATCH] for first in range(0, len(numbers), BATCH))
        return list(islice((n for batch in batches for n in self.known(batch)), most))

    def _known_ids(self, ids: Sequence[str]) -> tuple[str, ...]:
        numbers = {n: one for one in ids if (n := self.number(one))}
        return tuple(numbers[n] for n in self.known(list(numbers)))

    @cached_property
    def sources_out(self) -> tuple[int, ...]:
        """The numbers of the sources that were issued by then; of all where `known` is not asked."""
        sql = "SELECT n FROM record WHERE record = 'source' AND hi <= ? ORDER BY n"
        return tuple(self._checked(n) for (n,) in self._select(sql, self.clock.known or edtf.MAX))

    def undated_sources(self) -> int:
        """Count the sources that are not dated: no clock knows when they were out."""
        return int(self._select("SELECT count(*) FROM record WHERE record = 'source' AND lo IS NULL")[0][0])

    # --- records ---

    def _read_rows(self, numbers: Sequence[int]) -> dict[int, Row]:
        """Return records as they stood, by number."""
        return {row.n: self._seen(row) for row in self.raw.rows(numbers)}

    def _seen(self, row: Row) -> Row:
        record = seen(row.record, self.clock, self.issued)
        if not self.clock.known or isinstance(record, Source):
            return row._replace(record=record)
        links = {field: ids for field in _LINKS if (ids := getattr(record, field, ()))}
        kept = {field: known for field, ids in links.items() if (known := self._known_ids(ids)) != ids}
        related = getattr(record, "related", ())
        if related:
            ids = self._known_ids([link.id for link in related])
            kept["related"] = tuple(link for link in related if link.id in ids)
        origins = {self.raw.source(item.source).derived_from or item.source for item in evidence_of(record)}
        mentions = len(self._linking(row.n)) if row.mentions else 0
        return Row(row.n, replace(record, **kept), min(row.support, len(origins)), mentions)

    def _linking(self, n: int) -> list[int]:
        """Return the known ones of the records that link to `n`."""
        found = self._select(
            "SELECT DISTINCT src FROM link WHERE dst = ? ORDER BY src LIMIT ?", self.places.number(n), SMALL
        )
        return self.known([self._checked(src) for (src,) in found][: SMALL if self.count() <= SMALL else MOST])

    def plain(self, numbers: Sequence[int] | None = None) -> Iterator[tuple[Record, dict[str, Any]]]:
        """Yield every known record, or those of these numbers that are, as it stood, with its plain mapping."""
        wanted = range(1, self.count() + 1) if numbers is None else numbers
        for first in range(0, len(wanted), BATCH):
            for row in self.rows(self.known(wanted[first : first + BATCH])):
                yield row.record, to_plain(row.record)

    # --- lists of records ---

    def coming(self, day: int, most: int | None = None) -> list[int]:
        """Return what was planned or aimed at and not over on a day, soonest first; also what was done later on."""
        wanted = None if self.clock.known else most
        few = wanted is not None and wanted <= FEW
        done = self._done_later(day, FEW if few else None)[:wanted]
        ends = sorted([*not_over(self._select, day, wanted), *done])
        return self._first_known([self._checked(n) for _, n in ends], most)

    def passed(self, day: int, most: int | None = None) -> list[int]:
        """Return what was planned and over on a day without a word of it, latest first."""
        return self._first_known(self.raw.passed(day, None if self.clock.known else most), most)

    def count_due(self, day: int, most: int) -> tuple[int, int]:
        """Count the events that are to come and those whose day has passed, each no further than `most`."""
        return len(self.coming(day, most)), len(self.passed(day, most))

    def newest_sources(self, most: int) -> list[int]:
        """Return at most so many sources, newest first."""
        return self._first_known(self.raw.newest_sources(len(self.span("sources"))), most)

    def months(self) -> list[tuple[int, int]]:
        """Return (month as yyyymm, count of known events) of each month that has some."""
        if not self.clock.known:
            return self.raw.months()
        return sorted(self.months_of(self.known(self.span("timeline"))).items())

    def backlinks(self, n: int, role: str, most: int | None = None) -> list[int]:
        """Return the numbers of the first `most` known records that link to `n` in this role."""
        return self.known(self.raw.backlinks(n, role))[:most]

    def count_backlinks(self, n: int, role: str) -> int:
        """Count the known records that link to `n` in this role."""
        return len(self.backlinks(n, role))

    def linked_dates(self, n: int, roles: Sequence[str], most: int) -> list[str]:
        """Return the dates (EDTF) of the first `most` dated known records that link to `n` in one of these roles."""
        numbers = dict.fromkeys(src for role in roles for src in self.backlinks(n, role))
        dates = (getattr(row.record, "date", "") for row in self.rows(list(numbers)))
        return [date for date in dates if date][:most]

    def citing_sentence(self, source: int, sentence: int, most: int | None = None) -> list[int]:
        """Return the numbers of the first `most` known records whose evidence is in a sentence of a source."""
        return self.known(self.raw.citing_sentence(source, sentence))[:most]

    def citing_source(self, source: int, most: int | None = None) -> list[int]:
        """Return the numbers of the first `most` known records whose evidence is in a source."""
        return self.known(self.raw.citing_source(source))[:most]

    def count_citing_source(self, source: int) -> int:
        """Count the known records whose evidence is in a source."""
        return len(self.citing_source(source)) if self.clock.known else self.raw.count_citing_source(source)
