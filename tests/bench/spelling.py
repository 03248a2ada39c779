"""How often a public name is found from what people make of it, beside whole-name scorers and fzf.

    python tests/bench/spelling.py [NAMES] [--misses]

A thousand names (tests/search/names.txt), each edited in one of ten seeded ways (see `edits`); found means that the
name, or one that what was typed fits as well, is the first hit (at 1) or among five (at 5). Then 400 misspelt names of
the actors of the fact files (tests/helpers/query_sets.py), each asked of its own facts, and how many of 400 names that
are in no fact of a file find something there: false hits. Exits with 1 where a ranker finds nothing.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz, process, utils
from rapidfuzz.distance import JaroWinkler

from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import open_base
from tests.bench import rankers as of_facts
from tests.bench.edits import EDITS, fits, typed
from tests.bench.misspelt import MISSPELLINGS, absent_names, misspelt_names
from tests.bench.misspelt import place as place_of_record
from tests.bench.verdict import fail
from tests.helpers.named_actors import base_of
from tests.helpers.places import QUERIES
from tests.helpers.query_sets import fact_files

NAMES = QUERIES / "names.txt"
ASKED = 400  # misspelt names of the fact files, and names that none of them knows
Ranker = Callable[[str], list[str]]


class Asked(NamedTuple):
    """What was typed, by which edit, and the name that was meant."""

    edit: str
    name: str
    query: str


def asked(names: list[str], seed: int = 20) -> list[Asked]:
    """Every name, each edited in one way."""
    made = random.Random(seed)
    edits = [made.choice(list(EDITS)) for _ in names]
    return [Asked(edit, name, typed(name, edit, made)) for edit, name in zip(edits, names, strict=True)]


def place(found: list[str], one: Asked) -> int:
    """Where the name stands, or another that what was typed fits as well; from 1, 0 for nowhere."""
    best = fits(one.query, one.name, one.edit)
    right = (n for n, name in enumerate(found, 1) if name == one.name or fits(one.query, name, one.edit) <= best)
    return next(right, 0)


def ours(names: list[str]) -> Ranker:
    """The program's own search over a base with an actor of each name."""
    base = base_of(names)
    return lambda query: [base.title_of(base.record(hit.n).record.id) for hit in search(base, parse(query)).hits[:5]]


def rankers(names: list[str]) -> dict[str, Ranker]:
    """All that are compared."""
    clean = [utils.default_process(name) for name in names]

    def scored(scorer: Callable[..., float]) -> Ranker:
        def run(query: str) -> list[str]:
            found = process.extract(utils.default_process(query), clean, scorer=scorer, limit=5)
            return [names[place] for _, _, place in found]

        return run

    def fzf(query: str) -> list[str]:
        ran = subprocess.run(
            ["fzf", "--filter", query], input="\n".join(names), capture_output=True, text=True, check=False
        )
        return ran.stdout.splitlines()[:5]

    every = {
        "eujdef": ours(names), "WRatio": scored(fuzz.WRatio), "token_set": scored(fuzz.token_set_ratio),
        "Jaro-Winkler": scored(JaroWinkler.normalized_similarity),
    }  # fmt: skip
    return every | ({"fzf": fzf} if shutil.which("fzf") else {})


def public_names() -> None:
    """Print recall at 1 and 5 of each over a list of names, by edit."""
    paths = [word for word in sys.argv[1:] if not word.startswith("-")]
    names = list(dict.fromkeys(Path(paths[0] if paths else NAMES).read_text(encoding="utf-8").split("\n")[:-1]))
    queries = asked(names)
    places = {label: [place(ranker(one.query), one) for one in queries] for label, ranker in rankers(names).items()}
    for label, ranks in places.items():
        if not any(ranks):
            fail(f"{label} found nothing at all")
    if "--misses" in sys.argv:
        for one, found in zip(queries, places["eujdef"], strict=True):
            if found != 1:
                print(f"{found} {one.edit:<14} {one.name:<40} {one.query}")
    _print([one.edit for one in queries], places, list(EDITS))


def names_of_facts() -> None:
    """Print recall at 1 and 5 of the misspelt names of the fact files, and the false hits of names they do not know."""
    places: dict[str, list[int]] = defaultdict(list)
    edits: list[str] = []
    false: dict[str, dict[str, int]] = defaultdict(dict)
    misspelt = misspelt_names(ASKED)
    for name, path in fact_files().items():
        base = open_base(path)
        own = [one for one in misspelt if one.fact_file == path]
        edits += [one.edit for one in own]
        absent = absent_names(base, ASKED)
        for label, ranker in of_facts.rankers(base).items():
            ranks = [place_of_record(ranker(one.query).hits, base, one) for one in own]
            if not any(ranks):
                fail(f"{label} found no name of {name}")
            places[label] += ranks
            false[label][name] = sum(bool(ranker(other).hits) for other in absent)
            if label == of_facts.OURS and "--misses" in sys.argv:
                for one, found in zip(own, ranks, strict=True):
                    if found != 1:
                        print(f"{found} {one.edit:<14} {one.name:<40} {one.query}")
                print(f"{name}: false hits: {', '.join(other for other in absent if ranker(other).hits)}")
        base.close()
    _print(edits, places, list(MISSPELLINGS))
    print(f"\nfalse hits of {ASKED} absent names")
    for label, files in false.items():
        print(f"{label:<14}         " + "   ".join(f"{name} {count}" for name, count in files.items()))


def _print(edits: list[str], places: dict[str, list[int]], kinds: list[str]) -> None:
    """Print a table: a row an edit and one of all, two shares a ranker."""
    print("recall at 1, at 5      " + "".join(f"{label:<16}" for label in places))
    for edit in (*kinds, "all"):
        of = [n for n, one in enumerate(edits) if edit in (one, "all")]
        row = "".join(f"{_share(found, of, 1):.3f} {_share(found, of, 5):.3f}     " for found in places.values())
        print(f"{edit:<14} {len(of):5}   {row}")


def main() -> None:
    """Print both: public names, then those of the fact files."""
    public_names()
    print()
    with tempfile.TemporaryDirectory() as cache:
        os.environ.setdefault("EUJDEF_CACHE", cache)
        names_of_facts()


def _share(places: list[int], of: list[int], most: int) -> float:
    return sum(1 <= places[n] <= most for n in of) / max(1, len(of))


if __name__ == "__main__":
    main()
