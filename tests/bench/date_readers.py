"""Whether the two readers of dates agree: what `draft.dating` makes of words is among what `text.date_mentions` allows.

    python tests/bench/date_readers.py [--all]

Every sentence of the articles here is read by both, as news of three days. A date that one finds and the other does
not, or that is none of the spans that the words may mean, is printed. `--all` prints what only `date_mentions` sees.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from eujdef_tui.draft.counted_dates import Issued
from eujdef_tui.draft.dating import Dating, find_dates
from eujdef_tui.text import edtf
from eujdef_tui.text.date_mentions import Mention, mentions
from eujdef_tui.text.sentences import sentences
from eujdef_tui.text.unicode import evenly_folded
from tests.helpers.places import METRE, ROOT

__all__ = ["ARTICLES", "DAYS", "Reading", "readings"]

ARTICLES = sorted([*(ROOT / "seeds").glob("*.txt"), *METRE.parent.glob("*/*.txt")])
DAYS = ("2025-07-25", "2024-02-29", "1999-12-31")


class Reading(NamedTuple):
    """A date in its words, as the drafter counts it, and how the other reader sees it: agrees, parts or misses."""

    words: str
    date: str
    verdict: str
    sentence: str


def readings(text: str, issued: str) -> Iterator[Reading]:
    """What both make of every date that the drafter finds in a text issued on that day."""
    day = Issued.of(issued)
    span = edtf.bounds(issued)
    for start, end in sentences(text):
        sentence = text[start:end]
        if evenly_folded(sentence) is None:
            continue  # the offsets of mentions count in the folded text
        seen = list(mentions(sentence))
        for future in (False, True):
            for one in find_dates(text, start, end, day, future=future):
                yield Reading(text[one.start : one.end], one.date, _verdict(one, seen, start, span), sentence)


def _verdict(one: Dating, seen: list[Mention], start: int, issued: tuple[int, int]) -> str:
    there = [mention for mention in seen if mention.start < one.end - start and mention.end > one.start - start]
    if not there:
        return "misses"
    low, high = edtf.bounds(one.date)
    spans = [span for mention in there for span in mention.spans(issued)]
    return "agrees" if any(first <= high and low <= last for first, last in spans) else "parts"


def only_mentioned(text: str, issued: str) -> Iterator[str]:
    """The words that only the other reader takes for a date."""
    day = Issued.of(issued)
    for start, end in sentences(text):
        sentence = text[start:end]
        if evenly_folded(sentence) is None:
            continue
        dated = [one for future in (False, True) for one in find_dates(text, start, end, day, future=future)]
        for mention in mentions(sentence):
            if not any(one.start - start < mention.end and one.end - start > mention.start for one in dated):
                yield sentence[mention.start : mention.end]


def main(arguments: list[str]) -> None:
    """Print the counts, and what the two see differently."""
    counted = Counter[str]()
    others = Counter[tuple[str, str, str]]()
    alone = Counter[str]()
    for path in map(Path, ARTICLES):
        text = path.read_text(encoding="utf-8")
        for issued in DAYS:
            for one in readings(text, issued):
                counted[one.verdict] += 1
                if one.verdict != "agrees":
                    others[one.verdict, one.words, one.date] += 1
            alone.update(only_mentioned(text, issued))
    print(", ".join(f"{count} {verdict}" for verdict, count in counted.most_common()))
    for (verdict, words, date), count in others.most_common():
        print(f"  {verdict} {count:3}  {words} → {date}")
    print(f"{alone.total()} that only date_mentions sees, {len(alone)} different")
    for words, count in alone.most_common() if "--all" in arguments else ():
        print(f"  {count:3}  {words}")


if __name__ == "__main__":
    main(sys.argv[1:])
