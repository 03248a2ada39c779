"""What was decided about pairs of records: lines appended to a file beside the fact file, never changed.

`facts.yaml` has `facts.duplicates`, a folder `facts.duplicates` in it. A line is one decision; of several about a pair
the last counts. A line that is none, such as one that a power cut left unfinished, is not counted.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from eujdef_tui.errors import UsageError

__all__ = ["Verdict", "decide", "log_path", "not_one"]

Verdict = Literal["no", "open", "merged"]


def log_path(fact_file: Path) -> Path:
    """Where the decisions about a fact file stand."""
    return fact_file / "facts.duplicates" if fact_file.is_dir() else fact_file.with_suffix(".duplicates")


def decide(fact_file: Path, verdict: Verdict, one: str, other: str) -> None:
    """Append a decision. "open" takes an earlier one back. Raises UsageError where it cannot be written."""
    line = {"verdict": verdict, "pair": [one, other], "time": datetime.now(UTC).isoformat(timespec="seconds")}
    path = log_path(fact_file)
    try:
        with path.open("ab+") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                begun = file.read(1) != b"\n"  # what a power cut left is a line of its own
            else:
                begun = False
            file.write((b"\n" if begun else b"") + json.dumps(line).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        advice = "allow yourself to write there: what is no pair is remembered in that file"
        raise UsageError(f"{path} cannot be written: {error.strerror or error}", advice) from error


def not_one(fact_file: Path) -> frozenset[frozenset[str]]:
    """The pairs of ids that were said to be two records."""
    try:
        lines = log_path(fact_file).read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return frozenset()
    found: dict[frozenset[str], str] = {}
    for line in lines:
        try:
            read = json.loads(line)
        except (ValueError, RecursionError):
            continue
        match read:
            case {"verdict": "no" | "open" | "merged" as verdict, "pair": [str(one), str(other)]}:
                found[frozenset((one, other))] = verdict
    return frozenset(pair for pair, verdict in found.items() if verdict == "no")
