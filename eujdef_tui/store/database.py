"""Read records, headings and articles from an open base, a screenful at a time.

The cost of a read depends on what is shown, not on the size of the base: only headings and single articles are loaded
whole. An open base never changes: a rebuilt one is a new file, which the next start opens.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from eujdef_tui.model.records import RECORDS, Record, Source
from eujdef_tui.model.serialize import from_plain
from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.store.connection import ReadConnection, json_array, sql_limit
from eujdef_tui.store.due_events import not_over
from eujdef_tui.store.places import Places
from eujdef_tui.store.search_index import Index
from eujdef_tui.store.sql_schema import VIEWS
from eujdef_tui.text import edtf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from eujdef_tui.model.clock import Clock

__all__ = ["Article", "Base", "Row"]

BATCH = 500  # records in memory at once where all are read
KEPT = 512  # records that are kept: the next key shows most of them again


class Row(NamedTuple):
    """A record with its number, the count of its independent sources (`support`) and of records that link to it."""

    n: int
    record: Record
    support: int
    mentions: int


class Article(NamedTuple):
    """The text of a source.

    Attributes:
        source: id of the source.
        text: cleaned, with the offsets of the file.
        hidden: count of hidden characters that were replaced.
        spans: (start, end) of each sentence, in code points.
        fact_counts: for each sentence, how many records cite it.
    """

    source: str
    text: str
    hidden: int
    spans: tuple[tuple[int, int], ...]
    fact_counts: tuple[int, ...]


class Base:
    """An open base. A record's number `n` counts from 1 in the order of the screen (its place, see places.py).

    Every method raises BaseFileError where the file turns out to be damaged. A base serves one thread at a time;
    `reopen` opens it for another. `repaired` says what was wrong with the base that this one was built in place of, ""
    for nothing. `clock` is that by which it is seen (see `clocked_base`).
    """

    clock: Clock | None = None

    def __init__(self, connection: ReadConnection) -> None:
        """Open the base of a connection to a database that `compiler.build` filled."""
        self._connection = connection
        self._select = connection.select
        self.repaired = ""
        self.meta: dict[str, str] = dict(self._select("SELECT key, value FROM meta"))
        with self._connection.decoding():
            spans = {view: range(n, n + size) for view, n, size in self._select("SELECT view, first, size FROM view")}
            self._spans = {view: spans[view] for view in VIEWS}
            self._count = sum(map(len, self._spans.values()))
            self.places = Places.of(self._count, self._select("SELECT n, there FROM moved"))
        self.index = Index(self._connection, self.places, self.meta.get("years", ""), self.meta.get("synonyms", ""))
        self._kept: dict[int, Row] = {}
        self.article = lru_cache(maxsize=8)(self._article)
        self.by_clock: dict[Clock, Base] = {}  # as it stood by the clocks that were used last (see `clocked_base`)

    @property
    def due_day(self) -> int:
        """The day (yyyymmdd) of `is:coming` and `is:passed`: today, unless the base is seen by a clock."""
        return edtf.today()

    @property
    def shown_day(self) -> int:
        """The day (yyyymmdd) as of which its records are shown: today, unless the base is seen by a clock."""
        return edtf.today()

    @property
    def title(self) -> str:
        """Title of the fact file."""
        return self.meta["title"]

    @property
    def searches(self) -> dict[str, str]:
        """The saved searches of the fact file: name → query. Nothing where what is kept of them is damaged."""
        try:
            return {str(name): str(query) for name, query in json.loads(self.meta.get("searches", "[]"))}
        except (TypeError, ValueError):
            return {}

    @property
    def file(self) -> Path | None:
        """Where it stands; None for a base in memory."""
        from pathlib import Path

        return None if self._connection.file is None else Path(self._connection.file)

    @property
    def connection(self) -> ReadConnection:
        """The connection that it reads from."""
        return self._connection

    def reopen(self) -> Base:
        """Open the same base once more, for another thread. A base in memory is copied for it."""
        return Base(self._connection.reopen())

    def interrupt(self) -> None:
        """Make the read that runs, and every later one until `resume`, raise GivenUpError.

        May be called from any thread: the screen calls it before it hands the next query to its search thread, which
        calls `resume` when it takes the query.
        """
        self._connection.interrupt()

    def resume(self) -> None:
        """Allow reads again after `interrupt`."""
        self._connection.resume()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def verify(self) -> None:
        """Raise BaseFileError where the file is not as it was written, which may be why nothing was found.

        A large file is not looked at.
        """
        self._connection.verify()

    def is_whole(self) -> bool:
        """Whether the file is as it was sealed, and SQLite finds no damage in any of its pages. Both read all of it."""
        return self._connection.is_as_written() and self._select("PRAGMA quick_check(1)") == [("ok",)]

    def span(self, view: str) -> range:
        """Return the numbers of the records that a view lists, in its order."""
        return self._spans[view]

    def view(self, n: int) -> str:
        """Return the view that lists record `n`."""
        return next(view for view in VIEWS if n in self.span(view))

    def headings(self, view: str) -> list[tuple[int, str]]:
        """Return (number of the first record under it, text) of each heading of a view, in order."""
        found = self._select("SELECT first, text FROM heading WHERE view = ? ORDER BY first", view)
        return [(self._checked(n), text) for n, text in found]

    def newest_sources(self, most: int) -> list[int]:
        """Return the numbers of at most so many sources, newest first, those without a date last."""
        sql = "SELECT n FROM record WHERE record = 'source' AND {} LIMIT ?"
        found = self._select(sql.format("lo IS NOT NULL ORDER BY at DESC, n"), most)
        if len(found) < most:
            found += self._select(sql.format("lo IS NULL ORDER BY n"), most - len(found))
        return [self._checked(n) for (n,) in found]

    def months(self) -> list[tuple[int, int]]:
        """Return (month as yyyymm, count of events) of each month that has some; see `edtf.month`."""
        return self._select("SELECT month, events FROM month ORDER BY month")

    def months_of(self, numbers: Sequence[int]) -> dict[int, int]:
        """Return how many of these records are dated in each month (yyyymm)."""
        sql = "SELECT month, count(*) FROM record WHERE n IN (SELECT value FROM json_each(?)) AND month IS NOT NULL"
        return dict(self._select(f"{sql} GROUP BY month", self._numbers(numbers)))

    def first_event_after(self, day: int) -> int:
        """Return the number of the first event that begins after a day (yyyymmdd), or one past the last event."""
        events = self.span("timeline")  # they are numbered in the order of `at`
        with self._connection.decoding():
            return events.start + bisect_right(events, day, key=self._at)

    def _at(self, n: int) -> int:
        ((at,),) = self._select("SELECT at FROM record WHERE n = ?", self.places.number(n))
        return int(at)

    def coming(self, day: int, most: int | None = None) -> list[int]:
        """Return the numbers of the first `most` planned or target events that are not over on a day, soonest first."""
        return [self._checked(n) for _, n in not_over(self._select, day, most)]

    def passed(self, day: int, most: int | None = None) -> list[int]:
        """Return the numbers of the first `most` planned events whose day is over on a day, latest first."""
        sql = "SELECT n FROM due WHERE target = 0 AND hi < ? ORDER BY hi DESC, n DESC LIMIT ?"
        return [self._checked(n) for (n,) in self._select(sql, day, sql_limit(most))]

    def count_due(self, day: int, most: int) -> tuple[int, int]:
        """Count the events that are to come and those whose day has passed, each no further than `most`."""
        sql = "SELECT count(*) FROM (SELECT 1 FROM due WHERE {} LIMIT ?)"
        planned, aimed, passed = (
            int(self._select(sql.format(where), day, most)[0][0])
            for where in ("target = 0 AND hi >= ?", "target = 1 AND hi >= ?", "target = 0 AND hi < ?")
        )
        return min(most, planned + aimed), passed

    def count(self, record: str = "", kind: str = "") -> int:
        """Count the records of one type (such as "event"), of one kind of it, or all."""
        if not record:
            return self._count
        sql = "SELECT count(*) FROM record WHERE record = ?"
        found = self._select(f"{sql} AND kind = ?", record, kind) if kind else self._select(sql, record)
        return int(found[0][0])

    def number(self, record_id: str) -> int | None:
        """Return the number of the record with this id; None for an unknown id."""
        found = self._select("SELECT n FROM record WHERE id = ?", record_id)
        return self._checked(found[0][0]) if found else None

    def known(self, numbers: Sequence[int]) -> list[int]:
        """Return those of some records that a source told by the clock; all of them where there is none."""
        return list(numbers)

    def record(self, n: int) -> Row:
        """Return the record with a number. Raises KeyError for a number outside the base."""
        return self._kept.get(n) or self.rows((n,))[0]

    def source(self, source_id: str) -> Source:
        """Return the source with an id that some evidence names."""
        with self._connection.decoding():
            record = self.record(self.number(source_id) or 0).record
            if not isinstance(record, Source):
                raise ValueError(f"{source_id} is no source")
        return record

    def rows(self, numbers: Sequence[int]) -> list[Row]:
        """Return the records with these numbers, in the order given, as `record` does, in one read."""
        known = {n: self._kept[n] for n in numbers if n in self._kept}
        if new := [n for n in numbers if n not in known]:
            known |= self._read_rows(new)
            self._kept |= known if len(known) <= KEPT else {}
            while len(self._kept) > KEPT:
                del self._kept[next(iter(self._kept))]  # first read, first dropped
        return [known[n] for n in numbers]

    def _read_rows(self, numbers: Sequence[int]) -> dict[int, Row]:
        sql = "SELECT n, record, body, support, mentions FROM record WHERE n IN (SELECT value FROM json_each(?))"
        with self._connection.decoding():
            found = {
                n: Row(n, from_plain(RECORDS[name], json.loads(body)), support, mentions)
                for number, name, body, support, mentions in self._select(sql, self._numbers(numbers))
                for n in (self.places.place(number),)
            }
            if lost := [n for n in numbers if n not in found and 0 < n <= self._count]:
                raise ValueError(f"record {lost[0]} is not there")
        return found

    def neighbouring_ids(self, record_id: str, most: int) -> list[str]:
        """Return the ids next to this one in the alphabet, at most `most` on either side."""
        before = self._select("SELECT id FROM record WHERE id <= ? ORDER BY id DESC LIMIT ?", record_id, most)
        after = self._select("SELECT id FROM record WHERE id > ? ORDER BY id LIMIT ?", record_id, most)
        return [found for (found,) in (*before, *after)]

    def plain(self, numbers: Sequence[int] | None = None) -> Iterator[tuple[Record, dict[str, Any]]]:
        """Yield every record, or those with these numbers, in order, with its plain mapping (`model/serialize.py`)."""
        wanted = range(1, self.count() + 1) if numbers is None else numbers
        sql = "SELECT n, record, body FROM record WHERE n IN (SELECT value FROM json_each(?))"
        for first in range(0, len(wanted), BATCH):
            some = wanted[first : first + BATCH]
            found = {self.places.place(n): (name, body) for n, name, body in self._select(sql, self._numbers(some))}
            for n in some:
                with self._connection.decoding():
                    name, body = found[n]
                    plain: dict[str, Any] = json.loads(body)
                    record: Record = from_plain(RECORDS[name], plain)
                yield record, plain

    def title_of(self, record_id: str) -> str:
        """Return the title of a record, by id; the id itself for an unknown one."""
        found = self._select("SELECT title FROM record WHERE id = ?", record_id)
        return str(found[0][0]) if found else record_id

    def backlinks(self, n: int, role: str, most: int | None = None) -> list[int]:
        """Return the numbers of the first `most` records that link to `n` in this role; None for all."""
        sql = "SELECT src FROM link WHERE dst = ? AND role = ? ORDER BY src LIMIT ?"
        return [self._checked(src) for (src,) in self._select(sql, self.places.number(n), role, sql_limit(most))]

    def count_backlinks(self, n: int, role: str) -> int:
        """Count the records that link to `n` in this role."""
        sql, number = "SELECT count(*) FROM link WHERE dst = ? AND role = ?", self.places.number(n)
        return int(self._select(sql, number, role)[0][0])

    def linked_dates(self, n: int, roles: Sequence[str], most: int) -> list[str]:
        """Return the dates (EDTF) of the first `most` dated records that link to `n` in one of these roles."""
        sql = (
            "SELECT date FROM (SELECT DISTINCT src, json_extract(body, '$.date') AS date"
            " FROM link JOIN record ON n = src WHERE dst = ? AND role IN (SELECT value FROM json_each(?)))"
            " WHERE date IS NOT NULL LIMIT ?"
        )
        return [str(date) for (date,) in self._select(sql, self.places.number(n), json.dumps(list(roles)), most)]

    def citing_sentence(self, source: int, sentence: int, most: int | None = None) -> list[int]:
        """Return the numbers of the first `most` records whose evidence is in a sentence of a source; None for all."""
        sql = "SELECT record FROM rests WHERE source = ? AND sentence = ? ORDER BY record LIMIT ?"
        return [self._checked(n) for (n,) in self._select(sql, self.places.number(source), sentence, sql_limit(most))]

    def citing_source(self, source: int, most: int | None = None) -> list[int]:
        """Return the numbers of the first `most` records whose evidence is in a source; None for all."""
        sql = "SELECT DISTINCT record FROM rests WHERE source = ? ORDER BY record LIMIT ?"
        return [self._checked(n) for (n,) in self._select(sql, self.places.number(source), sql_limit(most))]

    def count_citing_source(self, source: int) -> int:
        """Count the records whose evidence is in a source."""
        found = self._select("SELECT facts FROM article WHERE source = ?", self.places.number(source))
        return int(found[0][0]) if found else 0

    def _numbers(self, places: Sequence[int]) -> str:
        return json_array([self.places.number(place) for place in places if 0 < place <= self._count])

    def _checked(self, n: object) -> int:
        """Return the place of a record whose number the base has as `n`; no number of a record means damage."""
        if isinstance(n, int) and 0 < n < self.places.end:
            return self.places.place(n)
        raise self._connection.damage(ValueError(f"there is no record {n}"))

    def _article(self, source_id: str) -> Article:
        sql = "SELECT n, text, hidden, spans FROM article JOIN record ON n = source WHERE id = ?"
        counting = "SELECT sentence, count(*) FROM rests WHERE source = ? GROUP BY sentence"
        found = self._select(sql, source_id)
        with self._connection.decoding():
            if not found and self.number(source_id) in self.span("sources"):
                raise ValueError(f"the article of {source_id} is not there")
            n, text, hidden, spans = found[0]
            counts: dict[int, int] = dict(self._select(counting, n))
            places = tuple((start, end) for start, end in json.loads(spans))
        return Article(source_id, text, hidden, places, tuple(counts.get(i, 0) for i in range(len(places))))
