"""What a reviewer decided about the drafts of an article: lines appended to the file of drafts, never changed.

A decision is written at once and reaches the disk before the next key. Undo is one more line, and works across
restarts. A line that a power cut left unfinished at the end is not counted.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from eujdef_tui.draft.draft_file import Header
from eujdef_tui.errors import ArticleError

__all__ = ["Decision", "Ledger", "append", "read_ledger"]

What = Literal["keep", "drop", "edit", "undo"]


class Decision(NamedTuple):
    """One decision: about draft `n`, what was done, the fields that were changed by it, and when (ISO 8601)."""

    n: int
    what: What
    changed: dict[str, Any]
    time: str


class Ledger(NamedTuple):
    """A file of drafts as it stands: what was drafted, the drafts as they were written, and every decision in order."""

    header: Header
    drafts: tuple[dict[str, Any], ...]
    decisions: tuple[Decision, ...]

    def standing(self) -> list[Decision]:
        """The decisions that no later undo took back."""
        found: list[Decision] = []
        for one in self.decisions:
            if one.what != "undo":
                found.append(one)
            elif found:
                found.pop()
        return found

    def state(self, n: int) -> str:
        """What became of a draft: "keep", "drop", or "" for one that is still open."""
        said = [one.what for one in self.standing() if one.n == n and one.what != "edit"]
        return said[-1] if said else ""

    def draft(self, n: int) -> dict[str, Any]:
        """A draft with all that was edited in it."""
        draft = dict(self.drafts[n])
        for one in self.standing():
            if one.n == n:
                draft |= one.changed
        return draft

    def kept(self) -> list[dict[str, Any]]:
        """The drafts that were kept, as they were edited, in their order."""
        return [self.draft(n) for n in range(len(self.drafts)) if self.state(n) == "keep"]


def append(path: Path, decision: Decision) -> None:
    """Append a decision to a file of drafts. Raises OSError; the lines before it are untouched in any case."""
    line = json.dumps({"decision": decision._asdict()}, ensure_ascii=False) + "\n"
    with path.open("ab+") as file:
        if file.tell():
            file.seek(-1, os.SEEK_END)
            line = line if file.read(1) == b"\n" else f"\n{line}"  # what a power cut left is a line of its own
        file.write(line.encode())
        file.flush()
        os.fsync(file.fileno())


def read_ledger(path: Path) -> Ledger:
    """Read a file of drafts and decisions. Raises ArticleError for a file that is none."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    objects = _objects(lines)
    header = objects[0] if objects else {}
    if not isinstance(header, dict) or "draft" not in header:
        raise ArticleError(f"{path} is no file of drafts.", "Make one with eujdef draft.")
    given = {name: header.get(name, 0 if name == "sentences" else "") for name in Header._fields}
    drafts = [one for one in objects[1:] if "record" in one]
    decisions = [Decision(**one["decision"]) for one in objects[1:] if "decision" in one]
    return Ledger(Header(**given), tuple(drafts), tuple(_known(decisions, len(drafts))))


def _objects(lines: Sequence[str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for line in lines:
        try:
            one = json.loads(line)
        except ValueError:
            continue  # cut off by a power cut
        if isinstance(one, dict):
            found.append(one)
    return found


def _known(decisions: Iterable[Decision], count: int) -> Iterable[Decision]:
    return (one for one in decisions if 0 <= one.n < count)
