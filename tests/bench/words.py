"""How often a word of the articles is found when one of its letters is mistyped.

    python tests/bench/words.py [SET…] [--misses]

Every word of five letters or more in the articles of each fact file, with one letter dropped, swapped with the next,
doubled or replaced (seeded). Right are the records that the word finds as it is written. Printed are the shares whose
first hit is right (1st), that have a right one among the first three (in3; near: what is offered as nearest follows the
hits), whose first hit is wrong (bad), and that find nothing (none). What became another word of the articles is left
out. Exits with 1 where the words of a fact file find nothing as they are written.
"""

from __future__ import annotations

import os
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from typing import NamedTuple

from eujdef_tui.store import Base, open_base
from tests.bench.rankers import Found, Ranker, our_search
from tests.bench.verdict import fail
from tests.helpers.query_sets import fact_files

TOP = 3
SEED = 20
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Mistyped(NamedTuple):
    """A word as it is written, what was typed instead, and how it came about."""

    word: str
    query: str
    edit: str


def _drop(word: str, at: int, made: random.Random) -> str:
    return word[:at] + word[at + 1 :]


def _swap(word: str, at: int, made: random.Random) -> str:
    at = min(at, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _double(word: str, at: int, made: random.Random) -> str:
    return word[:at] + word[at] + word[at:]


def _replace(word: str, at: int, made: random.Random) -> str:
    return word[:at] + made.choice(LETTERS.replace(word[at], "")) + word[at + 1 :]


EDITS: dict[str, Callable[[str, int, random.Random], str]] = {
    "dropped": _drop, "swapped": _swap, "doubled": _double, "replaced": _replace,
}  # fmt: skip


def article_words(base: Base) -> list[str]:
    """The words of the articles of a base that have five letters or more, in small letters."""
    texts = (base.article(row.record.id).text for row in base.rows(base.span("sources")))
    return sorted({word for text in texts for word in re.findall(r"[^\W\d_]{5,}", text.lower())})


def mistyped(words: list[str], seed: int = SEED) -> Iterator[Mistyped]:
    """Each word with each edit, at a seeded letter after the first; none that is another of the words."""
    made, known = random.Random(seed), set(words)
    for word in words:
        for edit, change in EDITS.items():
            query = change(word, made.randrange(1, len(word)), made)
            if query not in known:
                yield Mistyped(word, query, edit)


class Tally:
    """What became of the mistyped words of one kind."""

    def __init__(self) -> None:
        self.count = self.first = self.top = self.near = self.wrong = self.none = 0

    def add(self, right: frozenset[str], found: Found) -> None:
        """Count one answer."""
        first = bool(right.intersection(found.hits[:1]))
        self.count += 1
        self.first += first
        self.top += bool(right.intersection(found.hits[:TOP]))
        self.near += bool(right.intersection((*found.hits, *found.nearest)[:TOP]))
        self.wrong += bool(found.hits) and not first
        self.none += not found.hits

    def __str__(self) -> str:
        counts = (self.first, self.top, self.near, self.wrong, self.none)
        return f"{self.count:5}   " + "   ".join(f"{n / max(1, self.count):.3f}" for n in counts)


def measure(name: str, base: Base, totals: dict[str, Tally]) -> None:
    """Ask for every mistyped word of a fact file, count and, with --misses, list what is not found."""
    ask: Ranker = our_search(base)
    words = article_words(base)
    right = {word: frozenset(ask(word).hits) for word in words}
    if not any(right.values()):
        fail(f"the words of {name} find nothing as they are written")
    unfound = [word for word in words if not right[word]]
    print(f"{name}: {len(words)} words; as they are written {len(unfound)} find nothing: {', '.join(unfound[:6])}")
    for one in mistyped([word for word in words if right[word]]):
        found = ask(one.query)
        totals[one.edit].add(right[one.word], found)
        if "--misses" in sys.argv and not right[one.word].intersection(found.hits[:1]):
            print(f"    {one.edit:<9} {one.word:<18} {one.query:<18} {', '.join(found.hits[:3])}")


def main() -> None:
    """Print the table of each fact file."""
    named = [word for word in sys.argv[1:] if not word.startswith("-")]
    with tempfile.TemporaryDirectory() as cache:
        os.environ.setdefault("EUJDEF_CACHE", cache)
        for name, path in fact_files().items():
            if named and name not in named:
                continue
            base = open_base(path)
            totals = {edit: Tally() for edit in EDITS}
            measure(name, base, totals)
            base.close()
            print(f"    {'':<9}  count     1st     in3    near     bad    none")
            print("\n".join(f"    {edit:<9}  {tally}" for edit, tally in totals.items()), flush=True)


if __name__ == "__main__":
    main()
