"""The short form of every soak suite finds nothing wrong."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import pytest

from tests.helpers.places import ROOT
from tests.helpers.processes import surroundings
from tests.soak.__main__ import SUITES
from tests.soak.shortest import shortest

LONG = 300  # seconds that no short form takes, also on a machine with other work


def soak(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command. Its processes do not measure their coverage: they are ended before they could write it."""
    command = [sys.executable, "-m", "tests.soak", *arguments]
    env = surroundings() | {"COVERAGE_PROCESS_CONFIG": ""}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=LONG, check=False)


@pytest.mark.slow
@pytest.mark.parametrize("suite", SUITES)
def test_the_short_form_of_a_suite_finds_nothing_wrong(suite: str) -> None:
    ran = soak("--short", suite)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert f"{suite}: seeds from 1\n" in ran.stdout
    assert "; 0 faults" in ran.stdout


def test_the_shortest_part_that_fails_is_found() -> None:
    tried: list[Sequence[int]] = []

    def fails(some: Sequence[int]) -> bool:
        tried.append(some)
        return {3, 70} <= set(some)

    assert shortest(range(100), fails, lambda: False) == [3, 70]
    assert len(tried) < 100


def test_a_sequence_is_not_shortened_when_there_is_no_time() -> None:
    assert shortest([1, 2, 3], lambda _: True, lambda: True) == [1, 2, 3]
