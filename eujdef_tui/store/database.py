"""Promise: reading a base costs what is on the screen, however large it is.

Nothing is loaded whole but headings and, on demand, one article. A base that is open never changes: a rebuilt
one takes its name and the next start opens that.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from eujdef_tui.model.records import RECORDS, Record, Source
from eujdef_tui.model.serialize import from_plain
from eujdef_tui.store.connection import Reading, listed
from eujdef_tui.store.search_index import Index
from eujdef_tui.store.sql_schema import VIEWS

__all__ = ["Article", "Base", "Row"]

BATCH = 500  # records read at once where all are read: few enough for memory, many enough for speed


class Row(NamedTuple):
    """A record with its number and what was counted over the whole file.

    `support`: independent sources. `mentions`: other records that point here.
    """

    n: int
    record: Record
    support: int
    mentions: int


class Article(NamedTuple):
    """A source's text. `spans` are its sentences as (start, end); `rests` how many records rest on each."""

    source: str
    text: str
    hidden: int
    spans: tuple[tuple[int, int], ...]
    rests: tuple[int, ...]


class Base:
    """An open base. Numbers `n` count records from 1 in the order of the screen.

    Every method raises BaseFileError where the file turns out to be damaged. A base serves one thread at a time;
    `again` opens it for another.
    """

    def __init__(self, reading: Reading) -> None:
        """What reads a database that `build` filled. `file` is where that stands, None for one in memory."""
        self._reading = reading
        self._ask = reading.ask
        self.file = reading.file
        self.meta: dict[str, str] = dict(self._ask("SELECT key, value FROM meta"))
        with self._reading.sound():
            spans = {view: range(n, n + size) for view, n, size in self._ask("SELECT view, first, size FROM view")}
            self._spans = {view: spans[view] for view in VIEWS}
        self._count = sum(map(len, self._spans.values()))
        self.index = Index(self._reading, range(1, self._count + 1), self.meta.get("years", ""))
        self.record = lru_cache(maxsize=512)(self._record)
        self.article = lru_cache(maxsize=8)(self._article)

    @property
    def title(self) -> str:
        """The fact file's title."""
        return self.meta["title"]

    def again(self) -> Base:
        """The same base opened once more, for another thread. Cheap, but for a base in memory: that is copied."""
        return Base(self._reading.another())

    def copy(self, db: sqlite3.Connection) -> None:
        """Write the whole base into an empty database."""
        self._reading.copy(db)

    def interrupt(self) -> None:
        """Give up what is being asked of this base, and all that is asked until `resume`: it raises GivenUpError.

        From any thread. Who searches in a thread interrupts before handing over the next query, and that thread
        resumes once it has taken it.
        """
        self._reading.interrupt()

    def resume(self) -> None:
        """Answer again after `interrupt`."""
        self._reading.resume()

    def close(self) -> None:
        """Let go of the file."""
        self._reading.close()

    def span(self, view: str) -> range:
        """The numbers of the records that a view lists, in its order."""
        return self._spans[view]

    def view(self, n: int) -> str:
        """The view that lists record `n`."""
        return next(view for view in VIEWS if n in self.span(view))

    def headings(self, view: str) -> list[tuple[int, str]]:
        """(number of the first record under it, text) of each heading of a view, in order."""
        return self._ask("SELECT first, text FROM heading WHERE view = ? ORDER BY first", view)

    def after(self, day: int) -> int:
        """The number of the first event that begins after a day (yyyymmdd), or one past the last event."""
        events = self.span("timeline")  # they are numbered in the order of `at`
        with self._reading.sound():
            return events.start + bisect_right(events, day, key=self._at)

    def _at(self, n: int) -> int:
        ((at,),) = self._ask("SELECT at FROM record WHERE n = ?", n)
        return int(at)

    def count(self, record: str = "") -> int:
        """How many records there are of one name, or of all."""
        if not record:
            return self._count
        return int(self._ask("SELECT count(*) FROM record WHERE record = ?", record)[0][0])

    def number(self, record_id: str) -> int | None:
        """The number of the record with this id, if there is one."""
        found = self._ask("SELECT n FROM record WHERE id = ?", record_id)
        return int(found[0][0]) if found else None

    def _record(self, n: int) -> Row:
        return self.rows((n,))[0]

    def source(self, source_id: str) -> Source:
        """The source with the id that some evidence names."""
        with self._reading.sound():
            record = self.record(self.number(source_id) or 0).record
            if not isinstance(record, Source):
                raise ValueError(f"{source_id} is no source")
        return record

    def rows(self, numbers: Sequence[int]) -> list[Row]:
        """The records with these numbers, in the order asked for. Raises KeyError for a number that none can have."""
        sql = "SELECT n, record, body, support, mentions FROM record WHERE n IN (SELECT value FROM json_each(?))"
        with self._reading.sound():
            found = {
                n: Row(n, from_plain(RECORDS[name], json.loads(body)), support, mentions)
                for n, name, body, support, mentions in self._ask(sql, listed(numbers))
            }
            if lost := [n for n in numbers if n not in found and 0 < n <= self._count]:
                raise ValueError(f"record {lost[0]} is not there")
        return [found[n] for n in numbers]

    def ids_beside(self, record_id: str, most: int) -> list[str]:
        """The ids that stand next to this one in the alphabet, at most so many on either side."""
        before = self._ask("SELECT id FROM record WHERE id <= ? ORDER BY id DESC LIMIT ?", record_id, most)
        after = self._ask("SELECT id FROM record WHERE id > ? ORDER BY id LIMIT ?", record_id, most)
        return [found for (found,) in (*before, *after)]

    def plain(self) -> Iterator[tuple[Record, dict[str, Any]]]:
        """Every record, in order, with its plain mapping (see `plain`)."""
        sql = "SELECT record, body FROM record WHERE n >= ? AND n < ? ORDER BY n"
        for first in range(1, self.count() + 1, BATCH):
            for name, body in self._ask(sql, first, first + BATCH):
                with self._reading.sound():
                    plain: dict[str, Any] = json.loads(body)
                    record: Record = from_plain(RECORDS[name], plain)
                yield record, plain

    def title_of(self, record_id: str) -> str:
        """What a record is called, by id; the id itself where nothing has it."""
        found = self._ask("SELECT title FROM record WHERE id = ?", record_id)
        return str(found[0][0]) if found else record_id

    def linked(self, n: int, role: str, most: int = -1) -> list[int]:
        """The numbers of the first `most` records that point at `n` in this role, or of all."""
        sql = "SELECT src FROM link WHERE dst = ? AND role = ? ORDER BY src LIMIT ?"
        return [self._numbered(src) for (src,) in self._ask(sql, n, role, most)]

    def count_linked(self, n: int, role: str) -> int:
        """How many records point at `n` in this role."""
        return int(self._ask("SELECT count(*) FROM link WHERE dst = ? AND role = ?", n, role)[0][0])

    def resting(self, source: int, sentence: int, most: int = -1) -> list[int]:
        """The numbers of the first `most` records that rest on a sentence of a source, or of all."""
        sql = "SELECT record FROM rests WHERE source = ? AND sentence = ? ORDER BY record LIMIT ?"
        return [self._numbered(n) for (n,) in self._ask(sql, source, sentence, most)]

    def resting_on(self, source: int, most: int = -1) -> list[int]:
        """The numbers of the first `most` records that rest on a source at all, or of all."""
        sql = "SELECT DISTINCT record FROM rests WHERE source = ? ORDER BY record LIMIT ?"
        return [self._numbered(n) for (n,) in self._ask(sql, source, most)]

    def count_resting_on(self, source: int) -> int:
        """How many records rest on a source at all."""
        found = self._ask("SELECT facts FROM article WHERE source = ?", source)
        return int(found[0][0]) if found else 0

    def _numbered(self, n: object) -> int:
        """The number, if it is one that a record has: a base that points at any other is damaged."""
        if isinstance(n, int) and 0 < n <= self._count:
            return n
        raise self._reading.damaged(ValueError(f"there is no record {n}"))

    def _article(self, source_id: str) -> Article:
        sql = "SELECT n, text, hidden, spans FROM article JOIN record ON n = source WHERE id = ?"
        counting = "SELECT sentence, count(*) FROM rests WHERE source = ? GROUP BY sentence"
        found = self._ask(sql, source_id)
        with self._reading.sound():
            if not found and self.number(source_id) in self.span("sources"):
                raise ValueError(f"the article of {source_id} is not there")
            n, text, hidden, spans = found[0]
            counts: dict[int, int] = dict(self._ask(counting, n))
            places = tuple((start, end) for start, end in json.loads(spans))
        return Article(source_id, text, hidden, places, tuple(counts.get(i, 0) for i in range(len(places))))
