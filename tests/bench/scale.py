"""What a base costs to build and to search as it grows, beside fzf on the same names.

    python tests/bench/scale.py [FACTS …]      1000 10000 100000 1000000

Names are made of syllables and of real given names and surnames, seeded, with other names and dates. The base is
built by the program's own compiler and searched in a process of its own: names are typed letter by letter, with
typing errors, and every letter is a search; so are fields, and words that all events have, which are completed as
well. Peak memory is that of the process. Exits with 1 over the limit, or where searches find nothing.
"""

from __future__ import annotations

import gc
import os
import random
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from eujdef_tui.errors import QueryError
from eujdef_tui.factfile.anchoring import Corpus
from eujdef_tui.model.records import Actor, Event, Evidence, FactFile, Name, Source
from eujdef_tui.search.completion import complete
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store.compiler import compile_base
from eujdef_tui.store.connection import ReadConnection, connect
from eujdef_tui.store.database import Base
from eujdef_tui.store.file_rows import fragment_of
from eujdef_tui.store.gathering import gathered
from tests.bench.verdict import Verdicts, fail
from tests.helpers.places import QUERIES

NAMES = QUERIES / "names.txt"
ONSETS = "b c d f g h j k l m n p r s t v w z ch sh th br tr kr st".split()
RHYMES = "a e i o u ai ei ou an en in on ar er or al".split()
FILE = 5000  # facts of a file
TEXT = "A sentence that proves everything."
PROOF = (
    Evidence(
        source="s", quote=TEXT, file="s.txt", sentence=0, last_sentence=0, start=0, end=len(TEXT), grade="verbatim"
    ),
)
TYPED = 60  # names typed for each size
ANSWERED = 0.8  # the share of letters that must find something
LIMIT = 100  # milliseconds that 95 of 100 letters of a name may take, at a million facts
FIELDS = """
kind:person smith
!kind:event jo
from:2024 jo
to:1960 jo
actor:ka
actor:a7 meets
party:x
source:s jo
is:planned
is:happened
has:date
!has:date
text:meets
quote:proves
"meets the council"
meets ka
council jo
2024 ka
""".strip().split("\n")
PROGRESS = lambda done, total: None  # noqa: E731


class Crowd:
    """The people of a base of so many facts: real given names and surnames among made ones, some at a time.

    Half of the facts are actors, half events with two of them, in files of 5,000: at ten million no list of them is
    ever in memory.
    """

    def __init__(self, facts: int) -> None:
        self.facts = facts
        self.actors = facts // 2
        made = random.Random(facts)
        real = [name.split() for name in NAMES.read_text(encoding="utf-8").splitlines() if len(name.split()) == 2]

        def word() -> str:
            return "".join(made.choice(ONSETS) + made.choice(RHYMES) for _ in range(made.randint(2, 3))).capitalize()

        self._given = [first for first, _ in real] + [word() for _ in range(2000)]
        self._family = [last for _, last in real] + [word() for _ in range(max(300, facts // 5))]

    def name(self, made: random.Random) -> str:
        """Any name."""
        return f"{made.choice(self._given)} {made.choice(self._family)}"

    def files(self) -> Iterator[Corpus]:
        """The fact files, the actors first."""
        bounds = sorted({*range(0, self.facts, FILE), self.actors, self.facts})
        for first, last in pairwise(bounds):
            yield self._file(first, last)

    def names(self) -> Iterator[str]:
        """The names of all actors."""
        for first in range(0, self.actors, FILE):
            made = random.Random(first)
            yield from (self.name(made) for _ in range(first, min(first + FILE, self.actors)))

    def _file(self, first: int, last: int) -> Corpus:
        made, other = random.Random(first), random.Random(-first - 1)
        names = list(enumerate((self.name(made) for _ in range(first, last)), first))
        actors: tuple[Actor, ...] = ()
        events: tuple[Event, ...] = ()
        if first < self.actors:
            actors = tuple(
                Actor(
                    id=f"a{n}", kind="person", name=name, evidence=PROOF,
                    other_names=(Name(name=self.name(other)),) if n % 3 == 0 else (),
                )
                for n, name in names
            )  # fmt: skip
        else:
            events = tuple(
                Event(
                    id=f"e{n}", kind="meeting", title=f"{name} meets the council", status="happened", evidence=PROOF,
                    date=f"{other.randint(1950, 2025)}-{other.randint(1, 12):02}",
                    actors=(f"a{other.randrange(self.actors)}", f"a{other.randrange(self.actors)}"),
                )
                for n, name in names
            )  # fmt: skip
        sources = (Source(id="s", type="webpage", file="s.txt"),) if first == 0 else ()
        file = FactFile(
            path=Path("scale.yaml"), title="Scale", inputs=(), sources=sources, actors=actors, events=events,
            texts={"s": TEXT},
        )  # fmt: skip
        return Corpus(file, {"s": ((0, len(TEXT)),)})


def compiled(path: str, crowd: Crowd) -> None:
    """Build the base, from one fragment after the other."""
    gc.set_threshold(500_000)  # as in `__main__`
    db = sqlite3.connect(path)
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    with gathered(map(fragment_of, crowd.files())) as rows:
        compile_base(db, rows, {"title": "Scale", "format": "bench"}, PROGRESS)
    db.close()


def typed(crowd: Crowd) -> Iterator[str]:
    """Names of actors as they are typed, letter by letter; every second one with a letter wrong."""
    made = random.Random(2)
    places = {made.randrange(crowd.actors) for _ in range(TYPED)}
    for nth, name in enumerate(name.lower() for at, name in enumerate(crowd.names()) if at in places):
        if nth % 2:
            at = made.randrange(1, len(name))
            name = name[:at] + made.choice("aeinrst") + name[at + made.randint(0, 1) :]
        for end in range(1, len(name) + 1):
            if name[end - 1] != " ":
                yield name[:end]


def measure(path: str, facts: int) -> None:
    """In a process of its own: search for every letter typed, and print what it cost."""
    base = Base(ReadConnection(connect(path), path))
    times: list[float] = []
    found = 0
    for text in list(typed(Crowd(facts))):
        begun = time.perf_counter()
        found += bool(search(base, parse(text)).hits)
        times.append((time.perf_counter() - begun) * 1000)
    if found < ANSWERED * len(times):
        fail(f"only {found} of {len(times)} letters found a name: what took no time is no answer")
    fields: list[tuple[float, str]] = []
    for text in (line[:end] for line in FIELDS for end in range(1, len(line) + 1)):
        begun = time.perf_counter()
        with suppress(QueryError):  # a field is being typed
            search(base, parse(text))
            complete(base, text, len(text))
        fields.append(((time.perf_counter() - begun) * 1000, text))
    fields.sort()
    times.sort()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{statistics.median(times):.1f} {times[int(len(times) * 0.95)]:.1f} {times[-1]:.1f} {memory:.0f} {len(times)}"
    )
    worst, slowest = fields[-1]
    print(
        f"    fields, {len(fields)} letters: median {statistics.median(ms for ms, _ in fields):.1f} ms, "
        f"95 % {fields[int(len(fields) * 0.95)][0]:.1f}, worst {worst:.1f}: {slowest}"
    )


def fzf(crowd: Crowd) -> float:
    """The median time, in ms, that `fzf --filter` takes for what is typed, over the same names."""
    times: list[float] = []
    lines = "\n".join(crowd.names()).encode()
    for text in list(typed(crowd))[:40]:
        begun = time.perf_counter()
        subprocess.run(["fzf", "--filter", text], input=lines, stdout=subprocess.DEVNULL, check=False)
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def main() -> None:
    """Print a line for each size."""
    if sys.argv[1:2] == ["--measure"]:
        measure(sys.argv[2], int(sys.argv[3]))
        return
    verdicts = Verdicts()
    sizes = [int(word) for word in sys.argv[1:]] or [1000, 10_000, 100_000, 1_000_000]
    print("    facts  build s  base MB  build MB   median ms   95 % ms   worst ms   MB   letters   fzf ms   ours/fzf")
    for facts in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = str(Path(folder) / "base.sqlite")
            child = os.fork()
            if child == 0:
                compiled(path, Crowd(facts))
                used = resource.getrusage(resource.RUSAGE_SELF)
                print(
                    f"{facts:9,}  {used.ru_utime + used.ru_stime:7.1f}",
                    f"{Path(path).stat().st_size / 1e6:8.1f}  {used.ru_maxrss / 1024:8.0f}",
                    end="  ",
                    flush=True,
                )
                os._exit(0)
            os.waitpid(child, 0)
            told = subprocess.run(
                [sys.executable, __file__, "--measure", path, str(facts)], capture_output=True, text=True, check=True
            )
            names, fields = told.stdout.splitlines()
            median, high, worst, memory, letters = names.split()
            verdict = verdicts.of(f"95 % of letters at {facts:,} facts, ms", float(high), LIMIT)
            print(f"{median:>10}  {high:>8}  {worst:>8} {memory:>5}  {letters:>7}", end="  ")
            if shutil.which("fzf"):
                theirs = fzf(Crowd(facts))
                print(f"{theirs:7.1f}  {float(median) / theirs:8.2f}")
            else:
                print("no fzf")
            print(fields)
            print(f"    limit of 95 % of letters {LIMIT} ms: {verdict}")
    verdicts.end()


if __name__ == "__main__":
    main()
