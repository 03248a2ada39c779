"""Prepare all files of a fact file or folder: what is kept and still holds is taken as it is, the rest made anew.

A kept fragment holds while its file and articles hold the same bytes, and the articles of other files that it quotes
are those that it was anchored in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from eujdef_tui.factfile.loader import LEAST_REPEATED, MAX_REPEATED, most_names
from eujdef_tui.store.executors import run
from eujdef_tui.store.fingerprint import Entry, Inputs
from eujdef_tui.store.gathering import Gathered
from eujdef_tui.store.kept_fragments import Header, Kept, SourceFile
from eujdef_tui.store.prepared import Prepared, Task

__all__ = ["Folder", "is_edit", "prepare_folder"]

_SHARE = 10  # of so many files one may have changed by an edit; of fewer files, one

Progress = Callable[..., None]  # (done, total), and for files the word "files"


class Folder(NamedTuple):
    """A fact file or folder, prepared: its files in order, the entries of all its inputs, and which files are new.

    `at_rest` says whether no input changed while it was read. `ready` has the new files as the compiler takes them.
    """

    files: list[Kept]
    entries: list[Entry]
    made: frozenset[str]
    at_rest: bool
    ready: Gathered

    @property
    def title(self) -> str:
        """The first title there is."""
        return next(filter(None, (file.header.title for file in self.files)), "")

    @property
    def synonyms(self) -> list[str]:
        """The groups of words of all files, each once."""
        return list(dict.fromkeys(group for file in self.files for group in file.header.synonyms))

    @property
    def searches(self) -> list[list[str]]:
        """The (name, query) of the saved searches of all files."""
        return [search for file in self.files for search in file.header.searches]

    @property
    def roots(self) -> list[str]:
        """The further folders of all files, each once."""
        return list(dict.fromkeys(root for file in self.files for root in file.header.roots))


def prepare_folder(
    paths: Iterable[Path],
    kept: Mapping[str, Kept],
    inputs: Inputs,
    progress: Progress,
    interrupted: Callable[[list[Kept]], None],
    shown: str = "",
) -> Folder | None:
    """Prepare the files of a folder. `inputs` knows what was recorded of their bytes.

    `shown` is the name that its user gave to a file that is no part of a folder; with problems it raises FactFileError.
    Returns None where anything else is wrong: `loader.load` then says what. On a KeyboardInterrupt `interrupted` is
    called with what was prepared so far.
    """
    names = list(map(str, paths))
    fresh = {name: kept[name] for name in names if name in kept and _holds(kept[name], inputs)}
    guesses = {source: file for one in kept.values() for source, file in one.header.sources.items()}
    stale = {name: _known(kept[name].header, guesses) if name in kept else {} for name in names if name not in fresh}
    with ExitStack() as unless_done:
        ready = unless_done.enter_context(Gathered())
        making = _Making(names, ready, progress, interrupted, shown, compiled=not is_edit(names, kept, len(stale)))
        if not making.make(stale):
            return None
        made = making.made
        headers = {name: _header(name, fresh, made) for name in names}
        sources = {source: file for header in headers.values() for source, file in header.sources.items()}
        again = [
            name for name in names if _is_stale(headers[name], sources) or (name in made and not made[name].fragment)
        ]
        if again:
            if not making.make({name: _known(headers[name], sources) for name in again}):
                return None
            headers |= {name: _header(name, {}, made) for name in again}
        if not all(made[name].fragment for name in again) or not _is_sound(headers.values()):
            return None
        unless_done.pop_all()
        return _folder(names, fresh, made, inputs, ready)


def is_edit(names: Sequence[str], kept: Mapping[str, Kept], new: int) -> bool:
    """Whether the files are those that are kept, and so few are `new` that their base may be changed in place."""
    return list(kept) == names and new <= max(1, len(names) // _SHARE)


class _Making:
    """Has files prepared.

    Attributes:
        made: path → what was prepared, without what the compiler takes of it: that is added to `ready`.
    """

    def __init__(
        self,
        names: Iterable[str],
        ready: Gathered,
        progress: Progress,
        interrupted: Callable[[list[Kept]], None],
        shown: str,
        *,
        compiled: bool,
    ) -> None:
        self._compiled = compiled
        self.made: dict[str, Prepared] = {}
        self._place = {name: nth for nth, name in enumerate(names)}
        self._ready, self._progress, self._interrupted, self._shown = ready, progress, interrupted, shown

    def make(self, files: Mapping[str, dict[str, SourceFile]]) -> bool:
        """Prepare files, each with the sources of others that it is known to quote; whether all can be read alone."""
        try:
            tasks = [Task(name, known, self._shown, self._compiled) for name, known in files.items()]
            for one in run(tasks, self._progress):
                self.made[one.path] = one._replace(ready=None)
                if one.ready:
                    self._ready.add(self._place[one.path], one.ready)
        except KeyboardInterrupt:
            self._interrupted([_kept(one) for one in self.made.values() if one.fragment])
            raise
        return all(self.made[name].header is not None for name in files)


def _holds(kept: Kept, inputs: Inputs) -> bool:
    return all(inputs.digest(path) == digest for path, digest in kept.inputs)


def _known(header: Header, sources: Mapping[str, SourceFile]) -> dict[str, SourceFile]:
    """Those of the sources that a file quotes and another one declares."""
    return {source: sources[source] for source in header.uses if source in sources}


def _header(name: str, fresh: Mapping[str, Kept], made: Mapping[str, Prepared]) -> Header:
    header = made[name].header if name in made else fresh[name].header
    assert header is not None
    return header


def _is_stale(header: Header, sources: Mapping[str, SourceFile]) -> bool:
    """Whether a file was anchored in an article that is another one now."""
    return any(sources.get(source) != used for source, used in header.uses.items())


def _is_sound(headers: Iterable[Header]) -> bool:
    """Whether files that are right alone are so together, as `loader.Reading` demands it."""
    headers = list(headers)
    kinds = {id_: kind for header in headers for id_, kind in header.kinds.items()}
    if len(kinds) < sum(len(header.kinds) for header in headers):
        return False  # an id is taken twice
    if any(kinds.get(id_) not in of for header in headers for id_, of in header.refs):
        return False
    if _letters_of_names(headers) > most_names(sum(header.size for header in headers)):
        return False
    named: Counter[str] = Counter()
    sizes: dict[str, int] = {}
    for header in headers:
        for path, size, times in header.named:
            named[path] += times
            sizes[path] = size
    repeated = sum((times - 1) * max(sizes[path], LEAST_REPEATED) for path, times in named.items())
    return repeated <= MAX_REPEATED and any(header.title for header in headers)


def _letters_of_names(headers: Iterable[Header]) -> int:
    """The letters of the names of all that is pointed at, each time counted, whichever file has it."""
    letters: Counter[str] = Counter()
    pointed: Counter[str] = Counter()
    for header in headers:
        letters.update(header.letters)
        pointed.update(header.pointed)
    return sum(count * letters[id_] for id_, count in pointed.items() if id_ in letters)


def _kept(made: Prepared) -> Kept:
    assert made.header is not None
    return Kept(made.path, [[path, digest] for path, _, digest in made.inputs], made.header, made.fragment)


def _folder(
    names: list[str], fresh: Mapping[str, Kept], made: Mapping[str, Prepared], inputs: Inputs, ready: Gathered
) -> Folder:
    files: list[Kept] = []
    entries: dict[str, Entry] = {}
    articles: dict[str, Entry] = {}
    at_rest = True
    for name in names:
        if one := made.get(name):
            files.append(_kept(one))
            read = [(path, stamp, digest) for path, stamp, digest in one.inputs]
        else:
            files.append(fresh[name])
            read = [inputs.entry(path) for path, _ in fresh[name].inputs]
        entries[name] = read[0]
        for entry in read[1:]:
            at_rest = at_rest and articles.setdefault(entry[0], entry)[2] == entry[2]
    return Folder(files, [*entries.values(), *articles.values()], frozenset(made), at_rest, ready)
