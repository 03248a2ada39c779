"""Write the search index: documents, names, and the vocabulary, when a base is compiled.

A document is a record as search sees it: its folded words by field. Documents are stored by importance (how many
records and sources mention them), so a LIMITed scan sees the important ones.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from eujdef_tui.model.labels import date_of, kind_of, record_type, title_of
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Actor, Agreement, Record, Source
from eujdef_tui.model.searchable import capitals, names_of, prose_of
from eujdef_tui.store.document import JOINTS
from eujdef_tui.store.filter_tags import amount_tag, years_in
from eujdef_tui.text import edtf
from eujdef_tui.text.joints import joint_spans
from eujdef_tui.text.quantities import Quantity, compact, quantities, roundings
from eujdef_tui.text.tokens import Word, words
from eujdef_tui.text.unicode import one_line
from eujdef_tui.text.word_forms import consonants, is_unspaced, respelt, split_unspaced, stemmed, suffixes

__all__ = ["span_of", "write_documents"]


class Line(NamedTuple):
    """A name of a record, as it is written for the record and for all that are linked to it.

    Attributes:
        label: which of its names it is.
        name: as it is written.
        folded: its folded words, parted by spaces.
        block: label, name and words as `document.Names` has them.
        indexed: the tokens by which it is found.
        numbers: of its quantities.
    """

    label: str
    name: str
    folded: str
    block: str
    indexed: str
    numbers: tuple[Decimal, ...]


class Read(NamedTuple):
    """A text with its words, the further words that its joints give, and its quantities: each text is read once."""

    text: str
    words: Sequence[Word]
    joints: Sequence[tuple[str, int, int]]
    quantities: Sequence[Quantity]

    @classmethod
    def of(cls, text: str) -> Read:
        """Read a text."""
        found = words(text)
        return cls(text, found, list(joint_spans(text, found)), list(quantities(text, found)))

    @property
    def folded(self) -> str:
        """Its folded words and, behind JOINTS, the further ones, each once."""
        joints = dict.fromkeys(form for form, _, _ in self.joints)
        plain = " ".join([word.folded for word in self.words])
        return f"{plain}{JOINTS}{' '.join(joints)}" if joints else plain

    def lower_case(self) -> Iterator[str]:
        """The words that it writes in lower case, and what its joints give of them."""
        text = self.text
        yield from (word.folded for word in self.words if text[word.start].islower())
        yield from (form for form, start, _ in self.joints if text[start].islower())


def span_of(record: Record) -> tuple[int | None, int | None]:
    """The bounds of all dates of a record (yyyymmdd); None for one that has no date."""
    written = [date_of(record)]
    if isinstance(record, Agreement):
        written = [milestone.date for milestone in record.milestones]
    spans = [edtf.bounds(text) for text in written if text]
    return min((lo for lo, _ in spans), default=None), max((hi for _, hi in spans), default=None)


def write_documents(
    db: sqlite3.Connection,
    records: Sequence[Record],
    number: Mapping[str, int],
    links: Mapping[str, Sequence[tuple[str, str]]],
    weight: Callable[[Record], int],
    tags: Callable[[Record], Iterable[str]],
    texts: Mapping[str, str],
) -> None:
    """Fill the tables that search reads.

    By the id of a record, `number` is its number, `links` the (role, id) it points at, and `texts` the text of an
    article; `weight` is a record's importance, `tags` its filter tags.
    """
    by_id = {record.id: record for record in records}
    lower_case: set[str] = set()

    @lru_cache(maxsize=50_000)
    def lines(record_id: str) -> list[Line]:
        return list(_lines(by_id[record_id]))

    for d, record in enumerate(sorted(records, key=lambda r: -weight(r)), 1):
        own = lines(record.id) if isinstance(record, Actor | Agreement | Source) else []
        linked = [
            line._replace(block=f"{number[target]}\t{line.block}")
            for target in dict.fromkeys(target for _, target in links[record.id])
            if isinstance(by_id[target], Actor | Agreement)
            for line in lines(target)
        ]
        fields = {"t": "" if own else title_of(record), "w": prose_of(record), "q": _quoted(record, texts)}
        read = {field: Read.of(text) for field, text in fields.items()}
        for field in "twq" if isinstance(record, Source) else "tw":
            lower_case.update(read[field].lower_case())
        plain = number[record.id], record_type(record), kind_of(record), *span_of(record), weight(record)
        _write_document(db, d, plain, own, linked, read, tags(record))
    _write_vocabulary(db, lower_case)


def _write_document(
    db: sqlite3.Connection,
    d: int,
    plain: tuple[object, ...],
    own: Sequence[Line],
    linked: Sequence[Line],
    fields: Mapping[str, Read],
    tags: Iterable[str],
) -> None:
    """Write one document: `fields` are its texts, t title, w description, q quotes."""
    texts = [read.folded for read in fields.values()]
    found = [(field, one) for field, read in fields.items() for one in read.quantities]
    amounts = dict.fromkeys(f"{field}{compact(one.number)}:{one.unit}" for field, one in found)
    db.execute(
        "INSERT INTO document VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (d, *plain, _name_block(own), _name_block(linked), *texts, " ".join(amounts)),
    )
    numbers = {one.number for _, one in found} | {number for line in (*own, *linked) for number in line.numbers}
    indexed = *(" ".join([line.indexed for line in lines]) for lines in (own, linked)), *map(_indexed_text, texts)
    tagged = sorted({tag for number in numbers for tag in _number_tags(number)})
    db.execute(
        "INSERT INTO text (rowid, names, links, title, words, quotes, tags) VALUES (?,?,?,?,?,?,?)",
        (d, *indexed, " ".join((*tags, *tagged))),
    )
    names = ((d, line.folded, "" if line.label == "author" else capitals(line.name)) for line in own)
    db.executemany("INSERT INTO full_name VALUES (?,?,?)", names)


def _quoted(record: Record, texts: Mapping[str, str]) -> str:
    """The quotes of a record; of a source, the text of its article."""
    return texts[record.id] if isinstance(record, Source) else " ".join(e.quote for e in evidence_of(record))


def _lines(record: Record) -> Iterator[Line]:
    for name, label in names_of(record):
        read, name, label = Read.of(name), one_line(name), one_line(label)
        tokens = [word.folded for word in read.words]
        joints = dict.fromkeys(form for form, _, _ in read.joints)
        indexed = " ".join([tail for token in (*tokens, *joints) for tail in suffixes(token)])
        numbers = tuple(one.number for one in read.quantities)
        yield Line(label, name, " ".join(tokens), f"{label}\t{name}\t{read.folded}", indexed, numbers)


def _name_block(lines: Sequence[Line]) -> str:
    return "\n".join([line.block for line in lines])


def _indexed_text(text: str) -> str:
    return " ".join(map(split_unspaced, text.split()))


@lru_cache(maxsize=10_000)  # years and small figures come again and again
def _number_tags(number: Decimal) -> tuple[str, ...]:
    return tuple(amount_tag(compact(near)) for near in roundings(number))


def _write_vocabulary(db: sqlite3.Connection, lower_case: Set[str]) -> None:
    """Write the years that dates overlap, and the words by which misspelt ones are found.

    Words of scripts without spaces are left out. A word with a figure has no other column: it is found by prefix
    alone, and never as what a misspelt word may mean. `lower_case` are the words that texts write in lower case.
    """
    db.executescript(
        "INSERT INTO text (text) VALUES ('optimize');"
        "CREATE VIRTUAL TABLE temp.term USING fts5vocab (main, text, 'col');"
    )
    tags = db.execute("SELECT DISTINCT term FROM temp.term WHERE term >= '_o' AND term < '_z'")
    db.execute("INSERT INTO meta VALUES ('years', ?)", (years_in(tag for (tag,) in tags),))
    found = db.execute("SELECT DISTINCT term FROM temp.term WHERE col <> 'tags'").fetchall()
    db.executemany(
        "INSERT INTO vocabulary VALUES (?,?,?,?,?,?,?)",
        (
            (token, "", "", 0, "", "", True)
            if any(map(str.isdigit, token))
            else (token, token[0], token[1:2], len(token), stemmed(token), consonants(token), token in lower_case)
            for (token,) in found
            if not is_unspaced(token)
        ),
    )
    db.executemany(
        "INSERT OR IGNORE INTO reading VALUES (?,?)",
        (
            (consonants(spelling), token)
            for (token,) in found
            if token.isalpha() and not is_unspaced(token)
            for spelling in respelt(token)[1:]
        ),
    )
    db.execute("DROP TABLE temp.term")
