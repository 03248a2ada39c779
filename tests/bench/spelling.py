"""How often a public name is found from what people make of it, beside whole-name scorers and fzf.

    python tests/bench/spelling.py [NAMES] [--misses]

A thousand names (tests/search/names.txt), each edited in one of ten seeded ways (see `edits`); found means that the
name, or one that what was typed fits as well, is the first hit (at 1) or among five (at 5). Exits with 1 where a ranker
finds nothing.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz, process, utils
from rapidfuzz.distance import JaroWinkler

from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from tests.bench.edits import EDITS, fits, typed
from tests.bench.verdict import fail
from tests.helpers.named_actors import base_of
from tests.helpers.places import QUERIES

NAMES = QUERIES / "names.txt"
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


def main() -> None:
    """Print recall at 1 and 5 of each, by edit."""
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
    print("recall at 1, at 5      " + "".join(f"{label:<16}" for label in places))
    for edit in (*EDITS, "all"):
        of = [n for n, one in enumerate(queries) if edit in (one.edit, "all")]
        row = "".join(f"{_share(found, of, 1):.3f} {_share(found, of, 5):.3f}     " for found in places.values())
        print(f"{edit:<14} {len(of):5}   {row}")


def _share(places: list[int], of: list[int], most: int) -> float:
    return sum(1 <= places[n] <= most for n in of) / max(1, len(of))


if __name__ == "__main__":
    main()
