"""How often the fact that must come first does, on the queries of tests/search, beside WRatio over names and titles.

    python tests/bench/recall.py [dev|test|all] [--misses]

A query that must find nothing counts as a hit at 1 where nothing is found. For such queries WRatio finds
nothing where its best score is under 90, the usual cut. Exits with 1 where the program's own search finds nothing; the
limits of recall are tests (tests/search/test_recall.py).
"""

from __future__ import annotations

import csv
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable

from rapidfuzz import fuzz, process, utils

from tests.bench.verdict import fail
from tests.helpers.places import QUERIES

TABLE = QUERIES / "queries.tsv"
Ranker = Callable[[str], list[str]]


def rows(half: str) -> list[dict[str, str]]:
    """The queries of a half, or of both."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [
            row for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if half in ("all", row["half"])
        ]


def rank(found: list[str], wanted: set[str]) -> int:
    """The place of the first wanted id, from 1; 1 where nothing is wanted and nothing found; 0 for a miss."""
    if not wanted:
        return 0 if found else 1
    return next((place for place, record in enumerate(found, 1) if record in wanted), 0)


def rankers() -> dict[str, Ranker]:
    """The program's own search, and plain WRatio over all names and titles."""
    from eujdef_tui.errors import QueryError
    from eujdef_tui.model.searchable import names_of
    from eujdef_tui.search.engine import search
    from eujdef_tui.search.query import parse
    from eujdef_tui.store import SHIPPED, VIEWS, open_base

    base = open_base(SHIPPED)
    records = [row.record for view in VIEWS for row in base.rows(base.span(view))]
    named = [(name, record.id) for record in records for name, _ in names_of(record)]
    named += [(record.text, record.id) for record in records if hasattr(record, "text")]
    names = [utils.default_process(name) for name, _ in named]

    def ours(query: str) -> list[str]:
        try:
            return [base.record(hit.n).record.id for hit in search(base, parse(query)).hits]
        except QueryError:
            return []

    def wratio(query: str) -> list[str]:
        found = process.extract(query, names, scorer=fuzz.WRatio, processor=utils.default_process, limit=20)
        if not found or found[0][1] < 90:
            return [named[place][1] for _, score, place in found if score >= 90]
        return list(dict.fromkeys(named[place][1] for _, _, place in found))

    return {"eujdef": ours, "WRatio": wratio}


def main() -> None:
    """Print recall at 1 and at 3, by half and kind of query."""
    half = next((word for word in sys.argv[1:] if not word.startswith("-")), "all")
    with tempfile.TemporaryDirectory() as cache:
        os.environ.setdefault("EUJDEF_CACHE", cache)
        measure(half)


def measure(half: str) -> None:
    """Run every ranker over the queries of a half."""
    queries = rows(half)
    for name, ranker in rankers().items():
        places: dict[str, list[int]] = defaultdict(list)
        times: list[float] = []
        for row in queries:
            wanted = set(filter(None, row["first"].split("|")))
            begun = time.perf_counter()
            found = ranker(row["query"])
            times.append(time.perf_counter() - begun)
            place = rank(found, wanted)
            places[row["type"]].append(place)
            places[f"= {row['half']}"].append(place)
            if place != 1 and "--misses" in sys.argv and name == "eujdef":
                print(f"{place:3} {row['type']:<16} {row['query']:<42} {row['first'][:40]:<40} {found[:3]}")
        if not any(place for row_places in places.values() for place in row_places):
            fail(f"{name} found nothing at all")
        print(f"{name}: {statistics.median(times) * 1000:.1f} ms median")
        for kind, found_at in sorted(places.items()):
            first = sum(place == 1 for place in found_at) / len(found_at)
            third = sum(1 <= place <= 3 for place in found_at) / len(found_at)
            print(f"    {kind:<16} {len(found_at):4}   at 1: {first:.3f}   at 3: {third:.3f}")


if __name__ == "__main__":
    main()
