"""Prepare one fact file: read it, anchor its quotes, make its fragment. Runs in this process, another, or far away.

What goes in and what comes out are plain values, the fragment packed, so that no record is ever pickled.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from eujdef_tui.factfile.single_file import SingleFile, anchored, foreign_sources, load_single
from eujdef_tui.model.records import Source
from eujdef_tui.store.file_rows import fragment_of, text_digest
from eujdef_tui.store.fragment import pack
from eujdef_tui.store.gathering import ReadyFile, ready_file
from eujdef_tui.store.kept_fragments import Header, SourceFile

__all__ = ["Prepared", "Task", "prepare_some"]

Progress = Callable[[int, int], None]


class Task(NamedTuple):
    """A fact file to prepare, and the sources of other files that it is known to quote, by id.

    `shown` is the name that its user gave to a file that is no part of a folder; "" for one of a folder. `compiled`:
    the compiler of this machine is likely to take it, as it does not of an edit.
    """

    path: str
    foreign: dict[str, SourceFile]
    shown: str = ""
    compiled: bool = True

    def real(self, read: Path) -> str:
        """Return the path of the file, or of an article of it, that was read by the name that its user gave."""
        shown = Path(self.shown or self.path)
        return (
            str(Path(self.path).parent / read.relative_to(shown.parent))
            if read.is_relative_to(shown.parent)
            else str(read)
        )


class Prepared(NamedTuple):
    """A fact file that was read.

    Attributes:
        path: of the file.
        inputs: (path, stamp, SHA-256) of the file and its articles, as they were read.
        header: what others need to know of it; None where it has a problem.
        fragment: packed (see `fragment.pack`); b"" while it quotes a source that was not among `Task.foreign`.
        ready: the fragment as the compiler takes it (see `store/gathering.py`); None for what is not `compiled`.
    """

    path: str
    inputs: list[tuple[str, list[int], str]]
    header: Header | None
    fragment: bytes
    ready: ReadyFile | None = None


def prepare_some(tasks: list[Task], progress: Progress | None = None) -> list[Prepared]:
    """Prepare several files, one after the other. `progress` is called with (quotes done, quotes) of each.

    Raises FactFileError for one that has problems and is no part of a folder.
    """
    return [_prepare(task, progress) for task in tasks]


def _prepare(task: Task, progress: Progress | None) -> Prepared:
    read = load_single(Path(task.shown or task.path), alone=bool(task.shown))
    if read is None:
        return Prepared(task.path, [], None, b"")
    quoted = foreign_sources(read.file)
    header = _header(task, read, quoted)
    inputs = [(task.real(one.path), one.stamp, one.digest) for one in read.inputs]
    if not all(source in task.foreign for source in quoted):
        return Prepared(task.path, inputs, header, b"")
    header.uses.update({source: task.foreign[source] for source in quoted})
    corpus = anchored(read.file, tuple(_stand_in(source, task.foreign[source]) for source in quoted), progress)
    if corpus is None:
        return Prepared(task.path, inputs, header, b"")
    fragment = fragment_of(corpus)
    ready = ready_file(fragment) if task.compiled else None
    return Prepared(task.path, inputs, header, pack(fragment), ready)


def _stand_in(source_id: str, known: SourceFile) -> Source:
    """A source of another file, as far as anchoring needs it."""
    file, _, outside, _ = known
    notes = {"x-outside": "x"} if outside else {}
    return Source(id=source_id, type="x", file=file, issued="2000" if outside else "", x=notes)


def _header(task: Task, read: SingleFile, quoted: list[str]) -> Header:
    file = read.file
    digests = {one.path: one.digest for one in read.inputs}
    names = {source.file for source in file.sources}  # many sources may name one article
    at = {name: digests[file.path.parent / name] for name in names}
    return Header(
        title=file.title,
        synonyms=list(file.synonyms),
        roots=list(file.roots),
        named=[[task.real(path), size, times] for path, size, times in read.named],
        kinds=dict(read.kinds),
        refs=sorted([id_, list(kinds)] for id_, kinds in read.refs),
        sources={
            source.id: [
                source.file,
                at[source.file],
                bool(source.issued) and "x-outside" in source.x,
                text_digest(file.texts[source.id]),
            ]
            for source in file.sources
        },
        uses={source: [] for source in quoted},
        searches=[[search.name, search.query] for search in file.searches],
        letters=dict(read.letters),
        pointed=dict(read.pointed),
        size=read.size,
    )
