"""Read one fact file of a folder by itself, so that files can be read in any order, and in several processes.

What only the whole folder can show (an id that two files have, one that none has, the title that all lack) is left to
whoever has all of them. Nothing is reported of a file of a folder: where anything is wrong, `loader.load` reads the
whole and says what.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from eujdef_tui.errors import Place, Problem
from eujdef_tui.factfile.anchoring import Corpus, anchor_evidence
from eujdef_tui.factfile.files import not_utf8, read_bytes
from eujdef_tui.factfile.loader import Reading, whole_file
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import FactFile, Source
from eujdef_tui.model.struct import replace
from eujdef_tui.text.unicode import clean

__all__ = ["Input", "SingleFile", "anchored", "foreign_sources", "input_stamp", "load_single"]


class Input(NamedTuple):
    """A file that was read: its path, its `input_stamp` before that, and the SHA-256 of what was read."""

    path: Path
    stamp: list[int]
    digest: str


class SingleFile(NamedTuple):
    """One fact file that is valid as far as it alone can show.

    Attributes:
        file: its records, its texts, and those of the articles it names.
        inputs: the file itself, then its articles.
        named: (path, bytes, how often it is named) of each article.
        kinds: id → kind of its records.
        refs: (id, kinds it may be of) of what it points at and does not hold.
        letters: id → letters of the names of its records.
        pointed: id → how often it is pointed at.
        size: bytes of the file itself.
    """

    file: FactFile
    inputs: tuple[Input, ...]
    named: tuple[tuple[Path, int, int], ...]
    kinds: Mapping[str, str]
    refs: frozenset[tuple[str, tuple[str, ...]]]
    letters: Mapping[str, int]
    pointed: Mapping[str, int]
    size: int


def load_single(path: Path, *, alone: bool = False) -> SingleFile | None:
    """Read one file with the articles that it names; None where it has a problem or mentions, or cannot be read.

    Raises FactFileError, as `loader.load` does, for a file with problems that is no part of a folder but `alone`.
    """
    reading = Reading(None)
    try:
        stamps = {path: input_stamp(path)}
        whole = reading.read_files([path])
        names = dict.fromkeys(getattr(source.get("file"), "text", "") for _, source in reading.named)
        # before the text is read: a change meanwhile then shows in the times
        stamps |= {article: input_stamp(article) for article in (path.parent / name for name in names if name)}
        reading.read_articles()
    except OSError:
        return None
    if alone and (not whole or reading.records.problems or reading.records.open_refs() or not reading.title):
        if whole:
            reading.complete([path])
        whole_file(path, [path], reading)  # raises
    if not whole or reading.records.problems or reading.mentions:  # a mention adds to a record of another file
        return None
    file = FactFile(
        path=path,
        title=reading.title,
        inputs=(),
        texts=reading.texts,
        hidden=reading.hidden,
        synonyms=tuple(reading.synonyms),
        searches=tuple(reading.searches),
        roots=tuple(reading.roots),
        **{section: tuple(records) for section, records in reading.sections.items()},
    )
    times: Counter[Path] = Counter()
    for name, count in Counter(source.file for source in file.sources).items():
        times[path.parent / name] += count  # a.txt and ./a.txt are one
    return SingleFile(
        file,
        tuple(Input(read, stamps[read], reading.digests[read]) for read in (path, *reading.articles)),
        tuple((article, size, times[article]) for article, size in reading.articles.items()),
        reading.records.kinds,
        frozenset(reading.records.open_refs()),
        *reading.records.names_pointed_at(),
        stamps[path][0],
    )


def input_stamp(path: Path) -> list[int]:
    """Return size, mtime and ctime (nanoseconds) of a file. Raises OSError."""
    found = os.stat(path)  # noqa: PTH116 — of thousands of files
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns]


def foreign_sources(file: FactFile) -> list[str]:
    """Return the ids of sources that a file quotes and does not declare, each once, in order."""
    own = {source.id for source in file.sources}
    quoted = dict.fromkeys(item.source for record in file.records() for item in evidence_of(record))
    return [source for source in quoted if source not in own]


def anchored(
    file: FactFile, foreign: tuple[Source, ...] = (), progress: Callable[[int, int], None] | None = None
) -> Corpus | None:
    """Anchor every quote of one file. `foreign` are the sources of other files that it quotes; their articles are read.

    Returns None where such an article cannot be read any more. The sources of the result are the file's own.
    """
    texts = dict(file.texts)
    for source in foreign:
        path = file.path.parent / source.file
        data = read_bytes(path, Place(str(path)))  # not a pipe, which would block, nor a file without end
        if isinstance(data, Problem) or not_utf8(data):
            return None
        texts[source.id] = clean(data.decode("utf-8"))
    own = len(file.sources)
    corpus = anchor_evidence(replace(file, sources=(*file.sources, *foreign), texts=texts), progress)
    return Corpus(replace(corpus.file, sources=corpus.file.sources[:own]), corpus.sentences)
