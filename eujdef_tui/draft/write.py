"""Write what is kept of an article into its fact file: the only writer of facts.

An article has a file of its own, `ID.yaml` in the folder of fact files, which is written whole from the decisions. As
soon as somebody else has edited it (its digest is none that we wrote), and in a single fact file always, entries are
inserted as text, and only entries that stand as they were inserted are changed or taken out: no line that a person
wrote is removed. Before a file is renamed into place all of the folder is loaded with it; what would not load is not
written.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from eujdef_tui.draft.decisions import DraftLog, LogWriter, Wrote
from eujdef_tui.draft.fact_entries import Entry, entries_of, whole_text
from eujdef_tui.draft.review_state import ReviewState
from eujdef_tui.errors import FactFileError, UsageError
from eujdef_tui.factfile.inserting import append_items, replace_item, replace_line
from eujdef_tui.factfile.loader import load
from eujdef_tui.system.whole_file import write_output
from eujdef_tui.text.unicode import clean

__all__ = ["Job", "Target", "job_of", "target_of", "write_facts"]


class Target(NamedTuple):
    """Where facts go: the file, the folder or file that is loaded with it; whether it is the article's own."""

    file: Path
    loaded: Path
    own: bool


class Job(NamedTuple):
    """One write: the entries that the file should have, and how many decisions they come of. It needs no review."""

    target: Target
    log: DraftLog
    review: ReviewState
    entries: tuple[Entry, ...]
    lost: int


class Written(NamedTuple):
    """What was written: how many entries were put in or changed, and what was left as it is, a sentence each."""

    changed: int
    left: tuple[str, ...]


def target_of(fact_file: Path, draft: Path, source: str, shipped: Path) -> Target:
    """Where the facts of a source go. Raises UsageError for the corpus that is shipped, and for a read-only one."""
    if fact_file.resolve() == shipped.resolve():
        message = "the facts that come with eujdef are not written to"
        raise UsageError(message, "start a folder of your own: eujdef new FOLDER, then draft and review with -f FOLDER")
    own = fact_file.is_dir()
    file = fact_file / f"{source}.yaml" if own else fact_file
    folder = fact_file if own else fact_file.parent
    for place in (folder, file if file.exists() else folder, draft):
        if not os.access(place, os.W_OK):
            message = f"{clean(str(place))} is read only, and a review writes there"
            raise UsageError(message, "copy the folder to one of your own, and name that with -f")
    return Target(file, fact_file, own)


def job_of(review: ReviewState, log: DraftLog, target: Target) -> Job:
    """The write of a review as it stands now. `log` is what was read when it was opened."""
    entries, lost = entries_of(review)
    now = log._replace(decisions=tuple(review.decisions))
    return Job(target, now, review, tuple(entries), len(lost))


def write_facts(job: Job, writer: LogWriter, wrote: Sequence[Wrote]) -> tuple[Written, Wrote | None]:
    """Write a job, and return what was done, and the write, None where the file has all of it already.

    `wrote` are the writes before it. Raises FactFileError where the folder would not load, and OSError.
    """
    file = job.target.file
    data = file.read_bytes() if file.exists() else None
    ours = {one.sha256 for one in wrote if one.file == file.name and one.whole}
    whole = job.target.own and (data is None or hashlib.sha256(data).hexdigest() in ours)
    if whole:
        if data is None and not job.entries:
            return Written(0, ()), None
        text, written = whole_text(job.entries), Written(len(job.entries), ())
    else:
        before = _entries_before(job, wrote)
        text, written = _inserted((data or b"").decode("utf-8"), before, job.entries)
    if job.lost:
        lost = f"{job.lost} kept are not written: the same words stand there several times"
        written = written._replace(left=(*written.left, lost))
    if data == text.encode():
        return written._replace(changed=0), None
    made = Wrote(file.name, hashlib.sha256(text.encode()).hexdigest(), len(job.log.decisions), whole)

    _check(job.target, text.encode())
    if (file.read_bytes() if file.exists() else None) != data:
        raise FactFileError(f"{clean(str(file))} is being edited.", "What is kept is written with the next decision.")
    writer.wrote(made)  # before the file: one of that digest is ours, also where the power fails in between
    write_output(file, (text.encode(),))
    return written, made


def _entries_before(job: Job, wrote: Sequence[Wrote]) -> list[Entry]:
    """The entries of the last write, made anew from the decisions up to it."""
    last = next((one for one in reversed(wrote) if one.file == job.target.file.name), None)
    if last is None:
        return []
    log = job.log._replace(decisions=job.log.decisions[: last.decisions])
    now = job.review
    return entries_of(ReviewState(log, None, now.text, now.known, now=lambda: ""))[0]


def _inserted(text: str, before: Iterable[Entry], now: Sequence[Entry]) -> tuple[str, Written]:
    """The text with the entries of `now` instead of those of `before`, as far as nobody has changed them."""
    old = {entry.name: entry for entry in before}
    new = {entry.name: entry for entry in now}
    left: list[str] = []
    changed = 0
    for name, entry in list(old.items()):
        after = new.get(name)
        if after == entry:
            continue
        if entry.name == "source":
            text = _relined(text, entry, after)
            continue
        moved = after is None or after._replace(lines=()) != entry._replace(lines=())
        found = replace_item(text, entry.lines, () if moved or after is None else after.lines)
        if found is None:
            left.append(f"somebody has changed “{entry.lines[0][2:]}” there: it stays")
            continue
        text, changed = found, changed + 1
        if moved:
            del old[name]  # where it is kept as something else, it is added below
    added = [entry for entry in now if entry.name not in old]
    for (_, *place), entries in groupby(sorted(added, key=_place), key=_place):
        lines = [entry.lines for entry in entries]
        text = append_items(text, lines, *place)
        changed += len(lines)
    return text, Written(changed, tuple(left))


def _place(entry: Entry) -> tuple[int, str, str, str]:
    """Sources first: the lists of a source need it."""
    return (entry.section != "sources" or bool(entry.of)), entry.section, entry.of, entry.key


def _relined(text: str, before: Entry, after: Entry | None) -> str:
    """The text with those lines of our source changed that stand there as we wrote them."""
    for line in after.lines if after else ():
        key = line[2:].partition(":")[0]
        old = next((one for one in before.lines if one[2:].partition(":")[0] == key), "")
        if old and old != line:
            text = replace_line(text, old.strip(), line.strip())
    return text


def _check(target: Target, data: bytes) -> None:
    """Load the folder as it will be. Raises FactFileError, with the first problem in its message."""
    try:
        load(target.loaded, instead={target.file: data})
    except FactFileError as error:
        first = error.problems[0]
        message = f"{clean(str(target.file))} is not written: {clean(str(first.place))}: {first.message}"
        raise FactFileError(message, first.advice, error.problems) from error
