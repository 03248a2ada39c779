"""`eujdef check`: report every problem of a fact file and every quote that does not hold."""

from __future__ import annotations

import argparse
from pathlib import Path

from eujdef_tui.cli.exit_codes import EVIDENCE_FAILED, INVALID_FACT_FILE, SUCCESS
from eujdef_tui.cli.opening import fact_file_path
from eujdef_tui.cli.printing import print_line, print_message, print_problems
from eujdef_tui.errors import FactFileError
from eujdef_tui.rules import check, explain
from eujdef_tui.text.unicode import clean

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Print the problems and a summary, or with `--explain` what a rule is for."""
    if options.explain:
        print_line(explain(options.explain))
        return SUCCESS
    from eujdef_tui.factfile.anchoring import anchor_evidence
    from eujdef_tui.factfile.loader import load

    path = Path(options.fact_file) if options.fact_file else fact_file_path(options)
    try:
        report = check(anchor_evidence(load(path)))
    except FactFileError as error:
        print_problems(error.problems, print_line)
        print_message(f"eujdef: {clean(str(error))}")
        return INVALID_FACT_FILE
    print_problems(report.problems, print_line)
    for line in report.summary():
        print_line(clean(line))
    return SUCCESS if report.holds else EVIDENCE_FAILED
