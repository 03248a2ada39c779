"""Corrupted facts are caught, right ones left alone: the benchmark `tests/bench/corrupt.py` on a part of its files."""

from __future__ import annotations

import pytest

from tests.bench.corrupt import FILES, Tally, measure


@pytest.mark.slow  # 8 s: anchors three files and corrupts 600 facts
def test_most_corrupted_facts_are_caught_and_few_right_ones_alarmed() -> None:
    tally = Tally()
    for path in FILES:
        if path.stem in ("bells", "rails", "metre"):
            measure(path, tally, seed=5, each=20)
    assert tally.caught_evenly >= 0.85
    assert tally.alarm_rate <= 0.04
