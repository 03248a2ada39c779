"""What is known of records before and after an edit, out of the fragments of files and the old base."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from eujdef_tui.model.records import RECORDS, Actor, Record
from eujdef_tui.model.serialize import from_plain
from eujdef_tui.store.database import Base
from eujdef_tui.store.file_rows import OWN_TEXT
from eujdef_tui.store.folder import Folder
from eujdef_tui.store.fragment import Entry, Lines, Row, unpack
from eujdef_tui.store.kept_fragments import Kept
from eujdef_tui.store.numbering import origins

__all__ = ["Known", "States", "TooMuchError"]


class TooMuchError(Exception):
    """An edit changed so much, or of such a kind, that the whole is compiled."""


class Known(NamedTuple):
    """What a fragment has of a record."""

    entry: Entry
    row: Row


class States:
    """Records by id, as they were (`before`) and are (`now`) in the files that changed; all others are what they were.

    Attributes:
        both: ids that are in changed files before and after.
        gone: ids that are no longer there.
        fresh: ids that are new.
        small: how many more files than before write a word in lower case.
    """

    def __init__(self, old: Base, kept: Mapping[str, Kept], folder: Folder) -> None:
        self.old = old
        self.select = old.connection.select
        self.files = folder.files
        self._kept = list(kept.values())
        self.changed = [nth for nth, file in enumerate(self.files) if file.path in folder.made]
        self.small: list[tuple[str, int]] = []
        self.before = dict(self._known(self._kept, -1))
        self.now = dict(self._known(self.files, 1))
        self.both = [id_ for id_ in self.now if id_ in self.before]
        self.gone = [id_ for id_ in self.before if id_ not in self.now]
        self.fresh = [id_ for id_ in self.now if id_ not in self.before]
        self.holder = {id_: nth for nth, file in enumerate(self.files) for id_ in file.header.kinds}
        self.number = lru_cache(maxsize=None)(self._number)
        self._unpacked = lru_cache(maxsize=64)(self._unpack)

    def _known(self, files: Sequence[Kept], sign: int) -> Iterator[tuple[str, Known]]:
        for nth in self.changed:
            fragment = unpack(files[nth].fragment)
            self.small += [(word, sign) for word in fragment.small]
            for entry, row in zip(fragment.entries, fragment.rows, strict=True):
                yield entry[0], Known(Entry(*entry), Row(*row))

    def old_ids(self, nth: int) -> list[str]:
        """Return the ids that a file had, in its order."""
        return list(self._kept[nth].header.kinds)

    def then(self, record_id: str) -> Known:
        """Return what a record was."""
        return self.before.get(record_id) or self._unpacked(self.holder[record_id])[record_id]

    def after(self, record_id: str) -> Known:
        """Return what a record is."""
        return self.now.get(record_id) or self._unpacked(self.holder[record_id])[record_id]

    def _unpack(self, nth: int) -> dict[str, Known]:
        fragment = unpack(self.files[nth].fragment)
        pairs = zip(map(Entry._make, fragment.entries), map(Row._make, fragment.rows), strict=True)
        return {entry.id: Known(entry, row) for entry, row in pairs}

    def lines(self, known: Known) -> Lines:
        """Return the names of an actor or agreement by which others are found that point at it; none of others."""
        return known.row.lines if known.entry.record in ("actor", "agreement") else []

    def _number(self, record_id: str) -> int:
        """Return the number that the old base keeps a record under."""
        ((n,),) = self.select("SELECT n FROM record WHERE id = ?", record_id)
        return int(n)

    def counts(self, record_id: str) -> tuple[int, int]:
        """Return support and mentions of a record in the old base."""
        ((support, mentions),) = self.select("SELECT support, mentions FROM record WHERE id = ?", record_id)
        return int(support), int(mentions)

    def record(self, n: int) -> Record:
        """Return a record of the old base by the number that it is kept under."""
        ((name, body),) = self.select("SELECT record, body FROM record WHERE n = ?", n)
        record: Record = from_plain(RECORDS[name], json.loads(body))
        return record

    def ids_that_link_to(self, record_id: str, most: int) -> list[str]:
        """Return the ids of the records that point at one in the old base. Raises TooMuchError for more than `most`."""
        sql = "SELECT DISTINCT id FROM link JOIN record ON n = src WHERE dst = ? LIMIT ?"
        found = self.select(sql, self.number(record_id), most + 1)
        if len(found) > most:
            raise TooMuchError
        return [id_ for (id_,) in found]

    def label(self, record_id: str) -> str:
        """Return what an actor is listed by, "" of all else."""
        if known := self.now.get(record_id):
            return known.entry.label
        if record_id not in self.holder:
            return ""
        record = self.record(self.number(record_id))
        return (record.sort_name or record.name) if isinstance(record, Actor) else ""

    # --- origins of sources ---

    @cached_property
    def origin(self) -> dict[str, str]:
        """The first report that each source derives from. Raises TooMuchError where that of an unchanged one changed.

        Two sources of one origin are not independent (see `numbering`).
        """
        then = self._parents()
        now = {id_: parent for id_, parent in then.items() if id_ not in self.before}
        now |= {id_: known.entry.origin for id_, known in self.now.items() if known.entry.record == "source"}
        if now == then:
            return origins(now)
        was, is_ = origins(then), origins(now)
        pairs = {(was[id_], is_[id_]) for id_ in was.keys() & is_.keys()}
        if not len(pairs) == len({one for one, _ in pairs}) == len({one for _, one in pairs}):
            raise TooMuchError
        return is_

    def _parents(self) -> dict[str, str]:
        digests = {id_: source[3] for file in self._kept for id_, source in file.header.sources.items()}
        sql = "SELECT id, json_extract(body, '$.derived_from') FROM record WHERE record = 'source' ORDER BY n"
        return {id_: parent or f"{OWN_TEXT}{digests[id_]}" for id_, parent in self.select(sql)}

    def check_origins(self) -> None:
        """Raise TooMuchError where records of unchanged files may have another count of independent sources."""
        before, now = (
            {id_: known.entry.origin for id_, known in some.items() if known.entry.record == "source"}
            for some in (self.before, self.now)
        )
        if before != now:
            _ = self.origin

    def support(self, record_id: str) -> int:
        """Count the independent sources of a record after the edit."""
        known, was = self.now.get(record_id), self.before.get(record_id)
        if known is None or (was and was.entry.proof == known.entry.proof):
            return self.counts(record_id)[0]
        proof: Sequence[Any] = known.entry.proof
        return len({self.origin[source] for source in proof})
