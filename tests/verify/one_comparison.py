"""One comparison of a sentence with one fact of the shipped base."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from eujdef_tui.verify.checking import Checker
from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced, evidenced
from eujdef_tui.verify.heard import Heard

__all__ = ["held"]


def held(
    checker: Checker, heard: Heard, fact_id: str, compare: Callable[[Heard, Evidenced], Iterable[Difference]]
) -> list[Difference]:
    """What one comparison finds of a sentence and a fact."""
    fact = next(one for one in checker.facts.facts if one.id == fact_id)
    return list(compare(heard, evidenced(fact, checker.facts)))
