"""The report of a check: problems, counts, and the coverage of each source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from eujdef_tui.errors import Problem
from eujdef_tui.model.field_types import Grade
from eujdef_tui.model.records import GRADES, RECORDS
from eujdef_tui.rules.ledger import Ledger

__all__ = ["Report", "Share", "counts", "grades", "shares"]


@dataclass(frozen=True, slots=True)
class Share:
    """How many sentences a source has, how many support a record, are named in no_fact, or neither."""

    source: str
    file: str
    sentences: int
    supporting: int
    named: int
    neither: int


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    `problems` are in the order of their places. `facts` counts the records by name (source, actor …),
    `grades` the quotes of all evidence by grade. `shares` has one entry for each source, in the order of
    the file. `holds`: every quote, of evidence and of no_fact, is verbatim.
    """

    problems: tuple[Problem, ...]
    facts: dict[str, int]
    grades: dict[Grade, int]
    shares: tuple[Share, ...]
    holds: bool

    def summary(self) -> Iterator[str]:
        """What there is, how the quotes were found, and how far each source is covered, a line each."""
        yield ", ".join(_count(number, name) for name, number in self.facts.items())
        graded = ", ".join(f"{number} {grade}" for grade, number in self.grades.items() if number)
        yield f"{_count(sum(self.grades.values()), 'quote')}: {graded or 'none'}"
        for share in self.shares:
            part = share.supporting / share.sentences if share.sentences else 0
            sentences = _count(share.sentences, "sentence")
            rest = f"{share.named} named in no_fact, {share.neither} neither"
            yield f"{share.file}: {sentences}, {share.supporting} support a fact ({part:.0%}), {rest}"
        total = sum(share.sentences for share in self.shares)
        told = total - sum(share.neither for share in self.shares)
        yield f"{told} of {_count(total, 'sentence')} accounted for ({told / total if total else 1:.0%})"


def _count(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def counts(ledger: Ledger) -> dict[str, int]:
    """How many records there are, by name, in the order of a fact file's sections."""
    found = Counter(type(record) for record in ledger.records)
    return {name: found[cls] for name, cls in RECORDS.items()}


def grades(ledger: Ledger) -> dict[Grade, int]:
    """How many quotes of all evidence have each grade, best first."""
    found = Counter(evidence.grade for evidence in ledger.evidence)
    return {grade: found[grade] for grade in GRADES}


def shares(ledger: Ledger) -> Iterator[Share]:
    """How the sentences of each source are accounted for."""
    for source in ledger.file.sources:
        supporting, named = ledger.supporting[source.id], ledger.named[source.id]
        total = len(ledger.corpus.sentences[source.id])
        neither = total - len(supporting | named)
        yield Share(source.id, source.file, total, len(supporting), len(named), neither)
