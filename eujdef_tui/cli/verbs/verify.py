"""`eujdef verify`: hold a draft, speech or note against the base, sentence by sentence."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator

from eujdef_tui.cli.exit_codes import EVIDENCE_FAILED, NOTHING_FOUND, SUCCESS, USAGE_ERROR
from eujdef_tui.cli.opening import NamedBase, open_named_base
from eujdef_tui.cli.printing import print_line, print_message, print_wrapped
from eujdef_tui.cli.verdict_lines import counted, draft_object, verdict_lines
from eujdef_tui.store import Base
from eujdef_tui.text.unicode import clean
from eujdef_tui.verify.checking import Checked
from eujdef_tui.verify.draft_file import read_draft
from eujdef_tui.verify.helpers import checked, checked_in_turn

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Print the sentences with their proof, or one JSON object; 4 where something differs, 1 without a source."""
    text = read_draft(options.draft, sys.stdin.buffer)
    name = "-" if options.draft == "-" else clean(options.draft)
    if options.screen:
        return _show(options, text, name)
    base = NamedBase(options)
    if options.json:
        found, printed = base.ask(lambda base: _as_object(base, name, text))
        print_line(json.dumps(printed, ensure_ascii=False))
    else:
        found, lines = base.ask(lambda base: _as_lines(base, name, text, whole=options.all))
        print_wrapped(lines)
        print_message(counted(found))
    words = {one.verdict.word for one in found}
    return EVIDENCE_FAILED if "differs" in words else NOTHING_FOUND if "no source" in words else SUCCESS


def _show(options: argparse.Namespace, text: str, name: str) -> int:
    """Show the draft on the screen, over the explorer."""
    from eujdef_tui.tui.driver.tty import unavailable_reason

    if reason := unavailable_reason():
        print_message(f"eujdef: the screen needs a terminal: {reason}. Without --screen the verdicts are printed")
        return USAGE_ERROR
    base = open_named_base(options)
    from eujdef_tui.tui.app import run as run_app

    return run_app(base, fresh=True, draft=(text, name))


def _as_object(base: Base, name: str, text: str) -> tuple[list[Checked], dict[str, Any]]:
    found = checked(base, text)
    return found, draft_object(base, name, text, found)


def _as_lines(base: Base, name: str, text: str, *, whole: bool) -> tuple[list[Checked], list[tuple[str, int]]]:
    found = list[Checked]()

    def in_turn() -> Iterator[list[Checked]]:
        for some in checked_in_turn(base, text):
            found.extend(some)
            yield some

    lines = list(verdict_lines(base, name, text, in_turn(), whole=whole))
    return found, lines
