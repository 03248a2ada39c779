"""Load a fact file: YAML and articles become frozen records, or a list of all problems with their places.

files        which files there are, and their bytes
yaml_nodes   YAML text → nodes with places
field_specs  what each key accepts, read from the annotations of the records
validator    nodes → records
synonym_groups  the file's own words for the same thing
folding      milestones become events too, mentions a part of their records
loader       files → the whole fact file, with the texts of its sources
"""

from __future__ import annotations

import hashlib
import os
from collections import abc
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from eujdef_tui.errors import FactFileError, Place, Problem
from eujdef_tui.factfile.article_tree import is_below, is_of_system, tree_of
from eujdef_tui.factfile.files import Reader, fact_files, not_nfc, not_utf8, read_bytes
from eujdef_tui.factfile.folding import fold_mentions, take_events
from eujdef_tui.factfile.synonym_groups import read_group
from eujdef_tui.factfile.validator import Records, said
from eujdef_tui.factfile.yaml_nodes import Mapping, Node, Scalar, compose
from eujdef_tui.model.field_specs import VERSION
from eujdef_tui.model.mention import Mention
from eujdef_tui.model.records import SECTIONS, Agreement, FactFile, SavedSearch, Source
from eujdef_tui.text.unicode import clean

__all__ = [
    "LEAST_REPEATED",
    "MAX_NAMES",
    "MAX_REPEATED",
    "TOP_KEYS",
    "Digest",
    "Reading",
    "digests_of",
    "load",
    "load_changed",
    "most_names",
    "whole_file",
]

TOP_KEYS = ("schema_version", "title", "synonyms", "searches", "roots", *SECTIONS, "mentions")
MAX_ROOTS = 100  # folders that each article is held against
MAX_REPEATED = 2**20  # bytes of articles that further sources may name again: each source has its text in the base
LEAST_REPEATED = 512  # bytes that each of these counts for: a source takes its time however short its article is


# Letters of names that the records of a file or folder may give each other, and more for each byte of it. Search finds
# a record by the names of the actors and agreements that it points at: a name stands in the base once for each record.
MAX_NAMES, MAX_NAMES_FOR_BYTE = 4 * 2**20, 2


def most_names(size: int) -> int:
    """Return how many letters of names the records of a file or folder of so many bytes may give each other."""
    return MAX_NAMES + MAX_NAMES_FOR_BYTE * size


class Digest(NamedTuple):
    """A SHA-256 that is not that of its article: where it is written, of which source, and what it should be."""

    place: Place
    source: str
    written: str
    actual: str


def digests_of(path: Path) -> tuple[Digest, ...]:
    """The digests of a fact file that its articles do not have, whatever else is wrong with it."""
    reading = Reading(None)
    files = fact_files(path)
    if not isinstance(files, Problem):
        reading.read(files)
    return tuple(reading.wrong_digests)


def load(
    path: Path, *, confined: bool = False, any_digest: bool = False, instead: Unwritten = MappingProxyType({})
) -> FactFile:
    """The fact file that `path` names: a YAML file, or a folder of such files that are read as one.

    Where it is `confined`, no article outside its folder and its roots is read (see `article_tree`). With `any_digest`
    articles may be others than those that were catalogued. `instead` has what fact files are to hold that were not
    written yet: they are read from there, new ones of the folder too.
    Raises FactFileError with every problem found, in the order of their places.
    """
    return _load(path, Reading([tree_of(path)] if confined else None, any_digest=any_digest, instead=instead))


def load_changed(path: Path, instead: Unwritten = MappingProxyType({})) -> tuple[FactFile, tuple[Digest, ...]]:
    """A fact file whose articles may be others than those that were catalogued, and the digests that are wrong.

    `instead` is as in `load`. Raises FactFileError with every other problem.
    """
    reading = Reading(None, any_digest=True, instead=instead)
    return _load(path, reading), tuple(reading.wrong_digests)


def _load(path: Path, reading: Reading) -> FactFile:
    """Read the files that `path` names, and those of its folder that are to be read `instead`."""
    files = fact_files(path)
    if new := [file for file in reading.instead if file.parent == path]:
        files = sorted({*(() if isinstance(files, Problem) else files), *new})
    if isinstance(files, Problem):
        reading.records.problems.append(files)
        files = []
    else:
        reading.read(files)
    return whole_file(path, files, reading)


def whole_file(path: Path, files: list[Path], reading: Reading) -> FactFile:
    """The fact file that was read from these files. Raises FactFileError where a problem was found."""
    if problems := reading.records.problems:
        message = f"{path} has {len(problems)} problem{'s' if len(problems) > 1 else ''}."
        raise FactFileError(message, f"Mend {'them' if len(problems) > 1 else 'it'}, and open it again.", problems)
    return FactFile(
        path=path,
        title=reading.title,
        inputs=tuple(dict.fromkeys(file.resolve() for file in (*files, *reading.articles))),
        texts=reading.texts,
        hidden=reading.hidden,
        synonyms=tuple(dict.fromkeys(reading.synonyms)),
        searches=tuple(reading.searches),
        roots=tuple(dict.fromkeys(reading.roots)),
        **{section: tuple(records) for section, records in reading.sections.items()},
    )


Unwritten: TypeAlias = abc.Mapping[Path, bytes]


class _Article(NamedTuple):
    """A file of an article, read once however many sources name it. `misencoded`: as `not_utf8` says it."""

    text: str
    hidden: int
    misencoded: tuple[int, int, int] | None

    @classmethod
    def of(cls, data: bytes) -> _Article:
        """Read its bytes."""
        found = not_utf8(data)
        raw = "" if found else data.decode("utf-8")
        text = clean(raw)
        return cls(text, text.count("\ufffd") - raw.count("\ufffd"), found)


class Reading:
    """What the files read so far have given. Articles are read from `folders` and the roots alone; None: from any.

    `digests` are the SHA-256 of what was read: of fact files, and of each article with its size. `reader` reads a file.
    """

    def __init__(
        self,
        folders: list[str] | None,
        *,
        any_digest: bool = False,
        instead: Unwritten = MappingProxyType({}),
        reader: Reader | None = None,
    ) -> None:
        self.folders = folders
        self.reader = reader or read_bytes
        self.any_digest = any_digest
        self.instead = instead
        self.wrong_digests: list[Digest] = []
        self.named: list[tuple[Path, dict[str, Node]]] = []
        self.records = Records()
        self.sections: dict[str, list[Any]] = {section: [] for section in SECTIONS}
        self.mentions: list[Mention] = []
        self.title = ""
        self.synonyms: list[str] = []
        self.searches: list[SavedSearch] = []
        self.roots: list[str] = []
        self.repeated = 0
        self._size = 0
        self.articles: dict[Path, int] = {}
        self.digests: dict[Path, str] = {}
        self._read: dict[Path, _Article] = {}
        self.texts: dict[str, str] = {}
        self.hidden: dict[str, int] = {}

    def read(self, files: list[Path]) -> None:
        """Read every file. Ids are checked last, and only where all files that may hold them were read."""
        whole = self.read_files(files)
        self.read_articles()
        if whole:
            self.complete(files)

    def complete(self, files: list[Path]) -> None:
        """Ask what only all files together can show."""
        self.records.check_refs()
        self.records.problems += fold_mentions(self.sections, self.mentions)
        if not self.title:
            place, advice = Place(str(files[0]), 1, 1), "Add `title:` with the subject of the facts."
            problem = Problem(place, "missing-key", "The fact file has no `title`.", advice)
            self.records.problems.append(problem)

    def read_files(self, files: list[Path]) -> bool:
        """Read the records of these files; whether all of them could be read as YAML."""
        whole = [self._file(file) for file in files]
        if over := self.records.first_over(most_names(self._size)):
            message = "With this, the names of what the records here point at, each time counted, are too long in all."
            advice = "Shorten the names, or point at fewer."
            self.records.problems.append(Problem(over, "too-many-names", message, advice))
        return all(whole)

    def read_articles(self) -> None:
        """Read the articles that the files name. Only now: any of the files may list further roots."""
        for file, source in self.named:
            self._article(file, source)

    def _file(self, file: Path) -> bool:
        """Read one file; whether it could be read as YAML."""
        self.records.path = str(file)
        root = self._root(file)
        if isinstance(root, Problem):
            self.records.problems.append(root)
            return False
        if not isinstance(root, Mapping):
            advice = f'Begin it with `schema_version: "{VERSION}"`.'
            self.records.report(root, "wrong-type", "A fact file is a mapping of keys to values.", advice)
            return False
        given = dict(self.records.pairs(root, "fact file", TOP_KEYS))
        self._version(given.get("schema_version"), root)
        title = self.records.text("title", given.get("title"))
        self.title = self.title or title
        groups = self.records.items("synonyms", given.get("synonyms"))
        self.synonyms += filter(None, (read_group(self.records, node) for node in groups))
        searches = self.records.items("searches", given.get("searches"))
        self.searches += filter(None, (self.records.record(SavedSearch, "searches", node) for node in searches))
        for nth, node in enumerate(self.records.items("roots", given.get("roots"))):
            if nth == MAX_ROOTS:
                message = f"`roots` lists more than {MAX_ROOTS} folders."
                self.records.report(node, "too-many-roots", message, "List a folder above them.")
                break
            if named := self.records.text("roots", node):
                self.roots.append(os.path.realpath(file.parent / named))
            elif isinstance(node, Scalar):
                self.records.report(node, "bad-value", "An entry of `roots` is empty.", "Name a folder, or delete it.")
        for section, cls in SECTIONS.items():
            for node in self.records.items(section, given.get(section)):
                record = self.records.record(cls, section, node)
                if isinstance(record, Agreement):
                    record = self._on_timeline(record)
                if record is not None:
                    self.sections[section].append(record)
                    self.records.name(record)
                if cls is Source and isinstance(node, Mapping):
                    self.named.append((file, {key.text: value for key, value in node.pairs}))
        for node in self.records.items("mentions", given.get("mentions")):
            mention = self.records.record(Mention, "mentions", node)
            if mention is not None:
                self.mentions.append(mention)
        return True

    def _on_timeline(self, agreement: Agreement) -> Agreement:
        """The agreement, whose milestones with an id have become events."""
        kept, events, problems = take_events(agreement)
        self.sections["events"] += events
        self.records.problems += problems
        return kept

    def _root(self, file: Path) -> Node | Problem:
        data = self.instead[file] if file in self.instead else self.reader(file, Place(str(file)), "missing-file")
        if isinstance(data, Problem):
            return data
        self.digests[file] = hashlib.sha256(data).hexdigest()
        self._size += len(data)
        if found := not_utf8(data):
            line, column, byte = found
            message = f"The byte 0x{byte:02X} is not UTF-8."
            return Problem(Place(str(file), line, column), "encoding", message, "Save the file as UTF-8.")
        text = data.decode("utf-8")
        for line, column in not_nfc(text):
            message = "A letter and its accent are two characters here, not one."
            advice = "Save the file in Unicode's composed form (NFC)."
            problem = Problem(Place(str(file), line, column), "not-nfc", message, advice)
            self.records.problems.append(problem)
        return compose(text, str(file))

    def _version(self, node: Node | None, root: Mapping) -> None:
        text = self.records.text("schema_version", node)
        if text != VERSION:
            message = f"The schema version is {said(text)}, which is not known." if text else "No schema version."
            advice = f'Write `schema_version: "{VERSION}"`, the one that can be read, at the top of the file.'
            self.records.report(node or root, "schema-version", message, advice)

    def _article(self, file: Path, source: dict[str, Node]) -> None:
        """Read the text of a source, also where something else in its record is wrong."""
        name, article, digest = (source.get(key) for key in ("id", "file", "sha256"))
        if not isinstance(article, Scalar) or not article.text:
            return
        self.records.path = str(file)
        path = file.parent / article.text
        if path in self.articles:
            self.repeated += max(self.articles[path], LEAST_REPEATED)
            if self.repeated > MAX_REPEATED:
                message = f"{said(article.text)} is named by more sources than one file may repeat."
                self.records.report(article, "too-often", message, "Make one source of an article.")
                return
        else:
            if why := self._refused(file, path):
                advice = "Copy the article to that folder, or list its own under `roots`."
                self.records.report(article, "file-refused", f"{said(article.text)} is not read: it {why}.", advice)
                return
            data = self.reader(path, self.records.place(article), "missing-source-file")
            if isinstance(data, Problem):
                self.records.problems.append(data)
                return
            self.articles[path] = len(data)
            self.digests[path] = hashlib.sha256(data).hexdigest()
            self._read[path] = _Article.of(data)
        read, actual = self._read[path], self.digests[path]
        if isinstance(digest, Scalar) and digest.text.lower() not in ("", actual):
            owner = name.text if isinstance(name, Scalar) else ""
            self.wrong_digests.append(Digest(self.records.place(digest), owner, digest.text, actual))
            if not self.any_digest:
                message = f"{path} is not the file that was catalogued: its SHA-256 is {actual}."
                advice = (
                    "Restore the article, or run `eujdef reanchor`: it writes new words of quotes and this SHA-256."
                )
                self.records.report(digest, "sha256-mismatch", message, advice)
        if found := read.misencoded:
            message = f"{path} is not UTF-8: line {found[0]} has the byte 0x{found[2]:02X}."
            self.records.report(article, "source-encoding", message, "Save the article as UTF-8.")
        elif isinstance(name, Scalar):
            self.texts[name.text], self.hidden[name.text] = read.text, read.hidden

    def _refused(self, file: Path, path: Path) -> str:
        """Why an article that a file names is not read; "" where it is."""
        if is_of_system(path) and not is_below(path, [tree_of(file)]):
            return "is the system's"
        outside = self.folders is not None and not is_below(path, (*self.folders, *self.roots))
        return "lies outside the folder of the fact file" if outside else ""
