"""How well drafts are held against the base: `python -m tests.bench.verify [--kept] [--worst N] [SENTENCES.tsv …]`.

With `--speed` how long it takes instead (see `verify_speed`).

It prints, of the sentences that are tuned on (passages with an odd number) and of those kept aside (even), how many of
the true ones have their fact first, how many false ones are flagged, and how many true ones are flagged by mistake;
beside them plain BM25 that only counts words. `--json` prints one object, for a test.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from eujdef_tui.store import SHIPPED, Base, open_base
from eujdef_tui.text.tokens import words
from eujdef_tui.verify.checking import Checker
from eujdef_tui.verify.fact import Fact
from eujdef_tui.verify.verdict import Verdict
from tests.bench.verify_speed import print_speed

SENTENCES = Path(__file__).parents[1] / "verify" / "sentences.tsv"
ASIDE = ("nothing", "unsourced")
FLAGGED = ("differs", "no source")


class Sentence(NamedTuple):
    """A sentence of the set: `sort` is "true", the sort of mistake, or one of ASIDE."""

    passage: int
    sort: str
    facts: tuple[str, ...]
    text: str


class Judged(NamedTuple):
    """A sentence with its verdict, and whether a right fact is first."""

    sentence: Sentence
    verdict: Verdict
    first: bool

    @property
    def is_wrong(self) -> bool:
        """Whether the verdict is not what it should be."""
        flagged = self.verdict.word in FLAGGED
        if self.sentence.sort == "nothing":
            return self.verdict.word != "nothing to check"
        return flagged if self.sentence.sort == "true" else not flagged


def read(path: Path = SENTENCES) -> list[Sentence]:
    """The sentences of a file: passage, style, sort, ids of facts, text, parted by tabs."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            passage, _, sort, facts, text = line.split("\t")
            found.append(Sentence(int(passage), sort, tuple(filter(None, facts.split(","))), text))
    return found


def _passages(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    passages = defaultdict(list)
    for one in sentences:
        passages[one.passage].append(one)
    return list(passages.values())


def judged(base: Base, sentences: Sequence[Sentence]) -> Iterator[Judged]:
    """Hold each passage against the base, as one text."""
    checker = Checker(base)
    for passage in _passages(sentences):
        text = "\n\n".join(one.text for one in passage)
        found = list(checker.check(text))
        at = 0
        for one in passage:
            end = at + len(one.text)
            mine = [checked for checked in found if at <= checked.part.start < end]
            # of a line that is taken for two sentences, what is wrong with either is wrong
            verdict = next((c.verdict for c in mine if c.verdict.word in FLAGGED), mine[0].verdict)
            yield Judged(one, verdict, is_right(base, verdict.fact, one.facts))
            at = end + 2


def is_right(base: Base, fact: Fact | None, wanted: Sequence[str]) -> bool:
    """Whether a fact is one of those wanted; a step of an agreement counts as it."""
    if fact is None:
        return False
    return bool({fact.id, *getattr(fact.record, "agreements", ())} & set(wanted))


class Overlap:
    """The peer: plain BM25 over words as written; a sentence with half of its words in the first fact is supported."""

    def __init__(self, base: Base) -> None:
        """Read the words of the facts."""
        facts = Checker(base).facts.facts
        self._texts = [(fact, [word.folded for word in words(fact.words)]) for fact in facts]
        self._held: dict[str, int] = defaultdict(int)
        for _, tokens in self._texts:
            for token in set(tokens):
                self._held[token] += 1
        self._mean = sum(len(tokens) for _, tokens in self._texts) / len(self._texts)

    def judged(self, base: Base, sentences: Sequence[Sentence]) -> Iterator[Judged]:
        """Each sentence by itself: supported, or no source says so."""
        for one in sentences:
            query = {word.folded for word in words(one.text)}
            fact, tokens = max(self._texts, key=lambda text: self._score(query, text[1]))
            held = len(query & set(tokens)) >= len(query) / 2
            verdict = Verdict("supported" if held else "no source", "", fact)
            yield Judged(one, verdict, is_right(base, fact, one.facts))

    def _score(self, query: set[str], tokens: list[str]) -> float:
        length = 1.2 * (0.25 + 0.75 * len(tokens) / self._mean)
        shared = query & set(tokens)
        return sum(self._weight(token) * tokens.count(token) / (tokens.count(token) + length) for token in shared)

    def _weight(self, token: str) -> float:
        return math.log(1 + (len(self._texts) - self._held[token] + 0.5) / (self._held[token] + 0.5))


def figures(found: Sequence[Judged]) -> dict[str, float]:
    """The three figures of the issue, as shares, and the counts that they are of."""
    true = [one for one in found if one.sentence.sort == "true"]
    false = [one for one in found if one.sentence.sort not in ("true", *ASIDE)]
    return {
        "true": len(true),
        "false": len(false),
        "first": sum(one.first for one in true) / max(len(true), 1),
        "flagged": sum(one.verdict.word in FLAGGED for one in false) / max(len(false), 1),
        "alarms": sum(one.verdict.word in FLAGGED for one in true) / max(len(true), 1),
    }


HALVES = {"tuned on": 1, "kept aside": 0}


def main(arguments: Sequence[str]) -> None:
    """Print the table of each file."""
    files = [Path(one) for one in arguments if one.endswith(".tsv")] or [SENTENCES]
    if "--speed" in arguments:
        print_speed([[one.text for one in passage] for path in files for passage in _passages(read(path))])
        return
    worst = int(arguments[arguments.index("--worst") + 1]) if "--worst" in arguments else 20
    base = open_base(SHIPPED)
    for path in files:
        found = list(judged(base, read(path)))
        if "--json" in arguments:
            print(json.dumps({name: figures(half(found, odd)) for name, odd in HALVES.items()}))
            continue
        print_figures(base, path, found)
        shown = found if "--kept" in arguments else half(found, 1)
        print_kinds(shown)
        print_worst(shown, worst)


def half(found: Sequence[Judged], odd: int) -> list[Judged]:
    """The sentences of the passages with an odd number, or of those with an even one."""
    return [one for one in found if one.sentence.passage % 2 == odd]


def print_figures(base: Base, path: Path, found: Sequence[Judged]) -> None:
    """Print the three shares of each half and of all, and below them those of the peer."""
    print(f"{path.name}: {len(found)} sentences")
    print(f"{'':14}{'right fact first':>18}{'false flagged':>16}{'false alarms':>14}")
    peer = Overlap(base)
    for name, some in (*((name, half(found, odd)) for name, odd in HALVES.items()), ("all", found)):
        if some:
            own = figures(some)
            other = figures(list(peer.judged(base, [one.sentence for one in some])))
            print(f"{name:14}{_shares(own)}   of {own['true']} true, {own['false']} false")
            print(f"{'  BM25 overlap':14}{_shares(other)}")


def _shares(one: Mapping[str, float]) -> str:
    return f"{one['first']:18.3f}{one['flagged']:16.3f}{one['alarms']:14.3f}"


def print_kinds(found: Sequence[Judged]) -> None:
    """Print for each kind of mistake how many are flagged, and how many of them for that reason."""
    for sort in dict.fromkeys(one.sentence.sort for one in found):
        some = [one for one in found if one.sentence.sort == sort]
        right = sum(not one.is_wrong for one in some)
        exact = sum(any(odd.sort == sort for odd in one.verdict.differences) for one in some if not one.is_wrong)
        reason = f", {exact} for that reason" if sort not in ("true", *ASIDE) else ""
        print(f"  {sort:10} {right} of {len(some)} as it should be{reason}")


def print_worst(found: Sequence[Judged], most: int) -> None:
    """Print the sentences with a wrong verdict, then the true ones whose fact is not first, with what led to it."""
    bad = [one for one in found if one.is_wrong or (one.sentence.sort == "true" and not one.first)]
    for one in sorted(bad, key=lambda one: not one.is_wrong)[:most]:
        verdict = one.verdict
        reasons = "; ".join(f"{odd.sort} {odd.said!r} → {odd.instead!r}" for odd in verdict.differences)
        fact = verdict.fact.id if verdict.fact else "—"
        print(f"- {one.sentence.sort}: {one.sentence.text}")
        print(f"    {verdict.word} ({verdict.share:.2f}) {fact} {reasons}", end="")
        print(f" · wanted {','.join(one.sentence.facts)} · lacks {', '.join(verdict.lacking)}")


if __name__ == "__main__":
    main(sys.argv[1:])
