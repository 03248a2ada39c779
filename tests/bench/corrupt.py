"""How many corrupted facts `check` catches, by kind of corruption, and how many right facts it alarms.

    python tests/bench/corrupt.py [FILE…] [--seed N] [--each N] [--misses] [--alarms]

Right facts are those of the shipped file and of tests/corpora, as they are written. Of each kind so many are drawn by
seed, one is corrupted at a time, and it counts as caught where a rule says something of it that no rule said before.
What the loader refuses is caught too. `--misses` lists what was not caught, `--alarms` the alarms on right facts.

Exits with 1 where less than 85 % are caught or more than 4 % of the right facts are alarmed.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from eujdef_tui.factfile.anchoring import Corpus, anchor_evidence, anchored
from eujdef_tui.factfile.loader import load
from eujdef_tui.model.parts import map_evidence
from eujdef_tui.model.records import Event, Milestone, Statement
from eujdef_tui.model.struct import replace
from eujdef_tui.rules import RULES
from eujdef_tui.rules.ledger import Ledger
from eujdef_tui.rules.truth import doubts
from tests.bench.corruptions import KINDS, Case
from tests.bench.verdict import fail
from tests.helpers.places import CORPUS, ROOT

FILES = (CORPUS, *(ROOT / "tests" / "corpora" / f"{name}.yaml" for name in "bells water rails herring metre".split()))
CAUGHT, ALARMED = 0.85, 0.04
# Rules that look at one fact and what it rests on. The others ask what the whole file has.
OF_FILE = frozenset(
    "unaccounted-sentence no-fact-clash unused-source article-outside issued-without-basis unsourced-name"
    " unlinked-actor event-without-actors duplicate-title tension-without-difference derived-from-itself same-"
    " text-twice".split()
)
OF_FACT = tuple(rule for rule in RULES if rule.id not in OF_FILE)


class World(NamedTuple):
    """A fact file with its quotes anchored."""

    corpus: Corpus
    whole: Ledger

    def said(self, case: Case) -> Counter[str]:
        """What the rules say of one fact alone: how often each rule."""
        file = self.corpus.file
        alone: dict[str, Any] = {"events": (), "statements": (), "agreements": (), "tensions": ()}
        if isinstance(case.fact, Milestone):
            assert case.part_of
            alone["agreements"] = (replace(case.part_of, milestones=(case.fact,)),)
        else:
            alone[f"{type(case.fact).__name__.lower()}s"] = (case.fact,)
        ledger = Ledger(Corpus(replace(file, **alone), self.corpus.sentences))
        vars(ledger).update(articles=self.whole.articles, cast=self.whole.cast)  # read once, as in a whole check
        vars(ledger)["claims"] = tuple(claim for claim in ledger.claims if claim.fact == case.fact)
        return Counter(problem.rule for rule in OF_FACT for problem in rule.problems(ledger))

    def cases(self) -> Iterator[Case]:
        """Every fact that can be corrupted."""
        file = self.corpus.file
        facts: tuple[Event | Statement, ...] = (*file.events, *file.statements)
        for fact in facts:
            yield Case(fact, None, self.corpus)
        for agreement in file.agreements:
            yield Case(replace(agreement, milestones=()), None, self.corpus)
            for step in agreement.milestones:
                yield Case(step, agreement, self.corpus)

    def again(self, case: Case) -> Case:
        """The fact with its quotes anchored anew."""
        fact: Any = map_evidence(case.fact, lambda item: anchored(item, self.corpus))
        return case._replace(fact=fact)


@dataclass
class Tally:
    """What was counted so far: by kind what was caught and by which rules, right facts alarmed or not."""

    caught: dict[str, Counter[bool]] = field(default_factory=lambda: defaultdict(Counter))
    by_rule: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    alarmed: Counter[bool] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)

    @property
    def caught_evenly(self) -> float:
        """The share of corrupted facts that is caught, each kind counting alike."""
        return sum(counts[True] / counts.total() for counts in self.caught.values()) / len(self.caught)

    @property
    def alarm_rate(self) -> float:
        """The share of right facts of which a rule says something."""
        return self.alarmed[True] / self.alarmed.total()


def measure(path: Path, tally: Tally, *, seed: int, each: int) -> None:
    """Count the alarms on the facts of a file, and how many of `each` corrupted in every way are caught."""
    corpus = anchor_evidence(load(path))
    world = World(corpus, Ledger(corpus))
    cases = list(world.cases())
    before = {id(case.fact): world.said(case) for case in cases}
    tally.alarmed.update(bool(said) for said in before.values())
    tally.alarms += [f"{path.name} {case.name} {dict(said)}" for case in cases if (said := before[id(case.fact)])]
    for kind, corrupt in KINDS.items():
        draw = random.Random(f"{seed} {kind} {path.name}")
        done = 0
        for case in draw.sample(cases, len(cases)):
            if done == each or (wrong := corrupt(case, draw)) is None:
                continue
            done += 1
            new = world.said(world.again(wrong)) - before[id(case.fact)]
            tally.caught[kind][bool(new)] += 1
            tally.by_rule[kind].update(new.keys())
            if not new:
                tally.misses.append(f"{kind}: {path.name} {wrong.name}: {wrong.shown()}")


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description="How many corrupted facts `check` catches.")
    options.add_argument("files", nargs="*", type=Path, default=FILES)
    options.add_argument("--seed", type=int, default=13)
    options.add_argument("--each", type=int, default=20)
    options.add_argument("--misses", action="store_true")
    options.add_argument("--alarms", action="store_true")
    given = options.parse_args()
    tally = Tally()
    for path in given.files:
        measure(path, tally, seed=given.seed, each=given.each)
    for line in (*(tally.misses if given.misses else ()), *(tally.alarms if given.alarms else ())):
        print(line)
    for kind, counts in tally.caught.items():
        rules = ", ".join(f"{rule} {number}" for rule, number in tally.by_rule[kind].most_common(4))
        print(f"{kind:16} {counts[True]:4} of {counts.total():4}  {counts[True] / counts.total():.2f}  {rules}")
    print(f"caught, each kind alike: {tally.caught_evenly:.3f}")
    print(f"right facts alarmed: {tally.alarmed[True]} of {tally.alarmed.total()}, {tally.alarm_rate:.3f}")
    check_cost(CORPUS)
    if tally.caught_evenly < CAUGHT or tally.alarm_rate > ALARMED:
        fail(f"at least {CAUGHT} caught and at most {ALARMED} alarmed are promised")


def check_cost(path: Path) -> None:
    """Print how long the truth checks take a fact, all that they read included."""
    corpus = anchor_evidence(load(path))
    start = time.process_time()
    claims = Ledger(corpus).claims
    found = sum(1 for claim in claims for _ in doubts(claim))
    taken = (time.process_time() - start) / len(claims) * 1000
    print(f"truth checks on {path.name}: {taken:.2f} ms a fact, {found} doubts")


if __name__ == "__main__":
    main()
