"""Fingerprint of the inputs of a base (fact file and articles), to tell whether the base is fresh.

An input whose size and times are unchanged counts as unchanged; where they differ, its SHA-256 decides.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence

from eujdef_tui.errors import Place, Problem
from eujdef_tui.factfile.article_tree import is_below, tree_of
from eujdef_tui.factfile.files import fact_file_names, read_bytes
from eujdef_tui.store.connection import ODD_VALUES
from eujdef_tui.system.paths import StrPath, tidied

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from eujdef_tui.model.records import FactFile

__all__ = [
    "Entry",
    "InputWatch",
    "Inputs",
    "as_fingerprint",
    "fact_parts",
    "is_confined",
    "load_with_fingerprint",
    "portable",
    "refreshed",
    "resolved",
]

LOOKED_AT = 200  # inputs that one look asks the file system for: about half a millisecond

# An input: its path; its size, mtime and ctime (nanoseconds); its SHA-256.
Entry: TypeAlias = tuple[str, list[int], str]


def resolved(fact_file: StrPath) -> str:
    """Return one absolute path for a fact file. A link to the file itself is kept: articles lie beside the link."""
    folder, name = os.path.split(tidied(fact_file))
    return os.path.join(os.path.realpath(folder), name) if name not in ("", ".") else os.path.realpath(folder)


def refreshed(fingerprint: str, fact_file: StrPath) -> str:
    """Return the fingerprint with the present times of the inputs, or "" where an input changed, came or went.

    It differs from the one given where files were touched and hold the same, and where that one is `portable`.
    """
    try:
        recorded = json.loads(fingerprint)
        parts = fact_parts(fact_file)
        if not parts or [_there(parts, path) for path in recorded["parts"]] != parts:
            return ""
        found = [(_there(parts, path), stamp, digest) for path, stamp, digest in recorded["inputs"]]
        entries = [_entry(path, known=(stamp, digest)) for path, stamp, digest in found]
        if [digest for *_, digest in entries] != [digest for *_, digest in found]:
            return ""
        roots = [os.path.realpath(_there(parts, root)) for root in recorded["roots"]]
        return as_fingerprint(parts, entries, roots)
    except (OSError, *ODD_VALUES):
        return ""


def portable(fingerprint: str) -> str:
    """Return a fingerprint that tells no place and no time: paths as they are from the folder of the fact files."""
    recorded = json.loads(fingerprint)
    start = os.path.dirname(recorded["parts"][0]) + "/"
    entries = [(path.removeprefix(start), [0, 0, 0], digest) for path, _, digest in recorded["inputs"]]
    roots = [os.path.relpath(root, os.path.realpath(start)) for root in recorded["roots"]]
    return as_fingerprint([path.removeprefix(start) for path in recorded["parts"]], entries, roots)


def _there(parts: Sequence[str], path: str) -> str:
    return os.path.join(os.path.dirname(parts[0]), path)


def load_with_fingerprint(fact_file: StrPath, *, confined: bool = False) -> tuple[FactFile, str]:
    """Load a fact file, `confined` to its folder or not, and return it with the fingerprint of its inputs.

    Where an input changed while it was read, the fingerprint never counts as fresh: the base serves this session and is
    built again at the next start. Raises FactFileError where the fact file is missing or invalid.
    """
    from pathlib import Path

    from eujdef_tui.factfile.loader import load

    fact_file = Path(fact_file)
    try:
        entries = [_entry(path) for path in fact_parts(fact_file)]  # before loading: a change meanwhile is then noticed
    except OSError:
        entries = []  # `load` reports what is wrong
    file = load(fact_file, confined=True) if confined else load(fact_file)
    if not entries:
        return file, ""
    parts = [path for path, *_ in entries]
    folder = Path(parts[0]).parent
    texts = {str(folder / source.file): file.texts[source.id] for source in file.sources}
    try:
        entries += [_entry(path, text) for path, text in texts.items()]
    except (OSError, ValueError):
        return file, ""
    return file, as_fingerprint(parts, entries, file.roots)


class Inputs:
    """The bytes of inputs, by path: what a fingerprint has recorded of them holds while their size and times do."""

    def __init__(self, fingerprint: str) -> None:
        """Know what a fingerprint says, of which a damaged one says nothing."""
        try:
            recorded = json.loads(fingerprint)["inputs"]
            self._known: dict[str, tuple[list[int], str]] = {path: (at, sha) for path, at, sha in recorded}
        except (KeyError, TypeError, ValueError):
            self._known = {}
        self._found: dict[str, Entry | None] = {}

    def digest(self, path: str) -> str:
        """Return the SHA-256 of a file as it is now; "" where it cannot be read."""
        if path not in self._found:
            try:
                self._found[path] = _entry(path, known=self._known.get(path))
            except OSError:
                self._found[path] = None
        found = self._found[path]
        return found[2] if found else ""

    def entry(self, path: str) -> Entry:
        """Return the entry of a file of which `digest` was asked, and known."""
        found = self._found[path]
        assert found is not None
        return found


class InputWatch:
    """Tells whether the inputs of an open base are still as they were when it was built.

    An input counts as changed when its content is another one, or it is gone; one that is put back as it was does not.
    """

    def __init__(self, fingerprint: str, fact_file: StrPath) -> None:
        """Watch the inputs of a fingerprint, of which a damaged one has none."""
        self._fact_file = fact_file
        try:
            recorded = json.loads(fingerprint)
            self._parts: list[str] = list(recorded["parts"])
            self._inputs: dict[str, tuple[list[int], str]] = {path: (at, sha) for path, at, sha in recorded["inputs"]}
        except (KeyError, TypeError, ValueError):
            self._parts, self._inputs = [], {}
        self._stamps = {path: stamp for path, (stamp, _) in self._inputs.items()}  # as they were looked at last
        self._next = 0
        self._changed: set[str] = set()

    def look(self) -> bool:
        """Look at the inputs, of very many at the next few only; return whether any is known to have changed."""
        paths = list(self._inputs)
        for path in (paths * 2)[self._next : self._next + min(LOOKED_AT, len(paths))]:
            self._look_at(path)
        self._next = (self._next + LOOKED_AT) % max(1, len(paths)) if len(paths) > LOOKED_AT else 0
        return bool(self._changed) or (bool(self._parts) and fact_parts(self._fact_file) != self._parts)

    def _look_at(self, path: str) -> None:
        try:
            stamp = _stamp(path)
            if stamp != self._stamps[path]:
                self._stamps[path] = stamp
                same = _entry(path, known=self._inputs[path])[2] == self._inputs[path][1]
                (self._changed.discard if same else self._changed.add)(path)
        except OSError:
            self._stamps[path] = []
            self._changed.add(path)

    def article_changed(self, file: str) -> bool:
        """Whether an article, by its name in the fact file, was found changed."""
        return bool(self._parts) and tidied(_there(self._parts, file)) in self._changed

    def outdated(self, files: Iterable[str]) -> str:
        """What of the fact file and these articles has changed since the base was built, in words; "" for nothing."""
        if not self.look():
            return ""
        if any(map(self.article_changed, files)):
            return "the article has changed since its quotes were checked"
        return "the fact file has changed since it was read"


def is_confined(fingerprint: str, fact_file: StrPath) -> bool:
    """Whether all inputs of a fingerprint lie in the folder of the fact file, in its roots, or below them."""
    recorded = json.loads(fingerprint)
    folders = [tree_of(resolved(fact_file)), *recorded["roots"]]
    return all(is_below(path, folders) for path, *_ in recorded["inputs"])


def as_fingerprint(parts: list[str], entries: list[Entry], roots: Sequence[str]) -> str:
    """Return the fingerprint of inputs: `parts` are the fact files, `roots` the further folders of articles."""
    return json.dumps({"parts": parts, "inputs": entries, "roots": roots})


def fact_parts(fact_file: StrPath) -> list[str]:
    """Return the YAML files of a fact file. One more or one less in a folder makes a base stale."""
    files = fact_file_names(resolved(fact_file))
    return [] if isinstance(files, Problem) else files


def _entry(path: str, text: str | None = None, known: tuple[list[int], str] | None = None) -> Entry:
    """Return the entry of an input; its content is not read where `known` has its present size and times.

    Raises ValueError where `text` is given and the file holds another one.
    """
    stamp = _stamp(path)  # before the content: a write between the two then shows in the times
    if known and known[0] == stamp:
        return path, stamp, known[1]
    import hashlib

    data = _bytes(path)
    if text is not None:
        from eujdef_tui.text.unicode import clean

        raw = data.decode()
        if raw != text and clean(raw) != text:
            raise ValueError(f"{path} has changed")
    return path, stamp, hashlib.sha256(data).hexdigest()


def _bytes(path: str) -> bytes:
    """Return the content of a file. Raises OSError for what `load` refuses: a pipe, a device, one that is too large."""
    from pathlib import Path  # few starts find an input that was touched

    data = read_bytes(Path(path), Place(path))
    if isinstance(data, Problem):
        raise OSError(data.message)
    return data


def _stamp(path: str) -> list[int]:
    found = os.stat(path)
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns]
