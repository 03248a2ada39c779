"""What a base is compiled of, gathered from the fact files as each is prepared: other files may still be read then."""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from eujdef_tui.store.fragment import Entry, Fragment
from eujdef_tui.store.row_spool import PackedRows, RowSpool, packed_rows

__all__ = ["Gathered", "ReadyFile", "gathered", "ready_file"]


class ReadyFile(NamedTuple):
    """A fragment as `Gathered` takes it, packed by the process that made it: JSON takes five times as long to read.

    Attributes:
        entries: packed by `marshal`, as the next two.
        small: as in the fragment.
        rows: see `row_spool.packed_rows`.
    """

    entries: bytes
    small: bytes
    rows: PackedRows


def ready_file(fragment: Fragment) -> ReadyFile:
    """Pack a fragment for `Gathered.add` in a process of this machine."""
    entries = [tuple(entry) for entry in fragment.entries]
    return ReadyFile(marshal.dumps(entries), marshal.dumps(fragment.small), packed_rows(fragment.rows))


class _File(NamedTuple):
    """What is known of a file: its entries, and where in the spool its rows and its words in small letters are."""

    entries: list[Entry]
    begin: int
    lengths: bytes
    small: int
    small_size: int


class Gathered:
    """The entries of all files, in memory, and their rows, in a spool. Files may come in any order.

    Once it is closed, it is empty and takes files again.

    Attributes:
        spool: the rows, by their place among all in the order of the files, once `take_entries` was called.
    """

    def __init__(self) -> None:
        self.spool = RowSpool()
        self._files: dict[int, _File] = {}
        self._known: dict[Any, Any] = {}
        self._small: list[tuple[int, int]] = []  # of each file, where its words are in the spool

    def __enter__(self) -> Gathered:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let all that was gathered go."""
        self.spool.close()
        self.spool = RowSpool()
        self._files, self._known, self._small = {}, {}, []

    def __contains__(self, nth: int) -> bool:
        return nth in self._files

    def add(self, nth: int, file: ReadyFile) -> None:
        """Take the nth file, in place of what was taken of it before."""
        begin, small = self.spool.add(file.rows.pieces), self.spool.add(file.small)
        entries = list(_compact(marshal.loads(file.entries), self._known.setdefault))
        self._files[nth] = _File(entries, begin, file.rows.lengths, small, len(file.small))

    def take_entries(self) -> list[Entry]:
        """Return the entries in the order of the files, and arrange the spool; no further file is taken then."""
        files = [self._files[nth] for nth in sorted(self._files)]
        self.spool.arrange((file.begin, file.lengths) for file in files)
        self._small = [(file.small, file.small_size) for file in files]
        entries = [entry for file in files for entry in file.entries]
        self._files, self._known = {}, {}
        return entries

    def small(self) -> Counter[str]:
        """Return how many files write a word in lower case, once the entries were taken."""
        found: Counter[str] = Counter()
        for begin, size in self._small:
            found.update(marshal.loads(self.spool.bytes_at(begin, size)))
        return found


def gathered(fragments: Iterable[Fragment]) -> Gathered:
    """Gather fragments, each of which is let go before the next is taken."""
    found = Gathered()
    for nth, fragment in enumerate(fragments):
        found.add(nth, ready_file(fragment))
    return found


def _compact(found: Iterable[list[Any]], same: Callable[[Any, Any], Any]) -> Iterator[Entry]:
    """Yield entries as small as can be, 0.5 kB each: all of them are in memory at once.

    `same` returns one object for equal ones: an id that many link to, a day that has many events, one proof of many.
    """
    for id_, record, kind, place, heading, label, speaker, origin, roles, targets, proof, rests in found:
        where = tuple(place)
        if record == "actor":  # no two have one place; its two forms of a name mostly are one
            own: dict[Any, Any] = {}
            where = tuple(own.setdefault(part, part) for part in where)
        else:
            where = same(where, where)
        shared_roles, sources, told = (tuple(same(one, one) for one in some) for some in (roles, proof, rests))
        yield Entry(
            same(id_, id_),
            same(record, record),
            same(kind, kind),
            where,
            same(heading, heading),
            label,
            same(speaker, speaker),
            origin,
            same(shared_roles, shared_roles),
            tuple(same(target, target) for target in targets),
            same(sources, sources),
            same(told, told),
        )
