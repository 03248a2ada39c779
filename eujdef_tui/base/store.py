"""Promise: reading a base costs what is on the screen, however large it is.

Only here and in `build` and `shelf` is SQLite spoken. Nothing is loaded whole but headings and, on demand,
one article. A base that is open never changes: a rebuilt one takes its name and the next start opens that.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from eujdef_tui.base.index import Index
from eujdef_tui.base.tables import VIEWS
from eujdef_tui.model import RECORDS, Record
from eujdef_tui.plain import from_plain

__all__ = ["Article", "Base", "Row"]


@dataclass(frozen=True, slots=True)
class Row:
    """A record with its number and what was counted over the whole file.

    `support`: independent sources. `mentions`: other records that point here.
    """

    n: int
    record: Record
    support: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Article:
    """A source's text. `spans` are its sentences as (start, end); `rests` how many records rest on each."""

    source: str
    text: str
    hidden: int
    spans: tuple[tuple[int, int], ...]
    rests: tuple[int, ...]


class Base:
    """An open base. Numbers `n` count records from 1 in the order of the screen."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.meta: dict[str, str] = dict(db.execute("SELECT key, value FROM meta"))
        self._spans = {v: (first, size) for v, first, size in db.execute("SELECT * FROM view")}
        self.index = Index(db)
        self.record = lru_cache(maxsize=512)(self._record)
        self.article = lru_cache(maxsize=8)(self._article)

    @property
    def title(self) -> str:
        """The fact file's title."""
        return self.meta["title"]

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def span(self, view: str) -> range:
        """The numbers of the records that a view lists, in its order."""
        first, size = self._spans[view]
        return range(first, first + size)

    def view(self, n: int) -> str:
        """The view that lists record `n`."""
        return next(view for view in VIEWS if n in self.span(view))

    def headings(self, view: str) -> list[tuple[int, str]]:
        """(number of the first record under it, text) of each heading of a view, in order."""
        return self._db.execute("SELECT first, text FROM heading WHERE view = ? ORDER BY first", (view,)).fetchall()

    def after(self, day: int) -> int:
        """The number of the first event that begins after a day (yyyymmdd), or one past the last event."""
        events = self.span("timeline")
        found = self._db.execute(
            "SELECT min(n) FROM record WHERE n >= ? AND n < ? AND at > ?", (events.start, events.stop, day)
        ).fetchone()[0]
        return events.stop if found is None else int(found)

    def count(self, record: str = "") -> int:
        """How many records there are of one name, or of all."""
        if not record:
            return sum(size for _, size in self._spans.values())
        return int(self._db.execute("SELECT count(*) FROM record WHERE record = ?", (record,)).fetchone()[0])

    def number(self, record_id: str) -> int | None:
        """The number of the record with this id, if there is one."""
        found = self._db.execute("SELECT n FROM record WHERE id = ?", (record_id,)).fetchone()
        return int(found[0]) if found else None

    def _record(self, n: int) -> Row:
        return self.rows((n,))[0]

    def rows(self, numbers: Sequence[int]) -> list[Row]:
        """The records with these numbers, in the order asked for."""
        marks = ",".join("?" * len(numbers))
        found = {
            n: Row(n, from_plain(RECORDS[name], json.loads(body)), support, mentions)
            for n, name, body, support, mentions in self._db.execute(
                f"SELECT n, record, body, support, mentions FROM record WHERE n IN ({marks})", tuple(numbers)
            )
        }
        return [found[n] for n in numbers]

    def ids(self) -> list[str]:
        """The ids of all records."""
        return [found for (found,) in self._db.execute("SELECT id FROM record")]

    def plain(self) -> Iterable[tuple[str, str]]:
        """(record name, JSON body) of every record, in order."""
        return self._db.execute("SELECT record, body FROM record ORDER BY n")

    def title_of(self, record_id: str) -> str:
        """What a record is called, by id; the id itself where nothing has it."""
        found = self._db.execute("SELECT title FROM record WHERE id = ?", (record_id,)).fetchone()
        return str(found[0]) if found else record_id

    def links(self, n: int) -> list[tuple[str, int]]:
        """(role, number) of the records that `n` points at."""
        return self._db.execute("SELECT role, dst FROM link WHERE src = ?", (n,)).fetchall()

    def links_to(self, n: int, role: str = "") -> list[tuple[str, int]]:
        """(role, number) of the records that point at `n`, in the order of the screen."""
        return self._db.execute(
            "SELECT role, src FROM link WHERE dst = ? AND (? = '' OR role = ?) ORDER BY src", (n, role, role)
        ).fetchall()

    def resting(self, source: int, sentence: int) -> list[int]:
        """The numbers of the records that rest on a sentence of a source."""
        return [
            n
            for (n,) in self._db.execute(
                "SELECT record FROM rests WHERE source = ? AND sentence = ? ORDER BY record",
                (source, sentence),
            )
        ]

    def resting_on(self, source: int) -> list[int]:
        """The numbers of the records that rest on a source at all."""
        return [
            n
            for (n,) in self._db.execute(
                "SELECT DISTINCT record FROM rests WHERE source = ? ORDER BY record", (source,)
            )
        ]

    def _article(self, source_id: str) -> Article:
        n, text, hidden, spans = self._db.execute(
            "SELECT source, text, hidden, spans FROM article WHERE source = (SELECT n FROM record WHERE id = ?)",
            (source_id,),
        ).fetchone()
        counts: dict[int, int] = dict(
            self._db.execute("SELECT sentence, count(*) FROM rests WHERE source = ? GROUP BY sentence", (n,))
        )
        places = tuple((start, end) for start, end in json.loads(spans))
        return Article(source_id, text, hidden, places, tuple(counts.get(i, 0) for i in range(len(places))))
