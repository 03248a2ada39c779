"""Random keys, words, pastes, mouse reports, broken input and sizes, on the shipped corpus and on hostile ones."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from eujdef_tui.store import SHIPPED, Base, open_base
from tests.soak.corpora import HOSTILE_WORDS, document, write_corpus
from tests.soak.invariants import Invariants
from tests.soak.shortest import shortest
from tests.soak.steps import keys_in, random_step
from tests.soak.trials import Tried
from tests.soak.walker import Step, Walker, walker

__all__ = ["try_keys", "words_of"]

PALETTE = b"\x10"  # ctrl+p
OFTEN = 25  # steps between two looks at what is slow to look at, and at what esc leads to
JOINED = (0.0, 0.0, 0.5, 0.9)  # of the steps of a walk, how many arrive in one write with the step before
SHRINK = 120.0  # seconds for finding a shorter sequence


def words_of(base: Base) -> list[str]:
    """Words of the titles of a base."""
    rows = base.rows(range(1, min(base.count(), 400) + 1))
    return sorted({word for row in rows for word in base.title_of(row.record.id).split()}) or ["x"]


def _steps(chance: Random, words: Sequence[str], tried: Tried, count: int) -> list[Step]:
    steps, joined = [Step()], chance.choice(JOINED)
    for _ in range(count):
        kind, step = random_step(chance, words)
        tried.counts[kind] += kind in ("pastes", "mouse reports", "broken input", "resizes")
        if chance.random() < joined and not step.size and not steps[-1].size:
            steps[-1] = Step(steps[-1].data + step.data)
        else:
            steps.append(step)
    return steps


async def _lasting(at: Walker, invariants: Invariants) -> str:
    """What does not hold, and still does not after a tenth of a second: a click is shown in more than one frame."""
    wrong = next(invariants.after_step(at), "")
    for _ in range(4):
        if not wrong or not at.alive:
            break
        await asyncio.sleep(0.025)
        await at.rest()
        wrong = next(invariants.after_step(at), "")
    return wrong


async def walk(base: Base, steps: Sequence[Step]) -> tuple[int, str]:
    """Take the steps until something does not hold. Returns how many were taken, and what does not hold, "" for all."""
    invariants = Invariants(base)
    async with walker(base) as at:
        for nth, step in enumerate(steps, 1):
            in_palette = at.overlay == "Palette" or PALETTE in step.data
            await at.take(step)
            if in_palette and not at.app.is_running and at.app._exception is None:
                return nth, ""  # its last command quits
            wrong = await _lasting(at, invariants)
            if not wrong and nth % OFTEN == 0:
                wrong = next(invariants.now_and_then(at), "")
            if not wrong and nth % (OFTEN * 2) == 0:
                wrong = next(iter(await invariants.out(at)), "")
            if wrong:
                return nth, wrong
    return len(steps), ""


def _kind(wrong: str) -> str:
    """What a fault is, without the words that differ from run to run."""
    return wrong.partition(":")[0][:40]


def walked(base: Base, steps: Sequence[Step]) -> tuple[int, str]:
    """`walk`, also where closing the explorer raises what had been raised in it."""
    try:
        return asyncio.run(walk(base, steps))
    except Exception as error:  # noqa: BLE001 - whatever ends the explorer is a fault, and is told
        return len(steps), f"not alive: {type(error).__name__}: {error}"[:400]


def try_keys(seed: int, steps: int = 250) -> Tried:
    """Walk at random: with every other seed on the shipped corpus, else on a hostile one of this seed."""
    chance, tried = Random(f"keys {seed}"), Tried()
    with TemporaryDirectory() as folder:
        hostile = seed % 2
        path = write_corpus(Path(folder), *document(chance, hostile=True, size=30)) if hostile else SHIPPED
        base = open_base(path)
        words = [*words_of(base), *(HOSTILE_WORDS if hostile else ())]
        planned = _steps(chance, words, tried, steps)
        taken, wrong = walked(base, planned)
        tried.counts["steps"] += taken
        tried.counts["keys"] += sum(keys_in(step) for step in planned[:taken])
        if wrong:
            until = time.monotonic() + SHRINK

            def fails(fewer: Sequence[Step]) -> bool:
                return _kind(walked(base, fewer)[1]) == _kind(wrong)

            found = shortest(planned[:taken], fails, lambda: time.monotonic() > until)
            told = " ".join(map(str, found)) if len(found) < 60 else f"{len(found)} steps"
            tried.faults.append(f"{'a hostile' if hostile else 'the shipped'} corpus: {wrong}\n  after: {told}")
        base.close()
    return tried
