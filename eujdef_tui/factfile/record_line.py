"""The line of a fact file at which a record begins."""

from __future__ import annotations

import re
from itertools import chain, pairwise
from pathlib import Path

from eujdef_tui.errors import Problem
from eujdef_tui.factfile.files import fact_files

__all__ = ["line_of"]


def line_of(path: Path, record_id: str) -> tuple[Path, int] | None:
    """Return the file of a fact file or folder, and its line, at which a record begins; None where it is not found.

    The text is searched for the id as it is written: a base keeps no places, and composing a large YAML file takes
    minutes. Raises OSError.
    """
    files = fact_files(path)
    if isinstance(files, Problem):
        return None
    word = re.escape(record_id)
    begins = re.compile(rf"""(?:^|[\s{{,-])["']?id["']?:\s+(?:{word}|"{word}"|'{word}')(?=[\s,}}#]|$)""")
    found: list[tuple[bool, int, Path, int]] = []
    for file in files:
        with file.open(encoding="utf-8", errors="replace") as lines:
            for number, (line, following) in enumerate(pairwise(chain(lines, [""])), 1):
                if record_id in line and (match := begins.search(line)):
                    refers = "reason:" in line or following.lstrip().startswith("reason:")  # an entry of `related`
                    found.append((refers, match.start(), file, number))
    return min(found, key=lambda one: one[:2])[2:] if found else None
