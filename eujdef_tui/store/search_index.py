"""Promise: what search asks of a base is answered from its indexes, in the time of what is answered.

Words are found through FTS5, in the order of documents, which is that of how much a record is spoken of: what
a limit cuts off is what is spoken of least. The vocabulary leads misspelt words to words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from eujdef_tui.store.connection import ReadConnection, json_array

_AMONG = "IN (SELECT value FROM json_each(?))"
__all__ = ["Document", "Index"]

# The index has all that begins with so many letters in one place.
_PREFIX = 3
# Longer words without spaces are no names; so many records with nearly all the signs of one are looked at.
_SIGNS, _ALIKE = 12, 200
# So many of the documents that were read last are kept.
KEPT = 1_000
_DOCUMENT = "d, n, record, kind, lo, hi, weight, names, links, title, words, quotes"


class Document(NamedTuple):
    """The folded words of a record, by field.

    `names` and `links` have a line for each name, of tab-separated parts: in `links` the number of the linked
    record; label, the name as it is written, and its words. `lo` and `hi` bound its date (yyyymmdd).
    """

    n: int
    record: str
    kind: str
    lo: int | None
    hi: int | None
    weight: int
    names: str
    links: str
    title: str
    words: str
    quotes: str


_TYPES = (int, str, str, int | None, int | None, int, str, str, str, str, str)


class Index:
    """The search side of an open base."""

    def __init__(self, connection: ReadConnection, numbers: range, years: str) -> None:
        """The index of a base in which records have these numbers and dates overlap these years (see `tags`)."""
        self.years = years
        self._sound = connection.decoding
        self._numbered = numbers
        self._ask = connection.select
        self._each = connection.iter_select
        self._by_length = lru_cache(maxsize=128)(self._read_by_length)
        self._read: dict[int, Document] = {}

    # --- words ---

    def _read_by_length(self, column: str, letter: str) -> dict[int, tuple[str, ...]]:
        """The words with a letter as their first or second, by length. Read once for each letter that is typed."""
        found: dict[int, list[str]] = {}
        for token, length in self._ask(f"SELECT token, length FROM vocabulary WHERE {column} = ?", letter):
            found.setdefault(length, []).append(token)
        return {length: tuple(tokens) for length, tokens in found.items()}

    def beginning(self, first: str, shortest: int, longest: int) -> list[str]:
        """The words of the base that begin with a letter and have so many letters."""
        words = self._by_length("first", first)
        return [token for length in range(shortest, longest + 1) for token in words.get(length, ())]

    def begun(self, typed: str, most: int) -> tuple[str, ...]:
        """All words that begin as typed, itself included; none where they are more, or the index has them as one.

        Words of scripts without spaces are not among them."""
        if len(typed) <= _PREFIX:
            return ()
        found = self._tokens("token >= ? AND token < ? LIMIT ?", typed, typed + "\U0010ffff", most + 1)
        return found if 0 < len(found) <= most else ()

    def stems(self, first: str, length: int) -> set[str]:
        """The beginnings, of so many letters, of the longer words that begin with a letter."""
        words = self._by_length("first", first)
        return {token[:length] for own, tokens in words.items() if own > length for token in tokens}

    def shifted(self, typed: str, shortest: int, longest: int) -> list[str]:
        """Words with another first letter: whose second is one of the two typed first, or whose first is the second."""
        kept = dict.fromkeys(self.beginning(typed[1], shortest, longest))
        for letter in typed[:2]:
            words = self._by_length("second", letter)
            kept.update((token, None) for own in range(shortest, longest + 1) for token in words.get(own, ()))
        return [token for token in kept if token[0] != typed[0]]

    def resembling(self, typed: str) -> set[str]:
        """The words of names, in scripts without spaces, that hold all of its characters but one."""
        signs = list(dict.fromkeys(typed))
        if not 3 <= len(typed) <= _SIGNS:
            return set()
        groups = ([sign for sign in signs if sign != gone] for gone in signs) if len(signs) > 2 else [signs]
        held = " OR ".join("(" + " AND ".join(f'"{sign}"*' for sign in group) + ")" for group in groups)
        found = list(islice(self.matching(f"names : ({held})"), _ALIKE))
        lines = (line for document in self.documents(found) for line in document.names.split("\n") if line)
        return {token for line in lines for token in line.split("\t")[2].split()}

    def small(self, tokens: Iterable[str]) -> set[str]:
        """Those of the words that running text writes with a small letter."""
        return set(self._tokens(f"token {_AMONG} AND small", json_array(tokens)))

    def proper(self, tokens: Iterable[str]) -> set[str]:
        """Those of the words that are in the base, and never written so."""
        return set(self._tokens(f"token {_AMONG} AND NOT small", json_array(tokens)))

    def loosely(self, loose: str) -> tuple[str, ...]:
        """Words with this loose form."""
        return self._tokens("loose = ?", loose)

    def sounding(self, sound: str) -> tuple[str, ...]:
        """Words that sound so."""
        return self._tokens("sound = ?", sound)

    def _tokens(self, where: str, *values: object) -> tuple[str, ...]:
        return self._strings(f"SELECT token FROM vocabulary WHERE {where}", *values)

    def _strings(self, query: str, *values: object) -> tuple[str, ...]:
        return tuple(found for (found,) in self._ask(query, *values))

    # --- documents ---

    def matching(self, expression: str) -> Iterator[int]:
        """The documents that an FTS5 expression finds, most spoken of first."""
        return (d for (d,) in self._each("SELECT rowid FROM text WHERE text MATCH ?", expression))

    def count(self, expression: str, most: int) -> int:
        """How many documents an FTS5 expression finds, counted no further than `most`."""
        sql = "SELECT count(*) FROM (SELECT 1 FROM text WHERE text MATCH ? LIMIT ?)"
        return int(self._ask(sql, expression, most)[0][0])

    def whole(self, full: str) -> list[int]:
        """The documents with a name that, folded, is this."""
        return [d for (d,) in self._ask("SELECT DISTINCT d FROM full_name WHERE full = ?", full)]

    def named(self, full: str, limit: int) -> list[int]:
        """The documents with a name that, folded, is this, and then those with one that begins so."""
        query = "SELECT d FROM full_name WHERE full {} ORDER BY full LIMIT ?"
        exact = self._ask(query.format("= ?"), full, limit)
        begun = self._ask(query.format("> ? AND full < ?"), full, full + "\U0010ffff", limit)
        return list(dict.fromkeys(d for (d,) in (*exact, *begun)))

    def beginning_so(self, stem: str, most: int) -> list[tuple[int, str]]:
        """(document, name) of as many names as wanted that, folded, begin so."""
        sql = "SELECT d, full FROM full_name WHERE full >= ? AND full < ? LIMIT ?"
        return self._ask(sql, stem, stem + "\U0010ffff", most)

    def documents(self, ds: Sequence[int]) -> list[Document]:
        """Documents by their numbers. Those read last are kept: the next letter asks for most of them again."""
        known = {d: document for d in ds if (document := self._read.get(d))}
        new = [d for d in ds if d not in known]
        if new:
            # listed in order: what is spoken of most comes first
            sql = f"SELECT {_DOCUMENT} FROM document WHERE d {_AMONG}"
            with self._sound():
                found = {row[0]: self._checked(Document(*row[1:])) for row in self._ask(sql, json_array(new))}
                known |= {d: found[d] for d in new}
            self._read = found if len(self._read) + len(found) > KEPT else self._read | found
        return [known[d] for d in ds]

    def _checked(self, document: Document) -> Document:
        """The document, if it is one that `build` wrote: who judges it then need not ask. Else raises ValueError."""
        names, links = (part.split("\n") if part else () for part in (document.names, document.links))
        if (
            all(map(isinstance, document, _TYPES))
            and document.weight >= 0
            and document.n in self._numbered
            and {line.count("\t") for line in names} <= {2}
            and {line.count("\t") for line in links} <= {3}
            and {int(line[: line.index("\t")]) in self._numbered for line in links} <= {True}
        ):
            return document
        raise ValueError(f"a document of record {document.n} is not one")

    def among(self, ds: Sequence[int], expression: str) -> list[int]:
        """Those of some documents that an FTS5 expression finds."""
        sql = f"SELECT rowid FROM text WHERE text MATCH ? AND rowid {_AMONG}"
        found = {d for (d,) in self._ask(sql, expression, json_array(ds))}
        return [d for d in ds if d in found]

    def numbers(self, expression: str, most: int) -> set[int]:
        """The records that an FTS5 expression finds, at most so many."""
        sql = "SELECT n FROM document WHERE d IN (SELECT rowid FROM text WHERE text MATCH ? LIMIT ?)"
        return {n for (n,) in self._ask(sql, expression, most)}

    def kinds(self, most: int) -> list[tuple[str, str, int]]:
        """(name, finer kind, how many) of the records there are, by alphabet: each in a step through the index.

        Of kinds and of records of a kind, no more than `most` are counted.
        """
        sql = """
            WITH RECURSIVE step(n) AS (
                SELECT n FROM (SELECT n FROM record ORDER BY record, kind LIMIT 1)
                UNION ALL
                SELECT coalesce(
                    (SELECT n FROM record WHERE record = last.record AND kind > last.kind ORDER BY kind LIMIT 1),
                    (SELECT n FROM record WHERE record > last.record ORDER BY record, kind LIMIT 1))
                FROM step JOIN record AS last ON last.n = step.n LIMIT ?1
            )
            SELECT record, kind, (SELECT count(*) FROM (SELECT 1 FROM record AS one
                WHERE one.record = kinds.record AND one.kind = kinds.kind LIMIT ?1))
            FROM step JOIN record AS kinds ON kinds.n = step.n"""
        return self._ask(sql, most)
