"""How often the right fact comes first, on every query set, beside four peers over the same facts.

    python tests/bench/recall.py [tune|kept|all] [SET…] [--misses]

For each set (tests/helpers/query_sets.py), by style: the share of queries whose right fact comes first (1st), stands
among the first three (in3), and whose first hit is wrong (bad). "near" is the share among three where what the search
offers as nearest, below its hits, is counted too. Of the queries that nothing answers: how many find nothing. The half
"tune" is measured unless another is named; "kept" is looked at once, at the end. `--misses` lists the program's own.

Exits with 1 where a set is empty, or where a ranker answers nothing at all. Floors are in tests/search/test_recall.py.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from eujdef_tui.store import open_base
from tests.bench.rankers import OURS, Found, rankers
from tests.bench.verdict import fail
from tests.helpers.query_sets import HALVES, NOTHING, QuerySet, Typed, query_sets

TOP = 3


class Answered(NamedTuple):
    """A query, and what one ranker made of it in so many milliseconds."""

    asked: Typed
    found: Found
    ms: float

    @property
    def first(self) -> bool:
        """Whether the first hit is right."""
        return bool(self.asked.right.intersection(self.found.hits[:1]))

    @property
    def top(self) -> bool:
        """Whether a right fact is among the first three hits."""
        return bool(self.asked.right.intersection(self.found.hits[:TOP]))

    @property
    def near(self) -> bool:
        """The same, where the nearest follow the hits."""
        return bool(self.asked.right.intersection((*self.found.hits, *self.found.nearest)[:TOP]))

    @property
    def wrong(self) -> bool:
        """Whether there is a first hit, and it is not right."""
        return bool(self.found.hits) and not self.first


Answers = dict[str, list[Answered]]  # of each ranker, by its name


def ask(queries: QuerySet) -> Answers:
    """Ask every ranker every query of a set."""
    base = open_base(queries.fact_file)
    answers: Answers = {}
    for name, ranker in rankers(base).items():
        answers[name] = []
        for asked in queries.queries:
            begun = time.perf_counter()
            found = ranker(asked.query)
            answers[name].append(Answered(asked, found, (time.perf_counter() - begun) * 1000))
        if not any(one.found.hits for one in answers[name]):
            fail(f"{name} answers nothing at all of {queries.name}")
    base.close()
    return answers


def table(title: str, answers: Answers, *, families: bool = False) -> list[str]:
    """The lines of a table: a row a style, then one of all that can be answered and one of what cannot."""
    styles: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(answers[OURS]):
        styles[one.asked.family if families else one.asked.style].append(at)
    answerable = [at for style, places in styles.items() if style != NOTHING for at in places]
    heads = "".join(f"{name:<{20 if name == OURS else 15}}" for name in answers)
    columns = "".join("1st in3 near bad    " if name == OURS else "1st in3 bad    " for name in answers)
    lines = [f"{title:<23}{heads}".rstrip(), f"{'':<23}{columns}".rstrip()]
    rows = [(style, styles[style]) for style in sorted(styles) if style != NOTHING]
    rows.append(("= answerable", answerable))
    for style, places in rows:
        cells = "".join(_cells(name, [every[at] for at in places]) for name, every in answers.items())
        lines.append(f"  {style:<16}{len(places):4} {cells}".rstrip())
    if nothing := styles.get(NOTHING):
        honest = {name: sum(not every[at].found.hits for at in nothing) for name, every in answers.items()}
        cells = "".join(f"{f'{n} of {len(nothing)}':<{20 if name == OURS else 15}}" for name, n in honest.items())
        lines.append(f"  {'= finds nothing':<16}{len(nothing):4} {cells}".rstrip())
    return lines


def _cells(name: str, answers: list[Answered]) -> str:
    kinds = ("first", "top", "near", "wrong") if name == OURS else ("first", "top", "wrong")
    shares = (_share(getattr(one, kind) for one in answers) for kind in kinds)
    return " ".join(shares) + "    "


def _share(right: Iterable[bool]) -> str:
    every = list(right)
    share = sum(every) / max(1, len(every))
    return "1.0" if share == 1 else f"{share:.2f}"[1:]


def misses(name: str, answers: Answers) -> None:
    """Print what the program itself did not put first, or found where nothing answers."""
    for one in answers[OURS]:
        if not (one.first if one.asked.right else not one.found.hits):
            place = next((n for n, found in enumerate(one.found.hits, 1) if found in one.asked.right), 0)
            wanted, got = "|".join(sorted(one.asked.right))[:40], ", ".join(one.found.hits[:3])
            print(f"  {name} {place:3} {one.asked.style:<12} {one.asked.query:<42} {wanted:<40} {got}")


def main() -> None:
    """Print a table a set, and one of all."""
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    half = next((word for word in words if word in (*HALVES, "all")), "tune")
    named = [word for word in words if word not in (*HALVES, "all")]
    sets = [one for one in query_sets() if not named or one.name in named]
    if len(sets) < len(named):
        fail(f"one of these is no set: {', '.join(named)}")
    every: Answers = defaultdict(list)
    with tempfile.TemporaryDirectory() as cache:
        os.environ.setdefault("EUJDEF_CACHE", cache)
        for queries in sets:
            if not queries.queries:
                fail(f"the set {queries.name} is empty")
            if not queries.half(half).queries:
                continue  # a table without halves
            answers = ask(queries.half(half))
            print("\n".join(table(f"{queries.name}, {half}", answers)) + "\n", flush=True)
            if "--misses" in sys.argv:
                misses(queries.name, answers)
            for name, of in answers.items():
                every[name] += of
    print("\n".join(table(f"all sets, {half}", every, families=True)))
    times = (f"{name} {statistics.median(one.ms for one in of):.1f}" for name, of in every.items())
    print(f"  median ms a query: {', '.join(times)}")


if __name__ == "__main__":
    main()
