"""What stands on the screen when a query has been typed and no other key pressed.

    python tests/bench/glance.py [--tmux] [--misses]

Each query of the sets "meeting" and "glance" (tests/helpers/query_sets.py) is typed letter by letter into a fresh
explorer at 80x24. Counted are queries whose right fact is picked (`at.picked`), those for which the search alone puts
a right fact first, and those after which nothing is picked although the search has hits, in another view. With --tmux
the same is typed into a real tmux, and counted is on how many screens it shows, line by line, what the explorer drew.

Then 400 misspelt names of the fact files: letters after which the search has no hit, although an earlier beginning and
the whole name have one. A screen that fills, empties and fills again reads as "nothing is known". Exits with 1 where no
fact is picked at all.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from eujdef_tui.store import Base, open_base
from tests.bench.misspelt import Misspelt, misspelt_names
from tests.bench.rankers import Found, our_search
from tests.bench.verdict import fail
from tests.helpers.explorer import explorer
from tests.helpers.multiplexers import Tmux
from tests.helpers.query_sets import QuerySet, Typed, query_sets

SETS = ("meeting", "glance")
SIZE = (80, 24)
NAMES = 400
SHELL = "the shell before"  # what the terminal shows until the explorer has opened


class Glance(NamedTuple):
    """A query, what the search finds, the record that is picked when it is typed, and the screen then."""

    asked: Typed
    found: Found
    picked: str
    screen: list[str]

    @property
    def right(self) -> bool:
        """Whether a right fact is picked."""
        return self.picked in self.asked.right

    @property
    def first(self) -> bool:
        """Whether the search alone puts a right fact first."""
        return bool(self.asked.right.intersection(self.found.hits[:1]))

    @property
    def hidden(self) -> bool:
        """Whether nothing is picked although there are hits."""
        return bool(self.found.hits) and not self.picked


async def type_into_fresh(fact_file: Path, query: str) -> tuple[str, list[str]]:
    """The record that is picked, and the screen, when a query has been typed into a fresh explorer."""
    async with explorer(fact_file, SIZE, fresh=True) as at:
        await at.press("slash")
        for letter in query:
            await at.type(letter)
        return at.picked, at.lines


def glances(queries: QuerySet) -> list[Glance]:
    """Type every query of a set."""
    base = open_base(queries.fact_file)
    ask = our_search(base)
    made = [
        Glance(one, ask(one.query), *asyncio.run(type_into_fresh(queries.fact_file, one.query)))
        for one in queries.queries
    ]
    base.close()
    return made


def print_glances(name: str, made: list[Glance]) -> None:
    """Print the counts of a set, and with --misses what was picked instead."""
    right, first, hidden = (sum(getattr(one, kind) for one in made) for kind in ("right", "first", "hidden"))
    print(f"{name}: {len(made)} queries")
    print(f"    right fact picked at first glance        {right:4}")
    print(f"    right fact first in the search itself    {first:4}")
    print(f"    nothing picked, hits in another view     {hidden:4}")
    if "--misses" in sys.argv:
        for one in made:
            if not one.right:
                print(
                    f"      {one.asked.query:<44} {one.picked or '(nothing)':<30} {'|'.join(sorted(one.asked.right))}"
                )


def in_tmux(queries: QuerySet, made: list[Glance], folder: Path) -> int:
    """On how many screens a real tmux shows what the explorer drew; those that differ are printed."""
    same = 0
    for number, one in enumerate(made):
        terminal = Tmux(f"eujdef-glance-{os.getpid()}-{number}", SIZE, folder, queries.fact_file, "--fresh")
        try:
            terminal.until(lambda text: SHELL not in text and text.strip() != "")
            terminal.still()
            terminal.type("/")
            for letter in one.asked.query:
                terminal.type(letter)
            terminal.line(f"/ {one.asked.query}")
            shown = [line.rstrip() for line in terminal.still().splitlines()]
        finally:
            terminal.close()
        drawn = [line.rstrip() for line in one.screen]
        differs = [f"tmux: {seen}\n      drawn: {own}" for seen, own in zip(shown, drawn, strict=False) if seen != own]
        same += not differs
        if differs:
            print(f"    {one.asked.query}: {len(differs)} lines differ, the first is\n      {differs[0]}")
    return same


class Gap(NamedTuple):
    """A beginning of a misspelt name that finds nothing between two that find something."""

    name: Misspelt
    typed: str
    nearest: bool


def gaps(base: Base, names: list[Misspelt]) -> Iterator[Gap]:
    """The gaps in the typing of names, letter by letter."""
    ask = our_search(base)
    for name in names:
        beginnings = [name.query[:size] for size in range(1, len(name.query) + 1)]
        found = [ask(typed) for typed in beginnings]
        if found[-1].hits:
            had = False
            for typed, of in zip(beginnings, found, strict=True):
                if had and not of.hits and not typed.endswith(" "):
                    yield Gap(name, typed, bool(of.nearest))
                had = had or bool(of.hits)


def print_gaps(names: list[Misspelt]) -> None:
    """Print how many letters empty the list, in how many names."""
    every: list[Gap] = []
    letters = 0
    for path in dict.fromkeys(name.fact_file for name in names):
        base = open_base(path)
        own = [name for name in names if name.fact_file == path]
        letters += sum(len(name.query) for name in own)
        every += gaps(base, own)
        base.close()
    print(f"{len(names)} misspelt names, {letters} letters")
    print(f"    letters that empty the list in between   {len(every):4}")
    print(f"    of these, with nearest facts offered     {sum(gap.nearest for gap in every):4}")
    print(f"    names in which it happens                {len({gap.name for gap in every}):4}")
    if "--misses" in sys.argv:
        for gap in every:
            print(f"      {gap.typed:<30} of {gap.name.query:<34} {gap.name.name}")


def main() -> None:
    """Print all of it."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("EUJDEF_CACHE", folder)
        for queries in (one for one in query_sets() if one.name in SETS):
            made = glances(queries)
            if not any(one.picked for one in made):
                fail(f"nothing is picked for any query of {queries.name}")
            print_glances(queries.name, made)
            if "--tmux" in sys.argv:
                print(f"    the same screen in tmux                  {in_tmux(queries, made, Path(folder)):4}")
        print_gaps(misspelt_names(NAMES))


if __name__ == "__main__":
    main()
