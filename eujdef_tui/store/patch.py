"""Change a copy of a base where an edit left all numbers, names and links as they were: the rows that it changed.

Most edits are of this kind: another quote, a date's words, a summary, an article's next paragraph. What adds, removes,
renames or moves a record gives other numbers to others, and is compiled from the fragments.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from eujdef_tui.store.database import Base
from eujdef_tui.store.file_rows import OWN_TEXT
from eujdef_tui.store.folder import Folder
from eujdef_tui.store.fragment import Entry, Fragment, Lines, Row, unpack
from eujdef_tui.store.index_writer import (
    FORGET,
    TEXT,
    WrittenDocument,
    add_words,
    document_of,
    has_figure,
    indexed_terms,
    years_of_index,
)
from eujdef_tui.store.kept_fragments import Kept, kept_row
from eujdef_tui.store.numbering import all_tags

__all__ = ["EDITS", "patching"]

EDITS = "edits"  # key of `meta`: how often a base was changed in place since it was compiled
_MOST_EDITS = 100  # after so many its index is made whole again
_SHARE = 10  # of so many files one may have changed; of fewer, one

Fill = Callable[[sqlite3.Connection], None]


class _Change(NamedTuple):
    """A record whose row changed, and nothing that others know of it."""

    entry: Entry
    old: Row
    new: Row


def patching(old: Base, kept: Mapping[str, Kept], folder: Folder, meta: Mapping[str, str]) -> Fill | None:
    """Return what fills an empty database with a changed copy of an `old` base; None where it must be compiled.

    `kept` is what the old base has of its files, `meta` what the new one says of itself.
    """
    paths = [file.path for file in folder.files]
    edits = int(old.meta.get(EDITS, "0")) + 1
    if list(kept) != paths or len(folder.made) > max(1, len(paths) // _SHARE) or edits > _MOST_EDITS:
        return None
    changes: list[_Change] = []
    small: Counter[str] = Counter()
    alone = _alone(kept.values()) & _alone(folder.files)
    for file in folder.files:
        if file.path in folder.made:
            before, now = unpack(kept[file.path].fragment), unpack(file.fragment)
            if _known(before, alone) != _known(now, alone):
                return None
            changes += _changes(before, now)
            small.update(now.small)
            small.subtract(before.small)
    if any(change.old.lines != change.new.lines for change in changes):
        return None

    def fill(db: sqlite3.Connection) -> None:
        old.verify(whole=True)  # the copy gets a seal of its own: damage in it would never show again
        old.copy_to(db)
        with db:
            _Patch(db, folder).apply(changes, small)
            db.execute("DELETE FROM meta WHERE key IN ('synonyms', 'searches')")
            db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", {**meta, EDITS: str(edits)}.items())
            parent = paths[0].rpartition("/")[0]
            for nth, file in enumerate(folder.files):
                if file.path in folder.made:
                    db.execute("INSERT OR REPLACE INTO part VALUES (?,?,?,?,?)", kept_row(nth, file, parent))

    return fill


def _alone(files: Iterable[Kept]) -> set[str]:
    """Return the sources whose text is no other's: with other words they still are of no other's origin."""
    digests = {source: text for file in files for source, (*_, text) in file.header.sources.items()}
    times = Counter(digests.values())
    return {source for source, digest in digests.items() if times[digest] == 1}


def _known(fragment: Fragment, alone: set[str]) -> list[Entry]:
    """Return what others know of the records of a file, without the text that is the origin of a source by itself."""
    entries = (Entry(*entry) for entry in fragment.entries)
    return [
        entry._replace(origin="") if entry.id in alone and entry.origin.startswith(OWN_TEXT) else entry
        for entry in entries
    ]


def _changes(before: Fragment, now: Fragment) -> Iterable[_Change]:
    for entry, old, new in zip(now.entries, before.rows, now.rows, strict=True):
        if old != new:
            yield _Change(Entry(*entry), Row(*old), Row(*new))


def _sentence_count(row: Row) -> int:
    return len(json.loads(row.article[2])) if row.article else 0


class _Patch:
    """The copy that is changed, and what is looked up in it."""

    def __init__(self, db: sqlite3.Connection, folder: Folder) -> None:
        self._db = db
        self._holder = {id_: file for file in folder.files for id_ in file.header.kinds}
        self._read: dict[str, dict[str, tuple[Entry, Row]]] = {}

    def apply(self, changes: Sequence[_Change], small: Counter[str]) -> None:
        """Write the changed rows, and bring the words and years of the base up to date."""
        words: set[str] = set()
        dated = False
        for change in changes:
            n = self._number(change.entry.id)
            self._record(n, change)
            words |= self._document(n, change)
            dated = dated or change.old.tags[2] != change.new.tags[2]
        self._sentences(changes)
        with indexed_terms(self._db):
            self._words(words, small)
            if dated:
                years = years_of_index(self._db)
                self._db.execute("UPDATE meta SET value = ? WHERE key = 'years'", (years,))

    def _sentences(self, changes: Sequence[_Change]) -> None:
        """Count the sentences that changed articles have more than before."""
        more = sum(_sentence_count(change.new) - _sentence_count(change.old) for change in changes)
        if more:
            ((read,),) = self._db.execute("SELECT value FROM meta WHERE key = 'read'")
            articles, sentences = map(int, read.split())
            self._db.execute("UPDATE meta SET value = ? WHERE key = 'read'", (f"{articles} {sentences + more}",))

    def _number(self, record_id: str) -> int:
        ((n,),) = self._db.execute("SELECT n FROM record WHERE id = ?", (record_id,))
        return int(n)

    def _record(self, n: int, change: _Change) -> None:
        db, old, new = self._db, change.old, change.new
        if old.plain != new.plain:
            sql = "UPDATE record SET title = ?, lo = ?, hi = ?, at = ?, month = ?, body = ? WHERE n = ?"
            db.execute(sql, (*new.plain, n))
        for row, sign in ((old, -1), (new, 1)):
            if (month := row.plain[4]) is not None:
                db.execute("INSERT OR IGNORE INTO month VALUES (?, 0)", (month,))
                db.execute("UPDATE month SET events = events + ? WHERE month = ?", (sign, month))
        db.execute("DELETE FROM month WHERE events = 0")
        if old.due is not None:
            db.execute("DELETE FROM due WHERE target = ? AND hi = ? AND n = ?", (old.due, old.plain[2], n))
        if new.due is not None:
            db.execute("INSERT INTO due VALUES (?,?,?)", (new.due, new.plain[2], n))
        gone = "DELETE FROM rests WHERE source = ? AND sentence = ? AND record = ?"
        db.executemany(gone, self._rests(n, old))
        db.executemany("INSERT OR IGNORE INTO rests VALUES (?,?,?)", self._rests(n, new))
        if new.article:
            db.execute("UPDATE article SET text = ?, hidden = ?, spans = ? WHERE source = ?", (*new.article, n))

    def _rests(self, n: int, row: Row) -> list[tuple[int, int, int]]:
        return [(self._number(source), at, n) for source, first, last in row.rests for at in range(first, last + 1)]

    def _document(self, n: int, change: _Change) -> set[str]:
        """Write the document of a record; return the words that it lost or gained."""
        db = self._db
        ((d,),) = db.execute("SELECT d FROM document WHERE n = ?", (n,))
        (_, was, _), (row, now, _) = (
            self._written(n, change.entry, change.old),
            self._written(n, change.entry, change.new),
        )
        db.execute(FORGET, (d, *was))
        db.execute(f"INSERT INTO text {TEXT}", (d, *now))
        db.execute("INSERT OR REPLACE INTO document VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", (d, *row))
        before, after = (set(" ".join(columns[:-1]).split()) for columns in (was, now))
        return before ^ after

    def _written(self, n: int, entry: Entry, row: Row) -> WrittenDocument:
        ((support, mentions),) = self._db.execute("SELECT support, mentions FROM record WHERE n = ?", (n,))
        differing = self._db.execute("SELECT 1 FROM link WHERE dst = ? AND role = 'differs'", (n,)).fetchall()
        named = {*(target for _, target in entry.links), *entry.found, entry.id}
        number = {id_: self._number(id_) for id_ in named}
        tags = all_tags(entry, row.tags, number.__getitem__, supported=support > 1, differing=bool(differing))
        targets = dict.fromkeys(target for _, target in entry.links)
        linked = [(number[target], lines) for target in targets if (lines := self._lines(target))]
        plain = n, entry.record, entry.kind, row.plain[1], row.plain[2], support + mentions
        return document_of(plain, row.texts, row.lines, linked, tags)

    def _lines(self, record_id: str) -> Lines:
        """The names of an actor or agreement, out of the fragment that holds it."""
        file = self._holder[record_id]
        if file.path not in self._read:
            fragment = unpack(file.fragment)
            pairs = zip(map(Entry._make, fragment.entries), map(Row._make, fragment.rows), strict=True)
            self._read[file.path] = {entry.id: (entry, row) for entry, row in pairs}
        entry, row = self._read[file.path][record_id]
        return row.lines if entry.record in ("actor", "agreement") else []

    def _words(self, changed: Iterable[str], small: Counter[str]) -> None:
        """Add words that the index has now and the vocabulary lacks, and take out those that it has no longer."""
        db = self._db
        counts = {token: count for token, count in small.items() if count and not has_figure(token)}
        db.executemany(
            "UPDATE vocabulary SET small = small + ? WHERE token = ?",
            [(count, token) for token, count in counts.items()],
        )
        new: list[str] = []
        for token in sorted(changed):
            found = db.execute("SELECT 1 FROM temp.term WHERE term = ? AND col <> 'tags' LIMIT 1", (token,)).fetchall()
            known = db.execute("SELECT 1 FROM vocabulary WHERE token = ?", (token,)).fetchall()
            if found and not known:
                new.append(token)
            elif known and not found:
                db.execute("DELETE FROM vocabulary WHERE token = ?", (token,))
                db.executemany("DELETE FROM reading WHERE token = ?", [(token,)])
        add_words(db, new, counts)
