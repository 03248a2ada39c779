"""Build a base: prepare its fact files, of which an old base has kept most, and compile the fragments."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from eujdef_tui.factfile.anchoring import anchor_evidence
from eujdef_tui.store import compiler
from eujdef_tui.store.base_key import base_key
from eujdef_tui.store.database import Base
from eujdef_tui.store.fingerprint import Inputs, as_fingerprint, fact_parts, load_with_fingerprint
from eujdef_tui.store.folder import Folder, prepare_folder
from eujdef_tui.store.fragment import unpack
from eujdef_tui.store.gathering import ready_file
from eujdef_tui.store.kept_fragments import Kept, read_kept, write_kept
from eujdef_tui.store.patch import patching
from eujdef_tui.store.unfinished import remember, remembered
from eujdef_tui.text.unicode import clean

__all__ = ["ways_to_fill"]

Progress = Callable[..., None]  # (done, total), and for files the word "files"
Fill = Callable[[sqlite3.Connection], None]


def ways_to_fill(fact_file: Path, path: Path | None, old: Base | None, progress: Progress) -> list[Fill]:
    """Read a fact file and return what fills an empty database with its base, the cheapest first. Raises FactFileError.

    The last one needs no old base, and may be run in memory.

    `path` is where the base will stand. Without one the fact file is confined to its folder and read as a whole.
    """
    paths = list(map(Path, fact_parts(fact_file)))
    if path and paths:
        place = str(paths[0].parent)
        kept = read_kept(old.connection, place) if old else {}
        unfinished = remembered(path, place)
        inputs = Inputs(old.meta.get("inputs", "") if old else "")
        every = kept | unfinished
        shown = "" if fact_file.is_dir() else str(fact_file)
        folder = prepare_folder(paths, every, inputs, progress, partial(_remember, path, every, place), shown)
        if folder:
            return _of_folder(fact_file, folder, progress, None if unfinished else old, kept)
    file, fingerprint = load_with_fingerprint(fact_file, confined=path is None)
    corpus = anchor_evidence(file, progress)
    searches = [[search.name, search.query] for search in file.searches]
    meta = _meta(fact_file, file.title, fingerprint, file.synonyms, searches)
    return [lambda db: compiler.build(db, corpus, meta, progress)]


def _remember(path: Path, kept: Mapping[str, Kept], folder: str, made: Sequence[Kept]) -> None:
    remember(path, list({**kept, **{one.path: one for one in made}}.values()), folder)


def _of_folder(
    fact_file: Path, folder: Folder, progress: Progress, old: Base | None, kept: Mapping[str, Kept]
) -> list[Fill]:
    parts = [file.path for file in folder.files]
    fingerprint = as_fingerprint(parts, folder.entries, folder.roots) if folder.at_rest else ""
    meta = _meta(fact_file, folder.title, fingerprint, folder.synonyms, folder.searches)

    def fill(db: sqlite3.Connection) -> None:
        with folder.ready as rows:  # empty where it is run once more, in memory
            for nth, file in enumerate(folder.files):
                if nth not in rows:
                    rows.add(nth, ready_file(unpack(file.fragment)))
            compiler.compile_base(db, rows, meta, progress)
        write_kept(db, folder.files, str(Path(parts[0]).parent))
        db.commit()

    patch = patching(old, kept, folder, meta) if old and old.file else None
    return [patch, fill] if patch else [fill]


def _meta(
    fact_file: Path, title: str, fingerprint: str, synonyms: Sequence[str], searches: Sequence[Sequence[str]]
) -> Mapping[str, str]:
    meta = {"format": base_key(), "title": title, "path": clean(str(fact_file)), "inputs": fingerprint}
    meta |= {"synonyms": "\n".join(synonyms)} if synonyms else {}
    return meta | ({"searches": json.dumps(searches)} if searches else {})
