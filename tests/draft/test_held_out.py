"""How much of the shipped reading the drafter finds with each article left out: floors of `tests/bench/draft.py`."""

from __future__ import annotations

import pytest

from eujdef_tui.factfile.anchoring import anchor_evidence
from eujdef_tui.factfile.loader import load
from tests.bench.draft import Tally, judge
from tests.helpers.places import CORPUS

FLOORS = {
    "events": 0.90, "claims": 0.97, "figures": 0.92, "no_fact": 0.90, "dates exact": 0.85, "dates not contradicted": 1,
    "new actors": 0.75, "new actors precision": 0.85, "speakers": 0.80,
}  # fmt: skip


@pytest.fixture(scope="module")
def tally() -> Tally:
    corpus = anchor_evidence(load(CORPUS))
    found = Tally()
    for source in corpus.file.sources:
        judge(corpus, source, found)
    return found


@pytest.mark.slow
@pytest.mark.parametrize(("row", "floor"), FLOORS.items())
def test_each_share_stays_above_its_floor(tally: Tally, row: str, floor: float) -> None:
    assert tally.all[row] > 10
    assert tally.right[row] / tally.all[row] >= floor, [miss for miss in tally.misses if miss.startswith(row)]
