"""The id that was meant, for one that no record has."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from eujdef_tui.errors import QueryError
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base

__all__ = ["nearest_id"]

NEIGHBOURS = 100  # ids that it is held against: of those on either side in the alphabet, and of what its words find
ALIKE = 65  # of 100: what is less like an id is not meant by it
LONGEST = 8  # words of it that are searched for


def nearest_id(base: Base, given: str) -> str:
    """The id of a record that is most like what was given; "" where none is."""
    ids = base.neighbouring_ids(given, NEIGHBOURS)
    try:
        hits = search(base, parse(" ".join(given.split("-")[:LONGEST]))).hits
        ids += [row.record.id for row in base.rows([hit.n for hit in hits[:NEIGHBOURS]])]
    except QueryError:
        pass  # what reads as no query may still be like an id
    found = process.extractOne(given, ids, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return str(found[0]) if found else ""
