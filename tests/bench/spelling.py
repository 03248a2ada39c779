"""How often a public name is found from what people make of it, beside whole-name scorers and fzf.

    python tests/bench/spelling.py [NAMES]

A thousand names (tests/search/names.txt), each edited in one of ten seeded ways; found means that the name itself,
or one spelt the same, is the first hit (at 1) or among five (at 5).
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from rapidfuzz import fuzz, process, utils
from rapidfuzz.distance import JaroWinkler

from eujdef_tui.query import parse
from eujdef_tui.search import search

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from named import base_of

NAMES = Path(__file__).resolve().parents[1] / "search" / "names.txt"
Edit = Callable[[str, random.Random], str]


def _inside(name: str, made: random.Random) -> int:
    """A place inside a word of four letters or more, or anywhere but the first letter."""
    places = [at for at in range(1, len(name) - 1) if name[at].isalpha() and name[at - 1].isalpha()]
    long = [at for at in places if len(name[: at + 1].split()[-1] + name[at + 1 :].split(" ")[0]) >= 4]
    return made.choice(long or places or [0])


def _delete(name: str, made: random.Random) -> str:
    at = _inside(name, made)
    return name[:at] + name[at + 1 :]


def _insert(name: str, made: random.Random) -> str:
    at = _inside(name, made)
    return name[:at] + made.choice("aeiourstnl") + name[at:]


def _substitute(name: str, made: random.Random) -> str:
    at = _inside(name, made)
    return name[:at] + made.choice([c for c in "aeiourstnl" if c != name[at].lower()]) + name[at + 1 :]


def _swap(name: str, made: random.Random) -> str:
    at = _inside(name, made)
    return name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :]


def _plain(name: str, made: random.Random) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).lower()


def _order(name: str, made: random.Random) -> str:
    words = name.split()
    return " ".join(words[1:] + words[:1])


def _prefixes(name: str, made: random.Random) -> str:
    return " ".join(word[: max(3, len(word) * 2 // 3)] for word in name.split())


def _double(name: str, made: random.Random) -> str:
    at = _inside(name, made)
    return name[:at] + name[at] + name[at:]


def _some(name: str, made: random.Random) -> str:
    words = name.split()
    return name if len(words) < 3 else " ".join(sorted(made.sample(words, len(words) - 1), key=words.index))


def _two(name: str, made: random.Random) -> str:
    return _substitute(_delete(name, made), made)


EDITS: dict[str, Edit] = {
    "deletion": _delete, "insertion": _insert, "substitution": _substitute, "transposition": _swap, "doubling": _double,
    "no accents": _plain, "order": _order, "prefixes": _prefixes, "a word short": _some, "two edits": _two,
}  # fmt: skip


def main() -> None:
    """Print recall at 1 and 5 of each, by edit."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else NAMES
    names = list(dict.fromkeys(path.read_text(encoding="utf-8").split("\n")[:-1]))
    made = random.Random(20)
    queries = [(kind := made.choice(list(EDITS)), name, EDITS[kind](name, made)) for name in names]
    base = base_of(names)
    clean = [utils.default_process(name) for name in names]

    def ours(query: str) -> list[str]:
        return [base.title_of(base.record(hit.n).record.id) for hit in search(base, parse(query)).hits[:5]]

    def scored(scorer: Callable[..., float]) -> Callable[[str], list[str]]:
        def run(query: str) -> list[str]:
            found = process.extract(utils.default_process(query), clean, scorer=scorer, limit=5)
            return [names[place] for _, _, place in found]

        return run

    def fzf(query: str) -> list[str]:
        ran = subprocess.run(
            ["fzf", "--filter", query], input="\n".join(names), capture_output=True, text=True, check=False
        )
        return ran.stdout.splitlines()[:5]

    rankers = {
        "eujdef": ours, "WRatio": scored(fuzz.WRatio), "token_set_ratio": scored(fuzz.token_set_ratio),
        "Jaro-Winkler": scored(JaroWinkler.normalized_similarity),
    }  # fmt: skip
    if shutil.which("fzf"):
        rankers["fzf --filter"] = fzf
    for label, ranker in rankers.items():
        places: dict[str, list[int]] = defaultdict(list)
        for kind, name, query in queries:
            found = ranker(query)
            place = found.index(name) + 1 if name in found else 0
            places[kind].append(place)
            if place != 1 and "--misses" in sys.argv and label == "eujdef":
                print(f"{place} {kind:<14} {name:<34} {query:<34} {found[:2]}")
        every = [place for found_at in places.values() for place in found_at]
        print(f"{label:<16} {_share(every, 1):.3f} at 1   {_share(every, 5):.3f} at 5")
        if label == "eujdef":
            for kind, found_at in sorted(places.items()):
                print(f"    {kind:<14} {len(found_at):4}  {_share(found_at, 1):.3f}  {_share(found_at, 5):.3f}")


def _share(places: list[int], most: int) -> float:
    return sum(1 <= place <= most for place in places) / len(places)


if __name__ == "__main__":
    main()
