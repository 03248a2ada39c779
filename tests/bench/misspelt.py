"""Names of the fact files as they are misspelt, and names that no fact file knows."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from eujdef_tui.model.records import Record
from eujdef_tui.model.searchable import names_of
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base, open_base
from tests.bench.edits import EDITS, fits, split, typed
from tests.helpers.places import QUERIES
from tests.helpers.query_sets import fact_files

__all__ = ["MISSPELLINGS", "Misspelt", "absent_names", "misspelt_names", "place"]

MISSPELLINGS = ("deletion", "insertion", "substitution", "transposition", "two edits", "as heard")
LEAST = 5  # letters of a name that is misspelt


class Misspelt(NamedTuple):
    """A name of an actor, what was typed instead, and by which edit."""

    fact_file: Path
    record: str
    name: str
    query: str
    edit: str


def misspelt_names(count: int, seed: int = 20) -> list[Misspelt]:
    """So many misspelt names of the actors of all fact files, no query twice in one file, the files side by side."""
    made = random.Random(seed)
    meant = [(path, record, name) for path in fact_files().values() for record, name in _actors(path)]
    found: dict[tuple[Path, str], Misspelt] = {}
    while len(found) < count:
        path, record, name = made.choice(meant)
        edit = made.choice(MISSPELLINGS)
        query = typed(name, edit, made)
        if split(query) != split(name):
            found.setdefault((path, query), Misspelt(path, record, name, query, edit))
    return sorted(found.values(), key=lambda one: one.fact_file)


def _actors(path: Path) -> Iterator[tuple[str, str]]:
    """The id and the name of each actor whose name is one: no description in brackets, not too short."""
    with closing(open_base(path)) as base:
        for row in base.rows(base.span("actors")):
            ((name, _), *_) = names_of(row.record)
            if len(name) >= LEAST and "(" not in name:
                yield row.record.id, name


def place(hits: list[str], base: Base, one: Misspelt) -> int:
    """Where the record stands that was meant, or another that what was typed fits as well; from 1, 0 for nowhere."""
    best = fits(one.query, one.name, one.edit)

    def right(record: Record) -> bool:
        own = (name for name, label in names_of(record) if not label.startswith("initials"))
        return any(fits(one.query, name, one.edit) <= best for name in own if split(name))

    numbers = ((n, base.number(found)) for n, found in enumerate(hits, 1))
    records = ((n, base.record(number).record) for n, number in numbers if number is not None)
    return next((n for n, record in records if record.id == one.record or right(record)), 0)


def absent_names(base: Base, count: int, seed: int = 20) -> list[str]:
    """So many public names, whole or a surname, of which no word is in the base."""
    listed = [line for file in ("names.txt", "nobody.txt") for line in (QUERIES / file).read_text("utf-8").splitlines()]
    index = base.index
    words = {name: [term.tokens[0] for term in parse(name).terms] for name in listed}
    strange = [name for name in listed if not index.proper(words[name]) | index.lower_case(words[name])]
    return random.Random(seed).sample(strange, count)


assert set(MISSPELLINGS) <= set(EDITS)
