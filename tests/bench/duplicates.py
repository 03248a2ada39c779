"""How many records that are one `eujdef duplicates` tells, how many it tells that are two, and how long it takes.

    python tests/bench/duplicates.py [FACTS]      10000

Names: each other name of an actor of the fact files here as a record of its own. Events and statements: each told again
in a word less. Every pair that is told of the files as they are is printed: they were written by hand, and hold none on
purpose. FACTS records with seeded names are timed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import NamedTuple

from eujdef_tui.factfile.loader import load
from eujdef_tui.model.records import FactFile
from eujdef_tui.model.struct import replace
from eujdef_tui.rules.duplicates import Pair, pairs
from eujdef_tui.text.unicode import script_of
from tests.helpers.places import CORPUS, METRE

__all__ = ["FILES", "Told", "told_events", "told_names", "told_statements"]

FILES = [CORPUS, *sorted(METRE.parent.glob("*.yaml"))]


class Told(NamedTuple):
    """Whether a record that was written twice is told, and what it is called in both."""

    told: bool
    name: str
    again: str


def told_names(file: FactFile) -> Iterator[Told]:
    """Each other name of an actor, as a record of its own beside the actor without that name."""
    for actor in file.actors:
        for nth, other in enumerate(actor.other_names):
            rest = (*actor.other_names[:nth], *actor.other_names[nth + 1 :])
            again = replace(actor, id=f"{actor.id}-again", name=other.name, other_names=(), memberships=())
            changed = replace(file, actors=(replace(actor, other_names=rest), again))
            yield Told(_are_told(changed, actor.id), actor.name, other.name)


def told_events(file: FactFile) -> Iterator[Told]:
    """Each dated event, told again in a word less."""
    for event in file.events:
        if event.date:
            again = replace(event, id=f"{event.id}-again", title=_shorter(event.title), evidence=())
            yield Told(_are_told(replace(file, events=(*file.events, again)), event.id), event.title, again.title)


def told_statements(file: FactFile) -> Iterator[Told]:
    """Each statement, told again in a word less."""
    for statement in file.statements:
        again = replace(statement, id=f"{statement.id}-again", text=_shorter(statement.text), evidence=())
        changed = replace(file, statements=(*file.statements, again))
        yield Told(_are_told(changed, statement.id), statement.text, again.text)


def _shorter(text: str) -> str:
    """The text without its longest word in small letters: names and figures stay."""
    words = text.split()
    small = [word for word in words if word.isalpha() and word.islower()]
    if len(words) > 3 and small:
        words.remove(max(small, key=len))
    return " ".join(words)


def _are_told(file: FactFile, id_: str) -> bool:
    return any({pair.first.id, pair.second.id} == {id_, f"{id_}-again"} for pair in pairs(file))


def _called(record: object) -> str:
    return next((text for key in ("name", "title", "text") if (text := getattr(record, key, ""))), "")


def _print_pair(pair: Pair) -> None:
    print(f"    {'; '.join(pair.reasons)}: {_called(pair.first)} | {_called(pair.second)}")


def main(arguments: list[str]) -> None:
    """Print a line for each sort of record, the pairs told of the files as they are, and the seconds."""
    files = [load(path) for path in FILES]
    for sort, told in (("names", told_names), ("events", told_events), ("statements", told_statements)):
        found = [one for file in files for one in told(file)]
        right = sum(one.told for one in found)
        print(f"{sort:12}{right} of {len(found)} told")
        if sort == "names":
            latin = [one for one in found if all(script_of(char) == "LATIN" for char in one.again if char.isalpha())]
            print(f"    in Latin letters {sum(one.told for one in latin)} of {len(latin)}")
    for path, file in zip(FILES, files, strict=True):
        found_pairs = pairs(file)
        print(f"{path.name}: {len(file.records())} records, {len(found_pairs)} pairs")
        for pair in found_pairs:
            _print_pair(pair)
    from tests.bench.scale import Crowd

    facts = int(arguments[0]) if arguments else 10_000
    files = [corpus.file for corpus in Crowd(facts).files()]
    actors, events = (tuple(one for file in files for one in getattr(file, many)) for many in ("actors", "events"))
    large = replace(files[0], actors=actors, events=events)
    begun = time.perf_counter()
    count = len(pairs(large))
    print(f"{facts:,} facts: {count} pairs, {time.perf_counter() - begun:.1f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
