"""A base in memory with an actor of each name."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from eujdef_tui.factfile.anchoring import Corpus
from eujdef_tui.model.records import Actor, Evidence, FactFile, Source
from eujdef_tui.store.compiler import build
from eujdef_tui.store.connection import ReadConnection
from eujdef_tui.store.database import Base


def base_of(names: Sequence[str]) -> Base:
    """The base; an actor's id is "a" and its place in `names`."""
    found = {"source": "s", "quote": "Proof.", "file": "s.txt", "sentence": 0, "last_sentence": 0, "start": 0, "end": 6}
    proof = (Evidence(**found, grade="verbatim"),)  # type: ignore[arg-type]
    actors = tuple(Actor(id=f"a{n}", kind="company", name=name, evidence=proof) for n, name in enumerate(names))
    source = Source(id="s", type="webpage", file="s.txt")
    file = FactFile(path=Path("n.yaml"), title="N", inputs=(), sources=(source,), actors=actors, texts={"s": "Proof."})
    db = sqlite3.connect(":memory:", check_same_thread=False)
    build(db, Corpus(file, {"s": ((0, 6),)}), {"title": "N"}, lambda done, total: None)
    return Base(ReadConnection(db))
