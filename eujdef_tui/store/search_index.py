"""The search side of an open base: documents by FTS5 expression, and words of its vocabulary by likeness.

Documents are stored by importance (how many records and sources mention them), so a LIMITed scan sees the important
ones.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, product
from operator import itemgetter

from eujdef_tui.store.connection import ReadConnection, json_array
from eujdef_tui.store.document import Document, NameLine, Names, line_parser
from eujdef_tui.store.places import STEP, Places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    T = TypeVar("T")

_AMONG = "IN (SELECT value FROM json_each(?))"
__all__ = ["Index", "Recent"]


# The index has all that begins with so many letters in one place.
_PREFIX = 3
# Longer words without spaces are no names; so many records with nearly all the signs of one are looked at.
_SIGNS, _ALIKE = 12, 200
# Documents in the cache: the next letter asks for most of them again.
CACHED = 1_000
_DOCUMENT = "d, n, record, kind, lo, hi, weight, names, links, title, words, quotes, amounts"

_FIRST = itemgetter(0)
_NONE = type(None)
_TYPES = frozenset(
    (int, int, str, str, lo, hi, int, *(str,) * 6) for lo, hi in product((int, _NONE), repeat=2)
)  # of a row as the compiler writes it


class Recent:
    """What was worked out of a base, by what it was worked out from: the values that were used last.

    A base never changes, and each letter that is typed asks again for most of what the one before it asked for.
    """

    def __init__(self, most: int) -> None:
        """Keep at most so many values."""
        self._most = most
        self._values: dict[Hashable, Any] = {}

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of a key, made where it is not kept."""
        value: T = self._values.pop(key) if key in self._values else make()
        self._values[key] = value  # the last one used stands last
        if len(self._values) > self._most:
            del self._values[next(iter(self._values))]
        return value


class Index:
    """The search side of an open base."""

    def __init__(self, connection: ReadConnection, places: Places, years: str, synonyms: str = "") -> None:
        """The index of a base with records at these places, and dates that overlap these years (see `tags`).

        `synonyms` are the fact file's own groups of words for the same thing (see `search.synonyms`).
        """
        self.years, self.synonyms = years, synonyms
        self._sound = connection.decoding
        self._places, self._place, self._end = places, places.place, places.end
        self._moved = None if places.plain else places.place  # of most bases a number is divided: this is asked often
        self._line = line_parser(places.place) if self._moved else None
        self._sound_links: set[str] = set()  # records of one file are linked to the same few names
        self._ask = connection.select
        self._each = connection.iter_select
        self._by_length = lru_cache(maxsize=128)(self._read_by_length)
        self._prefixes = lru_cache(maxsize=16)(self._read_prefixes)
        self.names_with_prefix = lru_cache(maxsize=4)(self._names_with_prefix)
        self._read: dict[int, Document] = {}
        # of `search`: alternatives of a word by rule; terms with their matches; names by their beginning
        self.alternatives, self.expanded, self.joined = Recent(256), Recent(24), Recent(4)

    # --- words ---

    def _read_by_length(self, column: str, letter: str) -> dict[int, tuple[str, ...]]:
        """The words with a letter as their first or second, by length. Cached: asked for with each letter typed."""
        found: dict[int, list[str]] = {}
        for token, length in self._ask(f"SELECT token, length FROM vocabulary WHERE {column} = ?", letter):
            found.setdefault(length, []).append(token)
        return {length: tuple(tokens) for length, tokens in found.items()}

    def words_starting(self, first: str, shortest: int, longest: int) -> list[str]:
        """The words of the base that begin with a letter and have so many letters."""
        words = self._by_length("first", first)
        return [token for length in range(shortest, longest + 1) for token in words.get(length, ())]

    def words_with_prefix(self, typed: str, most: int) -> tuple[str, ...]:
        """All words with a prefix, itself included; none where they are more than `most`, or the prefix is short.

        A prefix of up to three letters FTS5 has in one place. Words of scripts without spaces are not among them.
        """
        if len(typed) <= _PREFIX:
            return ()
        found = self._tokens("token >= ? AND token < ? LIMIT ?", typed, typed + "\U0010ffff", most + 1)
        return found if 0 < len(found) <= most else ()

    def begins_word(self, typed: str) -> bool:
        """Whether a word of the base begins with what was typed, or is it."""
        return bool(self._tokens("token >= ? AND token < ? LIMIT 1", typed, typed + "\U0010ffff"))

    def begins_name(self, typed: str) -> bool:
        """Whether a word that no text writes in lower case begins with what was typed, or is it."""
        return bool(self._tokens("token >= ? AND token < ? AND NOT small LIMIT 1", typed, typed + "\U0010ffff"))

    def prefixes(self, first: str, length: int) -> Sequence[str]:
        """The beginnings, of so many letters, of the longer words that begin with a letter, each once."""
        return self._prefixes(first, length)

    def _read_prefixes(self, first: str, length: int) -> tuple[str, ...]:
        words = self._by_length("first", first)
        return tuple({token[:length]: None for own, tokens in words.items() if own > length for token in tokens})

    def words_starting_otherwise(self, typed: str, shortest: int, longest: int) -> list[str]:
        """Words with another first letter: whose second is one of the two typed first, or whose first is the second."""
        found = dict.fromkeys(self.words_starting(typed[1], shortest, longest))
        for letter in typed[:2]:
            words = self._by_length("second", letter)
            found.update((token, None) for own in range(shortest, longest + 1) for token in words.get(own, ()))
        return [token for token in found if token[0] != typed[0]]

    def words_starting_one_edit_off(self, typed: str) -> list[str]:
        """Words with another first letter, one edit away: it is left out, replaced, swapped, or behind a new one."""
        rest = typed[1:]
        begun = (rest, typed[1] + typed[0] + typed[2:])
        known = self.known(begun)
        found = dict.fromkeys(token for token in begun if token in known)
        sql = "SELECT token FROM vocabulary WHERE second = ? AND length = ? AND substr(token, 2) = ?"
        for letter in typed[:2]:
            for ending in (rest, typed):
                found.update(dict.fromkeys(self._strings(sql, letter, len(ending) + 1, ending)))
        return [token for token in found if token[0] != typed[0]]

    def resembling(self, typed: str) -> set[str]:
        """The words of names, in scripts without spaces, that hold all of its characters but one."""
        signs = list(dict.fromkeys(typed))
        if not 3 <= len(typed) <= _SIGNS:
            return set()
        groups = ([sign for sign in signs if sign != gone] for gone in signs) if len(signs) > 2 else [signs]
        held = " OR ".join("(" + " AND ".join(f'"{sign}"*' for sign in group) + ")" for group in groups)
        found = list(islice(self.matching(f"names : ({held})"), _ALIKE))
        return {token for document in self.documents(found) for line in document.names.lines for token in line.tokens}

    def lower_case(self, tokens: Iterable[str]) -> set[str]:
        """Those of the words that running text writes in lower case: they are no names."""
        return set(self._tokens(f"token {_AMONG} AND small", json_array(tokens)))

    def proper(self, tokens: Iterable[str]) -> set[str]:
        """Those of the words that are in the base and never written in lower case."""
        return set(self._tokens(f"token {_AMONG} AND NOT small", json_array(tokens)))

    def words_with_stem(self, stem: str) -> tuple[str, ...]:
        """Words with this stem (see `word_forms.stemmed`)."""
        return self._tokens("loose = ?", stem)

    def words_with_stems(self, stems: Iterable[str]) -> tuple[str, ...]:
        """Words with one of these stems."""
        return self._tokens(f"loose {_AMONG}", json_array(stems))

    def words_with_consonants(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Words that have one of these keys in one of their readings (see `word_forms.consonants` and `respelt`)."""
        other = self._strings(f"SELECT token FROM reading WHERE sound {_AMONG}", json_array(keys))
        return (*self._tokens(f"sound {_AMONG}", json_array(keys)), *other)

    def words_with_beginning(self, beginning: str, most: int) -> tuple[str, ...]:
        """At most so many of the words with a beginning."""
        return self._tokens("token >= ? AND token < ? LIMIT ?", beginning, beginning + "\U0010ffff", most)

    def known(self, tokens: Iterable[str]) -> set[str]:
        """Those of the words that are in the base."""
        return set(self._tokens(f"token {_AMONG}", json_array(tokens)))

    def with_capitals(self, capitals: Iterable[str], most: int) -> list[int]:
        """Documents with a name whose capitals are one of these (see `searchable.capitals`)."""
        sql = f"SELECT DISTINCT d FROM full_name WHERE capitals {_AMONG} LIMIT ?"
        return [d for (d,) in self._ask(sql, json_array(capitals), most)]

    def _tokens(self, where: str, *values: object) -> tuple[str, ...]:
        return self._strings(f"SELECT token FROM vocabulary WHERE {where}", *values)

    def _strings(self, query: str, *values: object) -> tuple[str, ...]:
        return tuple(found for (found,) in self._ask(query, *values))

    # --- documents ---

    def matching(self, expression: str) -> Iterator[int]:
        """The documents that an FTS5 expression finds, most important first."""
        return map(_FIRST, self._each("SELECT rowid FROM text WHERE text MATCH ?", expression))

    def count(self, expression: str, most: int) -> int:
        """How many documents an FTS5 expression finds, counted no further than `most`."""
        sql = "SELECT count(*) FROM (SELECT 1 FROM text WHERE text MATCH ? LIMIT ?)"
        return int(self._ask(sql, expression, most)[0][0])

    def whole(self, full: str) -> list[int]:
        """The documents with a name that, folded, is this."""
        return [d for (d,) in self._ask("SELECT DISTINCT d FROM full_name WHERE full = ?", full)]

    def whole_among(self, names: Iterable[str]) -> list[int]:
        """The documents with a name that, folded, is one of these."""
        sql = f"SELECT DISTINCT d FROM full_name WHERE full {_AMONG}"
        return [d for (d,) in self._ask(sql, json_array(names))]

    def likeliest(self, expression: str, most: int) -> list[int]:
        """The documents that an FTS5 expression finds, those with most of its rarer words first (BM25)."""
        sql = "SELECT rowid FROM text WHERE text MATCH ? ORDER BY bm25(text) LIMIT ?"
        return [d for (d,) in self._ask(sql, expression, most)]

    def numbers_of(self, ds: Iterable[int]) -> list[int]:
        """The records of documents by their numbers."""
        return [self._place(n) for (n,) in self._ask(f"SELECT n FROM document WHERE d {_AMONG}", json_array(ds))]

    def named(self, full: str, limit: int) -> list[int]:
        """The documents with a name that, folded, is this, and then those with one that begins so."""
        query = "SELECT d FROM full_name WHERE full {} ORDER BY full, d LIMIT ?"
        exact = self._ask(query.format("= ?"), full, limit)
        begun = self._ask(query.format("> ? AND full < ?"), full, full + "\U0010ffff", limit)
        return list(dict.fromkeys(d for (d,) in (*exact, *begun)))

    def _names_with_prefix(self, prefix: str, most: int) -> list[tuple[int, str]]:
        """(document, folded name) of at most `most` names that begin so, folded."""
        sql = "SELECT d, full FROM full_name WHERE full >= ? AND full < ? ORDER BY full, d LIMIT ?"
        return self._ask(sql, prefix, prefix + "\U0010ffff", most)

    def documents(self, ds: Sequence[int]) -> list[Document]:
        """Documents by their numbers. Those read last are cached."""
        known = {d: document for d in ds if (document := self._read.get(d))}
        new = [d for d in ds if d not in known]
        if new:
            # in the order asked for: important ones first
            sql = f"SELECT {_DOCUMENT} FROM document WHERE d {_AMONG}"
            with self._sound():
                found = {row[0]: self._checked(row) for row in self._ask(sql, json_array(new))}
                known |= {d: found[d] for d in new}
            if len(self._read) + len(found) > CACHED:
                self._read = found
            else:
                self._read |= found
        return [known[d] for d in ds]

    def documents_of(self, numbers: Sequence[int]) -> dict[int, Document]:
        """The documents of some records, by their own numbers, in the order of these."""
        kept = json_array([self._places.number(n) for n in numbers])
        ds = [d for (d,) in self._ask(f"SELECT d FROM document WHERE n {_AMONG}", kept)]
        return dict(zip(ds, self.documents(ds), strict=True))

    def _checked(self, row: tuple[Any, ...]) -> Document:
        """The document of a row, if it is as the compiler writes it. Else raises ValueError."""
        _, n, record, kind, lo, hi, weight, names, links, *texts = row
        sound = tuple(map(type, row)) in _TYPES and weight >= 0 and 0 < n < self._end
        if sound and names:
            sound = {line.count("\t") for line in names.split("\n")} == {2}
        if sound and links and not self._sound_links.issuperset(lines := links.split("\n")):
            sound = all(map(self._is_link, lines))
            if len(self._sound_links) > CACHED:
                self._sound_links.clear()
            self._sound_links.update(lines if sound else ())
        if sound:
            place = self._moved(n) if self._moved else n // STEP
            return Document(place, record, kind, lo, hi, weight, Names(names), Names(links, self._line), *texts)
        raise ValueError(f"a document of record {n} is not one")

    def _is_link(self, line: str) -> bool:
        return line.count("\t") == 3 and 0 < int(line[: line.index("\t")]) < self._end

    def names_of(self, ds: Sequence[int]) -> dict[int, tuple[NameLine, ...]]:
        """The names of documents by their numbers, without a look at the rest of these."""
        with self._sound():
            found = self._ask(f"SELECT d, names FROM document WHERE d {_AMONG}", json_array(ds))
            return {d: Names(text).lines for d, text in found}

    def among(self, ds: Sequence[int], expression: str) -> list[int]:
        """Those of some documents that an FTS5 expression finds."""
        sql = f"SELECT rowid FROM text WHERE text MATCH ? AND rowid {_AMONG}"
        found = {d for (d,) in self._ask(sql, expression, json_array(ds))}
        return [d for d in ds if d in found]

    def numbers(self, expression: str, most: int) -> set[int]:
        """The records that an FTS5 expression finds, at most so many."""
        sql = "SELECT n FROM document WHERE d IN (SELECT rowid FROM text WHERE text MATCH ? LIMIT ?)"
        return {self._place(n) for (n,) in self._ask(sql, expression, most)}

    def tied(self, letter: str, numbers: Iterable[int]) -> str:
        """The expression that finds records tied to one of these by a tag of this letter (see `filter_tags`)."""
        from eujdef_tui.store.filter_tags import numbered  # a start asks for none

        return numbered(letter, map(self._places.number, numbers))

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
