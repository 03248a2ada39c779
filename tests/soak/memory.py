"""Memory of one explorer over many keys: after the first tenth it grows by no more than a fifth."""

from __future__ import annotations

import asyncio
import gc
import resource
from collections.abc import Sequence
from multiprocessing import Pipe
from random import Random

from eujdef_tui.store import SHIPPED, open_base
from tests.soak.forked import forked
from tests.soak.keys import words_of
from tests.soak.steps import keys_in, random_step
from tests.soak.trials import Tried
from tests.soak.walker import Step, walker

__all__ = ["try_memory"]

GROWTH = 1.2
ROUNDS = 10
SIZE = (80, 24)
TOGETHER = 10  # steps in one write: then fewer frames are drawn, and the keys take a fifth of the time


def try_memory(seed: int, keys: int = 60_000) -> Tried:
    """Press keys in an explorer in a process of its own, and compare its memory after a tenth of them with the end."""
    tried = Tried()
    far, near = Pipe(duplex=False)

    def job() -> int:
        near.send(asyncio.run(_measured(seed, keys)))
        return 0

    ended = forked(job, seconds=3600)
    if ended.code:
        tried.faults.append(f"seed {seed}: ended with {ended.code}: {ended.err[-600:]}")
        return tried
    pressed, early, late = far.recv()
    tried.counts["keys"] += pressed
    tried.measure("MiB after a tenth", early)
    tried.measure("MiB at the end", late)
    if late > early * GROWTH:
        tried.faults.append(f"seed {seed}: {early:.1f} MiB early in {pressed:,} keys, {late:.1f} MiB at the end")
    return tried


async def _measured(seed: int, most: int) -> tuple[int, float, float]:
    """How many keys were pressed, and the MiB of the process after the first of the rounds of keys and after the last.

    The rounds press the same keys: what the first has filled (caches, lists of earlier searches) is filled for all.
    """
    chance, base = Random(f"memory {seed}"), open_base(SHIPPED)
    words, writes, keys = words_of(base), list[Step](), 0
    while keys < most / ROUNDS:
        steps = [_step(chance, words) for _ in range(TOGETHER)]
        keys += sum(map(keys_in, steps))
        writes.append(Step(b"".join(step.data for step in steps)))
    measured = []
    async with walker(base, SIZE, glazed=False) as at:
        for _ in range(ROUNDS):
            for write in writes:
                await at.take(write)
                if not at.alive:
                    raise RuntimeError(f"not alive: {at.app._exception!r}")
            measured.append(_mib())
    return keys * ROUNDS, measured[0], measured[-1]


def _step(chance: Random, words: Sequence[str]) -> Step:
    """A step of keys, a paste or the mouse. A large screen takes more memory, and is no leak; the palette can quit."""
    while True:
        kind, step = random_step(chance, words)
        if kind != "resizes" and kind != "broken input" and b"\x10" not in step.data:
            return step


def _mib() -> float:
    """The resident memory of this process in MiB."""
    gc.collect()
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
        return int(file.read().split()[1]) * resource.getpagesize() / 2**20
