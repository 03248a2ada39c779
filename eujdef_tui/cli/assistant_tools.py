"""What an assistant can ask of a fact file: find, show, cite and check, as plain functions that return JSON objects.

Every answer has the quotes that it rests on, each with its source, place and grade. Nothing is written. Each call opens
the base anew, which takes milliseconds where it is fresh: a changed fact file is never answered from an old base.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from eujdef_tui.cli.clock_options import seen_by_days
from eujdef_tui.cli.opening import checked_file, open_named_base
from eujdef_tui.cli.output import error_object, evidence_object, result_object, sheet_text
from eujdef_tui.cli.record_ids import known_records
from eujdef_tui.errors import QueryError
from eujdef_tui.export.citation import cite_all
from eujdef_tui.export.names import CITATION_STYLES
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.present.saved_problems import search_problems
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base
from eujdef_tui.text.unicode import clean

__all__ = ["AssistantTools"]

MOST_HITS = 50  # of one answer: an assistant reads every word of it


class AssistantTools:
    """The tools, for the fact file that the command line names."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options

    @contextmanager
    def _base(self, asof: str = "", known: str = "") -> Iterator[Base]:
        """Open the base, as it stood by the clocks that are given. Raises UsageError for what is no date."""
        with closing(open_named_base(self._options)) as base:
            yield seen_by_days(base, asof, known)

    def find(self, query: str, most: int = 10) -> dict[str, Any]:
        """Return the facts that answer a query, best first: the object that `eujdef find --json` prints."""
        text = clean(query)
        with self._base() as base:
            try:
                asked = parse(text)
                return result_object(base, asked, search(base, asked), max(1, min(most, MOST_HITS)))
            except QueryError as error:
                return error_object(text, error)

    def show(self, ids: list[str], asof: str = "", known: str = "") -> dict[str, Any]:
        """Return all that is known of facts: their sheets as text, and their evidence."""
        with self._base(asof, known) as base:
            numbers, unknown = known_records(base, ids)
            rows = [base.record(n) for n in numbers]
            facts = [
                {
                    "id": row.record.id,
                    "sheet": "\n".join(line for line, _ in sheet_text(base, row, base.shown_day)),
                    "evidence": [evidence_object(item) for item in evidence_of(row.record)],
                }
                for row in rows
            ]
            return {"facts": facts, "unknown": unknown}

    def cite(self, ids: list[str], style: str = CITATION_STYLES[0], asof: str = "", known: str = "") -> dict[str, Any]:
        """Return facts with their quotes and citations, in one of the styles of `eujdef cite`."""
        if style not in CITATION_STYLES:
            return {"error": f"there is no style {clean(style)}: choose one of {', '.join(CITATION_STYLES)}"}
        with self._base(asof, known) as base:
            numbers, unknown = known_records(base, ids)
            evidence = [evidence_object(item) for n in numbers for item in evidence_of(base.record(n).record)]
            return {"citation": cite_all(base, numbers, style), "evidence": evidence, "unknown": unknown}

    def check(self) -> dict[str, Any]:
        """Return what is weak in the fact file, and whether every quote in it holds."""
        from eujdef_tui.factfile.anchoring import anchor_evidence
        from eujdef_tui.factfile.loader import load
        from eujdef_tui.rules import check

        file = load(checked_file(self._options))
        report = check(anchor_evidence(file))
        problems = [clean(str(problem)) for problem in (*report.problems, *search_problems(file.searches))]
        return {"holds": report.holds, "summary": list(map(clean, report.summary())), "problems": problems}
