"""Examples of what can be asked, with names of the open fact file: shown where nothing was found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from eujdef_tui.model.records import Actor
from eujdef_tui.store import Base

__all__ = ["query_examples"]

LOOKED_AT = 200  # actors among which names are looked for: the list of a large base is not read for an example
SHOWN = 3  # names in an example


def query_examples(base: Base) -> list[tuple[str, str]]:
    """Return what can be typed, and what that is: (example, meaning)."""
    source = base.record(base.span("sources").start).record.id if base.span("sources") else "afp"
    return [
        (", ".join(_names(base)) or "a name", "names: misspelt, cut short, any script"),
        ("when did they sign the treaty", "a question"),
        ("1 nov 2024, 2025, by 2035", "dates"),
        (f"is:planned  source:{source}", "fields: type : for all of them"),
        ('"these very words"', "exact words"),
        ("!word", "without a word"),
    ]


def _names(base: Base) -> Iterator[str]:
    """Yield a name with a letter missing, one cut short, an acronym and one in another script, where there are such."""
    rows = base.rows(list(base.span("actors")[:LOOKED_AT]))
    people = [row.record for row in sorted(rows, key=lambda row: -row.mentions) if isinstance(row.record, Actor)]
    surnames = [
        name.lower() for actor in people if (name := actor.name.split()[-1]).isalpha() and actor.kind == "person"
    ]
    doubled = next((name for name in surnames if _undoubled(name) != name), "")
    cut = next((name[:5] for name in surnames if len(name) > 6 and name != doubled), "")
    others = [other for actor in people for other in actor.other_names]
    acronym = next((other.name.lower() for other in others if other.kind == "acronym"), "")
    script = next((other.name for other in others if other.lang in ("ja", "zh", "ko", "ru", "uk", "ar")), "")
    found = [name for name in (_undoubled(doubled), cut, acronym, script) if name]
    yield from found[: SHOWN + 1]


def _undoubled(name: str) -> str:
    """Return a name with one of two equal neighbouring letters left out, as it is often misspelt."""
    place = next((nth for nth, pair in enumerate(pairwise(name)) if pair[0] == pair[1]), -1)
    return name if place < 0 else name[:place] + name[place + 1 :]
