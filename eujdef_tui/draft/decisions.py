"""What a reviewer decided about the drafts of an article: lines appended to the file of drafts, never changed.

A decision is one line: what was done, when, and of each draft that it changed the fields before and after. It reaches
the disk before the next key. Undo is one more line, and works across restarts. A line that is no decision, such as one
that a power cut left unfinished, is not counted: at most the last key is lost.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from io import FileIO
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from eujdef_tui.draft.draft_file import VERSION, Header
from eujdef_tui.errors import ArticleError
from eujdef_tui.model.field_specs import FORMS
from eujdef_tui.text import edtf

__all__ = ["UNDO", "Change", "Decision", "DraftLog", "LogWriter", "Wrote", "read_log", "standing"]

UNDO = "undo"


class Change(NamedTuple):
    """What a decision did to a draft: the fields that it changed, before and after.

    `before` is empty for a draft that the decision made; `after` then has all of its fields.
    """

    n: int
    before: dict[str, Any]
    after: dict[str, Any]


class Decision(NamedTuple):
    """One decision, made by one key: keep, drop, edit …, or undo, which takes the last that stands back."""

    what: str
    changes: tuple[Change, ...]
    time: str  # ISO 8601


class Wrote(NamedTuple):
    """A file of facts that is being written: its name, the SHA-256 of its bytes, how many decisions are in it.

    `whole` says that all of it is ours: it was made of the decisions alone.
    """

    file: str
    sha256: str
    decisions: int
    whole: bool


class DraftLog(NamedTuple):
    """A file of drafts as it was read: what was drafted, the drafts by their number, decisions and writes in order."""

    header: Header
    drafts: Mapping[int, dict[str, Any]]
    decisions: tuple[Decision, ...]
    wrote: tuple[Wrote, ...] = ()


def standing(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that no later undo took back."""
    found: list[Decision] = []
    for one in decisions:
        if one.what != UNDO:
            found.append(one)
        elif found:
            found.pop()
    return found


class LogWriter:
    """Appends lines to a file of drafts; each is on the disk when its method returns. Raises OSError."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()  # facts are written by a thread

    def decide(self, decision: Decision) -> None:
        """Append a decision."""
        changes = [{"draft": one.n, "before": one.before, "after": one.after} for one in decision.changes]
        with self._lock:
            self._append({"decision": decision.what, "time": decision.time, "changes": changes})

    def wrote(self, wrote: Wrote) -> None:
        """Append that a file of facts is about to be written."""
        with self._lock:
            self._append(
                {"wrote": wrote.file, "sha256": wrote.sha256, "decisions": wrote.decisions, "whole": wrote.whole}
            )

    def _append(self, line: Mapping[str, Any]) -> None:
        data = json.dumps(line, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"
        with FileIO(self._path, "ab+") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                data = data if file.read(1) == b"\n" else b"\n" + data  # a torn line is a line of its own
            while data:
                data = data[file.write(data) or 0 :]
            os.fsync(file.fileno())


def read_log(path: Path) -> DraftLog:
    """Read a file of drafts and decisions. Raises ArticleError for a file that is none or cannot be read."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise ArticleError(f"{path} cannot be read: {error.strerror}.", "Make it with eujdef draft.") from error
    # Not splitlines: JSON may have U+2028 and its like within a text.
    objects = _objects(text.split("\n"))
    header = objects[0] if objects else {}
    given = {name: header.get(name, 0 if name == "sentences" else "") for name in Header._fields}
    if "draft" not in header or any(type(value) is not _TYPES.get(name, str) for name, value in given.items()):
        raise ArticleError(f"{path} is no file of drafts.", "Make one with eujdef draft.")
    _check(path, header["draft"], Header(**given))
    drafts = {one["n"]: one for one in objects[1:] if "record" in one and type(one.get("n")) is int}
    wrote = tuple(found for one in objects[1:] if (found := _wrote(one)))
    return DraftLog(Header(**given), drafts, tuple(_decisions(objects[1:])), wrote)


_TYPES = {"sentences": int}


def _check(path: Path, version: object, header: Header) -> None:
    """Raise ArticleError for a header of another version, or one that this program cannot have written.

    The id names the file that facts are written into: what is no id could be a path to anywhere.
    """
    if version != VERSION:
        advice = f"This one reads version {VERSION}: use the eujdef that made it, or draft the article again."
        raise ArticleError(f"{path} was made by another version of eujdef.", advice)
    wrong = "" if FORMS["id"].fits(header.id) else "id"
    try:
        if header.issued:
            edtf.parse(header.issued)
    except edtf.DateError:
        wrong = "issued"
    if wrong:
        raise ArticleError(f"{path} has an `{wrong}` in its first line that is none.", "Draft the article again.")


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


def _decisions(objects: Sequence[dict[str, Any]]) -> Iterator[Decision]:
    """Yield the decisions; what has another form is none."""
    for one in objects:
        match one:
            case {"decision": str(what), "time": str(time), "changes": list(changes)}:
                found = [change for each in changes if (change := _change(each))]
                if len(found) == len(changes):
                    yield Decision(what, tuple(found), time)


def _change(given: object) -> Change | None:
    match given:
        case {"draft": int(n), "before": dict(before), "after": dict(after)} if type(n) is int:
            return Change(n, before, after)
    return None


def _wrote(given: dict[str, Any]) -> Wrote | None:
    match given:
        case {"wrote": str(file), "sha256": str(digest), "decisions": int(decisions), "whole": bool(whole)}:
            return Wrote(file, digest, decisions, whole)
    return None
