"""Bases in memory: with an actor of each name, or an event of each title."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from eujdef_tui.factfile.anchoring import Corpus
from eujdef_tui.model.records import Actor, Event, Evidence, FactFile, Source
from eujdef_tui.store.compiler import build
from eujdef_tui.store.connection import ReadConnection
from eujdef_tui.store.database import Base
from eujdef_tui.text.sentences import sentences


def base_of(names: Sequence[str], *, kind: str = "company", article: str = "") -> Base:
    """The base; an actor's id is "a" and its place in `names`. The one article says "Proof." and what is given."""
    made = (Actor(id=f"a{n}", kind=kind, name=name, evidence=_proof()) for n, name in enumerate(names))
    return _built(actors=tuple(made), article=article)


def base_of_titles(titles: Sequence[str]) -> Base:
    """The base; an event's id is "e" and its place in `titles`."""
    made = {"kind": "meeting", "status": "happened", "date": "2020", "evidence": _proof()}
    return _built(events=tuple(Event(id=f"e{n}", title=title, **made) for n, title in enumerate(titles)))  # type: ignore[arg-type]


def _proof() -> tuple[Evidence, ...]:
    found = {"source": "s", "quote": "Proof.", "file": "s.txt", "sentence": 0, "last_sentence": 0, "start": 0, "end": 6}
    return (Evidence(**found, grade="verbatim"),)  # type: ignore[arg-type]


def _built(actors: tuple[Actor, ...] = (), events: tuple[Event, ...] = (), article: str = "") -> Base:
    source = Source(id="s", type="webpage", file="s.txt")
    texts = {"s": f"Proof. {article}".strip()}
    file = FactFile(
        path=Path("n.yaml"), title="N", inputs=(), sources=(source,), actors=actors, events=events, texts=texts
    )
    db = sqlite3.connect(":memory:", check_same_thread=False)
    build(db, Corpus(file, {"s": tuple(sentences(texts["s"]))}), {"title": "N"}, lambda done, total: None)
    return Base(ReadConnection(db))
