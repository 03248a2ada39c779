"""What a copy of facts holds: their citations, and a note where the files have changed since they were read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eujdef_tui.export.citation import cite, cite_all
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Source
from eujdef_tui.store import Base

__all__ = ["copied_text", "files_of"]

# citation formats that have room for a note on the copy, and what begins it there; JSON has none
NOTED = {"markdown": "", "chicago": "", "plain": "", "bibtex": "% "}


def copied_text(base: Base, numbers: Sequence[int], name: str, outdated: str = "") -> str:
    """Return records as a citation in the format of this name; `outdated` says what has changed since."""
    text = cite_all(base, list(numbers), name) if len(numbers) > 1 else cite(base, numbers[0], name)
    return f"{text}\n\n{NOTED[name]}Note: {outdated}." if outdated and name in NOTED else text


def files_of(base: Base, numbers: Iterable[int]) -> list[str]:
    """The articles that records rest on, by their names in the fact file."""
    records = [base.record(n).record for n in numbers]
    named = {item.source for record in records for item in evidence_of(record)}
    sources = [base.source(source) for source in named] + [one for one in records if isinstance(one, Source)]
    return [source.file for source in sources]
