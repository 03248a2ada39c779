"""Run soak suites, and print a table of what was tried and a line for everything that was found wrong."""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
from collections.abc import Iterable
from functools import partial

from tests.soak import agreement, crowd, damage, fuzz, keys, memory, review, writes
from tests.soak.trials import Suite, Tried, seeds

SUITES: dict[str, Suite] = {
    "files": fuzz.try_fact_files,
    "articles": fuzz.try_articles,
    "bases": damage.try_bases,
    "writes": writes.try_write,
    "keys": keys.try_keys,
    "memory": memory.try_memory,
    "crowd": crowd.try_crowd,
    "agreement": agreement.try_agreement,
    "review": review.try_review,
}
# The short form that the server runs: how many trials of each suite, from seed 1 on, and some smaller than they are.
# All together take under a minute of processor time.
SHORT_SEED = 1
SHORT_TRIALS = {
    "files": 2,
    "articles": 1,
    "bases": 1,
    "writes": 20,
    "keys": 1,
    "memory": 1,
    "crowd": 1,
    "agreement": 2,
    "review": 1,
}
SHORT_SUITES: dict[str, Suite] = {
    "keys": partial(keys.try_keys, steps=120),
    "memory": partial(memory.try_memory, keys=500),
    "crowd": partial(crowd.try_crowd, explorers=3, rebuilds=1, typing=4.0),
    "review": partial(review.try_review, keys=1000),
}


SURROUNDINGS = {"EUJDEF_TODAY": "2026-01-15", "EUJDEF_FILE": "", "TERM": "xterm-256color"}
SURROUNDINGS |= {"TMUX": "", "STY": "", "SSH_CONNECTION": ""}


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser("python -m tests.soak", description=__doc__)
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=f"some of: {', '.join(SUITES)}; all by default")
    parser.add_argument("--minutes", type=float, default=1.0, help="how long each suite goes on, 1 by default")
    parser.add_argument("--seed", type=int, help="the first seed, random by default")
    parser.add_argument("--trials", type=int, help="how many seeds each suite tries, in place of --minutes")
    parser.add_argument("--short", action="store_true", help="what the server runs: few trials, of a fixed seed")
    options = parser.parse_args()
    if unknown := set(options.suites) - set(SUITES):
        parser.error(f"no such suite: {', '.join(sorted(unknown))}")
    return options


def run(name: str, suite: Suite, tried_seeds: Iterable[int], again: str) -> Tried:
    """Run one suite; print each fault as it is found, with the command that finds it again."""
    whole = Tried()
    for seed in tried_seeds:
        tried = suite(seed)
        whole.add(tried)
        for fault in tried.faults:
            print(f"FAULT {name}: {fault}\n  again: {again} --seed {seed} --trials 1 {name}", flush=True)
    return whole


def main() -> None:
    """Run what the command line names; exit with 1 if anything was found wrong."""
    options = arguments()
    first = options.seed if options.seed is not None else SHORT_SEED if options.short else random.randrange(10**6)
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "EUJDEF_CACHE": f"{folder}/cache",
            "EUJDEF_STATE": f"{folder}/state",
            "EUJDEF_TODAY": "2026-01-15",
        }
        os.environ |= {"VISUAL": "true", "BROWSER": "true", "EUJDEF_CONFIG": os.devnull}  # no program starts by a key
        os.environ |= {"TMUX": "", "STY": "", "TERM": "xterm-256color", "SSH_CONNECTION": "", "EUJDEF_FILE": ""}
        for name in options.suites or SUITES:
            trials = SHORT_TRIALS[name] if options.short and options.trials is None else options.trials
            suite = SHORT_SUITES.get(name, SUITES[name]) if options.short else SUITES[name]
            print(f"{name}: seeds from {first}", flush=True)
            tried = run(
                name, suite, seeds(first, trials, options.minutes), f"python -m tests.soak{' --short' * options.short}"
            )
            faults += len(tried.faults)
            counted = [f"{count:,} {what}" for what, count in tried.counts.items()]
            counted += [f"{what} {figure:,.4g}" for what, figure in tried.most.items()]
            print(f"{name}: {', '.join(counted)}; {len(tried.faults)} faults", flush=True)
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(f"processor time {sum(use.ru_utime + use.ru_stime for use in spent):.0f} s")
    sys.exit(faults > 0)


if __name__ == "__main__":
    main()
