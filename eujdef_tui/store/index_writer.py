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
from eujdef_tui.store.filter_tags import amount_tag, years_in
from eujdef_tui.store.search_index import JOINTS
from eujdef_tui.text import edtf
from eujdef_tui.text.joints import joint_forms, joint_spans
from eujdef_tui.text.quantities import compact, quantities, roundings
from eujdef_tui.text.tokens import words
from eujdef_tui.text.unicode import one_line
from eujdef_tui.text.word_forms import consonants, folded_words, is_unspaced, respelt, split_unspaced, stemmed, suffixes

__all__ = ["span_of", "write_documents"]


class Line(NamedTuple):
    """A name of a record, which of its names it is, its folded words, those of its joints, and its quantities."""

    label: str
    name: str
    tokens: list[str]
    joints: list[str]
    numbers: tuple[Decimal, ...]


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
    lower_case = {word for text in texts.values() for word in _lower_case_words(text)}

    @lru_cache(maxsize=50_000)
    def lines(record_id: str) -> list[Line]:
        return list(_lines(by_id[record_id]))

    for d, record in enumerate(sorted(records, key=lambda r: -weight(r)), 1):
        own = lines(record.id) if isinstance(record, Actor | Agreement | Source) else []
        linked = [
            line._replace(label=f"{number[target]}\t{line.label}")
            for target in dict.fromkeys(target for _, target in links[record.id])
            if isinstance(by_id[target], Actor | Agreement)
            for line in lines(target)
        ]
        fields = {"t": "" if own else title_of(record), "w": prose_of(record), "q": _quoted(record, texts)}
        lower_case.update(word for field in "tw" for word in _lower_case_words(fields[field]))
        plain = number[record.id], record_type(record), kind_of(record), *span_of(record), weight(record)
        _write_document(db, d, plain, own, linked, fields, tags(record))
    _write_vocabulary(db, lower_case)


def _write_document(
    db: sqlite3.Connection,
    d: int,
    plain: tuple[object, ...],
    own: Sequence[Line],
    linked: Sequence[Line],
    fields: Mapping[str, str],
    tags: Iterable[str],
) -> None:
    """Write one document: `fields` are its texts, t title, w description, q quotes."""
    texts = [_with_joints(folded_words(text), joint_forms(text)) for text in fields.values()]
    found = [(field, one) for field, text in fields.items() for one in quantities(text)]
    amounts = dict.fromkeys(f"{field}{compact(one.number)}:{one.unit}" for field, one in found)
    db.execute(
        "INSERT INTO document VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (d, *plain, _name_block(own), _name_block(linked), *texts, " ".join(amounts)),
    )
    numbers = {one.number for _, one in found} | {number for line in (*own, *linked) for number in line.numbers}
    indexed = _indexed_names(own), _indexed_names(linked), *map(_indexed_text, texts)
    tagged = sorted({amount_tag(compact(near)) for number in numbers for near in roundings(number)})
    db.execute(
        "INSERT INTO text (rowid, names, links, title, words, quotes, tags) VALUES (?,?,?,?,?,?,?)",
        (d, *indexed, " ".join((*tags, *tagged))),
    )
    names = ((d, " ".join(line.tokens), "" if line.label == "author" else capitals(line.name)) for line in own)
    db.executemany("INSERT INTO full_name VALUES (?,?,?)", names)


def _quoted(record: Record, texts: Mapping[str, str]) -> str:
    """The quotes of a record; of a source, the text of its article."""
    return texts[record.id] if isinstance(record, Source) else " ".join(e.quote for e in evidence_of(record))


def _lower_case_words(text: str) -> Iterator[str]:
    """The words that a text writes in lower case, and what its joints give of them."""
    yield from (word.folded for word in words(text) if text[word.start].islower())
    yield from (form for form, start, _ in joint_spans(text) if text[start].islower())


def _lines(record: Record) -> Iterator[Line]:
    for name, label in names_of(record):
        numbers = tuple(one.number for one in quantities(name))
        yield Line(one_line(label), one_line(name), folded_words(name), joint_forms(name), numbers)


def _name_block(lines: Sequence[Line]) -> str:
    return "\n".join(f"{line.label}\t{line.name}\t{_with_joints(line.tokens, line.joints)}" for line in lines)


def _indexed_names(lines: Sequence[Line]) -> str:
    return " ".join(tail for line in lines for token in (*line.tokens, *line.joints) for tail in suffixes(token))


def _indexed_text(text: str) -> str:
    return " ".join(map(split_unspaced, text.split()))


def _with_joints(tokens: Sequence[str], joints: Sequence[str]) -> str:
    return f"{' '.join(tokens)}{JOINTS}{' '.join(joints)}" if joints else " ".join(tokens)


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
