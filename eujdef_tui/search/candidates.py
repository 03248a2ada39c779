"""Candidates: the documents that could match, from the index, important ones first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.store import Document, Index
from eujdef_tui.store.filter_tags import ALL, tagged

__all__ = ["Documents", "Restriction", "candidates"]

BATCH = 200  # documents read at once: few enough that little is read in vain where a search stops early
REMEMBERED = 5_000  # documents that are read once in a query: it may be tried without many a word


class Restriction(NamedTuple):
    """What filters and negated terms demand of a document.

    `include` are FTS5 expressions that must all find it, `exclude` those of which none may; `tests` decide what
    expressions cannot say.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    tests: tuple[Callable[[Document], bool], ...] = ()

    def all_of(self, expressions: Iterable[str] = ()) -> str:
        """The FTS5 expression of what all these expressions find, and the restriction allows."""
        found = " AND ".join(f"({one})" for one in (*expressions, *self.include)) or tagged((ALL,))
        return f"({found}) NOT ({' OR '.join(self.exclude)})" if self.exclude else found

    def allows(self, document: Document) -> bool:
        """Whether a document passes the tests."""
        return all(test(document) for test in self.tests)

    def allowed(self, index: Index, ds: list[int]) -> list[int]:
        """Those of some documents that the expressions allow."""
        return index.among(ds, self.all_of()) if ds and (self.include or self.exclude) else ds


class Documents:
    """Documents by their numbers, each read once in a query."""

    def __init__(self, index: Index) -> None:
        """Read from an index."""
        self._index = index
        self._read: dict[int, Document] = {}

    def read(self, ds: Sequence[int]) -> list[Document]:
        """The documents with these numbers, in this order."""
        new = [d for d in ds if d not in self._read]
        read = dict(zip(new, self._index.documents(new), strict=True)) if new else {}
        if len(self._read) < REMEMBERED:
            self._read |= read
        return [read[d] if d in read else self._read[d] for d in ds]


def candidates(documents: Documents, sources: Iterable[Iterable[int]], restriction: Restriction) -> Iterator[Document]:
    """The documents of several sources of numbers, one source after the other, each document once."""
    seen: set[int] = set()
    for source in sources:
        fresh = (d for d in source if d not in seen)
        while batch := list(islice(fresh, BATCH)):
            seen.update(batch)
            read = documents.read(batch)
            yield from filter(restriction.allows, read) if restriction.tests else read
