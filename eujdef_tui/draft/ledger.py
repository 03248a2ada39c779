"""What a reviewer decided about the drafts of an article: lines appended to the file of drafts, never changed.

A decision is written at once and reaches the disk before the next key. Undo is one more line, and works across
restarts. A line that is no decision, such as one that a power cut left unfinished, is not counted.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
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
    """A file of drafts as it stands: what was drafted, the drafts by their `n`, and every decision in order."""

    header: Header
    drafts: Mapping[int, dict[str, Any]]
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
        return [self.draft(n) for n in self.drafts if self.state(n) == "keep"]


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
    # Not splitlines: JSON may have U+2028 and its like within a text.
    objects = _objects(path.read_text(encoding="utf-8", errors="replace").split("\n"))
    header = objects[0] if objects else {}
    given = {name: header.get(name, 0 if name == "sentences" else "") for name in Header._fields}
    if "draft" not in header or any(type(value) is not _TYPES.get(name, str) for name, value in given.items()):
        raise ArticleError(f"{path} is no file of drafts.", "Make one with eujdef draft.")
    drafts = {one["n"]: one for one in objects[1:] if "record" in one and type(one.get("n")) is int}
    return Ledger(Header(**given), drafts, tuple(_decisions(objects[1:], drafts)))


_TYPES = {"sentences": int}


def _objects(lines: Sequence[str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for line in lines:
        try:
            one = json.loads(line)
        except (ValueError, RecursionError):
            continue  # cut off by a power cut, or nested without end
        if isinstance(one, dict):
            found.append(one)
    return found


def _decisions(objects: Sequence[dict[str, Any]], drafts: Mapping[int, object]) -> Iterator[Decision]:
    """Yield the decisions about known drafts; what has another form is none."""
    for one in objects:
        match one.get("decision"):
            case {
                "n": int(n),
                "what": ("keep" | "drop" | "edit" | "undo") as what,
                "changed": dict(changed),
                "time": str(time),
                **rest,
            }:
                if n in drafts and not rest:
                    yield Decision(n, what, changed, time)
