"""`eujdef check`: report every problem of a fact file and every quote that does not hold."""

from __future__ import annotations

import argparse
from pathlib import Path

from eujdef_tui.cli.exit_codes import EVIDENCE_FAILED, INVALID_FACT_FILE, SUCCESS
from eujdef_tui.cli.opening import checked_file, passed_over
from eujdef_tui.cli.printing import print_line, print_message, print_problems
from eujdef_tui.errors import FactFileError
from eujdef_tui.present.saved_problems import search_problems
from eujdef_tui.rules import check, explain
from eujdef_tui.text.unicode import clean

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Print the problems and a summary, or with `--explain` what a rule is for. With `--fix` mend the file first."""
    if options.explain:
        print_line(explain(options.explain))
        return SUCCESS
    path = Path(options.fact_file) if options.fact_file else checked_file(options)
    if options.fix:
        _fix(path)
    code = _check(path)
    if not options.fact_file and not options.file and (other := passed_over(path)):
        print_message(f"eujdef: {other}, which stands here, was not checked: eujdef check {other} does")
    return code


def _check(path: Path) -> int:
    """Print the problems of a fact file, and a summary that names it. Returns the exit code."""
    from eujdef_tui.factfile.anchoring import anchor_evidence
    from eujdef_tui.factfile.loader import load

    try:
        file = load(path)
        report = check(anchor_evidence(file))
    except FactFileError as error:
        print_problems(error.problems, print_line)
        print_message(f"eujdef: {clean(str(error))}")
        return INVALID_FACT_FILE
    print_problems(sorted((*report.problems, *search_problems(file.searches)), key=lambda one: one.place), print_line)
    counts, *rest = report.summary()
    for line in (f"{path}: {counts}", *rest):
        print_line(clean(line))
    return SUCCESS if report.holds else EVIDENCE_FAILED


def _fix(path: Path) -> None:
    """Mend what has one right answer, each file whole or not at all, and print what was changed."""
    from difflib import unified_diff

    from eujdef_tui.factfile.mending import mend
    from eujdef_tui.system.whole_file import write_whole

    found, left = mend(path)
    for file in found:
        before = file.before.decode("utf-8", "replace").splitlines()
        name = str(file.path)
        for line in unified_diff(before, file.after.splitlines(), name, f"{name} (mended)", lineterm=""):
            print_line(clean(line))
        if before == file.after.splitlines():
            print_line(f"{clean(name)}: the line ends are changed to LF")
        real = file.path.resolve()  # a link stays a link
        mode = real.stat().st_mode
        write_whole(real, file.after.encode())
        real.chmod(mode)
    for line in left:
        print_message(clean(line))
    print_message("Nothing to mend." if not found else f"{len(found)} file{'s' * (len(found) > 1)} mended.")
