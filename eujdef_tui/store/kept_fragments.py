"""Fragments that a base keeps of its fact files (table `part`), so that an edit costs the files that it changed."""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from eujdef_tui.errors import BaseFileError
from eujdef_tui.store.connection import ODD_VALUES, ReadConnection

__all__ = ["Header", "Kept", "SourceFile", "kept_row", "read_kept", "write_kept"]

# Of a source: name of its article, SHA-256 of its bytes, whether its day is from outside, SHA-256 of its cleaned text.
SourceFile: TypeAlias = list[Any]


class Header(NamedTuple):
    """What a fact file has that others need to know, without its rows.

    Attributes:
        title: of the file, "" for none.
        synonyms: its groups of words.
        roots: real paths of further folders of articles.
        named: (path, bytes, how often it is named) of each article.
        kinds: id → kind of each record.
        refs: (id, kinds) of what it points at in other files.
        sources: id → article of each source that it declares.
        uses: the same of each source of other files that it quotes, as it was when the quotes were anchored.
        searches: (name, query) of each saved search.
        letters: id → letters of the names of each record that has some.
        pointed: id → how often it is pointed at.
        size: bytes of the file itself.
    """

    title: str
    synonyms: list[str]
    roots: list[str]
    named: list[list[Any]]
    kinds: dict[str, str]
    refs: list[list[Any]]
    sources: dict[str, SourceFile]
    uses: dict[str, SourceFile]
    searches: list[list[str]]
    letters: Mapping[str, int] = {}
    pointed: Mapping[str, int] = {}
    size: int = 0


class Kept(NamedTuple):
    """A fact file as a base has it: its path, (path, SHA-256) of it and its articles, its header, its fragment."""

    path: str
    inputs: list[list[str]]
    header: Header
    fragment: bytes


def read_kept(connection: ReadConnection, folder: str) -> dict[str, Kept]:
    """Return what an open base of fact files in a folder keeps, by path; nothing where that is damaged."""

    def there(path: str) -> str:
        return os.path.join(folder, path)  # noqa: PTH118 — a Path takes ten times as long, of thousands

    kept: dict[str, Kept] = {}
    try:
        for inputs, written, check, rows in connection.select(
            "SELECT inputs, header, crc, rows FROM part ORDER BY nth"
        ):
            if _checksum(inputs, written, rows) != check:
                continue
            header = Header(*json.loads(written))
            named = [[there(article), size, times] for article, size, times in header.named]
            digests = [[there(name), digest] for name, digest in json.loads(inputs)]
            roots = [os.path.realpath(there(root)) for root in header.roots]
            kept[digests[0][0]] = Kept(digests[0][0], digests, header._replace(named=named, roots=roots), rows)
    except (BaseFileError, *ODD_VALUES):
        return {}
    return kept


def write_kept(db: sqlite3.Connection, kept: Sequence[Kept], folder: str) -> None:
    """Write the table `part`, with names as they are from the folder of the fact files: a base tells no place."""
    db.executemany("INSERT INTO part VALUES (?,?,?,?,?)", (kept_row(nth, one, folder) for nth, one in enumerate(kept)))


def kept_row(nth: int, kept: Kept, folder: str) -> tuple[object, ...]:
    """Return the row of a file, the nth of them."""
    start = folder.rstrip("/") + "/"
    inputs = [[path.removeprefix(start), digest] for path, digest in kept.inputs]
    named = [[path.removeprefix(start), size, times] for path, size, times in kept.header.named]
    roots = [os.path.relpath(root, os.path.realpath(folder)) for root in kept.header.roots]
    header = json.dumps(kept.header._replace(named=named, roots=roots))  # in ASCII: a path need not be Unicode
    written = json.dumps(inputs)
    return nth, written, header, _checksum(written, header, kept.fragment), kept.fragment


def _checksum(inputs: str, header: str, rows: bytes) -> int:
    return zlib.crc32(f"{inputs}\n{header}".encode(), zlib.crc32(rows))
