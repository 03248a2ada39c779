"""A rule: id, level, reason, and a generator of findings."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from eujdef_tui.errors import Place, Problem
from eujdef_tui.rules.ledger import Ledger
from eujdef_tui.rules.truth.doubt import Check
from eujdef_tui.text.unicode import one_line

__all__ = ["Finding", "Generator", "Rule", "as_rule", "over_claims", "short"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule reports: where, what is wrong, and what to do about it."""

    place: Place
    message: str
    advice: str


Generator = Callable[[Ledger], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """`level` is that of its problems, "evidence" or "warning"; `reason` says why the rule is there."""

    id: str
    level: str
    reason: str
    find: Generator

    def problems(self, ledger: Ledger) -> Iterator[Problem]:
        """What the rule finds, as problems."""
        for found in self.find(ledger):
            yield Problem(found.place, self.id, found.message, found.advice, self.level)


def as_rule(level: str, find: Generator) -> Rule:
    """The rule that a generator is: its name is the id, its docstring the reason."""
    return Rule(find.__name__.replace("_", "-"), level, inspect.getdoc(find) or "", find)


def over_claims(check: Check) -> Generator:
    """The generator that asks a truth check of every claim of a fact file; its name and reason are the check's."""

    def found(ledger: Ledger) -> Iterator[Finding]:
        for claim in ledger.claims:
            for doubt in check(claim) if claim.passages else ():
                yield Finding(claim.fact.place, doubt.message, doubt.advice)

    found.__name__, found.__doc__ = check.__name__, check.__doc__
    return found


def short(text: str, width: int = 60) -> str:
    """The text in one line, quoted, and cut after `width` characters."""
    line = one_line(text)
    return f"“{line}”" if len(line) <= width else f"“{line[: width - 1].rstrip()}…”"
